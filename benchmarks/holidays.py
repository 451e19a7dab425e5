"""A new day off among 100,000 open clocks: the whole act in a scratch database, from the first lock to the commit."""

import importlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.tables import table
from madang.core.keys import uuid7
from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.due import due_date
from madang.launch.database import database

CLOCKS, GOAL = 100_000, 10
RULE = "DES-03"
#: no holiday lies near it: ninety days from a Wednesday
NEW_DAY = date(2026, 6, 30)
NOW = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Asia/Seoul"))
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Scene:
    """How the clocks lie: every one ends on the new day (by pauses of many lengths), or they end all over the year."""

    name: str
    together: bool
    groups: int = 400

    def clocks(self) -> Iterator[tuple[date, list[list[str]]]]:
        """Yield first day and pauses of each group."""
        for n in range(self.groups):
            if self.together:
                start = NEW_DAY - timedelta(days=90 + n)
                yield start, [[day.isoformat() for day in (start + DAY, start + n * DAY)]] if n else []
            else:
                yield NEW_DAY - timedelta(days=n % 200), []


SCENES = (
    Scene("all end on the new day", together=True),
    Scene("spread over 200 days", together=False),
)


def run() -> None:
    """Build each scene, record a day off, withdraw it, and print the seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.dev")
    with database():
        importlib.import_module("django").setup()
        # what stands on Django is imported once it is set up
        inside = importlib.import_module("benchmarks.holidays_inside")
        rows = [row for scene in SCENES for row in inside.measured(scene)]
    heads = ["100,000 open clocks, each shown by its state's duty", "moved", "seconds", "goal"]
    table("Deadlines after a new day off", heads, rows)


def filled(scene: Scene) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the duties: for each clock itself and the duty of the state that carries it."""
    groups = [_counted(start, pauses) for start, pauses in scene.clocks()]
    for n in range(CLOCKS):
        start, due, pauses, explanation = groups[n % len(groups)]
        case = uuid7()
        for is_clock in (True, False):
            yield (
                uuid7(), "selection.designation", case, "daegu", "ministry", "ministry", "인공지능 로봇",
                "AI robots", "지정 여부 결정", "Decision on the designation", f"/designations/{case}/", is_clock, is_clock,
                RULE, start, due, explanation, pauses, True,
            )  # fmt: skip


def _counted(start: date, pauses: list[list[str]]) -> tuple[date, date, str, str]:
    stood = [Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in pauses]
    due = due_date(RULE, start=start, on=start, pauses=stood)
    return start, due.due_on, json.dumps(pauses), json.dumps(due.to_json(), ensure_ascii=False)


def seconds_of(work: Any) -> tuple[Any, float]:
    """Return what a piece of work gave, and how long it took."""
    began = time.perf_counter()
    given = work()
    return given, time.perf_counter() - began
