"""Somebody with a password and a seat, and a cache without memories of earlier tries."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from madang.apps.accounts.models import Person, Seat
from madang.core.authority import OfficeKind
from tests.people import a_person_in, an_organisation

PASSWORD = "마당에서 만나요 2026"


@pytest.fixture(autouse=True)
def _forget_tries() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def seat(db: None) -> Seat:
    return an_organisation("mss", OfficeKind.MINISTRY).seats.get()


@pytest.fixture
def officer(seat: Seat) -> Person:
    person = a_person_in(seat, "김담당")
    person.set_password(PASSWORD)
    person.save()
    return person
