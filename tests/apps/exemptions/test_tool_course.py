"""The course of an exemption and a permit to the decision: each office's part, and what is refused on the way."""

from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.applications import (
    Papers,
    begin_tool,
    request_tool,
    save_tool,
    submit_tool,
    withdraw_tool,
)
from madang.apps.exemptions.acts.ballots import Ballot
from madang.apps.exemptions.acts.examining import (
    consult_ministries,
    decline_tool,
    extend_tabling,
    file_tool,
    return_tool,
)
from madang.apps.exemptions.acts.granting import table_tool
from madang.apps.exemptions.acts.tool_replies import (
    Opinion,
    ask_tool_supplement,
    extend_tool_reply,
    file_tool_supplement,
    reply_on_tool,
)
from madang.apps.exemptions.models import Project, Tool, ToolReply, ToolTerm
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.exemptions.queries.applications import files_of
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.core.personal_numbers import PersonalNumber
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.exemptions.tool_builders import (
    DAY,
    LOST,
    ToolPlay,
    a_consulted_tool,
    a_granted_tool,
    a_requested_tool,
    a_tabled_tool,
    a_tool_draft,
    an_application,
    the_zone,
)
from tests.apps.zones.builders import a_zone, day
from tests.people import an_actor

pytestmark = pytest.mark.django_db
IN_FAVOUR = Opinion(True, "찬성")


def clock_of(case: Tool | ToolReply) -> Duty:
    return Duty.objects.filter(case_id=case.pk, is_clock=True).latest("opened_at")


def findings(case: Tool | ToolReply) -> dict[str, str]:
    return {row.rule_id: row.status for row in Finding.objects.filter(case_id=case.pk)}


@pytest.mark.parametrize(
    ("kind", "on", "ends"),
    [
        (EXEMPTION, date(2024, 8, 6), date(2026, 8, 6)),
        (EXEMPTION, date(2024, 8, 7), date(2028, 8, 7)),
        (INTERIM_PERMIT, date(2024, 8, 6), date(2026, 8, 6)),
        (INTERIM_PERMIT, date(2024, 8, 7), date(2027, 8, 7)),
    ],
)
def test_tool_is_granted_with_the_term_of_the_law_of_its_day(kind: str, on: date, ends: date) -> None:
    play = a_granted_tool(kind, on=on)
    tool = play.fresh()
    assert (tool.state, tool.granted_on, tool.told_on) == ("granted", on, on)
    assert (tool.starts_on, tool.ends_on) == (on + DAY, ends)
    term = ToolTerm.objects.get(tool=tool)
    assert (term.number, term.kind, term.ends_on) == (1, "granted", ends)
    assert term.rule_id in {"EX-13", "EX-14", "IP-06", "IP-07"}
    assert tool.certificate
    assert findings(tool)["EX-06"] == "satisfied"
    assert not Duty.objects.filter(case_id=tool.pk, is_clock=True, is_open=True).exists()
    assert Event.objects.filter(name="exemptions.tool_granted").get().facts["ends"]


def test_grant_stays_within_law_zone_and_what_was_examined() -> None:
    ends_soon = a_zone("rfz-short-busan", ends_on=day("2027-03-31"))
    short = a_tabled_tool(zone=ends_soon).voted()
    with pytest.raises(NotLawful, match="zone's period"):
        short.granted(ends_on=date(2027, 4, 1))
    short.granted(ends_on=date(2027, 3, 31))
    play = a_tabled_tool().voted()
    latest = play.a_grant().ends_on
    with pytest.raises(NotLawful):
        play.granted(ends_on=latest + DAY)
    with pytest.raises(Invalid, match="items are lacking"):
        play.granted(criteria=("safety",))
    with pytest.raises(Invalid):
        play.granted(gazette_number="")
    with pytest.raises(NotLawful):
        play.granted(starts_on=play.on - DAY, ends_on=play.on)
    assert play.fresh().state == "resolved"
    with pytest.raises(NotLawful):
        a_tabled_tool().granted()
    permit = a_tabled_tool(INTERIM_PERMIT).voted()
    with pytest.raises(Invalid, match="lacking"):
        permit.granted(all_criteria=False)


def test_draft_is_kept_sent_or_withdrawn_by_its_firm_alone() -> None:
    tool, firm = a_tool_draft(), a_firm()
    save_tool(
        actor=firm,
        tool=tool,
        application=an_application(title_public="드론 배송", business=""),
        at=noon(date(2026, 9, 1)),
    )
    assert Project.objects.get().title_public == "드론 배송"
    with pytest.raises(Refused):
        save_tool(actor=a_firm("b-firm"), tool=tool, application=an_application(), at=noon(date(2026, 9, 1)))
    at = noon(date(2026, 9, 2))
    for field in ("business", "plan", "permit_law", "ground"):
        with pytest.raises(Invalid) as lacking:
            submit_tool(actor=firm, tool=tool, application=an_application(**{field: ""}), at=at)
        assert lacking.value.field == field
    with pytest.raises(NotLawful, match="no ground of the law"):
        submit_tool(actor=firm, tool=tool, application=an_application(ground="hurry"), at=at)
    sent = submit_tool(actor=firm, tool=tool, application=an_application(), at=at)
    assert sent.receipt is not None
    assert sent.receipt.startswith("EX260902-")
    with pytest.raises(Invalid, match=r"has been sent"):
        save_tool(actor=firm, tool=tool, application=an_application(), at=at)
    with pytest.raises(NotLawful):
        withdraw_tool(actor=firm, tool=tool, at=at)
    other = begin_tool(actor=firm, application=an_application(INTERIM_PERMIT, project=sent.project), at=at)
    assert other.project_id == sent.project_id
    elsewhere = an_application(INTERIM_PERMIT, project=sent.project, zone=a_zone("rfz-else-busan"))
    with pytest.raises(Invalid, match="another zone"):
        save_tool(actor=firm, tool=other, application=elsewhere, at=at)
    apart = save_tool(
        actor=firm, tool=other, application=an_application(INTERIM_PERMIT, title_public="다른 과제"), at=at
    )
    assert apart.project_id != sent.project_id
    assert withdraw_tool(actor=firm, tool=other, at=at).state == "withdrawn"
    with pytest.raises(Invalid):
        begin_tool(actor=a_firm("b-firm"), application=an_application(project=sent.project), at=at)


def test_permit_for_what_the_law_forbids_or_without_safety_evidence_goes_nowhere() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    at = noon(date(2026, 9, 2))
    given = an_application(INTERIM_PERMIT, ground="legally_impossible")
    with pytest.raises(NotLawful):
        request_tool(actor=a_firm(), application=given, at=at)
    bare = request_tool(actor=a_firm(), application=an_application(INTERIM_PERMIT), at=at)
    local = an_actor(OfficeKind.PROVINCE, "busan", "busan")
    with pytest.raises(NotLawful, match="safety"):
        file_tool(actor=local, tool=bare, opinion="필요함", at=at)
    noted = an_application(INTERIM_PERMIT, waiver="2026년 3월 2일 법령정비 필요 통지")
    waived = request_tool(actor=a_firm(), application=noted, at=at)
    assert file_tool(actor=local, tool=waived, opinion="필요함", is_waived=True, at=at).state == "filed"


def test_registration_number_is_refused_before_anything_is_stored() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    at = noon(date(2026, 9, 2))
    with pytest.raises(PersonalNumber):
        request_tool(actor=a_firm(), application=an_application(plan="담당 900101-1234568"), at=at)
    named = Papers((a_paper("900101-1234568.pdf"),))
    with pytest.raises(PersonalNumber):
        request_tool(actor=a_firm(), application=an_application(), papers=named, at=at)
    assert not Tool.objects.exists()
    assert not Project.objects.exists()


def test_local_government_declines_and_ministry_returns_with_a_ground_of_the_decree() -> None:
    declined = a_requested_tool()
    with pytest.raises(Invalid):
        decline_tool(actor=declined.local, tool=declined.tool, answer=" ", at=declined.back(40))
    decline_tool(actor=declined.local, tool=declined.tool, answer="특구 밖의 사업", at=declined.back(40))
    assert declined.fresh().state == "declined"
    with pytest.raises(Refused):
        return_tool(
            actor=declined.ministry,
            tool=declined.tool,
            grounds=["papers_missing"],
            answer="x",
            at=declined.back(40),
        )
    filed = a_requested_tool().filed()
    assert clock_of(filed.tool).rule_id == "EX-06"
    with pytest.raises(NotLawful):
        return_tool(actor=filed.ministry, tool=filed.tool, grounds=[], answer="이유", at=filed.back(40))
    with pytest.raises(Invalid):
        return_tool(actor=filed.ministry, tool=filed.tool, grounds=["mood"], answer="이유", at=filed.back(40))
    return_tool(
        actor=filed.ministry,
        tool=filed.tool,
        grounds=["papers_missing"],
        answer="계획서가 없음",
        at=filed.back(40),
    )
    assert filed.fresh().state == "returned"
    assert not clock_of(filed.tool).is_open
    elsewhere = a_requested_tool()
    with pytest.raises(Refused):
        file_tool(
            actor=an_actor(OfficeKind.PROVINCE, "daegu", "daegu"),
            tool=elsewhere.tool,
            opinion="?",
            at=elsewhere.back(44),
        )


def test_ministry_replies_once_and_no_other_ministry_in_its_place() -> None:
    play = a_consulted_tool(EXEMPTION, "molit", "npa")
    molit, npa = play.ministries["molit"], play.ministries["npa"]
    with pytest.raises(Refused) as wrong:
        reply_on_tool(actor=npa, reply=play.reply("molit"), opinion=IN_FAVOUR, at=play.back(30))
    assert wrong.value.words.ko
    reply_on_tool(actor=molit, reply=play.reply("molit"), opinion=IN_FAVOUR, at=play.back(30))
    with pytest.raises(NotLawful, match="not open now"):
        reply_on_tool(
            actor=molit, reply=play.reply("molit"), opinion=Opinion(False, "반대"), at=play.back(29)
        )
    assert play.reply("molit").is_in_favour
    assert findings(play.reply("molit"))["EX-04"] == "satisfied"
    with pytest.raises(NotLawful):
        consult_ministries(
            actor=play.ministry, tool=play.tool, ministries=[play.reply("npa").organisation], at=play.back(29)
        )


def test_supplement_stops_the_thirty_days_and_an_unmet_one_is_replied_without() -> None:
    play = a_consulted_tool(on=date(2026, 12, 1))
    ministry, notified = play.ministries["molit"], play.on - 43 * DAY
    with pytest.raises(Invalid, match="after today"):
        ask_tool_supplement(
            actor=ministry, reply=play.reply(), what="자료", due_on=notified, at=noon(notified)
        )
    asked, wanted = notified + 10 * DAY, notified + 20 * DAY
    ask_tool_supplement(actor=ministry, reply=play.reply(), what="시험 성적서", due_on=wanted, at=noon(asked))
    first = clock_of(play.reply()).due_on
    answer = {"actor": play.firm, "reply": play.reply(), "answer": "붙임", "files": [a_paper("성적서.pdf")]}
    file_tool_supplement(**answer, at=noon(asked + 5 * DAY))
    assert first is not None
    assert clock_of(play.reply()).due_on >= first + 5 * DAY
    assert files_of(play.tool).filter(paper="supplement").exists()
    ask_tool_supplement(
        actor=ministry, reply=play.reply(), what="하나 더", due_on=wanted, at=noon(asked + 6 * DAY)
    )
    reply_on_tool(actor=ministry, reply=play.reply(), opinion=IN_FAVOUR, at=noon(wanted + DAY))
    assert findings(play.reply()) == {"EX-04": "satisfied", "EX-05": "satisfied"}
    assert play.reply().supplements.filter(dropped_on=wanted + DAY).exists()


def test_time_to_reply_is_extended_once_and_a_late_reply_is_kept_as_late() -> None:
    play = a_consulted_tool(INTERIM_PERMIT, "molit", "npa", on=date(2026, 12, 1))
    molit, npa = play.ministries["molit"], play.ministries["npa"]
    before = clock_of(play.reply("molit")).due_on
    extend_tool_reply(actor=molit, reply=play.reply("molit"), reason="시험 중", at=play.back(20))
    assert before is not None
    after = clock_of(play.reply("molit")).due_on
    assert after is not None
    assert after - before >= timedelta(days=28)
    with pytest.raises(Invalid):
        extend_tool_reply(actor=molit, reply=play.reply("molit"), reason="또", at=play.back(19))
    reply_on_tool(actor=molit, reply=play.reply("molit"), opinion=IN_FAVOUR, at=noon(after))
    assert findings(play.reply("molit"))["IP-03"] == "satisfied"
    with pytest.raises(Invalid, match="cannot be extended"):
        extend_tool_reply(actor=npa, reply=play.reply("npa"), reason="늦음", at=noon(after))
    reply_on_tool(actor=npa, reply=play.reply("npa"), opinion=Opinion(False, "반대"), at=noon(after))
    assert findings(play.reply("npa"))["IP-03"] == "breached"
    assert play.reply("npa").state == "replied"
    assert "late" in Event.objects.filter(name="exemptions.tool_replied").latest("id").facts["late_en"]


def test_dispute_whether_it_is_regulated_at_all_is_kept() -> None:
    play = a_requested_tool().filed(sees_regulation=True).consulted()
    opinion = Opinion(True, "규제가 없음", sees_regulation=False)
    reply_on_tool(actor=play.ministries["molit"], reply=play.reply(), opinion=opinion, at=play.back(30))
    assert findings(play.reply())["EX-02"] == "satisfied"


def test_tabling_waits_for_replies_until_their_ninety_days_are_over() -> None:
    play = a_consulted_tool(EXEMPTION, "molit", "npa", on=date(2026, 12, 1))
    notified = play.on - 43 * DAY
    reply_on_tool(actor=play.ministries["npa"], reply=play.reply("npa"), opinion=IN_FAVOUR, at=play.back(30))
    extend_tabling(actor=play.ministry, tool=play.tool, reason="회신을 기다림", at=play.back(20))
    with pytest.raises(Invalid):
        extend_tabling(actor=play.ministry, tool=play.tool, reason="또", at=play.back(19))
    with pytest.raises(Invalid, match=r"Still to reply: Organisation molit"):
        table_tool(actor=play.ministry, tool=play.tool, at=noon(notified + 90 * DAY))
    tabled = table_tool(actor=play.ministry, tool=play.tool, at=noon(notified + 91 * DAY))
    assert (tabled.state, tabled.tabled_on) == ("tabled", notified + 91 * DAY)
    assert findings(tabled)["EX-06"] == "satisfied"


def test_committee_needs_a_quorum_and_a_lost_vote_ends_in_a_refusal() -> None:
    play = a_tabled_tool()
    with pytest.raises(Invalid, match="no quorum"):
        play.voted(Ballot("이유", 40, 20, 20))
    with pytest.raises(Invalid, match="do not fit"):
        play.voted(Ballot("이유", 40, 21, 22))
    play.voted(LOST)
    with pytest.raises(NotLawful):
        play.granted()
    refused = play.refused().fresh()
    assert (refused.state, refused.told_on) == ("refused", play.on)


def test_two_tools_of_one_project_stand_side_by_side() -> None:
    first: ToolPlay = a_granted_tool()
    second = a_requested_tool(INTERIM_PERMIT, project=first.fresh().project, zone=the_zone())
    assert first.fresh().project.tools.count() == 2
    assert second.tool.project_id == first.tool.project_id
