"""What people meet when something goes wrong in the middle: two tabs, two clicks, a database that goes away."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.candidate_call import ITEMS
from tests.browser.conftest import Comes, Furnished
from tests.browser.person import Person

pytestmark = pytest.mark.browser
CALL = "/calls/giz-open/"
PUBLIC_PAGES = (
    "/",
    "/zones/",
    "/zones/giz-2-ulsan/",
    "/calls/",
    CALL,
    "/designations/",
    "/committees/",
    "/en/",
)
AWAY = "잠시 서비스를 이용할 수 없습니다"


def a_complete_plan(person: Person, title: str) -> None:
    person.opens(CALL)
    person.writes({"계획서 제목": title})
    person.presses("작성 시작")
    person.writes({item: f"{item}의 내용" for item in ITEMS})


def test_two_tabs_on_one_plan_show_both_versions_and_lose_neither(enters: Comes) -> None:
    first = enters("충청남도")
    a_complete_plan(first, "두 화면에서 쓰는 계획")
    first.presses("저장")
    first.sees("저장했습니다.")
    other = enters().holds(next(c["value"] for c in first.context.cookies() if c["name"] == "sessionid"))
    other.opens(first.path())
    first.writes({ITEMS[0]: "먼저 저장한 내용"})
    first.presses("저장")
    first.sees("저장했습니다.")
    other.writes({ITEMS[0]: "늦게 저장한 내용"})
    other.presses("저장")
    other.sees("다른 곳에서 먼저 저장한 내용이 있습니다", "먼저 저장한 내용", "늦게 저장한 내용")
    expect(other.field(ITEMS[0])).to_have_value("늦게 저장한 내용")
    other.presses("저장")
    other.sees("저장했습니다.")
    other.page.reload()
    expect(other.field(ITEMS[0])).to_have_value("늦게 저장한 내용")


@pytest.mark.parametrize(("seat", "scripts"), [("전라남도", True), ("전북특별자치도", False)])
def test_a_double_click_on_submit_makes_one_receipt(enters: Comes, seat: str, scripts: bool) -> None:
    applicant = enters(seat, java_script_enabled=scripts)
    a_complete_plan(applicant, "두 번 누르는 계획")
    applicant.presses("저장하고 제출 전 확인")
    applicant.main.get_by_role("button", name="제출", exact=True).dblclick()
    applicant.sees("접수했습니다. 접수증을 확인하십시오.")
    applicant.page.reload()
    expect(applicant.main.get_by_role("group", name="접수증")).to_have_count(1)
    expect(applicant.main.get_by_text("지난 접수증")).to_have_count(0)


def test_a_database_that_stops_in_mid_request_costs_nothing_that_was_written(
    enters: Comes, furnished: Furnished
) -> None:
    applicant, system = enters("강원특별자치도", java_script_enabled=False), furnished.system
    a_complete_plan(applicant, "끊기는 계획")
    with system.held_up_at("selection_plan"):
        applicant.main.get_by_role("button", name="저장", exact=True).click(no_wait_after=True)
        system.wait_for_a_waiting_request()
        with system.without_database():
            applicant.sees(AWAY, "방금 보낸 내용은 저장되지 않았고, 이미 저장된 내용은 그대로 있습니다.")
            assert enters().asks("/zones/").status == 503
            assert enters().asks("/readyz").status == 503
    applicant.page.go_back()
    expect(applicant.field(ITEMS[0])).to_have_value(f"{ITEMS[0]}의 내용")
    applicant.presses("저장")
    applicant.sees("저장했습니다.")
    public = enters()
    assert public.opens("/readyz") == 200
    assert public.opens("/zones/") == 200


def test_a_public_reader_gets_no_cookie_on_any_public_page(enters: Comes) -> None:
    public = enters()
    for path in PUBLIC_PAGES:
        assert public.opens(path) == 200
    assert public.context.cookies() == []


def test_every_answer_carries_the_headers_that_guard_the_reader(enters: Comes) -> None:
    reader = enters()
    for path in (*PUBLIC_PAGES, "/no-such-page/", "/demo/", "/accounts/login/"):
        headers = reader.asks(path).headers
        assert "default-src 'self'" in headers["content-security-policy"], path
        assert not re.search("unsafe|\\*", headers["content-security-policy"]), path
        assert headers["x-frame-options"] == "DENY", path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "same-origin", path
        assert headers["cross-origin-opener-policy"] == "same-origin", path


def test_pages_of_an_office_are_kept_by_no_cache(enters: Comes) -> None:
    headers = enters("중소벤처기업부").asks("/desk/").headers
    assert re.search("no-store|private", headers["cache-control"])


def test_nothing_that_a_page_needs_comes_from_another_machine(enters: Comes) -> None:
    reader = enters()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    for path in (*PUBLIC_PAGES, "/design/"):
        reader.opens(path)
    assert len(asked) > len(PUBLIC_PAGES)
    assert [url for url in asked if not url.startswith((reader.address, "data:"))] == []
