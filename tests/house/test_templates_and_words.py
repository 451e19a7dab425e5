"""Templates show and nothing else; Korean that people read always has its English beside it."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.house.sources import ROOT, SRC, trees

HANGUL = re.compile(r"[\uac00-\ud7a3]")
#: a sentence of the command line says the same twice, divided by a slash
LATIN = re.compile(r" / .*[A-Z][a-z]* [a-z]")
#: what a strict content policy would block anyway, and what a template must not ask of the database
FORBIDDEN = {
    "inline style": re.compile(r"<[^>]*\sstyle\s*=|<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "script in an attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "script as an address": re.compile(r"(href|src|action)\s*=\s*[\"']\s*javascript:", re.IGNORECASE),
    "a query": re.compile(
        r"{[{%][^}]*(\.(objects|filter|exclude|select_related|exists)|_set)\b|{%\s*for[^%]*\.all\b"
    ),
    "trust in what somebody wrote": re.compile(r"\|\s*safe\b|{%\s*autoescape off"),
}
P95 = 100
#: calls that carry Korean with its English
CARRIERS = {
    "Words", "one_of", "_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext",
}  # fmt: skip
#: where people read what the code says; the kernel speaks Korean law, core/ui formats both languages, and the
#: launcher and the replay print both side by side
READ = ("apps", "portal", "core")


def templates() -> list[Path]:
    found = [p for p in SRC.rglob("templates/**/*") if p.is_file()]
    assert len(found) > 30
    return sorted(found)


def test_templates_hold_no_style_no_script_and_no_query() -> None:
    guilty = [
        f"{path.relative_to(SRC)}: {what}: {found.group()[:60]}"
        for path in templates()
        for what, pattern in FORBIDDEN.items()
        for found in [pattern.search(path.read_text("utf-8"))]
        if found
    ]
    assert guilty == []


def test_patterns_of_what_is_forbidden_find_what_they_are_for() -> None:
    samples = {
        "inline style": '<p class="a" style="color:red">',
        "inline script": "<script>alert(1)</script>",
        "script in an attribute": '<a href="/" onclick="go()">',
        "script as an address": '<a href="javascript:go()">',
        "a query": "{% for plan in call.plans.all %}",
        "trust in what somebody wrote": "{{ plan.text|safe }}",
    }
    assert {what for what, pattern in FORBIDDEN.items() if pattern.search(samples[what])} == set(FORBIDDEN)


def test_nineteen_of_twenty_templates_fit_on_two_screens() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in templates())
    assert lengths[int(len(lengths) * 0.95)] <= P95


def inside(nodes: Iterable[ast.AST]) -> set[int]:
    return {id(inner) for node in nodes for inner in ast.walk(node)}


def names_in(call: ast.Call) -> set[str]:
    """Return the names under which a call is given anything, in keywords and in dictionaries."""
    keys = {
        k.value
        for d in ast.walk(call)
        if isinstance(d, ast.Dict)
        for k in d.keys
        if isinstance(k, ast.Constant)
    }
    return keys | {keyword.arg or "" for keyword in call.keywords}


def excused_in_call(call: ast.Call) -> set[int]:
    """A translation, choices that no page shows, or ``x_ko`` with ``x_en`` beside it."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in CARRIERS or (
        name == "print" and LATIN.search(" ".join(ast.unparse(given) for given in call.args))
    ):
        return inside([call])
    given = names_in(call)
    pairs = [
        k.value
        for k in call.keywords
        if k.arg == "choices" or ((k.arg or "").endswith("_ko") and f"{(k.arg or '')[:-3]}_en" in given)
    ]
    return inside(pairs)


def excused_in_dict(table: ast.Dict) -> set[int]:
    """Keys, which are data, and values under ``x`` that have one under ``x_en`` beside them."""
    keys = {key.value for key in table.keys if isinstance(key, ast.Constant)}
    pairs = [
        value
        for key, value in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant) and f"{key.value}_en" in keys
    ]
    return inside([*filter(None, table.keys), *pairs])


def excused_names(function: ast.AST) -> set[int]:
    """What is put together under the name ``ko`` where ``en`` is put together too."""
    stored = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    if not {"ko", "en"} <= stored:
        return set()
    assigned = [n for n in ast.walk(function) if isinstance(n, ast.Assign)]
    return inside(
        n.value
        for n in assigned
        if any(isinstance(t, ast.Name) and t.id == "ko" for target in n.targets for t in ast.walk(target))
    )


def excused(tree: ast.Module) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or isinstance(
            node, ast.Compare
        ):
            found |= inside([node])
        elif isinstance(node, ast.Call):
            found |= excused_in_call(node)
        elif isinstance(node, ast.Dict):
            found |= excused_in_dict(node)
        elif isinstance(node, ast.FunctionDef):
            found |= excused_names(node)
        elif isinstance(node, ast.ClassDef) and any("Choices" in ast.unparse(base) for base in node.bases):
            found |= inside([node])
    return found


def bare_korean(tree: ast.Module) -> list[tuple[int, str]]:
    """Return line and text of Korean in code that no English stands beside."""
    allowed = excused(tree)
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HANGUL.search(node.value)
        if id(node) not in allowed
    ]


def test_korean_without_english_is_found_in_code() -> None:
    code = """
'''한글 설명.'''
A = Words("가", "a")
B = _("나")
C = "다"
new(name_ko="라", name_en="ra")
new(name_ko="마")
T = {"told": "바", "told_en": "ba"}
U = {"told": "사"}
def both(n):
    ko, en = f"{n}건", f"{n} cases"
    return ko, en
def one(n):
    ko = f"{n}건"
    return ko
row.name = CharField(choices=[("a", "아")])
messages.error(request, "자")
"""
    assert sorted(line for line, _ in bare_korean(ast.parse(code))) == [5, 7, 9, 14, 17]


def test_no_korean_is_read_without_its_english_beside_it() -> None:
    found = [
        f"{path}:{line}: {text[:60]}"
        for path, tree in trees().items()
        if path.parts[0] in READ and path.parts[:2] != ("core", "ui")
        for line, text in bare_korean(tree)
    ]
    assert found == []


def test_labels_of_choices_are_shown_nowhere() -> None:
    display = re.compile(r"get_\w+_display")
    files = [*SRC.rglob("*.py"), *templates()]
    assert [str(path) for path in files if display.search(path.read_text("utf-8"))] == []


def test_import_contracts_of_the_house_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    path = {**os.environ, "PYTHONPATH": str(SRC.parent)}
    ended = subprocess.run(command, cwd=ROOT, env=path, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout
    assert "0 broken" in ended.stdout
