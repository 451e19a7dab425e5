"""Moments the wrong way round: what follows cannot lie before what it follows, by the hour or by the day."""

from datetime import datetime, timedelta

import pytest

from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.rules import evaluate
from tests.kernel.tables_of_rules import NEW, NEWEST, d

TEN = datetime.fromisoformat("2025-04-30T10:00+09:00")
SUGGESTION = {"petition_class": "suggestion", "petition_extensions": 0}
ARRIVED = {"petition_is_electronic": True, "petition_belongs_elsewhere": False}
PASSED_ON = {
    "petition_is_electronic": False,
    "petition_belongs_elsewhere": True,
    "petitioner_told_of_transfer": True,
}
PROGRESS = {"progress_notices_before": 0, "progress_shown_online": False}
LEAK = {"persons_reachable": True}
POSTED = {"persons_reachable": False, "leak_posting_removed_on": d("2025-06-30")}
#: rule, the other facts, the moment, and the one that follows it
FOLLOWING = [
    ("PET-02", SUGGESTION, "petition_received_at", "petition_answered_at"),
    ("PET-02", {"petition_class": "other"}, "petition_received_at", "petition_answered_at"),
    ("PET-03", {"petition_period_days": 3}, "petition_received_at", "petition_answered_at"),
    ("PET-05", ARRIVED, "petition_arrived_at", "petition_received_at"),
    ("PET-05", PASSED_ON, "petition_received_at", "petition_transferred_at"),
    ("PET-07", PROGRESS, "petition_received_at", "petition_answered_at"),
    ("PRV-06", LEAK, "leak_known_at", "persons_told_at"),
    ("PRV-06", POSTED, "leak_known_at", "leak_posted_at"),
    ("PRV-07", {"persons_leaked": 2000}, "leak_known_at", "leak_reported_at"),
]


@pytest.mark.parametrize(("rule_id", "more", "first", "then"), FOLLOWING)
def test_a_moment_before_the_one_it_follows_is_refused_and_the_same_moment_is_not(rule_id, more, first, then):
    facts = {**more, first: TEN}
    assert evaluate(rule_id, {**facts, then: TEN}, on=NEW).is_satisfied
    with pytest.raises(ContradictoryFacts) as refusal:
        evaluate(rule_id, {**facts, then: TEN - timedelta(minutes=1)}, on=NEW)
    assert refusal.value.names == (first, then)
    assert refusal.value.sentence.ko.startswith("사실이 서로 어긋납니다")
    assert "contradict" in refusal.value.sentence.en


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("PET-02", {**SUGGESTION, "petition_received_at": TEN, "petition_answered_at": d("2025-04-29")}),
        (
            "PET-02",
            {**SUGGESTION, "petition_received_at": d("2025-04-30"), "petition_answered_at": d("2025-04-29")},
        ),
        ("PET-07", {**PROGRESS, "petition_received_at": TEN, "progress_told_on": d("2025-04-29")}),
        ("PET-11", {"suggestion_received_on": d("2025-04-30"), "suggestion_decided_on": d("2025-04-29")}),
        (
            "PRV-06",
            {
                **POSTED,
                "leak_known_at": TEN,
                "leak_posted_at": TEN,
                "leak_posting_removed_on": d("2025-04-29"),
            },
        ),
        ("EVA-05", {"report_year": 2024, "report_filed_on": d("2023-12-31")}),
        ("SPZ-01.report", {"report_year": 2024, "report_filed_on": d("2023-12-31")}),
    ],
)
def test_a_day_before_the_one_it_follows_is_refused_too(rule_id, facts):
    with pytest.raises(ContradictoryFacts):
        evaluate(rule_id, facts, on=NEWEST)


def test_a_moment_known_by_its_day_alone_follows_any_hour_of_that_day():
    facts = {**SUGGESTION, "petition_received_at": TEN, "petition_answered_at": TEN.date()}
    assert evaluate("PET-02", facts, on=NEW).is_satisfied


def test_a_month_leaves_out_the_days_that_cannot_be():
    facts = {**SUGGESTION, "petition_received_at": TEN, "petition_answered_at": PartialDate.parse("2025-05")}
    assert evaluate("PET-02", facts, on=NEW).missing == ("petition_answered_at",)
    impossible = {**facts, "petition_answered_at": PartialDate.parse("2025-03")}
    with pytest.raises(ContradictoryFacts):
        evaluate("PET-02", impossible, on=NEW)


def test_a_report_filed_in_its_own_year_is_early_and_no_contradiction():
    assert evaluate(
        "EVA-05", {"report_year": 2024, "report_filed_on": d("2024-01-01")}, on=NEWEST
    ).is_satisfied
