"""Substitute holidays (대체공휴일) by the rule of the day: Regulations on Holidays, Art. 3, four versions.

One coincidence gives one substitute day: the next day that is no holiday. A substitute that would fall on a
Saturday moves on, and two on one day take the next day too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday that stands in the regulation: its day and its group (national, seollal, children …)."""

    on: date
    group: str


@dataclass(frozen=True, slots=True)
class SubstituteRule:
    """Which groups get a substitute, in one version of the regulation; ``decided_on`` is its promulgation if known."""

    in_force_from: date
    saturday: frozenset[str]
    sunday: frozenset[str]
    holiday: frozenset[str]
    decided_on: date | None = None

    @property
    def settled_by(self) -> date:
        """The day by which it surely was decided."""
        return self.decided_on or self.in_force_from

    def applies(self, groups: Sequence[str], on: date) -> bool:
        """Whether the holidays of these groups that meet on a day earn a substitute."""
        weekday = on.weekday()
        if weekday == _SATURDAY:
            return not self.saturday.isdisjoint(groups)
        if weekday == _SUNDAY:
            return not self.sunday.isdisjoint(groups)
        return len(groups) > 1 and not self.holiday.isdisjoint(groups)


def substitute_days(
    days: Iterable[NamedDay], rules: Sequence[SubstituteRule], others: Iterable[date] = ()
) -> dict[date, date]:
    """Return substitute day → the holiday it stands in for.

    ``others`` are holidays that earn no substitute themselves (elections, days set by the cabinet)
    but are no free days either.

    >>> rule = SubstituteRule(date(2013, 11, 5), frozenset(["children"]), frozenset(), frozenset())
    >>> substitute_days([NamedDay(date(2018, 5, 5), "children")], [rule])
    {datetime.date(2018, 5, 7): datetime.date(2018, 5, 5)}
    """
    groups: dict[date, list[str]] = {}
    for named in days:
        groups.setdefault(named.on, []).append(named.group)
    taken = set(groups) | set(others)
    found: dict[date, date] = {}
    for on in sorted(groups):
        rule = next((r for r in reversed(rules) if r.in_force_from <= on), None)
        if rule and rule.applies(groups[on], on):
            free = _next_free(on, taken)
            taken.add(free)
            found[free] = on
    return found


def entitled_since(on: date, groups: Sequence[str], rules: Sequence[SubstituteRule]) -> SubstituteRule:
    """The rule from which on the holidays of these groups that meet on a day have had a substitute without a break.

    >>> early = SubstituteRule(date(2013, 11, 5), frozenset(["children"]), frozenset(), frozenset())
    >>> late = SubstituteRule(date(2021, 8, 4), frozenset(["children"]), frozenset(), frozenset())
    >>> entitled_since(date(2029, 5, 5), ["children"], [early, late]) is early
    True
    """
    newest_first = reversed([rule for rule in rules if rule.in_force_from <= on])
    return list(takewhile(lambda rule: rule.applies(groups, on), newest_first))[-1]


def _next_free(on: date, taken: set[date]) -> date:
    day = on + _DAY
    while day in taken or day.weekday() >= _SATURDAY:
        day += _DAY
    return day


def rules_from(rows: Iterable[Mapping[str, Any]]) -> tuple[SubstituteRule, ...]:
    """Build the dated rules from their table rows."""
    return tuple(
        SubstituteRule(
            row["from"],
            frozenset(row["saturday"]),
            frozenset(row["sunday"]),
            frozenset(row["holiday"]),
            row.get("decided_on"),
        )
        for row in rows
    )
