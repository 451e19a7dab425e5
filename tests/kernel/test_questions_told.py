"""What each kind of question answers to its worked cases, and when one fact of a case is moved, left out or no fact.

``told_questions.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from madang.kernel.statutes.questions.asked import Lacking
from madang.kernel.statutes.questions.examination import cases_of
from madang.kernel.statutes.questions.kind import KIND, written
from madang.kernel.statutes.questions.kinds import KINDS, found_fields
from madang.kernel.statutes.refusals import Refusal

HERE = Path(__file__).parent
KEPT = HERE / "told_questions.txt"
CASES = cases_of(json.loads((HERE / "cases.json").read_text(encoding="utf-8")))
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
#: what no fact of its kind can be
ABSURD = {str: "?", int: -1, float: -1, bool: 0, list: ["?"], dict: {"?": 0}}


def told(facts: Any) -> str:
    """The fields of an answer, or why there is none, in a few words."""
    try:
        found = found_fields(facts)
    except Refusal as refusal:
        return f"! {type(refusal).__name__}: {refusal.sentence.en}"
    return ", ".join(f"{name}={field(value)}" for name, value in found.items())


def field(value: Any) -> str:
    if isinstance(value, Lacking):
        names = getattr(value.why, "names", None)
        return f"?{'+'.join(names) if names else type(value.why).__name__}"
    if isinstance(value, dict):
        return f"{{{' '.join(f'{name}={field(one)}' for name, one in value.items())}}}"
    return json.dumps(written(value), ensure_ascii=False)


def moved(value: Any) -> Iterator[Any]:
    """Values beside one value, and one that it cannot have."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield from (value - 1, value + 1)
        case str() if "T" in value and value[0].isdigit():
            at = datetime.fromisoformat(value)
            yield from ((at + shift).isoformat() for shift in (-MINUTE, MINUTE))
        case str() if len(value) == 10 and value[:4].isdigit():
            on = date.fromisoformat(value)
            yield from ((on + shift).isoformat() for shift in (-DAY, DAY))
            yield value[:7]
        case list() if value:
            yield from (value[1:], value[:-1], [*value, *value])
        case dict() if value:
            for name, one in value.items():
                yield from ({**value, name: other} for other in moved(one))
    yield ABSURD.get(type(value))


def variations(facts: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value in facts.items():
        if name != KIND:
            yield f"-{name}", {key: one for key, one in facts.items() if key != name}
            for other in (*moved(value), *alike(facts, name)):
                yield f"{name}={json.dumps(other, ensure_ascii=False)}", {**facts, name: other}
    kind = KINDS[facts[KIND]]
    for name in (*kind.needs, *kind.may):
        if name not in facts:
            other = next(case["facts"][name] for case in CASES if name in case["facts"] and is_of(case, kind))
            yield f"+{name}={json.dumps(other, ensure_ascii=False)}", {**facts, name: other}


def alike(facts: dict[str, Any], name: str) -> Iterator[Any]:
    """The values of the other facts that look like this one: days that meet, numbers that are equal, and the least."""
    value = facts[name]
    if isinstance(value, int) and not isinstance(value, bool):
        yield from (0, 1, 1.5, 2.0)
    for other, given in facts.items():
        is_like = other not in (name, KIND) and type(given) is type(value) and given != value
        if is_like and (not isinstance(value, str) or len(value) == len(given) == 10):
            yield given


def is_of(case: Any, kind: Any) -> bool:
    return case["facts"][KIND] == kind.name


def all_told(kind: str) -> Iterator[str]:
    """The cases of one kind; those of the same facts are varied once."""
    varied = set()
    for case in CASES:
        facts = case["facts"]
        if facts[KIND] != kind:
            continue
        plain = told(facts)
        yield f"{case['id']}: {plain}"
        if tuple(facts) in varied:
            continue
        varied.add(tuple(facts))
        same = 0
        for name, other in variations(facts):
            found = told(other)
            if found == plain:
                same += 1
            else:
                yield f"  {name}: {found}"
        yield f"  the same: {same}"


@cache
def kept() -> dict[str, list[str]]:
    found = defaultdict(list)
    for line in KEPT.read_text("utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        else:
            found[kind].append(line)
    return found


def test_the_answers_to_questions_can_be_kept_anew():
    if os.environ.get("GOLDEN") == "write":
        parts = [line for kind in KINDS for line in (f"## {kind}", *all_told(kind))]
        KEPT.write_text("\n".join(parts) + "\n", "utf-8")
    assert kept().keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_answers_each_case_near_its_worked_ones_as_before(kind):
    assert list(all_told(kind)) == kept()[kind]
