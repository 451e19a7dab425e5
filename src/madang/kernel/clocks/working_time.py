"""Counts in working days, working hours and plain hours.

CAL-D  petitions (Civil Petitions Treatment Act 19): up to 5 days in hours, 8 to the day; from 6 days in working
       days, the first day counted
CAL-E  disclosure (Official Information Disclosure Act 29(2)): working days, the first day counted
CAL-F  hours (Civil Code 156): they run at once, days off included

Instants are read by the clock of Seoul; one without zone is Korean time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from madang.kernel.clocks.counting import Conditions
from madang.kernel.clocks.holidays import HolidayTable
from madang.kernel.clocks.lengths import BeyondTheCalendar, NoLength
from madang.kernel.clocks.office_hours import WorkingDay
from madang.kernel.clocks.pauses import Pause, PauseLeavesPeriod, Taken, days_taken, in_order, pause_step
from madang.kernel.clocks.seoul import day_of, in_zone_of, seoul_time
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Counted, Step
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

HOURS_A_DAY = 8
LAST_PERIOD_IN_HOURS = 5
PETITIONS = cite("petitions", "제19조")
DISCLOSURE = cite("disclosure", "제29조제2항")
HOURS = cite("civil_code", "제156조")
_DAY = timedelta(days=1)
_DAYS = Words("일", "day")
_HOURS = Words("시간", "hour")


class OtherWayOfCounting(Refusal, ValueError):
    """A petition period of that length is counted the other way: in hours up to five days, in days from six."""

    def __init__(self, n: int) -> None:
        if n > LAST_PERIOD_IN_HOURS:
            words = Words(
                f"{n}일의 처리기간은 시간이 아니라 일로 셉니다.",
                f"a petition period of {n} days is not counted in working hours but in days",
            )
        else:
            words = Words(
                f"{n}일의 처리기간은 일이 아니라 근무시간으로 셉니다.",
                f"a petition period of {n} days is counted in working hours",
            )
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class CountedTime:
    """The outcome of a count in hours; the instant carries the time zone of the start."""

    due_at: datetime
    mode: str
    steps: tuple[Step, ...]


def petition_days(received: date, n: int, given: Conditions | None = None) -> Counted:
    """Count a petition period of six days or more (CAL-D).

    Raises:
        OtherWayOfCounting: a period of five days or less, which is counted in hours.
        WrongPause: supplements overlap, or one was asked before the receipt or after the end.

    >>> petition_days(date(2025, 4, 30), 14).due_on
    datetime.date(2025, 5, 21)
    """
    if n <= LAST_PERIOD_IN_HOURS:
        raise OtherWayOfCounting(n)
    return _in_working_days(received, n, ("CAL-D", PETITIONS), given or Conditions())


def disclosure_days(requested: date, n: int, given: Conditions | None = None) -> Counted:
    """Count days of a disclosure request (CAL-E); an extension simply adds its days to n.

    Raises:
        NoLength: zero days or less.

    >>> disclosure_days(date(2025, 4, 30), 10).due_on
    datetime.date(2025, 5, 15)
    """
    return _in_working_days(requested, n, ("CAL-E", DISCLOSURE), given or Conditions())


def petition_hours(
    received: datetime, n_days: int, office: WorkingDay | None = None, given: Conditions | None = None
) -> CountedTime:
    """Count a petition period of five days or less: n days of eight working hours (CAL-D).

    Raises:
        OtherWayOfCounting: a period of six days or more, which is counted in days.

    >>> petition_hours(datetime(2025, 4, 30, 10), 1).due_at
    datetime.datetime(2025, 5, 1, 10, 0)
    """
    if n_days > LAST_PERIOD_IN_HOURS:
        raise OtherWayOfCounting(n_days)
    return petition_working_hours(received, n_days * HOURS_A_DAY, office, given)


def petition_working_hours(
    received: datetime, n_hours: int, office: WorkingDay | None = None, given: Conditions | None = None
) -> CountedTime:
    """Count working hours from the moment of receipt (CAL-D), as for petitions owed "within 3 hours".

    Of supplements the whole days are taken out.

    Raises:
        NoLength: zero hours or less.

    >>> petition_working_hours(datetime(2025, 4, 30, 10), 3).due_at
    datetime.datetime(2025, 4, 30, 14, 0)
    """
    if n_hours < 1:
        raise NoLength(n_hours, _HOURS)
    given, left, local = given or Conditions(), timedelta(hours=n_hours), seoul_time(received)
    out = days_taken(in_order(given.pauses, local.date()), given.pause_counting)
    for begin, end in _open_stretches(local.date(), office or WorkingDay(), given.table, out):
        begin = max(begin, local)
        if end - begin >= left:
            due = begin + left
            break
        left -= max(end - begin, timedelta(0))
    _refuse_late(given.pauses, due.date())
    steps = _pause_steps(given, due.date())
    return CountedTime(in_zone_of(due, received), "CAL-D", (_hours_step(local, due, n_hours), *steps))


def hours(from_: datetime, n: int) -> CountedTime:
    """Count hours that run at once, holidays or not (CAL-F).

    Raises:
        NoLength: zero hours or less.

    >>> hours(datetime(2026, 9, 25, 9), 72).due_at
    datetime.datetime(2026, 9, 28, 9, 0)
    """
    if n < 1:
        raise NoLength(n, _HOURS)
    try:
        # Korea keeps one time all year, a zone that does not must not stretch or shorten the hours.
        due = in_zone_of(seoul_time(from_) + timedelta(hours=n), from_)
    except OverflowError as error:
        raise BeyondTheCalendar(day_of(from_)) from error
    words = Words(f"{n}시간은 즉시 기산. 휴일 포함", f"{n} hours run at once, days off included")
    return CountedTime(due, "CAL-F", (Step(day_of(from_), day_of(due), words, HOURS),))


def _open_stretches(
    day: date, office: WorkingDay, table: HolidayTable, out: frozenset[date]
) -> Iterator[tuple[datetime, datetime]]:
    """The stretches in which the office is open, from a day on until the table ends."""
    while True:
        if not table.is_day_off(day) and day not in out:
            yield from office.stretches(day)
        day += _DAY


def _hours_step(local: datetime, due: datetime, n_hours: int) -> Step:
    words = Words(
        f"근무시간 {n_hours}시간({HOURS_A_DAY}시간을 1일로 봄). 공휴일과 토요일은 세지 않음",
        f"{n_hours} working hours ({HOURS_A_DAY} to the day); days off are not counted",
    )
    return Step(local.date(), due.date(), words, PETITIONS)


def _in_working_days(first: date, n: int, mode: tuple[str, Citation], given: Conditions) -> Counted:
    if n < 1:
        raise NoLength(n, _DAYS)
    name, citation = mode
    due = given.table.working_day(first, n) if not given.pauses else _due_with_pauses(first, n, given)
    said, end = spoken(first), spoken(due)
    whole = Words(f"첫날 {said.ko}부터 산입", f"counted from the first day itself, {said.en}")
    last = Words(f"공휴일과 토요일을 뺀 {n}일째는 {end.ko}", f"working day {n} is {end.en}")
    off = [_off_step(day, given.table.reason_off(day), citation) for day in given.table.days_off(first, due)]
    steps = (Step(first, first, whole, citation), Step(first, due, last, citation))
    return Counted(due, name, (*steps, *_pause_steps(given, due), *off), due)


def _due_with_pauses(first: date, n: int, given: Conditions) -> date:
    """The n-th working day that no supplement takes; one asked on that very day stops the clock all the same."""
    ordered, table = in_order(given.pauses, first), given.table
    out, day = days_taken(ordered, given.pause_counting), first
    while (n := n - (not table.is_day_off(day) and day not in out)) > 0:
        day += _DAY
    for pause in ordered:
        if pause.asked <= day < pause.received:
            day = table.working_day(pause.received, 1)
    _refuse_late(ordered, day)
    return day


def _refuse_late(pauses: Iterable[Pause], due: date) -> None:
    for pause in pauses:
        if pause.asked > due and not pause.of_record:
            raise PauseLeavesPeriod(pause, due)


def _pause_steps(given: Conditions, due: date) -> list[Step]:
    """One step a supplement; how many of its days were working days."""
    steps = []
    for pause in sorted(given.pauses, key=lambda p: (p.asked, p.received)):
        taken = days_taken([pause], given.pause_counting) if pause.asked <= due else frozenset[date]()
        lost = sum(not given.table.is_day_off(day) for day in taken)
        steps.append(pause_step(Taken(pause, lost, due, by_analogy=False), given.pause_counting))
    return steps


@lru_cache(maxsize=4096)
def _off_step(day: date, reason: Words, citation: Citation) -> Step:
    said = spoken(day)
    words = Words(f"{said.ko}은 세지 않음({reason.ko})", f"{said.en} is not counted ({reason.en})")
    return Step(day, day, words, citation)
