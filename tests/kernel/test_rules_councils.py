"""The regional councils: competence, make-up, calling, votes and the yearly cycle."""

from datetime import date

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import ContradictoryFacts, NotComputable, NotInForce
from madang.kernel.statutes.rules import evaluate, rule_info
from madang.kernel.statutes.rulings.councils import yearly_dues
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, named, says, statuses_around

CHAPTER = ("CON-",)
OPTIONAL = frozenset[str]()
MAKE_UP = {"committee_size": 30, "council_chaired_by_minister": True, "council_members_as_listed": True}
MEETING = {
    "held_in_writing": False,
    "meeting_on": d("2025-05-21"),
    "meeting_notice_sent_on": d("2025-05-14"),
    "notice_names_agenda": True,
    "members_enrolled": 30,
    "members_present": 16,
    "votes_yes": 9,
}
LOWER = {"working_council_size": 15, "support_council_size": 30, "support_meetings_in_month": 1}
CYCLE = {
    "cycle_year": 2023,
    "guideline_issued_on": d("2022-12-30"),
    "plan_filed_on": d("2023-01-31"),
    "analysis_filed_on": d("2024-02-29"),
}

SATISFIED = [
    ("CON-01", {"council_matter": "smart_district"}, NEW),
    ("CON-02", MAKE_UP, NEW),
    ("CON-03", MEETING, NEW),
    ("CON-03", {**MEETING, "held_in_writing": True, "written_meeting_ground": "minor"}, NEW),
    ("CON-03", {**MEETING, "meeting_notice_sent_on": d("2025-05-20"), "meeting_is_urgent": True}, NEW),
    ("CON-04", LOWER, NEW),
    ("CON-05", CYCLE, NEW),
]

BREACHED = [
    ("CON-01", {"council_matter": "zone_designation"}, NEW),
    ("CON-02", {**MAKE_UP, "committee_size": 31}, NEW),
    ("CON-02", {"council_chaired_by_minister": False}, NEW),
    ("CON-02", {"council_members_as_listed": False}, NEW),
    ("CON-03", {**MEETING, "meeting_notice_sent_on": d("2025-05-15"), "meeting_is_urgent": False}, NEW),
    ("CON-03", {**MEETING, "notice_names_agenda": False}, NEW),
    ("CON-03", {**MEETING, "votes_yes": 8}, NEW),
    ("CON-03", {**MEETING, "members_present": 15}, NEW),
    ("CON-03", {**MEETING, "held_in_writing": True, "written_meeting_ground": "habit"}, NEW),
    ("CON-04", {**LOWER, "working_council_size": 16}, NEW),
    ("CON-04", {**LOWER, "support_council_size": 31}, NEW),
    ("CON-04", {**LOWER, "support_meetings_in_month": 0}, NEW),
    ("CON-05", {**CYCLE, "plan_filed_on": d("2023-02-01")}, NEW),
    ("CON-05", {**CYCLE, "guideline_issued_on": d("2023-01-03")}, NEW),
]

UNKNOWN = [
    ("CON-01", {}, ("council_matter",)),
    ("CON-02", {"committee_size": 30}, ("council_chaired_by_minister", "council_members_as_listed")),
    ("CON-03", {k: v for k, v in MEETING.items() if k != "votes_yes"}, ("votes_yes",)),
    ("CON-03", {**MEETING, "meeting_notice_sent_on": d("2025-05-16")}, ("meeting_is_urgent",)),
    ("CON-04", {"working_council_size": 15}, ("support_council_size", "support_meetings_in_month")),
    ("CON-05", {}, ("cycle_year",)),
    ("CON-05", {"cycle_year": 2023}, ("guideline_issued_on", "plan_filed_on", "analysis_filed_on")),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_councils_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_councils_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_councils_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_councils_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_councils_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


def test_the_council_has_no_statute_before_january_2022():
    matter = {"council_matter": "policy"}
    for rule_id in ("CON-01", "CON-02", "CON-03", "CON-04", "CON-05"):
        with pytest.raises(NotInForce):
            evaluate(rule_id, matter, on=date(2022, 1, 27))
        assert rule_info(rule_id).citation_on(date(2022, 1, 28)).article
    assert [evaluate("CON-01", matter, on=date(2022, 1, day)).is_satisfied for day in (28, 29)] == [
        True,
        True,
    ]


def test_a_notice_is_in_time_seven_days_before_and_not_later_unless_urgent():
    sent = "meeting_notice_sent_on"
    assert statuses_around("CON-03", {**MEETING, "meeting_is_urgent": False}, sent, "2025-05-14") == [
        "satisfied",
        "satisfied",
        "breached",
    ]
    assert statuses_around("CON-03", {**MEETING, "meeting_is_urgent": True}, sent, "2025-05-20") == [
        "satisfied",
        "satisfied",
        "breached",
    ]


def test_the_value_of_a_meeting_is_whether_it_carried_even_when_called_too_late():
    late = {**MEETING, "meeting_notice_sent_on": d("2025-05-21"), "meeting_is_urgent": True}
    answer = evaluate("CON-03", late, on=NEW)
    assert (answer.status.value, answer.value) == ("breached", True)
    assert evaluate("CON-03", {**MEETING, "votes_yes": 8}, on=NEW).value is False


def test_a_notice_that_never_went_out_is_late_only_from_the_day_of_the_meeting():
    unsent = {k: v for k, v in MEETING.items() if k != "meeting_notice_sent_on"}
    asked = [evaluate("CON-03", unsent, on=NEW, known_on=d(day)) for day in ("2025-05-20", "2025-05-21")]
    assert [answer.status.value for answer in asked] == ["unknown", "breached"]


def test_a_meeting_in_writing_without_a_ground_cannot_be_saved_by_its_vote():
    for ground, status in (("disaster", "satisfied"), ("urgent", "satisfied"), ("custom", "breached")):
        facts = {**MEETING, "held_in_writing": True, "written_meeting_ground": ground}
        assert evaluate("CON-03", facts, on=NEW).status == status


@pytest.mark.parametrize(
    ("clock", "in_year", "due"),
    [
        ("CON-05.guideline", "2024-06-01", "2024-12-31"),
        ("CON-05.guideline", "2022-06-01", "2023-01-02"),
        ("CON-05.plan", "2025-01-02", "2025-01-31"),
        ("CON-05.plan", "2026-01-02", "2026-02-02"),
        ("CON-05.analysis", "2024-01-02", "2024-02-29"),
        ("CON-05.analysis", "2025-01-02", "2025-02-28"),
        ("CON-05.analysis", "2026-01-02", "2026-03-03"),
    ],
)
def test_a_paper_of_the_cycle_is_due_at_the_end_of_its_month(clock, in_year, due):
    found = due_date(clock, start=d(in_year))
    assert found.due_on == d(due)
    rolled = d(due).month != {"guideline": 12, "plan": 1, "analysis": 2}[clock.split(".")[1]]
    assert any("usual reading, not verified" in step.words.en for step in found.steps) is rolled


def test_the_cycle_of_a_year_spans_three_years_and_knows_the_leap_day():
    assert yearly_dues(2023) == (d("2023-01-02"), d("2023-01-31"), d("2024-02-29"))
    assert evaluate("CON-05", CYCLE, on=NEW).value == (d("2023-01-02"), d("2023-01-31"), d("2024-02-29"))
    assert statuses_around("CON-05", CYCLE, "analysis_filed_on", "2024-02-29") == [
        "satisfied",
        "satisfied",
        "breached",
    ]


@pytest.mark.parametrize("year", [0, 1, 9999, 10_000])
def test_a_year_outside_the_calendar_is_an_error_in_words(year):
    with pytest.raises(ContradictoryFacts, match="no year of the calendar"):
        evaluate("CON-05", {**CYCLE, "cycle_year": year}, on=NEW)


def test_the_zone_council_is_refused_because_no_statute_speaks_of_it():
    with pytest.raises(NotComputable, match="no statute"):
        evaluate("CON-06", {}, on=NEW)
