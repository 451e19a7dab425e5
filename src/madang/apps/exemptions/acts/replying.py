"""Acts of the ministries asked, and of the firm that owes them a supplement (RC-04, RC-05). Nobody replies after silence."""

from dataclasses import dataclass
from datetime import date

from madang.apps.exemptions.acts.writing import close_when_all_in, line, parent_of, prose, said, today_of
from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models.confirmations import (
    ANSWER_WORDS,
    ConfirmationReply,
    ConfirmationSupplement,
)
from madang.apps.exemptions.queries.confirmations import OWN_CLOCK, REPLY_CLOCK, clock_row, pauses_of
from madang.apps.exemptions.rules import confirmations as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.case_models import Duty
from madang.core.cases import Law, advance
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.procedures.confirmation import NEEDED, NOT_OURS
from madang.kernel.words import Words

_WHAT = Words("보완할 내용을 적으십시오.", "Write what is to be supplemented.")
_ANSWER = Words("보완 내용을 적으십시오.", "Write your supplement.")
_PERMIT = Words("필요한 허가등과 근거 조문을 적으십시오.", "Name the permit and its article.")
_GROUNDS = Words("판단의 근거 조문을 적으십시오.", "Write the article that this rests on.")


class SilenceHasSpoken(Invalid):
    """The period is over: the law has given the ministry's answer from the day after, and nothing overwrites it."""


@dataclass(frozen=True)
class Answer:
    """A ministry's answer: needed, not_needed or not_ours; the permit with its article when needed; the grounds."""

    answer: str
    permit: str = ""
    grounds: str = ""


@act(may="exemptions.reply", records=(events.REPLIED, events.CLOSED, events.CONFLICTED), subject="reply")
def reply_to_confirmation(
    *, actor: Actor, reply: ConfirmationReply, answer: Answer, at: Moment
) -> ConfirmationReply:
    """Reply whether a permit of the ministry is needed, with the article, within thirty days (회신, RC-04).

    Raises:
        Invalid: no such answer, or its permit or article is missing.
        SilenceHasSpoken: the reply period is over.
        NotLawful: the ministry has replied already, or is deemed to have.
    """
    today = today_of(at)
    confirmation = parent_of(reply)
    clock = _still_running(reply, today)
    facts = {"notified_on": reply.notified_on, "replied_on": today, "supplements": pauses_of(clock, today)}
    reply.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True).update(dropped_on=today)
    _take(reply, answer, clock, today)
    advance(reply, "reply", actor=actor, at=at, law=Law(facts), also=_TAKEN)
    _record_reply(reply, actor, at, REPLY_CLOCK)
    close_when_all_in(confirmation, actor=actor, at=at)
    return reply


@act(
    may="exemptions.confirm_own_field",
    records=(events.REPLIED, events.CLOSED, events.CONFLICTED),
    subject="reply",
)
def confirm_own_field(
    *, actor: Actor, reply: ConfirmationReply, answer: Answer, at: Moment
) -> ConfirmationReply:
    """Confirm what lies in the Ministry's own field (RC-05); late is late, for the decree knows no silence here.

    Raises:
        Invalid: no such answer, or its permit or article is missing.
        NotLawful: it is not the Ministry's own part, or is confirmed already.
    """
    today = today_of(at)
    confirmation = parent_of(reply)
    _take(reply, answer, clock_row(reply, OWN_CLOCK), today)
    advance(reply, "confirm", actor=actor, at=at, also=_TAKEN)
    _record_reply(reply, actor, at, OWN_CLOCK)
    close_when_all_in(confirmation, actor=actor, at=at)
    return reply


@act(may="exemptions.ask_supplement", records=events.SUPPLEMENT_ASKED, subject="reply")
def ask_confirmation_supplement(
    *, actor: Actor, reply: ConfirmationReply, what: str, at: Moment
) -> ConfirmationReply:
    """Ask the firm for a supplement; this ministry's clock stands still from today until it is filed (RC-04).

    Raises:
        Invalid: nothing is asked for.
        SilenceHasSpoken: the reply period is over.
        NotLawful: the ministry has replied, or waits for a supplement already.
    """
    today = today_of(at)
    text = prose(what, "what", needed=_WHAT)
    _still_running(reply, today)
    advance(reply, "ask_supplement", actor=actor, at=at)
    ConfirmationSupplement.objects.create(reply=reply, asked_on=today, what=text)
    _record(events.SUPPLEMENT_ASKED, reply, actor, at)
    return reply


@act(may="exemptions.file_supplement", records=events.SUPPLEMENT_FILED, subject="reply")
def file_confirmation_supplement(
    *, actor: Actor, reply: ConfirmationReply, answer: str, at: Moment
) -> ConfirmationReply:
    """File what a ministry asked for; its clock runs on from tomorrow (보완 제출, RC-04).

    Raises:
        Invalid: the supplement is empty.
        NotLawful: this ministry asked for nothing, or has replied without it.
    """
    today = today_of(at)
    text = prose(answer, "answer", needed=_ANSWER)
    advance(reply, "file_supplement", actor=actor, at=at)
    reply.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True).update(
        answer=text, filed_on=today
    )
    _record(events.SUPPLEMENT_FILED, reply, actor, at)
    return reply


_TAKEN = ("answer", "permit", "grounds", "closed_on", "due_on")


def _take(reply: ConfirmationReply, given: Answer, clock: Duty | None, today: date) -> None:
    """Read an answer into its row, after the state has been looked at: a second reply says first that it is one."""
    move = "confirm" if reply.state == "confirming" else "reply"
    reply.procedure.move(move, reply.state)
    if given.answer not in ANSWER_WORDS:
        raise Invalid(Words("회신의 종류를 고르십시오.", "Choose an answer."), "answer")
    permit = line(given.permit, "permit", needed=False)
    grounds = prose(given.grounds, "grounds", needed=None if given.answer == NOT_OURS else _GROUNDS)
    if given.answer == NEEDED and not permit:
        raise Invalid(_PERMIT, "permit")
    reply.answer, reply.permit, reply.grounds = given.answer, permit, grounds
    reply.closed_on, reply.due_on = today, clock.due_on if clock else None


def _still_running(reply: ConfirmationReply, today: date) -> Duty | None:
    clock = clock_row(reply, REPLY_CLOCK)
    if clock and clock.is_open and not clock.paused_on and clock.due_on and today > clock.due_on:
        due = spoken(clock.due_on)
        raise SilenceHasSpoken(
            Words(
                f"회신 기한({due.ko})이 지났습니다. 다음 날부터 소관이 아니거나 허가등이 필요하지 않은 것으로 보므로"
                "(제85조제5항) 회신이나 보완 요구를 받을 수 없습니다.",
                f"The reply was due by {due.en}. From the day after, the law takes the matter as not concerning you or "
                "needing no permit of yours (Article 85(5)), so no reply or supplement can be entered.",
            )
        )
    return clock


def _record_reply(reply: ConfirmationReply, actor: Actor, at: Moment, rule_id: str) -> None:
    told = {**said(ministry=reply.organisation.words), "answer": reply.answer, "due_on": reply.due_on}
    record(events.REPLIED, reply, actor=actor, at=at, facts=Facts(told, provision=rule_id))


def _record(kind: events.EventKind, reply: ConfirmationReply, actor: Actor, at: Moment) -> None:
    told = said(ministry=reply.organisation.words)
    record(kind, reply, actor=actor, at=at, facts=Facts(told, provision=REPLY_CLOCK))
