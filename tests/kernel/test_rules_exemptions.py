"""Demonstration exemptions: a table of facts for each rule, and every clock and version on its last day."""

import pytest

from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.refusals import NotComputable, NotInForce
from madang.kernel.statutes.registry import WHY_NOT
from madang.kernel.statutes.rules import evaluate
from tests.kernel.tables_of_rules import (
    NEW,
    NEWEST,
    OLD,
    WIDE,
    around,
    computable,
    d,
    keys,
    named,
    says,
)

NOTIFIED = {"notified_on": d("2025-04-01")}
EARLY = {"granted_on": d("2024-08-06"), "term_starts_on": d("2024-09-01"), "term_ends_on": d("2026-08-31")}
LONG = {"granted_on": d("2024-08-07"), "term_starts_on": d("2024-09-01"), "term_ends_on": d("2028-08-31")}
ONCE = {"extensions_used": 0, "law_revised": False}
EXTENDED = {**LONG, **ONCE, "zone_ends_on": d("2031-12-31")}
RESULT = {"result_notified_on": d("2025-05-21"), "earlier_reviews": 0}
REVIEWED = {
    **RESULT,
    "new_evidence": True,
    "review_requested_on": d("2025-07-21"),
    "tabled_on": d("2025-10-20"),
    "hearing_requested": True,
    "applicant_heard": True,
}
CHANGE = {"filed_through_local_government": True, "tool_change_notified_on": d("2025-04-01")}
END = {"term_ends_on": d("2025-03-31")}
PLAN = {
    "results_filed_on": d("2024-08-07"),
    "revision_needed": True,
    "deliberation_reported_on": d("2025-04-01"),
}
CONTINUED = {
    "term_ends_on": d("2025-04-30"),
    "revision_requested_on": d("2025-02-28"),
    "results_submitted": True,
    "zone_ends_on": d("2026-12-31"),
}
TOLD = dict.fromkeys(("local_government_told", "operator_told"), True)
GRANTED = {**TOLD, "certificate_issued": True, "tool_gazetted": True}
CANCELLED = {**TOLD, "operation_stopped": True, "cancellation_gazetted": True}
NO_RETURN = dict.fromkeys(
    ("clearly_no_ground", "papers_missing", "supplement_unmet", "application_false"), False
)

SATISFIED = [
    ("EX-01", {"tool_ground": "legally_impossible"}, OLD),
    ("EX-02", {"ministry_sees_regulation": True, "local_government_sees_regulation": False}, WIDE),
    ("EX-03", {"need_recognised": True, "filed_through_local_government": True}, OLD),
    ("EX-04", {**NOTIFIED, "replied_on": d("2025-05-01")}, NEW),
    ("EX-04", {**NOTIFIED, "replied_on": d("2025-05-12"), "period_extension_days": 10}, NEW),
    ("EX-05", {"supplement_due_on": d("2025-05-01"), "supplement_received_on": d("2025-05-01")}, NEW),
    ("EX-05", {"supplement_due_on": d("2025-05-01"), "replied_without_supplement": True}, NEW),
    ("EX-06", {"tool_applied_on": d("2025-01-02"), "tabled_on": d("2025-04-02")}, NEW),
    ("EX-07", {"application_false": True}, NEW),
    ("EX-08", {"committee_resolved": True}, NEW),
    ("EX-09", {"criteria_examined": keys("EX-09")}, NEW),
    ("EX-10", {"conditions_set": False}, NEWEST),
    ("EX-10", {"conditions_set": True, "conditions_for_safety": True}, NEW),
    (
        "EX-10",
        {"conditions_set": True, "conditions_for_safety": True, "condition_burden_minimised": True},
        NEWEST,
    ),
    ("EX-11", {"condition_asked_on": d("2026-07-01"), "condition_papers_filed": True}, NEWEST),
    ("EX-11", {"condition_asked_on": d("2026-06-30")}, NEWEST),
    ("EX-12", GRANTED, NEW),
    ("EX-13", EARLY, NEW),
    ("EX-13", LONG, NEW),
    ("EX-14", LONG, NEW),
    ("EX-14", EARLY, NEW),
    ("EX-14", {**LONG, "zone_ends_on": d("2028-08-31")}, NEW),
    ("EX-15", EXTENDED, NEW),
    ("EX-15", {**EXTENDED, "law_revised": True, "delay_unavoidable": True}, NEW),
    ("EX-15", {**EXTENDED, "extended_to_on": d("2030-08-31")}, NEW),
    ("EX-16", {**END, "extension_requested_on": d("2025-01-31")}, NEW),
    ("EX-17", {**RESULT, "review_requested_on": d("2025-07-21")}, NEW),
    ("EX-18", REVIEWED, NEW),
    ("EX-18", {**REVIEWED, "hearing_requested": False}, NEW),
    ("EX-19", {**CHANGE, "replied_on": d("2025-05-01")}, NEW),
    ("EX-19", {**CHANGE, "replied_on": d("2025-06-02"), "period_extension_days": 30}, NEW),
    ("EX-20", {"supervision_items": keys("EX-20")}, NEW),
    ("EX-21", {"user_notice_items": keys("EX-21"), "operator_told_users": True}, NEW),
    ("EX-21", {"user_notice_items": keys("EX-21"), "authority_told_users": True}, NEW),
    ("EX-23", {"safety_proven": True, **END, "law_revised_on": d("2025-03-31")}, NEW),
    ("EX-23", {"safety_proven": False}, NEW),
    ("EX-24", {"law_in_force": True, "ordinary_permit_given": True}, NEW),
    ("EX-24", {"law_in_force": False}, NEW),
    ("EX-25", {**END, "result_report_filed_on": d("2025-04-30")}, NEW),
    ("EX-25", {**END, "result_report_filed_on": d("2025-04-30"), "result_report_items": keys("EX-25")}, NEW),
    ("EX-25", {"deemed_continued": True}, NEW),
    ("EX-26", {**PLAN, "revision_plan_filed_on": d("2025-06-02")}, NEW),
    ("EX-26", {**PLAN, "results_filed_on": d("2024-08-06")}, NEW),
    ("EX-26", {"results_filed_on": d("2024-08-07"), "revision_needed": False}, NEW),
    (
        "EX-26",
        {**PLAN, "revision_plan_filed_on": d("2025-06-02"), "revision_plan_items": keys("EX-26")},
        NEW,
    ),
    ("EX-27", CONTINUED, NEW),
    ("EX-29", {"revision_started": True, "clearly_forbidden": False}, NEW),
    ("EX-30", {"committee_recommended": False}, NEW),
    ("EX-30", {"committee_recommended": True, "revision_plan_kept": False, "minister_reported": True}, NEW),
    ("EX-31", {"revision_requested_on": d("2025-04-01"), "revision_plan_filed_on": d("2025-06-02")}, NEW),
    ("EX-31", {"granted_on": d("2025-04-01"), "revision_plan_filed_on": d("2025-05-01")}, NEW),
    ("EX-33", {"tool_cancellation_ground": "condition_unmet"}, NEW),
    ("EX-33", {"tool_cancellation_ground": "false_means", "cancellation_applied": True}, NEW),
    ("EX-34", {"measure_ordered": "correction", "tool_cancellation_ground": "condition_unmet"}, WIDE),
    (
        "EX-34",
        {
            "measure_ordered": "cancellation",
            "tool_cancellation_ground": "false_means",
            "committee_resolved": True,
        },
        OLD,
    ),
    ("EX-35", CANCELLED, NEW),
]

BREACHED = [
    ("EX-01", {"tool_ground": "inconvenient"}, NEW),
    ("EX-02", {"ministry_sees_regulation": True, "local_government_sees_regulation": True}, WIDE),
    ("EX-03", {"need_recognised": False}, NEW),
    ("EX-04", {**NOTIFIED, "replied_on": d("2025-05-02")}, NEW),
    (
        "EX-05",
        {
            "supplement_due_on": d("2025-05-01"),
            "supplement_received_on": d("2025-05-02"),
            "replied_without_supplement": False,
        },
        NEW,
    ),
    ("EX-06", {"tool_applied_on": d("2025-01-02"), "tabled_on": d("2025-04-03")}, NEW),
    ("EX-07", NO_RETURN, NEW),
    ("EX-08", {"committee_resolved": False}, NEW),
    ("EX-09", {"criteria_examined": keys("EX-09", lacking="safety")}, NEW),
    ("EX-10", {"conditions_set": True, "conditions_for_safety": False}, OLD),
    ("EX-10", {"conditions_set": True, "condition_burden_minimised": False}, NEWEST),
    ("EX-11", {"condition_asked_on": d("2026-07-01"), "condition_papers_filed": False}, NEWEST),
    ("EX-12", {**GRANTED, "tool_gazetted": False}, NEW),
    ("EX-13", {**EARLY, "term_ends_on": d("2026-09-01")}, NEW),
    ("EX-14", {**LONG, "term_ends_on": d("2028-09-01")}, NEW),
    ("EX-14", {**LONG, "zone_ends_on": d("2028-08-30")}, NEW),
    ("EX-15", {**EXTENDED, "extensions_used": 1}, NEW),
    ("EX-15", {**EXTENDED, "law_revised": True, "delay_unavoidable": False}, NEW),
    ("EX-15", {**EXTENDED, "zone_ends_on": d("2028-08-31")}, NEW),
    ("EX-15", {**EXTENDED, "extended_to_on": d("2030-09-01")}, NEW),
    ("EX-16", {**END, "extension_requested_on": d("2025-02-01")}, NEW),
    ("EX-17", {**RESULT, "review_requested_on": d("2025-07-22")}, NEW),
    ("EX-17", {**RESULT, "review_requested_on": d("2025-07-21"), "earlier_reviews": 1}, NEW),
    ("EX-18", {**REVIEWED, "new_evidence": False}, NEW),
    ("EX-18", {**REVIEWED, "tabled_on": d("2025-10-21")}, NEW),
    ("EX-18", {**REVIEWED, "applicant_heard": False}, NEW),
    ("EX-18", {"earlier_reviews": 1}, NEW),
    ("EX-19", {**CHANGE, "replied_on": d("2025-05-02")}, NEW),
    ("EX-19", {"filed_through_local_government": False}, NEW),
    ("EX-19", {**CHANGE, "replied_on": d("2025-05-01"), "committee_informed": False}, NEW),
    ("EX-20", {"supervision_items": keys("EX-20", lacking="results")}, NEW),
    ("EX-21", {"user_notice_items": keys("EX-21", lacking="term"), "operator_told_users": True}, NEW),
    ("EX-21", {"operator_told_users": False, "authority_told_users": False}, NEW),
    ("EX-23", {"safety_proven": True, **END, "law_revised_on": d("2025-04-01")}, NEW),
    ("EX-24", {"law_in_force": True, "ordinary_permit_given": False}, NEW),
    ("EX-25", {**END, "result_report_filed_on": d("2025-05-01")}, NEW),
    ("EX-25", {**END, "result_report_items": keys("EX-25", lacking="accidents")}, NEW),
    ("EX-26", {**PLAN, "revision_plan_filed_on": d("2025-06-03")}, NEW),
    (
        "EX-26",
        {**PLAN, "revision_plan_filed_on": d("2025-06-02"), "revision_plan_items": ["laws", "others"]},
        NEW,
    ),
    ("EX-27", {**CONTINUED, "revision_requested_on": d("2025-03-01")}, NEW),
    ("EX-27", {**CONTINUED, "results_submitted": False}, NEW),
    ("EX-27", {**CONTINUED, "zone_ends_on": d("2025-04-30")}, NEW),
    ("EX-27", {**CONTINUED, "revision_review_ended_on": d("2025-04-30")}, NEW),
    ("EX-29", {"clearly_forbidden": True}, NEW),
    ("EX-29", {"revision_started": False}, NEW),
    ("EX-30", {"committee_recommended": True, "revision_plan_kept": True}, NEW),
    ("EX-30", {"committee_recommended": True, "minister_reported": False}, NEW),
    ("EX-31", {"revision_requested_on": d("2025-04-01"), "revision_plan_filed_on": d("2025-06-03")}, NEW),
    ("EX-31", {"granted_on": d("2025-04-01"), "revision_plan_filed_on": d("2025-05-02")}, NEW),
    ("EX-33", {"tool_cancellation_ground": "unpopular"}, NEW),
    ("EX-33", {"tool_cancellation_ground": "false_means", "cancellation_applied": False}, NEW),
    ("EX-34", {"measure_ordered": "correction", "tool_cancellation_ground": "false_means"}, NEW),
    ("EX-34", {"measure_ordered": "correction", "tool_cancellation_ground": "unpopular"}, NEW),
    (
        "EX-34",
        {"measure_ordered": "cancellation", "tool_cancellation_ground": "other", "committee_resolved": False},
        NEW,
    ),
    ("EX-35", {**CANCELLED, "operation_stopped": False}, NEW),
]

UNKNOWN = [
    ("EX-01", {}, ("tool_ground",)),
    ("EX-02", {"ministry_sees_regulation": True}, ("local_government_sees_regulation",)),
    ("EX-03", {"need_recognised": True}, ("filed_through_local_government",)),
    ("EX-04", NOTIFIED, ("replied_on",)),
    ("EX-05", {"supplement_due_on": d("2025-05-01")}, ("supplement_received_on",)),
    (
        "EX-05",
        {"supplement_due_on": d("2025-05-01"), "supplement_received_on": d("2025-05-02")},
        ("replied_without_supplement",),
    ),
    ("EX-06", {"tool_applied_on": d("2025-01-02")}, ("tabled_on",)),
    ("EX-07", {k: v for k, v in NO_RETURN.items() if k != "papers_missing"}, ("papers_missing",)),
    ("EX-08", {}, ("committee_resolved",)),
    ("EX-09", {"criteria_examined": keys("EX-09", lacking="others")}, ("other_criteria_set",)),
    ("EX-10", {"conditions_set": True, "conditions_for_safety": True}, ("condition_burden_minimised",)),
    ("EX-11", {"condition_asked_on": d("2026-07-01")}, ("condition_papers_filed",)),
    ("EX-12", TOLD, ("certificate_issued", "tool_gazetted")),
    ("EX-13", {"granted_on": d("2024-08-06")}, ("term_starts_on", "term_ends_on")),
    ("EX-14", {**LONG, "zone_ends_on": d("2028-08-30"), "grant_is_recorded": True}, ("changed_zone_end_on",)),
    ("EX-15", {**LONG, **ONCE}, ("zone_ends_on",)),
    ("EX-15", {**EXTENDED, "law_revised": True}, ("delay_unavoidable",)),
    ("EX-16", END, ("extension_requested_on",)),
    ("EX-17", {"earlier_reviews": 0}, ("result_notified_on",)),
    ("EX-18", {**RESULT, "new_evidence": True}, ("review_requested_on", "hearing_requested")),
    ("EX-19", CHANGE, ("replied_on",)),
    ("EX-20", {}, ("supervision_items",)),
    ("EX-21", {"operator_told_users": False}, ("authority_told_users", "user_notice_items")),
    ("EX-23", {"safety_proven": True, **END}, ("law_revised_on",)),
    ("EX-24", {"law_in_force": True}, ("ordinary_permit_given",)),
    ("EX-25", END, ("result_report_filed_on",)),
    ("EX-26", PLAN, ("revision_plan_filed_on",)),
    ("EX-26", {"results_filed_on": d("2024-08-07")}, ("revision_needed",)),
    ("EX-27", {k: v for k, v in CONTINUED.items() if k != "zone_ends_on"}, ("zone_ends_on",)),
    ("EX-29", {"revision_started": True}, ("clearly_forbidden",)),
    ("EX-30", {"committee_recommended": True, "minister_reported": True}, ("revision_plan_kept",)),
    ("EX-31", {}, ("granted_on",)),
    ("EX-33", {"tool_cancellation_ground": "false_means"}, ("cancellation_applied",)),
    ("EX-34", {"measure_ordered": "cancellation"}, ("tool_cancellation_ground",)),
    ("EX-35", TOLD, ("operation_stopped", "cancellation_gazetted")),
]

#: Facts that bend a rule only when they are stated.
BENDING = {
    *(
        "supplements",
        "mediations",
        "period_extension_days",
        "changed_zone_end_on",
        "zone_ends_on",
        "extended_to_on",
    ),
    *("result_report_items", "revision_plan_items", "committee_informed", "revision_review_ended_on"),
    "supplement_received_on",
}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_an_exemption_that_keeps_the_rule_satisfies_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.SATISFIED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_an_exemption_that_breaks_the_rule_breaches_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.BREACHED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_an_exemption_told_in_part_names_what_is_missing(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == (Status.UNKNOWN, missing)
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_of_an_exemption_away_never_turns_the_answer_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on)
    for name in facts.keys() - BENDING:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status in {full.status, Status.UNKNOWN}, name


def test_every_rule_of_exemptions_has_a_line_in_each_table():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(("EX-",))


@pytest.mark.parametrize(("rule_id", "why"), [("EX-22", "unread"), ("EX-28", "power"), ("EX-32", "power")])
def test_powers_and_unread_lists_of_exemptions_are_refused_with_their_reason(rule_id, why):
    with pytest.raises(NotComputable) as refusal:
        evaluate(rule_id, {}, on=NEWEST)
    assert refusal.value.why == WHY_NOT[why]


@pytest.mark.parametrize(
    ("rule_id", "first"),
    [
        *(("EX-02", "2021-07-21"), ("EX-27", "2021-07-21"), ("EX-29", "2021-07-21"), ("EX-28", "2021-07-21")),
        *(("EX-14", "2024-08-07"), ("EX-17", "2024-08-07"), ("EX-26", "2024-08-07"), ("EX-30", "2024-08-07")),
        ("EX-11", "2026-07-01"),
    ],
)
def test_a_rule_of_a_later_version_is_refused_before_its_first_day(rule_id, first):
    before, *since = around(first)
    with pytest.raises(NotInForce) as refusal:
        evaluate(rule_id, {}, on=before)
    assert refusal.value.since == d(first)
    for day in since:
        if rule_id != "EX-28":
            assert evaluate(rule_id, {}, on=day).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("rule_id", "days"),
    [
        ("EX-12", {"2024-08-06": "제86조", "2024-08-07": "제86조제6항", "2026-07-01": "제86조제7항"}),
        ("EX-14", {"2026-06-30": "제86조제9항", "2026-07-01": "제86조제10항", "2026-07-02": "제86조제10항"}),
        ("EX-15", {"2024-08-06": "제86조제6항", "2024-08-07": "제86조제9항", "2026-07-01": "제86조제10항"}),
        ("EX-17", {"2026-06-30": "제86조제7항ㆍ제8항", "2026-07-01": "제86조제8항ㆍ제9항"}),
    ],
)
def test_the_article_moves_with_the_version_of_the_act(rule_id, days):
    for day, article in days.items():
        assert evaluate(rule_id, {}, on=d(day)).citation.article == article
