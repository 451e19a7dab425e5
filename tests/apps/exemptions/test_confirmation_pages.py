"""The pages of a rapid confirmation: one screen to ask, each office its own part, and what strangers never read."""

from datetime import date

import pytest
from django.test import Client

from madang.apps.exemptions.models import Confirmation
from madang.core.authority import OfficeKind
from madang.core.files.models import Attachment
from tests.apps.exemptions.builders import (
    DUE,
    GROUNDS,
    NOTIFIED,
    PDF,
    a_firm,
    a_paper,
    an_asked,
    busan,
    noon,
    with_ministries,
)
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db
SECRET = "자율주행 로봇으로 물건을 배송합니다."


def written(**more: str) -> dict[str, object]:
    """What a firm fills in."""
    return {
        "zone": str(busan().pk), "subject_public": "배달 로봇의 보도 통행", "business": SECRET, "permits": "모름",
        "was_refused": "no", **more,
    }  # fmt: skip


def test_firm_asks_on_one_screen_and_reads_where_it_waits() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    at(noon(NOTIFIED))
    shown = text_of(send(browser, "/confirmations/new/", **written(), upload=a_paper(), send="1"))
    row = Confirmation.objects.get()
    assert f"접수번호는 {row.receipt}입니다." in shown
    assert "스스로 답할 일인지 살펴보고 있습니다." in shown
    assert "설명서.pdf" in shown
    english = text_of(browser.get(f"/en{row.path}"))
    assert "is seeing whether it can answer by itself." in english


def test_draft_is_kept_and_a_stale_tab_shows_both_versions() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    send(browser, "/confirmations/new/", **written(business=""), save="1")
    row = Confirmation.objects.get()
    assert row.state == "drafting"
    send(browser, row.path, **written(business="첫째 창에서 쓴 사업"), seen=str(row.version), save="1")
    stale = text_of(
        send(browser, row.path, **written(business="둘째 창에서 쓴 사업"), seen=str(row.version), send="1")
    )
    assert "첫째 창에서 쓴 사업" in stale
    assert "둘째 창에서 쓴 사업" in stale
    row.refresh_from_db()
    assert (row.state, row.business) == ("drafting", "첫째 창에서 쓴 사업")


def test_refused_request_stays_on_the_screen_as_it_was_typed() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    shown = text_of(
        send(browser, "/confirmations/new/", **written(business=f"{SECRET} 900101-1234568"), send="1")
    )
    assert "주민등록번호로 보이는 번호가 있어 저장하지 않았습니다(1번째 줄" in shown
    assert "배달 로봇의 보도 통행" in shown
    wrong = text_of(
        send(browser, "/confirmations/new/", **written(), upload=a_paper("글.pdf", b""), send="1")
    )
    assert "빈 파일입니다." in wrong
    assert not Confirmation.objects.exists()


def test_same_submit_twice_asks_once() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    for _ in range(2):
        browser.post(
            "/confirmations/new/", {**written(), "send": "1", "once": "0199a6c0-5f3e-4d21-8a40-6b1f0c2d9e77"}
        )
    assert Confirmation.objects.count() == 1


def test_another_firm_and_the_public_find_nothing_at_the_address() -> None:
    play = with_ministries("molit")
    reply = play.reply("molit")
    address = [play.confirmation.path, f"{play.confirmation.path}replies/{reply.pk}/file/"]
    for browser in (
        Client(),
        signed_in(a_firm("a-rival")),
        signed_in(an_actor(OfficeKind.PROVINCE, "daegu", "daegu")),
    ):
        assert [browser.get(path).status_code for path in address] == [404, 404]
    assert signed_in(play.firm).get(play.confirmation.path).status_code == 200


def test_public_list_names_neither_the_firm_nor_its_business() -> None:
    play = an_asked()
    shown = text_of(Client().get("/confirmations/"))
    assert play.confirmation.subject_public in shown
    for hidden in (SECRET, "기관 a-firm", play.confirmation.receipt, str(play.confirmation.pk)):
        assert hidden not in shown


def test_province_ministry_and_ministries_work_on_the_same_page() -> None:
    play = an_asked()
    at(noon(NOTIFIED))
    path = play.confirmation.path
    send(signed_in(play.province), f"{path}send/")
    npa, molit = (an_actor(OfficeKind.OTHER_MINISTRY, slug) for slug in ("npa", "molit"))
    bodies = [str(who.office.organisation_id) for who in (npa, molit)]
    passed = text_of(send(signed_in(play.ministry), f"{path}pass/", ministries=bodies))
    assert "2026. 10. 1." in passed
    play.ministries = {"npa": npa, "molit": molit}
    given = {"answer": "needed", "permit": "보도 통행 허가", "grounds": GROUNDS}
    send(signed_in(npa), f"{path}replies/{play.reply('npa').pk}/reply/", **given)
    assert GROUNDS in text_of(signed_in(npa).get(path))
    assert GROUNDS not in text_of(signed_in(molit).get(path))
    assert GROUNDS not in text_of(signed_in(play.firm).get(path))
    other = signed_in(molit).post(f"{path}replies/{play.reply('npa').pk}/reply/", given)
    assert other.status_code == 404


def test_stale_step_is_refused_with_a_sentence_and_changes_nothing() -> None:
    play = with_ministries("molit")
    at(noon(NOTIFIED))
    path = f"{play.confirmation.path}replies/{play.reply('molit').pk}/"
    browser = signed_in(play.ministries["molit"])
    seen = str(play.reply("molit").version)
    send(browser, f"{path}ask/", what="안전성 자료", seen=seen)
    stale = text_of(send(browser, f"{path}reply/", answer="not_ours", permit="", grounds="", seen=seen))
    assert "다른 사람이 내용을 바꾸었습니다" in stale
    assert play.reply("molit").state == "supplementing"


def test_firm_reads_the_silence_and_the_result_in_plain_words() -> None:
    play = with_ministries("molit", "npa")
    play.replies("npa", "not_needed", on=date(2026, 9, 20))
    play.days_pass(date(2026, 10, 2))
    at(noon(date(2026, 10, 2)))
    path = play.confirmation.path
    waiting = text_of(signed_in(play.firm).get(path))
    assert "회신이 모두 모였습니다." in waiting
    assert GROUNDS not in waiting
    send(signed_in(play.ministry), f"{path}report/", answer="두 기관 모두 허가가 필요하지 않음")
    send(signed_in(play.province), f"{path}tell/")
    shown = text_of(signed_in(play.firm).get(path))
    for said in (
        "이 사업에 허가등을 받지 않아도 됩니다.",
        "회신이 없어 소관이 아니거나",
        GROUNDS,
        "2026. 10. 2.",
    ):
        assert said in shown
    assert "허가등이 필요하지 않음" in text_of(Client().get("/confirmations/"))


def test_late_reply_is_refused_on_the_page_with_the_reason() -> None:
    play = with_ministries("molit")
    at(noon(date(2026, 10, 2)))
    path = f"{play.confirmation.path}replies/{play.reply('molit').pk}/reply/"
    shown = text_of(send(signed_in(play.ministries["molit"]), path, answer="not_ours"))
    assert "회신 기한(2026년 10월 1일(목))이 지났습니다." in shown
    assert play.reply("molit").state == "waiting"
    assert date(2026, 10, 1) == DUE


def test_paper_of_a_request_is_given_to_those_with_a_part_in_it_only() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(a_firm())
    send(browser, "/confirmations/new/", **written(), upload=a_paper(), send="1")
    row = Confirmation.objects.get()
    path = f"{row.path}files/{Attachment.objects.get().pk}/"
    given = browser.get(path)
    assert b"".join(given.streaming_content) == PDF
    assert signed_in(a_firm("a-rival")).get(path).status_code == 404
    assert Client().get(path).status_code == 404
