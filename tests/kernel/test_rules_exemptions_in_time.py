"""Demonstration exemptions in time: the last day of every clock, the first day of every version, and what contradicts."""

from datetime import date

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.due import NotAllowedHere, due_date
from madang.kernel.statutes.refusals import ContradictoryFacts, NotInForce, WrongFact
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.exemptions import condition_admissible
from madang.kernel.statutes.rulings.reviews import review
from tests.kernel.tables_of_rules import NEW, NEWEST, WIDE, around, d, statuses_around
from tests.kernel.test_rules_exemptions import (
    CHANGE,
    CONTINUED,
    EARLY,
    END,
    LONG,
    NOTIFIED,
    PLAN,
    RESULT,
    REVIEWED,
)


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        ("EX-04", NOTIFIED, "replied_on", "2025-05-01"),
        ("EX-04", {**NOTIFIED, "period_extension_days": 30}, "replied_on", "2025-06-02"),
        ("EX-04", {**NOTIFIED, "period_extension_days": 31}, "replied_on", "2025-06-02"),
        ("EX-04", {**NOTIFIED, "period_extension_days": 0}, "replied_on", "2025-05-01"),
        ("EX-06", {"tool_applied_on": d("2025-01-02")}, "tabled_on", "2025-04-02"),
        (
            "EX-06",
            {"tool_applied_on": d("2025-01-02"), "period_extension_days": 30},
            "tabled_on",
            "2025-05-02",
        ),
        ("EX-16", END, "extension_requested_on", "2025-01-31"),
        ("EX-16", {"term_ends_on": d("2025-04-30")}, "extension_requested_on", "2025-02-28"),
        ("EX-16", {"term_ends_on": d("2024-04-30")}, "extension_requested_on", "2024-02-29"),
        ("EX-17", RESULT, "review_requested_on", "2025-07-21"),
        ("EX-18", {k: v for k, v in REVIEWED.items() if k != "tabled_on"}, "tabled_on", "2025-10-20"),
        ("EX-19", {**CHANGE, "period_extension_days": 10}, "replied_on", "2025-05-12"),
        ("EX-25", END, "result_report_filed_on", "2025-04-30"),
        ("EX-26", PLAN, "revision_plan_filed_on", "2025-06-02"),
        ("EX-27", CONTINUED, "revision_requested_on", "2025-02-28"),
        ("EX-31", {"granted_on": d("2025-04-01")}, "revision_plan_filed_on", "2025-05-01"),
        (
            "EX-31",
            {"granted_on": d("2025-04-01"), "period_extension_days": 60},
            "revision_plan_filed_on",
            "2025-06-30",
        ),
        (
            "EX-31",
            {"revision_requested_on": d("2025-04-01"), "period_extension_days": 45},
            "revision_plan_filed_on",
            "2025-07-15",
        ),
        ("EX-23", {"safety_proven": True, **END}, "law_revised_on", "2025-03-31"),
    ],
)
def test_the_last_day_of_a_clock_is_in_time_and_the_next_is_not(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last) == ["satisfied", "satisfied", "breached"]


def test_supplements_stop_the_reply_but_never_past_day_ninety():
    short = {**NOTIFIED, "supplements": [Pause(d("2025-04-05"), d("2025-04-10"))]}
    long = {**NOTIFIED, "supplements": [Pause(d("2025-04-10"), d("2025-07-31"))]}
    assert statuses_around("EX-04", short, "replied_on", "2025-05-07") == [
        "satisfied",
        "satisfied",
        "breached",
    ]
    assert statuses_around("EX-04", long, "replied_on", "2025-06-30") == [
        "satisfied",
        "satisfied",
        "breached",
    ]
    both = {**long, "period_extension_days": 30}
    assert evaluate("EX-04", both, on=NEW, known_on=d("2025-12-01")).value == d("2025-06-30")


def test_an_extension_of_a_reply_says_its_days_and_counts_once():
    answer = evaluate("EX-04", {**NOTIFIED, "period_extension_days": 10}, on=NEW, known_on=d("2025-12-01"))
    assert any("extended by 10 days" in step.words.en for step in answer.trace)
    with pytest.raises(NotAllowedHere):
        due_date("EX-04", start=d("2025-04-01"), extensions=2)
    assert due_date("EX-31", start=d("2025-04-01"), extensions=2).extensions == 2
    with pytest.raises(NotAllowedHere):
        due_date("EX-31", start=d("2025-04-01"), extensions=3)


@pytest.mark.parametrize(
    ("asked", "due"),
    [("2024-12-09", "2025-03-04"), ("2024-12-10", "2025-03-13"), ("2024-12-11", "2025-03-12")],
)
def test_mediation_asked_for_since_december_2024_is_out_of_the_tabling(asked, due):
    facts = {"tool_applied_on": d("2024-12-02"), "mediations": [Pause(d(asked), d("2024-12-20"))]}
    answer = evaluate("EX-06", facts, on=NEW, known_on=d("2025-12-01"))
    assert (answer.status, answer.value) == (Status.BREACHED, d(due))


@pytest.mark.parametrize(
    ("results", "status", "value"),
    [
        ("2024-08-06", "satisfied", None),
        ("2024-08-07", "breached", "2025-06-02"),
        ("2024-08-08", "breached", "2025-06-02"),
    ],
)
def test_only_results_filed_since_august_2024_start_the_sixty_days(results, status, value):
    answer = evaluate("EX-26", {**PLAN, "results_filed_on": d(results)}, on=NEW, known_on=d("2025-12-01"))
    assert (answer.status.value, answer.value) == (status, value and d(value))


@pytest.mark.parametrize("asked", around("2026-07-01"))
def test_papers_are_needed_for_conditions_asked_for_since_july_2026(asked):
    facts = {"condition_asked_on": asked, "condition_papers_filed": False}
    admissible = condition_admissible(asked, papers_filed=False)
    assert admissible == (asked < d("2026-07-01"))
    assert evaluate("EX-11", facts, on=NEWEST).is_satisfied == admissible
    assert condition_admissible(asked, papers_filed=True)


def test_the_burden_of_conditions_counts_from_july_2026():
    facts = {"conditions_set": True, "conditions_for_safety": True, "condition_burden_minimised": False}
    found = [evaluate("EX-10", facts, on=day).status.value for day in around("2026-07-01")]
    assert found == ["satisfied", "breached", "breached"]


def test_correction_may_be_ordered_since_july_2021():
    facts = {"measure_ordered": "correction", "tool_cancellation_ground": "aim_impossible"}
    found = [evaluate("EX-34", facts, on=day).status.value for day in around("2021-07-21")]
    assert found == ["breached", "satisfied", "satisfied"]


def test_a_measure_that_the_law_does_not_name_is_refused():
    with pytest.raises(WrongFact):
        evaluate("EX-34", {"measure_ordered": "warning", "tool_cancellation_ground": "other"}, on=NEW)


@pytest.mark.parametrize(("earlier", "allowed"), [(0, True), (1, False), (2, False)])
def test_a_review_is_asked_for_once_within_sixty_days(earlier, allowed):
    found = review("exemption", notified_on=d("2025-05-21"), earlier_requests=earlier)
    assert (found.due.due_on, found.allowed) == (d("2025-07-21"), allowed)


def test_there_was_no_review_before_august_2024():
    before, *since = around("2024-08-07")
    with pytest.raises(NotInForce):
        review("exemption", notified_on=before, earlier_requests=0)
    assert [review("exemption", notified_on=day, earlier_requests=0).allowed for day in since] == [True, True]


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("EX-04", {**NOTIFIED, "replied_on": d("2025-03-31")}),
        ("EX-06", {"tool_applied_on": d("2025-01-02"), "tabled_on": d("2025-01-01")}),
        ("EX-13", {**EARLY, "term_starts_on": d("2024-08-05")}),
        ("EX-14", {**LONG, "term_ends_on": d("2024-08-31")}),
        ("EX-17", {**RESULT, "review_requested_on": d("2025-05-20")}),
        ("EX-26", {**PLAN, "revision_plan_filed_on": d("2025-03-31")}),
        ("EX-31", {"granted_on": d("2025-04-01"), "revision_plan_filed_on": d("2025-03-31")}),
    ],
)
def test_days_in_the_wrong_order_are_a_contradiction(rule_id, facts):
    with pytest.raises(ContradictoryFacts):
        evaluate(rule_id, facts, on=NEW)


@pytest.mark.parametrize(
    ("rule_id", "facts", "missing", "last"),
    [
        ("EX-04", NOTIFIED, "replied_on", "2025-05-01"),
        ("EX-23", {"safety_proven": True, **END}, "law_revised_on", "2025-03-31"),
        ("EX-25", END, "result_report_filed_on", "2025-04-30"),
    ],
)
def test_what_was_not_done_is_breached_only_after_its_last_day(rule_id, facts, missing, last):
    on_the_day = evaluate(rule_id, facts, on=NEW, known_on=d(last))
    day_after = evaluate(rule_id, facts, on=NEW, known_on=around(last)[2])
    assert on_the_day.missing == (missing,)
    assert (day_after.status, day_after.value) == (Status.BREACHED, d(last))


def test_a_supplement_known_not_to_have_come_asks_for_the_reply():
    facts = {"supplement_due_on": d("2025-05-01")}
    assert evaluate("EX-05", facts, on=NEW, known_on=d("2025-05-01")).missing == ("supplement_received_on",)
    late = evaluate("EX-05", facts, on=NEW, known_on=d("2025-05-02"))
    assert late.missing == ("replied_without_supplement",)
    unanswered = {**facts, "replied_without_supplement": False}
    assert evaluate("EX-05", unanswered, on=NEW, known_on=d("2025-05-02")).status is Status.BREACHED
    assert evaluate("EX-05", unanswered, on=NEW).missing == ("supplement_received_on",)


def test_a_continued_exemption_ends_with_the_examination_or_the_zone():
    assert evaluate("EX-27", CONTINUED, on=NEW).value == d("2026-12-31")
    examined = {**CONTINUED, "revision_review_ended_on": d("2025-09-30")}
    assert evaluate("EX-27", examined, on=NEW).value == d("2025-09-30")
    changed = {**CONTINUED, "changed_zone_end_on": d("2027-06-30")}
    assert evaluate("EX-27", changed, on=NEW).value == d("2027-06-30")


@pytest.mark.parametrize(
    ("requested", "status"),
    [("2021-07-20", "breached"), ("2021-07-21", "satisfied"), ("2021-07-22", "satisfied")],
)
def test_a_request_that_keeps_an_exemption_alive_exists_since_july_2021(requested, status):
    facts = {**CONTINUED, "term_ends_on": date(2021, 12, 31), "revision_requested_on": d(requested)}
    assert evaluate("EX-27", facts, on=WIDE).status.value == status
