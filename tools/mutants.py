"""Changes the kernel in every place, one at a time, and asks its tests to notice: ``python -m tools.mutants``.

Arguments are modules below ``src/madang/kernel`` (all of ``clocks`` and ``statutes`` if there are none) and
``--jobs N``. A change that alters no date and no answer stands in docs/reference/mutants.md with the reason; any other
that no test noticed is printed, and the outcome is 1. What was tried is kept below ``mutants/`` and not tried again
while kernel and tests stay as they are.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KERNEL = ROOT / "src" / "madang" / "kernel"
TESTS = ROOT / "tests" / "kernel"
EXPLAINED = ROOT / "docs" / "reference" / "mutants.md"
PACKAGES = ("clocks", "statutes")
Line = dict[str, str]


def every_module() -> list[str]:
    """The modules whose changes the tests have to notice."""
    found = (file for package in PACKAGES for file in sorted((KERNEL / package).rglob("*.py")))
    return [str(file.relative_to(KERNEL)) for file in found if file.name != "__init__.py"]


def kept() -> Path:
    """The folder of what was tried with the kernel and its tests as they stand."""
    files = [file for folder in (KERNEL, TESTS) for file in sorted(folder.rglob("*")) if file.is_file()]
    seen = sha256()
    for file in files:
        if file.suffix != ".pyc":
            seen.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    folder = ROOT / "mutants" / seen.hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def round_of(name: str, *arguments: str | Path) -> None:
    """Run one round in a process of its own."""
    command = [sys.executable, "-m", f"tools.mutation.{name}", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)


def tried(modules: Iterable[str], jobs: int) -> list[Line]:
    """How the changes of some modules ended."""
    folder = kept()
    reach, out = folder / "reach.json", folder / "outcomes.jsonl"
    if not reach.exists():
        round_of("reach", reach)
    round_of("trial", reach, out, str(jobs), *modules)
    round_of("afresh", reach, out)
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def row(line: Line) -> str:
    """The beginning of the row in which a change is explained."""
    return f"| `{line['where']}` | `{line['text'].replace('|', chr(92) + '|')}` |"


def numbers(lines: Iterable[Line], explained: str) -> str:
    """A table: of each package the changes, those noticed, those explained, and what is left."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        package = line["where"].split(".")
        name = "/".join(package[:2] if package[1] in ("rulings", "questions") else package[:1])
        for key in (name, "together"):
            found[key]["changes"] += 1
            found[key]["explained" if row(line) in explained else line["outcome"]] += 1
    rows = []
    for name, ended in sorted(found.items(), key=lambda one: (one[0] == "together", one[0])):
        noticed = ended["noticed"] + ended["stopped"]
        left = ended["changes"] - noticed - ended["explained"]
        rows.append(f"| {name} | {ended['changes']} | {noticed} | {ended['explained']} | {left} |")
    head = "| package | changes | noticed | explained | open |"
    return "\n".join([head, "|---|---|---|---|---|", *rows])


def main() -> int:
    """Print what no test noticed and nothing explains; 1 when there is any."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    explained = EXPLAINED.read_text("utf-8")
    lines = tried(asked.modules or every_module(), asked.jobs)
    open_ones = [line for line in lines if line["outcome"] not in ("noticed", "stopped")]
    open_ones = [line for line in open_ones if row(line) not in explained]
    for line in open_ones:
        print(f"{line['outcome']}: {line['where']}\n    {line['text']}")
    print(numbers(lines, explained))
    print(f"{len(open_ones)} changes were not noticed and are not explained")
    return bool(open_ones)


if __name__ == "__main__":
    sys.exit(main())
