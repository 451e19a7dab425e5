"""Due dates against what else counts working days: numpy.busday_offset, holidays, workalendar, pandas.

Every method gets the same starts and lengths in one run and the holidays of the kernel's table where it takes a list.
The n-th working day is meant, the start counted when it is one. Times are medians of processor time, which other work
on the machine lengthens less than the clock on the wall; a ratio says how many times longer the other takes.
"""

import statistics
import time
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import holidays
import numpy as np
import pandas as pd
from workalendar.asia import SouthKorea

from benchmarks.tables import table
from madang.kernel.clocks import bulk
from madang.kernel.clocks.holidays import national_table
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.prepared import plain_due

MANY, FEW, SAMPLE, RUNS = 1_000_000, 400, 2_000, 7
GOAL_BULK, GOAL_PLAIN_NS, GOAL_EXPLAINED_NS = 20, 1_000, 20_000
DAY = timedelta(days=1)
RNG = np.random.default_rng(20260717)
STARTS = (np.datetime64("2015-01-02") + RNG.integers(0, 4_300, MANY)).astype("datetime64[D]")
LENGTHS = RNG.integers(6, 91, MANY)
CALENDAR = np.busdaycalendar(holidays=np.array([h.on for h in national_table()], dtype="datetime64[D]"))


@dataclass(frozen=True)
class Read:
    """One method: nanoseconds a date, and in how many of a hundred answers it agrees with the kernel."""

    name: str
    ns: float
    agrees: float


def run() -> None:
    """Print the bulk tables, then one date at a time."""
    for name, lengths in (("one length (14) for all", 14), ("lengths of their own (6 to 90)", LENGTHS)):
        _bulk(f"n-th working day, {name}", lengths, bulk.working_days, _numpy_working)
        _bulk(f"n calendar days, then roll, {name}", lengths, bulk.days_after, _numpy_rolled)
    _libraries()
    _single()


def _numpy_working(starts: Any, n: Any) -> Any:
    return np.busday_offset(starts, n - 1, roll="forward", busdaycal=CALENDAR)


def _numpy_rolled(starts: Any, n: Any) -> Any:
    return np.busday_offset(starts + n, 0, roll="forward", busdaycal=CALENDAR)


def _bulk(name: str, n: Any, own: Callable[..., Any], other: Callable[..., Any]) -> None:
    answer, out = own(STARTS, n), np.empty_like(STARTS)
    other_ns, equal = _ns(lambda: other(STARTS, n), MANY), _percent(other(STARTS, n), answer)
    rows = [_against(Read("numpy.busday_offset", other_ns, equal), other_ns, "")]
    for label, counted in (
        ("own, a new array", lambda: own(STARTS, n)),
        ("own, array to fill given", lambda: own(STARTS, n, out=out)),
    ):
        ns = _ns(counted, MANY)
        goal = _met(other_ns / ns >= GOAL_BULK, f">= {GOAL_BULK}x")
        rows.append(_against(Read(label, ns, 100.0), other_ns, goal))
    table(f"{MANY:,} dates: {name}", ["method", "ns a date", "x numpy", "agrees %", "goal"], rows)


def _against(read: Read, numpy_ns: float, goal: str) -> list[object]:
    return [read.name, read.ns, numpy_ns / read.ns, read.agrees, goal]


def _libraries() -> None:
    """The same working days one by one in the libraries that have no arrays, on a sample."""
    starts, lengths = STARTS[:SAMPLE].tolist(), LENGTHS[:SAMPLE].tolist()
    pairs = list(zip(starts, lengths, strict=True))
    answer = bulk.working_days(STARTS[:SAMPLE], LENGTHS[:SAMPLE]).tolist()
    own = _ns(lambda: bulk.working_days(STARTS, LENGTHS), MANY)
    rows = [["own, arrays", own, 1.0, 100.0]]
    for name, nth in _peers().items():
        found = [nth(start, n) for start, n in pairs]
        agrees = 100 * sum(a == b for a, b in zip(found, answer, strict=True)) / SAMPLE
        ns = _ns(lambda nth=nth: [nth(start, n) for start, n in pairs], SAMPLE, runs=3)
        rows.append([name, ns, ns / own, agrees])
    heads = ["method", "ns a date", "times the time of own arrays", "agrees %"]
    table(f"n-th working day, libraries on {SAMPLE:,} pairs", heads, rows)


def _peers() -> dict[str, Callable[[date, int], date]]:
    korea, work = holidays.KR(years=range(2015, 2029)), SouthKorea()
    off = [h.on for h in national_table()]
    offsets = {n: pd.offsets.CustomBusinessDay(n=n, holidays=off) for n in range(1, 91)}
    return {
        "holidays.get_nth_working_day": lambda start, n: korea.get_nth_working_day(start - DAY, n),
        "workalendar.add_working_days": lambda start, n: work.add_working_days(start - DAY, n),
        "pandas CustomBusinessDay": lambda start, n: (pd.Timestamp(start - DAY) + offsets[n]).date(),
    }


def _single() -> None:
    """One due date of a statutory clock, plain and with its explanation, beside one call of the others."""
    starts = [date(2025, 1, 2) + n * DAY for n in range(FEW)]
    reads: list[tuple[str, Callable[[date], object], float]] = [
        ("plain, DES-03 (90 days)", plain_due("DES-03"), GOAL_PLAIN_NS),
        ("plain, PET-02.suggestion (14 working days)", plain_due("PET-02.suggestion"), GOAL_PLAIN_NS),
        ("plain, PLN-08 (14 days before)", plain_due("PLN-08"), GOAL_PLAIN_NS),
        ("explained, DES-03", lambda day: due_date("DES-03", start=day), GOAL_EXPLAINED_NS),
        (
            "explained, PET-02.suggestion",
            lambda day: due_date("PET-02.suggestion", start=day),
            GOAL_EXPLAINED_NS,
        ),
        ("explained by earlier knowledge, DES-03", _by_earlier_knowledge, GOAL_EXPLAINED_NS),
        ("explained and written as JSON, DES-03", lambda day: due_date("DES-03", start=day).to_json(), 0),
    ]
    reads += [(name, lambda day, nth=nth: nth(day, 14), 0) for name, nth in _peers().items()]
    reads.append(("numpy.busday_offset, one day", lambda day: _numpy_working(np.datetime64(day), 14), 0))
    rows = [_single_row(name, counted, starts, goal) for name, counted, goal in reads]
    table("One due date at a time", ["what", "ns", "goal"], rows)


def _by_earlier_knowledge(day: date) -> object:
    return due_date("DES-03", start=day, known_on=date(2026, 1, 2))


def _single_row(
    name: str, counted: Callable[[date], object], starts: list[date], goal: float
) -> list[object]:
    ns = _ns(lambda: [counted(day) for day in starts], len(starts))
    return [name, ns, _met(ns <= goal, f"<= {goal:,.0f} ns") if goal else ""]


def _ns(work: Callable[[], object], dates: int, runs: int = RUNS) -> float:
    work()
    took = timeit.repeat(work, timer=time.process_time, number=1, repeat=runs)
    return statistics.median(took) / dates * 1e9


def _percent(found: Any, answer: Any) -> float:
    return float((found == answer).mean() * 100)


def _met(is_met: bool, goal: str) -> str:
    return f"{goal}: {'met' if is_met else 'MISSED'}"
