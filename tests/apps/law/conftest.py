"""Tests of the calendar begin and end with the shipped table, and with no page kept."""

from collections.abc import Iterator

import pytest

from madang.core import calendar, keeping


@pytest.fixture(autouse=True)
def _shipped_calendar() -> Iterator[None]:
    keeping.forget()
    calendar.forget()
    yield
    calendar.forget()
