"""The law through the API: no sign-in, the answers of the command line, and a sentence for all that cannot be read."""

import json

import pytest
from django.test import Client

from madang.portal.api.law import MOST_CASES

pytestmark = pytest.mark.django_db
LAW = "/api/v1/law/"
DUE = {"rule": "DES-03", "from": "2020-05-26"}
HEARING = {"rule": "PLN-08", "on": "2020-05-26", "facts": {"hearing_on": "2020-04-29"}}
CASE = {
    "id": "x",
    "facts": {"kind": "hearing", "hearing": "2020-04-29"},
    "expected": {"latest_announcement": "2020-04-15"},
}


def ask(what, body):
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return Client(enforce_csrf_checks=True).post(LAW + what, text, content_type="application/json")


def test_rules_are_listed_and_shown_without_signing_in():
    listed = Client().get(LAW + "rules").json()["rules"]
    assert len(listed) > 200
    of_subject = Client().get(LAW + "rules?subject=designation").json()["rules"]
    assert {rule["subject"] for rule in of_subject} == {"designation"}
    shown = Client().get(LAW + "rules/chg-02").json()
    assert [
        e["value"] for n in shown["numbers"] if n["name"] == "change.notice_days" for e in n["editions"]
    ] == [30, 15]
    assert shown["versions"][0]["from"] == "2019-04-17"
    assert {one["id"] for one in shown["clocks"]} == {"CHG-02", "CHG-02.reply"}
    assert "change_applied_on" in {fact["name"] for fact in shown["facts"]}


def test_rule_that_does_not_exist_is_a_404_and_a_subject_a_422():
    absent = Client().get(LAW + "rules/XX-01")
    assert (absent.status_code, absent.json()["field"]) == (404, "rule_id")
    unknown = Client().get(LAW + "rules?subject=cookery")
    assert (unknown.status_code, unknown.json()["field"]) == (422, "subject")
    assert unknown.json()["ko"]


def test_due_date_comes_with_its_steps_and_articles():
    told = ask("due", DUE).json()
    assert (told["due_on"], told["mode"], told["exact"]) == ("2020-08-24", "CAL-A", True)
    assert any(step["citation"] and step["citation"]["article"] == "제157조" for step in told["steps"])


def test_month_is_answered_with_a_range_and_no_due_date():
    told = ask("due", {**DUE, "from": "2020-05"}).json()
    assert (told["due_on"], told["earliest"], told["latest"], told["steps"]) == (
        None,
        "2020-07-30",
        "2020-08-31",
        [],
    )


def test_supplements_and_their_counting_change_the_date():
    pauses = [{"asked": "2020-06-01", "received": "2020-06-10"}]
    both = ask("due", {**DUE, "pauses": pauses}).json()["due_on"]
    between = ask("due", {**DUE, "pauses": pauses, "pause_counting": "between"}).json()["due_on"]
    assert (between, both) == ("2020-09-02", "2020-09-03")


def test_rule_is_asked_with_facts_and_names_what_is_missing():
    open_ = ask("check", HEARING).json()
    assert (open_["status"], open_["missing"][0]["name"]) == ("unknown", "hearing_announced_on")
    facts = {**HEARING["facts"], "hearing_announced_on": "2020-04-16", "zone_name": "x"}
    told = ask("check", {**HEARING, "facts": facts}).json()
    assert (told["status"], told["unread"]) == ("breached", ["zone_name"])
    assert (told["trace"][0]["value"], told["trace"][0]["fact"]) == ("2020-04-29", "hearing_on")
    assert all(step["citation"]["article"] and step["rule"] for step in told["trace"] if not step["fact"])


def test_facts_that_are_lists_and_numbers_are_read_as_json():
    area = {"change_kind": "area", "zone_area_km2": 15.23, "area_change_km2": 1.523}
    assert ask("check", {"rule": "CHG-03", "on": "2025-01-02", "facts": area}).json()["value"] is False
    facts = {"applied_on": "2025-10-10", "decided_on": "2026-01-13",
             "supplements": [{"asked": "2025-10-20", "received": "2025-10-24"}]}  # fmt: skip
    assert (
        ask("check", {"rule": "DES-03", "on": "2025-10-10", "facts": facts}).json()["status"] == "satisfied"
    )


def test_cases_are_examined_and_counted():
    wrong = {**CASE, "expected": {"latest_announcement": "2020-04-16"}}
    told = ask("examine", {"cases": [CASE, wrong, {**CASE, "facts": {"kind": "hearing"}}]}).json()
    assert told["closing_line"] == "1 passed, 1 failed, 1 unknown"
    assert [case["verdict"] for case in told["cases"]] == ["passed", "failed", "unknown"]
    assert told["cases"][2]["ko"]


@pytest.mark.parametrize(("what", "body", "status"), [
    ("due", "{", 400),
    ("due", b"\xff", 400),
    ("due", "[" * 100_000, 400),
    ("due", [], 422),
    ("due", {}, 422),
    ("due", {**DUE, "surprise": 1}, 422),
    ("due", {**DUE, "rule": "XX-01"}, 422),
    ("due", {**DUE, "rule": "x" * 300}, 422),
    ("due", {**DUE, "from": "2020-02-30"}, 422),
    ("due", {**DUE, "from": "2020-02-28\x00"}, 422),
    ("due", {**DUE, "from": "9999-12-31"}, 422),
    ("due", {**DUE, "from": "2031-01-01"}, 422),
    ("due", {**DUE, "extensions": 5}, 422),
    ("due", {**DUE, "extensions": -1}, 422),
    ("due", {**DUE, "pauses": [{"asked": "2020-06-10", "received": "2020-06-01"}]}, 422),
    ("due", {**DUE, "pauses": [{"asked": "2020-06-10", "received": "2020-06-11"}] * 101}, 422),
    ("due", {**DUE, "pause_counting": "none"}, 422),
    ("check", {**HEARING, "on": ""}, 422),
    ("check", {**HEARING, "facts": {"hearng_on": "2020-04-29"}}, 422),
    ("check", {**HEARING, "facts": {"hearing_on": {"deep": []}}}, 422),
    ("check", {**HEARING, "facts": {"hearing_on": True}}, 422),
    ("check", {**HEARING, "rule": "PLN-13"}, 422),
    ("examine", {"cases": 7}, 422),
    ("examine", {"cases": [{}]}, 422),
    ("examine", {"cases": [CASE] * (MOST_CASES + 1)}, 422),
    ("examine", {"cases": [{**CASE, "facts": {"kind": "x" * 3_000_000}}]}, 413),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence_in_both_languages(what, body, status):
    answer = ask(what, body)
    assert answer.status_code == status
    assert answer.json()["ko"]
    assert answer.json()["en"]


@pytest.mark.parametrize("value", ["NaN", "1e999", "-Infinity", '{"a":' * 400 + "1" + "}" * 400])
def test_values_that_json_hardly_knows_are_answered_and_never_a_500(value):
    body = f'{{"cases": [{{"facts": {{"kind": "area_change", "area_km2": {value}, "change_km2": 1}}, "expected": {{"minor": {value}}}}}]}}'
    answer = ask("examine", body)
    assert answer.status_code in (200, 400, 422)
    json.loads(answer.content, parse_constant=pytest.fail)


@pytest.mark.parametrize("what", ["due", "check", "examine"])
def test_reading_a_question_is_no_way_to_ask_it(what):
    assert Client().get(LAW + what).status_code == 405
