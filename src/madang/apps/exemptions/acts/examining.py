"""Acts of the local government and the Ministry on a request: filed or declined, returned or passed to the ministries."""

from collections.abc import Sequence

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.applications import SAFETY_PAPER
from madang.apps.exemptions.acts.papers import has_paper
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import applications as events
from madang.apps.exemptions.models import Tool, ToolReply
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.rules import applications as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment
from madang.kernel.words import Words

#: the grounds on which an application is returned (EX-07)
RETURN_WORDS = {
    "clearly_no_ground": Words("신청 사유가 없음이 명백함", "there is clearly no ground"),
    "papers_missing": Words("갖추어야 할 서류가 빠짐", "papers are missing"),
    "supplement_unmet": Words("보완 요구를 따르지 않음", "the supplement was not made"),
    "application_false": Words("신청 내용이 거짓임", "the application is false"),
}
_OPINION = Words("검토한 의견을 적으십시오.", "Write what you found.")
_REASON = Words("사유를 적으십시오.", "Write the reasons.")


@act(may="exemptions.examine_tool", records=events.FILED, subject="tool")
def file_tool(
    *,
    actor: Actor,
    tool: Tool,
    opinion: str,
    sees_regulation: bool | None = None,
    is_waived: bool = False,
    at: Moment,
) -> Tool:
    """File a request with the Ministry with the local government's opinion; ninety days to table it begin (EX-03, EX-06).

    ``sees_regulation`` says whether it sees a regulation at all (EX-02); ``is_waived`` that safety evidence is waived.

    Raises:
        Invalid: no opinion.
        NotLawful: the request is not with the local government, or safety was not shown (IP-02).
    """
    tool.opinion, tool.sees_regulation = prose(opinion, "opinion", needed=_OPINION), sees_regulation
    tool.filed_on = today_of(at)
    if tool.kind == EXEMPTION:
        facts = {"need_recognised": True, "filed_through_local_government": True}
    else:
        facts = {
            "safety_evidence_filed": has_paper(tool, SAFETY_PAPER),
            "revision_need_notified": bool(tool.waiver), "safety_evidence_waived": is_waived,
        }  # fmt: skip
    advance(tool, "file", actor=actor, at=at, law=Law(facts), also=("opinion", "sees_regulation", "filed_on"))
    record(events.FILED, tool, actor=actor, at=at, facts=_by_local(tool))
    return tool


@act(may="exemptions.examine_tool", records=events.DECLINED, subject="tool")
def decline_tool(*, actor: Actor, tool: Tool, answer: str, at: Moment) -> Tool:
    """Decline to file a request, with reasons that the operator reads (EX-03).

    Raises:
        Invalid: no reasons.
        NotLawful: the request is not with the local government.
    """
    tool.answer, tool.told_on = prose(answer, "answer", needed=_REASON), today_of(at)
    advance(tool, "decline", actor=actor, at=at, also=("answer", "told_on"))
    record(events.DECLINED, tool, actor=actor, at=at, facts=_by_local(tool))
    return tool


@act(may="exemptions.handle_tool", records=events.RETURNED, subject="tool")
def return_tool(*, actor: Actor, tool: Tool, grounds: Sequence[str], answer: str, at: Moment) -> Tool:
    """Return an application on one ground of the decree or more (반려, EX-07).

    Raises:
        Invalid: a ground that the decree does not know, or no reasons.
        NotLawful: the application has been passed on already, or no ground was given.
    """
    if any(ground not in RETURN_WORDS for ground in grounds):
        raise Invalid(Words("반려 사유를 고르십시오.", "Choose the grounds."), "grounds")
    tool.answer, tool.told_on = prose(answer, "answer", needed=_REASON), today_of(at)
    facts = {ground: ground in grounds for ground in RETURN_WORDS}
    advance(tool, "return", actor=actor, at=at, law=Law(facts), also=("answer", "told_on"))
    words = [RETURN_WORDS[ground] for ground in grounds]
    told = {"grounds": ", ".join(w.ko for w in words), "grounds_en": ", ".join(w.en for w in words)}
    record(events.RETURNED, tool, actor=actor, at=at, facts=Facts(told, provision="EX-07"))
    return tool


@act(may="exemptions.handle_tool", records=events.CONSULTED, subject="tool")
def consult_ministries(*, actor: Actor, tool: Tool, ministries: Sequence[Organisation], at: Moment) -> Tool:
    """Pass an application to the ministries concerned, today: each has its own thirty days (EX-04, IP-03).

    Raises:
        Invalid: nobody was named, or an organisation is no ministry.
        NotLawful: the application is not with the Ministry, or has been passed on.
    """
    bodies = list({row.pk: row for row in ministries}.values())
    if not bodies or any(row.kind != OfficeKind.OTHER_MINISTRY.value for row in bodies):
        raise Invalid(
            Words("통보할 관계 중앙행정기관을 하나 이상 고르십시오.", "Choose one ministry or more."),
            "ministries",
        )
    today = today_of(at)
    advance(tool, "consult", actor=actor, at=at)
    for body in bodies:
        reply = ToolReply(tool=tool, organisation=body, region=tool.region, notified_on=today)
        begin(reply, at=at)
        advance(reply, f"notify_{tool.kind}", actor=actor, at=at)
    told = {
        "count": len(bodies),
        "bodies": ", ".join(row.name_ko for row in bodies),
        "bodies_en": ", ".join(row.name_en for row in bodies),
    }
    rule_id = "EX-04" if tool.kind == EXEMPTION else "IP-03"
    record(events.CONSULTED, tool, actor=actor, at=at, facts=Facts(told, provision=rule_id))
    return tool


@act(may="exemptions.handle_tool", records=events.TABLING_EXTENDED, subject="tool")
def extend_tabling(*, actor: Actor, tool: Tool, reason: str, at: Moment) -> Tool:
    """Extend the time to table it, once and by thirty days (EX-06).

    Raises:
        Invalid: no reason, or it was extended before.
        NotLawful: the application is not with the ministries.
    """
    text = prose(reason, "reason", needed=_REASON)
    advance(tool, "extend_tabling", actor=actor, at=at)
    facts = Facts({"reason": text}, provision="EX-06")
    record(events.TABLING_EXTENDED, tool, actor=actor, at=at, facts=facts)
    return tool


def _by_local(tool: Tool) -> Facts:
    local = tool.project.local
    return Facts(
        said(local=local.words) if local else {}, provision="EX-03" if tool.kind == EXEMPTION else "IP-03"
    )
