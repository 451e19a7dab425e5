"""Due dates inside rules: counted by the day and the knowledge of the case, and explained only when somebody reads it.

Most answers are compared and counted, few are read. ``due_of`` looks the day up and keeps what is needed to explain
it; the explanation is the one of ``due_date``, with the same table of holidays.
"""

from datetime import date
from functools import lru_cache
from typing import Unpack

from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Step
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due import Bends, due_date, paused_end
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.prepared import Counter, counter_of
from madang.kernel.statutes.ways import Start
from madang.kernel.words import Words


class Due:
    """A due date that explains itself when asked: ``explained`` is the ``DueDate`` of the same count."""

    __slots__ = ("_bends", "_explained", "_on", "_start", "due_on", "rule_id")

    def __init__(self, rule_id: str, due_on: date, start: date, on: date, bends: Bends) -> None:
        self.rule_id, self.due_on = rule_id, due_on
        self._start, self._on, self._bends = start, on, bends
        self._explained: DueDate | None = None

    @property
    def due_at(self) -> None:
        """No moment: a clock in hours is explained at once."""

    @property
    def explained(self) -> DueDate:
        if self._explained is None:
            self._explained = due_date(self.rule_id, start=self._start, on=self._on, **self._bends)
        return self._explained

    @property
    def sentence(self) -> Words:
        words, said = clock(self.rule_id).words, spoken(self.due_on)
        return Words(f"{words.ko}: {said.ko}까지", f"{words.en}: by {said.en}")

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.explained.steps

    def __repr__(self) -> str:
        return f"Due({self.rule_id} {self.due_on})"


def due_of(
    facts: Facts, rule_id: str, *, start: Start, on: date | None = None, **bends: Unpack[Bends]
) -> Due | DueDate:
    """Count the due date of a rule's clock for the facts of a case.

    The version is that of ``on``, the day of the case if not given; the holidays are those known on the day of
    knowledge. Raises as ``due_date``.

    >>> asked = Facts({}, date(2020, 5, 26))
    >>> due = due_of(asked, "DES-03", start=date(2020, 5, 26))
    >>> due.due_on, due.sentence == due.explained.sentence
    (datetime.date(2020, 8, 24), True)
    """
    day = on or facts.on
    if facts.known_on is None and type(start) is date:
        table = national_table()
        if not any(bends.values()):
            return Due(rule_id, _counter(rule_id, day, table)(start), start, day, {"table": table})
        asked = clock(rule_id)
        if bends.keys() == _PAUSES and asked.way == "forward":
            kept: Bends = {"table": table, "pauses": tuple(bends["pauses"])}
            return Due(rule_id, paused_end(asked, start, day, kept), start, day, kept)
    return due_date(rule_id, start=start, on=day, known_on=facts.known_on, **bends)


def holidays_of(facts: Facts) -> HolidayTable:
    """The national holidays that were decided by the day of knowledge; all of them when there is none.

    >>> day = date(2025, 1, 27)
    >>> [holidays_of(Facts({}, day, known_on)).is_day_off(day) for known_on in (date(2025, 1, 2), None)]
    [False, True]
    """
    table = national_table()
    return table if facts.known_on is None else table.as_known_on(facts.known_on)


_PAUSES = frozenset({"pauses"})


@lru_cache(maxsize=8192)
def _counter(rule_id: str, on: date, table: HolidayTable) -> Counter:
    number = parameter(clock(rule_id).parameter, on)
    return _counter_by(rule_id, number, table)


@lru_cache(maxsize=1024)
def _counter_by(rule_id: str, number: Parameter, table: HolidayTable) -> Counter:
    return counter_of(rule_id, number, table)
