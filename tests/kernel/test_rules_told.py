"""What each rule answers to the situations of the chapters' tables, and when one fact of them is moved or left out.

``told_answers.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept. A
line holds the status (s, b, ?), the value, and the facts that are missing, or the refusal; of the situation as it
stands in its table, the steps of the trace too.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.seoul import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.inputs import facts_of
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import computable_rule_ids, evaluate, rule_info
from tests.kernel.tables_of_rules import NEWEST

HERE = Path(__file__).parent
KEPT = HERE / "told_answers.txt"
TABLES = (
    *("answers", "boards", "calendar", "confirmations", "councils", "disclosure", "evaluation", "exemptions"),
    *("legislation", "liability", "menu", "minutes", "permits", "petitions", "privacy"),
)
SIGNS = {Status.SATISFIED: "s", Status.BREACHED: "b", Status.UNKNOWN: "?"}
LATER = timedelta(days=3650)
#: by this day the laws of 2024-08-07 were not promulgated yet
EARLY = date(2024, 2, 5)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@cache
def rows() -> dict[str, list[tuple[dict[str, object], date]]]:
    """The situations of the tables by rule, each once."""
    found = defaultdict(dict)
    for name in TABLES:
        table = import_module(f"tests.kernel.test_rules_{name}")
        stated = [*table.SATISFIED, *table.BREACHED]
        stated += [(rule_id, facts, NEWEST) for rule_id, facts, *_ in getattr(table, "UNKNOWN", ())]
        for rule_id, facts, on in stated:
            found[rule_id].setdefault((written(facts), on), (facts, on))
    return {rule_id: list(of_rule.values()) for rule_id, of_rule in found.items()}


def told(rule_id, facts, **asked) -> str:
    """The outcome of a question in a few words."""
    try:
        return outcome(evaluate(rule_id, facts, **asked))
    except Refusal as refusal:
        about = getattr(refusal, "names", None) or getattr(refusal, "name", None) or ""
        return f"! {type(refusal).__name__} {about if isinstance(about, str) else ' '.join(about)}".strip()


def outcome(answer: Answer) -> str:
    missing = " ".join(answer.missing)
    value = "" if answer.value is None else written(answer.value)
    return " ".join(filter(None, (SIGNS[answer.status], value, missing)))


def steps(rule_id, facts, **asked) -> str:
    """The trace of a question: a fact by its name, any other step by its rule, value and provision."""
    try:
        answer = evaluate(rule_id, facts, **asked)
    except Refusal as refusal:
        return refusal.sentence.en
    words = [step.fact or f"{step.rule_id}={written(step.value)}{source(step)}" for step in answer.trace]
    lacking = answer.sentence.en if answer.missing else ""
    return f"{source(answer)} {'; '.join(words)} {len(answer.notes)} {lacking}".strip()


def source(step) -> str:
    return f"@{step.citation.article} {step.citation.version}" if step.citation else ""


def written(value) -> str:
    """A value in a few letters."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Pause():
            return f"{value.asked}..{value.received}"
        case dict():
            return ", ".join(f"{name}={written(one)}" for name, one in value.items())
        case list() | tuple() | set() | frozenset():
            parts = value if isinstance(value, list | tuple) else sorted(value)
            return f"({' '.join(written(one) for one in parts)})"
        case PartialDate():
            return value.text
    return str(value)


def moved(value) -> Iterator[object]:
    """Values beside one value."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value - 1, value + 1)
        case Decimal():
            yield from (value - Decimal("0.01"), value + Decimal("0.01"))
        case datetime():
            yield from (value - MINUTE, value + MINUTE, value + DAY)
        case date():
            yield from (value - DAY, value + DAY)
        case [Pause(), *_]:
            yield [*value, Pause(value[-1].received + DAY, value[-1].received + 3 * DAY)]
        case list() | tuple() if value:
            yield value[1:]


def added(kind: str, facts) -> Iterator[object]:
    """Values of a fact that a table leaves unsaid."""
    days = [value for value in facts.values() if isinstance(value, date)]
    first = min((d.date() if isinstance(d, datetime) else d for d in days), default=date(2025, 1, 2))
    values = {
        "yes_no": (True, False),
        "count": (1, 2),
        "pauses": ([Pause(first + DAY, first + 3 * DAY)],),
        "day": (first - DAY, first + DAY),
    }
    yield from values.get(kind, ())


def variations(rule_id, facts) -> Iterator[tuple[str, dict[str, object]]]:
    yield "nothing", {}
    for name, value in facts.items():
        if len(facts) > 2:
            yield f"only {name}", {name: value}
        yield f"-{name}", {key: one for key, one in facts.items() if key != name}
        for other in moved(value):
            yield f"{name}={written(other)}", {**facts, name: other}
    for fact in facts_of(rule_id):
        if fact.name not in facts:
            for other in added(fact.kind, facts):
                yield f"+{fact.name}={written(other)}", {**facts, fact.name: other}


def roughly(rule_id, facts, on) -> Iterator[tuple[str, dict[str, object], dict[str, object]]]:
    """A situation with days known to the month alone, and by the knowledge of other days."""
    for name, value in facts.items():
        if type(value) is date:
            month = PartialDate.parse(f"{value:%Y-%m}")
            yield f"{name}={month.text}", {**facts, name: month}, {"on": on}
    yield f"on {on:%Y-%m}", facts, {"on": PartialDate.parse(f"{on:%Y-%m}")}
    if len(rule_info(rule_id).provisions) > 1:
        yield "on some day", facts, {"on": PartialDate.parse("")}
        yield "on some day, nothing", {}, {"on": PartialDate.parse("")}
    for known_on in (on, EARLY):
        yield f"known {known_on}", facts, {"on": on, "known_on": known_on}


def all_told(rule_id) -> Iterator[str]:
    """The situations of one rule; those of the same facts are varied once."""
    varied = set()
    facts, on = rows()[rule_id][0]
    for name, other, asked in roughly(rule_id, facts, on):
        yield f"{name}: {told(rule_id, other, **asked)} |{steps(rule_id, other, **asked)}"
    for facts, on in rows()[rule_id]:
        plain = told(rule_id, facts, on=on)
        said = f"{on} {written(facts)}: {plain}"
        if tuple(facts) in varied:
            yield said
            continue
        yield f"{said} |{steps(rule_id, facts, on=on)}"
        varied.add(tuple(facts))
        same = 0
        for name, other in variations(rule_id, facts):
            found = told(rule_id, other, on=on)
            late = told(rule_id, other, on=on, known_on=on + LATER) if name.startswith("-") else found
            if (found, late) == (plain, plain):
                same += 1
            else:
                yield f"  {name}: {found}" + (f", later {late}" if late != found else "")
        yield f"  the same: {same}"


@cache
def kept() -> dict[str, list[str]]:
    found = defaultdict(list)
    for line in KEPT.read_text("utf-8").splitlines():
        if line.startswith("## "):
            rule_id = line[3:]
        else:
            found[rule_id].append(line)
    return found


def test_the_answers_that_were_told_can_be_kept_anew():
    if os.environ.get("GOLDEN") == "write":
        parts = [line for rule_id in rows() for line in (f"## {rule_id}", *all_told(rule_id))]
        KEPT.write_text("\n".join(parts) + "\n", "utf-8")
    assert kept().keys() == rows().keys() == set(computable_rule_ids())


def plain(value: object) -> object:
    """A stated value as a trace shows it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=SEOUL)
    if isinstance(value, PartialDate):
        return value.first
    if isinstance(value, list | tuple):
        return tuple((p.asked, p.received) if isinstance(p, Pause) else p for p in value)
    return value


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_a_stated_fact_stands_in_the_trace_with_its_value(rule_id):
    for facts, on in rows()[rule_id]:
        try:
            trace = evaluate(rule_id, facts, on=on).trace
        except Refusal:
            continue
        for step in trace:
            if step.fact and isinstance(facts[step.fact], list | tuple) and step.value:
                assert sorted(step.value) == sorted(plain(facts[step.fact]))
            elif step.fact:
                assert step.value == plain(facts[step.fact]), step.fact


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_a_rule_answers_each_situation_near_those_of_its_table_as_before(rule_id):
    assert list(all_told(rule_id)) == kept()[rule_id]
