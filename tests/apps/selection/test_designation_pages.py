"""Pages of designations for the public, the applicant and the ministry."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from madang.apps.selection.acts.designation import open_designation
from madang.apps.selection.models import Designation
from madang.apps.selection.queries.designation import designations_visible_to
from madang.apps.zones.models import Zone
from madang.core import keeping
from madang.core.authority import PUBLIC, OfficeKind
from madang.kernel.statutes.checklists import checklist
from tests.apps.selection.evaluation_builders import EMBARGO, a_decided_call
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.selection.zone_builders import (
    APPLY,
    GAZETTE,
    NAME,
    NOTICE,
    NOTICE_ENDS,
    Candidate,
    a_candidate,
    a_consulted,
    a_designated,
    a_noticed,
    a_planned,
    an_applied,
    an_approved,
    consulted,
    noon,
    recorded,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db
INSPECTION = date(2025, 1, 20)


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    keeping.forget()


def page_of(row: Designation, rest: str = "") -> str:
    """The address of a designation."""
    return f"/designations/{row.pk}/{rest}"


def test_list_shows_candidates_by_stage_in_both_languages(client: Client) -> None:
    done, going = a_designated("daegu"), a_candidate("jeju", name_ko="에너지", name_en="Energy")
    korean = text_of(client.get("/designations/"))
    assert "에너지" in korean
    assert page_of(done.designation) not in korean
    english = text_of(client.get("/en/designations/?show=designated"))
    assert "AI robots" in english
    assert page_of(going.designation) not in english


def test_a_candidate_under_embargo_is_not_there_a_second_before(client: Client) -> None:
    officer, call, (chosen, _other) = a_decided_call()
    candidate = Candidate(chosen.organisation, "giz", "로봇 후보", plan=chosen)
    row = open_designation(actor=recorded(officer), candidate=candidate, at=noon(date(2024, 12, 1)))
    assert call.embargo_at == EMBARGO
    before = EMBARGO.replace(hour=11, minute=59, second=58)
    at(before)
    assert client.get(page_of(row)).status_code == 404
    assert "로봇 후보" not in text_of(client.get("/designations/"))
    assert signed_in(officer).get(page_of(row)).status_code == 200
    assert not designations_visible_to(PUBLIC, before).exists()
    at(EMBARGO)
    assert "로봇 후보" in text_of(client.get("/designations/"))
    assert client.get(page_of(row)).status_code == 200


def test_the_public_gives_an_opinion_inside_the_window_by_the_page(client: Client) -> None:
    play = a_noticed()
    page = page_of(play.designation)
    at(noon(date(2025, 1, 16)))
    assert "의견 보내기" not in text_of(client.get(page))
    late = send(client, page + "opinion/", author="주민", text="찬성")
    assert "열람 기간" in text_of(late)
    at(noon(INSPECTION))
    assert "의견 보내기" in text_of(client.get(page))
    sent = send(client, page + "opinion/", author="주민", text="도로 안전을 살펴 주십시오.")
    assert "의견을 접수했습니다" in text_of(sent)
    assert "도로 안전" not in text_of(client.get(page))
    assert "도로 안전" in text_of(signed_in(play.applicant).get(page))
    assert play.fresh().opinions.count() == 1


def test_the_same_opinion_sent_twice_is_one_opinion(client: Client) -> None:
    play = a_noticed()
    at(noon(INSPECTION))
    key = "0195a3a2-0000-4000-8000-000000000001"
    for _attempt in range(2):
        send(client, page_of(play.designation, "opinion/"), once=key, author="주민", text="찬성")
    assert play.fresh().opinions.count() == 1


def test_an_opinion_with_a_control_character_is_refused_in_words(client: Client) -> None:
    play = a_noticed()
    at(noon(INSPECTION))
    answer = send(client, page_of(play.designation, "opinion/"), author="주\u202e민\u0007", text="찬성")
    assert answer.status_code == 200
    assert play.fresh().opinions.count() == 0


def test_the_applicant_takes_each_step_by_its_form() -> None:
    play = a_candidate()
    browser, page = signed_in(play.applicant), page_of(play.designation)
    at(noon(date(2025, 1, 6)))
    for partner in ("ministry", "provincial_committee"):
        assert "협의 상대" in text_of(browser.get(page))
        send(browser, page + "prior/", partner=partner, on="2025-01-06", note="")
    items = {i.key: "내용" for rule in ("PLN-01", "PLN-02") for i in checklist(rule, on=NOTICE)}
    answers = {"land_use_plan_needed": "no", "ministry_notice_items_set": "no"}
    version = play.fresh().version
    send(browser, page + "plan/", statutory_name=NAME, seen=str(version), **items, **answers)
    at(noon(NOTICE))
    short = send(
        browser, page + "notice/", starts_on="2025-01-10", ends_on="2025-02-09", medium="시보", place="시청"
    )
    assert "2월 10일" in text_of(short)
    send(browser, page + "notice/", starts_on="2025-01-10", ends_on="2025-02-10", medium="시보", place="시청")
    at(noon(APPLY))
    papers = {i.key: "경제-1" for i in checklist("PLN-10", on=APPLY)}
    filed = send(
        browser, page + "apply/", strategic_assessment_needed="no", other_papers_asked="no", **papers
    )  # fmt: skip
    assert "지정을 신청했습니다" in text_of(filed)
    assert play.fresh().state == "applied"


def test_a_stale_plan_form_shows_both_versions_and_saves_nothing() -> None:
    play = consulted(a_candidate())
    browser, page = signed_in(play.applicant), page_of(play.designation, "plan/")
    at(noon(date(2025, 1, 8)))
    given: dict[str, Any] = {
        "land_use_plan_needed": "no",
        "ministry_notice_items_set": "no",
        "seen": str(play.fresh().version),
    }
    send(browser, page, statutory_name=NAME, funding="먼저 쓴 내용", **given)
    stale = text_of(send(browser, page, statutory_name=NAME, funding="나중 내용", **given))
    assert "먼저 쓴 내용" in stale
    assert "나중 내용" in stale
    assert play.fresh().items["funding"] == "먼저 쓴 내용"


def test_another_province_can_neither_write_nor_open_the_forms() -> None:
    play = a_planned()
    stranger = signed_in(an_actor(OfficeKind.PROVINCE, "busan", "busan"))
    at(noon(NOTICE))
    for key in ("plan", "notice", "apply", "return", "gazette", "nonsense"):
        assert stranger.get(page_of(play.designation, f"{key}/")).status_code == 404
        assert send(stranger, page_of(play.designation, f"{key}/")).status_code == 404
    shown = text_of(stranger.get(page_of(play.designation)))
    assert "지금 할 수 있는 일" not in shown
    assert "신청 서류" not in shown
    assert "계획에 담을 사항" in text_of(signed_in(play.applicant).get(page_of(play.designation)))


def test_papers_and_consultations_are_not_on_the_public_page(client: Client) -> None:
    play = a_consulted()
    shown = text_of(client.get(page_of(play.designation)))
    assert "문서 1" not in shown
    assert "기관 msit" not in shown
    office = text_of(signed_in(play.ministry).get(page_of(play.designation)))
    assert "문서 1" in office
    assert "기관 msit" in office


def test_the_page_shows_the_ninety_days_with_their_sum(client: Client) -> None:
    play = an_applied()
    at(noon(APPLY))
    shown = text_of(client.get("/en" + page_of(play.designation)))
    assert "12 May 2025" in shown
    assert "Decree" in shown


def test_the_ministry_asks_returns_and_leaves_a_clear_trace(client: Client) -> None:
    play = an_applied()
    browser, page = signed_in(play.ministry), page_of(play.designation)
    at(noon(date(2025, 2, 12)))
    send(browser, page + "supplement/", what="도면을 보완", wanted_by="2025-02-20")
    assert "보완 중" in text_of(client.get(page))
    empty = send(browser, page + "return/", reason="도면 없음", is_privately_proposed="no")
    assert empty.status_code == 200
    assert play.fresh().state == "supplementing"
    send(
        browser, page + "return/", grounds="supplement_unmet", reason="도면 없음", is_privately_proposed="no"
    )
    assert play.fresh().state == "returned"
    assert "도면 없음" in text_of(client.get(page))


def test_the_gazette_form_is_prefilled_and_begins_the_zone(client: Client) -> None:
    play = an_approved()
    browser, page = signed_in(play.ministry), page_of(play.designation)
    at(noon(GAZETTE))
    assert "operators 항목의 내용" in text_of(browser.get(page + "gazette/"))
    given = {
        **{i.key: "고시 내용" for i in checklist("DES-05", on=GAZETTE)}, "number": "제2025-40호",
        "published_on": "2025-04-21", "other_gazette_items_needed": "yes", "opinions_considered": "yes",
        "applicant_informed": "yes", "firms_informed": "yes", "map_needed": "no", "slug": "giz-2-daegu-airobot",
        "name_ko": "AI 로봇", "name_en": "AI robots", "starts_on": "2025-06-01", "ends_on": "2029-12-31",
    }  # fmt: skip
    lacking = send(browser, page + "gazette/", **{**given, "map": ""})
    assert "지형도면 등" in text_of(lacking)
    assert not Zone.objects.exists()
    send(browser, page + "gazette/", **given)
    zone = Zone.objects.get()
    assert (zone.starts_on, zone.ends_on, zone.designated_on) == ("2025-06-01", "2029-12-31", "2025-04-15")
    assert zone.names.get().name_ko == NAME
    assert "제2025-40호" in text_of(client.get(page))


def test_a_kept_page_changes_with_the_next_step(client: Client) -> None:
    play = a_planned()
    page = page_of(play.designation)
    at(noon(NOTICE))
    assert "주민 공고와 열람" not in text_of(client.get(page))
    send(
        signed_in(play.applicant), page + "notice/", starts_on="2025-01-10", ends_on=NOTICE_ENDS.isoformat(),
        medium="시보", place="시청",
    )  # fmt: skip
    assert "주민 공고와 열람" in text_of(client.get(page))


def test_a_candidate_of_the_record_without_days_has_a_page(client: Client) -> None:
    play = a_candidate(is_record=True)
    assert play.fresh().is_record
    assert client.get("/en" + page_of(play.designation)).status_code == 200


def test_a_candidate_of_the_record_is_not_measured_by_todays_lists(client: Client) -> None:
    live, old = a_planned(), a_candidate("busan", is_record=True)
    assert "미충족" in text_of(signed_in(live.applicant).get(page_of(live.designation)))
    ministry = text_of(signed_in(live.ministry).get(page_of(old.designation)))
    assert "미충족" not in ministry
    assert "갖추었는지 판단하지 않습니다" in ministry
    assert "이 뒤의 경과는 확인된 기록이 없습니다." in text_of(client.get(page_of(old.designation)))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "said"),
    [
        ("1900-01-01", "1900-03-01", "적용하지 않습니다"),
        ("2019-04-16", "2019-06-30", "적용하지 않습니다"),
        ("2150-01-10", "2150-03-10", "공휴일을 알 수 없습니다"),
        ("9999-12-30", "9999-12-31", "1900년에서 2200년 사이가 아닙니다"),
    ],
)
def test_a_notice_on_a_day_of_which_the_law_is_not_known_is_refused_in_words(
    starts_on, ends_on, said
) -> None:
    play = a_planned()
    at(noon(NOTICE))
    answer = send(
        signed_in(play.applicant), page_of(play.designation, "notice/"), starts_on=starts_on, ends_on=ends_on,
        medium="시보", place="시청",
    )  # fmt: skip
    assert said in text_of(answer)
    assert play.fresh().state == "preparing"
    assert not hasattr(play.fresh(), "notice")
