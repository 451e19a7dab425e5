"""Reads on the recorded days off and on the deadlines that they moved."""

from datetime import datetime

from django.db.models import QuerySet

from madang.apps.law import events
from madang.apps.law.models import RecordedHoliday
from madang.core.audit.models import Event
from madang.core.recounting import Foreseen, foresee, spanning
from madang.kernel.clocks.holidays import Holiday, HolidayTable, shipped_table

#: deadlines shown before a change is confirmed
EXAMPLES = 20


def recorded_in_force() -> QuerySet[RecordedHoliday]:
    """Recorded days off that were not withdrawn, in the order of the calendar."""
    return RecordedHoliday.objects.filter(withdrawn_at__isnull=True)


def recorded_in(year: int) -> QuerySet[RecordedHoliday]:
    """Every recorded day of a year, withdrawn ones too."""
    return RecordedHoliday.objects.filter(falls_on__year=year)


def holidays_visible_to_all() -> QuerySet[RecordedHoliday]:
    """Every recorded day: the calendar is public, its corrections too."""
    return RecordedHoliday.objects.all()


def days_in_force() -> list[Holiday]:
    """The recorded days as the kernel's table takes them, without those that its own table has come to know."""
    return _entries(recorded_in_force())


def table_in_force() -> HolidayTable:
    """The kernel's own table with the recorded days, read anew."""
    return shipped_table().with_entries(days_in_force())


def table_without(row: RecordedHoliday) -> HolidayTable:
    """The table as it would be if a recorded day were withdrawn."""
    return shipped_table().with_entries(_entries(recorded_in_force().exclude(pk=row.pk)))


def _entries(rows: QuerySet[RecordedHoliday]) -> list[Holiday]:
    own = shipped_table()
    known = rows.filter(falls_on__range=(own.known_from, own.known_until))
    return [row.entry for row in known if own.holiday_on(row.falls_on) is None]


def moves(row: RecordedHoliday, at: datetime | None) -> QuerySet[Event]:
    """The deadlines that an act on a recorded day moved: one event each, all of the instant of that act."""
    found = Event.objects.filter(name=events.DEADLINE_MOVED.name, at=at, facts__holiday=str(row.pk))
    return found.order_by("id")


def foreseen(before: HolidayTable, after: HolidayTable) -> Foreseen:
    """What a change of the calendar would do to the open deadlines now."""
    return foresee(spanning(before, after), after, examples=EXAMPLES)
