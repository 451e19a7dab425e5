"""Which days are off (CAL-I to CAL-L): satisfied means yes, breached means no. The other modes are ways of counting.

The version of the regulation is chosen by the day in question itself; the day of the case only chooses what is cited.

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("CAL-I", {"calendar_day_on": date(2026, 7, 17)}, on=date(2026, 7, 17)).sentence.en
'Fri 17 July 2026: Constitution Day, a public holiday.'
"""

from collections.abc import Iterator
from datetime import date

from madang.kernel.clocks.holidays import Holiday, national_table
from madang.kernel.clocks.spoken import SATURDAY, spoken
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, either
from madang.kernel.statutes.registry import rule
from madang.kernel.words import Words

_SOURCE = Words("근거", "source")


@rule("CAL-I")
def day_is_a_public_holiday(facts: Facts) -> Finding:
    """Sundays and the named days.

    Raises:
        UnknownCalendar: the day lies outside the table of holidays.
    """
    day = facts.day("calendar_day_on")
    return _answer(day, Words("공휴일", "public holiday"), national_table().is_public_holiday(day))


@rule("CAL-J")
def day_is_a_substitute(facts: Facts) -> Finding:
    """The substitute of a holiday, by the version in force on the holiday; raises as CAL-I."""
    day = facts.day("calendar_day_on")
    return _answer(day, Words("대체공휴일", "substitute holiday"), is_substitute(day))


@rule("CAL-K")
def end_rolls_over_the_saturday(facts: Facts) -> Finding:
    """A Saturday, whether or not it is a holiday too."""
    day = facts.day("calendar_day_on")
    said = spoken(day)
    return either(
        day.weekday() == SATURDAY,
        Words(
            f"{said.ko}은 토요일이므로 기간은 다음 날로 끝납니다.",
            f"{said.en}: a Saturday, the period ends the next day.",
        ),
        Words(f"{said.ko}은 토요일이 아닙니다.", f"{said.en}: no Saturday."),
    )


@rule("CAL-L")
def day_was_set_by_the_cabinet(facts: Facts) -> Finding:
    """A day of the table of ad hoc holidays; raises as CAL-I."""
    day = facts.day("calendar_day_on")
    national_table().is_public_holiday(day)
    set_by_cabinet = any(holiday.kind == "cabinet" for holiday in _holidays_on(day))
    return _answer(day, Words("정부가 정한 공휴일", "day set by the cabinet"), set_by_cabinet)


def is_substitute(day: date) -> bool:
    """Whether a day is the substitute of a holiday (CAL-J).

    Raises:
        UnknownCalendar: the day lies outside the table of holidays.

    >>> is_substitute(date(2021, 8, 16)), is_substitute(date(2021, 6, 7))
    (True, False)
    """
    national_table().is_public_holiday(day)
    return any(holiday.kind == "substitute" for holiday in _holidays_on(day))


def substitutes_of(year: int) -> tuple[date, ...]:
    """The substitute holidays of a year (CAL-J).

    Raises:
        UnknownCalendar: the year lies outside the table of holidays.

    >>> [day.isoformat() for day in substitutes_of(2024)]
    ['2024-02-12', '2024-05-06']
    """
    for day in (date(year, 1, 1), date(year, 12, 31)):
        national_table().is_public_holiday(day)
    return tuple(h.on for h in national_table() if h.kind == "substitute" and h.on.year == year)


def _holidays_on(day: date) -> Iterator[Holiday]:
    return (holiday for holiday in national_table() if holiday.on == day)


def _answer(day: date, what: Words, found: bool) -> Finding:
    said, reason = spoken(day), national_table().reason_off(day) or Words("평일", "a working day")
    sources = [TraceStep(_SOURCE, holiday.source) for holiday in _holidays_on(day)]
    return either(
        found,
        Words(f"{said.ko}: {reason.ko}, {what.ko}입니다.", f"{said.en}: {reason.en}, a {what.en}."),
        Words(f"{said.ko}: {reason.ko}, {what.ko}이 아닙니다.", f"{said.en}: {reason.en}, not a {what.en}."),
        trace=sources,
    )
