"""Acts on a review of the result (재심의): asked for once within sixty days, passed on, tabled, voted on (EX-17, EX-18, IP-13)."""

from madang.apps.exemptions.acts.ballots import Ballot, counted, kept
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import reviews as events
from madang.apps.exemptions.models import Tool, ToolRequest
from madang.apps.exemptions.models.tools import EXEMPTION, REVIEW
from madang.apps.exemptions.rules import reviews as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.statutes.rulings.reviews import review
from madang.kernel.statutes.rulings.tool_terms import Tool as TermKind
from madang.kernel.words import Words

TABLING = "EX-18"
_WHY = Words("재심의를 요청하는 이유를 적으십시오.", "Write why the result should be reviewed.")
_OPINION = Words("검토한 의견을 적으십시오.", "Write what you found.")
_REASON = Words("연장하는 사유를 적으십시오.", "Write why the time is extended.")


@act(may="exemptions.ask_review", records=events.ASKED, subject="tool")
def ask_review(*, actor: Actor, tool: Tool, reason: str, at: Moment) -> ToolRequest:
    """Ask for a review of the result, once and within sixty days of its notice (EX-17, IP-13).

    Raises:
        Invalid: no reasons, the committee's result has not been told, or was told before the law knew a review.
        NotLawful: the sixty days are over, or a review was asked for before.
    """
    today = today_of(at)
    if tool.decided_on is None or tool.told_on is None:
        raise Invalid(
            Words(
                "특구위원회의 결과를 통보받은 뒤에 재심의를 요청할 수 있습니다.",
                "A review is asked for after the notice of the committee's result.",
            )
        )
    earlier = tool.requests.filter(kind=REVIEW).exclude(state="drafting").count()
    kind: TermKind = "exemption" if tool.kind == EXEMPTION else "interim_permit"
    review(
        kind, notified_on=tool.told_on, earlier_requests=earlier
    )  # refuses a notice from before there was a review
    row = ToolRequest(
        tool=tool,
        kind=REVIEW,
        region=tool.region,
        asked_on=today,
        reason=prose(reason, "reason", needed=_WHY),
    )
    begin(row, at=at)
    facts = {"result_notified_on": tool.told_on, "review_requested_on": today, "earlier_reviews": earlier}
    advance(row, f"ask_{tool.kind}", actor=actor, at=at, law=Law(facts))
    record(events.ASKED, row, actor=actor, at=at, facts=Facts(provision=_rule(tool)))
    return row


@act(may="exemptions.pass_review", records=events.PASSED, subject="tool_request")
def pass_review(*, actor: Actor, tool_request: ToolRequest, opinion: str, at: Moment) -> ToolRequest:
    """Pass a request for review to the Ministry, with what the local government thinks of it.

    Raises:
        Invalid: no opinion, or it is no review.
        NotLawful: it has been passed on.
    """
    _refuse_others(tool_request)
    tool_request.local_opinion = prose(opinion, "opinion", needed=_OPINION)
    advance(tool_request, "pass", actor=actor, at=at, also=("local_opinion",))
    local = tool_request.tool.project.local
    told = Facts(said(local=local.words) if local else {}, provision=_rule(tool_request.tool))
    record(events.PASSED, tool_request, actor=actor, at=at, facts=told)
    return tool_request


@act(may="exemptions.table_review", records=events.EXTENDED, subject="tool_request")
def extend_review(*, actor: Actor, tool_request: ToolRequest, reason: str, at: Moment) -> ToolRequest:
    """Extend the time to table a review, once and by thirty days (EX-18).

    Raises:
        Invalid: no reason, it is no review, or it was extended before.
        NotLawful: it is not with the Ministry.
    """
    _refuse_others(tool_request)
    text = prose(reason, "reason", needed=_REASON)
    advance(tool_request, "extend", actor=actor, at=at)
    record(
        events.EXTENDED, tool_request, actor=actor, at=at, facts=Facts({"reason": text}, provision=TABLING)
    )
    return tool_request


@act(may="exemptions.table_review", records=events.TABLED, subject="tool_request")
def table_review(*, actor: Actor, tool_request: ToolRequest, at: Moment) -> ToolRequest:
    """Table a review at the Zone Committee (EX-18).

    Raises:
        Invalid: it is no review.
        NotLawful: it is not with the Ministry.
    """
    _refuse_others(tool_request)
    advance(tool_request, "table", actor=actor, at=at)
    record(events.TABLED, tool_request, actor=actor, at=at, facts=Facts(provision=TABLING))
    return tool_request


@act(may="exemptions.record_review_vote", records=(events.CHANGED, events.UPHELD), subject="tool_request")
def record_review_vote(*, actor: Actor, tool_request: ToolRequest, ballot: Ballot, at: Moment) -> ToolRequest:
    """Record the vote on changing the result: carried, a refused tool may be granted and a granted one's answer changes.

    Raises:
        Invalid: no reasons, numbers that cannot be, no quorum, or it is no review.
        NotLawful: the review is not before the committee.
    """
    _refuse_others(tool_request)
    is_carried, result = counted(ballot)
    move = "change" if is_carried else "uphold"
    tool_request.procedure.move(move, tool_request.state)
    tool = locked(Tool, tool_request.tool_id)
    vote = kept(tool, REVIEW, ballot, at)
    tool_request.answer, tool_request.decided_on = vote.grounds, vote.held_on
    advance(tool_request, move, actor=actor, at=at, law=Law(ballot.facts), also=("answer", "decided_on"))
    if is_carried:
        _change(tool, vote.grounds, actor, at)
    kind = events.CHANGED if is_carried else events.UPHELD
    told = Facts({**said(result=result), **ballot.facts}, provision="ZC-05")
    record(kind, tool_request, actor=actor, at=at, facts=told)
    return tool_request


def _change(tool: Tool, grounds: str, actor: Actor, at: Moment) -> None:
    """A refused tool goes back to be granted; of a granted one the reasons stand changed in words."""
    tool.answer = grounds
    if tool.state == "refused":
        tool.decided_on = today_of(at)
        law = Law({"committee_resolved": True})
        advance(tool, "reopen", actor=actor, at=at, law=law, also=("answer", "decided_on"))
        return
    tool.version += 1
    tool.save(update_fields=["answer", "version"])


def _rule(tool: Tool) -> str:
    return "EX-17" if tool.kind == EXEMPTION else "IP-13"


def _refuse_others(row: ToolRequest) -> None:
    if row.kind != REVIEW:
        raise Invalid(Words("재심의 요청이 아닙니다.", "This is no request for a review."))
