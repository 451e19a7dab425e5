"""Petitions: classes, periods, extensions, receipt, supplements, progress, repeats and national suggestions."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from madang.kernel.clocks.counting import Conditions
from madang.kernel.clocks.pauses import Pause, PauseLeavesPeriod
from madang.kernel.clocks.working_time import WorkingDay
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import NotAllowedHere, due_date
from madang.kernel.statutes.refusals import (
    ContradictoryFacts,
    NotComputable,
    NotVerified,
    WrongFact,
)
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.petition_handling import NO_PETITIONERS, PETITIONERS
from madang.kernel.statutes.rulings.petitions import (
    BARRED_GROUNDS,
    TIMED_CLASSES,
    class_due,
    expressly_barred,
    petition_due,
)
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, keys, named, says, statuses_around

at = datetime.fromisoformat
SEOUL = ZoneInfo("Asia/Seoul")

CHAPTER = ("PET-",)
OPTIONAL = frozenset(
    {"petition_supplements", "onsite_inquiries", "suggestion_supplements", "expert_requests"}
)
SUGGESTION = {"petition_class": "suggestion", "petition_received_at": at("2025-04-30T10:00")}
EXTENSION = {
    "extension_ground": "fact_finding",
    "extensions_before": 0,
    "extension_days": 14,
    "petition_original_days": 14,
    "extension_told_in_writing": True,
}
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
REPEATED = {"same_petition_times": 3, "petition_answers_given": 2}
SECOND_CALL = {"second_call_made": True, "second_call_on": d("2025-04-01")}
REFUSED = {"result_told_in_writing": True, "petition_refused": True}
PROPOSAL = {"suggestion_received_on": d("2025-04-01")}

SATISFIED = [
    ("PET-01", {"petition_class": "grievance"}, NEW),
    ("PET-01", {"petition_class": "question_other"}, NEW),
    ("PET-02", {**SUGGESTION, "petition_answered_at": at("2025-05-21T23:59")}, NEW),
    (
        "PET-02",
        {
            **SUGGESTION,
            "petition_received_at": d("2026-05-06"),
            "petition_answered_at": d("2026-06-16"),
            "petition_extensions": 1,
        },
        NEWEST,
    ),
    (
        "PET-03",
        {
            "petition_period_days": 3,
            "petition_received_at": at("2025-04-30T10:00"),
            "petition_answered_at": at("2025-05-07T10:00"),
        },
        NEW,
    ),
    ("PET-04", EXTENSION, NEWEST),
    ("PET-04", {**EXTENSION, "extensions_before": 1, "petitioner_consented": True}, NEWEST),
    ("PET-05", HANDED_ON, NEW),
    ("PET-05", {"petition_is_electronic": False, "petition_belongs_elsewhere": False}, NEW),
    ("PET-06", {"petitioner_time_requests": 2, "second_call_made": False}, NEW),
    ("PET-06", {"petitioner_time_requests": 0, **SECOND_CALL, "second_call_due_on": d("2025-04-11")}, NEW),
    ("PET-07", {**OPEN, "progress_told_on": d("2025-05-30")}, NEW),
    ("PET-08", {**REPEATED, "petition_of_many": False}, NEW),
    ("PET-08", {**REPEATED, "petition_of_many": True, "mediation_committee_heard": True}, NEW),
    ("PET-09", {"result_told_in_writing": True, "petition_refused": False}, NEW),
    ("PET-09", {**REFUSED, "refusal_reasons_told": True, "remedies_told": True}, NEW),
    ("PET-10", {"petition_checks_in_month": 1}, NEW),
    ("PET-11", {**PROPOSAL, "suggestion_decided_on": d("2025-05-01")}, NEW),
    ("PET-12", {"petition_data_leaked": False, "petition_data_used_otherwise": False}, NEW),
    ("PET-13", {"petitioner_kind": "firm"}, NEW),
]

BREACHED = [
    ("PET-01", {"petition_class": "complaint"}, NEW),
    ("PET-02", {**SUGGESTION, "petition_answered_at": d("2025-05-22"), "petition_extensions": 0}, NEW),
    (
        "PET-03",
        {
            "petition_period_days": 6,
            "petition_received_at": at("2025-04-30T10:00"),
            "petition_answered_at": at("2025-05-10T00:00"),
        },
        NEW,
    ),
    ("PET-04", {**EXTENSION, "extension_ground": "workload"}, NEWEST),
    ("PET-04", {**EXTENSION, "extension_ground": "habit"}, NEWEST),
    ("PET-04", {**EXTENSION, "extensions_before": 1, "petitioner_consented": False}, NEWEST),
    ("PET-04", {**EXTENSION, "extensions_before": 2}, NEWEST),
    ("PET-04", {**EXTENSION, "extension_days": 15}, NEWEST),
    ("PET-04", {**EXTENSION, "extension_told_in_writing": False}, NEWEST),
    ("PET-05", {**HANDED_ON, "petition_transferred_at": at("2025-05-01T11:01")}, NEW),
    ("PET-05", {**HANDED_ON, "petitioner_told_of_transfer": False}, NEW),
    ("PET-06", {"petitioner_time_requests": 3}, NEW),
    ("PET-06", {"petitioner_time_requests": 0, **SECOND_CALL, "second_call_due_on": d("2025-04-12")}, NEW),
    ("PET-07", {**OPEN, "progress_told_on": d("2025-05-31")}, NEW),
    ("PET-08", {**REPEATED, "same_petition_times": 2}, NEW),
    ("PET-08", {**REPEATED, "petition_of_many": True, "mediation_committee_heard": False}, NEW),
    ("PET-09", {"result_told_in_writing": False}, NEW),
    ("PET-09", {**REFUSED, "refusal_reasons_told": True, "remedies_told": False}, NEW),
    ("PET-10", {"petition_checks_in_month": 0}, NEW),
    ("PET-11", {**PROPOSAL, "suggestion_decided_on": d("2025-05-02")}, NEW),
    ("PET-12", {"petition_data_leaked": True}, NEW),
    ("PET-12", {"petition_data_used_otherwise": True}, NEW),
    ("PET-13", {"petitioner_kind": "local_government"}, NEW),
]

UNKNOWN = [
    ("PET-01", {}, ("petition_class",)),
    ("PET-02", {"petition_class": "suggestion"}, ("petition_received_at",)),
    ("PET-02", SUGGESTION, ("petition_answered_at",)),
    ("PET-02", {**SUGGESTION, "petition_answered_at": d("2025-05-22")}, ("petition_extensions",)),
    (
        "PET-03",
        {"petition_period_days": 3, "petition_received_at": d("2025-04-30")},
        ("petition_received_at",),
    ),
    (
        "PET-03",
        {"petition_period_days": 6, "petition_received_at": d("2025-04-30")},
        ("petition_answered_at",),
    ),
    ("PET-04", {**EXTENSION, "extensions_before": 1}, ("petitioner_consented",)),
    (
        "PET-04",
        {"extension_ground": "alike", "extensions_before": 0, "extension_told_in_writing": True},
        ("extension_days", "petition_original_days"),
    ),
    ("PET-05", {"petition_is_electronic": False}, ("petition_belongs_elsewhere",)),
    ("PET-06", {"petitioner_time_requests": 1}, ("second_call_made",)),
    ("PET-07", {}, ("petition_received_at", "progress_notices_before")),
    (
        "PET-07",
        {"petition_received_at": d("2025-04-30"), "progress_notices_before": 0},
        ("progress_shown_online",),
    ),
    ("PET-08", REPEATED, ("petition_of_many",)),
    ("PET-09", REFUSED, ("refusal_reasons_told", "remedies_told")),
    ("PET-10", {}, ("petition_checks_in_month",)),
    ("PET-11", PROPOSAL, ("suggestion_decided_on",)),
    ("PET-12", {"petition_data_leaked": False}, ("petition_data_used_otherwise",)),
    ("PET-13", {}, ("petitioner_kind",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_petitions_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_petitions_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_petitions_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_petitions_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_petitions_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


@pytest.mark.parametrize(
    ("petition_class", "due"),
    [
        ("suggestion", "2025-05-21"),
        ("question_on_law", "2025-05-21"),
        ("question_other", "2025-05-12"),
        ("grievance", "2025-05-12"),
    ],
)
def test_a_class_in_days_counts_the_first_day_in_and_days_off_out(petition_class, due):
    asked = {
        "petition_class": petition_class,
        "petition_received_at": d("2025-04-30"),
        "petition_extensions": 0,
    }
    assert class_due(petition_class, d("2025-04-30")).due_on == d(due)
    assert statuses_around("PET-02", asked, "petition_answered_at", due) == [
        "satisfied",
        "satisfied",
        "breached",
    ]
    assert evaluate("PET-02", {**asked, "petition_answered_at": d(due)}, on=NEW).value == d(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2025-04-30T10:00", "2025-04-30T14:00"),
        ("2025-04-30T16:00", "2025-05-01T10:00"),
        ("2025-05-02T17:00", "2025-05-07T11:00"),
        ("2025-05-04T11:00", "2025-05-07T12:00"),
    ],
)
def test_another_petition_is_owed_after_three_working_hours(received, due):
    asked = {"petition_class": "other", "petition_received_at": at(received)}
    for shift, status in ((-1, "satisfied"), (0, "satisfied"), (1, "breached")):
        answered = at(due).replace(minute=0) if shift >= 0 else at(due).replace(hour=at(due).hour - 1)
        answered = answered.replace(minute=1) if shift == 1 else answered
        answer = evaluate("PET-02", {**asked, "petition_answered_at": answered}, on=NEW)
        assert (answer.status.value, answer.value) == (status, at(due).replace(tzinfo=SEOUL))


def test_hours_are_those_of_seoul_whatever_zone_the_moment_is_written_in():
    asked = {"petition_class": "other", "petition_received_at": at("2025-04-30T01:00+00:00")}
    answered = {"petition_answered_at": at("2025-04-30T14:00")}
    assert evaluate("PET-02", {**asked, **answered}, on=NEW).is_satisfied
    late = {"petition_answered_at": at("2025-04-30T05:01+00:00")}
    assert not evaluate("PET-02", {**asked, **late}, on=NEW).is_satisfied


@pytest.mark.parametrize("answered", [d("2025-04-30"), PartialDate.parse("2025-04")])
def test_an_answer_known_by_its_day_alone_cannot_be_judged_by_the_hour(answered):
    asked = {"petition_class": "other", "petition_received_at": at("2025-04-30T10:00")}
    answer = evaluate("PET-02", {**asked, "petition_answered_at": answered}, on=NEW)
    assert answer.missing == ("petition_answered_at",)


def test_a_receipt_known_by_its_month_is_tried_for_each_of_its_days():
    asked = {"petition_class": "suggestion", "petition_received_at": PartialDate.parse("2025-03")}
    assert evaluate("PET-02", {**asked, "petition_answered_at": d("2025-04-01")}, on=NEW).status == "unknown"
    early = evaluate("PET-02", {**asked, "petition_answered_at": d("2025-03-18")}, on=NEW)
    assert early.is_satisfied


@pytest.mark.parametrize(
    ("supplement", "due"),
    [
        (("2025-05-08", "2025-05-13"), "2025-05-27"),
        (("2025-05-03", "2025-05-06"), "2025-05-21"),
        (("2025-05-07", "2025-05-07"), "2025-05-22"),
    ],
)
def test_supplement_days_are_out_with_both_their_ends(supplement, due):
    pause = Pause(d(supplement[0]), d(supplement[1]))
    facts = {
        "petition_class": "suggestion",
        "petition_received_at": d("2025-04-30"),
        "petition_supplements": [pause],
        "petition_answered_at": d(due),
    }
    assert evaluate("PET-02", facts, on=NEW).value == d(due)
    assert due_date("PET-02.suggestion", start=d("2025-04-30"), pauses=[pause]).due_on == d(due)


@pytest.mark.parametrize(
    ("received", "extended", "due"),
    [
        ("2025-05-08", None, "2025-05-13"),
        ("2025-05-21", None, "2025-05-26"),
        ("2025-05-22", None, "2025-05-27"),
        ("2025-05-23", False, "2025-05-27"),
        ("2025-05-28", True, "2025-06-02"),
        ("2025-05-29", True, "2025-06-04"),
        ("2025-06-05", True, "2025-06-04"),
    ],
)
def test_an_inquiry_is_out_of_a_grievance_for_fourteen_days_and_seven_more(received, extended, due):
    asked = {
        "petition_class": "grievance",
        "petition_received_at": d("2025-04-30"),
        "onsite_inquiries": [Pause(d("2025-05-08"), d(received))],
        "petition_answered_at": d("2025-05-12"),
    }
    if extended is not None:
        asked["inquiry_extended"] = extended
    assert evaluate("PET-02", asked, on=NEW).value == d(due)


def test_a_long_inquiry_asks_whether_it_was_extended_and_helps_no_other_class():
    inquiry = [Pause(d("2025-05-08"), d("2025-06-09"))]
    asked = {
        "petition_class": "grievance",
        "petition_received_at": d("2025-04-30"),
        "onsite_inquiries": inquiry,
        "petition_answered_at": d("2025-05-26"),
    }
    assert evaluate("PET-02", asked, on=NEW).missing == ("inquiry_extended",)
    other = {**asked, "petition_class": "question_other"}
    assert evaluate("PET-02", {**other, "petition_extensions": 0}, on=NEW).status == "breached"


@pytest.mark.parametrize(("extensions", "due"), [(0, "2026-05-26"), (1, "2026-06-16"), (2, "2026-07-06")])
def test_each_extension_adds_the_original_period_once_more(extensions, due):
    asked = {
        "petition_class": "suggestion",
        "petition_received_at": d("2026-05-06"),
        "petition_extensions": extensions,
    }
    found = statuses_around("PET-02", asked, "petition_answered_at", due, on=d("2026-05-06"))
    assert found == ["satisfied", "satisfied", "breached"]


def test_a_third_extension_is_refused_and_old_ones_are_not_verified():
    asked = {
        "petition_class": "suggestion",
        "petition_received_at": d("2026-05-06"),
        "petition_answered_at": d("2026-08-03"),
    }
    with pytest.raises(NotAllowedHere):
        evaluate("PET-02", {**asked, "petition_extensions": 3}, on=NEWEST)
    with pytest.raises(NotVerified):
        evaluate("PET-02", {**asked, "petition_extensions": 1}, on=d("2026-05-05"))
    assert evaluate("PET-02", {**asked, "petition_extensions": 0}, on=d("2026-05-05")).status == "breached"


def test_a_petition_that_was_never_answered_is_late_only_once_that_is_certain():
    asked = {"petition_class": "suggestion", "petition_received_at": d("2025-04-30")}
    early, late = (evaluate("PET-02", asked, on=NEW, known_on=d(day)) for day in ("2025-05-21", "2025-05-22"))
    assert (early.missing, late.missing) == (("petition_answered_at",), ("petition_extensions",))
    certain = evaluate("PET-02", {**asked, "petition_extensions": 0}, on=NEW, known_on=d("2025-05-22"))
    assert certain.status == "breached"


def test_a_supplement_after_the_period_asks_for_extensions_or_is_refused():
    asked = {
        "petition_class": "suggestion",
        "petition_received_at": d("2026-05-06"),
        "petition_supplements": [Pause(d("2026-06-01"), d("2026-06-05"))],
        "petition_answered_at": d("2026-06-22"),
    }
    assert evaluate("PET-02", asked, on=NEWEST).missing == ("petition_extensions",)
    assert evaluate("PET-02", {**asked, "petition_extensions": 1}, on=NEWEST).is_satisfied
    with pytest.raises(PauseLeavesPeriod):
        evaluate("PET-02", {**asked, "petition_extensions": 0}, on=NEWEST)


def test_the_lists_people_choose_from_are_those_the_rules_read():
    assert set(keys("PET-02")) == set(TIMED_CLASSES)
    assert set(keys("PET-13")) == {*PETITIONERS, *NO_PETITIONERS}
    assert set(keys("PET-04")).isdisjoint(BARRED_GROUNDS)


def test_a_statutory_petition_has_the_period_of_its_own_law():
    with pytest.raises(NotComputable, match="PET-03"):
        evaluate("PET-02", {"petition_class": "statutory"}, on=NEW)
    for unknown in ("question", "prayer"):
        with pytest.raises(WrongFact):
            evaluate("PET-02", {"petition_class": unknown}, on=NEW)


@pytest.mark.parametrize(
    ("n", "due"),
    [
        (1, "2025-05-01T10:00"),
        (2, "2025-05-02T10:00"),
        (5, "2025-05-09T10:00"),
        (6, "2025-05-09"),
        (7, "2025-05-12"),
        (14, "2025-05-21"),
    ],
)
def test_five_days_are_counted_in_hours_and_six_in_days(n, due):
    counted = petition_due(at("2025-04-30T10:00"), n)
    found = counted.due_on if n > 5 else counted.due_at
    assert found == (d(due) if n > 5 else at(due))
    facts = {
        "petition_period_days": n,
        "petition_received_at": at("2025-04-30T10:00"),
        "petition_answered_at": at("2025-05-21T23:00"),
    }
    assert evaluate("PET-03", facts, on=NEW).is_satisfied is (n == 14)


def test_a_period_of_a_petition_takes_other_office_hours_and_supplements_out():
    office = WorkingDay(at("2025-01-02T10:00").time(), at("2025-01-02T19:00").time())
    assert petition_due(at("2025-04-30T18:00"), 1, office=office).due_at == at("2025-05-01T18:00")
    pauses = [Pause(d("2025-05-01"), d("2025-05-02"))]
    assert petition_due(d("2025-04-30"), 6, Conditions(pauses)).due_on == d("2025-05-13")
    facts = {"petition_period_days": 6, "petition_received_at": d("2025-04-30")}
    seen = [
        evaluate("PET-03", facts, on=NEW, known_on=d(f"2025-05-{day}")).status.value for day in ("09", "10")
    ]
    assert seen == ["unknown", "breached"]
    with pytest.raises(TypeError, match="starts at an hour"):
        petition_due(d("2025-04-30"), 5)
    with pytest.raises(ContradictoryFacts):
        evaluate("PET-03", {"petition_period_days": 0}, on=NEW)


@pytest.mark.parametrize("ground", ["workload", "absence_of_staff", "delayed_assignment"])
def test_workload_and_absence_are_expressly_barred_from_may_2026(ground):
    days = ("2026-05-05", "2026-05-06", "2026-05-07")
    assert [expressly_barred(ground, d(day)) for day in days] == [False, True, True]
    answer = evaluate("PET-04", {**EXTENSION, "extension_ground": ground}, on=d("2026-05-06"))
    assert "expressly no ground" in answer.sentence.en
    assert not expressly_barred("other", NEWEST)


def test_the_grounds_before_may_2026_were_not_read():
    with pytest.raises(NotVerified, match="PET-04"):
        evaluate("PET-04", EXTENSION, on=d("2026-05-05"))
    assert [evaluate("PET-04", EXTENSION, on=d(f"2026-05-0{day}")).is_satisfied for day in (6, 7)] == [
        True,
        True,
    ]


def test_the_class_of_a_petition_is_told_in_words():
    for key, english in (
        ("question_on_law", "question"),
        ("statutory", "statutory petition"),
        ("other", "other petition"),
    ):
        assert evaluate("PET-01", {"petition_class": key}, on=NEW).sentence.en == f"class: {english}."


@pytest.mark.parametrize("at_least_once", [date(2025, 4, 30), date(2026, 5, 6)])
def test_a_class_with_a_working_hour_needs_the_hour_of_receipt(at_least_once):
    facts = {"petition_class": "other", "petition_received_at": at_least_once}
    assert evaluate("PET-02", facts, on=NEW).missing == ("petition_received_at",)
