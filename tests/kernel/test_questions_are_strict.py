"""Questions that cannot be read are refused with a sentence, and answers that cannot be known name what is missing."""

import json
import random
from pathlib import Path

import pytest

from madang.kernel.statutes.questions.examination import NotCases, Verdict, cases_of, examine
from madang.kernel.statutes.questions.kinds import KINDS, answer
from madang.kernel.statutes.questions.oracle import check_rows
from madang.kernel.statutes.refusals import Refusal

RAPID = {"kind": "rapid", "notified": "2026-09-01", "ministries": {"A": {"replied": None}}}
PAUSED = {"kind": "reply", "procedure": "zone_plan", "notified": "2025-04-01"}
EXTENSION = {
    "kind": "extension", "tool": "exemption", "granted": "2022-01-03", "expiry": "2024-01-02",
    "extensions_used": 0, "law_revised": False,
}  # fmt: skip


def refusal(facts):
    with pytest.raises(Refusal) as refused:
        answer(facts)
    words = refused.value.sentence
    assert words.ko
    assert words.en
    return words.en


@pytest.mark.parametrize(("facts", "said"), [
    ({"kind": "hearng", "hearing": "2020-04-29"}, "Is “hearing” meant?"),
    ({"kind": 7}, "there is no kind of question"),
    ({}, "kind"),
    ([], "Write an object"),
    ({"kind": "hearing", "hearing": "2020-04-29", "anounced": "2020-04-13"}, "Is “announced” meant?"),
    ({"kind": "hearing", "hearing": "2023-02-29"}, "Write a day"),
    ({"kind": "hearing", "hearing": "29.4.2020"}, "Write a day"),
    ({"kind": "hearing", "hearing": 20200429}, "Write a day"),
    ({"kind": "hearing", "hearing": "0001-01-01"}, "1900 and 2200"),
    ({"kind": "hearing", "hearing": "2020-04-29", "backward_rule": "count"}, "Write one of: subtract"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": -1, "unit": "month"}, "none below zero"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": True, "unit": "month"}, "whole number"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": 1.5, "unit": "month"}, "whole number"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": "6", "unit": "month"}, "whole number"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": 10**9, "unit": "year"}, "end of the calendar"),
    ({"kind": "effective_date", "promulgated": "2024-01-31", "n": 6, "unit": "moon"}, "Write one of: day"),
    ({"kind": "days_between", "from": "2025-01-02", "to": "2025-01-01"}, "contradict each other"),
    ({"kind": "months", "first": "2025-02", "last": "2025-01"}, "contradict each other"),
    ({"kind": "substitute_days", "year": 99999}, "four digits"),
    ({"kind": "hours", "from": "2025-01-01", "hours": 72}, "a day and hour"),
    ({"kind": "hours", "from": "2025-01-01T25:00", "hours": 72}, "a day and hour"),
    ({"kind": "vote", "body": "zone_committee", "enrolled": 40, "present": 41}, "contradict each other"),
    ({"kind": "vote", "body": "parliament", "enrolled": 40, "present": 21}, "Write one of: zone_committee"),
    ({"kind": "decision", "applied": "2025-01-02", "decided": "2025-01-01"}, "contradict each other"),
    ({**PAUSED, "pauses": [{"asked": "2025-04-10", "received": "2025-04-05"}]}, "contradict each other"),
    ({**PAUSED, "pauses": {"asked": "2025-04-05"}}, "Write a list"),
    ({**PAUSED, "pauses": [{"asked": "2025-04-05", "answered": "2025-04-06"}]}, "pauses.answered"),
    ({**PAUSED, "pause_counting": "both"}, "Write one of: between"),
    ({**RAPID, "ministries": {}}, "Name one ministry"),
    ({**RAPID, "ministries": {"A": {"replied": "2026-08-31"}}}, "contradict each other"),
    ({"kind": "tally", "total": 3, "parts": {"a": -1}}, "parts.a"),
    ({"kind": "missing_round", "rounds": [1, 2], "total": 3}, "Exactly one round"),
    ({"kind": "missing_round", "rounds": [9, None], "total": 3}, "contradict each other"),
    ({"kind": "area_change", "area_km2": 0, "change_km2": 1}, "more than zero"),
    ({"kind": "area_change", "area_km2": "wide", "change_km2": 1}, "Write a number"),
    ({"kind": "liability", "death_per_person": -1}, "none below zero"),
    ({"kind": "condition", "asked": "2026-07-01", "papers": "yes"}, "Write true or false"),
    ({"kind": "petition", "class": "grievance", "period_days": 14, "received": "2025-04-30"}, "contradict"),
    ({"kind": "petition", "period_days": 1, "received": "2025-04-30T10:00",
      "working_day": {"start": "18:00", "end": "09:00"}}, "must close"),
    ({"kind": "petition", "period_days": 1, "received": "2025-04-30T10:00",
      "working_day": {"break": 60}}, "Write a break"),
    ({"kind": "term", "tool": "exemption", "granted": "2025-01-02", "start": "2025-01-01"}, "contradict"),
    ({"kind": "exemption_calendar", "granted": "2022-01-01", "start": "2022-01-01", "zone_end": "2021-12-31"},
     "contradict"),
    ({"kind": "applicant", "office": "basic", "region": "seoul", "members": "seoul", "date": "2025-01-01"},
     "Write a list"),
])  # fmt: skip
def test_question_that_cannot_be_read_is_refused_with_a_sentence(facts, said):
    assert said in refusal(facts)


@pytest.mark.parametrize(("hours", "due"), [
    ({}, "2025-05-08T10:00"),
    ({"start": "10:00", "end": "19:00"}, "2025-05-07T19:00"),
    ({"start": "10:00", "end": "18:00", "break": None}, "2025-05-07T18:00"),
    ({"start": "10:00", "end": "18:00", "break": False}, "2025-05-07T18:00"),
    ({"start": "10:00", "end": "18:30", "break": "12:00-12:30"}, "2025-05-07T18:30"),
    ({"start": "10:00", "end": "18:30", "break": ["12:00", "12:30"]}, "2025-05-07T18:30"),
    ({"start": "10:00", "end": "18:30", "break": {"start": "12:00", "end": "12:30"}}, "2025-05-07T18:30"),
    ({"start": "13:00", "end": "17:00"}, "2025-05-08T17:00"),
    ({"start": "09:00", "end": "12:30"}, "2025-05-09T12:00"),
])  # fmt: skip
def test_office_hours_may_be_written_in_several_ways(hours, due):
    facts = {"kind": "petition", "period_days": 1, "received": "2025-05-07T10:00", "working_day": hours}
    assert answer(facts) == {"due": due}


@pytest.mark.parametrize(
    "hours", [{"break": {"start": "08:00", "end": "08:30"}}, {"break": ["13:00", "12:00"]}]
)
def test_break_that_does_not_lie_within_the_day_is_refused(hours):
    facts = {"kind": "petition", "period_days": 1, "received": "2025-05-07T10:00", "working_day": hours}
    assert "order of start" in refusal(facts)


@pytest.mark.parametrize(("facts", "field", "said"), [
    ({"kind": "hearing", "hearing": "2020-04"}, "latest_announcement", "hearing (2020-04)"),
    ({"kind": "hearing"}, "latest_announcement", "a fact is missing: hearing"),
    ({"kind": "hearing", "hearing": None}, "latest_announcement", "a fact is missing: hearing"),
    ({"kind": "hearing", "hearing": "2020-04-29"}, "in_time", "a fact is missing: announced"),
    ({"kind": "hearing", "hearing": "2019-04-16"}, "latest_announcement", "on record from"),
    ({"kind": "roll", "raw_due": "2031-01-01"}, "due", "the table covers"),
    ({"kind": "substitute_days", "year": 2040}, "dates", "the table covers"),
    ({"kind": "notice", "procedure": "change", "start": "2024-07-20"}, "min_days", "applied"),
    ({"kind": "notice", "procedure": "change"}, "min_days", "applied"),
    ({"kind": "reply", "procedure": "zone_change", "notified": "2024-08-16"}, "due", "applied"),
    ({"kind": "vote", "body": "zone_committee", "enrolled": 40, "present": 21}, "carried", "yes"),
    ({"kind": "months", "first": "2025", "last": "2026-01"}, "months", "first (2025)"),
    ({"kind": "applicant", "office": "special_local_government", "date": "2025-01-01"}, "eligible", "members"),
    ({"kind": "applicant", "office": "province", "region": "gwangju", "date": "2026-07-01"}, "eligible",
     "region_merger_took_effect"),
    ({"kind": "liability"}, "sufficient", "death_per_person"),
    ({"kind": "petition", "received": "2025-04-30T10:00"}, "due", "class"),
    ({"kind": "redeliberation", "notified": "2024-08-06", "earlier_requests": 0}, "due", "on record from"),
    ({"kind": "claim", "claimed": "2025-01-02"}, "report_outcome_by", "closed"),
    ({"kind": "annual_report", "designated": "2025-07-01"}, "may_fold", "a fact is missing: funded"),
    ({**RAPID, "ministries": {"A": {}}}, "closed_on", "ministries.A.replied"),
    ({**PAUSED, "pauses": [{"asked": "2025-04-05", "received": None}]}, "due", "pauses.received"),
    (EXTENSION, "latest_new_end", "zone_end"),
    ({k: v for k, v in EXTENSION.items() if k != "expiry"}, "latest_request", "expiry"),
    ({k: v for k, v in EXTENSION.items() if k != "law_revised"}, "allowed", "law_revised"),
    ({**EXTENSION, "tool": "interim_permit", "extensions_used": None}, "state_after_term", "extensions_used"),
    ({"kind": "hearing", "hearing": "2020-04-29"}, "latest", "no field “latest”"),
])  # fmt: skip
def test_answer_that_cannot_be_known_is_unknown_and_says_what_is_missing(facts, field, said):
    (case,) = examine([{"id": "x", "facts": facts, "expected": {field: "anything"}}]).cases
    assert case.verdict is Verdict.UNKNOWN
    assert said in case.why.en
    assert case.why.ko


def test_case_that_answers_otherwise_fails_and_shows_only_what_differs():
    facts = {"kind": "hearing", "hearing": "2020-04-29", "announced": "2020-04-16"}
    expected = {"latest_announcement": "2020-04-15", "in_time": True}
    found = examine([{"id": "x", "facts": facts, "expected": expected}])
    assert found.cases[0].verdict is Verdict.FAILED
    assert (found.cases[0].expected, found.cases[0].found) == ({"in_time": True}, {"in_time": False})
    assert (found.closing_line, found.has_failed) == ("0 passed, 1 failed, 0 unknown", True)


def test_field_that_differs_weighs_more_than_one_that_is_not_known():
    facts = {"kind": "hearing", "hearing": "2020-04-29"}
    expected = {"latest_announcement": "2020-04-14", "in_time": True}
    (case,) = examine([{"id": "x", "facts": facts, "expected": expected}]).cases
    assert (case.verdict, case.found) == (Verdict.FAILED, {"latest_announcement": "2020-04-15"})


@pytest.mark.parametrize(("expected", "verdict"), [
    ({"carried": 1}, Verdict.FAILED),
    ({"yes_min": 11.0}, Verdict.PASSED),
    ({"yes_min": "11"}, Verdict.FAILED),
    ({"quorum_min": None}, Verdict.FAILED),
    ({}, Verdict.PASSED),
])  # fmt: skip
def test_comparison_keeps_numbers_truths_and_texts_apart(expected, verdict):
    facts = {"kind": "vote", "body": "zone_committee", "enrolled": 40, "present": 21, "yes": 11}
    assert examine([{"facts": facts, "expected": expected}]).cases[0].verdict is verdict


@pytest.mark.parametrize(("due", "verdict"), [
    ("2026-09-28T09:00", Verdict.PASSED),
    ("2026-09-28T09:00:00", Verdict.PASSED),
    ("2026-09-28T09:00:01", Verdict.FAILED),
    ("2026-09-28T9", Verdict.FAILED),
    ("2026-09-28", Verdict.FAILED),
])  # fmt: skip
def test_a_time_is_the_same_with_and_without_its_seconds(due, verdict):
    facts = {"kind": "hours", "from": "2026-09-25T09:00", "hours": 72}
    assert examine([{"facts": facts, "expected": {"due_at": due}}]).cases[0].verdict is verdict


@pytest.mark.parametrize(("due_at", "verdict"), [
    ("2026-09-28T09:00", Verdict.PASSED),
    ("2026-09-28T09:00:00", Verdict.PASSED),
    ("2026-09-28T09:01", Verdict.FAILED),
    ("2026-09-28", Verdict.FAILED),
    ("T", Verdict.FAILED),
])  # fmt: skip
def test_time_is_the_same_with_and_without_its_seconds(due_at, verdict):
    facts = {"kind": "hours", "from": "2026-09-25T09:00", "hours": 72}
    assert examine([{"facts": facts, "expected": {"due_at": due_at}}]).cases[0].verdict is verdict


@pytest.mark.parametrize(
    "data", [{}, {"cases": {}}, "text", 7, None, [7], [{}], [{"facts": {}}], [{"facts": [], "expected": {}}]]
)
def test_data_that_is_no_list_of_cases_is_refused_with_a_sentence(data):
    with pytest.raises(NotCases) as refused:
        cases_of(data)
    assert refused.value.sentence.ko
    assert refused.value.sentence.en


def test_oracle_tells_rows_that_differ_and_rows_that_cannot_be_read():
    columns = ["promulgated", "n", "unit", "effective"]
    rows = [
        ("2018-10-16", "6", "month", "2019-04-17"),
        ("2018-10-16", "6", "month", "2019-04-16"),
        ("2018-13-16", "6", "month", "x"),
    ]
    found = check_rows(columns, [dict(zip(columns, row, strict=True)) for row in rows])
    assert found.closing_line == "1 passed, 1 failed, 1 unknown"


def test_oracle_without_a_needed_column_is_refused_by_its_name():
    with pytest.raises(NotCases) as refused:
        check_rows(["promulgated", "n", "effective"], [])
    assert "unit" in refused.value.sentence.en


def test_every_kind_of_question_is_named_in_both_languages():
    assert [name for name, kind in KINDS.items() if not kind.words.ko or not kind.words.en] == []
    assert len(KINDS) == 34


@pytest.mark.parametrize("facts", [{"extensions_used": 1}, {"law_revised": True}])
def test_extension_that_one_fact_rules_out_needs_no_other(facts):
    asked = {
        "kind": "extension",
        "tool": "exemption",
        "granted": "2022-01-03",
        "expiry": "2024-01-02",
        **facts,
    }
    assert answer(asked)["allowed"] is False
    assert answer(asked)["latest_request"] == "2023-11-02"


ODD = [
    None, True, -1, 0, 10**18, 1.5, float("nan"), float("inf"), "", "x", "2023-02-29", "2020-02", "2024-02-29",
    "9999-12-31", "0000-00-00", "2024-02-29T24:00", "25:00", [], [None], [[]], {}, {"asked": None}, "\x00", "가" * 99,
]  # fmt: skip


def test_odd_values_in_any_place_are_answered_or_refused_and_never_break():
    chance, outcomes = random.Random(7), {True: 0, False: 0}
    for case in json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))["cases"]:
        for name in case["facts"]:
            outcomes[is_answered({**case["facts"], name: chance.choice(ODD)})] += 1
    assert min(outcomes.values()) > 20


def is_answered(facts):
    """Answered with fields that JSON can carry, or refused with a sentence in both languages; anything else breaks."""
    try:
        json.dumps(answer(facts), allow_nan=False)
    except Refusal as refused:
        return not all(refused.sentence)
    return True
