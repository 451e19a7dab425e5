"""What somebody could not know yet is not used: each law judges by the fact that it hangs on and by its promulgation."""

from datetime import date

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import NoLongerInForce, NotInForce, NotYetKnown
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.tool_terms import day_of_law
from tests.kernel.tables_of_rules import around, d

#: The days around the promulgation of Act No. 20236 and of Act No. 21285.
LONGER_TERMS, PROOF_OF_CONDITIONS = "2024-02-06", "2025-12-30"
GRANTED = {
    "granted_on": d("2024-08-10"),
    "term_starts_on": d("2024-08-10"),
    "extensions_used": 0,
    "law_revised": False,
}


@pytest.mark.parametrize(("rule_id", "other"), [("EX-13", "EX-14"), ("IP-06", "IP-07")])
def test_a_longer_term_is_not_named_by_those_who_could_not_know_it(rule_id, other):
    facts = {**GRANTED, "term_ends_on": d("2026-08-10")}
    before, *since = (
        evaluate(rule_id, facts, on=d("2024-09-01"), known_on=day) for day in around(LONGER_TERMS)
    )
    assert (before.status.value, before.value) == ("breached", d("2026-08-09"))
    assert other not in before.sentence.ko + before.sentence.en
    assert [other in answer.sentence.en for answer in since] == [True, True]


def test_the_last_day_of_the_shorter_term_is_in_time_by_earlier_knowledge():
    facts = {**GRANTED, "term_ends_on": d("2026-08-09")}
    assert evaluate("EX-13", facts, on=d("2024-09-01"), known_on=d("2024-02-05")).is_satisfied
    with pytest.raises(NotYetKnown):
        evaluate("EX-14", facts, on=d("2024-09-01"), known_on=d("2024-02-05"))


def test_a_grant_before_the_longer_terms_is_judged_alike_by_all_knowledge():
    facts = {**GRANTED, "granted_on": d("2024-08-06"), "term_ends_on": d("2026-08-09")}
    days = (d("2024-01-15"), *around(LONGER_TERMS), None)
    answers = [evaluate("EX-13", facts, on=d("2024-08-06"), known_on=day) for day in days]
    assert {(answer.status.value, answer.value) for answer in answers} == {("satisfied", d("2026-08-09"))}


def test_the_years_of_an_extension_are_not_those_of_a_law_nobody_knew():
    facts = {**GRANTED, "term_ends_on": d("2026-08-09"), "zone_ends_on": d("2030-12-31")}
    found = [evaluate("EX-15", facts, on=d("2026-06-01"), known_on=day).value for day in around(LONGER_TERMS)]
    assert found == [d("2030-12-31"), d("2028-08-09"), d("2028-08-09")]


@pytest.mark.parametrize("granted", around("2024-08-07"))
def test_the_day_that_chooses_the_law_of_a_grant_is_its_own_once_the_law_was_known(granted):
    assert day_of_law(granted, None) == day_of_law(granted, d("2024-02-06")) == granted
    assert day_of_law(granted, d("2024-02-05")) == min(granted, d("2024-08-06"))


def test_papers_for_a_condition_are_not_asked_by_those_who_could_not_know_the_duty():
    facts = {
        "committee_resolved": True,
        "condition_asked_on": d("2026-07-02"),
        "condition_papers_filed": False,
    }
    found = [
        evaluate("IP-04", facts, on=d("2026-07-02"), known_on=day).status.value
        for day in around(PROOF_OF_CONDITIONS)
    ]
    assert found == ["satisfied", "breached", "breached"]


def test_a_number_has_no_end_for_those_who_could_not_know_what_replaced_it():
    name, day = "exemption.early_term_years", d("2024-08-07")
    assert parameter(name, d("2024-08-06")).in_force_until == d("2024-08-06")
    assert parameter(name, day, d("2024-02-05")).in_force_until is None
    early = due_date("EX-13", start=d("2024-08-10"), on=d("2024-08-10"), known_on=d("2024-02-05"))
    assert early.due_on == d("2026-08-09")
    with pytest.raises(NoLongerInForce):
        parameter(name, day, d("2024-02-06"))


def test_a_number_that_was_replaced_is_refused_with_its_last_day_and_the_rule_people_know():
    with pytest.raises(NoLongerInForce, match="EX-13") as refusal:
        parameter("exemption.early_term_years", d("2024-08-07"))
    assert refusal.value.until == d("2024-08-06")
    for words in (refusal.value.sentence.ko, refusal.value.sentence.en):
        assert "2019-04-17" in words
        assert "2024-08-06" in words
        assert "early_term" not in words


@pytest.mark.parametrize(
    ("name", "on", "rule_id"),
    [
        ("exemption.term_years", "2024-08-06", "EX-14"),
        ("privacy.possible_leak_hours", "2026-09-10", "PRV-06"),
        ("designation.decision_days", "2019-04-16", "DES-03"),
    ],
)
def test_a_number_not_in_force_is_refused_by_the_id_of_its_rule(name, on, rule_id):
    with pytest.raises(NotInForce) as refusal:
        parameter(name, date.fromisoformat(on))
    assert refusal.value.sentence.ko.startswith(f"{rule_id}: ")
    assert refusal.value.sentence.en.startswith(f"{rule_id}: ")
    assert name not in refusal.value.sentence.ko + refusal.value.sentence.en
