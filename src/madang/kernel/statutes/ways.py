"""The ways in which a statutory clock is counted, by the names that ``data/clocks*.toml`` uses.

forward        a period by CAL-A: first day not counted, end rolls; supplements and a hard stop as the clock says
before         so long before an event, by CAL-G; that day is still in time
inspection     the inspection of a plan: it opens after a wait
report_day     a fixed day of the next year
month_end      the last day of a fixed month of the year of the start
duty           how long a restriction lasts, by CAL-B: first day counted, no roll
term           how long a right granted for a time lasts: from 00:00 of its first day, no roll
working        working days with the first day in, by CAL-D; up to five days are counted in hours; days of a
               supplement are taken out with both end days
working_hours  working hours from the moment of receipt, by CAL-D
disclosure     working days with the first day in, by CAL-E
hours          hours that run at once, by CAL-F
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from madang.kernel.clocks import working_time
from madang.kernel.clocks.counting import (
    CALENDAR,
    FIRST_DAY,
    Conditions,
    Counted,
    Step,
    backward,
    duty,
    period,
    roll,
)
from madang.kernel.clocks.lengths import Length, Unit, days, end_of, months, shift_months
from madang.kernel.clocks.seoul import day_of
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.working_time import CountedTime
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Start = date | datetime
Way = Callable[[Start, Parameter, Conditions], Counted | CountedTime]


class NeedsTime(Refusal, ValueError):
    """The clock counts hours: the hour at which it starts is needed, not only the day."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "시간 단위로 세는 기한이므로 시작한 시각이 필요합니다.",
                "this is counted in hours: give the time at which it starts, not only the day",
            )
        )


class NotADay(Refusal, TypeError):
    """The start is no day: text, or a date that is only known to the month or year."""

    def __init__(self, given: object) -> None:
        super().__init__(
            Words(
                f"시작일은 연월일까지 알아야 합니다: {given}",
                f"the start must be known to the day: {given}",
            )
        )


def length_of(number: Parameter) -> Length:
    """The length a statutory number means."""
    return _length(number.value, number.unit)


@lru_cache(maxsize=512)
def _length(n: int, unit: str) -> Length:
    return Length(n, _UNITS[unit])


_UNITS = {"days": Unit.DAY, "weeks": Unit.WEEK, "months": Unit.MONTH, "years": Unit.YEAR}


def _instant(start: Start) -> datetime:
    if not isinstance(start, datetime):
        raise NeedsTime
    return start


def _forward(start: Start, number: Parameter, given: Conditions) -> Counted:
    return period(day_of(start), length_of(number), given)


def _before(event: Start, number: Parameter, given: Conditions) -> Counted:
    return backward(day_of(event), length_of(number))


def _inspection(starts: Start, number: Parameter, given: Conditions) -> Counted:
    """The inspection ends with the 24th day, which begins at 00:00 after the six days of waiting."""
    start = day_of(starts)
    wait = parameter("plan.inspection_wait_days", number.in_force_from)
    waited = period(start, days(wait.value + number.value), given)
    words = Words(
        f"공고일부터 {wait.value}일이 지난 다음 날부터 {number.value}일 이상 열람",
        f"inspection from the day after {wait.value} days have passed, for {number.value} days or more",
    )
    return Counted(
        waited.due_on,
        waited.mode,
        (Step(start, waited.due_on, words, wait.citation), *waited.steps),
        waited.raw_due_on,
    )


def _report_day(year_day: Start, number: Parameter, given: Conditions) -> Counted:
    in_year = day_of(year_day)
    month = parameter("report.due_month", number.in_force_from)
    last, _ = shift_months(date(in_year.year, month.value, number.value), 12)
    said = spoken(last)
    words = Words(
        f"{in_year.year}년도 보고서의 기한은 {said.ko}", f"the report for {in_year.year} is due on {said.en}"
    )
    return _on_a_fixed_day(Step(in_year, last, words, number.citation), given)


def _month_end(in_year: Start, number: Parameter, given: Conditions) -> Counted:
    start = day_of(in_year)
    last = end_of(date(start.year, number.value, 1), months(1))
    said = spoken(last)
    words = Words(
        f"{start.year}년 {number.value}월 말일은 {said.ko}",
        f"the last day of month {number.value} of {start.year} is {said.en}",
    )
    return _on_a_fixed_day(Step(start, last, words, number.citation), given)


def _on_a_fixed_day(fixed: Step, given: Conditions) -> Counted:
    last = fixed.last
    due, steps = roll(last, given.table)
    if due != last:
        usual = Words(
            "날짜로 정한 기한에도 민법 제161조를 적용하는 통상의 해석(확인되지 않음)",
            "Civil Code 161 applied to a fixed date: the usual reading, not verified",
        )
        steps.append(Step(last, due, usual, None))
    return Counted(due, "CAL-A", (fixed, *steps), last)


def _duty(start: Start, number: Parameter, given: Conditions) -> Counted:
    return duty(day_of(start), length_of(number))


def _term(start: Start, number: Parameter, given: Conditions) -> Counted:
    """The first day counts because the term begins at its 00:00; nothing lengthens a right that ends on a day off."""
    first, length = day_of(start), length_of(number)
    last = end_of(first, length)
    begins, ends, span = spoken(first), spoken(last), length.words
    steps = (
        Step(
            first,
            first,
            Words(
                f"{begins.ko} 0시에 시작하므로 첫날부터 산입",
                f"begins at 00:00 on {begins.en}: the first day counts",
            ),
            FIRST_DAY,
        ),
        Step(
            first,
            last,
            Words(
                f"{span.ko}째 되는 날은 {ends.ko}. 특례의 기간은 쉬는 날에 끝나도 늘어나지 않음",
                f"{span.en} end on {ends.en}; the term of a right does not grow when it ends on a day off",
            ),
            CALENDAR,
        ),
    )
    return Counted(last, "CAL-A", steps, last)


def _working(start: Start, number: Parameter, given: Conditions) -> Counted | CountedTime:
    if number.value <= working_time.LAST_PERIOD_IN_HOURS:
        return working_time.petition_hours(_instant(start), number.value, given=given)
    return working_time.petition_days(day_of(start), number.value, given)


def _working_hours(start: Start, number: Parameter, given: Conditions) -> CountedTime:
    return working_time.petition_working_hours(_instant(start), number.value, given=given)


def _disclosure(start: Start, number: Parameter, given: Conditions) -> Counted:
    return working_time.disclosure_days(day_of(start), number.value, given)


def _hours(start: Start, number: Parameter, given: Conditions) -> CountedTime:
    return working_time.hours(_instant(start), number.value)


WAYS: dict[str, Way] = {
    "forward": _forward,
    "before": _before,
    "inspection": _inspection,
    "report_day": _report_day,
    "month_end": _month_end,
    "duty": _duty,
    "term": _term,
    "working": _working,
    "working_hours": _working_hours,
    "disclosure": _disclosure,
    "hours": _hours,
}


#: the ways that take out supplements, and those for which a start at 00:00 makes a difference
MAY_PAUSE = frozenset({"forward", "working", "working_hours"})
MAY_START_AT_MIDNIGHT = frozenset({"forward", "inspection"})


def lengthened(number: Parameter, by: Parameter, times: int) -> Parameter:
    """A number with its extensions added; both are in the same unit."""
    return replace(number, value=number.value + by.value * times)
