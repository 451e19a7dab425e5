"""What every reader of a fact makes of every sort of value: of a rule, of a question, of a form.

``told_readings.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.facts import CoarseFact, Facts, MissingFacts
from madang.kernel.statutes.questions.asked import Asked
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.stated import read_fact

KEPT = Path(__file__).with_name("told_readings.txt")
at = datetime.fromisoformat
ON = date(2025, 1, 2)
PAUSE = Pause(date(2025, 4, 30), date(2025, 5, 2))
LONG = "9" * 30

TYPED = {
    "nothing": None,
    "yes": True,
    "none": 0,
    "one": 1,
    "below": -1,
    "years": [1899, 1900, 2999, 3000],
    "exact": [Decimal("1.5"), Decimal("NaN"), Decimal("-0.1"), Decimal(2)],
    "floating": [0.5, 2.0],
    "texts": ["", "busan", "?"],
    "days": [date(1899, 12, 31), date(1900, 1, 1), date(2999, 12, 31), date(3000, 1, 1)],
    "instants": [
        at("2025-04-30T23:30"),
        datetime(2025, 4, 30, 23, 30, tzinfo=UTC),
        at("1899-12-31T12:00"),
        at("1900-01-01T12:00"),
        at("2999-12-31T12:00"),
        at("3000-01-01T12:00"),
    ],
    "partial": [PartialDate.parse(text) for text in ("", "2025", "2025-04", "2025-04-30")],
    "lists": [[], ["b", "a"], ("a",), {"a"}, [1], [PAUSE], (PAUSE,), [PAUSE, "?"], {"a": 1}],
}
WRITTEN = {
    "nothing": [None, "", "  "],
    "truths": [True, False, "true", " YES ", "예", "네", "on", "no", "아니오", "아니요", "maybe"],
    "numbers": [0, 1, -1, 1.5, 2.0, Decimal("0.1"), float("nan"), float("inf")],
    "numbers in text": [
        "0",
        "1",
        "-1",
        "1,000",
        "１２",
        "1.5",
        "1e3",
        "NaN",
        "x",
        LONG,
        LONG[:15],
        LONG[:14],
    ],
    "large numbers": [10**15, 10**15 - 1, -(10**15), "0." + "1" * 28, "0." + "1" * 29],
    "days": ["2025-04-30", "2025. 4. 30.", "2025-04", "2025", "2025-02-30", "1899-12-31", "1900-01-01"],
    "far days": ["2200-12-31", "2201-01-01", date(2025, 4, 30), " 2025-04-30 "],
    "instants": ["2025-04-30T10:00", "2025-04-30 10:00:30", "2025-04-30T25:00", "2025-04-30T10:00+09:00"],
    "odd instants": ["2025-04-30T10:00Z", "1899-12-31T10:00", "2025-02-30T10:00", " 2025-04-30T10:00 "],
    "times": ["09:00", "09:00:30", "25:00", "9", " 09:00 "],
    "words": ["busan", " sejong ", "between", "both_ends", "x" * 77, "x" * 78, "x" * 79, "x" * 200],
    "lists": [[], ["a", "b"], ("a",), "a, b,,", ["a", 1], {"a": 1}, {}],
    "supplements": [
        [{"asked": "2025-04-30", "received": "2025-05-02"}],
        ({"asked": "2025-04-30", "received": "2025-05-02"},),
        [{"asked": "2025-04-30"}],
        [{"asked": "2025-04-30", "recieved": "2025-05-02"}],
        [{"asked": "2025-05-02", "received": "2025-04-30"}],
        [{"asked": "2025-04", "received": "2025-05-02"}],
        [{"asked": 1, "received": "2025-05-02"}],
        ["2025-04-30~2025-05-02"],
        "2025-04-30~2025-05-02\n2025-06-02~2025-06-03",
        "2025-04-30~2025-05-02; 2025-06-02~2025-06-03, 2025-07-02~2025-07-03",
    ],
}

RULES: dict[str, Callable[[Facts], Any]] = {
    "day": lambda facts: facts.day("hearing_on"),
    "day or none": lambda facts: facts.day_or_none("hearing_on"),
    "day of": lambda facts: facts.day_of("petition_received_at"),
    "year": lambda facts: facts.year("report_year"),
    "instant": lambda facts: facts.instant("petition_received_at"),
    "truth": lambda facts: facts.truth("plan_is_joint"),
    "said": lambda facts: facts.said("plan_is_joint"),
    "count": lambda facts: facts.count("committee_size"),
    "amount": lambda facts: facts.amount("zone_area_km2"),
    "text": lambda facts: facts.text("zone_name"),
    "keys": lambda facts: sorted(facts.keys("plan_items")),
    "pauses": lambda facts: facts.pauses("supplements"),
}
READ_BY_RULES = (
    *("hearing_on", "petition_received_at", "report_year", "plan_is_joint", "committee_size"),
    *("zone_area_km2", "zone_name", "plan_items", "supplements"),
)
QUESTIONS: dict[str, Callable[[Asked], Any]] = {
    "day": lambda asked: asked.day("x"),
    "month": lambda asked: asked.month("x"),
    "instant": lambda asked: asked.instant("x"),
    "day of instant": lambda asked: asked.day_of_instant("x"),
    "clock time": lambda asked: asked.clock_time("x"),
    "whole": lambda asked: asked.whole("x"),
    "whole from 2": lambda asked: asked.whole("x", 2),
    "amount": lambda asked: asked.amount("x"),
    "money": lambda asked: asked.money("x"),
    "truth": lambda asked: asked.truth("x"),
    "truth or": lambda asked: asked.truth_or("x", True),
    "choice": lambda asked: asked.choice("x", ("busan", "sejong")),
    "text": lambda asked: asked.text("x"),
    "texts": lambda asked: asked.texts("x"),
    "part": lambda asked: asked.part("x").given,
    "pauses": lambda asked: asked.pauses(),
    "pause counting": lambda asked: asked.pause_counting(),
}
FORMS = {
    "day": "hearing_on",
    "instant": "petition_received_at",
    "yes_no": "plan_is_joint",
    "count": "committee_size",
    "amount": "zone_area_km2",
    "text": "zone_name",
    "keys": "plan_items",
    "pauses": "supplements",
}


def shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Pause):
        return f"{value.asked}..{value.received}{'*' if value.of_record else ''}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(shown(one) for one in value)}]"
    if isinstance(value, set):
        return shown(sorted(value))
    return (
        f"{type(value).__name__} {value}" if isinstance(value, date | Decimal | PartialDate) else repr(value)
    )


def each(values: dict[str, Any]) -> Iterator[Any]:
    for value in values.values():
        yield from value if isinstance(value, list) else [value]


def outcome(given: Any, read: Callable[[], Any]) -> str:
    """What was read, or the refusal; the value as it was given is left out of its sentence."""
    try:
        return shown(read())
    except MissingFacts as missing:
        return f"? {missing}"
    except CoarseFact as coarse:
        return f"~ {coarse.name} {coarse}"
    except Refusal as refusal:
        value = given.isoformat() if isinstance(given, date) else repr(given)
        about = getattr(refusal, "name", "")
        return f"! {type(refusal).__name__} {about} {refusal.sentence.en.replace(value, '…', 1)}"


def of_a_rule(given: Any, read: Callable[[Facts], Any]) -> str:
    facts = Facts(dict.fromkeys(READ_BY_RULES, given), ON)
    found = outcome(given, lambda: read(facts))
    return f"{found} |{' '.join(f'{name}={shown(value)}' for name, value in facts.trace.items())}"


def of_a_question(given: Any, read: Callable[[Asked], Any]) -> str:
    whole = Asked({"x": given, "pauses": given, "pause_counting": given})
    inside = Asked(whole.given, "inside")
    plain, named = outcome(given, lambda: read(whole)), outcome(given, lambda: read(inside))
    return plain if plain == named else f"{plain} / {named}"


def grouped(values: dict[str, Any], read: Callable[[Any], str]) -> Iterator[str]:
    """Each outcome with the values that have it."""
    found: dict[str, list[str]] = {}
    for value in each(values):
        found.setdefault(read(value), []).append(shown(value)[:50])
    yield from (f"{said} <- {'; '.join(given)}" for said, given in found.items())


def all_told() -> Iterator[str]:
    for name, reader in RULES.items():
        yield f"## a rule reads: {name}"
        yield from grouped(TYPED, lambda value, reader=reader: of_a_rule(value, reader))
    for name, asked in QUESTIONS.items():
        yield f"## a question reads: {name}"
        yield from grouped(WRITTEN, lambda value, asked=asked: of_a_question(value, asked))
    for kind, fact in FORMS.items():
        yield f"## a form reads: {kind}"
        yield from grouped(WRITTEN, lambda value, fact=fact: outcome(value, lambda: read_fact(fact, value)))


@cache
def kept() -> dict[str, list[str]]:
    parts = KEPT.read_text("utf-8").split("## ")[1:]
    return {head: lines for head, *lines in (part.splitlines() for part in parts)}


def test_what_was_read_can_be_kept_anew():
    if os.environ.get("GOLDEN") == "write":
        KEPT.write_text("\n".join(all_told()) + "\n", "utf-8")
    assert len(kept()) == len(RULES) + len(QUESTIONS) + len(FORMS)


def test_every_sort_of_value_is_read_or_refused_as_before():
    found = "\n".join(all_told()).split("## ")[1:]
    for part in found:
        head, *lines = part.splitlines()
        assert lines == kept()[head], head


@pytest.mark.parametrize("hours", [0, 9, -5])
def test_an_instant_is_brought_to_the_time_of_seoul(hours):
    given = datetime(2025, 4, 30, 10, tzinfo=timezone(timedelta(hours=hours)))
    facts = Facts({"petition_received_at": given}, ON)
    read = facts.instant("petition_received_at")
    assert (read, read.utcoffset()) == (given, timedelta(hours=9))
    assert facts.trace == {"petition_received_at": read}
