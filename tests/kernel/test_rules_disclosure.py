"""Disclosure of information: decisions, objections, closed grounds, and what is open by itself."""

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.disclosure import disclosure_dues
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, keys, named, says, statuses_around

CHAPTER = ("FOI-",)
OPTIONAL = frozenset[str]()
REQUEST = {"disclosure_requested_on": d("2025-04-30")}
OBJECTION = {
    "disclosure_notified_on": d("2025-04-10"),
    "objection_filed_on": d("2025-04-30"),
    "objection_decided_on": d("2025-05-12"),
}
MAKING = {"closing_ground": "internal_work", "decision_in_the_making": True}
NOTHING_OWED = {"open_part_separable": False, "electronic_form_asked": False, "document_classed_open": False}
ALL_OWED = dict.fromkeys(
    [*NOTHING_OWED, "open_part_disclosed", "electronic_form_given", "full_text_published"], True
)

SATISFIED = [
    ("FOI-01", {**REQUEST, "disclosure_decided_on": d("2025-05-15")}, NEW),
    ("FOI-01", {**REQUEST, "disclosure_decided_on": d("2025-05-29"), "disclosure_extended": True}, NEW),
    ("FOI-02", OBJECTION, NEW),
    ("FOI-03", {"closing_ground": "business_secret"}, NEW),
    ("FOI-03", {**MAKING, "stage_and_end_told": True}, NEW),
    ("FOI-04", {"third_party_concerned": False}, NEW),
    ("FOI-04", {"third_party_concerned": True, "third_party_told": True}, NEW),
    ("FOI-05", NOTHING_OWED, NEW),
    ("FOI-05", ALL_OWED, NEW),
]

BREACHED = [
    ("FOI-01", {**REQUEST, "disclosure_decided_on": d("2025-05-16"), "disclosure_extended": False}, NEW),
    ("FOI-02", {**OBJECTION, "disclosure_notified_on": d("2025-03-28")}, NEW),
    ("FOI-02", {**OBJECTION, "objection_decided_on": d("2025-05-13"), "objection_extended": False}, NEW),
    ("FOI-03", {"closing_ground": "embarrassing"}, NEW),
    ("FOI-03", {**MAKING, "stage_and_end_told": False}, NEW),
    ("FOI-04", {"third_party_concerned": True, "third_party_told": False}, NEW),
    ("FOI-05", {**ALL_OWED, "open_part_disclosed": False}, NEW),
    ("FOI-05", {**ALL_OWED, "electronic_form_given": False}, NEW),
    ("FOI-05", {**ALL_OWED, "full_text_published": False}, NEW),
]

UNKNOWN = [
    ("FOI-01", REQUEST, ("disclosure_decided_on",)),
    ("FOI-01", {**REQUEST, "disclosure_decided_on": d("2025-05-16")}, ("disclosure_extended",)),
    ("FOI-02", {}, ("disclosure_notified_on", "objection_filed_on")),
    ("FOI-02", {**OBJECTION, "objection_decided_on": d("2025-05-13")}, ("objection_extended",)),
    ("FOI-03", MAKING, ("stage_and_end_told",)),
    ("FOI-04", {"third_party_concerned": True}, ("third_party_told",)),
    ("FOI-05", {"open_part_separable": False}, ("electronic_form_asked", "document_classed_open")),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_disclosure_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_disclosure_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_disclosure_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_disclosure_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_disclosure_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


@pytest.mark.parametrize(
    ("received", "due", "extended"),
    [
        ("2025-04-30", "2025-05-15", "2025-05-29"),
        ("2025-05-03", "2025-05-20", "2025-06-04"),
        ("2026-04-30", "2026-05-15", "2026-06-01"),
        ("2026-07-10", "2026-07-24", "2026-08-07"),
    ],
)
def test_a_decision_counts_the_first_day_in_and_days_off_out(received, due, extended):
    assert disclosure_dues(d(received)) == (d(due), d(extended))
    asked = {"disclosure_requested_on": d(received)}
    for longer, last in ((False, due), (True, extended)):
        facts = {**asked, "disclosure_extended": longer}
        found = statuses_around("FOI-01", facts, "disclosure_decided_on", last)
        assert found == ["satisfied", "satisfied", "breached"]


def test_beyond_the_longest_extension_a_decision_is_late_whatever_was_said():
    facts = {**REQUEST, "disclosure_decided_on": d("2025-05-30")}
    assert evaluate("FOI-01", facts, on=NEW).status == "breached"
    assert evaluate("FOI-01", {**facts, "disclosure_decided_on": d("2025-05-29")}, on=NEW).missing == (
        "disclosure_extended",
    )


def test_the_value_is_the_due_day_that_the_decision_was_judged_by():
    for day, extended, due in (
        ("15", False, "2025-05-15"),
        ("15", True, "2025-05-15"),
        ("16", True, "2025-05-29"),
    ):
        facts = {**REQUEST, "disclosure_decided_on": d(f"2025-05-{day}"), "disclosure_extended": extended}
        assert evaluate("FOI-01", facts, on=NEW).value == d(due)


def test_on_the_last_day_itself_only_the_decision_is_missing():
    missing = [evaluate("FOI-01", REQUEST, on=NEW, known_on=d(f"2025-05-{day}")).missing for day in (15, 16)]
    assert missing == [("disclosure_decided_on",), ("disclosure_extended",)]


def test_a_request_never_decided_is_late_once_its_last_day_has_passed():
    for extended, last in ((False, "2025-05-15"), (True, "2025-05-29")):
        facts = {**REQUEST, "disclosure_extended": extended}
        after = d(last).replace(day=d(last).day + 1)
        asked = [evaluate("FOI-01", facts, on=NEW, known_on=day).status.value for day in (d(last), after)]
        assert asked == ["unknown", "breached"]


@pytest.mark.parametrize(("notified", "last"), [("2025-04-01", "2025-05-01"), ("2025-04-05", "2025-05-07")])
def test_an_objection_is_filed_within_thirty_days_of_the_civil_code(notified, last):
    facts = {
        "disclosure_notified_on": d(notified),
        "objection_decided_on": d(last),
        "objection_extended": False,
    }
    assert due_date("FOI-02", start=d(notified)).due_on == d(last)
    filed = [
        evaluate("FOI-02", {**facts, "objection_filed_on": day, "objection_decided_on": day}, on=NEW)
        for day in (d(last), d(last).replace(day=d(last).day + 1))
    ]
    assert [answer.status.value for answer in filed] == ["satisfied", "breached"]


@pytest.mark.parametrize(("extended", "last"), [(False, "2025-05-12"), (True, "2025-05-21")])
def test_an_objection_is_decided_in_seven_days_and_seven_more(extended, last):
    facts = {**OBJECTION, "objection_extended": extended}
    found = statuses_around("FOI-02", facts, "objection_decided_on", last)
    assert found == ["satisfied", "satisfied", "breached"]
    assert due_date("FOI-02.decision", start=d("2025-04-30"), extensions=int(extended)).due_on == d(last)


def test_a_decision_before_its_request_is_a_contradiction():
    with pytest.raises(ContradictoryFacts):
        evaluate("FOI-01", {**REQUEST, "disclosure_decided_on": d("2025-04-29")}, on=NEW)
    with pytest.raises(ContradictoryFacts):
        evaluate("FOI-02", {**OBJECTION, "disclosure_notified_on": d("2025-05-01")}, on=NEW)


def test_there_are_eight_closed_grounds_and_each_of_them_holds():
    grounds = keys("FOI-03")
    assert len(grounds) == 8
    for ground in grounds:
        facts = {"closing_ground": ground, "decision_in_the_making": False}
        assert evaluate("FOI-03", facts, on=NEW).is_satisfied
