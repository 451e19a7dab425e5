"""The record replayed through the acts into a scratch database: acts a second."""

import re
import statistics
import subprocess
import sys

from benchmarks.tables import table

RUNS = 3


def run() -> None:
    """Replay three times and print the median."""
    paces = [_once() for _ in range(RUNS)]
    acts, _ = paces[0]
    rates = [rate for _, rate in paces]
    table(
        "Replay of the record",
        ["what", "value", "goal"],
        [
            ["acts", acts, "-"],
            ["acts/s, median of three", statistics.median(rates), 300],
            ["acts/s, best", max(rates), 300],
        ],
    )


def _once() -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-m", "madang.launch", "replay", "--lang", "en"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"(\d+) acts, .*?(\d+)/s", done.stdout)
    if found is None:
        raise SystemExit(done.stdout[-500:])
    return int(found.group(1)), int(found.group(2))
