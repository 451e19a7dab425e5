"""The page of a tool after its grant: what comes next, each office its own steps, and what strangers never read."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madang.apps.exemptions.acts.endings import propose_measure
from madang.apps.exemptions.models import Tool, ToolRequest
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.apps.exemptions.views.tool_steps import offers
from madang.core.authority import Actor, OfficeKind
from madang.core.files.models import Attachment
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.exemptions.life_builders import NOTICE, SUMS, a_running_tool, covered, days_pass, heard
from tests.apps.exemptions.tool_builders import GRANTED, ToolPlay, a_granted_tool
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
EARLY, ENDS, ASKED_BY = date(2023, 3, 2), date(2025, 3, 2), date(2025, 1, 2)


def page(tool: Tool, who: Actor | None = None, *, language: str = "") -> str:
    browser = signed_in(who) if who else Client()
    return text_of(browser.get(f"{language}{tool.path}"))


def take(play: ToolPlay, who: Actor, step: str, **fields: object) -> str:
    """Take a step of the tool on the web, as its form would be sent."""
    return text_of(send(signed_in(who), f"{play.tool.path}{step}/", seen=str(play.fresh().version), **fields))


def written_policy(play: ToolPlay, **more: object) -> dict[str, object]:
    tool = play.fresh()
    sums = {name: str(won) for name, won in SUMS.items()}
    return {
        "kind": "insurance", "provider": "부산화재", "policy": "제1호", "begins_on": str(tool.granted_on),
        "ends_on": str(tool.ends_on), "upload": a_paper("증권.pdf"), **sums, **more,
    }  # fmt: skip


def steps_of(play: ToolPlay, who: Actor) -> set[str]:
    return {offer.step.key for offer in offers(who, play.fresh())}


def test_firm_reads_what_to_do_next_files_cover_and_begins() -> None:
    play = a_granted_tool()
    at(noon(GRANTED + DAY))
    first = page(play.tool, play.firm)
    assert "다음에 할 일과 기한" in first
    assert "2030년 10월 15일(화)까지 보장되어야 합니다." in first
    assert "책임보험 가입과 증명 제출" in first
    assert "start" not in steps_of(play, play.firm)
    short = take(play, play.firm, "cover", **written_policy(play, ends_on="2030-10-14"))
    assert "보장이 너무 일찍 끝납니다. 2030년 10월 15일(화)까지" in short
    low = take(play, play.firm, "cover", **written_policy(play, death_per_person="149999999"))
    assert "150,000,000원 이상이어야 합니다" in low
    done = take(play, play.firm, "cover", **written_policy(play))
    assert "보장 증명을 냈습니다." in done
    assert "KRW 150,000,000" in page(play.tool, play.firm, language="/en")
    begun = take(play, play.firm, "start", told_on=str(GRANTED + DAY), items=list(NOTICE))
    assert "시작했습니다." in begun
    assert "기간 연장 신청: 늦어도 2031년 6월 30일(월)까지, 한 번만" in page(play.tool)


def test_strangers_read_the_terms_and_never_the_cover_the_requests_or_the_results() -> None:
    play = a_running_tool(on=EARLY)
    heard(play, "condition_unmet", on=date(2024, 5, 7))
    at(noon(date(2024, 5, 7)))
    own = page(play.tool, play.local)
    for words in ("책임보험 등 보장", "부산화재", "현장 점검"):
        assert words in own
    for who in (None, a_firm("rival")):
        seen = page(play.tool, who)
        assert "다음에 할 일과 기한" in seen
        assert "첫 기간" in seen
        for words in ("책임보험 등 보장", "부산화재", "현장 점검", "지금 할 수 있는 일"):
            assert words not in seen
    proof = Attachment.objects.get(case_id=play.tool.pk, paper="cover_proof")
    address = f"{play.tool.path}files/{proof.pk}/"
    given = signed_in(play.firm).get(address)
    assert b"".join(given.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a file that streams
    assert signed_in(a_firm("rival")).get(address).status_code == 404
    assert Client().get(address).status_code == 404


def test_extension_goes_through_its_offices_on_the_web() -> None:
    play = a_running_tool(INTERIM_PERMIT, on=EARLY)
    at(noon(ASKED_BY + DAY))
    late = take(play, play.firm, "extension", until="2027-03-02", reason="법령 미정비")
    assert "신청 기한 2025년 1월 2일(목)이 지났습니다." in late
    at(noon(ASKED_BY))
    assert "연장을 신청했습니다." in take(
        play, play.firm, "extension", until="2027-03-02", reason="법령 미정비"
    )
    row = ToolRequest.objects.get()
    where = f"requests/{row.pk}"
    assert "전달했습니다." in text_of(
        send(signed_in(play.local), f"{play.tool.path}{where}/pass/", opinion="필요", seen=str(row.version))
    )
    row.refresh_from_db()
    open_left = text_of(
        send(
            signed_in(play.ministry),
            f"{play.tool.path}{where}/decide-extension/",
            answer="이유",
            seen=str(row.version),
        )
    )
    assert "승인 여부를 고르십시오." in open_left
    decided = {"is_approved": "yes", "until": "2027-03-02", "answer": "이유", "seen": str(row.version)}
    assert "결정을 기록했습니다." in text_of(
        send(signed_in(play.ministry), f"{play.tool.path}{where}/decide-extension/", **decided)
    )
    seen = page(play.tool, play.firm)
    assert "보장을 갱신해야 합니다" in seen
    assert "연장된 기간에 맞추어 보장 갱신" in seen
    assert "연장된 기간" in page(play.tool)


def every_stage() -> list[ToolPlay]:
    """Tools at the stages of their life, each with its own firm."""
    expired = a_running_tool(on=EARLY, firm=a_firm("f1"))
    days_pass(expired, ENDS + DAY)
    late = ENDS - 90 * DAY
    bare, ready = (
        a_granted_tool(on=late, firm=a_firm("f2")),
        covered(a_granted_tool(on=late, firm=a_firm("f3"))),
    )
    running = a_running_tool(on=late, firm=a_firm("f4"))
    measured = a_running_tool(on=late, firm=a_firm("f5"))
    propose_measure(
        actor=measured.ministry,
        tool=measured.fresh(),
        ground="other",
        reason="현장 점검",
        at=noon(late + 9 * DAY),
    )
    return [expired, bare, ready, running, measured]


def test_every_step_that_is_offered_opens_in_both_languages() -> None:
    seen: set[str] = set()
    at(noon(ENDS + DAY))
    for play in every_stage():
        for who in (play.firm, play.local, play.ministry, play.secretary):
            browser = signed_in(who)
            for offer in offers(who, play.fresh()):
                if offer.step.key in seen:
                    continue
                seen.add(offer.step.key)
                for language in ("", "/en"):
                    shown = browser.get(f"{language}{offer.href}")
                    assert shown.status_code == 200, offer.href
                    assert str(offer.step.label) in text_of(shown) or language
    assert seen >= {
        "cover", "plan", "start", "extension", "revision", "change", "report", "measure", "apply-cancel", "hearing",
        "opinion", "vote-cancel", "correction", "cancel", "drop", "ordinary",
    }  # fmt: skip


def test_empty_forms_are_answered_with_sentences_and_nothing_is_kept() -> None:
    play = heard(a_running_tool(on=EARLY), "other", on=date(2024, 5, 7))
    at(noon(date(2024, 5, 7)))
    for who, step in (
        (play.firm, "new-cover"), (play.firm, "extension"), (play.firm, "revision"), (play.firm, "change"),
        (play.secretary, "vote-cancel"), (play.ministry, "correction"), (play.ministry, "cancel"),
        (play.ministry, "drop"), (play.ministry, "ordinary"),
    ):  # fmt: skip
        before = play.fresh().version
        answer = take(play, who, step)
        assert "error" in answer or "오류" in answer or "고쳐" in answer, step
        assert play.fresh().version == before
    stranger = signed_in(an_actor(OfficeKind.PROVINCE, "daegu", "daegu"))
    assert stranger.get(f"{play.tool.path}cancel/").status_code == 404
