"""What is said beside the due date of each clock: how it counts, what is interpretation, what a form has to ask.

``told_clocks.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes import reckoning
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.matters import asked_often, matter_of_rule, succession_of
from madang.kernel.statutes.parameters import parameter_editions, parameter_names
from madang.kernel.statutes.reckoning import (
    Question,
    has_editions,
    is_verified,
    may_pause,
    needs_time,
    place_of,
    question_of,
    reckon,
)
from madang.kernel.statutes.refusals import NotYetKnown, Refusal
from madang.kernel.statutes.telling import BACKWARD, FROM_MIDNIGHT, PAUSE_ENDS, counted_how, notes_beside
from madang.kernel.statutes.ways import MAY_START_AT_MIDNIGHT

KEPT = Path(__file__).with_name("told_clocks.txt")
START = datetime.fromisoformat("2026-07-03T10:20+09:00")
PAUSES = (Pause(date(2026, 7, 6), date(2026, 7, 8)),)


def bends_of(asked: Clock) -> Iterator[tuple[str, dict[str, object]]]:
    yield "plain", {}
    yield "known", {"known_on": date(2024, 2, 5)}
    if may_pause(asked):
        yield "supplement", {"pauses": PAUSES, "pause_counting": "between"}
    if asked.way in MAY_START_AT_MIDNIGHT:
        yield "midnight", {"starts_at_midnight": True}
    if asked.extensions:
        yield "extended", {"extensions": asked.extensions, "on": date(2026, 8, 12)}


def beside(due: DueDate) -> str:
    """How it was counted and the notes, each by its first words."""
    notes = "; ".join(note.en[:60] for note in notes_beside(due))
    return f"{due.due_at or due.due_on} {counted_how(due).en[:60]} | {notes}"


def told(rule_id: str) -> Iterator[str]:
    asked = clock(rule_id)
    says = (has_editions(asked), needs_time(asked), is_verified(asked), may_pause(asked))
    yield f"{rule_id} {' '.join('yes' if one else 'no' for one in says)}"
    for name, bends in bends_of(asked):
        start = START if needs_time(asked) else START.date()
        try:
            yield f"  {name}: {beside(due_date(rule_id, start=start, **bends))}"
        except Refusal as refusal:
            yield f"  {name}: ! {refusal.sentence.en}"


@cache
def all_told() -> list[str]:
    return [line for rule_id in clock_rule_ids() for line in told(rule_id)]


def test_what_is_said_beside_the_due_dates_of_all_clocks_is_as_before():
    if os.environ.get("GOLDEN") == "write":
        KEPT.write_text("\n".join(all_told()) + "\n", "utf-8")
    assert all_told() == KEPT.read_text("utf-8").splitlines()


def test_practice_and_choices_are_said_first_and_the_start_at_midnight_is_told():
    back = due_date("PLN-08", start=date(2026, 7, 3))
    assert notes_beside(back)[0] == BACKWARD
    paused = due_date("DES-02", start=date(2026, 7, 3), pauses=PAUSES)
    assert notes_beside(paused)[0] == PAUSE_ENDS
    assert counted_how(due_date("PLN-05", start=START.date(), starts_at_midnight=True)) == FROM_MIDNIGHT


@pytest.mark.parametrize("rule_id", clock_rule_ids())
def test_a_due_date_in_days_is_asked_again_by_its_own_question(rule_id):
    asked = clock(rule_id)
    if needs_time(asked):
        return
    for _, bends in bends_of(asked):
        for start in (START.date(), date(2024, 8, 7)):
            moved = [
                Pause(p.asked - (START.date() - start), p.received - (START.date() - start)) for p in PAUSES
            ]
            given = {**bends, "pauses": tuple(moved)} if "pauses" in bends else bends
            try:
                due = due_date(rule_id, start=start, **given)
            except Refusal:
                continue
            found = reckon(question_of(due))
            assert found.earliest == found.latest == due
            assert question_of(due).on == (
                None if due.version_on == due.start else PartialDate.of(due.version_on)
            )


def test_a_question_of_roughly_known_days_names_the_one_that_is_rough():
    start, month = PartialDate.parse("2026-07"), PartialDate.parse("2024-08")
    found = reckon(Question("DES-02", start, on=PartialDate.parse("2026-07-03")))
    assert "the day of the start (2026-07) is not known" in found.sentence.en
    exact = reckon(Question("CHG-02.reply", PartialDate.parse("2024-08-06"), on=month))
    assert "the version of the law (2024-08)" in exact.sentence.en
    with pytest.raises(Refusal, match="DES-03") as unknown:
        reckon(Question("DES-03", PartialDate.parse("")))
    assert unknown.value.rule_id == "DES-03"
    with pytest.raises(Refusal, match=r"start 2024, day that chooses the version 2023"):
        reckon(Question("CHG-02.reply", PartialDate.parse("2024"), on=PartialDate.parse("2023")))


def test_as_many_days_as_may_be_tried_are_counted(monkeypatch):
    june = Question("DES-02", PartialDate.parse("2026-06"))
    monkeypatch.setattr(reckoning, "MOST_TRIES", 30)
    assert not reckon(june).is_exact
    monkeypatch.setattr(reckoning, "MOST_TRIES", 29)
    with pytest.raises(Refusal, match="too roughly: start 2026-06"):
        reckon(june)


def test_working_days_so_few_that_they_are_hours_ask_for_the_hour():
    few = [
        name
        for name in parameter_names()
        if parameter_editions(name) and parameter_editions(name)[-1].value == 5
    ]
    asked = clock("PET-02.suggestion")
    assert needs_time(replace(asked, parameter=few[0]))
    assert not needs_time(replace(asked, parameter=few[0], way="forward"))
    assert not needs_time(asked)


def test_a_question_counts_supplements_in_its_own_way():
    asked = Question("DES-02", PartialDate.parse("2026-07-03"), pauses=PAUSES)
    between = Question("DES-02", PartialDate.parse("2026-07-03"), pauses=PAUSES, pause_counting="between")
    assert reckon(asked).earliest.pause_counting == "both_ends"
    days = [reckon(question).earliest.due_on for question in (asked, between)]
    assert days[0] - days[1] >= timedelta(days=1)


def test_the_place_of_a_refusal_is_the_day_of_knowledge_or_none():
    early = Question("EX-14", PartialDate.parse("2024-08-10"), known_on=date(2024, 2, 5))
    with pytest.raises(NotYetKnown) as refusal:
        reckon(early)
    assert place_of(refusal.value, early) == "known_on"
    assert place_of(Refusal(refusal.value.sentence), early) == ""


def test_clocks_asked_often_matters_and_successions_are_found_by_rule():
    assert [clock.rule_id for clock in asked_often()]
    assert asked_often()[0] == clock(asked_often()[0].rule_id)
    assert matter_of_rule("NO-01") is None
    assert succession_of("DES-03") is None
    assert succession_of("EX-13").rule_ids == ("EX-13", "EX-14")
