"""Changes that what is loaded cannot take: each is written into a copy of the kernel, and the tests begin anew.

``python -m tools.mutation.afresh REACH OUT`` tries those of OUT that are not in place, and tells OUT how they ended.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.mutation.changes import Change
from tools.mutation.reach import ARGUMENTS, KERNEL, ROOT, Reach
from tools.mutation.trial import all_changes

#: what is not done after so many seconds does not end
LONGEST = 300
#: so many files of tests are asked before all the others
NEAREST = 4


def copied(folder: Path) -> None:
    """A copy of what the tests of the kernel need, in which the kernel may be changed."""
    for name in ("tests", "tools", "docs", "pyproject.toml", "Makefile"):
        (folder / name).symlink_to(ROOT / name)
    package = folder / "src" / "madang"
    package.mkdir(parents=True)
    for one in KERNEL.parent.iterdir():
        if one != KERNEL:
            (package / one.name).symlink_to(one)
    shutil.copytree(KERNEL, package / "kernel", ignore=shutil.ignore_patterns("__pycache__"))


def files_for(change: Change, reach: Reach) -> list[str]:
    """The files of tests that reach the module of a change; those that are about little else come first."""
    every = Counter(test.partition("::")[0] for test in reach.tests)
    found = Counter(reach.tests[test].partition("::")[0] for test in reach.of_file(change.path) if test >= 0)
    shares = {name: found[name] / every[name] for name in found if name.startswith("tests/")}
    return sorted(shares, key=lambda name: -shares[name])


def module_of(where: str) -> str:
    """The module of a place, by its path below the kernel."""
    parts = where.split(".")
    paths = ["/".join(parts[:length]) + ".py" for length in range(len(parts), 0, -1)]
    return next(path for path in paths if (KERNEL / path).is_file())


def is_noticed(change: Change, files: list[str], folder: Path) -> bool:
    """Whether the tests fail on the changed module."""
    file, source = folder / change.path, (ROOT / change.path).read_bytes()
    file.write_bytes(change.made(source))
    options = [
        one for one in ARGUMENTS if one not in ("tests/kernel", "src/madang/kernel", "--doctest-modules")
    ]
    command = [sys.executable, "-m", "pytest", "-x", *options]
    environment = {**os.environ, "PYTHONPATH": f"{folder / 'src'}:{folder}", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        # nearly all are noticed by the files that are about the module: the others are not even collected then
        for some in filter(None, (files[:NEAREST], files[NEAREST:])):
            ended = subprocess.run(
                [*command, *some],
                cwd=folder,
                env=environment,
                capture_output=True,
                timeout=LONGEST,
                check=False,
            )
            if ended.returncode != 0:
                return True
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_bytes(source)
    return False


def main(reach: str, out: str) -> int:
    """Try what was not in place; the lines of the file say then how it ended."""
    lines: list[dict[str, Any]] = [json.loads(line) for line in Path(out).read_text("utf-8").splitlines()]
    open_ones = {line["key"]: line for line in lines if line["outcome"] == "not in place"}
    modules = {module_of(line["where"]) for line in open_ones.values()}
    found = Reach(**json.loads(Path(reach).read_text("utf-8")))
    with TemporaryDirectory() as name:
        copied(Path(name))
        for change in all_changes(sorted(modules)):
            if change.key in open_ones:
                noticed = is_noticed(change, files_for(change, found), Path(name))
                open_ones[change.key]["outcome"] = "noticed" if noticed else "survived"
                text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
                Path(out).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
