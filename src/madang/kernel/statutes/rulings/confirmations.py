"""Rapid confirmation of rules, one clock for each ministry (RC-01 to RC-09).

Silence is consent here and only here: a ministry that does not reply in time is deemed not to be concerned, or its
permit not to be needed, from the day after its reply was due.

>>> from datetime import date
>>> done = close_confirmation(date(2026, 9, 1), {"a": Reply(date(2026, 9, 20)), "b": Reply(None)})
>>> done.ministries["b"].state, done.closed_on
('deemed', datetime.date(2026, 10, 2))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from madang.kernel.clocks.counting import Pause, PauseCounting
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.due import DEFAULT_PAUSE_COUNTING, DueDate, due_date
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import AnyDue, Finding, all_true, count_of, done_by, either, fails, holds
from madang.kernel.statutes.registry import rule
from madang.kernel.words import Words

ReplyState = Literal["waiting", "replied", "deemed"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one ministry did: the day of its reply (None: silent) and the supplements it asked for."""

    replied_on: date | None
    supplements: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class MinistryReply:
    """Where one ministry stands. ``closed_on`` is the day of the reply or of the deeming, None while it waits."""

    due: DueDate
    state: ReplyState
    closed_on: date | None

    @property
    def deemed_from(self) -> date | None:
        """The first day of the deemed answer, the day after the reply was due."""
        return self.closed_on if self.state == "deemed" else None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """All ministries by name, and the day the last of them closed (None while one waits)."""

    ministries: Mapping[str, MinistryReply]
    closed_on: date | None


def ministry_reply(
    notified_on: date,
    reply: Reply,
    *,
    known_on: date | None = None,
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING,
) -> MinistryReply:
    """Where one ministry stands; without ``known_on`` its silence is taken as final.

    A reply after the due date changes nothing: the answer is deemed given from the day after.

    Raises:
        NotInForce, UnknownCalendar, ValueError: see ``due_date``.
    """
    due = due_date("RC-04", start=notified_on, pauses=reply.supplements, pause_counting=pause_counting)
    if reply.replied_on is not None and reply.replied_on <= due.due_on:
        return MinistryReply(due, "replied", reply.replied_on)
    if reply.replied_on is None and known_on is not None and known_on <= due.due_on:
        return MinistryReply(due, "waiting", None)
    return MinistryReply(due, "deemed", due.due_on + _DAY)


def close_confirmation(
    notified_on: date,
    replies: Mapping[str, Reply],
    *,
    known_on: date | None = None,
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING,
) -> Confirmation:
    """Close each ministry by its own clock; the whole closes with the last of them.

    Raises:
        ValueError: no ministry was asked.
    """
    if not replies:
        raise ValueError("a confirmation asks one ministry or more")
    found = {
        name: ministry_reply(notified_on, reply, known_on=known_on, pause_counting=pause_counting)
        for name, reply in replies.items()
    }
    days = [ministry.closed_on for ministry in found.values()]
    closed = [day for day in days if day is not None]
    return Confirmation(found, max(closed) if len(closed) == len(days) else None)


@rule("RC-01")
def request_papers_are_complete(facts: Facts) -> Finding:
    return all_present(facts, "RC-01", "request_papers")


@rule("RC-02")
def request_took_its_route(facts: Facts) -> Finding:
    """The value is the route: the local government itself, or the Minister."""
    if facts.truth("within_local_powers"):
        return either(
            facts.truth("result_told_to_asker"),
            Words("지방자치단체가 확인하여 알렸습니다.", "confirmed and told by the local government."),
            Words("확인 결과를 알리지 않았습니다.", "the asker was not told."),
            "local_government",
        )
    return either(
        facts.truth("sent_to_ministry"),
        Words("중소벤처기업부장관에게 보냈습니다.", "sent to the Minister."),
        Words("중소벤처기업부장관에게 보내지 않았습니다.", "not sent to the Minister."),
        "ministry",
    )


@rule("RC-03")
def ministries_were_notified(facts: Facts) -> Finding:
    """At once: the law gives no number of days."""
    return all_true(
        facts,
        ("ministries_notified",),
        Words("관계 중앙행정기관에 알렸습니다.", "the ministries concerned were notified."),
        Words("관계 중앙행정기관에 알리지 않았습니다.", "the ministries concerned were not notified."),
    )


@rule("RC-04")
def ministry_replied_in_time(facts: Facts) -> Finding:
    """One ministry's reply; what its silence means is said by RC-06."""
    return done_by(facts, _reply_due(facts), "replied_on")


@rule("RC-05")
def own_field_was_confirmed(facts: Facts) -> Finding:
    """Nothing says that this clock stops for supplements."""
    facts.in_order("papers_received_on", "confirmed_on")
    due = due_of(facts, "RC-05", start=facts.day("papers_received_on"))
    return done_by(facts, due, "confirmed_on")


@rule("RC-06")
def silence_is_deemed_an_answer(facts: Facts) -> Finding:
    """Satisfied when the answer is deemed given; the value is the first day of the deeming."""
    due = _reply_due(facts)
    if not facts.has("replied_on") and (facts.known_on is None or facts.known_on <= due.due_on):
        raise MissingFacts(["replied_on"])
    trace = count_of(due)
    if facts.has("replied_on") and facts.day("replied_on") <= due.due_on:
        return fails(
            "기간 안에 회신하여 의제되지 않습니다.", "it replied in time: nothing is deemed.", None, trace
        )
    first = due.due_on + _DAY
    said, last = spoken(first), spoken(due.due_on)
    return holds(
        f"{last.ko}까지 회신이 없어 {said.ko}부터 소관이 아니거나 허가등이 필요하지 않은 것으로 봅니다.",
        f"no reply by {last.en}: from {said.en} the ministry is deemed not concerned, or no permit to be needed.",
        first,
        trace,
    )


@rule("RC-07")
def result_was_told(facts: Facts) -> Finding:
    """At once: the law gives no number of days."""
    return all_true(
        facts,
        ("local_government_told", "result_told_to_asker"),
        Words("지방자치단체와 신청인에게 알렸습니다.", "the local government and the asker were told."),
        Words("결과를 알리지 않은 상대가 있습니다.", "somebody was not told the result."),
    )


@rule("RC-08")
def conflict_was_decided(facts: Facts) -> Finding:
    """Counted from the last reply; where a ministry was silent to the end, from the end of its reply period."""
    if not facts.has("last_reply_on") and not facts.has("reply_period_ended_on"):
        raise MissingFacts(["last_reply_on"])
    names = ("last_reply_on", "reply_period_ended_on")
    start = max(facts.day(name) for name in names if facts.has(name))
    facts.in_order("last_reply_on", "conflict_decided_on")
    due = due_of(facts, "RC-08", start=start, pauses=facts.pauses("supplements"))
    return done_by(facts, due, "conflict_decided_on")


@rule("RC-09")
def every_ministry_has_closed(facts: Facts) -> Finding:
    """The value names the ministries that are still open."""
    facts.require("ministries_asked", "ministries_closed")
    waiting = tuple(sorted(facts.keys("ministries_asked") - facts.keys("ministries_closed")))
    names = ", ".join(waiting)
    return either(
        not waiting,
        Words("모든 기관의 회신이나 의제가 끝났습니다.", "every ministry has replied or is deemed to have."),
        Words(f"아직 끝나지 않은 기관이 있습니다: {names}.", f"still open: {names}."),
        waiting,
    )


def _reply_due(facts: Facts) -> AnyDue:
    facts.in_order("notified_on", "replied_on")
    return due_of(facts, "RC-04", start=facts.day("notified_on"), pauses=facts.pauses("supplements"))
