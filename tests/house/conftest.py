"""The scene, built once for the tests of a file and undone at the end."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from madang.core import calendar, keeping
from tests.house import scene as scenes


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[scenes.Scene]:
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files")):
        keeping.forget()
        with scenes.undone():
            yield scenes.build()
        keeping.forget()
        calendar.forget()
