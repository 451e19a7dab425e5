"""The page on the law's rules of selection and designation: what each says, where it stands, how it is covered."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from madang.kernel.procedures import editions
from madang.kernel.statutes import checklists, clocks, registry, rules
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.laws import cite
from tools.markdown import code, page, table

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "kernel" / "cases.json"
RULE_ID = re.compile(r"[A-Z]{2,3}-\d{2}(\.\w+)?")


def law_coverage() -> str:
    """Return the page of the law's rules of selection and designation, and how each is covered."""
    used, tested, guards = _mentions(ROOT / "src/madang/apps"), _tested(), _guards()
    numbers = _numbers()
    rows = []
    for rule_id in rules.rule_ids():
        info = rules.rule_info(rule_id)
        where = "; ".join(
            f"{cite(p.law, p.article, p.first_on).law.en} {article_in_english(p.article)} ({p.article}, from {p.first_on})"
            for p in info.provisions
        )
        rows.append((rule_id, info.statement.ko, info.statement.en, where, "; ".join(_how(rule_id, numbers, guards)),
                     ", ".join(used.get(rule_id, [])), ", ".join(tested.get(rule_id, []))))  # fmt: skip
    answered = len(rules.computable_rule_ids())
    lead = (
        f"{len(rows)} rules, {answered} of them answered by a function as satisfied, breached or unknown; the others are"
        " refused with the reason that stands here. What was not verified is not computed."
    )
    head = ("rule", "내용", "what it says", "where it stands", "how it is covered", "used in", "tests")
    return page("Coverage of the law", lead, table(head, rows))


def _how(rule_id: str, numbers: dict[str, list[str]], guards: dict[str, list[str]]) -> Iterator[str]:
    info = rules.rule_info(rule_id)
    if rule_id in rules.computable_rule_ids():
        yield "rule function"
    if info.confidence == "U":
        yield "refused: not verified in a source"
    elif info.refused:
        yield f"refused: {registry.WHY_NOT[info.refused].en.rstrip('.')}"
    if numbers.get(rule_id):
        yield f"numbers {code(numbers[rule_id])}"
    if rule_id in checklists.checklist_ids():
        yield "checklist"
    if any(clock.split(".")[0] == rule_id for clock in clocks.clock_rule_ids()):
        yield "clock"
    if guards.get(rule_id):
        yield f"procedures: {', '.join(guards[rule_id])}"


def _numbers() -> dict[str, list[str]]:
    found = defaultdict(list)
    for name, row in data("parameters").items():
        found[row["rule"]].append(name)
    return dict(found)


def _guards() -> dict[str, list[str]]:
    """Return, by rule, the moves that ask it or rest on it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for one in editions.ALL:
        for move in one.moves:
            for rule_id in (*move.guards, move.provision, *(clock.rule_id for clock in move.starts)):
                found[rule_id.split(".")[0]][f"{one.name}/{move.name}"] = None
    return {rule_id: list(moves) for rule_id, moves in found.items()}


def _mentions(folder: Path) -> dict[str, list[str]]:
    """Return, by rule, the modules below a folder in which its id stands as a text."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted(folder.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and RULE_ID.fullmatch(node.value)
            ):
                place = path.relative_to(folder).with_suffix("").as_posix()
                found[node.value.split(".")[0]][place] = None
    return {rule_id: list(places) for rule_id, places in found.items()}


def _tested() -> dict[str, list[str]]:
    """Return, by rule, its worked cases and the test modules that name it."""
    found = defaultdict(list)
    cases = json.loads(CASES.read_text("utf-8"))["cases"] if CASES.is_file() else []
    for case in cases:
        for rule_id in case["rule_ids"]:
            found[rule_id.split(".")[0]].append(case["id"])
    for rule_id, places in _mentions(ROOT / "tests" / "kernel").items():
        found[rule_id] += places
    return dict(found)
