"""Run the tests: those of both engines on the other PostgreSQL first, then everything on the first one.

The whole suite comes last, so that its closing lines are the last ones printed. Arguments go to pytest.
"""

import os
import subprocess
import sys

from madang.launch.engines import engines

#: pytest's exit code when a selection holds no test
NOTHING_SELECTED = 5
WORKERS = ("-n", "2", "--dist", "loadfile")


def run(*arguments: str, source: str) -> int:
    """Run pytest against the PostgreSQL of one source and return its exit code."""
    environment = {**os.environ, "MADANG_POSTGRES": source}
    # the tests start dozens of processes, and each would compile the framework anew
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], env=environment, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    """Return 0 when everything passed on every engine."""
    first, *others = engines(os.environ.get("MADANG_POSTGRES", "auto"))
    failed = 0
    if others and not arguments:
        print(f"== {others[-1].called}", flush=True)
        failed = run("-m", "both_engines", source=others[-1].source)
    print(f"== {first.called}", flush=True)
    whole = run(*WORKERS, *arguments, source=first.source)
    return whole or (0 if failed == NOTHING_SELECTED else failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
