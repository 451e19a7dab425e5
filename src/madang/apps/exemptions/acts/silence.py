"""Silence as the law takes it (RC-06): the day after a reply was due, the ministry's answer is there by itself.

The system records it, dated on the day it happened, however late it comes to write it down.
"""

from datetime import date, timedelta

from madang.apps.exemptions.acts.writing import close_when_all_in, today_of
from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models import Confirmation, ConfirmationReply
from madang.apps.exemptions.queries.confirmations import REPLY_CLOCK
from madang.apps.exemptions.rules import confirmations as rules  # noqa: F401 -- rules enter the permissions
from madang.core import calendar
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.audit.many import Ground, tell_each
from madang.core.authority import Actor
from madang.core.lapsing import LAPSED, Group, Lapse, groups_of, let_lapse
from madang.core.locks import locked
from madang.core.models import Epoch
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

RULE, MOVE = "RC-06", "deem"
#: whoever records silence holds this row, so that two workers come one after the other
TURN = "silence"
_DAY = timedelta(days=1)
_FACTS = """jsonb_build_object('ministry', body.name_ko, 'ministry_en', body.name_en, 'due', {ko}, 'due_en', {en},
    'notified_on', subject.notified_on, 'due_on', {day})"""
_JOINED = "JOIN accounts_organisation AS body ON body.id = subject.organisation_id"


class NothingSilent(Invalid):
    """No reply that was due on the day is still awaited: it came, stands still, or was recorded before."""

    def __init__(self) -> None:
        super().__init__(
            Words("의제로 기록할 회신이 없습니다.", "There is no silence to record for that day.")
        )


@act(may="exemptions.deem_silence", records=(events.DEEMED, events.SILENCE_CHECKED))
def deem_silent_replies(*, actor: Actor, due_on: date, at: Moment) -> Epoch:
    """Record, once for each reply due on a day and not given, what silence means (무회신 의제, RC-06).

    ``at`` is the instant from which it is deemed: 00:00 in Korea on the day after.

    Raises:
        Invalid: the day after has not come at ``at``.
        NothingSilent: there is nothing to record.
    """
    if today_of(at) <= due_on:
        raise Invalid(Words("회신 기한이 아직 지나지 않았습니다.", "The reply is not overdue yet."), "due_on")
    calendar.hold()
    turn = _my_turn()
    said, first = spoken(due_on), due_on + _DAY
    lapse = Lapse(
        ConfirmationReply, MOVE, REPLY_CLOCK, due_on, facts=_FACTS.format(ko=_quoted(said.ko), en=_quoted(said.en), day=_quoted(due_on.isoformat())),
        joined=_JOINED, columns={"due_on": due_on, "closed_on": first},
    )  # fmt: skip

    def silence(group: Group) -> Answer | None:
        facts = {"notified_on": group.started_on, "supplements": group.stood}
        answer = evaluate(RULE, facts, on=first, known_on=first)
        return answer if answer.is_satisfied and answer.value == first else None

    telling = tell_each(LAPSED, events.DEEMED, actor=actor, at=at, ground=Ground(RULE))
    count = let_lapse(lapse, groups_of(lapse), silence, telling, at)
    if not count:
        raise NothingSilent
    told = {"count": count, "due": said.ko, "due_en": said.en, "due_on": due_on}
    record(events.SILENCE_CHECKED, turn, actor=actor, at=at, facts=Facts(told, provision=RULE))
    return turn


@act(may="exemptions.close_replies", records=(events.CLOSED, events.CONFLICTED), subject="confirmation")
def close_replies(*, actor: Actor, confirmation: Confirmation, at: Moment) -> Confirmation:
    """Close a request whose last ministry has fallen silent; a reply that comes last closes it by itself (RC-09).

    Raises:
        NotLawful: the request has been closed already.
        Invalid: a ministry is still open.
    """
    confirmation.procedure.move("agree", confirmation.state)
    if not close_when_all_in(confirmation, actor=actor, at=at):
        raise Invalid(Words("아직 회신하지 않은 기관이 있습니다.", "A ministry is still open."))
    return confirmation


def _my_turn() -> Epoch:
    Epoch.objects.bulk_create([Epoch(topic=TURN, number=0)], ignore_conflicts=True)
    return locked(Epoch, TURN)


def _quoted(day: str) -> str:
    """A day in words as SQL text; the kernel makes it of figures, letters and brackets."""
    return "'" + day.replace("'", "''").replace("%", "%%") + "'"
