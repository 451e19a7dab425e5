"""Radar and Gantt chart: processor time and weight of a page made anew, with 200 and with 5,000 tools in force."""

import importlib
import os
from dataclasses import dataclass

from benchmarks.tables import table
from madang.launch.database import database

RUNS = 30


@dataclass(frozen=True)
class Asked:
    """A page with how many tools are in force, the CPU milliseconds a request and the kilobytes that it may take."""

    name: str
    path: str
    tools: int
    most_ms: float
    most_kb: float | None = None


PAGES = (
    Asked("Gantt chart of the country", "/radar/gantt/", 200, 20, 120),
    Asked("Gantt chart, in English", "/en/radar/gantt/", 200, 20, 120),
    Asked("Gantt chart of one zone", "/radar/gantt/?zone=zone-1", 200, 20, 120),
    Asked("radar", "/radar/", 5_000, 30),
    Asked("radar, in English", "/en/radar/", 5_000, 30),
    Asked("radar, one region, 90 days", "/radar/?region=busan&within=90", 5_000, 30),
    Asked("radar, one ministry", "/radar/?ministry=asked-1", 5_000, 30),
    Asked("radar, page 150", "/radar/?page=150", 5_000, 30),
    Asked("laws to be revised", "/revisions/", 5_000, 30),
)
#: the worker's look at all tools after the calendar has changed, in seconds
LOOK_GOAL = 10


def run() -> None:
    """Build each scene, ask for each page some times, and print what it took."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.dev")
    with database():
        importlib.import_module("django").setup()
        # what stands on Django is imported once it is set up
        inside = importlib.import_module("benchmarks.exemptions_inside")
        rows = [row for tools in (200, 5_000) for row in inside.measured(tools)]
    table(
        "Pages of exemptions, made anew",
        ["page", "tools", "CPU ms", "goal", "KB", "goal", "queries"],
        rows,
    )
