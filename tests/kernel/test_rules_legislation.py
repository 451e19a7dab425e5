"""Notice of drafts, review and revision of regulation, and its forecast: one table of facts, and each boundary."""

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import ContradictoryFacts, NotInForce, NotVerified, WrongFact
from madang.kernel.statutes.rules import evaluate, rule_info
from madang.kernel.statutes.rulings.legislation import NOTICE_CLOCKS
from madang.kernel.statutes.rulings.regulation import committee_name
from tests.kernel.tables_of_rules import (
    NEW,
    NEWEST,
    around,
    computable,
    d,
    keys,
    named,
    says,
    statuses_around,
)

CHAPTER = ("LEG-", "REG-", "FOR-")
LAW = {"draft_kind": "legislation", "draft_notice_started_on": d("2025-03-05")}
ORDINANCE = {"draft_kind": "ordinance", "draft_notice_started_on": d("2025-03-05")}
POLICY = {"administrative_notice_started_on": d("2025-03-04")}
HEARING = {"hearing_on": d("2025-05-21")}
ASKED = {"agencies_asked_on": d("2025-03-04")}
ANALYSED = {
    "regulation_new_or_stronger": True,
    "effect_on_small_firms_analysed": True,
    "analysis_published_with_notice": True,
    "opinions_on_analysis_answered": True,
}
REVIEW = {"review_asked_on": d("2025-03-10")}
IMPORTANT = {**REVIEW, "regulation_is_important": True}
MODEST = {
    "yearly_cost_krw": 9_999_999_999,
    "people_affected": 999_999,
    "competition_barred": False,
    "small_firm_assessment_asks_change": False,
    "other_importance_ground": False,
}
REQUEST = {"revision_asked_on": d("2025-03-04")}
VOTE = {"members_enrolled": 40, "members_present": 40}
STEPS = {"key_points_visualised": True, "opinions_passed_on": True}
WINDOW = {"forecast_notice_kind": "legislation", "forecast_notice_started_on": d("2025-03-05")}

SATISFIED = [
    ("LEG-01", {**LAW, "draft_notice_ended_on": d("2025-04-14")}, NEW),
    ("LEG-01", {**ORDINANCE, "draft_notice_ended_on": d("2025-03-25")}, NEW),
    ("LEG-01", {"draft_notice_exempt": True}, NEW),
    ("LEG-02", {"notice_skipped_or_shortened": False}, NEW),
    ("LEG-02", {"notice_skipped_or_shortened": True, "legislation_minister_consulted": True}, NEW),
    ("LEG-03", {"opinion_filed_on_notice": False}, NEW),
    (
        "LEG-03",
        {"opinion_filed_on_notice": True, "opinion_respected": True, "submitter_told_outcome": True},
        NEW,
    ),
    ("LEG-04", {**POLICY, "administrative_notice_ended_on": d("2025-03-24")}, NEW),
    (
        "LEG-04",
        {
            **POLICY,
            "administrative_notice_ended_on": d("2025-03-14"),
            "administrative_notice_urgent": True,
        },
        NEW,
    ),
    ("LEG-05", {**ASKED, "agencies_may_reply_until": d("2025-03-14")}, NEW),
    ("LEG-06", {"outcome_and_reasons_told": False, "outcome_and_reasons_published": True}, NEW),
    ("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-07")}, NEW),
    ("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-14"), "hearing_rescheduled": True}, NEW),
    ("LEG-08", {"hearing_is_online": False}, NEW),
    ("LEG-08", {"hearing_is_online": True, "held_beside_physical": True}, NEW),
    (
        "LEG-08",
        {"hearing_is_online": True, "held_beside_physical": False, "online_only_case_applies": True},
        NEW,
    ),
    ("REG-01", {"regulation_new_or_stronger": False}, NEW),
    ("REG-01", {**ANALYSED, "analysis_items_covered": 12}, NEW),
    ("REG-02", {"regulation_in_force_on": d("2025-01-01"), "sunset_on": d("2029-12-31")}, NEW),
    ("REG-03", {"small_firm_relief_examined": True, "small_firm_relief_given": True}, NEW),
    (
        "REG-03",
        {
            "small_firm_relief_examined": True,
            "small_firm_relief_given": False,
            "no_relief_reasons_filed": True,
        },
        NEW,
    ),
    ("REG-04", {**REVIEW, "importance_decided_on": d("2025-03-20")}, NEW),
    ("REG-04.review", {"regulation_is_important": False}, NEW),
    ("REG-04.review", {**IMPORTANT, "review_done_on": d("2025-04-24")}, NEW),
    ("REG-04.review", {**IMPORTANT, "review_done_on": d("2025-05-09"), "review_extended": True}, NEW),
    ("REG-05", {**MODEST, "yearly_cost_krw": 10_000_000_000}, NEW),
    ("REG-05", {**MODEST, "people_affected": 1_000_000}, NEW),
    ("REG-05", {**MODEST, "competition_barred": True}, NEW),
    ("REG-05", {"small_firm_assessment_asks_change": True}, NEW),
    ("REG-05", {"other_importance_ground": True}, NEW),
    ("REG-06", {"review_asked_on": d("2025-03-04"), "review_done_on": d("2025-03-24")}, NEW),
    (
        "REG-06.analysis",
        {"urgent_result_received_on": d("2025-03-10"), "later_analysis_filed_on": d("2025-05-09")},
        NEW,
    ),
    ("REG-07", {**REQUEST, "revision_answered_on": d("2025-03-18"), "answer_names_official": True}, NEW),
    ("REG-07", {**REQUEST, "revision_answered_on": d("2025-04-01"), "revision_answer_extended": True}, NEW),
    ("REG-07.proof", {"proof_asked_on": d("2025-03-04"), "need_proven_on": d("2025-06-04")}, NEW),
    (
        "REG-07.long_term",
        {"revision_answered_on": d("2025-03-04"), "answered_again_on": d("2025-09-04")},
        NEW,
    ),
    ("REG-08", {"ombudsman_advised_on": d("2025-03-04"), "action_plan_filed_on": d("2025-04-03")}, NEW),
    ("REG-08.publication", {"advice_followed": True, "complainant_disadvantaged": False}, NEW),
    (
        "REG-08.publication",
        {"advice_followed": False, "refusal_published": True, "complainant_disadvantaged": False},
        NEW,
    ),
    ("REG-VOTE", {**VOTE, "votes_yes": 21}, NEWEST),
    ("FOR-01", {"yearly_cost_krw": 3_000_000_000}, NEW),
    ("FOR-01", {"yearly_cost_krw": 1, "burden_seems_excessive": True}, NEW),
    ("FOR-02", {**STEPS, "associations_asked": keys("FOR-02")}, NEW),
    ("FOR-04", {"forecast_window_ends_on": d("2025-04-14"), "forecast_notice_ends_on": d("2025-04-14")}, NEW),
    ("FOR-04", {**WINDOW, "forecast_window_ends_on": d("2025-04-14")}, NEW),
]

BREACHED = [
    ("LEG-01", {**LAW, "draft_notice_ended_on": d("2025-04-11")}, NEW),
    ("LEG-01", {**ORDINANCE, "draft_notice_ended_on": d("2025-03-24"), "draft_notice_shortened": True}, NEW),
    ("LEG-02", {"notice_skipped_or_shortened": True, "legislation_minister_consulted": False}, NEW),
    ("LEG-03", {"opinion_filed_on_notice": True, "submitter_told_outcome": False}, NEW),
    ("LEG-04", {**POLICY, "administrative_notice_ended_on": d("2025-03-13")}, NEW),
    (
        "LEG-04",
        {
            **POLICY,
            "administrative_notice_ended_on": d("2025-03-23"),
            "administrative_notice_urgent": False,
        },
        NEW,
    ),
    ("LEG-05", {**ASKED, "agencies_may_reply_until": d("2025-03-13")}, NEW),
    ("LEG-06", {"outcome_and_reasons_told": False, "outcome_and_reasons_published": False}, NEW),
    ("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-15")}, NEW),
    ("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-08"), "hearing_rescheduled": False}, NEW),
    (
        "LEG-08",
        {"hearing_is_online": True, "held_beside_physical": False, "online_only_case_applies": False},
        NEW,
    ),
    ("REG-01", {"regulation_new_or_stronger": True, "opinions_on_analysis_answered": False}, NEW),
    ("REG-01", {**ANALYSED, "analysis_items_covered": 11}, NEW),
    ("REG-02", {"regulation_in_force_on": d("2025-01-01"), "sunset_on": d("2030-01-01")}, NEW),
    ("REG-03", {"small_firm_relief_examined": False}, NEW),
    (
        "REG-03",
        {
            "small_firm_relief_examined": True,
            "small_firm_relief_given": False,
            "no_relief_reasons_filed": False,
        },
        NEW,
    ),
    ("REG-04", {**REVIEW, "importance_decided_on": d("2025-03-21")}, NEW),
    ("REG-04.review", {**IMPORTANT, "review_done_on": d("2025-05-12")}, NEW),
    ("REG-04.review", {**IMPORTANT, "review_done_on": d("2025-04-25"), "review_extended": False}, NEW),
    ("REG-05", MODEST, NEW),
    ("REG-06", {"review_asked_on": d("2025-03-04"), "review_done_on": d("2025-03-25")}, NEW),
    (
        "REG-06.analysis",
        {"urgent_result_received_on": d("2025-03-10"), "later_analysis_filed_on": d("2025-05-12")},
        NEW,
    ),
    ("REG-07", {**REQUEST, "revision_answered_on": d("2025-04-02")}, NEW),
    ("REG-07", {"answer_names_official": False}, NEW),
    ("REG-07.proof", {"proof_asked_on": d("2025-03-04"), "need_proven_on": d("2025-06-05")}, NEW),
    (
        "REG-07.long_term",
        {"revision_answered_on": d("2025-03-04"), "answered_again_on": d("2025-09-05")},
        NEW,
    ),
    ("REG-08", {"ombudsman_advised_on": d("2025-03-04"), "action_plan_filed_on": d("2025-04-04")}, NEW),
    ("REG-08.publication", {"complainant_disadvantaged": True}, NEW),
    ("REG-08.publication", {"advice_followed": False, "refusal_published": False}, NEW),
    ("REG-VOTE", {**VOTE, "votes_yes": 20}, NEWEST),
    ("FOR-01", {"yearly_cost_krw": 2_999_999_999, "burden_seems_excessive": False}, NEW),
    ("FOR-02", {"associations_asked": keys("FOR-02", lacking="venture_association")}, NEW),
    ("FOR-02", {"key_points_visualised": False}, NEW),
    ("FOR-04", {"forecast_window_ends_on": d("2025-04-15"), "forecast_notice_ends_on": d("2025-04-14")}, NEW),
]

UNKNOWN = [
    ("LEG-01", LAW, ("draft_notice_ended_on",)),
    ("LEG-02", {"notice_skipped_or_shortened": True}, ("legislation_minister_consulted",)),
    ("LEG-03", {"opinion_filed_on_notice": True, "opinion_respected": True}, ("submitter_told_outcome",)),
    (
        "LEG-04",
        {**POLICY, "administrative_notice_ended_on": d("2025-03-20")},
        ("administrative_notice_urgent",),
    ),
    ("LEG-04", POLICY, ("administrative_notice_ended_on",)),
    ("LEG-05", ASKED, ("agencies_may_reply_until",)),
    ("LEG-06", {"outcome_and_reasons_told": False}, ("outcome_and_reasons_published",)),
    ("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-10")}, ("hearing_rescheduled",)),
    ("LEG-07", HEARING, ("hearing_announced_on",)),
    ("LEG-08", {"hearing_is_online": True, "held_beside_physical": False}, ("online_only_case_applies",)),
    ("REG-01", ANALYSED, ("analysis_items_covered",)),
    ("REG-02", {"regulation_in_force_on": d("2025-01-01")}, ("sunset_on",)),
    (
        "REG-03",
        {"small_firm_relief_examined": True, "small_firm_relief_given": False},
        ("no_relief_reasons_filed",),
    ),
    ("REG-04", REVIEW, ("importance_decided_on",)),
    ("REG-04.review", {**IMPORTANT, "review_done_on": d("2025-04-25")}, ("review_extended",)),
    ("REG-05", {**MODEST, "other_importance_ground": None}, ("other_importance_ground",)),
    ("REG-06", {"review_asked_on": d("2025-03-04")}, ("review_done_on",)),
    ("REG-06.analysis", {}, ("urgent_result_received_on",)),
    ("REG-07", {**REQUEST, "revision_answered_on": d("2025-03-19")}, ("revision_answer_extended",)),
    ("REG-07.proof", {"proof_asked_on": d("2025-03-04")}, ("need_proven_on",)),
    ("REG-07.long_term", {"revision_answered_on": d("2025-03-04")}, ("answered_again_on",)),
    ("REG-08", {"ombudsman_advised_on": d("2025-03-04")}, ("action_plan_filed_on",)),
    (
        "REG-08.publication",
        {"advice_followed": False, "complainant_disadvantaged": False},
        ("refusal_published",),
    ),
    ("REG-VOTE", VOTE, ("votes_yes",)),
    ("FOR-01", {"yearly_cost_krw": 2_999_999_999}, ("burden_seems_excessive",)),
    ("FOR-02", STEPS, ("associations_asked",)),
    ("FOR-04", {**WINDOW, "forecast_window_ends_on": d("2025-04-15")}, ("forecast_notice_ends_on",)),
    ("FOR-04", {"forecast_window_ends_on": d("2025-04-14")}, ("forecast_notice_ends_on",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_on_making_regulation_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_on_making_regulation_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_a_notice_or_review_lacks_is_named(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == ("unknown", missing)
    says(answer)


def test_the_tables_cover_every_rule_on_making_regulation_that_computes():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(CHAPTER)


#: Once stated, these may break what the days alone would keep.
JUDGED_ONCE_STATED = {"answer_names_official"}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_away_never_turns_an_answer_on_regulation_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status
    for name in set(facts) - JUDGED_ONCE_STATED:
        less = {key: value for key, value in facts.items() if key != name}
        assert evaluate(rule_id, less, on=on).status in {full, "unknown"}


@pytest.mark.parametrize(
    ("kind", "least", "end"),
    [
        ("legislation", 40, "2025-04-14"),
        ("ordinance", 20, "2025-03-25"),
        ("administrative", 20, "2025-03-25"),
        ("administrative_urgent", 10, "2025-03-17"),  # the tenth day is a Saturday
    ],
)
def test_each_kind_of_notice_has_its_least_length(kind, least, end):
    found = due_date(NOTICE_CLOCKS[kind], start=d("2025-03-05"))
    assert found.due_on == d(end)
    assert str(least) in found.steps[0].words.ko


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "first"),
    [
        ("LEG-01", LAW, "draft_notice_ended_on", "2025-04-14"),
        ("LEG-01", ORDINANCE, "draft_notice_ended_on", "2025-03-25"),
        (
            "LEG-04",
            {**POLICY, "administrative_notice_urgent": False},
            "administrative_notice_ended_on",
            "2025-03-24",
        ),
        (
            "LEG-04",
            {**POLICY, "administrative_notice_urgent": True},
            "administrative_notice_ended_on",
            "2025-03-14",
        ),
        ("LEG-05", ASKED, "agencies_may_reply_until", "2025-03-14"),
    ],
)
def test_a_least_period_is_kept_from_its_last_day_on(rule_id, facts, moved, first):
    assert statuses_around(rule_id, facts, moved, first) == ["breached", "satisfied", "satisfied"]
    assert evaluate(rule_id, {**facts, moved: d(first)}, on=NEW).value == d(first)


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        ("LEG-07", {**HEARING, "hearing_rescheduled": False}, "hearing_announced_on", "2025-05-07"),
        ("LEG-07", {**HEARING, "hearing_rescheduled": True}, "hearing_announced_on", "2025-05-14"),
        ("REG-02", {"regulation_in_force_on": d("2025-01-01")}, "sunset_on", "2029-12-31"),
        ("REG-02", {"regulation_in_force_on": d("2024-02-29")}, "sunset_on", "2029-02-28"),
        ("REG-04", REVIEW, "importance_decided_on", "2025-03-20"),
        ("REG-04.review", {**IMPORTANT, "review_extended": False}, "review_done_on", "2025-04-24"),
        ("REG-04.review", {**IMPORTANT, "review_extended": True}, "review_done_on", "2025-05-09"),
        (
            "REG-04.review",
            {**IMPORTANT, "review_extended": False, "supplements": [Pause(d("2025-03-20"), d("2025-03-24"))]},
            "review_done_on",
            "2025-04-29",
        ),
        ("REG-06", {"review_asked_on": d("2025-03-04")}, "review_done_on", "2025-03-24"),
        (
            "REG-06.analysis",
            {"urgent_result_received_on": d("2025-03-10")},
            "later_analysis_filed_on",
            "2025-05-09",
        ),
        ("REG-07", {**REQUEST, "revision_answer_extended": False}, "revision_answered_on", "2025-03-18"),
        ("REG-07", {**REQUEST, "revision_answer_extended": True}, "revision_answered_on", "2025-04-01"),
        ("REG-07.proof", {"proof_asked_on": d("2025-03-04")}, "need_proven_on", "2025-06-04"),
        (
            "REG-07.long_term",
            {"revision_answered_on": d("2025-03-04")},
            "answered_again_on",
            "2025-09-04",
        ),
        ("REG-08", {"ombudsman_advised_on": d("2025-03-04")}, "action_plan_filed_on", "2025-04-03"),
        (
            "FOR-04",
            {"forecast_notice_ends_on": d("2025-04-14")},
            "forecast_window_ends_on",
            "2025-04-14",
        ),
    ],
)
def test_what_is_due_is_in_time_on_its_last_day_and_not_after(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last) == ["satisfied", "satisfied", "breached"]
    assert evaluate(rule_id, {**facts, moved: d(last)}, on=NEW).value == d(last)


def test_an_extension_that_nobody_states_is_asked_for_only_in_between():
    found = [
        evaluate("REG-07", {**REQUEST, "revision_answered_on": d(day)}, on=NEW).status
        for day in ("2025-03-18", "2025-03-19", "2025-04-01", "2025-04-02")
    ]
    assert found == ["satisfied", "unknown", "unknown", "breached"]


def test_the_clocks_of_a_review_and_a_request_are_lengthened_once():
    assert due_date("REG-04.review", start=d("2025-03-10"), extensions=1).due_on == d("2025-05-09")
    assert due_date("REG-07", start=d("2025-03-04"), extensions=1).due_on == d("2025-04-01")
    for clock in ("REG-04.review", "REG-07"):
        with pytest.raises(ValueError, match="extended once at most"):
            due_date(clock, start=d("2025-03-04"), extensions=2)
    with pytest.raises(ValueError, match="supplements"):
        due_date("REG-04", start=d("2025-03-04"), pauses=[Pause(d("2025-03-05"), d("2025-03-06"))])


@pytest.mark.parametrize(
    ("kind", "status"),
    [("legislation", "satisfied"), ("ordinance", "breached")],
)
def test_only_a_draft_law_is_shortened_in_consultation(kind, status):
    facts = {
        **LAW,
        "draft_kind": kind,
        "draft_notice_ended_on": d("2025-03-24"),
        "draft_notice_shortened": True,
    }
    assert evaluate("LEG-01", facts, on=NEW).status == status


def test_a_notice_cannot_be_both_needless_and_shortened():
    facts = {"draft_notice_exempt": True, "draft_notice_shortened": True}
    with pytest.raises(ContradictoryFacts) as refusal:
        evaluate("LEG-01", facts, on=NEW)
    assert refusal.value.names == tuple(facts)


def test_an_answer_that_holds_either_way_shows_the_day_that_decides_it():
    held = evaluate("LEG-04", {**POLICY, "administrative_notice_ended_on": d("2025-03-24")}, on=NEW)
    broken = evaluate("LEG-04", {**POLICY, "administrative_notice_ended_on": d("2025-03-13")}, on=NEW)
    assert (held.value, broken.value) == (d("2025-03-24"), d("2025-03-14"))


def test_agencies_that_are_asked_once_the_notice_has_begun_are_asked_too_late():
    facts = {**ASKED, "agencies_may_reply_until": d("2025-03-14")}
    begun = [
        evaluate("LEG-05", {**facts, "administrative_notice_started_on": day}, on=NEW).status
        for day in around("2025-03-04")
    ]
    assert begun == ["breached", "breached", "satisfied"]


def test_days_in_the_wrong_order_and_unknown_kinds_are_refused():
    with pytest.raises(ContradictoryFacts):
        evaluate("LEG-01", {**LAW, "draft_notice_ended_on": d("2025-03-04")}, on=NEW)
    with pytest.raises(ContradictoryFacts):
        evaluate("LEG-07", {**HEARING, "hearing_announced_on": d("2025-05-22")}, on=NEW)
    with pytest.raises(WrongFact):
        evaluate("LEG-01", {**LAW, "draft_kind": "memo", "draft_notice_ended_on": d("2025-04-14")}, on=NEW)
    with pytest.raises(WrongFact):
        evaluate("FOR-04", {**WINDOW, "forecast_notice_kind": "memo", "forecast_window_ends_on": NEW}, on=NEW)


@pytest.mark.parametrize(
    ("rule_id", "facts", "name", "limit"),
    [
        ("REG-05", MODEST, "yearly_cost_krw", 10_000_000_000),
        ("REG-05", MODEST, "people_affected", 1_000_000),
        ("FOR-01", {"burden_seems_excessive": False}, "yearly_cost_krw", 3_000_000_000),
    ],
)
def test_a_threshold_is_reached_at_its_own_number(rule_id, facts, name, limit):
    found = [evaluate(rule_id, {**facts, name: limit + shift}, on=NEW).status for shift in (-1, 0, 1)]
    assert found == ["breached", "satisfied", "satisfied"]


def test_the_forecast_is_said_to_be_practice_and_cites_no_law():
    answer = evaluate("FOR-01", {"yearly_cost_krw": 3_000_000_000}, on=NEW)
    assert "법령 아님" in answer.sentence.ko
    assert "not by law" in answer.sentence.en
    assert "법령 아님" in answer.citation.law.ko
    numbers = [step for step in answer.trace if step.value == 3_000_000_000 and step.citation]
    assert [step.words.ko for step in numbers] == ["예보 대상을 고르는 연간 비용(법령이 아닌 수치)"]
    assert {parameter(n, NEW).confidence for n in ("forecast.yearly_cost", "forecast.associations")} == {"S"}
    assert {rule_info(rule_id).confidence for rule_id in ("FOR-01", "FOR-02")} == {"S"}


@pytest.mark.parametrize("rule_id", ["FOR-01", "FOR-02", "FOR-03"])
def test_the_forecast_has_no_rule_before_its_pilot_began(rule_id):
    with pytest.raises(NotInForce) as refusal:
        evaluate(rule_id, {}, on=d("2023-02-02"))
    assert refusal.value.since == d("2023-02-03")


@pytest.mark.parametrize("on", around("2023-02-04")[0:2])
def test_what_became_of_the_plans_of_the_forecast_is_not_verified(on):
    with pytest.raises(NotVerified, match="FOR-03"):
        evaluate("FOR-03", {}, on=on)


def test_the_window_of_a_forecast_is_inferred_from_the_notice():
    answer = evaluate("FOR-04", {**WINDOW, "forecast_window_ends_on": d("2025-04-14")}, on=NEW)
    assert rule_info("FOR-04").confidence == "inference"
    assert "추론" in answer.sentence.ko
    assert answer.value == d("2025-04-14")
    late = {**WINDOW, "forecast_window_ends_on": d("2025-04-20"), "forecast_notice_ends_on": d("2025-04-21")}
    assert evaluate("FOR-04", late, on=NEW).value == d("2025-04-21")


@pytest.mark.parametrize(("yes", "status"), [(20, "breached"), (21, "satisfied")])
def test_the_committee_on_regulation_needs_a_majority_of_its_enrolled(yes, status):
    facts = {"members_enrolled": 40, "members_present": 25, "votes_yes": yes}
    assert evaluate("REG-VOTE", facts, on=NEWEST).status == status
    assert evaluate("REG-VOTE", facts, on=NEW).status == status


def test_the_committee_on_regulation_changed_its_name_in_february_2026():
    names = [committee_name(day).ko for day in around("2026-02-19")]
    assert names == ["규제개혁위원회", "규제합리화위원회", "규제합리화위원회"]
    facts = {**VOTE, "votes_yes": 21}
    shown = [evaluate("REG-VOTE", facts, on=day).trace for day in around("2026-02-19")]
    assert [any(step.words.ko == names[0] for step in steps) for steps in shown] == [True, False, False]
    versions = [evaluate("REG-VOTE", facts, on=day).citation.version for day in around("2026-02-19")]
    assert versions == ["", "21381@2026-02-19", "21381@2026-02-19"]


def test_the_numbers_that_only_count_things_are_those_of_the_law():
    assert parameter("regulation.analysis_items", NEW).value == 12
    assert parameter("procedure.online_only_cases", NEW).value == 3
    assert parameter("forecast.associations", NEW).value == len(checklist("FOR-02", on=NEW)) == 3
