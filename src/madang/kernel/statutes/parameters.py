"""Statutory numbers by day: each has its unit, its article, its version and how far it was read.

A number without a verified source (confidence U) is refused, never guessed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import NoLongerInForce, NoSuchParameter, NotInForce, NotVerified

Confidence = Literal["T", "S", "U", "inference"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One statutory number as it stood on a day; ``in_force_until`` is its last day, None when still in force.

    Confidence: T read in the statute, S secondary source, inference drawn from the text.
    """

    name: str
    value: int
    unit: str
    citation: Citation
    rule_id: str
    in_force_from: date
    in_force_until: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    head: dict[str, Any]
    edition: dict[str, Any]
    until: date | None


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    table = data("parameters")
    return {name: tuple(_editions(name, head)) for name, head in table.items()}


def _editions(name: str, head: dict[str, Any]) -> list[_Row]:
    editions = sorted(head.get("editions", [head]), key=lambda e: e["from"])
    ends = [date.fromordinal(e["from"].toordinal() - 1) for e in editions[1:]]
    return [_Row(name, head, e, until) for e, until in zip(editions, [*ends, head.get("until")], strict=True)]


def parameter_names() -> tuple[str, ...]:
    """Every name that ``parameter`` knows, unverified ones included."""
    return tuple(_rows())


@cache
def parameter_editions(name: str) -> tuple[Parameter, ...]:
    """Every edition of a number that was verified, oldest first; none for a number that was not.

    Raises:
        NoSuchParameter: no number has that name.

    >>> [edition.value for edition in parameter_editions("change.notice_days")]
    [30, 15]
    """
    if name not in _rows():
        raise NoSuchParameter(name)
    found = []
    for row in _rows()[name]:
        if (row.edition.get("confidence") or row.head.get("confidence", "T")) != "U":
            found.append(parameter(name, row.edition["from"]))
    return tuple(found)


@cache
def parameter_names_of(rule_id: str) -> tuple[str, ...]:
    """The names of the numbers that a rule sets.

    >>> parameter_names_of("DES-03")
    ('designation.decision_days',)
    """
    return tuple(name for name, rows in _rows().items() if rows[0].head["rule"] == rule_id)


@cache
def parameter_changes() -> tuple[date, ...]:
    """The days from which some statutory number stood as it was then new."""
    return tuple(sorted({row.edition["from"] for rows in _rows().values() for row in rows}))


@lru_cache(maxsize=8192)
def parameter(name: str, on: date) -> Parameter:
    """Return a statutory number as it stood on a day.

    Raises:
        NoSuchParameter: no number has that name.
        NotInForce: nothing was in force on that day (NoLongerInForce: not any more).
        NotVerified: the number was not verified in a source.

    >>> parameter("change.notice_days", date(2024, 8, 7)).value
    15
    """
    if name not in _rows():
        raise NoSuchParameter(name)
    rows = _rows()[name]
    row = next((r for r in reversed(rows) if r.edition["from"] <= on), None)
    if row is None:
        raise NotInForce(name, on, rows[0].edition["from"])
    if row.until is not None and on > row.until:
        raise NoLongerInForce(name, on, row.edition["from"])
    law = row.edition.get("law") or row.head["law"]
    citation = cite(law, row.edition.get("article") or row.head["article"], on)
    confidence = row.edition.get("confidence") or row.head.get("confidence", "T")
    if confidence == "U":
        raise NotVerified(row.head["rule"], citation, name)
    return Parameter(
        name=name,
        value=row.edition["value"],
        unit=row.head["unit"],
        citation=citation,
        rule_id=row.head["rule"],
        in_force_from=row.edition["from"],
        in_force_until=row.until,
        confidence=confidence,
    )
