"""One clock of each kind as it counts plainly and with whatever may bend it: days, mode, steps and provisions.

``told_dues.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept.
"""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from madang.kernel.clocks.holidays import Holiday, shipped_table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.ways import MAY_PAUSE, MAY_START_AT_MIDNIGHT, NotADay
from madang.kernel.words import Words

KEPT = Path(__file__).with_name("told_dues.txt")
#: by the latest law, and before several of its versions
STARTS = (datetime.fromisoformat("2026-07-03T10:20+09:00"), datetime.fromisoformat("2022-06-24T16:40+09:00"))


def one_of_each_kind():
    """Clocks that differ in the way, the unit or what may bend them."""
    kinds = {}
    for rule_id in clock_rule_ids():
        asked = clock(rule_id)
        units = {number.unit for number in parameter_editions(asked.parameter)}
        bends = (asked.may_pause, asked.hard_stop, asked.extensions)
        kinds.setdefault((asked.way, *sorted(units), *bends), rule_id)
    return kinds.values()


def bends_of(rule_id, start):
    """Every way in which a clock may be bent, by a name; plain first."""
    asked, first = clock(rule_id), start.date()
    pauses = [Pause(first + timedelta(days=2), first + timedelta(days=5))]
    yield "plain", {}
    yield "by the case", {"on": first + timedelta(days=40)}
    yield "known before", {"known_on": first - timedelta(days=400)}
    if asked.may_pause and asked.way in MAY_PAUSE:
        yield "supplement", {"pauses": pauses}
        yield "supplement, between", {"pauses": pauses, "pause_counting": "between"}
    if asked.hard_stop:
        long = [Pause(pauses[0].asked, first + timedelta(days=200))]
        yield "long supplement", {"pauses": long, "extensions": asked.extensions}
    if asked.extensions:
        yield "extended", {"extensions": asked.extensions}
    if asked.way in MAY_START_AT_MIDNIGHT:
        yield "from 00:00", {"starts_at_midnight": True}
    try:
        end = due_date(rule_id, start=start).due_on
        new = Holiday(end, Words("쉬는 날", "Day off"), "cabinet", "국무회의 의결", decided_on=first)
        yield "day off on the end", {"table": shipped_table().with_entries([new])}
    except Refusal:
        return


def told(rule_id, start, bends):
    """One count in a line: what it was counted to and from, how, and each step with its provision."""
    try:
        due = due_date(rule_id, start=start, **bends)
    except Refusal as refusal:
        return type(refusal).__name__
    steps = [
        f"{s.first:%m%d}-{s.last:%y%m%d}" + (f" {s.citation.article}" if s.citation else "")
        for s in due.steps
    ]
    bent = (due.extensions, due.starts_at_midnight, due.pause_counting, len(due.pauses))
    head = f"{due.start} {due.due_on} {due.due_at and due.due_at.isoformat()} {due.mode} v{due.version_on}"
    return f"{head} {due.citation.article}@{due.citation.version} {bent}: {'; '.join(steps)}"


def all_told():
    for rule_id in one_of_each_kind():
        for start in STARTS:
            for name, bends in bends_of(rule_id, start):
                yield f"{rule_id} {name}: {told(rule_id, start, bends)}"


def test_every_kind_of_clock_counts_the_same_days_by_the_same_provisions_as_before():
    lines = list(all_told())
    if os.environ.get("GOLDEN") == "write":
        KEPT.write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == KEPT.read_text("utf-8").splitlines()


def test_a_start_that_is_no_day_is_named_in_the_refusal():
    with pytest.raises(NotADay, match=": 2025-04"):
        due_date("DES-03", start="2025-04")


def test_a_day_off_known_to_one_table_alone_moves_the_fixed_days_of_that_table():
    table = shipped_table().with_entries(
        [
            Holiday(
                date(2026, 3, 31), Words("쉬는 날", "Day off"), "cabinet", "의결", decided_on=date(2026, 1, 2)
            )
        ]
    )
    assert due_date("EVA-05", start=date(2025, 6, 30)).due_on == date(2026, 3, 31)
    assert due_date("EVA-05", start=date(2025, 6, 30), table=table).due_on == date(2026, 4, 1)
