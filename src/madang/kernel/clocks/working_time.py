"""Counts in working days, working hours and plain hours.

CAL-D  petitions (Civil Petitions Treatment Act 19): up to 5 days in hours, 8 to the day; from 6 days in working
       days, the first day counted
CAL-E  disclosure (Official Information Disclosure Act 29(2)): working days, the first day counted
CAL-F  hours (Civil Code 156): they run at once, days off included
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from madang.kernel.clocks.counting import Counted, Step
from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.words import Words

HOURS_A_DAY = 8
LAST_PERIOD_IN_HOURS = 5
PETITIONS = cite("petitions", "제19조")
DISCLOSURE = cite("disclosure", "제29조제2항")
HOURS = cite("civil_code", "제156조")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """Office hours of one day: from, until, and the break between (start and end; none when equal)."""

    start: time = time(9)
    end: time = time(18)
    break_start: time = time(12)
    break_end: time = time(13)

    def stretches(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The working stretches of a day, in order.

        >>> [b.hour for _, b in WorkingDay().stretches(date(2025, 4, 30))]
        [12, 18]
        """
        at = datetime.combine
        if self.break_start >= self.break_end:
            return ((at(day, self.start), at(day, self.end)),)
        return (at(day, self.start), at(day, self.break_start)), (at(day, self.break_end), at(day, self.end))


@dataclass(frozen=True, slots=True)
class CountedTime:
    """The outcome of a count in hours; the instant carries the time zone of the start."""

    due_at: datetime
    mode: str
    steps: tuple[Step, ...]


def working_days(first: date, n: int, table: HolidayTable | None = None) -> Iterator[date]:
    """The first n days from a day on that are neither Saturday nor public holiday; the first day may count.

    >>> [d.day for d in working_days(date(2025, 4, 30), 4)]
    [30, 1, 2, 7]
    """
    table, day = table or national_table(), first
    while n > 0:
        if not table.is_day_off(day):
            n -= 1
            yield day
        day += _DAY


def petition_days(received: date, n: int, table: HolidayTable | None = None) -> Counted:
    """Count a petition period of six days or more (CAL-D).

    Raises:
        ValueError: a period of five days or less, which is counted in hours.

    >>> petition_days(date(2025, 4, 30), 14).due_on
    datetime.date(2025, 5, 21)
    """
    if n <= LAST_PERIOD_IN_HOURS:
        raise ValueError(f"a petition period of {n} days is counted in working hours")
    return _in_working_days(received, n, "CAL-D", PETITIONS, table)


def petition_hours(
    received: datetime, n_days: int, office: WorkingDay | None = None, table: HolidayTable | None = None
) -> CountedTime:
    """Count a petition period of five days or less: n days of eight working hours (CAL-D).

    >>> petition_hours(datetime(2025, 4, 30, 10), 1).due_at
    datetime.datetime(2025, 5, 1, 10, 0)
    """
    if not 1 <= n_days <= LAST_PERIOD_IN_HOURS:
        raise ValueError(f"a petition period of {n_days} days is not counted in working hours")
    return petition_working_hours(received, n_days * HOURS_A_DAY, office, table)


def petition_working_hours(
    received: datetime, n_hours: int, office: WorkingDay | None = None, table: HolidayTable | None = None
) -> CountedTime:
    """Count working hours from the moment of receipt (CAL-D), as for petitions owed "within 3 hours".

    >>> petition_working_hours(datetime(2025, 4, 30, 10), 3).due_at
    datetime.datetime(2025, 4, 30, 14, 0)
    """
    office, table = office or WorkingDay(), table or national_table()
    zone, left = received.tzinfo, timedelta(hours=n_hours)
    local = received.replace(tzinfo=None)
    day = local.date()
    while True:
        for begin, end in office.stretches(day) if not table.is_day_off(day) else ():
            begin = max(begin, local)
            worked = end - begin
            if worked >= left:
                return _due_in_hours(received, (begin + left).replace(tzinfo=zone), n_hours)
            left -= max(worked, timedelta(0))
        day += _DAY


def disclosure_days(requested: date, n: int, table: HolidayTable | None = None) -> Counted:
    """Count days of a disclosure request (CAL-E); an extension simply adds its days to n.

    >>> disclosure_days(date(2025, 4, 30), 10).due_on
    datetime.date(2025, 5, 15)
    """
    return _in_working_days(requested, n, "CAL-E", DISCLOSURE, table)


def hours(from_: datetime, n: int) -> CountedTime:
    """Count hours that run at once, holidays or not (CAL-F).

    >>> hours(datetime(2026, 9, 25, 9), 72).due_at
    datetime.datetime(2026, 9, 28, 9, 0)
    """
    due = from_ + timedelta(hours=n)
    words = Words(f"{n}시간은 즉시 기산. 휴일 포함", f"{n} hours run at once, days off included")
    return CountedTime(due, "CAL-F", (Step(from_.date(), due.date(), words, HOURS),))


def _in_working_days(
    first: date, n: int, mode: str, citation: Citation, table: HolidayTable | None
) -> Counted:
    table = table or national_table()
    counted = list(working_days(first, n, table))
    due = counted[-1]
    said, end = spoken(first), spoken(due)
    off = _days_off(first, due, table)
    steps = [
        Step(
            first,
            first,
            Words(f"첫날 {said.ko}부터 산입", f"counted from the first day itself, {said.en}"),
            citation,
        ),
        Step(
            first,
            due,
            Words(f"공휴일과 토요일을 뺀 {n}일째는 {end.ko}", f"working day {n} is {end.en}"),
            citation,
        ),
    ]
    steps += [replace(step, citation=citation) for step in off]
    return Counted(due, mode, tuple(steps), due)


def _days_off(first: date, last: date, table: HolidayTable) -> list[Step]:
    steps = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        reason = table.reason_off(day)
        if reason:
            said = spoken(day)
            words = Words(f"{said.ko}은 세지 않음({reason.ko})", f"{said.en} is not counted ({reason.en})")
            steps.append(Step(day, day, words))
    return steps


def _due_in_hours(received: datetime, due: datetime, n_hours: int) -> CountedTime:
    words = Words(
        f"근무시간 {n_hours}시간({HOURS_A_DAY}시간을 1일로 봄). 공휴일과 토요일은 세지 않음",
        f"{n_hours} working hours ({HOURS_A_DAY} to the day); days off are not counted",
    )
    return CountedTime(due, "CAL-D", (Step(received.date(), due.date(), words, PETITIONS),))
