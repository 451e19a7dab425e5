"""Charts: figures in the picture, in the description and in the table; unknown stays unknown."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.template import Context, engines

from madang.core.ui import shapes
from madang.core.ui.charts import bars, funnel, gantt, lines, tiles
from madang.core.ui.shapes import Bar, Series, Span, Tile, WrongUse

SECOND_CALL = [Bar("신청", 9), Bar("서면 통과", 6), Bar("후보", 3), Bar("심의", None), Bar("지정", 3)]
TOTALS = [7, 14, 21, 24, 28, 29, 32, 34, 39, 42]


def shown(tag: str, chart: object) -> str:
    return engines["django"].engine.from_string(f"{{% {tag} chart %}}").render(Context({"chart": chart}))


def picture(page: str) -> ElementTree.Element:
    """The SVG of a chart, which must be well formed."""
    return ElementTree.fromstring(page[page.index('<svg class="plot"') : page.index("</svg>\n<details") + 6])


def charts() -> list[tuple[str, object]]:
    return [
        ("ui_bars", shapes.BarChart("b", "막대", SECOND_CALL)),
        ("ui_funnel", shapes.Funnel("f", "깔때기", SECOND_CALL)),
        ("ui_lines", shapes.LineChart("l", "선", [str(n) for n in range(10)], [Series("특구", TOTALS)])),
        ("ui_gantt", shapes.Gantt("g", "기간", [Span("특례", date(2019, 8, 9), None)], date(2026, 11, 22))),
    ]


@pytest.mark.parametrize(("tag", "chart"), charts())
def test_every_chart_has_a_title_a_description_and_a_table_twin(tag, chart):
    page = shown(tag, chart)
    svg = picture(page)
    told = {svg.find("title").get("id"), svg.find("desc").get("id")}
    assert set(svg.get("aria-labelledby").split()) == told
    assert svg.find("desc").text
    assert "<table>" in page
    assert "style=" not in page


def test_a_funnel_gives_the_share_of_the_stage_before_only_where_both_are_known():
    drawn = funnel.drawn(shapes.Funnel("f", "2차 공모", SECOND_CALL, "개"))
    assert [row[1:3] for row in drawn.rows] == [
        ("9개", ""),
        ("6개", "67%"),
        ("3개", "50%"),
        ("미상", ""),
        ("3개", ""),
    ]
    assert 'width="66.67%"' in drawn.body
    assert drawn.body.count("slope") == 2


def test_an_unknown_bar_is_drawn_as_missing_and_zero_as_an_empty_track():
    drawn = bars.drawn(shapes.BarChart("b", "특례", [Bar("가", 4), Bar("나", 0), Bar("다", None)]))
    assert drawn.body.count('class="bar"') == 1
    assert drawn.body.count('class="track missing"') == 1
    assert drawn.description == "가 4, 나 0, 다 미상"


def test_a_chart_of_nothing_but_unknowns_is_drawn_without_failing():
    assert "missing" in bars.drawn(shapes.BarChart("b", "x", [Bar("가", None)])).body
    lines.drawn(shapes.LineChart("l", "x", ["1"], [Series("가", [None])]))


def test_a_missing_value_breaks_the_line_instead_of_falling_to_zero():
    chart = shapes.LineChart("l", "x", list("abcde"), [Series("가", [1, 2, None, 4, 5])])
    drawn = lines.drawn(chart)
    assert drawn.body.count("<polyline") == 2
    assert drawn.body.count("<path") == 4
    assert drawn.rows[2] == ("c", "미상")


def test_series_of_a_line_chart_differ_by_marker_and_dash_class():
    two = [Series("가", [1, 2]), Series("나", [2, 1])]
    drawn = lines.drawn(shapes.LineChart("l", "x", ["a", "b"], two))
    assert {lines.MARKERS[0], lines.MARKERS[1]} <= set(drawn.body.split('"'))
    assert [label for _, label in drawn.legend] == ["가", "나"]


def test_a_line_chart_with_a_value_too_few_is_refused():
    with pytest.raises(WrongUse, match="one value"):
        lines.drawn(shapes.LineChart("l", "x", ["a", "b"], [Series("가", [1])]))


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (3, 4), (7, 8), (9, 10), (42, 50), (61, 80), (100, 100), (0.3, 0.4)]
)
def test_the_axis_ends_at_a_round_number_not_below_the_highest_value(value, top):
    assert lines.nice_top(value) == pytest.approx(top)


def test_a_gantt_shows_the_last_day_of_a_half_open_span():
    spans = [Span("특례", date(2019, 8, 9), date(2021, 8, 9)), Span("허가", date(2021, 8, 9), None)]
    drawn = gantt.drawn(shapes.Gantt("g", "기간", spans))
    assert "2021. 8. 8.(일)" in drawn.rows[0][2]
    assert drawn.rows[1][2] == "끝 미상"
    assert "open" in drawn.body


@pytest.mark.parametrize("years", [0, 1, 3, 8, 40])
def test_a_gantt_axis_has_a_readable_number_of_ticks_for_any_length(years):
    axis = gantt.Axis(date(2019, 8, 9), date(2019 + years, 11, 22))
    assert 2 <= len(axis.ticks) <= 9
    assert 0 <= axis.share(date(2019, 8, 9)) < axis.share(date(2019 + years, 11, 22)) <= 1


def test_a_gantt_of_nothing_is_refused_in_favour_of_an_empty_state():
    with pytest.raises(WrongUse, match="empty state"):
        gantt.drawn(shapes.Gantt("g", "x", []))


def test_seventeen_regions_have_seventeen_places_on_the_tile_map():
    places = [place for region, place in tiles.KOREA.items() if region != "jeonnam-gwangju"]
    assert len(set(places)) == len(places) == 17


def test_tiles_are_links_that_read_out_the_full_name_and_the_count():
    tile = Tile("부산광역시", "부산", "/zones/?region=busan", 4, 4, 4)
    page = shown("ui_tiles", shapes.TileMap("m", "지도", [tile], "개 특구"))
    assert '<a href="/zones/?region=busan">' in page
    assert '<span class="hidden">부산광역시 </span><span class="tile-count">4</span>' in page
    assert "c4 r4" in page


def test_two_tiles_on_one_place_are_refused():
    pair = [Tile("가", "가", "#", 1, 1, 1, span=2), Tile("나", "나", "#", 1, 2, 1)]
    with pytest.raises(WrongUse, match="another tile"):
        tiles.laid(shapes.TileMap("m", "지도", pair))
