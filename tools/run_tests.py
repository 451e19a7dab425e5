"""Run the tests: everything on the first PostgreSQL, and beside it those of both engines on the other one.

What the smaller run says is printed when it has ended; the closing lines of the whole suite are the last ones.
Arguments go to pytest, and then there is one run alone.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import IO

from madang.launch.engines import Engine, engines

#: pytest's exit code when a selection holds no test
NOTHING_SELECTED = 5
#: one more than a small machine has processors: a test that starts a server waits for it more than it works
WORKERS = ("-n", "3", "--dist", "loadfile")


def started(engine: Engine, *arguments: str, output: IO[bytes] | None = None) -> "subprocess.Popen[bytes]":
    """Start pytest against one PostgreSQL."""
    environment = {**os.environ, "MADANG_POSTGRES": engine.source}
    # the tests start dozens of processes, and each would compile the framework anew
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(command, env=environment, stdout=output, stderr=output)


@contextmanager
def beside(engine: Engine, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run pytest beside the block, print what it says when it has ended, and end with it."""
    with tempfile.TemporaryFile() as output:
        run = started(engine, *arguments, output=output)
        teller = Thread(target=tell, args=(engine, run, output))
        teller.start()
        try:
            yield run
        finally:
            teller.join()


def tell(engine: Engine, run: "subprocess.Popen[bytes]", output: IO[bytes]) -> None:
    """Print what a run has said, as soon as it has ended."""
    run.wait()
    output.seek(0)
    said = output.read().decode(errors="replace")
    print(f"\n== {engine.called}\n{said}", flush=True)


def main(arguments: list[str]) -> int:
    """Return 0 when everything passed on every engine."""
    first, *others = engines(os.environ.get("MADANG_POSTGRES", "auto"))
    print(f"== {first.called}", flush=True)
    if not others or arguments:
        return started(first, *WORKERS, *arguments).wait()
    with beside(others[-1], "-m", "both_engines") as smaller:
        whole = started(first, *WORKERS).wait()
    return whole or (0 if smaller.returncode == NOTHING_SELECTED else smaller.returncode)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
