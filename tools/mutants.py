"""Which changes to the kernel no test noticed, and whether each is explained: `python -m tools.mutants`.

Reads what `make mutants` left behind. A change that alters no date and no answer stands in docs/reference/mutants.md
with the reason; any other that survived is printed, and the outcome is 1.
"""

import re
import subprocess
import sys
from pathlib import Path

EXPLAINED = Path("docs/reference/mutants.md")
#: a line of the results: the name of the change and what became of it
RESULT = re.compile(r"^\s*(\S+__mutmut_\d+): (survived|no tests|timeout|suspicious)", re.MULTILINE)


def mutmut(*words: str) -> str:
    """What mutmut prints."""
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def change(name: str) -> tuple[str, ...]:
    """The lines that a change takes away and puts in."""
    lines = mutmut("show", name).splitlines()
    return tuple(line for line in lines if re.match(r"[-+](?![-+])", line))


def written(lines: tuple[str, ...]) -> str:
    """A change in one line, as the list of explained ones has it."""
    return " → ".join(line[1:].strip() for line in lines if line[1:].strip())


def main() -> int:
    """Print what survived without an explanation; 1 when there is any."""
    explained = EXPLAINED.read_text("utf-8")
    survived = RESULT.findall(mutmut("results"))
    open_ones = [(name, end, written(change(name))) for name, end in survived]
    open_ones = [one for one in open_ones if one[2] not in explained]
    for name, end, text in open_ones:
        print(f"{name.rpartition('__mutmut_')[0]}: {end}\n    {text}")
    print(f"{len(survived)} changes survived, {len(survived) - len(open_ones)} of them explained")
    return bool(open_ones)


if __name__ == "__main__":
    sys.exit(main())
