"""What the rules answered in a real procedure: kept with its inputs, and asked again to the same bytes."""

import json

import pytest
from django.db import connection

from madang.core.case_models import Finding
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.replaying import replay, replays
from tests.apps.selection.zone_builders import a_designated

pytestmark = pytest.mark.django_db


def test_every_finding_of_a_designation_is_asked_again_to_the_same_bytes() -> None:
    a_designated()
    found = list(Finding.objects.all())
    assert len({row.rule_id for row in found}) > 10
    assert [row.rule_id for row in found if not replays(row.answer)] == []
    for row in found:
        assert replay(row.answer) == Answer.from_json(row.answer)


def test_a_finding_changed_behind_the_back_of_the_acts_no_longer_replays() -> None:
    a_designated()
    row = Finding.objects.filter(rule_id="PLN-05").get()
    assert replays(row.answer)
    with connection.cursor() as cursor:
        forged = {**row.answer, "status": "breached"}
        cursor.execute("UPDATE core_finding SET answer = %s WHERE id = %s", [json.dumps(forged), row.pk])
    row.refresh_from_db()
    assert not replays(row.answer)
    assert canonical_json(replay(row.answer).to_json()) != canonical_json(row.answer)


def test_a_finding_keeps_the_days_it_was_asked_by_and_the_texts_it_was_judged_by() -> None:
    play = a_designated()
    asked = Finding.objects.get(case_id=play.designation.pk, rule_id="DES-03", move="gazette").answer["asked"]
    assert set(asked["facts"]) >= {"applied_on", "decided_on"}
    assert asked["on"] == {"date": "2025-04-21"}
    assert asked["texts"] == {"date": "2026-06-08"}
    assert asked["holidays"].startswith("2027-")
