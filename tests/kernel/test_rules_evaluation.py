"""Evaluation of zones, their reports and checks, and specialised zones: one table of facts for each rule."""

import pytest

from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import ContradictoryFacts, NotComputable, NotVerified
from madang.kernel.statutes.rules import evaluate, rule_info
from madang.kernel.statutes.rulings.reports import first_year
from tests.kernel.tables_of_rules import (
    NEW,
    NEWEST,
    WIDE,
    around,
    computable,
    d,
    keys,
    named,
    says,
    statuses_around,
)

CHAPTER = ("EVA-", "MON-", "SPZ-")
FIXED = {"committee_resolved": True, "evaluation_result_sent": True}
REPORTED = {"specialised_reported_on": d("2025-04-03")}

SATISFIED = [
    ("EVA-02", {**FIXED, "improvement_called_for": False}, NEW),
    ("EVA-02", {**FIXED, "improvement_called_for": True, "improvement_made": True}, NEW),
    ("EVA-03", {"evaluation_criteria_examined": keys("EVA-03")}, NEW),
    (
        "EVA-03",
        {"evaluation_criteria_examined": keys("EVA-03", lacking="others"), "other_criteria_set": False},
        NEW,
    ),
    ("EVA-04", {"evaluation_outcome_gazetted": True}, NEW),
    ("EVA-05", {"report_year": 2020, "report_filed_on": d("2021-03-31")}, WIDE),
    ("EVA-06", {"designated_on": d("2025-07-01"), "support_received": False}, NEW),
    ("EVA-07", {"report_items": keys("EVA-07")}, NEW),
    (
        "EVA-07",
        {
            "report_items": [k for k in keys("EVA-07") if k not in ("others", "spending_of_support")],
            "support_received": False,
            "other_report_items_needed": False,
        },
        NEW,
    ),
    ("MON-01", {"check_was_local": False, "danger_found": False}, NEW),
    (
        "MON-01",
        {
            "check_was_local": True,
            "check_told_to_ministry": True,
            "danger_found": True,
            "reexamination_taken": True,
        },
        NEW,
    ),
    (
        "SPZ-01",
        {
            **REPORTED,
            "specialised_evaluated_on": d("2025-09-30"),
            "specialised_evaluation_extended": False,
        },
        NEW,
    ),
    ("SPZ-01.report", {"report_year": 2024, "report_filed_on": d("2025-03-31")}, NEW),
]

BREACHED = [
    ("EVA-02", {"evaluation_result_sent": False}, NEW),
    ("EVA-02", {**FIXED, "improvement_called_for": True, "improvement_made": False}, NEW),
    ("EVA-03", {"evaluation_criteria_examined": keys("EVA-03", lacking="economic_effect")}, NEW),
    (
        "EVA-03",
        {"evaluation_criteria_examined": keys("EVA-03", lacking="others"), "other_criteria_set": True},
        NEW,
    ),
    ("EVA-04", {"evaluation_outcome_gazetted": False}, NEW),
    ("EVA-05", {"report_year": 2020, "report_filed_on": d("2021-04-01")}, WIDE),
    ("EVA-06", {"designated_on": d("2025-06-29")}, NEW),
    ("EVA-06", {"designated_on": d("2025-07-01"), "support_received": True}, NEW),
    ("EVA-07", {"report_items": keys("EVA-07", lacking="projects")}, NEW),
    (
        "EVA-07",
        {"report_items": keys("EVA-07", lacking="spending_of_support"), "support_received": True},
        NEW,
    ),
    ("MON-01", {"check_was_local": True, "check_told_to_ministry": False}, NEW),
    ("MON-01", {"danger_found": True, "reexamination_taken": False}, NEW),
    ("SPZ-01", {**REPORTED, "specialised_evaluated_on": d("2025-12-02")}, NEW),
    ("SPZ-01.report", {"report_year": 2024, "report_filed_on": d("2025-04-01")}, NEW),
]

UNKNOWN = [
    ("EVA-02", FIXED, ("improvement_called_for",)),
    ("EVA-02", {**FIXED, "improvement_called_for": True}, ("improvement_made",)),
    ("EVA-03", {"evaluation_criteria_examined": keys("EVA-03", lacking="others")}, ("other_criteria_set",)),
    ("EVA-04", {}, ("evaluation_outcome_gazetted",)),
    ("EVA-05", {"report_year": 2025}, ("report_filed_on",)),
    ("EVA-06", {"designated_on": d("2025-07-01")}, ("support_received",)),
    (
        "EVA-07",
        {"report_items": keys("EVA-07", lacking="spending_of_support")},
        ("support_received",),
    ),
    ("MON-01", {}, ("check_was_local", "danger_found")),
    ("MON-01", {"check_was_local": True, "danger_found": False}, ("check_told_to_ministry",)),
    ("SPZ-01", REPORTED, ("specialised_evaluated_on",)),
    (
        "SPZ-01",
        {**REPORTED, "specialised_evaluated_on": d("2025-10-01")},
        ("specialised_evaluation_extended",),
    ),
    ("SPZ-01.report", {"report_year": 2025}, ("report_filed_on",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_on_evaluation_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_on_evaluation_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_an_evaluation_lacks_is_named(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == ("unknown", missing)
    says(answer)


def test_the_tables_cover_every_rule_on_evaluation_that_computes():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_away_never_turns_an_answer_on_evaluation_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status
    for name in facts:
        less = {key: value for key, value in facts.items() if key != name}
        assert evaluate(rule_id, less, on=on).status in {full, "unknown"}


@pytest.mark.parametrize(
    ("year", "last"),
    [
        (2020, "2021-03-31"),
        (2023, "2024-04-01"),  # 31 March 2024 is a Sunday
        (2025, "2026-03-31"),
    ],
)
def test_a_report_is_in_time_on_its_last_day_and_not_after(year, last):
    for rule_id in ("EVA-05", "SPZ-01.report"):
        found = statuses_around(rule_id, {"report_year": year}, "report_filed_on", last)
        assert found == ["satisfied", "satisfied", "breached"]


def test_a_report_that_did_not_come_is_a_breach_from_the_day_after():
    known = [
        evaluate("EVA-05", {"report_year": 2024}, on=NEW, known_on=on).status for on in around("2025-03-31")
    ]
    assert known == ["unknown", "unknown", "breached"]


def test_six_months_to_the_end_of_the_year_decide_whether_a_report_is_folded():
    short = [first_year(day).is_short for day in around("2025-06-30")]
    assert short == [False, True, True]
    facts = {"support_received": False}
    assert statuses_around("EVA-06", facts, "designated_on", "2025-06-30") == [
        "breached",
        "satisfied",
        "satisfied",
    ]


@pytest.mark.parametrize(("extended", "last"), [(False, "2025-09-30"), (True, "2025-12-01")])
def test_a_specialised_zone_is_evaluated_within_180_days_and_60_more_if_extended(extended, last):
    # 240 days end on Saturday, 29 November 2025
    facts = {**REPORTED, "specialised_evaluation_extended": extended}
    found = statuses_around("SPZ-01", facts, "specialised_evaluated_on", last)
    assert found == ["satisfied", "satisfied", "breached"]
    assert due_date("SPZ-01", start=d("2025-04-03"), extensions=int(extended)).due_on == d(last)


def test_whether_the_evaluation_was_extended_matters_only_in_between():
    found = [
        evaluate("SPZ-01", {**REPORTED, "specialised_evaluated_on": d(day)}, on=NEW).status
        for day in ("2025-09-30", "2025-10-01", "2025-12-01", "2025-12-02")
    ]
    assert found == ["satisfied", "unknown", "unknown", "breached"]


def test_an_evaluation_before_its_report_is_contradictory():
    with pytest.raises(ContradictoryFacts):
        evaluate("SPZ-01", {**REPORTED, "specialised_evaluated_on": d("2025-04-02")}, on=NEW)


@pytest.mark.parametrize(("rule_id", "count"), [("EVA-03", 5), ("EVA-07", 8)])
def test_evaluation_and_report_have_as_many_items_as_the_law(rule_id, count):
    assert len(checklist(rule_id, on=NEW)) == count


def test_to_evaluate_is_a_power_and_how_it_is_run_is_practice():
    with pytest.raises(NotComputable, match="discretion"):
        evaluate("EVA-01", {}, on=NEW)
    with pytest.raises(NotComputable, match="no statute"):
        evaluate("EVA-08", {}, on=NEW)
    practice = rule_info("EVA-08")
    assert practice.confidence == "S"
    assert "법령 아님" in practice.citation_on(NEW).law.ko


def test_the_time_for_data_after_the_end_of_a_zone_stays_unverified():
    with pytest.raises(NotVerified, match="REV-08"):
        evaluate("REV-08", {}, on=NEWEST)
