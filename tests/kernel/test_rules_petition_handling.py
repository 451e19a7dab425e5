"""Handling petitions: receipt and transfer, supplements, progress, repeats, national suggestions, who is none."""

from datetime import datetime

import pytest

from madang.kernel.clocks.pauses import Pause
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import NotInForce, WrongFact
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.petition_handling import is_petitioner
from tests.kernel.tables_of_rules import NEW, d, statuses_around

at = datetime.fromisoformat
HANDED_ON = {
    "petition_is_electronic": True,
    "petition_arrived_at": at("2025-04-30T10:00"),
    "petition_received_at": at("2025-04-30T11:00"),
    "petition_belongs_elsewhere": True,
    "petition_transferred_at": at("2025-05-01T11:00"),
    "petitioner_told_of_transfer": True,
}
OPEN = {
    "progress_shown_online": False,
    "petition_received_at": at("2025-04-30T10:00"),
    "progress_notices_before": 0,
}


@pytest.mark.parametrize(
    ("clock", "start", "due"),
    [
        ("PET-05.receipt", "2025-04-30T09:00", "2025-04-30T18:00"),
        ("PET-05.receipt", "2025-04-30T20:00", "2025-05-01T18:00"),
        ("PET-05.transfer", "2025-05-02T12:30", "2025-05-07T12:00"),
    ],
)
def test_receipt_and_transfer_take_eight_working_hours(clock, start, due):
    assert due_date(clock, start=at(start)).due_at == at(due)


def test_receipt_and_transfer_are_judged_to_the_minute():
    for name, moment in (
        ("petition_received_at", "2025-05-01T10:00"),
        ("petition_transferred_at", "2025-05-01T19:00"),
    ):
        asked = {**HANDED_ON, name: at(moment)}
        assert evaluate("PET-05", asked, on=NEW).is_satisfied is (name == "petition_received_at")
    late = {**HANDED_ON, "petition_is_electronic": True, "petition_received_at": at("2025-05-01T10:01")}
    assert evaluate("PET-05", late, on=NEW).status == "breached"


def test_the_duty_to_receive_within_hours_began_in_july_2022():
    electronic = {**HANDED_ON, "petition_belongs_elsewhere": False}
    with pytest.raises(NotInForce):
        evaluate("PET-05", electronic, on=d("2022-07-11"))
    assert evaluate("PET-05", electronic, on=d("2022-07-12")).is_satisfied


@pytest.mark.parametrize(("called", "latest"), [("2025-04-01", "2025-04-11"), ("2025-04-23", "2025-05-07")])
def test_a_second_call_sets_ten_days_of_the_civil_code_at_most(called, latest):
    facts = {"petitioner_time_requests": 0, "second_call_made": True, "second_call_on": d(called)}
    assert statuses_around("PET-06", facts, "second_call_due_on", latest) == [
        "satisfied",
        "satisfied",
        "breached",
    ]
    assert due_date("PET-06", start=d(called)).due_on == d(latest)


@pytest.mark.parametrize(("before", "due"), [(0, "2025-05-30"), (1, "2025-06-30"), (2, "2025-07-29")])
def test_progress_is_told_after_every_thirty_days_from_receipt(before, due):
    facts = {**OPEN, "progress_notices_before": before}
    assert statuses_around("PET-07", facts, "progress_told_on", due) == ["satisfied", "satisfied", "breached"]


def test_no_progress_is_owed_for_what_is_answered_or_shown_online():
    answered = {**OPEN, "petition_answered_at": at("2025-05-30T17:00")}
    assert evaluate("PET-07", answered, on=NEW).is_satisfied
    online = evaluate("PET-07", {"progress_shown_online": True}, on=NEW)
    assert (online.status.value, online.value) == ("satisfied", None)
    later = {**OPEN, "petition_answered_at": at("2025-05-31T09:00")}
    assert evaluate("PET-07", later, on=NEW).missing == ("progress_told_on",)
    assert evaluate("PET-07", later, on=NEW, known_on=d("2025-05-31")).status == "breached"


def test_a_notice_on_its_last_day_is_in_time_whether_or_not_progress_is_online():
    unsaid = {name: value for name, value in OPEN.items() if name != "progress_shown_online"}
    told = [
        evaluate("PET-07", {**unsaid, "progress_told_on": d(f"2025-05-{day}")}, on=NEW) for day in (30, 31)
    ]
    assert [answer.missing for answer in told] == [(), ("progress_shown_online",)]


@pytest.mark.parametrize(
    ("times", "answers", "status"),
    [(2, 2, "breached"), (3, 1, "breached"), (3, 2, "satisfied"), (4, 3, "satisfied")],
)
def test_a_repeated_petition_closes_after_three_times_and_two_answers(times, answers, status):
    facts = {"same_petition_times": times, "petition_answers_given": answers, "petition_of_many": False}
    assert evaluate("PET-08", facts, on=NEW).status == status


@pytest.mark.parametrize(
    ("supplements", "experts", "due"),
    [
        ([], [], "2025-05-01"),
        ([("2025-04-08", "2025-04-10")], [], "2025-05-07"),
        ([], [("2025-04-10", "2025-04-20")], "2025-05-12"),
        ([], [("2025-04-10", "2025-05-20")], "2025-05-23"),
    ],
)
def test_a_national_suggestion_waits_for_supplements_and_three_weeks_for_experts(supplements, experts, due):
    facts = {
        "suggestion_received_on": d("2025-04-01"),
        "suggestion_supplements": [Pause(d(a), d(b)) for a, b in supplements],
        "expert_requests": [Pause(d(a), d(b)) for a, b in experts],
    }
    found = statuses_around("PET-11", facts, "suggestion_decided_on", due)
    assert found == ["satisfied", "satisfied", "breached"]
    answer = evaluate("PET-11", {**facts, "suggestion_decided_on": d(due)}, on=NEW)
    assert answer.value == (d("2025-04-08"), d(due))


def test_a_call_for_a_supplement_comes_within_seven_days():
    asked = {"suggestion_received_on": d("2025-04-01"), "suggestion_decided_on": d("2025-04-20")}
    for day, status in (("2025-04-07", "satisfied"), ("2025-04-08", "satisfied"), ("2025-04-09", "breached")):
        supplement = [Pause(d(day), d("2025-04-10"))]
        assert evaluate("PET-11", {**asked, "suggestion_supplements": supplement}, on=NEW).status == status


def test_offices_are_no_petitioners_and_unknown_kinds_are_refused():
    kinds = ("person", "firm", "body", "local_government", "state_agency")
    assert [is_petitioner(kind) for kind in kinds] == [True, True, True, False, False]
    council = evaluate("PET-13", {"petitioner_kind": "local_government"}, on=NEW)
    assert council.value is False
    assert "policy, not law" in council.sentence.en
    with pytest.raises(WrongFact):
        evaluate("PET-13", {"petitioner_kind": "ghost"}, on=NEW)
