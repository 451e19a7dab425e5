"""What the tables of the chapters' tests share: days, lists of items, and the sayings of a table put to the test."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.facts import fact_label
from madang.kernel.statutes.rules import computable_rule_ids, evaluate

#: rule, facts, the day of the case
Row = tuple[str, dict[str, Any], date]
OLD, WIDE, NEW, NEWEST = date(2020, 1, 2), date(2022, 1, 3), date(2025, 1, 2), date(2026, 7, 2)


def d(text: str) -> date:
    return date.fromisoformat(text)


def named(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The rows of a table, each called by its rule and its place."""
    return [pytest.param(*row, id=f"{row[0]}-{index}") for index, row in enumerate(rows)]


def keys(rule_id: str, *, lacking: str = "") -> list[str]:
    """Every key of a rule's list, but one."""
    return [item.key for item in checklist(rule_id, on=NEW) if item.key != lacking]


def computable(prefixes: tuple[str, ...]) -> set[str]:
    return {rule_id for rule_id in computable_rule_ids() if rule_id.startswith(prefixes)}


def around(day: str) -> list[date]:
    """The day before, the day, and the day after."""
    return [d(day) + timedelta(days=shift) for shift in (-1, 0, 1)]


def statuses_around(rule_id: str, facts: dict[str, Any], moved: str, day: str, on: date = NEW) -> list[str]:
    """The answers when one fact lies the day before a day, on it, and after it."""
    return [evaluate(rule_id, {**facts, moved: moment}, on=on).status.value for moment in around(day)]


def says(answer: Answer) -> None:
    """The answer reads in both languages, reads back from its JSON, and names what it misses by its label."""
    assert answer.sentence.ko
    assert answer.sentence.en
    assert Answer.from_json(answer.to_json()) == answer
    for name in answer.missing:
        assert fact_label(name).ko in answer.sentence.ko
        assert fact_label(name).en in answer.sentence.en
