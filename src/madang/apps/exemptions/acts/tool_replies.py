"""Acts of the ministries asked about a tool, and of the operator that owes a supplement (EX-04, EX-05, IP-03).

Silence means nothing here: a reply after its time is kept and recorded as late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files import File

from madang.apps.exemptions.acts.papers import keep_papers
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import applications as events
from madang.apps.exemptions.models import ToolReply, ToolSupplement
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.applications import clock_rule
from madang.apps.exemptions.queries.confirmations import clock_row, pauses_of
from madang.apps.exemptions.rules import applications as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.case_models import Duty
from madang.core.cases import advance, keep_answer
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

SUPPLEMENT_PAPER = "supplement"
IN_FAVOUR = Words("찬성", "in favour")
AGAINST = Words("반대", "against")
_LATE = Words(" 회신 기한을 넘겼습니다.", " The reply came late.")
_WHAT = Words("보완할 내용을 적으십시오.", "Write what is to be supplemented.")
_ANSWER = Words("보완 내용을 적으십시오.", "Write your supplement.")
_OPINION = Words("검토 의견을 적으십시오.", "Write your opinion.")
_REASON = Words("연장하는 사유를 적으십시오.", "Write why the time is extended.")


@dataclass(frozen=True)
class Opinion:
    """A ministry's reply: in favour or not, why, and whether it sees a regulation at all (None: not said)."""

    is_in_favour: bool
    opinion: str
    sees_regulation: bool | None = None


@act(may="exemptions.reply_on_tool", records=events.SUPPLEMENT_ASKED, subject="reply")
def ask_tool_supplement(*, actor: Actor, reply: ToolReply, what: str, due_on: date, at: Moment) -> ToolReply:
    """Ask the operator for a supplement by a day; the thirty days stand still, the ninety run on (EX-04, IP-03).

    Raises:
        Invalid: nothing is asked for, or the day is over.
        NotLawful: the ministry has replied, or a supplement is awaited already.
    """
    today, text = today_of(at), prose(what, "what", needed=_WHAT)
    if due_on <= today:
        raise Invalid(Words("보완 기한은 내일 이후로 정하십시오.", "Choose a day after today."), "due_on")
    advance(reply, "ask_supplement", actor=actor, at=at)
    ToolSupplement.objects.create(reply=reply, asked_on=today, due_on=due_on, what=text)
    _record(events.SUPPLEMENT_ASKED, reply, actor, at, said(due=spoken(due_on)))
    return reply


@act(may="exemptions.file_tool_supplement", records=events.SUPPLEMENT_FILED, subject="reply")
def file_tool_supplement(
    *, actor: Actor, reply: ToolReply, answer: str, files: Sequence[File] = (), at: Moment
) -> ToolReply:
    """File what a ministry asked for; its time runs on.

    Raises:
        Invalid: the supplement is empty, or a file cannot be kept.
        NotLawful: this ministry asked for nothing, or has replied without it.
    """
    today, text = today_of(at), prose(answer, "answer", needed=_ANSWER)
    advance(reply, "file_supplement", actor=actor, at=at)
    reply.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True).update(
        answer=text, filed_on=today
    )
    keep_papers(reply.tool, SUPPLEMENT_PAPER, files, "upload", actor=actor, at=at)
    _record(events.SUPPLEMENT_FILED, reply, actor, at)
    return reply


@act(may="exemptions.reply_on_tool", records=events.REPLY_EXTENDED, subject="reply")
def extend_tool_reply(*, actor: Actor, reply: ToolReply, reason: str, at: Moment) -> ToolReply:
    """Extend the time to reply, once and by thirty days, while it still runs (EX-04, IP-03).

    Raises:
        Invalid: no reason, the time is over, or it was extended before.
        NotLawful: the ministry has replied, or waits for a supplement.
    """
    text, clock = prose(reason, "reason", needed=_REASON), _clock(reply)
    if clock and clock.due_on and today_of(at) > clock.due_on:
        due = spoken(clock.due_on)
        raise Invalid(
            Words(
                f"회신 기한({due.ko})이 지나 연장할 수 없습니다. 바로 회신하십시오.",
                f"The time to reply ended on {due.en} and cannot be extended any more. Reply now.",
            )
        )
    reply.extension_reason = text
    advance(reply, f"extend_{reply.tool.kind}", actor=actor, at=at, also=("extension_reason",))
    _record(events.REPLY_EXTENDED, reply, actor, at, {"reason": text})
    return reply


@act(may="exemptions.reply_on_tool", records=events.REPLIED, subject="reply")
def reply_on_tool(*, actor: Actor, reply: ToolReply, opinion: Opinion, at: Moment) -> ToolReply:
    """Reply on an application, also on what is there when the supplement did not come (EX-04, EX-05, IP-03).

    A reply that comes late is kept as late. A dispute whether there is a regulation at all is kept too (EX-02).

    Raises:
        Invalid: no opinion.
        NotLawful: the ministry has replied already.
    """
    today = today_of(at)
    reply.procedure.move("reply", reply.state)
    reply.opinion = prose(opinion.opinion, "opinion", needed=_OPINION)
    reply.is_in_favour, reply.sees_regulation = opinion.is_in_favour, opinion.sees_regulation
    reply.replied_on = today
    answer = _in_time(reply, today)
    for kept in (answer, *_unsupplemented(reply, today), *_dispute(reply, today)):
        keep_answer(reply, "reply", kept, at)
    columns = ("opinion", "is_in_favour", "sees_regulation", "replied_on")
    advance(reply, "reply", actor=actor, at=at, also=columns)
    reply.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True).update(dropped_on=today)
    late = Words("", "") if answer.is_satisfied else _LATE
    told = said(answer=IN_FAVOUR if opinion.is_in_favour else AGAINST, late=late)
    _record(events.REPLIED, reply, actor, at, told)
    return reply


def _clock(reply: ToolReply) -> Duty | None:
    return clock_row(reply, clock_rule(reply.tool))


def _in_time(reply: ToolReply, today: date) -> Answer:
    """Whether the reply keeps its time, supplements and an extension counted."""
    clock, rule_id = _clock(reply), clock_rule(reply.tool)
    facts: dict[str, Any] = {
        "notified_on": reply.notified_on, "replied_on": today, "supplements": pauses_of(clock, today),
    }  # fmt: skip
    if clock and clock.extensions:
        number = "exemption" if reply.tool.kind == EXEMPTION else "permit"
        facts["period_extension_days"] = parameter(f"{number}.reply_extension_days", today).value
    return evaluate(rule_id, facts, on=today)


def _unsupplemented(reply: ToolReply, today: date) -> list[Answer]:
    """What the decree wants of a ministry whose supplement day has passed: that it replies on what it has."""
    open_now = reply.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True).first()
    if (
        open_now is None
        or open_now.due_on is None
        or open_now.due_on >= today
        or reply.tool.kind != EXEMPTION
    ):
        return []
    facts = {"supplement_due_on": open_now.due_on, "replied_without_supplement": True}
    return [evaluate("EX-05", facts, on=today, known_on=today)]


def _dispute(reply: ToolReply, today: date) -> list[Answer]:
    """Whether ministry and local government disagree that there is a regulation at all; nothing while one is silent."""
    local = reply.tool.sees_regulation
    if local is None or reply.sees_regulation is None or reply.tool.kind != EXEMPTION:
        return []
    facts = {"ministry_sees_regulation": reply.sees_regulation, "local_government_sees_regulation": local}
    return [evaluate("EX-02", facts, on=today)]


def _record(
    kind: events.EventKind, reply: ToolReply, actor: Actor, at: Moment, told: dict[str, str] | None = None
) -> None:
    facts = {**said(ministry=reply.organisation.words), **(told or {})}
    record(kind, reply, actor=actor, at=at, facts=Facts(facts, provision=clock_rule(reply.tool)))
