"""Pages of the radar, of the Gantt chart and of the laws: what they say, and what they answer to bad questions."""

from datetime import date

import pytest
from django.test import Client

from madang.apps.exemptions.acts.outlooks import refresh_outlooks
from madang.core import clock
from tests.apps.exemptions.revision_builders import a_law, a_tool, noon

TODAY = date(2026, 5, 4)


@pytest.fixture
def on_a_day(monkeypatch: pytest.MonkeyPatch):
    """The pages are read on one day."""
    monkeypatch.setattr(clock, "now", lambda: noon(TODAY))


@pytest.mark.django_db
def test_the_radar_shows_what_comes_first_and_filters_by_all_that_it_offers(on_a_day, client: Client):
    soon = a_tool(title="배달 로봇", ends_on=date(2026, 8, 1))
    a_tool("interim_permit", "active", title="원격 진료", ends_on=date(2026, 12, 1))
    a_tool(title="끝 모름", starts_on=None, ends_on=None)
    a_law(soon)
    refresh_outlooks(noon(TODAY))
    page = client.get("/radar/").content.decode()
    assert page.index("배달 로봇") < page.index("원격 진료") < page.index("끝 모름")
    for word in ("28일 남음", "150일 남음", "날짜 미상", "제86조", "계산기에서 다시 세기", "도로교통법"):
        assert word in page, word
    asked = {
        "?within=30": "배달 로봇", "?within=unknown": "끝 모름", "?kind=interim_permit": "원격 진료",
        "?ministry=molit": "배달 로봇",
    }  # fmt: skip
    for query, only in asked.items():
        shown = client.get(f"/radar/{query}").content.decode()
        assert [title in shown for title in ("배달 로봇", "원격 진료", "끝 모름")].count(True) == 1, query
        assert only in shown
    for wrong in ("?zone=%00", "?region=nowhere", "?within=-1&page=99999", "?kind=x&ministry='"):
        assert client.get(f"/radar/{wrong}").status_code == 200, wrong
    assert "90일 안" in client.get("/radar/gantt/").content.decode()
    for path in ("/en/radar/", "/en/radar/gantt/", "/en/revisions/", "/revisions/"):
        assert client.get(path).status_code == 200, path
