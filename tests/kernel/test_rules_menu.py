"""Special cases written in the Act: when they apply, and the days that offices have for them."""

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import ContradictoryFacts, NotComputable, NotInForce, WrongFact
from madang.kernel.statutes.rules import evaluate
from tests.kernel.tables_of_rules import NEW, NEWEST, around, computable, d, named, says, statuses_around

CHAPTER = ("MNU-",)
NAMED = {"menu_case_in_act": True, "menu_case_named_in_plan": True}
STRATEGIC = {"assessment_kind": "strategic", "assessment_asked_on": d("2025-03-04")}
IMPACT = {"assessment_kind": "impact", "assessment_asked_on": d("2025-03-04")}
TRANSPORT = {"transport_opinion_asked_on": d("2025-03-04")}
PARK = {"park_applied_on": d("2025-03-04")}
ORGANISM = {"organism_applied_on": d("2025-03-04")}
NATURE = {"natural_park_applied_on": d("2025-03-04")}

SATISFIED = [
    ("MNU-01", {**NAMED, "gazetted_on": d("2025-01-02")}, NEW),
    ("MNU-03", {"feasibility_study_needed": True, "committee_resolved": True}, NEW),
    ("MNU-05", {**STRATEGIC, "assessment_answered_on": d("2025-04-03"), "assessment_supplements": 1}, NEW),
    ("MNU-05", {**IMPACT, "assessment_answered_on": d("2025-04-18")}, NEW),
    ("MNU-06", {**TRANSPORT, "transport_opinion_given_on": d("2025-04-03")}, NEW),
    ("MNU-07", {**PARK, "park_approved_on": d("2025-07-04")}, NEW),
    ("MNU-08", {"menu_case_named_in_plan": True, "provincial_ordinance_in_force": True}, NEW),
    ("MNU-09", {"menu_case_named_in_plan": True, "car_data_deidentified": True}, NEW),
    ("MNU-10", {**ORGANISM, "organism_answered_on": d("2025-04-03")}, NEW),
    ("MNU-11", {**NATURE, "natural_park_answered_on": d("2025-06-02")}, NEW),
]

BREACHED = [
    ("MNU-01", {"menu_case_named_in_plan": False}, NEW),
    ("MNU-01", {**NAMED, "gazetted_on": d("2025-01-03")}, NEW),
    ("MNU-03", {"committee_resolved": False}, NEW),
    ("MNU-05", {**STRATEGIC, "assessment_answered_on": d("2025-04-04")}, NEW),
    ("MNU-05", {"assessment_supplements": 2}, NEW),
    ("MNU-07", {**PARK, "park_approved_on": d("2025-07-07")}, NEW),
    ("MNU-08", {"provincial_ordinance_in_force": False}, NEW),
    ("MNU-09", {"car_data_deidentified": False}, NEW),
    ("MNU-10", {**ORGANISM, "organism_answered_on": d("2025-04-04")}, NEW),
    ("MNU-11", {**NATURE, "natural_park_answered_on": d("2025-06-04")}, NEW),
]

UNKNOWN = [
    ("MNU-01", NAMED, ("gazetted_on",)),
    ("MNU-03", {"committee_resolved": True}, ("feasibility_study_needed",)),
    ("MNU-05", STRATEGIC, ("assessment_answered_on",)),
    ("MNU-06", TRANSPORT, ("transport_opinion_given_on",)),
    ("MNU-07", PARK, ("park_approved_on",)),
    ("MNU-08", {"menu_case_named_in_plan": True}, ("provincial_ordinance_in_force",)),
    ("MNU-09", {"menu_case_named_in_plan": True}, ("car_data_deidentified",)),
    ("MNU-10", ORGANISM, ("organism_answered_on",)),
    ("MNU-11", NATURE, ("natural_park_answered_on",)),
]

#: The law gives silence, and what comes late, a meaning instead of a breach.
NEVER_BREACHED = {"MNU-06"}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_the_menu_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_the_menu_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_a_special_case_lacks_is_named(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == ("unknown", missing)
    says(answer)


def test_the_tables_cover_every_rule_of_the_menu_that_computes():
    for table, left_out in ((SATISFIED, set()), (BREACHED, NEVER_BREACHED), (UNKNOWN, set())):
        assert {row[0] for row in table} == computable(CHAPTER) - left_out


#: Once stated, a number of supplements may break what the days alone would keep.
JUDGED_ONCE_STATED = {"assessment_supplements"}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_a_fact_away_never_turns_an_answer_of_the_menu_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status
    for name in set(facts) - JUDGED_ONCE_STATED:
        less = {key: value for key, value in facts.items() if key != name}
        assert evaluate(rule_id, less, on=on).status in {full, "unknown"}


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        ("MNU-05", STRATEGIC, "assessment_answered_on", "2025-04-03"),
        ("MNU-05", IMPACT, "assessment_answered_on", "2025-04-18"),
        ("MNU-07", PARK, "park_approved_on", "2025-07-04"),
        # four months from 31 October end on Saturday, 28 February; 1 and 2 March are holidays
        ("MNU-07", {"park_applied_on": d("2025-10-31")}, "park_approved_on", "2026-03-03"),
        ("MNU-10", ORGANISM, "organism_answered_on", "2025-04-03"),
        ("MNU-11", NATURE, "natural_park_answered_on", "2025-06-02"),
    ],
)
def test_an_office_answers_by_its_last_day_and_not_after(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last) == ["satisfied", "satisfied", "breached"]


@pytest.mark.parametrize(
    ("clock", "due"),
    [
        ("MNU-05", "2025-04-03"),
        ("MNU-05.impact", "2025-04-18"),
        ("MNU-06", "2025-04-03"),
        ("MNU-07", "2025-07-04"),
        ("MNU-10", "2025-04-03"),
        ("MNU-11", "2025-06-02"),
    ],
)
def test_each_clock_of_the_menu_counts_to_its_day(clock, due):
    assert due_date(clock, start=d("2025-03-04")).due_on == d(due)


def test_silence_on_the_transport_plan_counts_as_no_opinion_from_the_day_after():
    found = [evaluate("MNU-06", TRANSPORT, on=NEW, known_on=day) for day in around("2025-04-03")]
    assert [answer.status for answer in found] == ["unknown", "unknown", "satisfied"]
    assert found[-1].value == "no_opinion"
    assert "의견이 없는 것으로" in found[-1].sentence.ko


def test_an_opinion_on_the_transport_plan_counts_only_in_time():
    values = [
        evaluate("MNU-06", {**TRANSPORT, "transport_opinion_given_on": day}, on=NEW).value
        for day in around("2025-04-03")
    ]
    assert values == ["opinion", "opinion", "no_opinion"]
    with pytest.raises(ContradictoryFacts):
        evaluate("MNU-06", {**TRANSPORT, "transport_opinion_given_on": d("2025-03-03")}, on=NEW)


def test_one_supplement_may_be_asked_for_and_no_second():
    facts = {**STRATEGIC, "assessment_answered_on": d("2025-04-01")}
    found = [evaluate("MNU-05", {**facts, "assessment_supplements": n}, on=NEW).status for n in (0, 1, 2)]
    assert found == ["satisfied", "satisfied", "breached"]


def test_an_assessment_of_no_known_kind_is_refused():
    with pytest.raises(WrongFact):
        evaluate("MNU-05", {**STRATEGIC, "assessment_kind": "other"}, on=NEW)


def test_a_special_case_applies_from_the_day_of_the_gazette():
    facts = {**NAMED, "gazetted_on": d("2025-03-04")}
    assert [evaluate("MNU-01", facts, on=day).status for day in around("2025-03-04")] == [
        "breached",
        "satisfied",
        "satisfied",
    ]


def test_press_figures_are_shown_as_press_and_only_once_reported():
    facts = {**NAMED, "gazetted_on": d("2019-07-24")}

    def figures(on):
        steps = evaluate("MNU-01", facts, on=d(on)).trace
        return [step.value for step in steps if step.citation and "언론 보도" in step.citation.law.ko]

    assert figures("2019-07-23") == [201]
    assert figures("2019-07-24") == [201, 9, 58]
    assert figures("2021-01-24") == [201, 9, 58]
    assert figures("2021-01-25") == [201, 9, 58, 13, 132]
    assert {parameter(name, NEW).confidence for name in ("menu.items_at_launch", "menu.used_by_2021")} == {
        "S"
    }
    shown = [step.words.ko for step in evaluate("MNU-01", facts, on=NEW).trace if step.value == 201]
    assert shown == ["시행을 앞둔 메뉴판식 특례의 수(법령이 아닌 수치)"]


@pytest.mark.parametrize("rule_id", ["MNU-02", "MNU-04", "MNU-12"])
def test_special_cases_whose_items_were_not_read_are_refused(rule_id):
    with pytest.raises(NotComputable, match="not all read"):
        evaluate(rule_id, {}, on=NEW)
    with pytest.raises(NotInForce):
        evaluate(rule_id, {}, on=d("2019-04-16"))


def test_the_number_of_charges_stands_in_the_act():
    assert (parameter("menu.charges", NEW).value, parameter("menu.charges", NEW).confidence) == (8, "T")
