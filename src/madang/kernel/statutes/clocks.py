"""The register of statutory clocks: what is due, how long it takes, how it is counted, and what may bend it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.refusals import NoSuchRule
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock. ``way`` is a key of ``ways.WAYS``; ``hard_stop`` and ``extension`` are names of numbers, or empty."""

    rule_id: str
    parameter: str
    way: str
    matter: str
    words: Words
    start: Words
    may_pause: bool = False
    hard_stop: str = ""
    extension: str = ""
    extensions: int = 0


def clock_rule_ids() -> tuple[str, ...]:
    """Every rule id that ``due_date`` knows."""
    return tuple(_clocks())


def clock(rule_id: str) -> Clock:
    """The clock of a rule.

    Raises:
        NoSuchRule: the rule has no clock.

    >>> clock("DES-03").way
    'forward'
    """
    found = _clocks().get(rule_id)
    if found is None:
        raise NoSuchRule(rule_id)
    return found


@cache
def _clocks() -> dict[str, Clock]:
    return {rule_id: _clock(rule_id, row) for rule_id, row in data("clocks").items()}


def _clock(rule_id: str, row: dict[str, Any]) -> Clock:
    extension = row.get("extension", "")
    return Clock(
        rule_id=rule_id,
        parameter=row["parameter"],
        way=row["way"],
        matter=row["matter"],
        words=Words(row["ko"], row["en"]),
        start=Words(*row["start"]),
        may_pause=row.get("may_pause", False),
        hard_stop=row.get("hard_stop", ""),
        extension=extension,
        extensions=row.get("extensions", 1 if extension else 0),
    )
