"""Damages, cover, sanctions and lists of regulations: one table of facts for each rule, and each boundary."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import (
    ContradictoryFacts,
    NotComputable,
    NotInForce,
    NotVerified,
    WrongFact,
)
from madang.kernel.statutes.rules import evaluate, rule_info
from madang.kernel.statutes.rulings.liability import LEAST_SUMS, cover_lasts, least_payment, sums_too_small
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

CHAPTER = ("LIA-", "SAN-", "OFF-", "INT-", "NEG-")
START = {"operation_starts_on": d("2025-03-10")}
COVER = {**START, "cover_kind": "insurance", "cover_begins_on": d("2025-03-01")}
SUMS = {
    "death_per_person": 150_000_000,
    "injury_per_person": 30_000_000,
    "disability_per_person": 150_000_000,
    "property_per_accident": 1_000_000_000,
}
PLAN = {
    **START,
    "insurance_unavailable": True,
    "unavailability_reason_given": True,
    "compensation_level_equal": True,
    "compensation_plan_filed_on": d("2025-03-05"),
    "compensation_agreed_on": d("2025-03-09"),
}
TOLD = {"claimant_told_of_cover": True, "claim_reported": True}
CLAIM = {**TOLD, "claimed_on": d("2025-03-04"), "operator_insured": False, "claim_refused": False}
HARM = {"harm_caused": True, "no_fault_proven": False}

SATISFIED = [
    ("LIA-01", {**HARM, "harmed_under_tool": "exemption", "harmed_is_user": True}, NEW),
    ("LIA-01", {**HARM, "harmed_under_tool": "interim_permit"}, NEW),
    ("LIA-02", {**COVER, "cover_proof_filed_on": d("2025-03-09")}, NEW),
    ("LIA-02", {**COVER, "cover_proof_filed_on": d("2025-03-10"), "ready_before_start": True}, NEW),
    ("LIA-03", {"cover_ends_on": d("2026-08-31"), "tool_ends_on": d("2026-08-31")}, NEW),
    ("LIA-03.renewal", {"tool_was_extended": False}, NEW),
    (
        "LIA-03.renewal",
        {
            "tool_was_extended": True,
            "cover_renewed_on": d("2025-04-01"),
            "renewal_proof_filed_on": d("2025-05-01"),
        },
        NEW,
    ),
    ("LIA-04", SUMS, OLD),
    (
        "LIA-04.payment",
        {"harm_kind": "injury_per_person", "actual_loss": 1_000_000, "cover_paid": 1_000_000},
        NEW,
    ),
    ("LIA-05", PLAN, NEW),
    ("LIA-06", {**CLAIM, "claim_closed_on": d("2025-04-03")}, NEW),
    (
        "LIA-06",
        {**TOLD, "claimed_on": d("2025-03-04"), "operator_insured": True, "claim_refused": False},
        NEW,
    ),
    (
        "LIA-06",
        {**CLAIM, "claim_closed_on": d("2025-04-03"), "claim_refused": True, "refusal_reasons_written": True},
        NEW,
    ),
    ("LIA-06.outcome", {"claim_closed_on": d("2025-04-03"), "outcome_reported_on": d("2025-04-18")}, NEW),
    ("LIA-07", {"dedicated_account_asked": False, "claim_for_death_or_injury": False}, NEWEST),
    (
        "LIA-07",
        {
            "dedicated_account_asked": True,
            "paid_into_dedicated_account": True,
            "claim_for_death_or_injury": True,
            "claim_assigned_or_seized": False,
        },
        NEWEST,
    ),
    ("SAN-02", {"fine_breach": "condition_not_kept", "fine_amount": 10_000_000}, NEW),
    ("SAN-03", {"fine_imposed_by": "local_government"}, NEW),
    ("OFF-01", {"work_under_special_articles": True, "intent_or_gross_negligence": False}, NEW),
    ("OFF-02", {"person_works_for_delegated_body": True}, NEW),
    ("NEG-01", {"committee_resolved": True, "regulation_list_gazetted": True}, NEW),
]

BREACHED = [
    ("LIA-01", {"harm_caused": False}, NEW),
    ("LIA-01", {"no_fault_proven": True}, NEW),
    ("LIA-01", {**HARM, "harmed_under_tool": "exemption", "harmed_is_user": False}, NEW),
    ("LIA-02", {**COVER, "cover_proof_filed_on": d("2025-03-11")}, NEW),
    ("LIA-02", {**COVER, "cover_proof_filed_on": d("2025-03-10"), "ready_before_start": False}, NEW),
    ("LIA-02", {"cover_kind": "promise"}, NEW),
    ("LIA-03", {"cover_ends_on": d("2026-08-30"), "tool_ends_on": d("2026-08-31")}, NEW),
    (
        "LIA-03.renewal",
        {
            "tool_was_extended": True,
            "cover_renewed_on": d("2025-04-01"),
            "renewal_proof_filed_on": d("2025-05-02"),
        },
        NEW,
    ),
    ("LIA-04", {"death_per_person": 100_000_000}, NEW),
    (
        "LIA-04.payment",
        {"harm_kind": "death_per_person", "actual_loss": 1_000_000, "cover_paid": 19_999_999},
        NEW,
    ),
    ("LIA-05", {"insurance_unavailable": False}, NEW),
    ("LIA-05", {**PLAN, "compensation_agreed_on": d("2025-03-11")}, NEW),
    ("LIA-06", {"claim_reported": False}, NEW),
    ("LIA-06", {"claim_refused": True, "refusal_reasons_written": False}, NEW),
    ("LIA-06", {**CLAIM, "claim_closed_on": d("2025-04-04")}, NEW),
    ("LIA-06.outcome", {"claim_closed_on": d("2025-04-03"), "outcome_reported_on": d("2025-04-21")}, NEW),
    ("LIA-07", {"dedicated_account_asked": True, "paid_into_dedicated_account": False}, NEWEST),
    ("LIA-07", {"claim_for_death_or_injury": True, "claim_assigned_or_seized": True}, NEWEST),
    ("SAN-02", {"fine_breach": "no_cover_or_plan", "fine_amount": 10_000_001}, NEW),
    ("SAN-02", {"fine_breach": "late_report"}, NEW),
    ("SAN-03", {"fine_imposed_by": "police"}, NEW),
    ("OFF-01", {"work_under_special_articles": False}, NEW),
    ("OFF-01", {"intent_or_gross_negligence": True}, NEW),
    ("OFF-02", {"person_is_committee_member": False, "person_works_for_delegated_body": False}, NEW),
    ("NEG-01", {"committee_resolved": False}, NEW),
]

#: rule, facts, what is missing
UNKNOWN = [
    ("LIA-01", HARM, ("harmed_under_tool",)),
    ("LIA-01", {**HARM, "harmed_under_tool": "exemption"}, ("harmed_is_user",)),
    ("LIA-02", {}, ("operation_starts_on", "cover_begins_on", "cover_proof_filed_on")),
    ("LIA-02", COVER, ("cover_proof_filed_on",)),
    ("LIA-02", {**COVER, "cover_proof_filed_on": d("2025-03-10")}, ("ready_before_start",)),
    ("LIA-03", {"cover_ends_on": d("2026-08-31")}, ("tool_ends_on",)),
    ("LIA-03.renewal", {"tool_was_extended": True}, ("cover_renewed_on",)),
    ("LIA-04", {"death_per_person": 150_000_000}, tuple(LEAST_SUMS)[1:]),
    ("LIA-04.payment", {"harm_kind": "death_per_person"}, ("actual_loss", "cover_paid")),
    ("LIA-05", {**PLAN, "compensation_agreed_on": None}, ("compensation_agreed_on",)),
    ("LIA-05", {**PLAN, "compensation_agreed_on": d("2025-03-10")}, ("ready_before_start",)),
    ("LIA-06", {**TOLD, "claimed_on": d("2025-03-04")}, ("operator_insured",)),
    ("LIA-06", CLAIM, ("claim_closed_on",)),
    ("LIA-06.outcome", {"claim_closed_on": d("2025-04-03")}, ("outcome_reported_on",)),
    (
        "LIA-07",
        {"dedicated_account_asked": True, "claim_for_death_or_injury": False},
        ("paid_into_dedicated_account",),
    ),
    ("SAN-02", {"fine_breach": "condition_not_kept"}, ("fine_amount",)),
    ("SAN-03", {}, ("fine_imposed_by",)),
    ("OFF-01", {"work_under_special_articles": True}, ("intent_or_gross_negligence",)),
    ("OFF-02", {"person_is_committee_member": False}, ("person_works_for_delegated_body",)),
    ("NEG-01", {"committee_resolved": True}, ("regulation_list_gazetted",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_on_liability_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_on_liability_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_decides_is_named_when_it_is_missing(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == ("unknown", missing)
    says(answer)


def test_the_tables_cover_every_rule_on_liability_that_computes():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_away_never_turns_an_answer_on_liability_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status
    for name in facts:
        less = {key: value for key, value in facts.items() if key != name}
        assert evaluate(rule_id, less, on=on).status in {full, "unknown"}


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        (
            "LIA-03.renewal",
            {"tool_was_extended": True, "cover_renewed_on": d("2025-04-01")},
            "renewal_proof_filed_on",
            "2025-05-01",
        ),
        (
            "LIA-03.renewal",
            {"tool_was_extended": True, "cover_renewed_on": d("2026-04-01")},
            "renewal_proof_filed_on",
            "2026-05-04",  # 1 May is a holiday since 2026, and a Friday
        ),
        ("LIA-06", CLAIM, "claim_closed_on", "2025-04-03"),
        ("LIA-06.outcome", {"claim_closed_on": d("2025-04-03")}, "outcome_reported_on", "2025-04-18"),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_not(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last) == ["satisfied", "satisfied", "breached"]
    assert evaluate(rule_id, {**facts, moved: d(last)}, on=NEW).value == d(last)


def test_cover_that_ends_with_the_exemption_is_enough_and_a_day_less_is_not():
    tool = {"tool_ends_on": d("2026-08-31")}
    assert statuses_around("LIA-03", tool, "cover_ends_on", "2026-08-31") == [
        "breached",
        "satisfied",
        "satisfied",
    ]
    assert [cover_lasts(day, d("2026-08-31")) for day in around("2026-08-31")] == [False, True, True]


@pytest.mark.parametrize(("name", "least"), SUMS.items())
def test_each_sum_is_held_against_its_own_minimum(name, least):
    short = [sums_too_small({name: least + shift}, NEW) for shift in (-1, 0, 1)]
    assert short == [(name,), (), ()]
    answer = evaluate("LIA-04", {**SUMS, name: least - 1}, on=NEW)
    assert (answer.status, answer.value) == ("breached", (name,))


def test_every_sum_that_is_too_small_is_named_in_the_order_of_the_decree():
    assert sums_too_small(dict.fromkeys(reversed(LEAST_SUMS), 1), NEW) == tuple(LEAST_SUMS)
    answer = evaluate("LIA-04", dict.fromkeys(LEAST_SUMS, 1), on=NEW)
    assert answer.sentence.ko == "보장액이 부족합니다: 사망, 부상, 후유장애, 재물손해."


@pytest.mark.parametrize(
    ("kind", "loss", "due"),
    [
        ("death_per_person", 0, 20_000_000),
        ("death_per_person", 19_999_999, 20_000_000),
        ("death_per_person", 20_000_000, 20_000_000),
        ("death_per_person", 20_000_001, 20_000_001),
        ("death_per_person", 150_000_000, 150_000_000),
        ("death_per_person", 150_000_001, 150_000_000),
        ("injury_per_person", 1, 1),
        ("injury_per_person", 30_000_001, 30_000_000),
        ("disability_per_person", 150_000_001, 150_000_000),
        ("property_per_accident", 999_999_999, 999_999_999),
        ("property_per_accident", 1_000_000_001, 1_000_000_000),
    ],
)
def test_a_loss_is_paid_up_to_its_sum_and_a_death_never_below_the_floor(kind, loss, due):
    assert least_payment(kind, loss, NEW) == due
    asked = {"harm_kind": kind, "actual_loss": loss}
    statuses = [
        evaluate("LIA-04.payment", {**asked, "cover_paid": max(due + shift, 0)}, on=NEW).status
        for shift in (-1, 0)
    ]
    assert statuses == ["breached", "satisfied"]


@given(st.sampled_from(sorted(LEAST_SUMS)), st.integers(0, 3_000_000_000))
def test_what_is_paid_never_exceeds_the_sum_and_reaches_the_loss_within_it(kind, loss):
    due, most = least_payment(kind, loss, NEW), SUMS[kind]
    assert due <= most
    assert due >= min(loss, most)
    assert due == loss or loss > most or (kind == "death_per_person" and due == Decimal(20_000_000))


def test_an_unknown_kind_of_harm_or_tool_is_refused():
    with pytest.raises(WrongFact):
        evaluate("LIA-04.payment", {"harm_kind": "mood", "actual_loss": 1, "cover_paid": 1}, on=NEW)
    with pytest.raises(WrongFact):
        evaluate("LIA-01", {**HARM, "harmed_under_tool": "menu"}, on=NEW)


def test_a_sum_in_floating_point_is_refused():
    with pytest.raises(WrongFact):
        evaluate("LIA-04", {"death_per_person": 1.5e8}, on=NEW)


def test_mutual_aid_is_cover_from_july_2021_and_not_before():
    facts = {
        "operation_starts_on": d("2021-08-02"),
        "cover_kind": "mutual_aid",
        "cover_begins_on": d("2021-08-01"),
        "cover_proof_filed_on": d("2021-08-01"),
    }
    assert [evaluate("LIA-02", facts, on=day).status for day in around("2021-07-21")] == [
        "breached",
        "satisfied",
        "satisfied",
    ]
    assert evaluate("LIA-02", {**facts, "cover_kind": "insurance"}, on=WIDE).is_satisfied


def test_cover_and_proof_come_before_the_day_of_the_start():
    answers = [
        evaluate("LIA-02", {**COVER, "cover_proof_filed_on": day}, on=NEW).status
        for day in around("2025-03-10")
    ]
    assert answers == ["satisfied", "unknown", "breached"]
    begun_late = {**COVER, "cover_begins_on": d("2025-03-11")}
    assert evaluate("LIA-02", begun_late, on=NEW).status == "breached"


def test_an_operation_that_began_without_cover_is_a_breach_once_its_start_is_past():
    known = [evaluate("LIA-02", COVER, on=NEW, known_on=day).status for day in around("2025-03-10")]
    assert known == ["unknown", "unknown", "breached"]


def test_a_claim_that_was_not_paid_is_a_breach_from_the_day_after_its_last():
    known = [evaluate("LIA-06", CLAIM, on=NEW, known_on=day).status for day in around("2025-04-03")]
    assert known == ["unknown", "unknown", "breached"]


def test_a_claim_closed_before_it_was_made_is_contradictory():
    with pytest.raises(ContradictoryFacts):
        evaluate("LIA-06", {**CLAIM, "claim_closed_on": d("2025-03-03")}, on=NEW)
    outcome = {"claim_closed_on": d("2025-04-03"), "outcome_reported_on": d("2025-04-02")}
    with pytest.raises(ContradictoryFacts):
        evaluate("LIA-06.outcome", outcome, on=NEW)


@pytest.mark.parametrize(
    ("clock", "start", "due"),
    [
        ("LIA-03.renewal", "2025-04-01", "2025-05-01"),
        ("LIA-06", "2025-03-04", "2025-04-03"),
        ("LIA-06.outcome", "2025-04-03", "2025-04-18"),
    ],
)
def test_the_clocks_of_a_claim_and_a_renewal_count_to_their_day(clock, start, due):
    assert due_date(clock, start=d(start)).due_on == d(due)


@pytest.mark.parametrize(
    ("rule_id", "first"), [("LIA-07", "2026-07-01"), ("OFF-01", "2024-08-07"), ("NEG-01", "2023-12-19")]
)
def test_a_rule_on_liability_is_refused_before_its_first_day(rule_id, first):
    before, on, after = around(first)
    with pytest.raises(NotInForce) as refusal:
        evaluate(rule_id, {}, on=before)
    assert refusal.value.since == on
    assert [evaluate(rule_id, {}, on=day).status for day in (on, after)] == ["unknown", "unknown"]


@pytest.mark.parametrize("rule_id", ["OFF-03", "INT-01"])
def test_a_provision_that_moved_into_the_act_in_july_2026_is_cited_where_it_stood(rule_id):
    laws = [rule_info(rule_id).citation_on(day).law.en for day in around("2026-07-01")]
    act = "Regional Special Zones Act"
    assert laws == [f"Enforcement Decree of the {act}", act, act]
    with pytest.raises(NotComputable):
        evaluate(rule_id, {}, on=NEWEST)


def test_the_fine_keeps_to_its_ceiling_to_the_won():
    amounts = [9_999_999, 10_000_000, 10_000_001]
    asked = {"fine_breach": "not_stopped_after_cancellation"}
    statuses = [evaluate("SAN-02", {**asked, "fine_amount": amount}, on=NEW).status for amount in amounts]
    assert statuses == ["satisfied", "satisfied", "breached"]
    assert evaluate("SAN-02", {**asked, "fine_amount": 1}, on=NEW).value == 10_000_000


def test_the_amount_for_each_breach_is_refused_as_not_verified():
    with pytest.raises(NotVerified, match=r"SAN-02\.amount"):
        evaluate("SAN-02.amount", {"fine_breach": "condition_not_kept"}, on=NEW)
    with pytest.raises(NotVerified, match=r"SAN-02\.amount"):
        parameter("sanction.annex_amount", NEW)


def test_a_crime_is_left_to_the_courts_and_its_limits_are_told():
    with pytest.raises(NotComputable, match="courts"):
        evaluate("SAN-01", {}, on=NEW)
    assert parameter("sanction.prison_years", NEW).value == 3
    assert parameter("sanction.criminal_fine", NEW).value == 30_000_000


def test_liability_under_a_permit_names_its_own_article():
    facts = {**HARM, "harmed_under_tool": "interim_permit"}
    cited = {step.citation.article for step in evaluate("LIA-01", facts, on=NEW).trace if step.citation}
    assert "제90조" in cited


def test_no_sum_of_the_decree_exists_before_the_act():
    with pytest.raises(NotInForce):
        sums_too_small({"death_per_person": 1}, d("2019-04-17") - timedelta(days=1))
