"""The repository tests itself: states, clocks, imports, names, sizes, migrations, words that do not belong."""

import ast
import re
import subprocess

import pytest
from django.core.management import call_command

from tests.house.sources import ROOT, SRC, below_the_doors, calls, trees

CLOCKS = {"datetime.now", "datetime.utcnow", "date.today", "timezone.now", "time.time", "now", "localdate"}
JUNK = {"utils", "helpers", "common", "services", "managers", "misc"}


def test_only_core_cases_assigns_a_state():
    guilty = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and target.attr == "state"
    ]
    assert guilty, "the one place that assigns a state has gone: the test would not see a second one"
    assert {entry.split(":")[0] for entry in guilty} == {"core/cases.py"}


def test_no_clock_is_read_below_the_doors():
    seen = [(p, n) for p, tree in trees().items() for n, _ in calls(tree) if n in CLOCKS]
    assert seen == [] or not [f"{p} {n}" for p, n in seen if below_the_doors(p)]


def test_package_files_hold_a_docstring_and_nothing_else():
    allowed = "models/__init__.py"  # Django finds a package's models only when the package names them
    guilty = [
        str(path)
        for path, tree in trees().items()
        if path.name == "__init__.py" and not str(path).endswith(allowed) and len(tree.body) > 1
    ]
    assert guilty == []


def test_no_module_is_a_junk_drawer():
    assert [str(p) for p in trees() if p.stem in JUNK] == []


def test_imports_inside_functions_carry_a_reason():
    guilty = []
    for path, tree in trees().items():
        lines = (SRC / path).read_text("utf-8").splitlines()
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) and not re.search(
                    r"noqa: PLC0415 -- \w", lines[node.lineno - 1]
                ):
                    guilty.append(f"{path}:{node.lineno}")
    assert guilty == []


def test_every_suppression_says_why():
    bare = re.compile(r"#\s*(noqa(?!: [A-Z0-9, ]+ -- )|type: ignore(?!\[[a-z-, ]+\]  # ))")
    guilty = [
        f"{path}:{number}"
        for path in trees()
        for number, line in enumerate((SRC / path).read_text("utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert guilty == []


def test_migrations_are_named_by_what_they_do():
    names = [p.stem for p in SRC.rglob("migrations/0*.py")]
    assert names
    assert [n for n in names if re.search(r"_(auto|initial)(_|$)|^\d+_[a-z]+_[a-z]+_and_more$", n)] == []


@pytest.mark.django_db
def test_models_and_migrations_agree(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    assert "No changes detected" in capsys.readouterr().out


SPOKEN_OF = re.compile(
    r"/work/|\bshared/|\bissue #?\d|claude|\bLLM\b|pypi\.org|registry\.npmjs|localhost:4873", re.IGNORECASE
)


WRITTEN = {".py", ".md", ".html", ".css", ".js", ".toml", ".txt", ".in", ".csv", ".po", ".ini", ".sh", ""}


def test_texts_speak_of_the_product_alone():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    texts = [ROOT / name for name in tracked.split("\0") if name and (ROOT / name).suffix in WRITTEN]
    assert len(texts) > 100
    guilty = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in texts
        if path.is_file() and path.name != "test_sources_keep_the_house_rules.py"
        for found in [SPOKEN_OF.search(path.read_text("utf-8", errors="ignore"))]
        if found
    ]
    assert guilty == []
