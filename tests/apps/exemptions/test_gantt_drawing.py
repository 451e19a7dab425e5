"""The Gantt chart: each bar where its days are, what is unknown drawn as unknown, and the table says what the drawing says."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import translation

from madang.apps.exemptions.models import ToolTerm
from madang.apps.exemptions.queries.gantt import Charted, Term, ToolRow
from madang.apps.exemptions.views.gantt_drawing import HEAD, ROW, YEAR, ZONE_ROW, axis_of, drawn
from madang.apps.exemptions.views.gantt_pieces import pieces_of
from madang.apps.exemptions.views.radar_gantt import Twin
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

TODAY = date(2026, 5, 4)
ZONE = Words("부산 블록체인", "Busan blockchain")
MIDDLE = HEAD + ZONE_ROW + ROW // 2


def when(text: str) -> PartialDate:
    """A date as it was published."""
    return PartialDate.parse(text)


def a_term(starts: str, ends: str, kind: str = ToolTerm.GRANTED) -> Term:
    """One term."""
    return Term(kind, when(starts), when(ends))


def charted(*terms: Term, law: str = "", granted: str = "", **more: object) -> Charted:
    """A tool on the chart; without any day but those that are given."""
    empty = dict.fromkeys(ToolRow._fields)
    row = empty | {"pk": uuid4(), "kind": "exemption", "title": "로봇 <실증>", "granted_text": granted} | more
    return Charted(ToolRow(**row), terms, law)  # type: ignore[arg-type]


def days(tool: Charted) -> list[tuple[str, str, str]]:
    """The pieces of a tool in words."""
    return [(kind, first.isoformat(), last.isoformat()) for kind, first, last in pieces_of(tool, TODAY)]


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        (charted(a_term("2025-01-02", "2027-01-01")), [("term", "2025-01-02", "2027-01-01")]),
        (
            charted(a_term("2023-01-02", "2025-01-01"), a_term("2025-01-02", "2026-12-31", "extended")),
            [("term", "2023-01-02", "2025-01-01"), ("extended", "2025-01-02", "2026-12-31")],
        ),
        (
            charted(a_term("2025-01-02", "2027-01-01"), ends_on=date(2027, 1, 1), latest_end=date(2029, 1, 1)),
            [("term", "2025-01-02", "2027-01-01"), ("may", "2027-01-02", "2029-01-01")],
        ),
        (
            charted(a_term("2020-08", "2022-07-31")),
            [("range", "2020-08-01", "2020-08-31"), ("term", "2020-09-01", "2022-07-31")],
        ),
        (
            charted(a_term("2024-05-01", "2028")),
            [("range", "2028-01-01", "2028-12-31"), ("term", "2024-05-01", "2027-12-31")],
        ),
        (charted(a_term("2024-05-01", "")), [("open-end", "2024-05-01", "2024-05-01")]),
        (charted(a_term("", "2028-05-31")), [("open-start", "2028-05-31", "2028-05-31")]),
        (
            charted(a_term("", "2028-05-31"), granted="2024-04"),
            [("range", "2024-04-01", "2028-05-31")],
        ),
        (charted(a_term("2022-01-01", "", "deemed")), [
            ("by-law", "2022-01-01", "2026-05-04"), ("open-end", "2026-05-04", "2026-05-04")
        ]),
        (charted(a_term("", ""), granted="2021"), [
            ("range", "2021-01-01", "2021-12-31"), ("open-end", "2021-12-31", "2021-12-31")
        ]),
        (charted(a_term("", "")), []),
    ],
)  # fmt: skip
def test_a_tool_is_drawn_as_far_as_its_days_are_known(tool, expected):
    assert days(tool) == expected


def test_bars_stand_at_their_days_in_the_look_of_their_law():
    tool = charted(
        a_term("2025-01-01", "2026-12-31"),
        law="begun",
        ends_on=date(2026, 12, 31),
        legal_end=date(2026, 12, 31),
    )
    chart = drawn([(ZONE, [tool])], TODAY)
    axis = axis_of([pieces_of(tool, TODAY)], TODAY)
    end = axis.x(date(2026, 12, 31))
    assert (axis.first_year, axis.years) == (2025, 2)
    assert f'<path class="g-term l3" stroke="url(#g-l3)" d="M0 {MIDDLE}H{end}"/>' in chart.plot
    assert f'd="M{end} {MIDDLE - 9}v18"' in chart.plot
    warned = axis.x(date(2026, 12, 31) - timedelta(days=90))
    assert f'<path class="g-warn" d="M{warned} {MIDDLE + 9}H{end}"/>' in chart.plot
    assert f'<path class="g-today" d="M{axis.x(TODAY)} 22V' in chart.plot
    assert 0 < axis.x(TODAY) - YEAR < YEAR
    assert "로봇 &lt;실증&gt;" in chart.names
    assert "정비 중" in chart.plot
    assert "style=" not in chart.plot + chart.names


def test_the_table_says_of_each_tool_what_the_drawing_shows():
    tools = [
        charted(a_term("2025-01-02", "2026-07-01"), law="planned", next_on=date(2026, 5, 9), choice="end", legal_end=date(2026, 7, 1)),
        charted(a_term("2022-01-01", "2024-01-01"), a_term("2024-01-02", "", "continued"), law="in_force"),
        charted(a_term("", "2028-05"), granted="2024-04-30", choice="unknown"),
    ]  # fmt: skip
    with translation.override("en"):
        body, chart = str(Twin(TODAY).body([(ZONE, tools)])), drawn([(ZONE, tools)], TODAY)
    rows = re.findall(r"<td>(.*?)</td>" * 6, body)
    assert rows == [
        (
            "2025-01-02",
            "2026-07-01",
            "–",
            "2026-07-01 <strong>within 90 days</strong>",
            "2026-05-09",
            "planned",
        ),
        ("2022-01-01", "Goes on by law", "–", "–", "–", "revised"),
        (
            "not known <small>granted 2024-04-30</small>",
            "2028-05",
            "–",
            "–",
            "not known",
            "law not on record",
        ),
    ]
    assert chart.names.count("<text y=") == len(tools)
    for said in ("within 90 days · planned", ">revised<", ">law not on record<"):
        assert said in chart.plot, said
