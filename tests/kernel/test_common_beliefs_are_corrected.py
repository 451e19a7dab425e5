"""What is commonly believed of the zone Act and is not so: each belief is held against the rules that say otherwise."""

from datetime import datetime

import pytest

from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import SEOUL, fact_names
from madang.kernel.statutes.parameters import parameter, parameter_editions, parameter_names
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.statutes.rules import evaluate, rule_ids, rule_info
from madang.kernel.statutes.rulings.tool_terms import latest_end
from madang.kernel.statutes.votes import BODIES, count_votes
from tests.kernel.tables_of_rules import NEW, NEWEST, around, d

#: Usages that no statute of this field knows.
USAGES = (
    "글로벌 혁신특구",
    "규제예보",
    "메뉴판식",
    "특구협의회",
    "실증추진단",
    "네트워크 간담회",
    "혁신네트워크",
)
FREE = {
    "granted_on": d("2024-09-01"),
    "extensions_used": 1,
    "term_ends_on": d("2026-05-31"),
    "law_revised": False,
}


def test_a_designation_takes_ninety_days_and_sixty_are_for_a_private_proposal():
    assert parameter("designation.decision_days", NEW).value == 90
    assert parameter("proposal.answer_days", NEW).value == 60
    of_sixty = {rule for rule in clock_rule_ids() if rule.startswith(("APP", "PLN", "DES", "CHG", "REV"))}
    lengths = {rule: parameter(clock(rule).parameter, NEW).value for rule in of_sixty}
    assert [rule for rule, days in lengths.items() if days == 60] == ["APP-05"]


@pytest.mark.parametrize("rule_id", ["DES-02", "EX-04", "IP-03"])
def test_silence_on_a_plan_or_a_tool_is_a_breach_and_never_a_consent(rule_id):
    facts = {"notified_on": d("2025-03-04")}
    assert evaluate(rule_id, facts, on=NEW, known_on=d("2025-04-03")).missing == ("replied_on",)
    late = evaluate(rule_id, facts, on=NEW, known_on=d("2025-04-04"))
    assert (late.status.value, late.value) == ("breached", d("2025-04-03"))
    assert "본다" not in late.sentence.ko
    assert "deemed" not in late.sentence.en


def test_silence_counts_as_an_answer_in_rapid_confirmation_and_on_a_transport_plan_alone():
    confirmed = evaluate("RC-06", {"notified_on": d("2025-03-04")}, on=NEW, known_on=d("2025-04-04"))
    opinion = evaluate(
        "MNU-06", {"transport_opinion_asked_on": d("2025-03-04")}, on=NEW, known_on=d("2025-04-04")
    )
    assert (confirmed.status.value, confirmed.value) == ("satisfied", d("2025-04-04"))
    assert (opinion.status.value, opinion.value) == ("satisfied", "no_opinion")
    silent = {i for i in rule_ids() if {"silent", "silence"} & set(rule_info(i).statement.en.lower().split())}
    assert silent == {"RC-06", "RC-09", "MNU-06", "DES-02"}
    assert "동의로 보지 않는다" in rule_info("DES-02").statement.ko


@pytest.mark.parametrize(
    ("tool", "years"), [("exemption", ["2026", "2028", "2028"]), ("interim_permit", ["2026", "2027", "2027"])]
)
def test_the_longest_term_changed_for_grants_from_august_2024(tool, years):
    ends = [latest_end(tool, granted_on=day, starts_on=d("2024-09-01")) for day in around("2024-08-07")]
    assert [end.due_on.isoformat() for end in ends] == [f"{year}-08-31" for year in years]


def test_an_extension_of_either_tool_adds_two_years_at_most_and_only_once():
    for name in ("exemption.extension_years", "permit.extension_years"):
        assert {edition.value for edition in parameter_editions(name)} == {2}
    for name in ("exemption.extensions", "permit.extensions"):
        assert {edition.value for edition in parameter_editions(name)} == {1}


def test_a_permit_goes_on_by_law_after_its_extended_term_without_a_vote():
    on = d("2026-06-01")
    assert evaluate("IP-09", FREE, on=on).value == on
    assert not evaluate("IP-09", {**FREE, "extensions_used": 0}, on=on).is_satisfied
    voted = [evaluate("IP-09", {**FREE, "committee_resolved": voted}, on=on) for voted in (True, False)]
    assert [answer.is_satisfied for answer in voted] == [True, True]


@pytest.mark.parametrize("body", ["zone_committee", "deliberation_committee", "regional_council"])
def test_a_majority_of_those_present_decides_and_a_tie_is_lost(body):
    assert count_votes(body, enrolled=40, present=21, yes=11).carried
    assert not count_votes(body, enrolled=40, present=22, yes=11).carried
    assert not count_votes(body, enrolled=40, present=20, yes=20).carried


def test_the_committee_on_regulation_needs_a_majority_of_all_its_members():
    assert [body for body, found in BODIES.items() if found.of_enrolled] == ["rationalisation_committee"]
    assert not count_votes("rationalisation_committee", enrolled=40, present=21, yes=20).carried
    assert count_votes("rationalisation_committee", enrolled=40, present=21, yes=21).carried


def test_no_fact_of_the_register_gives_a_chair_a_casting_vote():
    assert [name for name in fact_names() if "casting" in name] == []
    assert [name for name in parameter_names() if "casting" in name] == []


@pytest.mark.parametrize(("rule_id", "ground"), [("EX-34", "condition_unmet"), ("IP-15", "safety_problem")])
def test_the_act_knows_no_suspension_of_a_tool(rule_id, ground):
    with pytest.raises(WrongFact):
        evaluate(rule_id, {"tool_cancellation_ground": ground, "measure_ordered": "suspension"}, on=NEWEST)


def test_the_duties_to_report_hang_on_claims_and_on_the_end_and_on_no_incident():
    reported = {
        i for i in clock_rule_ids() if "보고" in clock(i).words.ko and i.startswith(("LIA", "EX", "IP"))
    }
    assert reported == {"LIA-06.outcome", "EX-25"}
    assert [
        i for i in clock_rule_ids() if "사고" in clock(i).words.ko or "incident" in clock(i).words.en
    ] == []


@pytest.mark.parametrize("usage", USAGES)
def test_a_usage_that_no_statute_knows_stands_in_no_rule_read_as_law(usage):
    spoken = [rule_info(i) for i in rule_ids() if usage in rule_info(i).statement.ko]
    assert [info.id for info in spoken if info.confidence == "T" and info.refused != "no_statute"] == []


def test_a_global_innovation_zone_has_no_rule_and_the_list_of_regulations_since_2023():
    assert [i for i in rule_ids() if "글로벌" in rule_info(i).statement.ko] == []
    assert rule_info("NEG-01").provisions[0].first_on == d("2023-12-19")


def test_the_policy_council_is_statutory_since_january_2022():
    assert {rule_info(i).provisions[0].first_on for i in ("CON-01", "CON-02", "CON-03")} == {d("2022-01-28")}


def test_at_least_five_ways_of_counting_stand_side_by_side():
    start = datetime(2025, 3, 4, 9, 0, tzinfo=SEOUL)
    found = {
        due_date(rule, start=start).mode
        for rule in ("DES-03", "BRD-03", "PET-05.receipt", "FOI-01", "PRV-07")
    }
    assert found == {"CAL-A", "CAL-B", "CAL-D", "CAL-E", "CAL-F"}
    assert due_date("PLN-08", start=start.date()).mode == "CAL-G"
