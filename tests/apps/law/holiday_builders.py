"""Builders of recorded days off and of open clocks for tests; the cases go through the real acts."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from madang.apps.law.acts import add_holiday
from madang.apps.law.entries import NewHoliday
from madang.apps.law.models import RecordedHoliday
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Duty
from tests.apps.selection.zone_builders import noon
from tests.people import an_actor

#: the ninety days of an application of 11 February 2025 end on this Monday, the thirty of a consultation on that one
DECISION_DUE = date(2025, 5, 12)
REPLY_DUE = date(2025, 3, 17)
TODAY = date(2025, 3, 3)
NOW = noon(TODAY)


def a_day_off(falls_on: date = DECISION_DUE, **more: Any) -> NewHoliday:
    """A day off that the cabinet set."""
    given = NewHoliday(
        falls_on, "cabinet", "임시공휴일", "Ad hoc holiday", date(2025, 2, 28), "국무회의 의결(2025-02-28), 관보 제20100호"
    )  # fmt: skip
    return replace(given, **more)


def ministry() -> Actor:
    """An officer of the ministry."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def recorded(falls_on: date = DECISION_DUE, *, at: datetime = NOW, **more: Any) -> RecordedHoliday:
    """A day off that the ministry has recorded."""
    return add_holiday(actor=ministry(), holiday=a_day_off(falls_on, **more), at=at)


def clock_of(case: Any, *, is_clock: bool = True) -> Duty:
    """The open clock of a case, or the duty of its state."""
    return Duty.objects.get(case_id=case.pk, is_clock=is_clock, is_open=True)


def moved_events() -> list[Event]:
    """What was told about moved deadlines, in order."""
    return list(Event.objects.filter(name="law.deadline_moved").order_by("id"))
