"""Rules on arrays: the statuses of many situations, by the same editions of the law as one at a time.

A day is a whole number here (days since 1970; the least of all: not stated), a yes or no is 1, 0 or -1 (not stated),
a count is -1 when it is not stated. Every criterion writes its statuses into an array it is given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from madang.kernel.statutes.parameters import parameter, parameter_editions
from madang.kernel.statutes.refusals import NotInForce
from madang.kernel.statutes.registry import rule_info

#: Greater is worse, so that the joint answer is the greatest: not in force, satisfied, unknown, breached, refused
#: because the facts contradict each other.
NOT_IN_FORCE, SATISFIED, UNKNOWN, BREACHED, REFUSED = -1, 0, 1, 2, 3
NOT_A_DAY = np.iinfo(np.int64).min
_EPOCH = date(1970, 1, 1).toordinal()

Statuses = NDArray[np.int8]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """Some situations: the days that choose the version of the law, of which the first and last, and the columns."""

    on: NDArray[np.int64]
    first: int
    last: int
    columns: Mapping[str, NDArray[Any]]

    def days(self, name: str) -> NDArray[Any]:
        return self._column(name, NOT_A_DAY)

    def truths(self, name: str) -> NDArray[Any]:
        return self._column(name, -1)

    counts = truths

    def _column(self, name: str, unstated: int) -> NDArray[Any]:
        found = self.columns.get(name)
        return np.broadcast_to(np.int64(unstated), self.on.shape) if found is None else found


Fill = Callable[[Asked, Statuses], None]
#: A criterion of a day of knowledge: its editions are looked up once for all situations.
Criterion = Callable[[date | None], Fill]


def number_of(day: date) -> int:
    """A day as a whole number.

    >>> number_of(date(1970, 1, 2))
    1
    """
    return day.toordinal() - _EPOCH


def prepared(rule_id: str, known_on: date | None) -> Fill:
    """The criterion of a rule that is one of ``CRITERIA``, made ready for a day of knowledge."""
    known = [p.first_on for p in rule_info(rule_id).provisions if p.is_known(known_on)]
    first = number_of(known[0]) if known else np.iinfo(np.int64).max
    fill = CRITERIA[rule_id](known_on)

    def filled(asked: Asked, out: Statuses) -> None:
        fill(asked, out)
        if asked.first < first:
            np.copyto(out, NOT_IN_FORCE, where=asked.on < first)

    return filled


def all_yes(*names: str) -> Criterion:
    """All of these hold: one no decides, one that is not stated leaves the answer open."""

    def fill(asked: Asked, out: Statuses) -> None:
        first = asked.truths(names[0])
        no, unstated = first == 0, first < 0
        for name in names[1:]:
            column = asked.truths(name)
            no |= column == 0
            unstated |= column < 0
        _no_decides(no, unstated, out)

    return lambda known_on: fill


def at_most(name: str, limit: str) -> Criterion:
    """A count is within the statutory number of its day."""

    def ready(known_on: date | None) -> Fill:
        editions = _editions(limit, known_on)

        def fill(asked: Asked, out: Statuses) -> None:
            count = asked.counts(name)
            _if_stated(_by_edition(editions, asked, lambda value: count > value), count < 0, out)

        return fill

    return ready


def more_than_half(part: str, whole: str) -> Criterion:
    """More than half of a whole; half is not enough."""

    def fill(asked: Asked, out: Statuses) -> None:
        some, of = asked.counts(part), asked.counts(whole)
        _if_stated(2 * some <= of, (some < 0) | (of < 0), out)

    return lambda known_on: fill


def not_after(earlier: str, later: str) -> Criterion:
    """One day does not lie after another."""

    def fill(asked: Asked, out: Statuses) -> None:
        first, last = asked.days(earlier), asked.days(later)
        _if_stated(first > last, (first == NOT_A_DAY) | (last == NOT_A_DAY), out)

    return lambda known_on: fill


def days_before(done: str, event: str, length: str) -> Criterion:
    """Something was done so many days before an event (CAL-G); done after it, the facts contradict each other."""

    def ready(known_on: date | None) -> Fill:
        editions = _editions(length, known_on)
        known = None if known_on is None else number_of(known_on)

        def fill(asked: Asked, out: Statuses) -> None:
            was, of = asked.days(done), asked.days(event)
            undone, unknown = was == NOT_A_DAY, of == NOT_A_DAY
            late = _by_edition(editions, asked, lambda value: was > of - value)
            if known is not None:
                over = _by_edition(editions, asked, lambda value: known > of - value)
                late |= undone & over
                undone &= ~over
            _if_stated(late, undone | unknown, out)
            np.copyto(out, REFUSED, where=(was > of) & ~unknown)

        return fill

    return ready


def outsiders_since(outside: str, if_: str, rule_id: str) -> Criterion:
    """What is outside is let in from the first day of a rule on, if something holds."""

    def ready(known_on: date | None) -> Fill:
        known = [p.first_on for p in rule_info(rule_id).provisions if p.is_known(known_on)]
        since = number_of(known[0]) if known else np.iinfo(np.int64).max

        def fill(asked: Asked, out: Statuses) -> None:
            is_outside, holds = asked.truths(outside), asked.truths(if_)
            let_in = asked.on >= since
            shut_out = (is_outside == 1) & ((holds == 0) | ~let_in)
            _no_decides(shut_out, (is_outside < 0) | ((is_outside == 1) & (holds < 0)), out)

        return fill

    return ready


def _no_decides(breached: Truths, unstated: Truths, out: Statuses) -> None:
    """The statuses, where a breach is one whatever else is not stated."""
    np.multiply(breached.view(np.int8), BREACHED, out=out)
    np.maximum(out, unstated.view(np.int8), out=out)


def _if_stated(breached: Truths, unstated: Truths, out: Statuses) -> None:
    """The statuses, where nothing is known of what is not stated."""
    np.multiply(breached.view(np.int8), BREACHED, out=out)
    np.copyto(out, UNKNOWN, where=unstated)


def _editions(name: str, known_on: date | None) -> list[tuple[int, int]]:
    """The values of a number, each with the day from which it stands, to the knowledge of a day."""
    found = []
    for edition in parameter_editions(name):
        try:
            value = parameter(name, edition.in_force_from, known_on).value
        except NotInForce:
            continue
        found.append((number_of(edition.in_force_from), value))
    return found


def _by_edition(editions: list[tuple[int, int]], asked: Asked, test: Callable[[int], Truths]) -> Truths:
    """A test by the edition of each day; days before the first edition are not in force and do not matter."""
    if not editions:
        return np.zeros(asked.on.shape, dtype=np.bool_)
    begun = max(sum(day <= asked.first for day, _ in editions), 1)
    found = test(editions[begun - 1][1])
    for day, value in editions[begun:]:
        if day <= asked.last:
            np.copyto(found, test(value), where=asked.on >= day)
    return found


#: The rules that are computed on arrays; the others depend on texts, supplements or lists.
CRITERIA: dict[str, Criterion] = {
    "APP-08": outsiders_since("operator_outside_zone", "takes_part_in_project", "APP-02"),
    "APP-09": all_yes("operator_in_plan", "in_zone_area"),
    "PLN-08": days_before("hearing_announced_on", "hearing_on", "hearing.announcement_days"),
    "DES-01": all_yes("ministries_notified", "balance_committee_notified"),
    "DES-04": all_yes("committee_resolved", "opinions_considered"),
    "ZC-01": at_most("committee_size", "zone_committee.members"),
    "ZC-03": at_most("assembly_recommended_members", "zone_committee.assembly_experts"),
    "DC-02": at_most("committee_size", "deliberation_committee.members"),
    "COM-02": more_than_half("votes_yes", "members_present"),
    "CHG-04": not_after("gazetted_on", "change_applies_from"),
    "REV-02": all_yes("ministries_consulted", "committee_resolved"),
    "REV-09": not_after("tool_ends_on", "zone_ends_on"),
}
