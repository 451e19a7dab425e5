"""The page, the API and the command line give one answer to one question, and read the same ways of writing it."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from madang.portal.cli_law import run
from tests.portal.readers import html

pytestmark = pytest.mark.django_db
QUESTIONS = [
    ("DES-03", {"from": "2026. 1. 5."}, {"start": "2026. 1. 5."}),
    ("DES-02", {"from": "2026년 6월 17일", "known_on": "2026. 1. 2."}, {"start": "2026년 6월 17일", "known": "2026. 1. 2."}),
    ("DES-02", {"from": "2020-08"}, {"start": "2020-08"}),
    ("CHG-02.reply", {"from": "2024-08-06", "on": "2024. 8."}, {"start": "2024-08-06", "on": "2024. 8."}),
    ("EX-04", {"from": "20250401", "extensions": 1}, {"start": "20250401", "extensions": "1"}),
    ("PLN-05", {"from": "2020-04-13", "starts_at_midnight": True}, {"start": "2020-04-13", "midnight": "on"}),
    ("DES-03", {"from": "2020-05-26", "pauses": [{"asked": "2020. 6. 3.", "received": "2020. 6. 10."}],
                "pause_counting": "between"},
     {"start": "2020-05-26", "asked_1": "2020. 6. 3.", "received_1": "2020. 6. 10.", "pause_counting": "between"}),
    ("PRV-07", {"from": "2026-09-25 오전 9시"}, {"start": "2026-09-25", "time": "오전 9시"}),
]  # fmt: skip
OPTIONS = {
    "from": "--from",
    "on": "--on",
    "known_on": "--known-on",
    "extensions": "--extensions",
    "pause_counting": "--pause-counting",
}


def of_the_api(rule: str, body: dict[str, object]) -> dict[str, object]:
    answer = Client().post(
        "/api/v1/law/due", json.dumps({"rule": rule, **body}), content_type="application/json"
    )
    assert answer.status_code == 200, answer.content.decode()
    told: dict[str, object] = answer.json()
    return told


def words_of(body: dict[str, object]) -> list[str]:
    """The words of the command for the body of a question to the API."""
    words = [word for name, option in OPTIONS.items() if name in body for word in (option, str(body[name]))]
    words += ["--from-midnight"] if body.get("starts_at_midnight") else []
    for pause in body.get("pauses", []):
        words += ["--pause", f"{pause['asked']}..{pause['received']}"]
    return words


@pytest.mark.parametrize(("rule", "body", "query"), QUESTIONS, ids=lambda part: str(part)[:40])
def test_every_door_gives_the_same_answer_to_the_same_question(rule, body, query, capsys):
    told = of_the_api(rule, body)
    assert run(["due", rule, *words_of(body), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told
    page = html(f"/law/deadlines/{rule}/?{urlencode(query)}")
    days = re.findall(r'<time datetime="([^"]+)"', page.split('class="law-day"')[1].split("</p>")[0])
    assert [day[:10] for day in days] == list(dict.fromkeys([told["earliest"], told["latest"]]))
    assert told["mode_words"]["ko"] in page
    for note in told["notes"]:
        assert note["ko"] in page


@pytest.mark.parametrize(("body", "field"), [
    ({"from": "2018-01-01"}, "from"), ({"from": "2020-05-26", "extensions": 4}, "extensions"),
    ({"from": "2020-05-26", "pauses": [{"asked": "2020-05-01", "received": "2020-06-01"}]}, "pauses"),
    ({"from": "2020-05-26", "on": "2018-01-01"}, "on"),
])  # fmt: skip
def test_the_api_names_the_field_of_a_refusal(body, field):
    answer = Client().post(
        "/api/v1/law/due", json.dumps({"rule": "DES-03", **body}), content_type="application/json"
    )
    assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_facts_are_read_alike_on_the_page_and_through_the_api():
    facts = {"hearing_on": "2020. 4. 29.", "hearing_announced_on": "2020년 4월 16일"}
    body = json.dumps({"rule": "PLN-08", "on": "2020. 5. 26.", "facts": facts})
    told = Client().post("/api/v1/law/check", body, content_type="application/json").json()
    page = html(f"/law/rules/PLN-08/check/?{urlencode({'case_on': '2020. 5. 26.', **facts})}")
    assert told["status"] == "breached"
    assert "요건에 어긋남" in page
