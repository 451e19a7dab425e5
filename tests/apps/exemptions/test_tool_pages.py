"""The pages of exemptions and permits: one screen to ask, each office its own steps, and what strangers never read."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madang.apps.exemptions.models import Condition, Tool
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.core.authority import OfficeKind
from madang.core.files.models import Attachment
from tests.apps.exemptions.builders import PDF, a_firm, a_paper, noon
from tests.apps.exemptions.tool_builders import (
    CRITERIA,
    a_consulted_tool,
    a_granted_tool,
    a_refused_tool,
    a_requested_tool,
    a_tabled_tool,
    a_tool_draft,
    the_zone,
)
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db
SECRET = "보도로 다니는 배달 로봇"
DAY = timedelta(days=1)


def written(**more: str) -> dict[str, object]:
    """What a firm fills in."""
    return {
        "kind": EXEMPTION, "zone": str(the_zone().pk), "title_public": "배달 로봇의 보도 통행", "ground": "unfit_standard",
        "business": SECRET, "plan": "열 대로 실증", "permit_law": "도로교통법 제8조", **more,
    }  # fmt: skip


def test_firm_asks_on_one_screen_keeps_a_draft_and_sees_its_receipt() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    at(noon(date(2026, 9, 1)))
    empty = text_of(browser.get("/tools/new/"))
    assert "신속확인을 먼저 신청하십시오" in empty
    assert "다른 법령에 따라 허가등을 신청할 수 없음" in empty
    send(browser, "/tools/new/", **written(business=""), upload=a_paper("계획서.pdf"), save="1")
    tool = Tool.objects.get()
    assert tool.state == "drafting"
    lacking = text_of(
        send(browser, f"{tool.path}write/", **written(business=""), seen=str(tool.version), send="1")
    )
    assert "하려는 사업을 적으십시오." in lacking
    send(browser, f"{tool.path}write/", **written(plan="첫째 창"), seen=str(tool.version), save="1")
    stale = text_of(
        send(browser, f"{tool.path}write/", **written(plan="둘째 창"), seen=str(tool.version), send="1")
    )
    assert "첫째 창" in stale
    assert "둘째 창" in stale
    tool.refresh_from_db()
    sent = text_of(send(browser, f"{tool.path}write/", **written(), seen=str(tool.version), send="1"))
    tool.refresh_from_db()
    assert f"접수번호는 {tool.receipt}입니다." in sent
    assert "에서 필요성을 검토하고 있습니다." in sent
    assert "계획서.pdf" in sent
    assert "is examining the need." in text_of(browser.get(f"/en{tool.path}"))


def test_draft_is_withdrawn_on_its_page_and_nobody_else_finds_it() -> None:
    tool = a_tool_draft(INTERIM_PERMIT)
    for other in (
        Client(),
        signed_in(an_actor(OfficeKind.PROVINCE, "busan", "busan")),
        signed_in(a_firm("b-firm")),
    ):
        for path in (tool.path, f"{tool.path}write/", f"{tool.path}withdraw/", tool.project.path):
            assert other.get(path).status_code == 404, path
    browser = signed_in(a_firm())
    assert "신청서 거두기" in text_of(browser.get(tool.path, follow=True))
    send(browser, f"{tool.path}withdraw/", seen=str(tool.version))
    tool.refresh_from_db()
    assert tool.state == "withdrawn"
    assert browser.get(tool.path).status_code == 200


def test_each_office_takes_its_steps_on_pages_up_to_the_grant() -> None:
    play = a_requested_tool()
    path, asked = play.tool.path, an_actor(OfficeKind.OTHER_MINISTRY, "molit")
    local, ministry, secretary = (signed_in(actor) for actor in (play.local, play.ministry, play.secretary))
    other, firm = signed_in(asked), signed_in(play.firm)
    at(play.back(44))
    assert "중소벤처기업부에 신청" in text_of(local.get(path))
    assert "검토한 의견을 적으십시오." in text_of(send(local, f"{path}file/", opinion="", seen="2"))
    send(local, f"{path}file/", opinion="지역에 필요함", sees_regulation="yes")
    send(ministry, f"{path}consult/", ministries=[str(asked.office.organisation_id)])
    reply = play.reply()
    part = f"{path}replies/{reply.pk}/"
    assert other.get(f"{part}nothing/").status_code == 404
    at(play.back(40))
    send(other, f"{part}ask/", what="시험 성적서", due_on=str(play.on - 30 * DAY))
    assert "시험 성적서" in text_of(firm.get(path))
    send(firm, f"{part}supplement/", answer="붙임", upload=a_paper("성적서.pdf"))
    bare = {"text": "시속 15km 이하", "ground": "보행자 안전", "test": "속도 기록"}
    assert "조건을 요구했습니다." in text_of(send(other, f"{part}condition/", **bare))
    condition = Condition.objects.get()
    own = f"{path}conditions/{condition.pk}/"
    assert "입증자료 없음" in text_of(firm.get(path))
    refused = text_of(send(ministry, f"{own}set/", **bare))
    assert "필요성과 비례성을 입증하는 자료가 없습니다" in refused
    send(other, f"{own}proof/", upload=a_paper("입증.pdf"))
    assert "조건을 붙이기로 했습니다." in text_of(send(ministry, f"{own}set/", **bare))
    assert "회신했습니다." in text_of(
        send(other, f"{part}reply/", is_in_favour="yes", opinion="동의", sees_regulation="no")
    )
    assert "규제인지에 관하여 지방자치단체와 의견이 다릅니다." in text_of(ministry.get(path))
    send(ministry, f"{path}table/")
    send(secretary, f"{path}vote/", grounds="안전함", enrolled="40", present="21", yes="11")
    at(noon(play.on))
    form = text_of(ministry.get(f"{path}grant/"))
    assert "내일 시작할 때 법률이 허용하는 마지막 날" in form
    given = {
        "starts_on": str(play.on + DAY), "ends_on": str(date(2031, 1, 1)), "gazette_number": "고시 제2026-1호", "answer": "의결",
        "criteria": list(CRITERIA), "for_safety": "on", "least_burden": "on",
    }  # fmt: skip
    assert "늦었습니다" not in text_of(send(ministry, f"{path}grant/", **given))
    assert play.fresh().state == "resolved"
    assert "부여했습니다." in text_of(send(ministry, f"{path}grant/", **given | {"ends_on": "2030-10-15"}))
    assert play.fresh().state == "granted"


def test_everybody_reads_what_was_granted_and_nothing_of_the_request() -> None:
    play = a_granted_tool(INTERIM_PERMIT)
    public, stranger = Client(), signed_in(a_firm("b-firm"))
    for reader in (public, stranger):
        shown = text_of(reader.get(play.tool.path))
        assert "배달 로봇의 보도 통행" in shown
        assert "시속 15km 이하로만 운행" in shown
        assert "법률이 첫 기간에 허용하는 마지막 날" in shown
        for hidden in (SECRET, "안전성 검증.pdf", "입증자료.pdf", play.tool.receipt, "재적"):
            assert str(hidden) not in shown
    safety = Attachment.objects.get(case_id=play.tool.pk, paper="safety")
    own = signed_in(play.firm)
    assert SECRET in text_of(own.get(play.tool.path))
    assert b"".join(own.get(f"{play.tool.path}files/{safety.pk}/").streaming_content) == PDF
    for reader in (public, stranger, signed_in(an_actor(OfficeKind.OTHER_MINISTRY, "npa"))):
        assert reader.get(f"{play.tool.path}files/{safety.pk}/").status_code == 404
    english = text_of(public.get(f"/en{play.tool.path}"))
    assert "Granted" in english
    assert "Interim permit" in english


def test_list_shows_the_granted_to_all_and_a_readers_own_first() -> None:
    granted, waiting = a_granted_tool(), a_consulted_tool(title_public="아직 모르는 일")
    a_refused_tool(title_public="부여되지 않은 일")
    everybody = text_of(Client().get("/tools/"))
    assert "배달 로봇의 보도 통행" in everybody
    assert "아직 모르는 일" not in everybody
    assert "부여되지 않은 일" not in everybody
    assert Client().get(waiting.tool.path).status_code == 404
    assert Client().get(waiting.tool.project.path).status_code == 404
    own = text_of(signed_in(granted.firm).get("/tools/"))
    assert own.index("아직 모르는 일") < own.index("부여된 특례 찾기")
    assert "배달 로봇의 보도 통행" in text_of(
        Client().get("/tools/?zone=rfz-tools-busan&kind=exemption&standing=live")
    )
    for other in ("kind=interim_permit", "standing=over"):
        assert "배달 로봇의 보도 통행" not in text_of(Client().get(f"/tools/?{other}"))
    project = text_of(Client().get(granted.tool.project.path))
    assert granted.tool.path in project


def test_firm_asks_for_a_review_on_the_page_and_a_second_time_finds_no_button() -> None:
    play = a_refused_tool()
    firm, local = signed_in(play.firm), signed_in(play.local)
    at(noon(play.on + DAY))
    told = text_of(firm.get(play.tool.path))
    assert "재심의 요청 기한" in told
    assert "2026. 12. 14.(월)" in told
    asked = text_of(send(firm, f"{play.tool.path}review/", reason="새 시험 결과"))
    assert "재심의를 요청했습니다." in asked
    assert f"{play.tool.path}review/" not in asked
    row = play.tool.requests.get()
    passed = text_of(send(local, f"{play.tool.path}requests/{row.pk}/pass-review/", opinion="타당함"))
    assert "전달했습니다." in passed
    assert "재심의 상정 기한" in passed


def test_step_that_is_closed_meanwhile_says_so_and_changes_nothing() -> None:
    play = a_tabled_tool()
    ministry = signed_in(play.ministry)
    shown = text_of(ministry.get(f"{play.tool.path}table/"))
    assert "지금은 할 수 없는 처리입니다." in shown
    again = text_of(send(ministry, f"{play.tool.path}table/"))
    assert "현재 상태는" in again
    assert play.fresh().state == "tabled"
