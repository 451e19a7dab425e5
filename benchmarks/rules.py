"""Rules: one situation explained, and a million at once beside the same criteria written by hand in plain NumPy."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle
from typing import Any

import numpy as np

from benchmarks.tables import table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.statutes.bulk import examine
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.printing import printed
from madang.kernel.statutes.rules import evaluate

ROUNDS, CALLS, SITUATIONS = 7, 2000, 1_000_000
GOAL_EXPLAINED_US, GOAL_RATIO = 10, 1.5
ON = date(2025, 1, 2)
BULK_RULES = ("APP-08", "APP-09", "DES-04", "ZC-01", "COM-02", "PLN-08", "REV-02", "REV-09")
UNKNOWN, BREACHED, REFUSED = 1, 2, 3
Columns = dict[str, Any]


def run() -> None:
    """Print both tables; the answers of both ways in bulk are compared before they are timed."""
    table(
        "One situation, explained (microseconds of processor time, median of seven)",
        ["rule", "answer with its trace", "and written as JSON", "and printed", "goal"],
        [_explained(rule_id, list(_varied(facts))) for rule_id, facts in _SINGLE.items()],
    )
    columns, on = _columns()
    found, (status, reasons) = examine(BULK_RULES, columns, on=on), _plain(columns, on)
    if not (np.array_equal(found.status, status) and np.array_equal(found.reasons, reasons)):
        raise SystemExit("the two ways of examining a million situations do not agree")
    own = _milliseconds(lambda: examine(BULK_RULES, columns, on=on))
    plain = _milliseconds(lambda: _plain(columns, on))
    table(
        f"A million situations, {len(BULK_RULES)} rules (milliseconds of processor time, median of seven)",
        ["what", "value", "goal"],
        [
            ["by the register, by date, with reasons", own, "-"],
            ["the same by hand in plain NumPy", plain, "-"],
            ["ratio", own / plain, GOAL_RATIO],
        ],
    )


_SINGLE: Mapping[str, Mapping[str, object]] = {
    "REV-09": {"tool_ends_on": date(2026, 1, 2), "zone_ends_on": date(2026, 7, 1)},
    "ZC-01": {"committee_size": 30},
    "ZC-05": {"members_enrolled": 40, "members_present": 22, "votes_yes": 12},
    "DES-04": {"committee_resolved": True, "opinions_considered": True},
    "PLN-08": {"hearing_on": date(2024, 4, 29), "hearing_announced_on": date(2024, 4, 15)},
    "DES-02": {"notified_on": date(2024, 5, 26), "replied_on": date(2024, 6, 20)},
    "EX-14": {
        "granted_on": date(2024, 9, 2),
        "term_starts_on": date(2024, 9, 2),
        "term_ends_on": date(2028, 8, 31),
        "zone_ends_on": date(2029, 12, 31),
    },
    "DES-03": {
        "applied_on": date(2024, 5, 26),
        "supplements": (Pause(date(2024, 6, 3), date(2024, 6, 12)),),
        "decided_on": date(2024, 8, 30),
    },
}


def _varied(facts: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """A hundred situations with other days and numbers, so that nothing is only remembered."""
    for n in range(100):
        yield {name: _moved(value, n) for name, value in facts.items()}


def _moved(value: object, n: int) -> object:
    if isinstance(value, tuple):
        return tuple(Pause(p.asked + timedelta(days=n), p.received + timedelta(days=n)) for p in value)
    if isinstance(value, date):
        return value + timedelta(days=n)
    return value


def _explained(rule_id: str, situations: list[dict[str, object]]) -> list[object]:
    def answered(facts: dict[str, object]) -> object:
        return evaluate(rule_id, facts, on=ON)

    def written(facts: dict[str, object]) -> object:
        return canonical_json(evaluate(rule_id, facts, on=ON).to_json())

    def on_paper(facts: dict[str, object]) -> object:
        return printed(evaluate(rule_id, facts, on=ON), "ko")

    ways = (answered, written, on_paper)
    return [rule_id, *(_microseconds(way, situations) for way in ways), GOAL_EXPLAINED_US]


def _microseconds(do: Callable[[dict[str, object]], object], situations: list[dict[str, object]]) -> float:
    def once() -> float:
        turn = cycle(situations)
        began = time.process_time()
        for _ in range(CALLS):
            do(next(turn))
        return (time.process_time() - began) / CALLS * 1e6

    once()
    return statistics.median(once() for _ in range(ROUNDS))


def _milliseconds(do: Callable[[], object]) -> float:
    def once() -> float:
        began = time.process_time()
        do()
        return (time.process_time() - began) * 1e3

    once()
    return statistics.median(once() for _ in range(ROUNDS))


def _columns() -> tuple[Columns, Any]:
    chance = np.random.default_rng(1)

    def days(first: str) -> Any:
        found = np.datetime64(first) + chance.integers(0, 400, SITUATIONS)
        found[chance.random(SITUATIONS) < 0.05] = np.datetime64("NaT")
        return found

    truths = ("operator_outside_zone", "takes_part_in_project", "operator_in_plan", "in_zone_area")
    truths += ("committee_resolved", "opinions_considered", "ministries_consulted")
    counts = ("committee_size", "votes_yes", "members_present")
    columns: Columns = {name: chance.integers(-1, 2, SITUATIONS).astype(np.int8) for name in truths}
    columns |= {name: chance.integers(-1, 48, SITUATIONS).astype(np.int32) for name in counts}
    columns |= {"hearing_on": days("2024-03-01"), "hearing_announced_on": days("2024-01-01")}
    columns |= {"tool_ends_on": days("2026-01-01"), "zone_ends_on": days("2026-01-01")}
    return columns, np.datetime64("2019-05-01") + chance.integers(0, 2500, SITUATIONS)


def _plain(columns: Columns, on: Any) -> tuple[Any, Any]:
    """The same criteria with their numbers and days written into the code, whole arrays at a time."""
    reasons = np.empty((len(BULK_RULES), len(on)), dtype=np.int8)
    outside, part = columns["operator_outside_zone"] == 1, columns["takes_part_in_project"]
    shut_out = outside & ((part == 0) | (on < np.datetime64("2024-08-07")))
    unstated = (columns["operator_outside_zone"] < 0) | (outside & (part < 0))
    np.maximum(shut_out * np.int8(BREACHED), unstated, out=reasons[0])
    _both(columns["operator_in_plan"], columns["in_zone_area"], reasons[1])
    _both(columns["committee_resolved"], columns["opinions_considered"], reasons[2])
    size = columns["committee_size"]
    limit = np.where(on >= np.datetime64("2021-07-21"), np.int32(40), np.int32(30))
    np.maximum((size > limit) * np.int8(BREACHED), size < 0, out=reasons[3])
    yes, present = columns["votes_yes"], columns["members_present"]
    _known(2 * yes <= present, (yes < 0) | (present < 0), reasons[4])
    hearing, told = columns["hearing_on"], columns["hearing_announced_on"]
    _known(told > hearing - 14, np.isnat(hearing) | np.isnat(told), reasons[5])
    reasons[5][told > hearing] = REFUSED
    _both(columns["ministries_consulted"], columns["committee_resolved"], reasons[6])
    tool, zone = columns["tool_ends_on"], columns["zone_ends_on"]
    _known(tool > zone, np.isnat(tool) | np.isnat(zone), reasons[7])
    return reasons.max(axis=0), reasons


def _both(one: Any, other: Any, out: Any) -> None:
    np.maximum(((one == 0) | (other == 0)) * np.int8(BREACHED), (one < 0) | (other < 0), out=out)


def _known(breached: Any, unstated: Any, out: Any) -> None:
    np.multiply(breached, np.int8(BREACHED), out=out)
    out[unstated] = UNKNOWN
