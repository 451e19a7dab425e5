"""Worked cases: real or simple questions with their answer, each opening the calculator with its dates filled in."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from madang.kernel.package_data import toml_table
from madang.kernel.words import Words


@dataclass(frozen=True)
class WorkedCase:
    """One case: the clock, what happened, the query of the calculator, and the day that comes out."""

    clock_id: str
    words: Words
    query: dict[str, str]
    due_on: date

    @property
    def href(self) -> str:
        """Where the calculator shows it."""
        return f"{reverse('law_deadline', args=[self.clock_id])}?{urlencode(self.query)}"


@cache
def cases() -> tuple[WorkedCase, ...]:
    """Every case."""
    return tuple(map(_case, toml_table("madang.apps.law", "worked.toml")["case"]))


def _case(row: dict[str, Any]) -> WorkedCase:
    return WorkedCase(row["clock"], Words(row["ko"], row["en"]), dict(row["query"]), row["due"])


def cases_of(rule_id: str) -> list[WorkedCase]:
    """The cases of the clocks of a rule."""
    return [case for case in cases() if case.clock_id.partition(".")[0] == rule_id]
