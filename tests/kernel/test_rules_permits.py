"""Interim permits: a table of facts for each rule, its versions, and what follows the end of a term."""

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.refusals import NotComputable, NotInForce
from madang.kernel.statutes.registry import WHY_NOT
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.reviews import review
from tests.kernel.tables_of_rules import (
    NEW,
    NEWEST,
    OLD,
    WIDE,
    around,
    computable,
    d,
    named,
    says,
    statuses_around,
)

NOTIFIED = {"notified_on": d("2025-04-01")}
EARLY = {"granted_on": d("2024-08-06"), "term_starts_on": d("2024-09-01"), "term_ends_on": d("2026-08-31")}
LONG = {"granted_on": d("2024-08-07"), "term_starts_on": d("2024-09-01"), "term_ends_on": d("2027-08-31")}
ASKED = {**LONG, "extensions_used": 0, "law_revised": False, "extension_requested_on": d("2027-06-30")}
OVER = {"extensions_used": 1, "term_ends_on": d("2024-12-31"), "law_revised": False}
RESULT = {"result_notified_on": d("2025-05-21"), "earlier_reviews": 0}
TOLD = dict.fromkeys(("local_government_told", "operator_told"), True)
CANCELLED = {**TOLD, "operation_stopped": True, "cancellation_gazetted": True}
GRANTED = dict.fromkeys(("all_criteria_examined", "permit_issued", "tool_gazetted"), True)
WAIVED = {"safety_evidence_filed": False, "revision_need_notified": True, "safety_evidence_waived": True}

SATISFIED = [
    ("IP-01", {"tool_ground": "unfit_standard"}, OLD),
    ("IP-02", {"safety_evidence_filed": True}, OLD),
    ("IP-02", WAIVED, WIDE),
    ("IP-03", {**NOTIFIED, "replied_on": d("2025-05-01")}, NEW),
    ("IP-04", {"committee_resolved": True}, OLD),
    ("IP-04", {"committee_resolved": True, "condition_asked_on": d("2026-06-30")}, NEWEST),
    (
        "IP-04",
        {"committee_resolved": True, "condition_asked_on": d("2026-07-01"), "condition_papers_filed": True},
        NEWEST,
    ),
    ("IP-05", GRANTED, NEW),
    ("IP-06", EARLY, NEW),
    ("IP-06", LONG, NEW),
    ("IP-07", LONG, NEW),
    ("IP-07", {**EARLY, "term_ends_on": d("2027-08-31")}, NEW),
    ("IP-08", ASKED, NEW),
    ("IP-08", {**ASKED, "extended_to_on": d("2029-08-31")}, NEW),
    ("IP-09", OVER, NEW),
    ("IP-10", {"law_in_force": True, "ordinary_permit_given": True}, NEW),
    ("IP-11", {"damage_caused": False}, NEW),
    ("IP-11", {"damage_caused": True, "no_fault_proven": True}, NEW),
    ("IP-11", {"damage_caused": True, "no_fault_proven": False, "damage_compensated": True}, NEW),
    ("IP-12", {"ministry_official_took_part": True}, NEWEST),
    ("IP-13", {**RESULT, "review_requested_on": d("2025-07-21")}, NEW),
    ("IP-14", {"tool_cancellation_ground": "condition_unmet"}, NEW),
    ("IP-14", {"tool_cancellation_ground": "safety_problem", "cancellation_applied": True}, NEW),
    ("IP-15", {"measure_ordered": "correction", "tool_cancellation_ground": "safety_problem"}, WIDE),
    (
        "IP-15",
        {
            "measure_ordered": "cancellation",
            "tool_cancellation_ground": "false_means",
            "committee_resolved": True,
        },
        OLD,
    ),
    ("IP-16", CANCELLED, NEW),
]

BREACHED = [
    ("IP-01", {"tool_ground": "legally_impossible"}, NEW),
    ("IP-02", WAIVED, OLD),
    ("IP-02", {**WAIVED, "revision_need_notified": False}, WIDE),
    ("IP-03", {**NOTIFIED, "replied_on": d("2025-05-02")}, NEW),
    ("IP-04", {"committee_resolved": False}, NEW),
    ("IP-04", {"condition_asked_on": d("2026-07-01"), "condition_papers_filed": False}, NEWEST),
    ("IP-04", {"committee_resolved": True, "condition_burden_minimised": False}, NEWEST),
    ("IP-05", {**GRANTED, "permit_issued": False}, NEW),
    ("IP-06", {**EARLY, "term_ends_on": d("2026-09-01")}, NEW),
    ("IP-07", {**LONG, "term_ends_on": d("2027-09-01")}, NEW),
    ("IP-07", {**LONG, "zone_ends_on": d("2027-08-30")}, NEW),
    ("IP-08", {**ASKED, "extension_requested_on": d("2027-07-01")}, NEW),
    ("IP-08", {**ASKED, "extensions_used": 1}, NEW),
    ("IP-08", {**ASKED, "law_revised": True}, NEW),
    ("IP-08", {**ASKED, "extended_to_on": d("2029-09-01")}, NEW),
    ("IP-09", {**OVER, "extensions_used": 0}, NEW),
    ("IP-09", {**OVER, "law_revised": True}, NEW),
    ("IP-09", {**OVER, "term_ends_on": NEW}, NEW),
    ("IP-10", {"law_in_force": True, "ordinary_permit_given": False}, NEW),
    ("IP-11", {"damage_caused": True, "no_fault_proven": False, "damage_compensated": False}, NEW),
    ("IP-12", {"ministry_official_took_part": False}, NEWEST),
    ("IP-13", {**RESULT, "review_requested_on": d("2025-07-22")}, NEW),
    ("IP-13", {**RESULT, "earlier_reviews": 1}, NEW),
    ("IP-14", {"tool_cancellation_ground": "aim_impossible"}, NEW),
    ("IP-14", {"tool_cancellation_ground": "safety_problem", "cancellation_applied": False}, NEW),
    ("IP-15", {"measure_ordered": "correction", "tool_cancellation_ground": "false_means"}, NEW),
    (
        "IP-15",
        {
            "measure_ordered": "cancellation",
            "tool_cancellation_ground": "decree_ground",
            "committee_resolved": False,
        },
        NEW,
    ),
    ("IP-16", {**CANCELLED, "operator_told": False}, NEW),
]

UNKNOWN = [
    ("IP-01", {}, ("tool_ground",)),
    ("IP-02", {"safety_evidence_filed": False}, ("revision_need_notified", "safety_evidence_waived")),
    ("IP-03", NOTIFIED, ("replied_on",)),
    (
        "IP-04",
        {"committee_resolved": True, "condition_asked_on": d("2026-07-01")},
        ("condition_papers_filed",),
    ),
    ("IP-05", {"permit_issued": True}, ("all_criteria_examined", "tool_gazetted")),
    ("IP-06", {"granted_on": d("2024-08-06")}, ("term_starts_on", "term_ends_on")),
    ("IP-07", {**LONG, "zone_ends_on": d("2027-08-30"), "grant_is_recorded": True}, ("changed_zone_end_on",)),
    ("IP-08", {k: v for k, v in ASKED.items() if k != "extension_requested_on"}, ("extension_requested_on",)),
    ("IP-09", {"extensions_used": 1, "law_revised": False}, ("term_ends_on",)),
    ("IP-09", {k: v for k, v in OVER.items() if k != "law_revised"}, ("law_revised",)),
    ("IP-10", {"law_in_force": True}, ("ordinary_permit_given",)),
    ("IP-11", {"damage_caused": True}, ("no_fault_proven",)),
    ("IP-12", {}, ("ministry_official_took_part",)),
    ("IP-13", RESULT, ("review_requested_on",)),
    ("IP-14", {"tool_cancellation_ground": "false_means"}, ("cancellation_applied",)),
    ("IP-15", {"measure_ordered": "correction"}, ("tool_cancellation_ground",)),
    ("IP-16", TOLD, ("operation_stopped", "cancellation_gazetted")),
]

#: Facts that bend a rule only when they are stated.
BENDING = {"zone_ends_on", "extended_to_on", "condition_asked_on", "condition_burden_minimised"}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_a_permit_that_keeps_the_rule_satisfies_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.SATISFIED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_a_permit_that_breaks_the_rule_breaches_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.BREACHED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_permit_told_in_part_names_what_is_missing(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == (Status.UNKNOWN, missing)
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_of_a_permit_away_never_turns_the_answer_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on)
    for name in facts.keys() - BENDING:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status in {full.status, Status.UNKNOWN}, name


def test_every_rule_of_permits_has_a_line_in_each_table():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(("IP-",))


def test_selling_nationwide_is_guidance_and_not_judged():
    with pytest.raises(NotComputable) as refusal:
        evaluate("IP-17", {}, on=NEW)
    assert refusal.value.why == WHY_NOT["practice"]


@pytest.mark.parametrize(
    ("rule_id", "first"), [("IP-07", "2024-08-07"), ("IP-13", "2024-08-07"), ("IP-12", "2026-07-01")]
)
def test_a_rule_on_permits_of_a_later_version_is_refused_before_its_first_day(rule_id, first):
    before, *since = around(first)
    with pytest.raises(NotInForce):
        evaluate(rule_id, {}, on=before)
    assert [evaluate(rule_id, {}, on=day).status for day in since] == [Status.UNKNOWN] * 2


@pytest.mark.parametrize(
    ("rule_id", "days"),
    [
        ("IP-09", {"2024-08-06": "제90조제9항", "2024-08-07": "제90조제11항", "2026-07-01": "제90조제12항"}),
        ("IP-08", {"2024-08-06": "제90조제8항", "2024-08-07": "제90조제10항", "2026-07-01": "제90조제11항"}),
        ("IP-07", {"2026-06-30": "제90조제10항", "2026-07-01": "제90조제11항"}),
        ("IP-13", {"2026-06-30": "제90조제8항ㆍ제9항", "2026-07-01": "제90조제9항ㆍ제10항"}),
    ],
)
def test_the_article_on_permits_moves_with_the_version_of_the_act(rule_id, days):
    for day, article in days.items():
        assert evaluate(rule_id, {}, on=d(day)).citation.article == article


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        ("IP-03", NOTIFIED, "replied_on", "2025-05-01"),
        ("IP-03", {**NOTIFIED, "period_extension_days": 30}, "replied_on", "2025-06-02"),
        (
            "IP-03",
            {**NOTIFIED, "supplements": [Pause(d("2025-04-10"), d("2025-07-31"))]},
            "replied_on",
            "2025-06-30",
        ),
        ("IP-06", EARLY, "term_ends_on", "2026-08-31"),
        ("IP-07", LONG, "term_ends_on", "2027-08-31"),
        ("IP-08", ASKED, "extension_requested_on", "2027-06-30"),
        ("IP-08", ASKED, "extended_to_on", "2029-08-31"),
        ("IP-13", RESULT, "review_requested_on", "2025-07-21"),
    ],
)
def test_the_last_day_for_a_permit_is_in_time_and_the_next_is_not(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last) == ["satisfied", "satisfied", "breached"]


def test_the_deemed_extension_begins_the_day_after_the_extended_term():
    found = [evaluate("IP-09", OVER, on=day).status.value for day in around("2024-12-31")]
    assert found == ["breached", "breached", "satisfied"]
    assert evaluate("IP-09", OVER, on=NEW).value == d("2025-01-01")


def test_papers_for_the_condition_of_a_permit_are_needed_since_july_2026():
    facts = {"committee_resolved": True, "condition_papers_filed": False}
    assert statuses_around("IP-04", facts, "condition_asked_on", "2026-07-01", on=NEWEST) == [
        *("satisfied", "breached", "breached")
    ]


def test_the_burden_of_a_permit_s_conditions_counts_from_july_2026():
    facts = {"committee_resolved": True, "condition_burden_minimised": False}
    found = [evaluate("IP-04", facts, on=day).status.value for day in around("2026-07-01")]
    assert found == ["satisfied", "breached", "breached"]


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("IP-02", WAIVED),
        ("IP-15", {"measure_ordered": "correction", "tool_cancellation_ground": "condition_unmet"}),
    ],
)
def test_what_the_second_version_brought_counts_from_july_2021(rule_id, facts):
    found = [evaluate(rule_id, facts, on=day).status.value for day in around("2021-07-21")]
    assert found == ["breached", "satisfied", "satisfied"]


def test_liability_is_the_value_of_the_answer_on_damage():
    harmed = {"damage_caused": True, "no_fault_proven": False, "damage_compensated": True}
    assert evaluate("IP-11", harmed, on=NEW).value is True
    assert evaluate("IP-11", {"damage_caused": True, "no_fault_proven": True}, on=NEW).value is False


def test_a_review_of_a_permit_is_asked_for_once_since_august_2024():
    found = review("interim_permit", notified_on=d("2025-05-21"), earlier_requests=0)
    assert (found.due.rule_id, found.due.due_on, found.allowed) == ("IP-13", d("2025-07-21"), True)
    assert not review("interim_permit", notified_on=d("2025-05-21"), earlier_requests=1).allowed
    with pytest.raises(NotInForce):
        review("interim_permit", notified_on=d("2024-08-06"), earlier_requests=0)
