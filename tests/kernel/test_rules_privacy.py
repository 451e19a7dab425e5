"""Personal data: bases, children, leaks to the minute, requests, and impact assessments."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import NotInForce, NotVerified
from madang.kernel.statutes.rules import evaluate
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, named, says, statuses_around

at = datetime.fromisoformat
SEOUL = ZoneInfo("Asia/Seoul")

CHAPTER = ("PRV-",)
OPTIONAL = frozenset({"leak_only_possible"})
BASE = {"purpose_has_legal_base": True, "only_minimum_collected": True}
CONSENT = {"data_rest_on_consent": True, "consents_separate": True, "optional_refusal_harmless": True}
NUMBER = {"resident_number_handled": True, "resident_number_has_rule": True, "signup_without_number": True}
GONE = {"data_still_needed": False, "data_kept_by_other_law": False}
KEPT = {"data_still_needed": False, "data_kept_by_other_law": True}
POLICY = dict.fromkeys(
    ["privacy_policy_published", "privacy_officer_named", "safety_measures_taken", "access_logs_kept"], True
)
LEAK = {"leak_known_at": at("2026-09-25T09:00")}
POSTED = {
    **LEAK,
    "persons_reachable": False,
    "leak_posted_at": at("2026-09-26T09:00"),
    "leak_posting_removed_on": d("2026-10-27"),
}
NO_REPORT = {"persons_leaked": 1, "sensitive_data_leaked": False, "leak_by_unlawful_access": False}
SMALL = {"persons_with_sensitive_data": 1, "persons_by_linkage": 1, "persons_in_file": 1}
PROCESSOR = dict.fromkeys(
    ["data_processor_used", "processor_contract_written", "processor_published", "processor_supervised"], True
)

SATISFIED = [
    ("PRV-01", {**BASE, **CONSENT}, NEW),
    ("PRV-01", {**BASE, "data_rest_on_consent": False}, NEW),
    ("PRV-02", {"person_age": 13, "guardian_consented": True}, NEW),
    ("PRV-02", {"person_age": 14}, NEW),
    ("PRV-03", {"resident_number_handled": False}, NEW),
    ("PRV-03", NUMBER, NEW),
    ("PRV-04", {"data_still_needed": True}, NEW),
    ("PRV-04", {**GONE, "data_destroyed": True}, NEW),
    ("PRV-04", {**KEPT, "data_stored_apart": True}, NEW),
    ("PRV-05", POLICY, NEW),
    ("PRV-06", {**LEAK, "persons_told_at": at("2026-09-28T09:00")}, NEWEST),
    ("PRV-06", POSTED, NEWEST),
    ("PRV-07", NO_REPORT, NEWEST),
    ("PRV-07", {**LEAK, "persons_leaked": 1000, "leak_reported_at": at("2026-09-28T09:00")}, NEWEST),
    ("PRV-07", {**LEAK, "leak_by_unlawful_access": True, "leak_reported_at": at("2026-09-25T10:00")}, NEWEST),
    ("PRV-08", {"data_request_on": d("2025-04-01"), "data_request_answered_on": d("2025-04-11")}, NEW),
    ("PRV-09", SMALL, NEW),
    ("PRV-09", {"persons_in_file": 1_000_000, "impact_assessed": True}, NEW),
    ("PRV-10", {"data_processor_used": False}, NEW),
    ("PRV-10", PROCESSOR, NEW),
]

BREACHED = [
    ("PRV-01", {**BASE, "only_minimum_collected": False}, NEW),
    ("PRV-01", {**BASE, **CONSENT, "consents_separate": False}, NEW),
    ("PRV-01", {**BASE, **CONSENT, "optional_refusal_harmless": False}, NEW),
    ("PRV-02", {"person_age": 13, "guardian_consented": False}, NEW),
    ("PRV-03", {**NUMBER, "resident_number_has_rule": False}, NEW),
    ("PRV-03", {**NUMBER, "signup_without_number": False}, NEW),
    ("PRV-04", {**GONE, "data_destroyed": False}, NEW),
    ("PRV-04", {**KEPT, "data_stored_apart": False}, NEW),
    ("PRV-05", {**POLICY, "access_logs_kept": False}, NEW),
    ("PRV-06", {**LEAK, "persons_told_at": at("2026-09-28T09:01"), "persons_reachable": True}, NEWEST),
    ("PRV-06", {**POSTED, "leak_posted_at": at("2026-09-28T09:01")}, NEWEST),
    ("PRV-06", {**POSTED, "leak_posting_removed_on": d("2026-10-26")}, NEWEST),
    ("PRV-07", {**LEAK, "sensitive_data_leaked": True, "leak_reported_at": at("2026-09-28T09:01")}, NEWEST),
    ("PRV-08", {"data_request_on": d("2025-04-01"), "data_request_answered_on": d("2025-04-12")}, NEW),
    ("PRV-09", {"persons_by_linkage": 500_000, "impact_assessed": False}, NEW),
    ("PRV-10", {**PROCESSOR, "processor_supervised": False}, NEW),
]

UNKNOWN = [
    ("PRV-01", BASE, ("data_rest_on_consent",)),
    ("PRV-02", {"person_age": 13}, ("guardian_consented",)),
    ("PRV-03", {"resident_number_handled": True}, ("resident_number_has_rule", "signup_without_number")),
    ("PRV-04", {"data_still_needed": False}, ("data_destroyed", "data_kept_by_other_law")),
    ("PRV-04", KEPT, ("data_stored_apart",)),
    (
        "PRV-05",
        {"privacy_policy_published": True, "privacy_officer_named": True},
        ("safety_measures_taken", "access_logs_kept"),
    ),
    ("PRV-06", LEAK, ("persons_told_at", "persons_reachable")),
    ("PRV-06", {"leak_known_at": d("2026-09-25")}, ("leak_known_at",)),
    ("PRV-07", {"persons_leaked": 999}, ("sensitive_data_leaked", "leak_by_unlawful_access")),
    ("PRV-07", {**LEAK, "persons_leaked": 1000}, ("leak_reported_at",)),
    ("PRV-08", {"data_request_on": d("2025-04-01")}, ("data_request_answered_on",)),
    ("PRV-09", {"persons_in_file": 999_999}, ("persons_with_sensitive_data", "persons_by_linkage")),
    ("PRV-09", {"persons_in_file": 1_000_000}, ("impact_assessed",)),
    (
        "PRV-10",
        {"data_processor_used": True},
        ("processor_contract_written", "processor_published", "processor_supervised"),
    ),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_personal_data_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_personal_data_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_personal_data_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_personal_data_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_personal_data_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


@pytest.mark.parametrize(
    ("known", "due"),
    [
        ("2026-09-25T09:00", "2026-09-28T09:00"),
        ("2026-02-27T23:59", "2026-03-02T23:59"),
        ("2024-02-27T12:00", "2024-03-01T12:00"),
    ],
)
@pytest.mark.parametrize(("rule_id", "done"), [("PRV-06", "persons_told_at"), ("PRV-07", "leak_reported_at")])
def test_seventy_two_hours_run_at_once_over_holidays(rule_id, done, known, due):
    asked = {"leak_known_at": at(known), "persons_leaked": 1000, "persons_reachable": True}
    just, late = at(due), at(due).replace(second=1)
    assert evaluate(rule_id, {**asked, done: just}, on=NEW).is_satisfied
    assert evaluate(rule_id, {**asked, done: late}, on=NEW).status == "breached"
    assert due_date(rule_id, start=at(known)).due_at == at(due)


def test_moments_in_other_zones_are_the_same_moments():
    asked = {"leak_known_at": at("2026-09-25T00:00+00:00"), "persons_reachable": True}
    told = {"persons_told_at": at("2026-09-28T09:00")}
    answer = evaluate("PRV-06", {**asked, **told}, on=NEW)
    assert (answer.is_satisfied, answer.value) == (True, at("2026-09-28T09:00").replace(tzinfo=SEOUL))


def test_persons_told_late_may_have_been_out_of_reach():
    late = {**LEAK, "persons_told_at": at("2026-09-28T09:01")}
    assert evaluate("PRV-06", late, on=NEWEST).missing == ("persons_reachable",)
    assert evaluate("PRV-06", {**late, "persons_reachable": True}, on=NEWEST).status == "breached"


def test_the_posting_stays_for_thirty_days_the_first_not_counted():
    assert due_date("PRV-06.posting", start=d("2026-09-26")).due_on == d("2026-10-26")
    found = statuses_around("PRV-06", POSTED, "leak_posting_removed_on", "2026-10-27", on=NEWEST)
    assert found == ["breached", "satisfied", "satisfied"]
    still_up = {k: v for k, v in POSTED.items() if k != "leak_posting_removed_on"}
    seen = [evaluate("PRV-06", still_up, on=NEWEST, known_on=d(f"2026-10-{day}")) for day in (26, 27)]
    assert [answer.status.value for answer in seen] == ["unknown", "satisfied"]


def test_a_leak_nobody_was_told_of_is_late_once_the_third_day_has_passed():
    asked = {**LEAK, "persons_reachable": True}
    seen = [
        evaluate("PRV-06", asked, on=NEWEST, known_on=d(f"2026-09-{day}")).status.value for day in (28, 29)
    ]
    assert seen == ["unknown", "breached"]


def test_a_possible_leak_is_no_rule_before_september_2026_and_not_verified_after():
    possible = {**LEAK, "leak_only_possible": True}
    with pytest.raises(NotInForce):
        evaluate("PRV-06", possible, on=d("2026-09-10"))
    for day in ("2026-09-11", "2026-09-12"):
        with pytest.raises(NotVerified, match="PRV-06"):
            evaluate("PRV-06", possible, on=d(day))
    with pytest.raises(NotVerified):
        due_date("PRV-06.possible", start=at("2026-09-11T09:00"))


def test_the_rules_on_leaks_are_not_told_for_days_before_september_2023():
    for rule_id in ("PRV-06", "PRV-07"):
        with pytest.raises(NotInForce):
            evaluate(rule_id, LEAK, on=d("2023-09-14"))
    assert evaluate("PRV-07", NO_REPORT, on=d("2023-09-15")).is_satisfied


@pytest.mark.parametrize(("persons", "owed"), [(999, False), (1000, True), (1001, True)])
def test_a_thousand_persons_make_the_report_a_duty(persons, owed):
    asked = {**NO_REPORT, "persons_leaked": persons, **LEAK, "leak_reported_at": at("2026-09-26T09:00")}
    assert (evaluate("PRV-07", asked, on=NEWEST).value is not None) is owed
    for ground in ("sensitive_data_leaked", "leak_by_unlawful_access"):
        assert evaluate("PRV-07", {**asked, ground: True}, on=NEWEST).value is not None


@pytest.mark.parametrize(("age", "needed"), [(0, True), (13, True), (14, False), (15, False)])
def test_a_child_needs_consent_until_the_fourteenth_birthday(age, needed):
    answer = evaluate("PRV-02", {"person_age": age, "guardian_consented": False}, on=NEW)
    assert answer.status == ("breached" if needed else "satisfied")


def test_the_article_on_children_moved_in_september_2023():
    cited = [
        evaluate("PRV-02", {"person_age": 20}, on=d(f"2023-09-{day}")).citation.article
        for day in (14, 15, 16)
    ]
    assert cited == ["제22조제6항", "제22조의2", "제22조의2"]


@pytest.mark.parametrize(("asked", "due"), [("2025-04-01", "2025-04-11"), ("2025-04-23", "2025-05-07")])
def test_a_request_about_data_is_answered_in_ten_days_of_the_civil_code(asked, due):
    facts = {"data_request_on": d(asked)}
    found = statuses_around("PRV-08", facts, "data_request_answered_on", due)
    assert found == ["satisfied", "satisfied", "breached"]


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("persons_with_sensitive_data", 50_000),
        ("persons_by_linkage", 500_000),
        ("persons_in_file", 1_000_000),
    ],
)
def test_each_threshold_of_an_assessment_is_reached_by_its_own_number(name, limit):
    below = {**SMALL, name: limit - 1}
    assert evaluate("PRV-09", below, on=NEW).value is False
    for persons in (limit, limit + 1):
        reached = evaluate("PRV-09", {name: persons, "impact_assessed": False}, on=NEW)
        assert (reached.status.value, reached.value) == ("breached", True)
