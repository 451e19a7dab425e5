"""Statutory numbers by day: each has its unit, its article, its version and how far it was read.

A number without a verified source (confidence U) is refused, never guessed. A number of a version that was not
promulgated by the day of knowledge is passed over.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, Literal, NoReturn

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite, knowledge_on, laws
from madang.kernel.statutes.refusals import (
    NoLongerInForce,
    NoSuchParameter,
    NotInForce,
    NotVerified,
    NotYetKnown,
)

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

    @property
    def law(self) -> str:
        return str(self.edition.get("law") or self.head["law"])

    def is_known(self, known_on: date | None) -> bool:
        """Whether the version of the law that brought this number had been promulgated by a day."""
        brought_by = laws()[self.law].edition_on(self.edition["from"])
        return brought_by is None or brought_by.is_known(known_on)


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    table = data("parameters")
    return {name: tuple(_editions(name, head)) for name, head in table.items()}


def _editions(name: str, head: dict[str, Any]) -> list[_Row]:
    editions = sorted(head.get("editions", [head]), key=lambda e: e["from"])
    ends = [e["from"] - timedelta(days=1) for e in editions[1:]]
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


def parameter(name: str, on: date, known_on: date | None = None) -> Parameter:
    """Return a statutory number as it stood on a day, to the knowledge of another day (None: all that is known).

    Raises:
        NoSuchParameter: no number has that name.
        NotInForce: nothing was in force on that day (NoLongerInForce: not any more; NotYetKnown: not to the
            knowledge of that day).
        NotVerified: the number was not verified in a source.

    >>> parameter("change.notice_days", date(2024, 8, 7)).value
    15
    >>> parameter("change.notice_days", date(2024, 8, 7), known_on=date(2024, 2, 5)).value
    30
    """
    starts, found = _timeline(name, None if known_on is None else knowledge_on(known_on))
    place = bisect_right(starts, on)
    answer = found[place - 1] if place else None
    if answer is None or (answer.in_force_until is not None and on > answer.in_force_until):
        _refuse(name, on, known_on)
    if answer.confidence == "U":
        raise NotVerified(answer.rule_id, answer.citation)
    return answer


@lru_cache(maxsize=8192)
def _timeline(name: str, known_on: date | None) -> tuple[tuple[date, ...], tuple[Parameter, ...]]:
    """The days from which a number stands otherwise or is cited otherwise, each with the number from that day."""
    if name not in _rows():
        raise NoSuchParameter(name)
    rows = [row for row in _rows()[name] if row.is_known(known_on)]
    if not rows:
        return (), ()
    first = rows[0].edition["from"]
    versions = {e.in_force_from for row in rows for e in laws()[row.law].editions if e.in_force_from > first}
    starts = tuple(sorted({row.edition["from"] for row in rows} | versions))
    return starts, tuple(_on(rows, day, known_on) for day in starts)


def _on(rows: list[_Row], day: date, known_on: date | None) -> Parameter:
    place = max(i for i, row in enumerate(rows) if row.edition["from"] <= day)
    row, later = rows[place], rows[place + 1 :]
    until = _known_end(row, known_on) if row is _rows()[row.name][-1] else None
    return Parameter(
        name=row.name,
        value=row.edition["value"],
        unit=row.head["unit"],
        citation=cite(row.law, row.edition.get("article") or row.head["article"], day, known_on),
        rule_id=row.head["rule"],
        in_force_from=row.edition["from"],
        in_force_until=later[0].edition["from"] - timedelta(days=1) if later else until,
        confidence=row.edition.get("confidence") or row.head.get("confidence", "T"),
    )


def _known_end(row: _Row, known_on: date | None) -> date | None:
    """The last day of a number that none follows, once the version that ended it could be known."""
    if row.until is None:
        return None
    ended_by = laws()[row.law].edition_on(row.until + timedelta(days=1))
    return row.until if ended_by is None or ended_by.is_known(known_on) else None


def _refuse(name: str, on: date, known_on: date | None) -> NoReturn:
    # People know the rule by its id; the name of a number is our own.
    rows, rule_id = _rows()[name], _rows()[name][0].head["rule"]
    row = next((r for r in reversed(rows) if r.edition["from"] <= on), None)
    if row is None:
        raise NotInForce(rule_id, on, rows[0].edition["from"])
    since, until = row.edition["from"], row.until
    if until is None or (known_on is not None and not row.is_known(known_on)):
        raise NotYetKnown(rule_id, on, known_on or on, since)
    raise NoLongerInForce(rule_id, on, since, until)
