"""The consultation desk of the other ministries, and what nobody else sees."""

from datetime import date

import pytest
from django.test import Client

from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.selection.zone_builders import OVERDUE, a_consulted, noon

pytestmark = pytest.mark.django_db


def test_the_desk_belongs_to_offices_and_shows_the_due_day(client: Client) -> None:
    play = a_consulted()
    at(noon(date(2025, 2, 20)))
    assert client.get("/consultations/").status_code == 404
    shown = text_of(signed_in(play.ministries["msit"]).get("/consultations/"))
    assert "2025. 3. 17." in shown
    assert "기관 pclb" not in shown
    assert "동의로 보지 않습니다" in shown


def test_a_ministry_opens_and_answers_its_own_consultation_only() -> None:
    play = a_consulted()
    own, other = play.consultation("msit"), play.consultation("pclb")
    browser = signed_in(play.ministries["msit"])
    at(noon(date(2025, 2, 20)))
    assert browser.get(other.path).status_code == 404
    assert send(browser, f"{other.path}reply/", position="agree").status_code == 404
    without = send(browser, f"{own.path}reply/", position="disagree", opinion="")
    assert "사유를 적으십시오" in text_of(without)
    send(browser, f"{own.path}reply/", position="conditional", opinion="안전 조건을 붙임")
    kept = play.consultation("msit")
    assert (kept.state, kept.opinion) == ("replied", "안전 조건을 붙임")
    assert play.consultation("pclb").state == "waiting"


def test_lateness_is_shown_on_the_page_and_a_late_reply_is_taken() -> None:
    play = a_consulted()
    browser = signed_in(play.ministries["msit"])
    own = play.consultation("msit")
    at(noon(OVERDUE))
    assert "3일 지남" in text_of(browser.get(own.path))
    send(browser, f"{own.path}reply/", position="agree", opinion="")
    ministry = text_of(signed_in(play.ministry).get(own.path))
    assert "기한 3일 지남" in ministry
    assert "3 days overdue" in text_of(signed_in(play.ministry).get("/en" + own.path))


def test_a_supplement_goes_from_the_ministry_to_the_applicant_and_back() -> None:
    play = a_consulted()
    own = play.consultation("msit")
    at(noon(date(2025, 2, 20)))
    send(signed_in(play.ministries["msit"]), f"{own.path}ask/", what="안전성 자료", wanted_by="2025-03-05")
    applicant = signed_in(play.applicant)
    shown = text_of(applicant.get(own.path))
    assert "안전성 자료" in shown
    assert "기간 정지" in shown
    send(applicant, f"{own.path}file/", answer="시험 성적서")
    assert play.consultation("msit").state == "waiting"
    assert "시험 성적서" in text_of(signed_in(play.ministries["msit"]).get(own.path))


def test_an_applicant_does_not_reply_in_place_of_a_ministry() -> None:
    play = a_consulted()
    own = play.consultation("msit")
    at(noon(date(2025, 2, 20)))
    assert send(signed_in(play.applicant), f"{own.path}reply/", position="agree").status_code == 404
    assert play.consultation("msit").state == "waiting"
