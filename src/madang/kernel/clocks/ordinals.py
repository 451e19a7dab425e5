"""The days of a table of holidays as numbers: which are off, to which day an end moves, which working day comes n-th.

``rank`` counts the working days before a day, and the list of working days is its inverse: the n-th working day from
a day on is one addition and one look-up, however far away it lies.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container
from datetime import date

_SATURDAY = 5


class Ordinals:
    """The days from one day to another, counted from 0 at the first.

    >>> table = Ordinals(date(2026, 7, 13), date(2026, 7, 20), {date(2026, 7, 17)})
    >>> table.rolled[4], table.working_day(date(2026, 7, 16), 2)
    (datetime.date(2026, 7, 20), datetime.date(2026, 7, 20))
    """

    def __init__(self, first: date, last: date, holidays: Container[date]) -> None:
        self.base = first.toordinal()
        days = [date.fromordinal(n) for n in range(self.base, last.toordinal() + 1)]
        self.is_off = [day.weekday() >= _SATURDAY or day in holidays for day in days]
        self.working = [days[n] for n, off in enumerate(self.is_off) if not off]
        self.off = [days[n] for n, off in enumerate(self.is_off) if off]
        self.rank = self._ranks()
        #: the day itself when it is a working day, else the next one; None where the table ends before it
        self.rolled = [self.working[r] if r < len(self.working) else None for r in self.rank]

    def _ranks(self) -> list[int]:
        """For each day, how many working days lie before it."""
        ranks, so_far = [], 0
        for off in self.is_off:
            ranks.append(so_far)
            so_far += not off
        return ranks

    def working_day(self, first: date, n: int) -> date | None:
        """The n-th working day from a day of the table on; None when it lies beyond the table."""
        index = self.rank[first.toordinal() - self.base] + n - 1
        return self.working[index] if index < len(self.working) else None

    def days_off(self, first: date, last: date) -> list[date]:
        """The days off from one day to another, both included."""
        return self.off[bisect_left(self.off, first) : bisect_right(self.off, last)]
