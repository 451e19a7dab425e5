"""How worked cases are compared with what is found: passed, failed or unknown, with the fields that differ."""

from datetime import datetime
from decimal import Decimal

import pytest

from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.statutes.questions.asked import Asked, FactsMissing, Lacking, WrongQuestion
from madang.kernel.statutes.questions.examination import NotCases, Verdict, cases_of, examine
from madang.kernel.statutes.questions.kind import found_fields, written
from madang.kernel.statutes.questions.kinds import KINDS
from madang.kernel.statutes.questions.oracle import check_rows
from madang.kernel.statutes.questions.settled import settled
from madang.kernel.statutes.registry import is_rule

at = datetime.fromisoformat
EFFECTIVE = {"kind": "effective_date", "promulgated": "2018-10-16", "n": 6, "unit": "month"}
VOTE = {"kind": "vote", "body": "zone_committee", "enrolled": 40, "present": 21, "yes": 11}
COVER = {"kind": "days_between", "from": "2020-04-13", "to": "2020-05-13"}


def one(expected, facts=EFFECTIVE, **case):
    return examine([{"facts": facts, "expected": expected, **case}]).cases[0].to_json()


def test_a_case_that_passed_is_told_with_its_fields_and_its_place():
    assert one({"effective": "2019-04-17"}) == {
        "id": "1",
        "verdict": "passed",
        "expected": {"effective": "2019-04-17"},
        "found": {"effective": "2019-04-17"},
        "ko": "",
        "en": "",
    }
    assert one({}, id="A")["id"] == "A"


def test_a_case_that_failed_is_told_with_the_fields_that_differ():
    found = one({"effective": "2019-04-18", "last_day": "2019-04-16"}, id="A")
    assert (found["id"], found["verdict"]) == ("A", "failed")
    assert found["expected"] == {"effective": "2019-04-18"}
    assert found["found"] == {"effective": "2019-04-17"}


def test_a_case_that_cannot_be_told_says_which_field_or_fact_is_lacking():
    open_ = one(
        {"satisfied": True}, {"kind": "notice", "procedure": "designation", "start": "2020-04-13"}, id="B"
    )
    assert (open_["id"], open_["verdict"], open_["expected"]) == ("B", "unknown", {"satisfied": True})
    assert open_["found"] == {}
    assert "applied" in open_["en"]
    foreign = one({"nothing": 1}, id="C")
    assert (foreign["id"], foreign["verdict"], foreign["found"]) == ("C", "unknown", {})
    assert "has no field “nothing”" in foreign["en"]
    refused = one({"effective": "2019-04-17"}, {"kind": "effective_date"}, id="D")
    assert (refused["id"], refused["verdict"], refused["found"]) == ("D", "unknown", {})
    assert refused["expected"] == {"effective": "2019-04-17"}


def test_a_case_nested_too_deeply_is_unknown_and_keeps_its_name():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    found = one({"effective": deep}, id="E")
    assert found == {
        "id": "E",
        "verdict": "unknown",
        "expected": {},
        "found": {},
        "ko": "사례의 값이 너무 깊이 겹쳐 있습니다.",
        "en": "the values of the case are nested too deeply.",
    }
    while deep:
        deep = deep.pop()


@pytest.mark.parametrize(
    ("facts", "expected", "verdict"),
    [
        (COVER, {"days": 30}, "passed"),
        (COVER, {"days": 30.0}, "passed"),
        (COVER, {"days": Decimal(30)}, "passed"),
        (COVER, {"days": "30"}, "failed"),
        (COVER, {"days": [30]}, "failed"),
        (COVER, {"days": {"n": 30}}, "failed"),
        (VOTE, {"carried": True}, "passed"),
        (VOTE, {"carried": 1}, "failed"),
        (VOTE, {"yes_min": True}, "failed"),
        (VOTE, {"yes_min": 11}, "passed"),
        (VOTE, {"yes_min": "2025-04-30T10"}, "failed"),
    ],
)
def test_values_are_compared_by_what_they_are(facts, expected, verdict):
    name = {"days": next(iter(found_fields(COVER)))}
    asked = {name.get(field, field): value for field, value in expected.items()}
    assert one(asked, facts)["verdict"] == verdict


def test_instants_are_one_with_or_without_their_seconds_and_lists_by_each_part():
    facts = {"kind": "hours", "from": "2026-09-24T16:30", "hours": 72}
    due = written(found_fields(facts)["due_at"])
    assert one({"due_at": f"{due}:00"}, facts)["verdict"] == "passed"
    assert one({"due_at": due.replace("T", " ")}, facts)["verdict"] == "failed"
    assert one({"due_at": "T"}, facts)["verdict"] == "failed"
    assert one({"due_at": 1}, facts)["verdict"] == "failed"
    days = {"kind": "substitute_days", "year": 2021}
    listed = written(found_fields(days)["dates"])
    assert one({"dates": listed}, days)["verdict"] == "passed"
    assert one({"dates": listed[:-1]}, days)["verdict"] == "failed"
    assert one({"dates": [*listed[:-1], "2021-01-01"]}, days)["verdict"] == "failed"
    assert one({"dates": listed[0]}, days)["verdict"] == "failed"


def test_cases_are_counted_and_a_single_failure_is_told():
    cases = [
        {"facts": EFFECTIVE, "expected": {"effective": day}}
        for day in ("2019-04-17", "2019-04-18", "2019-04-19")
    ]
    found = examine(cases)
    assert [case.id for case in found.cases] == ["1", "2", "3"]
    assert found.closing_line == "1 passed, 2 failed, 0 unknown"
    assert (found.has_failed, examine(cases[:1]).has_failed) == (True, False)
    assert found.count(Verdict.FAILED) == 2


def test_a_file_of_cases_is_a_list_or_an_object_with_one():
    case = {"facts": {}, "expected": {}}
    assert cases_of([case]) == cases_of({"cases": [case]}) == [case]
    for wrong in (None, "cases", {}, {"cases": {}}, 1):
        with pytest.raises(NotCases, match="no list of cases"):
            cases_of(wrong)
    for lacking, name in (({"expected": {}}, "facts"), ({"facts": {}}, "expected"), ("case", "facts")):
        with pytest.raises(NotCases, match=f"case number 2 has no object called “{name}”"):
            cases_of([case, lacking])


@pytest.mark.parametrize(
    ("value", "as_json"),
    [
        (at("2025-04-30T10:00"), "2025-04-30T10:00"),
        (at("2025-04-30T10:00:30"), "2025-04-30T10:00:30"),
        (Decimal("30"), 30),
        (Decimal("0.5"), 0.5),
        (2.0, 2),
        (float("inf"), "inf"),
        (Decimal("NaN"), "NaN"),
        ({"a": Decimal(1)}, {"a": 1}),
        ((Decimal(1), {"b": 2.5}), [1, {"b": 2.5}]),
        (Lacking(FactsMissing("x")), None),
        (True, True),
    ],
)
def test_a_field_is_written_as_json_has_it(value, as_json):
    found = written(value)
    assert found == as_json
    assert type(found) is type(as_json)


@pytest.mark.parametrize(
    ("kind", "hint"), [("vot", " Is “vote” meant?"), ("zzzz", "kind of question “zzzz”."), (7, "“7”.")]
)
def test_a_kind_that_there_is_not_is_told_with_the_nearest(kind, hint):
    with pytest.raises(WrongQuestion) as refusal:
        found_fields({"kind": kind})
    assert refusal.value.sentence.en.endswith(hint)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_of_question_rests_on_rules_of_the_register(kind):
    assert kind.rules
    assert [rule_id for rule_id in kind.rules if not is_rule(rule_id)] == []


def test_a_number_that_changed_needs_its_day():
    with pytest.raises(FactsMissing) as refusal:
        settled("change.notice_days")
    assert refusal.value.names == ("start",)


def test_a_value_too_deep_to_be_shown_is_left_out_of_its_sentence():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(WrongQuestion, match=r"“x” cannot be …\. Write true or false\."):
        Asked({"x": deep}).truth("x")
    while deep:
        deep = deep.pop()
    with pytest.raises(WrongQuestion, match="“facts” cannot be"):
        Asked([])


ROW = {
    "promulgated": "2018-10-16",
    "n": "6",
    "unit": "month",
    "effective": "2019-04-17",
    "last_day": "2019-04-16",
}


def test_rows_of_published_days_are_cases_with_their_place():
    columns = list(ROW)
    found = check_rows(columns, [ROW, {**ROW, "last_day": ""}, {**ROW, "n": "six"}, {**ROW, "n": "1" * 10}])
    assert [case.id for case in found.cases] == ["1", "2", "3", "4"]
    assert [case.verdict.value for case in found.cases] == ["passed", "passed", "unknown", "unknown"]
    assert "'six'" in found.cases[2].why.en
    assert "'1111111111'" in found.cases[3].why.en
    assert "last_day" not in found.cases[1].expected


PETITION = {"kind": "petition", "received": "2025-04-30T10:00", "period_days": 1}
LONG_DAY = {"start": "10:00", "end": "19:00"}
PERMIT = {"kind": "extension", "tool": "interim_permit", "granted": "2024-09-02", "start": "2024-09-02"}
EXEMPTION = {**PERMIT, "tool": "exemption", "granted": "2022-01-03", "start": "2022-01-03"}
NOTICE = {"kind": "notice", "procedure": "designation"}

#: facts, a field, and what it holds
FIELDS = [
    (PETITION, "due", "2025-05-01T10:00"),
    ({**PETITION, "working_day": LONG_DAY}, "due", "2025-04-30T19:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": "12:00~14:00"}}, "due", "2025-05-01T11:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": " 12:00 - 14:00 "}}, "due", "2025-05-01T11:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": [" 12:00", "14:00"]}}, "due", "2025-05-01T11:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": ["17:00", "19:00"]}}, "due", "2025-05-01T11:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": ""}}, "due", "2025-04-30T18:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": []}}, "due", "2025-04-30T18:00"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": False}}, "due", "2025-04-30T18:00"),
    ({**NOTICE, "start": "2020-04-13", "applied": "2020-05-13"}, "satisfied", False),
    (
        {**NOTICE, "start": "2020-04-13", "applied": "2020-05-13", "starts_at_midnight": True},
        "satisfied",
        True,
    ),
    ({**NOTICE, "start": "2018-01-02"}, "min_days", None),
    ({**NOTICE, "start": "2018-01-02"}, "inspection_days", None),
    ({**NOTICE, "applied": "2018-01-02"}, "inspection_days", None),
    ({"kind": "area_change", "area_km2": 1, "change_km2": 0.05}, "minor", True),
    ({"kind": "area_change", "area_km2": 0.5, "change_km2": 0.05}, "minor", False),
    (
        {"kind": "reply", "procedure": "zone_change", "notified": "2024-08-07", "applied": "2024-08-06"},
        "due",
        "2024-09-06",
    ),
    ({**PERMIT, "extensions_used": 0, "zone_end": "2025-01-02"}, "latest_request", "2027-07-01"),
    ({**EXEMPTION, "extensions_used": 1, "zone_end": "2025-06-30"}, "latest_request", "2025-04-30"),
    (
        {**PERMIT, "tool": "exemption", "extensions_used": 1, "zone_end": "2029-06-30"},
        "latest_request",
        "2029-04-30",
    ),
]


@pytest.mark.parametrize(("facts", "field", "value"), FIELDS)
def test_a_field_of_an_answer_holds_what_the_facts_make_of_it(facts, field, value):
    assert written(found_fields(facts)[field]) == value


#: facts that are refused, and the name that the refusal says
WRONG = [
    ({"kind": "term", "tool": "exemption", "granted": "2025-01-02", "zone_kind": 1}, "zone_kind"),
    ({**PERMIT, "zone_end": 1}, "zone_end"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": ["09:00", "12:00"]}}, "working_day"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": [1, "12:00"]}}, "working_day.break.start"),
    ({**PETITION, "working_day": {**LONG_DAY, "break": ["12:00", 1]}}, "working_day.break.end"),
    ({"kind": "area_change", "area_km2": 0, "change_km2": 0}, "area_km2"),
    ({"kind": "substitute_days", "year": 10_000}, "year"),
    ({"kind": "reply", "procedure": "zone_plan", "notified": "2025-04-01", "applied": 1}, "applied"),
]


@pytest.mark.parametrize(("facts", "name"), WRONG)
def test_facts_that_cannot_be_meant_are_refused_by_their_name(facts, name):
    with pytest.raises(WrongQuestion, match=f"“{name}” cannot be"):
        found_fields(facts)


def test_the_last_year_of_the_calendar_lies_behind_the_table_and_is_no_slip():
    with pytest.raises(UnknownCalendar):
        found_fields({"kind": "substitute_days", "year": 9999})
    with pytest.raises(UnknownCalendar):
        found_fields({"kind": "substitute_days", "year": 1})


def test_a_reply_on_the_day_of_the_notification_is_a_reply():
    facts = {
        "kind": "rapid",
        "notified": "2025-04-01",
        "ministries": {"a": {"replied": "2025-04-01"}, "b": {"replied": "2025-04-02"}},
    }
    assert written(found_fields(facts)["closed_on"]) == "2025-04-02"


def test_columns_that_a_table_lacks_are_named_one_after_the_other():
    with pytest.raises(NotCases, match="lacks columns: promulgated, n, unit, effective"):
        check_rows(["last_day"], [])


def test_a_row_without_its_number_or_with_another_last_day_does_not_pass():
    (none,) = check_rows(list(ROW), [{**ROW, "n": None}]).cases
    assert "cannot be ''" in none.why.en
    (other,) = check_rows(list(ROW), [{**ROW, "last_day": "2019-04-15"}]).cases
    assert (other.verdict, other.expected) == (Verdict.FAILED, {"last_day": "2019-04-15"})
