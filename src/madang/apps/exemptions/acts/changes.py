"""Acts on a change of content or conditions (EX-19): through the local government, answered by the ministry that regulates."""

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.life import keep_if_known
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import changes as events
from madang.apps.exemptions.models import Tool, ToolRequest
from madang.apps.exemptions.models.tools import CHANGE
from madang.apps.exemptions.queries.life import IN_FORCE, open_request
from madang.apps.exemptions.rules import changes as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Duty
from madang.core.cases import advance, begin
from madang.core.moments import Moment
from madang.kernel.statutes.parameters import parameter
from madang.kernel.words import Words

RULE = "EX-19"
_WHAT = Words("무엇을 어떻게 바꾸려는지 적으십시오.", "Write what is to change, and how.")
_REASON = Words("바꾸려는 이유를 적으십시오.", "Write why it is to change.")
_WHY_LONGER = Words("회신 기간을 연장하는 사유를 적으십시오.", "Write why more time is needed.")
_OPINION = Words("회신의 이유를 적으십시오.", "Write the reasons of the answer.")
_ANSWER = Words("결정의 이유를 적으십시오.", "Write the reasons of the decision.")


@act(may="exemptions.ask_change", records=events.ASKED, subject="tool")
def ask_change(*, actor: Actor, tool: Tool, what: str, reason: str, at: Moment) -> ToolRequest:
    """Ask the local government for a change of content or conditions (변경 신청, EX-19).

    Raises:
        Invalid: nothing is said, the tool is not in force, or a change is being examined already.
    """
    if tool.state not in IN_FORCE:
        raise Invalid(
            Words("효력이 있는 특례나 허가만 바꿀 수 있습니다.", "Only what is in force can be changed.")
        )
    if open_request(tool, CHANGE) is not None:
        raise Invalid(Words("변경 신청이 이미 검토 중입니다.", "A change is already being examined."))
    row = ToolRequest(
        tool=tool, kind=CHANGE, what=prose(what, "what", needed=_WHAT), asked_on=today_of(at),
        reason=prose(reason, "reason", needed=_REASON), region=tool.region,
    )  # fmt: skip
    begin(row, at=at)
    advance(row, "ask", actor=actor, at=at)
    record(events.ASKED, row, actor=actor, at=at, facts=Facts(provision=RULE))
    return row


@act(may="exemptions.handle_change", records=events.CONSULTED, subject="tool_request")
def consult_on_change(
    *, actor: Actor, tool_request: ToolRequest, ministry: Organisation, at: Moment
) -> ToolRequest:
    """Tell the ministry that regulates of a change; its thirty days run from today (EX-19).

    Raises:
        Invalid: what was chosen is no other ministry.
        NotLawful: a ministry was told before.
    """
    _refuse_others(tool_request)
    if ministry.kind != OfficeKind.OTHER_MINISTRY.value:
        raise Invalid(Words("관계 중앙행정기관을 고르십시오.", "Choose a ministry."), "ministry")
    tool_request.organisation, tool_request.notified_on = ministry, today_of(at)
    advance(tool_request, "consult", actor=actor, at=at, also=("organisation_id", "notified_on"))
    facts = Facts(said(ministry=ministry.words), provision=RULE)
    record(events.CONSULTED, tool_request, actor=actor, at=at, facts=facts)
    return tool_request


@act(may="exemptions.answer_change", records=events.LENGTHENED, subject="tool_request")
def extend_change_reply(*, actor: Actor, tool_request: ToolRequest, reason: str, at: Moment) -> ToolRequest:
    """Take thirty days more to answer, once (EX-19).

    Raises:
        Invalid: no reason, or the time was extended before.
        NotLawful: nothing is awaited from the ministry.
    """
    _refuse_others(tool_request)
    given = prose(reason, "reason", needed=_WHY_LONGER)
    advance(tool_request, "extend", actor=actor, at=at)
    ministry = tool_request.organisation
    told = {"reason": given, **(said(ministry=ministry.words) if ministry else {})}
    record(events.LENGTHENED, tool_request, actor=actor, at=at, facts=Facts(told, provision=RULE))
    return tool_request


@act(may="exemptions.answer_change", records=events.ANSWERED, subject="tool_request")
def answer_change(
    *, actor: Actor, tool_request: ToolRequest, is_in_favour: bool | None, opinion: str, at: Moment
) -> ToolRequest:
    """Answer on a change; late is late, and the finding keeps it (EX-19).

    Raises:
        Invalid: no answer, or no reasons.
        NotLawful: nothing is awaited from the ministry.
    """
    _refuse_others(tool_request)
    if is_in_favour is None:
        raise Invalid(Words("동의 여부를 고르십시오.", "Say whether you agree."), "is_in_favour")
    tool_request.is_in_favour = is_in_favour
    tool_request.opinion = prose(opinion, "opinion", needed=_OPINION)
    tool_request.replied_on = today_of(at)
    tool_request.procedure.move("answer", tool_request.state)
    facts = {
        "tool_change_notified_on": tool_request.notified_on, "replied_on": tool_request.replied_on,
        "filed_through_local_government": True, "period_extension_days": _days_more(tool_request),
    }  # fmt: skip
    keep_if_known(tool_request, "answer", RULE, facts, at)
    advance(tool_request, "answer", actor=actor, at=at, also=("is_in_favour", "opinion", "replied_on"))
    ministry = tool_request.organisation
    told = {"is_in_favour": is_in_favour, **(said(ministry=ministry.words) if ministry else {})}
    record(events.ANSWERED, tool_request, actor=actor, at=at, facts=Facts(told, provision=RULE))
    return tool_request


@act(may="exemptions.handle_change", records=(events.CHANGED, events.REFUSED), subject="tool_request")
def decide_change(
    *, actor: Actor, tool_request: ToolRequest, is_approved: bool | None, answer: str, at: Moment
) -> ToolRequest:
    """Decide on a change when the ministry has answered; the Zone Committee is informed (EX-19).

    Raises:
        Invalid: no decision, or no reasons.
        NotLawful: the ministry has not answered, or it was decided before.
    """
    _refuse_others(tool_request)
    if is_approved is None:
        raise Invalid(Words("승인 여부를 고르십시오.", "Say whether it is approved."), "is_approved")
    tool_request.answer = prose(answer, "answer", needed=_ANSWER)
    tool_request.decided_on = today_of(at)
    move, kind = ("approve", events.CHANGED) if is_approved else ("deny", events.REFUSED)
    advance(tool_request, move, actor=actor, at=at, also=("answer", "decided_on"))
    facts = Facts({"answer": tool_request.answer}, provision=RULE)
    record(kind, tool_request, actor=actor, at=at, facts=facts)
    return tool_request


def _refuse_others(row: ToolRequest) -> None:
    if row.kind != CHANGE:
        raise Invalid(Words("변경 신청이 아닙니다.", "This is no change."))


def _days_more(row: ToolRequest) -> int:
    clock = Duty.objects.filter(case_id=row.pk, is_clock=True, rule_id=RULE).last()
    if clock is None or row.notified_on is None:
        return 0
    return clock.extensions * int(parameter("sandbox.change_extension_days", row.notified_on).value)
