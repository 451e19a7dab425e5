"""The register: filters, counts, search, and regions whose names and borders change."""

from datetime import date

import pytest

from madang.apps.zones.acts import OtherName, StatedClaim, rename_zone, state_claims
from madang.apps.zones.columns import short_day, standing_since
from madang.apps.zones.dossier import contested, facts_of, places_of
from madang.apps.zones.maps import region_map, standing_of_regions
from madang.apps.zones.queries import (
    RegisterFilters,
    claims_about,
    running_totals,
    zones_by_region,
    zones_by_round,
    zones_register,
)
from madang.kernel import regions
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words
from tests.apps.zones.builders import MINISTER, NOON, a_zone, an_other_zone, day, three_zones

pytestmark = pytest.mark.django_db


def slugs(**asked):
    return {row.slug for row in zones_register(RegisterFilters(**asked)).rows}


def test_register_without_filters_shows_the_ministrys_zones_newest_first():
    three_zones()
    an_other_zone()
    rows = zones_register(RegisterFilters()).rows
    assert [row.slug for row in rows] == ["giz-2-two", "rfz-01-gangwon-health", "rfz-01-busan-blockchain"]


@pytest.mark.parametrize(("asked", "found"), [
    ({"kind": "giz"}, {"giz-2-two"}),
    ({"kind": "other"}, {"fez-incheon"}),
    ({"kind": "all", "region": "incheon"}, {"fez-incheon"}),
    ({"region": "gyeongbuk"}, {"giz-2-two"}),
    ({"round": "1", "industry": "바이오"}, {"rfz-01-gangwon-health"}),
    ({"standing": "ended"}, set()),
    ({"kind": "other", "standing": "operating"}, {"fez-incheon"}),
    ({"kind": "all", "scheme": "경제자유구역"}, {"fez-incheon"}),
])  # fmt: skip
def test_each_filter_lets_only_its_own_zones_pass(asked, found):
    three_zones()
    an_other_zone()
    assert slugs(**asked) == found


def test_zone_of_two_regions_counts_in_both_but_once_in_all():
    three_zones()
    register = zones_register(RegisterFilters())
    assert (register.by_region()["daegu"], register.by_region()["gyeongbuk"]) == (1, 1)
    assert register.by_kind() == {"": 3, "rfz": 2, "giz": 1, "other": 0, "all": 3}


def test_count_of_a_region_is_what_its_link_will_show():
    three_zones()
    chosen = zones_register(RegisterFilters(kind="rfz", region="busan"))
    assert chosen.by_region() == {"busan": 1, "gangwon": 1}
    assert [row.slug for row in chosen.rows] == ["rfz-01-busan-blockchain"]


def test_merged_region_finds_the_zones_of_its_parts():
    a_zone("rfz-01-jeonnam", regions=("jeonnam",))
    a_zone("rfz-02-gwangju", regions=("gwangju",))
    assert slugs(region="jeonnam-gwangju") == {"rfz-01-jeonnam", "rfz-02-gwangju"}
    assert slugs(region="gwangju") == {"rfz-02-gwangju"}


@pytest.mark.both_engines
@pytest.mark.parametrize(("words", "found"), [
    ("블록체인", {"rfz-01-busan-blockchain"}),
    ("\u1107\u1173\u11af\u1105\u1169\u11a8\u110e\u1166\u110b\u1175\u11ab", {"rfz-01-busan-blockchain"}),
    ("블럭체인", {"rfz-01-busan-blockchain"}),
    ("부산 정보", {"rfz-01-busan-blockchain"}),
    ("강원도", {"rfz-01-gangwon-health"}),
    ("Gangwon", {"rfz-01-gangwon-health"}),
    ("robot", {"giz-2-two"}),
    ("대구 경북", {"giz-2-two"}),
    ("부산 바이오", set()),
    ("%", set()),
    ("없는말", set()),
])  # fmt: skip
def test_search_finds_names_fields_and_regions_of_every_time(words, found):
    three_zones()
    assert slugs(text=words) == found


@pytest.mark.both_engines
def test_search_finds_a_zone_by_the_name_it_bore_before():
    zone = a_zone("rfz-01-daegu-wellness", name_ko="스마트웰니스", regions=("daegu",))
    name = OtherName("IoT 웰니스", Words("우선협의 대상", "Priority candidate"))
    rename_zone(actor=MINISTER, zone=zone, name=name, sources=(), at=NOON)
    assert slugs(text="iot") == {"rfz-01-daegu-wellness"}


def test_running_totals_add_the_rounds_in_their_order():
    for number, slug in (("1", "a"), ("1", "b"), ("2", "c"), ("10", "d")):
        a_zone(slug, round=number)
    assert running_totals(zones_by_round("rfz")) == [("1", 2), ("2", 3), ("10", 4)]


def test_zone_designated_after_the_day_is_not_counted_yet():
    three_zones()
    assert zones_by_region(date(2024, 12, 31)) == {"busan": 1, "gangwon": 1}
    assert zones_by_region(date(2025, 12, 31))["daegu"] == 1


def test_map_has_seventeen_tiles_whether_or_not_the_merger_took_place():
    chart = region_map({"busan": 2}, lambda region: f"?region={region}", current="busan")
    assert len(chart.tiles) == 17
    busan = next(tile for tile in chart.tiles if tile.label == regions.region("busan").name)
    assert (busan.count, busan.current, busan.href) == (2, True, "?region=")


@pytest.mark.parametrize(("today", "said"), [
    (date(2026, 6, 30), "17개입니다"),
    (date(2026, 7, 1), "출범했다면 시·도는 16개"),
])  # fmt: skip
def test_number_of_regions_says_what_hangs_on_the_unconfirmed_merger(today, said):
    assert said in standing_of_regions(today).ko


def test_region_stands_under_the_name_of_its_day_with_todays_beside_it():
    place = places_of(["gangwon"], day("2019-07-23"), date(2025, 11, 24))[0]
    assert (place.then.ko, place.now.ko, place.note) == ("강원도", "강원특별자치도", None)


def test_region_of_the_reported_merger_says_that_nobody_confirms_it():
    place = places_of(["jeonnam"], day("2019-07-23"), date(2026, 7, 1))[0]
    assert (place.then.ko, place.now) == ("전라남도", None)
    assert "확인되지 않았습니다" in place.note.ko


def test_facts_show_unknown_as_unknown_and_every_value_of_disagreeing_sources():
    zone = a_zone(ends_on=day("2024-12"))
    stated = [
        StatedClaim("ends_on", "2024-12", confidence="high"),
        StatedClaim("ends_on", "2024-11", is_shown=False),
    ]
    state_claims(actor=MINISTER, subject_kind="zones.zone", subject_id=str(zone.pk), claims=stated, at=NOON)
    claims = list(claims_about("zones.zone", zone.pk))
    facts = {fact.field: fact for fact in facts_of(zone, claims)}
    assert facts["gazetted_on"].value is None
    assert (facts["ends_on"].value, facts["ends_on"].confidence) == (PartialDate.parse("2024-12"), "high")
    assert [one.value for one in contested(zone, claims)[0].others] == [PartialDate.parse("2024-11")]


def test_unknown_standing_says_since_when_and_others_as_of_when():
    assert standing_since("unknown", "2023-08-02") == f"{short_day('2023-08-02')} 이후 확인되지 않음"
    assert standing_since("operating", "2025-06") == f"{short_day('2025-06')} 기준"
    assert standing_since("unknown", "") == ""
