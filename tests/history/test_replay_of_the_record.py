"""The record replayed through the acts: the official totals come out, nothing is invented, anomalies are named."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.models import FollowUp, FollowUpOutcome, LawRevision, Project, Tool
from madang.apps.exemptions.queries.follow_ups import outcomes_of
from madang.apps.exemptions.queries.record import project_facts
from madang.apps.exemptions.rules.follow_ups import tally
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
    assert [list(one) for one in found["follow_up"]] == 3 * [
        ["session", "total", "ended", "interim_permit", "extended"]
    ]
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


def test_eighty_exemptions_stand_in_the_record_each_with_the_outcome_of_its_source() -> None:
    outcomes = Counter(Project.objects.filter(is_record=True).values_list("outcome", flat=True))
    assert outcomes == {
        "unknown": 24, "interim_permit": 18, "law_revised": 13, "ongoing": 12, "zone_ended": 5, "ended": 2,
        "standard_revised": 2, "interpretation": 2, "permit_extended": 1, "extended": 1,
    }  # fmt: skip
    assert outcomes.total() == 80
    told = {row["key"]: (row["outcome"], row["outcome_on"]) for row in rows("exemptions")}
    kept = {p.slug: (p.outcome, p.outcome_text) for p in Project.objects.all()}
    # of one exemption the zone's outcome is dated and its own is not known: the record keeps no day for it
    assert {key for key in told if told[key] != kept[key]} == {"ex-043"}


def test_tools_of_the_record_say_no_more_than_what_was_reported_of_them() -> None:
    states = Counter(Tool.objects.values_list("kind", "state"))
    assert states == {
        ("exemption", "reported"): 24, ("exemption", "bridged"): 26, ("exemption", "running"): 12,
        ("exemption", "extended"): 1, ("exemption", "normalised"): 8, ("exemption", "closed"): 9,
        ("interim_permit", "reported"): 18, ("interim_permit", "extended"): 1, ("interim_permit", "normalised"): 7,
    }  # fmt: skip
    assert not Tool.objects.filter(is_record=False).exists()
    assert not Duty.objects.filter(case_kind="exemptions.tool").exists()
    month = Tool.objects.get(project__slug="ex-004", kind="interim_permit")
    assert (month.granted_text, month.granted_on) == ("2021-07", None)
    jeju = Tool.objects.get(project__slug="ex-032", kind="interim_permit")
    assert [(t.starts_text, t.ends_text) for t in jeju.terms.all()] == [("2021-12-06", "2023-12-05")]


def test_every_fact_of_an_exemption_has_its_source_and_the_law_hangs_on_it() -> None:
    claims = Claim.objects.filter(subject_kind="exemptions.project")
    assert claims.values("subject_id").distinct().count() == 80
    assert not [c for c in claims if not c.sources or c.confidence not in ("high", "medium", "low")]
    facts = project_facts(Project.objects.get(slug="ex-001"))
    assert [fact.field for fact in facts][:4] == ["kind", "granted_on", "term", "conditions"]
    assert facts[2].note.en == "Up to 2 years; may be extended once"
    law = LawRevision.objects.get(slug="location-information-act")
    assert set(law.projects.values_list("slug", flat=True)) == {"ex-004", "ex-005", "ex-006"}
    assert LawRevision.objects.count() == len(rows("revisions")) == 17
    assert LawRevision.objects.get(slug="autonomous-ships-act").in_force_text == "2025-01-03"


def test_text_of_the_exemptions_has_its_english_where_it_is_read() -> None:
    pairs = [("term", "term_en"), ("conditions", "conditions_en"), ("outcome_text", "outcome_text_en")]
    lacking = [row["key"] for row in rows("exemptions") for ko, en in pairs if bool(row[ko]) != bool(row[en])]
    notes = [row["session"] for name in ("follow_ups", "follow_up_outcomes") for row in rows(name)
             if bool(row["note_ko"]) != bool(row["note_en"])]  # fmt: skip
    assert lacking + notes == []


def test_sums_of_the_follow_up_sessions_are_those_of_the_sources(record) -> None:
    assert record.follow_up == [
        {"session": "2021-07-01", "total": 24, "ended": 2, "interim_permit": 5, "extended": 17},
        {"session": "2021-11-04", "total": 15, "ended": 0, "interim_permit": 5, "extended": 10},
        {"session": "2022-11-24", "total": 32, "ended": 5, "interim_permit": 6, "extended": 21},
    ]
    assert [list(one) for one in record.follow_up] == 3 * [
        ["session", "total", "ended", "interim_permit", "extended"]
    ]
    for one in record.follow_up:
        assert one["total"] == one["ended"] + one["interim_permit"] + one["extended"]


def test_sessions_whose_numbers_were_not_all_reported_stay_open_with_what_is_named() -> None:
    assert FollowUp.objects.count() == 8
    last = FollowUp.objects.get(held_text="2025-11-21")
    assert (last.total, last.stated, last.is_whole) == (14, {}, False)
    count = tally(last, outcomes_of(last))
    assert (count.count, count.missing) == (9, 5)
    third = FollowUp.objects.get(held_text="2022-11-24")
    assert dict(tally(third, outcomes_of(third)).noted) == {"ended": 5, "interim_permit": 4}
    assert Sitting.objects.filter(slug=third.sitting, number=9).exists()


def test_jeju_stands_with_two_outcomes_at_once_and_no_project_is_picked_for_either(record) -> None:
    jeju = FollowUpOutcome.objects.filter(
        zone__slug="rfz-02-jeju-evcharging", follow_up__held_text="2025-11-21"
    )
    assert {(one.outcome, one.project_id, one.count) for one in jeju} == {
        ("revised", None, None), ("permit_extended", None, None),
    }  # fmt: skip
    assert set(
        Project.objects.filter(zone__slug="rfz-02-jeju-evcharging").values_list("outcome", flat=True)
    ) == {"interim_permit"}
    told = {a.rule: a for a in record.anomalies if a.subject == "rfz-02-jeju-evcharging"}
    assert "both ended and went on" in told["REV-09"].what_en
    assert "a second extension" in told["IP-08"].what_en
    assert "5 December 2023" in told["IP-08"].what_en
    assert told["IP-08"].source.startswith("https://biz.chosun.com")
    # Jeonbuk has two outcomes of one day as well, but nothing there contradicts
    assert "rfz-03-jeonbuk-carbon" not in {
        a.subject for a in record.anomalies if a.rule in ("REV-09", "IP-08")
    }


def test_zone_page_shows_its_exemptions_with_sources_and_what_stands_out_in_both_languages() -> None:
    korean = Client().get("/zones/rfz-02-jeju-evcharging/").content.decode()
    for said in (
        "충전데이터 기반 전기차 특화진단 서비스",
        "기록에서 눈에 띄는 점",
        "두 번째 연장",
        "임시허가 전환",
    ):
        assert said in korean, said
    english = Client().get("/en/zones/rfz-02-jeju-evcharging/").content.decode()
    for said in (
        "a second extension", "Interim permit from 6 December 2021 to 5 December 2023", "Storage joined to existing",
        "Outcomes announced for the zone without naming projects", "Became an interim permit",
    ):  # fmt: skip
        assert said in english, said
    sejong = Client().get("/en/zones/rfz-01-sejong-autonomous/").content.decode()
    assert "Reported as four years (July 2019 to June 2023)" in sejong
    assert "Ended with its zone" in sejong


def test_zone_page_costs_no_more_queries_for_more_exemptions() -> None:
    few, many = (_queries(f"/zones/{slug}/") for slug in ("rfz-03-ulsan-genome", "rfz-01-busan-blockchain"))
    assert many <= few + 2


def _queries(path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path).status_code == 200
    return len(asked)


def test_pages_of_the_sessions_show_the_sum_and_how_many_are_not_named() -> None:
    listed = Client().get("/follow-ups/").content.decode()
    assert listed.count("합이 맞음") == 3
    assert listed.count("일부만 보도됨") == 5
    first = Client().get("/follow-ups/2021-07-01/").content.decode()
    assert "24건 = 종료 2 + 임시허가 5 + 실증특례 연장 17" in first
    assert "24건 가운데 6건의 이름이 있고, 18건의 이름은 출처에 없습니다." in first
    english = Client().get("/en/follow-ups/2025-11-21/").content.decode()
    assert "Of 14 projects, 9 are named; the sources do not name the other 5." in english
    assert "Projects whose names and number were not reported" in english
    assert Client().get("/follow-ups/2021-07-02/").status_code == 404
