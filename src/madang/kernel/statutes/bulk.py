"""Many situations at once: facts as arrays in, one answer for each situation and rule out, as the engine gives them.

A column holds one fact of all situations: days as ``datetime64[D]`` (NaT: not stated), yes or no as ``int8`` (1, 0,
-1: not stated), counts as whole numbers (-1: not stated). A fact without a column is stated nowhere. Answers are
``int8``, ordered so that the greatest of several is their joint answer. Only the status is computed here; what a row
means in words is asked of the engine with ``facts_at``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.criteria import (
    BREACHED,
    CRITERIA,
    NOT_A_DAY,
    NOT_IN_FORCE,
    SATISFIED,
    UNKNOWN,
    Asked,
    Fill,
    Statuses,
    prepared,
)
from madang.kernel.statutes.facts import fact_kind, fact_label
from madang.kernel.statutes.refusals import Refusal, WrongFact
from madang.kernel.statutes.rules import facts_of, rule_ids, rule_info
from madang.kernel.words import Words

Column = NDArray[Any]
#: So many situations are worked on at a time: their columns stay in the nearest caches.
CHUNK = 1 << 15
STATUS_OF = {SATISFIED: Status.SATISFIED, UNKNOWN: Status.UNKNOWN, BREACHED: Status.BREACHED}
_MOST = {"yes_no": 1, "count": 1 << 30}
#: Counts are doubled: narrower numbers than this many bytes would overflow.
_WIDE = 4


class NotInBulk(Refusal, LookupError):
    """The rule is computed one situation at a time only."""

    def __init__(self, rule_id: str) -> None:
        self.rule_id = rule_id
        super().__init__(
            Words(
                f"{rule_id}: 여러 건을 한꺼번에 판정하는 규칙이 아닙니다.",
                f"{rule_id}: not computed for many situations at once",
            )
        )


class UnequalColumns(Refusal, ValueError):
    """The columns do not have the same length."""

    def __init__(self, name: str, rows: int, expected: int) -> None:
        self.name = name
        super().__init__(
            Words(
                f"{name} 열의 길이가 {rows}로, 사건의 날 {expected}건과 다릅니다.",
                f"the column {name} has {rows} rows, the days of the cases have {expected}",
            )
        )


@dataclass(frozen=True, slots=True)
class Examined:
    """The answers: ``reasons`` has a row for each rule, ``status`` joins them; codes as in ``criteria``."""

    rule_ids: tuple[str, ...]
    status: Statuses
    reasons: Statuses

    def count(self, code: int) -> int:
        """How many situations have that joint answer."""
        return int(np.count_nonzero(self.status == code))


def bulk_rule_ids() -> tuple[str, ...]:
    """The rules that are computed for many situations at once."""
    return tuple(rule_id for rule_id in rule_ids() if rule_id in CRITERIA)


def examine(
    rules: Sequence[str], columns: Mapping[str, Column], *, on: Column, known_on: date | None = None
) -> Examined:
    """Ask several rules of many situations; ``on`` are the days of the cases, ``known_on`` the day of knowledge.

    Raises:
        NoSuchRule, NotInBulk: a rule does not exist, or is not computed here.
        NoSuchFact: a column is no fact of the register.
        WrongFact: a column holds another kind of value, or a day of a case is not stated.
        UnequalColumns: columns of different length.

    >>> size = {"committee_size": np.array([30, 40, -1])}
    >>> days = np.array(["2021-07-20", "2021-07-20", "2021-07-21"], dtype="datetime64[D]")
    >>> examine(["ZC-01"], size, on=days).status.tolist()
    [0, 2, 1]
    """
    days = _days(on)
    given = {name: _column(name, column, len(days)) for name, column in columns.items()}
    fills = [_fill(rule_id, known_on) for rule_id in rules]
    names = {fact.name for rule_id in rules for fact in facts_of(rule_id)}
    reasons = np.empty((len(fills), len(days)), dtype=np.int8)
    status = np.full(len(days), NOT_IN_FORCE, dtype=np.int8)
    for begin in range(0, len(days), CHUNK):
        part = slice(begin, begin + CHUNK)
        asked = _asked(days[part], {name: given[name][part] for name in names & given.keys()})
        for row, fill in zip(reasons, fills, strict=True):
            fill(asked, row[part])
            np.maximum(status[part], row[part], out=status[part])
    return Examined(tuple(rules), status, reasons)


def facts_at(columns: Mapping[str, Column], row: int) -> dict[str, object]:
    """The facts of one situation, as the engine is asked with them.

    >>> facts_at({"committee_size": np.array([30, -1])}, 1)
    {}
    """
    found = {name: _plain(fact_kind(name), column[row]) for name, column in columns.items()}
    return {name: value for name, value in found.items() if value is not None}


def _plain(kind: str, value: Any) -> object:
    if kind == "day":
        return value.astype("datetime64[D]").item()
    if value < 0:
        return None
    return bool(value) if kind == "yes_no" else int(value)


def _days(on: Column) -> NDArray[np.int64]:
    days = _column("case_on", on, len(on))
    if len(days) and days.min() == NOT_A_DAY:
        raise WrongFact("case_on", fact_label("case_on"), "NaT")
    return days


def _asked(days: NDArray[np.int64], columns: Mapping[str, Column]) -> Asked:
    return Asked(days, int(days.min()), int(days.max()), columns)


def _column(name: str, column: Column, rows: int) -> Column:
    """A column as the criteria read it: days as numbers, everything else within its range."""
    kind = fact_kind(name)
    if column.ndim != 1 or not _holds(kind, column):
        raise WrongFact(name, fact_label(name), column.dtype)
    if len(column) != rows:
        raise UnequalColumns(name, len(column), rows)
    if kind == "day":
        return column.view(np.int64)
    return column if column.dtype.itemsize >= _WIDE or kind == "yes_no" else column.astype(np.int64)


def _holds(kind: str, column: Column) -> bool:
    if kind == "day":
        # Only whole days: a month is not a day, and an instant has no day before its zone is chosen.
        return column.dtype == np.dtype("datetime64[D]")
    if kind == "yes_no" and column.dtype == np.bool_:
        return True
    if kind not in _MOST or column.dtype.kind != "i":
        return False
    return not len(column) or (column.min() >= -1 and column.max() <= _MOST[kind])


def _fill(rule_id: str, known_on: date | None) -> Fill:
    rule_info(rule_id)
    if rule_id not in CRITERIA:
        raise NotInBulk(rule_id)
    return prepared(rule_id, known_on)
