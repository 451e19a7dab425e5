"""The whole record, replayed once for the tests of this folder and rolled back after them."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def record(django_db_setup, django_db_blocker):
    """Yield the audit's report on the replayed record, with the database as the replay left it."""
    from madang.history.audit import report
    from madang.history.replay import replay

    with django_db_blocker.unblock():
        whole = transaction.atomic()
        # as in Django's own test cases: acts are durable, and the test is what lies around them
        whole._from_testcase = True
        with whole:
            told = []
            replay(told.append)
            found = report()
            found.told = told
            yield found
            transaction.set_rollback(True)
