"""Many clocks, many days off: whatever was recorded and withdrawn, every clock ends as if it were counted anew."""

from datetime import timedelta
from random import Random

import pytest

from madang.apps.law.acts import withdraw_holiday
from madang.apps.law.queries import table_in_force
from madang.core.case_models import Duty
from madang.core.duties import counted
from madang.core.keys import uuid7
from madang.kernel.clocks.holidays import shipped_table
from tests.apps.law.holiday_builders import NOW, TODAY, ministry, moved_events, recorded

pytestmark = pytest.mark.django_db
RULES = ("DES-03", "DES-02", "CHG-02.reply", "REV-05")
MAY_PAUSE = ("DES-03", "DES-02")
DAY = timedelta(days=1)


def clocks_at_random(chance: Random, cases: int) -> None:
    """Open cases with one to three clocks of one role, and a duty of the state that shows the earliest of them."""
    for _ in range(cases):
        case = uuid7()
        rows = [a_clock(chance, case) for _ in range(chance.randint(1, 3))]
        first = min((r for r in rows if r.is_open), key=lambda r: (r.due_on, str(r.pk)), default=None)
        Duty.objects.bulk_create([*rows, *([shown_of(first)] if first else [])])


def a_clock(chance: Random, case: object) -> Duty:
    rule = chance.choice(RULES)
    start = TODAY - chance.randint(0, 120) * DAY
    pauses = []
    if rule in MAY_PAUSE and chance.random() < 0.5:
        asked = start + chance.randint(1, 20) * DAY
        pauses = [[asked.isoformat(), (asked + chance.randint(0, 15) * DAY).isoformat()]]
    due = counted(rule, start, start, pauses, table=shipped_table())
    assert due is not None
    return Duty(
        **common(case), is_clock=True, is_carried=True, rule_id=rule, started_on=start, decided_by=start,
        pauses=pauses, due_on=due.due_on, explanation=due.to_json(), is_open=chance.random() < 0.9,
    )  # fmt: skip


def shown_of(clock: Duty) -> Duty:
    same = {
        name: getattr(clock, name) for name in ("rule_id", "started_on", "pauses", "due_on", "explanation")
    }
    return Duty(**common(clock.case_id), **same)


def common(case: object) -> dict[str, object]:
    return {
        "case_kind": "selection.designation", "case_id": case, "office_kind": "ministry", "role": "ministry",
        "title_ko": "시험", "title_en": "Trial", "what_ko": "결정", "what_en": "Decide", "path": f"/designations/{case}/",
    }  # fmt: skip


def faults() -> list[str]:
    """Clocks and shown deadlines that differ from a plain count with the table in force."""
    table, found = table_in_force(), []
    for clock in Duty.objects.filter(is_clock=True, is_open=True):
        due = counted(clock.rule_id, clock.started_on, clock.decided_by, clock.pauses, table=table)
        if due is None or due.due_on != clock.due_on or clock.explanation["due_on"] != str(clock.due_on):
            found.append(f"{clock.rule_id} {clock.started_on} {clock.pauses}: {clock.due_on}")
    for shown in Duty.objects.filter(is_clock=False):
        clocks = Duty.objects.filter(case_id=shown.case_id, is_clock=True, is_open=True)
        first = min(clocks, key=lambda row: (row.due_on, str(row.pk)), default=None)
        if first and (first.due_on, first.explanation["due_on"]) != (
            shown.due_on,
            shown.explanation["due_on"],
        ):
            found.append(f"shown {shown.due_on} for {first.due_on}")
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_open_clock_ends_as_counted_anew_after_any_days_off(seed):
    chance = Random(seed)
    clocks_at_random(chance, 60)
    closed = {row.pk: row.due_on for row in Duty.objects.filter(is_open=False)}
    rows, days = [], [TODAY + n * DAY for n in range(1, 110)]
    for day in chance.sample(days, 12):
        if shipped_table().holiday_on(day) is None:
            rows.append(recorded(day, name_ko=f"쉬는 날 {day}"))
            assert faults() == []
    assert sum(row.moved for row in rows) == len(moved_events()) > 0
    for row in chance.sample(rows, len(rows) // 2):
        withdraw_holiday(actor=ministry(), holiday=row, reason="취소", at=NOW)
        assert faults() == []
    assert {row.pk: row.due_on for row in Duty.objects.filter(is_open=False)} == closed
