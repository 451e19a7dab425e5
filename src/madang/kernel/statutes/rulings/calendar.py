"""Which days are off (CAL-I to CAL-L): satisfied means yes, breached means no. The other modes are ways of counting.

The version of the regulation is chosen by the day in question itself; the day of the case only chooses what is cited.

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("CAL-I", {"calendar_day_on": date(2026, 7, 17)}, on=date(2026, 7, 17)).sentence.en
'Fri 17 July 2026: Constitution Day, a public holiday.'
"""

from datetime import date

from madang.kernel.clocks.holidays import Holiday, HolidayTable, national_table
from madang.kernel.clocks.spoken import SATURDAY, spoken
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.clocked import holidays_of
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
    table = holidays_of(facts)
    return _answer(table, day, Words("공휴일", "public holiday"), table.is_public_holiday(day))


@rule("CAL-J")
def day_is_a_substitute(facts: Facts) -> Finding:
    """The substitute of a holiday, by the version in force on the holiday; raises as CAL-I."""
    day = facts.day("calendar_day_on")
    table = holidays_of(facts)
    return _answer(table, day, Words("대체공휴일", "substitute holiday"), is_substitute(day, table))


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
    day, table = facts.day("calendar_day_on"), holidays_of(facts)
    set_by_cabinet = any(holiday.kind == "cabinet" for holiday in _holidays_on(table, day))
    return _answer(table, day, Words("정부가 정한 공휴일", "day set by the cabinet"), set_by_cabinet)


def is_substitute(day: date, table: HolidayTable | None = None) -> bool:
    """Whether a day is the substitute of a holiday (CAL-J), by the national table if none is given.

    Raises:
        UnknownCalendar: the day lies outside the table of holidays.

    >>> is_substitute(date(2021, 8, 16)), is_substitute(date(2021, 6, 7))
    (True, False)
    """
    holidays = _holidays_on(table or national_table(), day)
    return any(holiday.kind == "substitute" for holiday in holidays)


def _holidays_on(table: HolidayTable, day: date) -> list[Holiday]:
    table.is_public_holiday(day)  # refuses a day outside of the table
    return [holiday for holiday in table if holiday.on == day]


def _answer(table: HolidayTable, day: date, what: Words, found: bool) -> Finding:
    said, reason = spoken(day), table.reason_off(day) or Words("평일", "a working day")
    sources = [TraceStep(_SOURCE, holiday.source) for holiday in _holidays_on(table, day)]
    return either(
        found,
        Words(f"{said.ko}: {reason.ko}, {what.ko}입니다.", f"{said.en}: {reason.en}, a {what.en}."),
        Words(f"{said.ko}: {reason.ko}, {what.ko}이 아닙니다.", f"{said.en}: {reason.en}, not a {what.en}."),
        trace=sources,
    )
