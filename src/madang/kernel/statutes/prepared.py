"""Due dates without their explanation, for many starts of one rule: the same days as ``due_date``, in under 1 µs.

A prepared counter holds the table it was made for; after ``use_table`` ask for it anew. Whatever it cannot look up (an
older version that needs the case's day, a start outside the table, a clock in hours) it leaves to ``due_date``, which
counts it or refuses it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.lengths import Length, Unit, end_of, moved, shift_months
from madang.kernel.clocks.working_time import LAST_PERIOD_IN_HOURS
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.due import due_date, needs_case_date
from madang.kernel.statutes.parameters import Parameter, parameter, parameter_editions
from madang.kernel.statutes.ways import length_of

Counter = Callable[[date], date]


@dataclass(frozen=True, slots=True)
class _Making:
    """What a counter of one version is made of: the number, the table, and whom to ask for other starts."""

    asked: Clock
    number: Parameter
    table: HolidayTable
    other: Counter

    @property
    def length(self) -> Length:
        return length_of(self.number)


def plain_due(rule_id: str, table: HolidayTable | None = None) -> Callable[[date], date]:
    """Return a counter from the start to the due date of a clock that nothing bends.

    Raises:
        NoSuchRule: the rule has no clock.

    >>> plain_due("DES-03")(date(2020, 5, 26))
    datetime.date(2020, 8, 24)
    """
    return _prepared(rule_id, table or national_table())


@lru_cache(maxsize=256)
def _prepared(rule_id: str, table: HolidayTable) -> Counter:
    asked = clock(rule_id)

    def explained(start: date) -> date:
        return due_date(rule_id, start=start, table=table).due_on

    counter: Counter = explained
    for number in parameter_editions(asked.parameter):
        if asked.way in _MAKERS and not needs_case_date(asked, number):
            counter = _MAKERS[asked.way](_Making(asked, number, table, counter))
    return counter


def counter_of(rule_id: str, number: Parameter, table: HolidayTable) -> Counter:
    """Return a counter by one version of the number, whatever the start: the day of the case has chosen it."""
    asked = clock(rule_id)

    def explained(start: date) -> date:
        return due_date(rule_id, start=start, on=number.in_force_from, table=table).due_on

    if asked.way not in _MAKERS:
        return explained
    return _MAKERS[asked.way](_Making(asked, number, table, explained))


def _forward(made: _Making) -> Counter:
    length, numbers = made.length, made.table.ordinals
    if length.unit not in (Unit.DAY, Unit.WEEK):
        return _forward_by_months(made)
    n = length.n * (7 if length.unit is Unit.WEEK else 1)
    if made.asked.hard_stop:
        n = min(n, parameter(made.asked.hard_stop, made.number.in_force_from).value)
    return _looked_up(made, numbers.rolled, n, -n)


def _looked_up(made: _Making, days: list[date | None], offset: int, earliest: int) -> Counter:
    """Look up by the number of the start; ``earliest`` is the number of the first start in the list."""
    base, other = made.table.ordinals.base, made.other
    low, high = _span(made, base + earliest, base + len(days) - 1 - offset)
    offset -= base

    def counter(start: date) -> date:
        if type(start) is date and low <= start <= high:
            found = days[start.toordinal() + offset]
            if found is not None:
                return found
        return other(start)

    return counter


def _span(made: _Making, first: int, last: int) -> tuple[date, date]:
    """From when to when a version counts, within two numbered days."""
    until = made.number.in_force_until or date.max
    low = max(made.number.in_force_from, date.fromordinal(max(first, 1)))
    return low, min(until, date.fromordinal(max(last, 1)))


def _forward_by_months(made: _Making) -> Counter:
    length, numbers, other = made.length, made.table.ordinals, made.other
    low, high = _span(made, 1, date.max.toordinal())
    base, rolled = numbers.base, numbers.rolled

    def counter(start: date) -> date:
        if type(start) is date and low <= start <= high:
            index = end_of(moved(start, 1), length).toordinal() - base
            if 0 <= index < len(rolled) and (found := rolled[index]):
                return found
        return other(start)

    return counter


def _before(made: _Making) -> Counter:
    length, other = made.length, made.other
    low, high = _span(made, 1, date.max.toordinal())
    months = length.in_months if length.unit in (Unit.MONTH, Unit.YEAR) else 0
    n = length.n * (7 if length.unit is Unit.WEEK else 1)

    def counter(event: date) -> date:
        if type(event) is date and low <= event <= high:
            return shift_months(event, -months)[0] if months else moved(event, -n)
        return other(event)

    return counter


def _without_roll(made: _Making) -> Counter:
    length, other = made.length, made.other
    low, high = _span(made, 1, date.max.toordinal())

    def counter(start: date) -> date:
        return end_of(start, length) if type(start) is date and low <= start <= high else other(start)

    return counter


def _working(made: _Making) -> Counter:
    n, numbers = made.number.value, made.table.ordinals
    if made.asked.way == "working" and n <= LAST_PERIOD_IN_HOURS:
        return made.other
    due = [
        numbers.working[i] if (i := rank + n - 1) < len(numbers.working) else None for rank in numbers.rank
    ]
    return _looked_up(made, due, 0, 0)


_MAKERS: dict[str, Callable[[_Making], Counter]] = {
    "forward": _forward,
    "before": _before,
    "duty": _without_roll,
    "term": _without_roll,
    "working": _working,
    "disclosure": _working,
}
