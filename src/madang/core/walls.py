"""Behind the row walls: who is asking is told to the database for the length of one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from madang.core.authority import Actor, OfficeKind


@contextmanager
def reading_as(actor: Actor) -> Iterator[None]:
    """Read walled rows (drafts, score sheets) as this actor; evaluate the querysets inside."""
    with transaction.atomic():
        stand_behind(actor)
        yield


def stand_behind(actor: Actor) -> None:
    """Tell the database who is asking until the transaction ends. Acts do this by themselves."""
    kind = OfficeKind.SYSTEM if actor.is_history else actor.kind
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('madang.office', %s, true), set_config('madang.organisation', %s, true),"
            " set_config('madang.person', %s, true)",
            [kind.value, str(actor.office.organisation_id or ""), str(actor.person_id or "")],
        )
