"""An incident on a phone 360 pixels wide: reported, on two desks within the minute, handled, closed, its claim settled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.cast import Cast
from tests.browser.person import Person
from tests.browser.served import Served

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
FIRM, BUSAN = "체험 기업", "부산광역시"


def test_incident_is_reported_from_a_phone_and_followed_to_the_claim(
    comes: Callable[..., Person], system: Served, tmp_path: Path
) -> None:
    cast = Cast(lambda *seat, **given: comes(*seat, **given, viewport=PHONE))
    cast.it_is(2026, 9, 21, 10, 0)
    name = system.main_of("tests.browser.running_tool").strip()
    number = the_firm_reports(cast[FIRM], name, tmp_path)
    for desk in (cast.ministry, cast[BUSAN]):
        desk.opens("/desk/")
        desk.sees(number)
    busan_inspects_and_acts(cast, number)
    the_firm_settles_a_claim(cast[FIRM], name)
    for person in (cast[FIRM], cast[BUSAN]):
        assert person.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def the_firm_reports(firm: Person, name: str, tmp_path: Path) -> str:
    """One screen; a slip keeps what was typed; the number of the incident is returned."""
    photo = tmp_path / "현장.png"
    firm.page.screenshot(path=photo)
    firm.opens("/safety/")
    firm.follows("사고 신고", within=firm.main.locator(".card", has_text=name))
    firm.answers({"지금도 위험합니까?": "예", "어떤 피해가 있습니까?": "사람이 다침"})
    firm.writes(
        {
            "사고가 난 때": "2026-09-21T09:50",
            "사고가 난 곳": "문현동 물류센터 앞",
            "무슨 일이 있었습니까?": "로봇이 보행자와 부딪혔습니다.",
        }
    )
    firm.hands_in("사진", photo)
    firm.presses("사고 신고")
    firm.sees("피해의 종류와 맞지 않습니다")
    firm.writes({"다치거나 숨진 사람 수": "1"})
    firm.presses("사고 신고")
    firm.sees("신고했습니다", "로봇이 보행자와 부딪혔습니다.")
    return firm.main.locator("h1").inner_text().split()[-1]


def busan_inspects_and_acts(cast: Cast, number: str) -> None:
    """The firm stops it, Busan records its own measure and closes the case with its cause."""
    firm, busan = cast[FIRM], cast[BUSAN]
    firm.follows("조치 기록")
    firm.answers({"조치": "실증 중단"})
    firm.writes({"무엇을 했습니까?": "모든 로봇을 세웠습니다."})
    firm.presses("조치 기록")
    busan.opens("/safety/")
    busan.page.get_by_role("link", name=number, exact=False).first.click()
    busan.sees("모든 로봇을 세웠습니다.")
    busan.follows("사고 종결")
    busan.writes({"원인": "거리 감지기 고장"})
    busan.presses("사고 종결")
    busan.sees("거리 감지기 고장", "종결")


def the_firm_settles_a_claim(firm: Person, name: str) -> None:
    """A claim is reported, paid, and its outcome reported within its fifteen days."""
    firm.opens("/safety/")
    firm.follows("손해배상 청구 보고", within=firm.main.locator(".card", has_text=name))
    firm.writes({"청구받은 날": "2026-09-21", "청구 금액(원)": "800000"})
    firm.answers(
        {
            "어떤 손해입니까?": "사람이 다침",
            "청구한 사람이 이용자입니까?": "아니요",
            "보험ㆍ배상계획의 내용을 알렸습니까?": "예",
        }
    )
    firm.presses("손해배상 청구 보고")
    firm.follows("지급 기록")
    firm.writes({"지급한 날": "2026-09-21", "지급한 금액(원)": "800000"})
    firm.presses("지급 기록")
    firm.sees("손해배상 결과 보고", "2026. 10. 6.")
    firm.follows("결과 보고")
    firm.presses("결과 보고")
    firm.sees("결과를 보고했습니다.", "결과 보고 완료")
