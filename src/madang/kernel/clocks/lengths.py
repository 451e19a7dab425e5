"""Lengths of time as the law writes them, and the bare calendar sum behind every period.

Months and years follow the calendar (Civil Code 160): a period ends on the day before the day that
corresponds to its first day; where the last month has no such day, on the month's last day.
"""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from madang.kernel.korean import josa
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words


class Unit(StrEnum):
    """What a length is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


#: the last day that no month lacks
_IN_EVERY_MONTH = 28
_KOREAN = {Unit.DAY: "일", Unit.WEEK: "주", Unit.MONTH: "개월", Unit.YEAR: "년"}


class NoLength(Refusal, ValueError):
    """A period of nothing, or of less."""

    def __init__(self, n: int, unit: Words) -> None:
        super().__init__(
            Words(
                f"기간은 1{unit.ko} 이상이어야 합니다. {josa(f'{n}{unit.ko}', '은/는')} 기간이 아닙니다.",
                f"a period has at least one {unit.en}, not {n}",
            )
        )


class NotInMonths(Refusal, ValueError):
    """Days and weeks cannot be written in months."""

    def __init__(self, length: "Length") -> None:
        said = length.words
        super().__init__(
            Words(
                f"{josa(said.ko, '은/는')} 월로 나타낼 수 없습니다.", f"{said.en} cannot be written in months"
            )
        )


class BeyondTheCalendar(Refusal, OverflowError):
    """A count leads out of the years 1 to 9999."""

    def __init__(self, day: date) -> None:
        super().__init__(
            Words(
                f"{day}부터 세면 달력의 범위(1년~9999년)를 벗어납니다.",
                f"counting from {day} leads out of the calendar (years 1 to 9999)",
            )
        )


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, weeks, months or years; at least one.

    Raises:
        NoLength: zero or less.

    >>> Length(6, Unit.MONTH).words.ko
    '6개월'
    """

    n: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.n < 1:
            raise NoLength(self.n, Words(_KOREAN[self.unit], self.unit.value))

    @property
    def words(self) -> Words:
        return Words(f"{self.n}{_KOREAN[self.unit]}", f"{self.n} {self.unit}{'s' if self.n > 1 else ''}")

    @property
    def in_months(self) -> int:
        """The length in months; days and weeks have none.

        Raises:
            NotInMonths: the length is in days or weeks.
        """
        if self.unit is Unit.MONTH:
            return self.n
        if self.unit is Unit.YEAR:
            return 12 * self.n
        raise NotInMonths(self)


def days(n: int) -> Length:
    return Length(n, Unit.DAY)


def weeks(n: int) -> Length:
    return Length(n, Unit.WEEK)


def months(n: int) -> Length:
    return Length(n, Unit.MONTH)


def years(n: int) -> Length:
    return Length(n, Unit.YEAR)


def moved(day: date, n: int) -> date:
    """Go n days on, or back.

    Raises:
        BeyondTheCalendar: there is no such day.
    """
    try:
        return day + timedelta(days=n)
    except OverflowError as error:
        raise BeyondTheCalendar(day) from error


def shift_months(day: date, n: int) -> tuple[date, bool]:
    """Go n calendar months on (or back); the flag says whether the month has that day, else its last day stands in.

    Raises:
        BeyondTheCalendar: there is no such month.

    >>> shift_months(date(2024, 1, 31), 1)
    (datetime.date(2024, 2, 29), False)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise BeyondTheCalendar(day)
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day), True
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)), day.day <= last


def end_of(first_counted: date, length: Length) -> date:
    """The last day of a period whose first counted day is given; no holiday is looked at.

    >>> end_of(date(2024, 2, 7), months(6)), end_of(date(2024, 1, 31), months(1))
    (datetime.date(2024, 8, 6), datetime.date(2024, 2, 29))
    """
    if length.unit is Unit.DAY:
        return moved(first_counted, length.n - 1)
    if length.unit is Unit.WEEK:
        return moved(first_counted, 7 * length.n - 1)
    corresponding, exists = shift_months(first_counted, length.in_months)
    if corresponding.day > 1 and exists:
        return corresponding.replace(day=corresponding.day - 1)
    return moved(corresponding, -1) if exists else corresponding


def days_between(first: date, last: date) -> int:
    """Days from one day to another, the first not counted.

    >>> days_between(date(2024, 12, 8), date(2025, 5, 21))
    164
    """
    return (last - first).days


def calendar_months(first: PartialDate, last: PartialDate) -> int | None:
    """How many calendar months from the first to the last, both included; None when a month is not known.

    >>> calendar_months(PartialDate.parse("2019-07"), PartialDate.parse("2023-06"))
    48
    """
    if first.first is None or last.last is None or "year" in (first.precision, last.precision):
        return None
    return (last.last.year - first.first.year) * 12 + last.last.month - first.first.month + 1
