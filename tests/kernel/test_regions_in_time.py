"""Regions in time: names and codes of the day, the merger that nobody has confirmed, and the map of tiles."""

from datetime import date

import pytest

from madang.kernel.regions import (
    NoSuchRegion,
    code_on,
    eligible_regions_on,
    is_capital,
    launch_is_unverified,
    name_on,
    region,
    regions,
    regions_on,
    successor_of,
)

LAST_DAY, MERGER = date(2026, 6, 30), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("region_id", "day", "name", "code"),
    [
        ("gangwon", "2023-06-10", "강원도", "42"),
        ("gangwon", "2023-06-11", "강원특별자치도", "51"),
        ("gangwon", "2023-06-12", "강원특별자치도", "51"),
        ("jeonbuk", "2024-01-17", "전라북도", "45"),
        ("jeonbuk", "2024-01-18", "전북특별자치도", "52"),
        ("jeonbuk", "2019-07-24", "전라북도", "45"),
        ("sejong", "2019-07-24", "세종특별자치시", "36"),
        ("jeju", "2026-01-01", "제주특별자치도", "50"),
    ],
)
def test_a_region_bears_the_name_and_code_of_the_day(region_id, day, name, code):
    on = date.fromisoformat(day)
    assert (name_on(region_id, on).ko, code_on(region_id, on)) == (name, code)


def test_the_merger_counts_sixteen_regions_and_its_absence_seventeen():
    assert len(regions_on(LAST_DAY)) == 17
    assert len(regions_on(MERGER)) == 16
    assert len(regions_on(MERGER, merged=False)) == 17
    assert {r.id for r in regions_on(LAST_DAY)} - {r.id for r in regions_on(MERGER)} == {"gwangju", "jeonnam"}


def test_fourteen_regions_may_apply_and_thirteen_after_the_merger():
    assert len(eligible_regions_on(LAST_DAY)) == 14
    assert len(eligible_regions_on(MERGER)) == 13
    assert len(eligible_regions_on(MERGER, merged=False)) == 14


def test_the_launch_of_the_merged_region_is_marked_as_unverified():
    merged = region("jeonnam-gwangju")
    assert not merged.verified
    assert "확인되지 않음" in merged.note.ko
    assert successor_of("gwangju") == successor_of("jeonnam") == merged
    assert [launch_is_unverified("gwangju", day) for day in (LAST_DAY, MERGER)] == [False, True]
    assert not launch_is_unverified("busan", MERGER)
    assert successor_of("busan") is None


def test_the_capital_area_is_seoul_incheon_and_gyeonggi():
    assert {r.id for r in regions() if is_capital(r.id)} == {"seoul", "incheon", "gyeonggi"}


def test_the_tiles_of_a_day_never_cover_each_other():
    for day in (LAST_DAY, MERGER):
        tiles = [r.tile for r in regions_on(day)]
        assert len(set(tiles)) == len(tiles)


def test_the_tiles_lie_as_the_regions_do_on_the_map():
    tile = {r.id: r.tile for r in regions()}
    north_to_south = [tile[r][1] for r in ("seoul", "chungnam", "jeonbuk", "jeonnam", "jeju")]
    assert north_to_south == sorted(set(north_to_south))
    assert tile["incheon"][0] < tile["seoul"][0] < tile["gyeonggi"][0] < tile["gangwon"][0]
    assert tile["busan"][1] > tile["ulsan"][1] > tile["gyeongbuk"][1] > tile["gangwon"][1]


def test_every_region_has_names_in_both_languages():
    assert all(r.name.ko and r.name.en and r.short.ko and r.short.en for r in regions())


def test_a_region_that_never_was_is_refused():
    with pytest.raises(NoSuchRegion) as refusal:
        region("atlantis")
    assert "atlantis" in refusal.value.sentence.ko
