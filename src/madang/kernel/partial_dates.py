"""Dates as published: to the day, to the month, to the year, or not at all.

A partial date keeps its precision. It is never completed in silence: whoever needs a day
asks for ``first`` and ``last`` and decides only what holds for every day between them.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "year", "unknown"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year", 0: "unknown"}


class NotADate(ValueError):
    """The text is not a day, a month or a year as published history writes them."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"not a date, month or year: {text!r}; expected 2024-09-04, 2024-09, 2024 or nothing"
        )
        self.text = text


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision its source gives it.

    >>> PartialDate.parse("2024-09").last
    datetime.date(2024, 9, 30)
    >>> PartialDate.parse("").precision
    'unknown'
    >>> str(PartialDate.of(date(2024, 9, 4)))
    '2024-09-04'
    """

    text: str
    first: date | None
    last: date | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``2024-09-04``, ``2024-09``, ``2024`` or the empty text.

        Raises:
            NotADate: any other text, or a day that does not exist.
        """
        text = text.strip()
        if not text:
            return UNKNOWN_DATE
        found = _SHAPE.fullmatch(text)
        if not found or not text.isascii():
            raise NotADate(text)
        year, month, day = (1 if part is None else int(part) for part in found.groups())
        try:
            first = date(year, month, day)
        except ValueError as error:
            raise NotADate(text) from error
        return cls(text, first, _last_of(first, _PRECISIONS[len(text)]))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return a known day as a partial date."""
        return cls(day.isoformat(), day, day)

    @property
    def precision(self) -> Precision:
        return _PRECISIONS[len(self.text)]

    @property
    def is_exact(self) -> bool:
        return self.first is not None and self.first == self.last

    @property
    def is_known(self) -> bool:
        return self.first is not None

    @property
    def sort_key(self) -> tuple[date, date]:
        """For lists: by first day, coarser before finer, unknown at the end."""
        return (self.first or date.max, date.max - ((self.last or date.max) - date.min))

    def before(self, other: "PartialDate") -> bool | None:
        """Whether this lies before the other; None when the precision does not say.

        >>> PartialDate.parse("2024").before(PartialDate.parse("2025-03"))
        True
        >>> PartialDate.parse("2024").before(PartialDate.parse("2024-05")) is None
        True
        """
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        if self.last < other.first:
            return True
        return False if self.first >= other.last else None

    def days(self) -> Iterator[date]:
        """Every day the date may be; none when it is unknown."""
        if self.first is None or self.last is None:
            return
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=offset)

    def __str__(self) -> str:
        return self.text


def _last_of(first: date, precision: Precision) -> date:
    if precision == "day":
        return first
    if precision == "month":
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first.replace(month=12, day=31)


UNKNOWN_DATE = PartialDate("", None, None)
