"""The record replayed through the acts: the official totals come out, nothing is invented, anomalies are named."""

import csv
import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from madang.apps.accounts.models import Organisation
from madang.apps.selection.models import Call, Designation, Plan, Receipt, Sitting
from madang.apps.zones.models import Claim, OtherZone, Zone
from madang.core.models import Duty, Event, Finding
from madang.history.claims import english
from madang.history.record import DATA, Count, Dated, rows, sources
from madang.kernel.statutes.replaying import replays
from tests.house.sources import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


def test_running_totals_are_the_official_ones(record):
    assert record.running_totals == [7, 14, 21, 24, 28, 29, 32, 34, 39, 42]
    assert record.global_zones == 7


@pytest.mark.parametrize(
    ("number", "funnel"),
    [
        ("G1", {"regions": 14, "plans": 15, "passed_paper": 8, "shortlisted": 4, "designated": 4}),
        ("G2", {"regions": 7, "plans": 9, "passed_paper": 6, "shortlisted": 3, "designated": 3}),
        ("1", {"regions": 14, "plans": 34, "shortlisted": 10, "deliberated": 8, "designated": 7}),
    ],
)
def test_funnels_of_the_calls_are_as_reported(record, number, funnel):
    found = record.funnels[number]
    assert {stage: found[stage] for stage in funnel} == funnel


def test_plans_for_a_round_are_not_taken_for_counts(record):
    assert record.funnels["2026"] == {"shortlisted": None}
    assert record.funnels["2026W"] == {"shortlisted": None}


def test_ulsan_was_deferred_in_round_one_and_designated_in_round_two():
    first = Designation.objects.get(region="ulsan", call__round="1")
    later = Designation.objects.get(region="ulsan", call__round="2")
    assert (first.state, later.state) == ("deferred", "designated")
    assert later.earlier == first
    assert later.zone.slug == "rfz-02-ulsan-h2mobility"


def test_two_priority_candidates_of_round_one_were_never_examined(record):
    left = Designation.objects.filter(call__round="1", state="not_examined")
    assert {one.region for one in left} == {"jeju", "jeonbuk"}
    named = [a for a in record.anomalies if a.rule == "DC-01" and a.subject.startswith(("jeju", "jeonbuk"))]
    assert len(named) == 2


def test_candidates_without_a_reported_end_stay_open_and_wait_for_nobody():
    unknown = Designation.objects.filter(call__round="10", state="preparing")
    assert {one.region for one in unknown} == {"gyeongbuk", "gwangju", "jeonnam", "jeju"}
    assert not Duty.objects.filter(is_open=True).exists()


def test_every_zone_of_the_data_is_in_the_register_with_its_region():
    expected = {row["zone_id"]: row["region_id"] for row in rows("zones")}
    assert len(expected) == 49
    assert dict(Zone.objects.values_list("slug", "region")) == expected
    assert OtherZone.objects.count() == len(rows("other_zones")) == 34


def test_every_shown_fact_of_a_zone_has_a_source_and_a_confidence():
    claims = Claim.objects.filter(subject_kind="zones.zone")
    assert claims.count() > 49 * 5
    assert not [c for c in claims if not c.sources or c.confidence not in ("high", "medium", "low")]


def test_dates_keep_the_precision_of_their_source():
    blockchain = Zone.objects.get(slug="rfz-01-busan-blockchain")
    assert (blockchain.designated_on, blockchain.starts_on, blockchain.ends_on) == (
        "2019-07-23",
        "2019-08",
        "2024-12",
    )
    biomedical = Zone.objects.get(slug="rfz-02-daejeon-biomedical")
    assert biomedical.ends_on == "2024"
    call = Call.objects.get(round="10")
    assert call.shortlisted_on == "2024-09"


def test_nothing_is_invented_for_what_was_not_published():
    assert Receipt.objects.count() == 0
    assert not Call.objects.filter(closes_at__isnull=False).exists()
    assert not Plan.objects.filter(submitted_at__isnull=False).exists()
    assert not Sitting.objects.filter(enrolled__isnull=False).exists()


def test_values_on_which_sources_disagree_stand_side_by_side(record):
    hemp = Zone.objects.get(slug="rfz-03-gyeongbuk-hemp")
    ends = Claim.objects.filter(subject_id=str(hemp.pk), field="ends_on").order_by("-is_shown")
    assert [(c.value, c.is_shown) for c in ends] == [("2024-12", True), ("2024-11", False)]
    assert {c.subject for c in record.conflicts} >= {
        "rfz-03-gyeongbuk-hemp",
        "mt-com-15",
        "rfz-06-busan-ammonia",
    }


def test_ends_and_releases_are_acts_of_their_own_day():
    ship = Zone.objects.get(slug="rfz-02-gyeongnam-unmannedship")
    assert (ship.state, ship.standing_on) == ("released", "2025-05-20")
    event = Event.objects.get(name="zones.released", subject_id=str(ship.pk))
    assert (event.at_text, event.channel) == ("2025-05-20", "history")
    assert event.sources


def test_zones_reported_at_work_after_their_end_are_anomalies(record):
    past = {a.subject for a in record.anomalies if a.rule == "CHG-01"}
    assert past >= {
        "rfz-02-jeju-evcharging",
        "rfz-03-chungnam-h2",
        "rfz-03-jeonbuk-carbon",
        "rfz-01-sejong-autonomous",
    }
    assert "rfz-03-gangwon-lh2" not in past


def test_every_anomaly_and_conflict_is_told_in_both_languages(record):
    told = [(a.what, a.what_en) for a in record.anomalies] + [(c.note, c.note_en) for c in record.conflicts]
    assert [ko for ko, en in told if not (ko and en)] == []


def test_every_finding_of_the_record_is_asked_again_to_the_same_bytes():
    stored = list(Finding.objects.values_list("answer", flat=True))
    assert len(stored) > 500
    assert [answer["rule_id"] for answer in stored if not replays(answer)] == []


def test_audit_says_satisfied_where_facts_are_known_and_names_what_is_missing(record):
    gangwon = Designation.objects.get(zone__slug="rfz-03-gangwon-lh2")
    decision = Finding.objects.get(case_id=gangwon.pk, rule_id="DES-03")
    assert decision.status == "satisfied"
    ulsan = Designation.objects.get(zone__slug="rfz-03-ulsan-genome")
    assert Finding.objects.get(case_id=ulsan.pk, rule_id="DES-03").answer["missing"] == ["applied_on"]
    assert record.rules["satisfied"] > 50
    assert record.rules["breached"] == 0
    assert record.rules["unknown"] > 500
    assert record.missing["applied_on"] > 40


def test_names_borne_as_candidate_are_kept_beside_the_later_name():
    car = Zone.objects.get(slug="rfz-02-jeonbuk-ecocar")
    assert [n.name_ko for n in car.names.all()] == ["미세먼지저감 상용차(지정명 친환경자동차)"]


def test_every_event_of_the_record_names_office_channel_and_zone_events_their_sources():
    assert set(Event.objects.values_list("channel", flat=True)) <= {"history", "system", "web"}
    founded = Event.objects.filter(name="zones.designated")
    assert founded.count() == 49
    assert not [e for e in founded if not e.sources]
    assert Organisation.objects.filter(kind="province").count() == 18


def test_one_sentence_is_told_for_each_round_in_order(record):
    assert len(record.told) == 14
    assert "deferred 1" in record.told[0].en
    assert "unknown 4" in next(w.en for w in record.told if w.en.startswith("round    10"))


@pytest.mark.parametrize(
    ("cell", "number"),
    [("14", 14), ("18(신규 16·추가 2)", 18), ("3 내외", None), ("최대 12(RFZ 7·GIZ 5)", None)],
)
def test_counts_are_read_only_where_a_count_stands(cell, number):
    assert Count.read(cell).number == number


def test_dates_of_stages_are_read_and_windows_are_not_taken_for_days():
    dated = Dated.read("접수 2025-09-15~19; 의결 2019-07-23; 후보특구 2024-09; 2026 상반기 지정 예정")
    assert set(dated.by_stage) == {"의결", "후보특구"}
    assert sources("a | b |") == ("a", "b")


def test_file_with_a_cell_too_many_is_refused_with_its_line(tmp_path, monkeypatch):
    from madang.history import record as module

    with (tmp_path / "zones.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["a", "b"], ["1", "2"], ["1", "2", "3"]])
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(ValueError, match="line 3"):
        rows("zones")
    assert DATA.joinpath("zones.csv").is_file()


@pytest.mark.both_engines
def test_command_prints_json_and_leaves_the_running_database_alone():
    before = databases()
    place = connection.settings_dict
    address = f"postgresql://{place['USER']}@/{place['NAME']}?host={place['HOST']}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "madang.settings.dev"}
    done = subprocess.run(
        [sys.executable, "-m", "madang.launch", "replay", "--report", "json"],
        capture_output=True, text=True, env=environment, cwd=ROOT, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["running_totals"][-1] == 42
    assert set(found) >= {"running_totals", "global_zones", "funnels", "rules", "anomalies", "conflicts"}
    assert {"subject", "rule", "what", "source"} <= set(found["anomalies"][0])
    assert databases() == before


def databases():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'madang_scratch%' ORDER BY 1")
        return cursor.fetchall()


def test_every_note_of_the_record_about_a_zone_has_its_english() -> None:
    notes = {row[cell] for row in rows("zones") for cell in ("period_note", "status_note")} - {""}
    assert len(notes) > 40
    assert {note for note in notes if not english(note)} == set()
    assert english("no such note") == ""
