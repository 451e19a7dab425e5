"""Notice boards: identity of users, requests of persons harmed, temporary blocks, and what is removed."""

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import ContradictoryFacts, NotVerified, WrongFact
from madang.kernel.statutes.rules import evaluate, rule_info
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, keys, named, says, statuses_around

CHAPTER = ("BRD-",)
OPTIONAL = frozenset[str]()
ACTED = dict.fromkeys(
    ["removal_asked", "removal_acted", "removal_asker_told", "poster_told", "measure_shown_on_board"], True
)
BLOCK = {"block_started_on": d("2026-03-02")}

SATISFIED = [
    ("BRD-01", {"board_operator": "state_body", "users_verified": True}, NEW),
    ("BRD-01", {"board_operator": "local_government", "users_verified": True}, NEW),
    ("BRD-01", {"board_operator": "other"}, NEW),
    ("BRD-02", {"removal_asked": False}, NEW),
    ("BRD-02", ACTED, NEW),
    ("BRD-03", {**BLOCK, "block_last_on": d("2026-03-31")}, NEW),
    ("BRD-04", {"terms_state_measures": True}, NEW),
    ("BRD-05", {"post_kind": "opinion"}, NEW),
    ("BRD-05", {"post_kind": "gambling", "post_removed": True}, NEW),
    ("BRD-06", {"post_ground": "advertising"}, NEW),
]

BREACHED = [
    ("BRD-01", {"board_operator": "local_government", "users_verified": False}, NEW),
    ("BRD-02", {**ACTED, "poster_told": False}, NEW),
    ("BRD-02", {**ACTED, "removal_acted": False}, NEW),
    ("BRD-03", {**BLOCK, "block_last_on": d("2026-04-01")}, NEW),
    ("BRD-04", {"terms_state_measures": False}, NEW),
    ("BRD-05", {"post_kind": "malware", "post_removed": False}, NEW),
    ("BRD-06", {"post_ground": "boring"}, NEW),
]

UNKNOWN = [
    ("BRD-01", {"board_operator": "state_body"}, ("users_verified",)),
    ("BRD-02", {}, ("removal_asked",)),
    ("BRD-02", {k: v for k, v in ACTED.items() if k != "poster_told"}, ("poster_told",)),
    ("BRD-03", BLOCK, ("block_last_on",)),
    ("BRD-04", {}, ("terms_state_measures",)),
    ("BRD-05", {"post_kind": "crime"}, ("post_removed",)),
    ("BRD-06", {}, ("post_ground",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_boards_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_boards_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_boards_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_boards_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_boards_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


@pytest.mark.parametrize(
    ("began", "last"),
    [("2026-03-02", "2026-03-31"), ("2026-04-02", "2026-05-01"), ("2024-02-01", "2024-03-01")],
)
def test_a_block_lasts_thirty_days_its_first_day_counted_and_its_end_not_rolled(began, last):
    due = due_date("BRD-03", start=d(began))
    assert (due.due_on, due.mode) == (d(last), "CAL-B")
    found = statuses_around("BRD-03", {"block_started_on": d(began)}, "block_last_on", last)
    assert found == ["satisfied", "satisfied", "breached"]


def test_a_block_never_lifted_is_too_long_once_its_last_day_has_passed():
    began = {"block_started_on": d("2026-03-02")}
    seen = [
        evaluate("BRD-03", began, on=NEW, known_on=d(day)).status.value
        for day in ("2026-03-31", "2026-04-01")
    ]
    assert seen == ["unknown", "breached"]
    with pytest.raises(ContradictoryFacts):
        evaluate("BRD-03", {**began, "block_last_on": d("2026-03-01")}, on=NEW)


def test_the_form_of_the_verification_is_not_verified():
    with pytest.raises(NotVerified, match="verification form"):
        evaluate("BRD-01", {"board_operator": "state_body", "verification_form_asked": True}, on=NEW)
    with pytest.raises(WrongFact):
        evaluate("BRD-01", {"board_operator": "kingdom"}, on=NEW)


def test_the_value_tells_whether_the_operator_must_verify_at_all():
    for operator, must in (("state_body", True), ("public_corporation", True), ("other", False)):
        for verified in (True, False):
            facts = {"board_operator": operator, "users_verified": verified}
            assert evaluate("BRD-01", facts, on=NEW).value is must


@pytest.mark.parametrize("kind", ["hate", "false_or_manipulated"])
def test_hate_and_manipulated_information_are_illegal_from_july_2026(kind):
    facts = {"post_kind": kind, "post_removed": False}
    found = [evaluate("BRD-05", facts, on=d(f"2026-07-0{day}")).status.value for day in (6, 7, 8)]
    assert found == ["satisfied", "breached", "breached"]


def test_the_posting_rules_have_thirteen_grounds_and_are_a_secondary_source():
    grounds = keys("BRD-06")
    assert len(grounds) == 13
    assert all(evaluate("BRD-06", {"post_ground": ground}, on=NEW).is_satisfied for ground in grounds)
    assert rule_info("BRD-06").confidence == "S"
