"""Where the rules of the law leave traces: in rulings, procedures, apps, worked cases and tests."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from madang.kernel.procedures import editions
from madang.kernel.statutes import rules
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.registry import function_of

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "kernel" / "cases.json"
RULE_ID = re.compile(r"[A-Z]{2,3}-(\d{2}|VOTE|[A-M])(\.\w+)?")
Found = dict[str, list[str]]


@dataclass(frozen=True)
class Traces:
    """By rule: its numbers, moves of procedures, modules of apps, worked cases, modules of tests; its own module."""

    numbers: Found
    guards: Found
    used: Found
    cases: Found
    tests: Found
    ruling: dict[str, str]


@cache
def traces() -> Traces:
    """Read all of them from the code and the tests as they stand."""
    return Traces(
        numbers=_by_rule((row["rule"], name) for name, row in data("parameters").items()),
        guards=_by_rule(_guards()),
        used=_by_rule(_mentions(ROOT / "src/madang/apps")),
        cases=_by_rule(_cases()),
        tests=_by_rule(_mentions(ROOT / "tests" / "kernel")),
        ruling=_rulings(),
    )


def _by_rule(pairs: Iterable[tuple[str, str]]) -> Found:
    """Group by rule, each name once; a part that is no rule of its own counts for the rule before the dot."""
    known = set(rules.rule_ids())
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for rule_id, name in pairs:
        found[rule_id if rule_id in known else rule_id.split(".")[0]][name] = None
    return defaultdict(list, {rule_id: list(names) for rule_id, names in found.items()})


def _guards() -> Iterator[tuple[str, str]]:
    """The moves that ask a rule, rest on it or start its clock."""
    for one in editions.ALL:
        for move in one.moves:
            for rule_id in (*move.guards, move.provision, *(clock.rule_id for clock in move.starts)):
                yield rule_id, f"{one.name}/{move.name}"


def _cases() -> Iterator[tuple[str, str]]:
    for case in json.loads(CASES.read_text("utf-8"))["cases"]:
        for rule_id in case["rule_ids"]:
            yield rule_id, case["id"]


def _mentions(folder: Path) -> Iterator[tuple[str, str]]:
    """The modules below a folder in which the id of a rule stands as a text, and tables of tests beside them."""
    for path in sorted(folder.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        place = path.relative_to(folder).with_suffix("").as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and RULE_ID.fullmatch(node.value):
                yield node.value, place


def _rulings() -> dict[str, str]:
    found = {}
    for rule_id in rules.computable_rule_ids():
        function = function_of(rule_id)
        found[rule_id] = function.__module__.removeprefix("madang.kernel.statutes.") if function else ""
    return found
