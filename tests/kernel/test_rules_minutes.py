"""Minutes and records: which meetings need them, what they hold, how long they stay closed and are kept."""

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import NotInForce, WrongFact
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.minutes import PLAIN_CLASSES, retention_end, retention_start
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, keys, named, says, statuses_around

CHAPTER = ("MIN-",)
OPTIONAL = frozenset[str]()
NO_CLASS = {**dict.fromkeys(PLAIN_CLASSES, False), "meeting_matter_listed": False}
CLOSED = {"record_closed_on": d("2025-06-30"), "president_attends": False}
WRITTEN = {"minutes_written": True, "minutes_written_by": "convener"}
TAPED = {"meeting_designated": True, "stenographic_record_kept": False, "audio_record_kept": True}

SATISFIED = [
    ("MIN-01", {"statutory_committee": True}, NEW),
    ("MIN-01", {"directors_general_attending": 3, "meeting_matter_listed": True}, NEW),
    ("MIN-02", {"minutes_fields": keys("MIN-02"), "minutes_registered": True}, NEW),
    ("MIN-03", {"meeting_designated": False}, NEWEST),
    ("MIN-03", {"meeting_designated": True, "stenographic_record_kept": True}, NEWEST),
    ("MIN-03", {**TAPED, "transcript_kept": True}, NEWEST),
    ("MIN-04", {**CLOSED, "kept_closed_until_on": d("2035-12-31")}, NEW),
    ("MIN-05", {**WRITTEN, "convener_is_public_body": True}, NEW),
    ("MIN-06", {"registration_number_given": True, "registration_data_protected": True}, NEW),
    ("MIN-07", {"record_closed_on": d("2025-06-30"), "retention_class": "years_10"}, NEW),
    ("MIN-08", {"review_record_items": keys("MIN-08")}, NEW),
]

BREACHED = [
    ("MIN-01", NO_CLASS, NEW),
    ("MIN-02", {"minutes_fields": keys("MIN-02", lacking="remarks")}, NEW),
    ("MIN-02", {"minutes_fields": keys("MIN-02"), "minutes_registered": False}, NEW),
    ("MIN-03", {**TAPED, "audio_record_kept": False}, NEWEST),
    ("MIN-03", {**TAPED, "transcript_kept": False}, NEWEST),
    ("MIN-04", {**CLOSED, "kept_closed_until_on": d("2036-01-01")}, NEW),
    ("MIN-05", {"minutes_written": False}, NEW),
    ("MIN-05", {**WRITTEN, "convener_is_public_body": False}, NEW),
    ("MIN-05", {**WRITTEN, "minutes_written_by": "other"}, NEW),
    ("MIN-06", {"registration_number_given": False}, NEW),
    ("MIN-07", {"record_closed_on": d("2025-06-30"), "retention_class": "years_7"}, NEW),
    ("MIN-08", {"review_record_items": keys("MIN-08", lacking="options")}, NEW),
]

UNKNOWN = [
    ("MIN-01", {k: v for k, v in NO_CLASS.items() if k != "listed_head_attends"}, ("listed_head_attends",)),
    (
        "MIN-01",
        {
            **{k: v for k, v in NO_CLASS.items() if k != "meeting_matter_listed"},
            "directors_general_attending": 3,
        },
        ("meeting_matter_listed",),
    ),
    ("MIN-02", {"minutes_fields": keys("MIN-02")}, ("minutes_registered",)),
    ("MIN-03", {"meeting_designated": True}, ("stenographic_record_kept", "audio_record_kept")),
    ("MIN-03", TAPED, ("transcript_kept",)),
    ("MIN-04", {"record_closed_on": d("2025-06-30")}, ("president_attends", "kept_closed_until_on")),
    ("MIN-05", WRITTEN, ("convener_is_public_body",)),
    ("MIN-06", {"registration_number_given": True}, ("registration_data_protected",)),
    ("MIN-07", {"retention_class": "years_10"}, ("record_closed_on",)),
    ("MIN-08", {}, ("review_record_items",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_minutes_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_minutes_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_minutes_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_minutes_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_minutes_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


@pytest.mark.parametrize("name", PLAIN_CLASSES)
def test_each_class_of_meetings_alone_makes_minutes_a_must(name):
    answer = evaluate("MIN-01", {name: True}, on=NEW)
    assert (answer.status.value, answer.value) == ("satisfied", (name,))
    others = {**NO_CLASS, name: True}
    assert evaluate("MIN-01", others, on=NEW).value == (name,)


@pytest.mark.parametrize(
    ("officials", "listed", "status"),
    [(2, True, "breached"), (3, True, "satisfied"), (4, True, "satisfied"), (3, False, "breached")],
)
def test_three_directors_general_on_a_listed_matter_are_the_eighth_class(officials, listed, status):
    facts = {**NO_CLASS, "directors_general_attending": officials, "meeting_matter_listed": listed}
    assert evaluate("MIN-01", facts, on=NEW).status == status


def test_the_zone_council_of_2024_asks_who_attended_and_on_what():
    known = {
        name: False for name in PLAIN_CLASSES if name not in {"local_head_attends", "minutes_deemed_needed"}
    }
    answer = evaluate("MIN-01", known, on=d("2024-08-26"))
    assert answer.missing == (
        "local_head_attends",
        "minutes_deemed_needed",
        "directors_general_attending",
        "meeting_matter_listed",
    )
    assert evaluate("MIN-01", {**known, "local_head_attends": True}, on=d("2024-08-26")).is_satisfied


def test_the_policy_council_of_today_needs_minutes_by_two_classes():
    today = {"policy_body_of_vice_ministers": True, "statutory_committee": True}
    assert evaluate("MIN-01", today, on=NEW).value == tuple(today)


def test_the_network_meeting_with_the_minister_stays_open_until_its_members_are_known():
    known = dict.fromkeys(("president_attends", "prime_minister_attends", "statutory_committee"), False)
    answer = evaluate("MIN-01", known, on=d("2023-07-14"))
    assert {"policy_body_of_vice_ministers", "minutes_deemed_needed"} <= set(answer.missing)


def test_a_field_that_is_lacking_in_the_minutes_is_named():
    answer = evaluate("MIN-02", {"minutes_fields": keys("MIN-02", lacking="votes")}, on=NEW)
    assert answer.value == ("votes",)
    unregistered = {"minutes_fields": keys("MIN-02"), "minutes_registered": False}
    assert "not registered" in evaluate("MIN-02", unregistered, on=NEW).sentence.en


def test_designated_meetings_have_a_rule_only_from_may_2025():
    with pytest.raises(NotInForce):
        evaluate("MIN-03", {"meeting_designated": False}, on=d("2025-05-19"))
    for day in ("2025-05-20", "2025-05-21"):
        assert evaluate("MIN-03", {"meeting_designated": False}, on=d(day)).is_satisfied


@pytest.mark.parametrize(("president", "last"), [(False, "2035-12-31"), (True, "2040-12-31")])
def test_a_verbatim_record_stays_closed_ten_or_fifteen_years_from_the_next_january(president, last):
    facts = {"record_closed_on": d("2025-06-30"), "president_attends": president}
    found = statuses_around("MIN-04", facts, "kept_closed_until_on", last)
    assert found == ["satisfied", "satisfied", "breached"]
    clock = "MIN-04.president" if president else "MIN-04"
    assert due_date(clock, start=d("2026-01-01")).due_on == d(last)
    assert due_date(clock, start=d("2026-01-01")).mode == "CAL-B"


@pytest.mark.parametrize(
    ("closed", "first"),
    [("2025-12-30", "2026-01-01"), ("2025-12-31", "2026-01-01"), ("2026-01-01", "2027-01-01")],
)
def test_retention_starts_on_the_first_of_january_after_closure(closed, first):
    assert retention_start(d(closed)) == d(first)
    facts = {"record_closed_on": d(closed), "retention_class": "permanent"}
    assert evaluate("MIN-07", facts, on=NEW).value == (d(first), None)


@pytest.mark.parametrize(
    ("kept", "last"),
    [
        ("years_1", "2026-12-31"),
        ("years_3", "2028-12-31"),
        ("years_5", "2030-12-31"),
        ("years_10", "2035-12-31"),
        ("years_30", "2055-12-31"),
        ("permanent", None),
        ("semi_permanent", None),
    ],
)
def test_each_class_of_retention_ends_with_its_last_year_or_never(kept, last):
    end = d(last) if last else None
    assert retention_end(d("2025-03-02"), kept, on=NEW) == end
    facts = {"record_closed_on": d("2025-03-02"), "retention_class": kept}
    assert evaluate("MIN-07", facts, on=NEW).value == (d("2026-01-01"), end)


def test_an_unclear_convener_leaves_the_minutes_to_the_closest_agency():
    closest = {"minutes_written": True, "minutes_written_by": "closest_agency"}
    for clear, status in ((True, "breached"), (False, "satisfied")):
        assert evaluate("MIN-05", {**closest, "convener_is_public_body": clear}, on=NEW).status == status
    with pytest.raises(WrongFact):
        evaluate("MIN-05", {**closest, "minutes_written_by": "press"}, on=NEW)
