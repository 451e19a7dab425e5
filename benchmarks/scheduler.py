"""Silence among 100,000 open clocks: the worker's whole look in a scratch database, from the first question to the commit."""

import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.holidays import seconds_of
from benchmarks.tables import table
from madang.launch.database import database

CLOCKS, GOAL = 100_000, 10
#: notified on this Tuesday, due on Thursday 1 October
NOTIFIED = date(2026, 9, 1)
NOW = datetime(2026, 10, 2, 0, 1, tzinfo=ZoneInfo("Asia/Seoul"))
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Scene:
    """How many of the clocks ran out, and over how many days: the others end later."""

    name: str
    lapsed: int
    days: int = 1

    def starts(self) -> Iterator[date]:
        """Yield the day of the notice of each clock."""
        for n in range(CLOCKS):
            yield NOTIFIED - (n % self.days) * DAY if n < self.lapsed else NOTIFIED + (1 + n % 20) * DAY


SCENES = (
    Scene("an ordinary day: one in fifty ran out", CLOCKS // 50),
    Scene("all ran out on one day", CLOCKS),
    Scene("all ran out over 40 days of downtime", CLOCKS, 40),
)


def run() -> None:
    """Build each scene, let the worker record silence once and again, and print the seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.dev")
    with database():
        importlib.import_module("django").setup()
        # what stands on Django is imported once it is set up
        inside = importlib.import_module("benchmarks.scheduler_inside")
        rows = [row for scene in SCENES for row in inside.measured(scene)]
    heads = ["100,000 open clocks of rapid confirmations", "recorded", "seconds", "goal"]
    table("Silence recorded by the scheduler", heads, rows)


def timed(work: Any) -> float:
    """Return how long a piece of work took."""
    return seconds_of(work)[1]
