"""Acts on an agenda item: table, decide, defer (DC-01, DC-06, ZC-05, COM-02). Ballots are cast in ``ballots``.

More than half of the enrolled members must be present, more than half of those present must agree. Members who are
excluded do not count as present for the item, abstentions do, and a tie is not carried.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

from madang.apps.selection.acts.lawful import hold, today_of
from madang.apps.selection.events import committees as events
from madang.apps.selection.events.designation import TABLED
from madang.apps.selection.models import Designation, Item, Sitting
from madang.apps.selection.queries.committees import Tally, last_count, tally_of, vote_facts
from madang.apps.selection.queries.consultation import Asked, asked_for
from madang.apps.selection.queries.law_facts import facts_of, reply_facts
from madang.apps.selection.rules.committees import DELIBERATION, OUTCOME_WORDS
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.case_models import Duty
from madang.core.cases import Law, advance, keep_answer
from madang.core.locks import locked
from madang.core.moments import Moment, day_of, exact_day, instant_of
from madang.core.written import one_line
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.rules import evaluate, vote_result
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful

MOVES = {
    (DELIBERATION, "carried"): "pass_deliberation",
    (DELIBERATION, "not_carried"): "fail_deliberation",
    (DELIBERATION, "deferred"): "fail_deliberation",
    ("zone_committee", "carried"): "approve",
    ("zone_committee", "not_carried"): "reject",
    ("zone_committee", "deferred"): "defer",
}
#: the state in which an item of each body waits for its vote
WAITING = {DELIBERATION: "deliberating", "zone_committee": "tabled"}


@dataclass(frozen=True)
class ReportedOutcome:
    """An outcome as the published record reports it; numbers that nobody reported stay unknown."""

    outcome: str
    enrolled: int | None = None
    present: int | None = None
    yes: int | None = None


class NoQuorum(Invalid):
    """Too few members are present for the item: nothing is decided."""


@act(may="selection.table_designation", records=TABLED, subject="designation")
def table_deliberation(*, actor: Actor, designation: Designation, sitting: Sitting, at: Moment) -> Item:
    """Put a designation on the agenda of a sitting (상정): of the Deliberation Committee, then of the Zone Committee.

    Every ministry has replied, or is overdue and named as not having replied; that is never taken for consent.

    Raises:
        Invalid: the sitting is over, or the designation waits for a vote elsewhere.
        NotLawful: a ministry still has time to reply, or the state is not one from which it is tabled.
    """
    if sitting.closed_at is not None:
        raise Invalid(Words("이미 마친 회의입니다.", "This sitting is over."), "sitting")
    body = sitting.body.key
    silent: list[Asked] = []
    if designation.state != WAITING[body]:
        move = "table_deliberation" if body == DELIBERATION else "table_zone_committee"
        silent = _check_replies(actor, designation, move, at)
        counted = {} if body == DELIBERATION else last_count(designation, DELIBERATION)
        law = Law({**facts_of(designation), **counted})
        advance(designation, move, actor=actor, at=at, law=law)
    elif designation.agenda.filter(outcome="").exists():
        raise Invalid(
            Words("이미 상정되어 의결을 기다리고 있습니다.", "It is on an agenda and awaits the vote.")
        )
    number = (sitting.items.aggregate(last=Max("number"))["last"] or 0) + 1
    item = Item.objects.create(
        sitting=sitting, designation=designation, number=number, opened_at=instant_of(at)
    )
    told = {"sitting": sitting.title_ko, "sitting_en": sitting.title_en, **_silence(silent)}
    provision = "DC-01" if body == DELIBERATION else "ZC-09"
    record(TABLED, designation, actor=actor, at=at, facts=Facts(told, provision=provision))
    return item


@act(may="selection.decide_item", records=events.ITEM_DECIDED, subject="item")
def decide_item(*, actor: Actor, item: Item, reported: ReportedOutcome | None = None, at: Moment) -> Item:
    """Decide an item by the votes recorded (의결), or take over what the published record reports.

    Raises:
        NoQuorum: nothing is decided; the sentence shows the sum.
        Invalid: decided already, the sitting is not open, or a vote of a member present is missing.
    """
    _refuse_decided(item)
    if reported is not None:
        return _take_over(actor, item, reported, at)
    open_sitting_of(item)
    tally = tally_of(item, today_of(at))
    _refuse_incomplete(tally)
    outcome = "carried" if tally.answer.is_satisfied else "not_carried"
    return _settle(actor, item, outcome, tally.to_json(), at)


@act(may="selection.defer_item", records=events.ITEM_DEFERRED, subject="item")
def defer_item(*, actor: Actor, item: Item, reason: str, in_favour: int, at: Moment) -> Item:
    """Defer an item by a motion of its own (보류 동의): the reason and how many agreed are recorded.

    Raises:
        NoQuorum: too few members are present.
        Invalid: the motion found no majority, or the item is decided.
    """
    _refuse_decided(item)
    open_sitting_of(item)
    why = one_line(reason, most=200, field="reason")
    tally = tally_of(item, today_of(at))
    _refuse_without_quorum(tally)
    if not 0 <= in_favour <= len(tally.present):
        raise Invalid(Words("출석위원보다 많을 수 없습니다.", "More than were present."), "in_favour")
    answer = vote_result(tally.body, tally.enrolled, len(tally.present), in_favour, tally.on)
    if not answer.is_satisfied:
        raise Invalid(
            Words(
                f"보류 동의가 가결되지 않았습니다. {answer.sentence.ko}",
                f"No motion to defer: {answer.sentence.en}",
            ),
            "in_favour",
        )
    motion = {"reason": why, "yes": in_favour, "answer": answer.to_json()}
    result = {**tally.to_json(), "motion": motion}
    _settle(actor, item, "deferred", result, at, reason=why)
    return item


def _settle(
    actor: Actor, item: Item, outcome: str, result: dict[str, object], at: Moment, *, reason: str = ""
) -> Item:
    """Write the outcome of an item and move the designation accordingly; the event is recorded here."""
    sitting = item.sitting
    item.outcome, item.result, item.decided_at = outcome, result, instant_of(at)
    item.save(update_fields=["outcome", "result", "decided_at"])
    designation = locked(Designation, item.designation_id)
    move = MOVES[sitting.body.key, outcome]
    if move == "reject":
        _keep_decision(designation, move, at)
    advance(designation, move, actor=actor, at=at, law=Law(vote_facts(sitting, sitting.body.key, result)))
    words = OUTCOME_WORDS[outcome]
    told = {
        "sitting": sitting.title_ko, "sitting_en": sitting.title_en, "outcome": words.ko, "outcome_en": words.en,
        "item": str(item.pk), "reason": reason,
    }  # fmt: skip
    kind = events.ITEM_DEFERRED if reason else events.ITEM_DECIDED
    record(kind, designation, actor=actor, at=at, facts=Facts(told, provision=designation_provision(item)))
    return item


def designation_provision(item: Item) -> str:
    """Return the rule on which the vote of an item rests."""
    return "DC-06" if item.sitting.body.key == DELIBERATION else "ZC-05"


def _take_over(actor: Actor, item: Item, reported: ReportedOutcome, at: Moment) -> Item:
    if not actor.is_history:
        raise Invalid(Words("의결은 기록한 표로 정합니다.", "An item is decided by its votes."), "reported")
    if (item.sitting.body.key, reported.outcome) not in MOVES:
        raise Invalid(Words("의결 결과가 아닙니다.", "This is no outcome of a vote."), "reported")
    result: dict[str, object] = {
        "body": item.sitting.body.key, "enrolled": reported.enrolled, "present": reported.present,
        "yes": reported.yes, "reported": True,
    }  # fmt: skip
    return _settle(actor, item, reported.outcome, result, at)


def _keep_decision(designation: Designation, move: str, at: Moment) -> None:
    """Keep whether the decision came within its 90 days (DES-03)."""
    facts = {**facts_of(designation), "decided_on": exact_day(at)}
    keep_answer(designation, move, evaluate("DES-03", facts, on=day_of(at)), at)


def _check_replies(actor: Actor, designation: Designation, move: str, at: Moment) -> list[Asked]:
    """Keep each ministry's answer to DES-02 and return those that are overdue without a reply.

    Raises:
        NotLawful: a ministry's time is not over.
    """
    today = exact_day(at)
    if designation.state != "consulting" or today is None:
        return []
    asked = asked_for(designation, today)
    in_time = [a for a in asked if a.is_waiting and not a.is_overdue]
    if in_time and not actor.is_history:
        raise NotLawful(_still_open(in_time))
    hold(designation, move, (), actor=actor, at=at)
    for each in asked:
        clock = Duty.objects.filter(case_id=each.consultation.pk, is_clock=True).order_by("id").last()
        answer = evaluate("DES-02", reply_facts(each.consultation, clock), on=today, known_on=today)
        keep_answer(designation, move, answer, at)
    return [a for a in asked if a.is_overdue]


def _still_open(asked: Sequence[Asked]) -> Words:
    ko = ", ".join(f"{a.consultation.organisation.name_ko}({_until(a).ko})" for a in asked)
    en = ", ".join(f"{a.consultation.organisation.name_en} ({_until(a).en})" for a in asked)
    return Words(
        f"회신 기한이 남은 기관이 있어 상정할 수 없습니다: {ko}.",
        f"Ministries still have time to reply: {en}.",
    )


def _until(asked: Asked) -> Words:
    clock = asked.clock
    if clock is None or clock.due is None or clock.paused_on:
        return Words("보완 중", "awaiting a supplement")
    said = spoken(clock.due.due_on)
    return Words(f"{said.ko}까지", f"until {said.en}")


def _silence(asked: Sequence[Asked]) -> dict[str, object]:
    if not asked:
        return {"no_reply": "", "no_reply_en": ""}
    ko = ", ".join(f"{a.consultation.organisation.name_ko} {a.days_late}일 지남" for a in asked)
    en = ", ".join(f"{a.consultation.organisation.name_en} {a.days_late} days overdue" for a in asked)
    return {
        "no_reply": f"회신하지 않은 기관({ko}). 동의로 보지 않습니다.",
        "no_reply_en": f"No reply from: {en}. This is not consent.",
    }


def open_sitting_of(item: Item) -> Sitting:
    """Lock the sitting of an item and return it when it is open."""
    sitting = item.sitting = locked(Sitting, item.sitting_id)
    if sitting.opened_at is None:
        raise Invalid(Words("아직 열지 않은 회의입니다.", "The sitting has not been opened."))
    if sitting.closed_at is not None:
        raise Invalid(
            Words(
                f"{sitting.closed_at:%Y-%m-%d %H:%M}에 마친 회의입니다. 기록하지 않았습니다.",
                "The sitting is closed. Nothing was recorded.",
            )
        )
    if item.outcome:
        raise Invalid(_DECIDED)
    return sitting


_DECIDED = Words(
    "이미 의결한 안건입니다. 아무것도 바뀌지 않았습니다.", "The item is decided already. Nothing changed."
)


def _refuse_decided(item: Item) -> None:
    if item.outcome:
        raise Invalid(_DECIDED)


def _refuse_without_quorum(tally: Tally) -> None:
    if not tally.has_quorum:
        sentence = tally.answer.sentence
        raise NoQuorum(
            Words(
                f"정족수에 이르지 못해 의결할 수 없습니다. {sentence.ko}",
                f"Nothing can be decided without a quorum: {sentence.en}",
            )
        )


def _refuse_incomplete(tally: Tally) -> None:
    _refuse_without_quorum(tally)
    if tally.silent:
        names = ", ".join(member.name_ko for member in tally.silent)
        raise Invalid(
            Words(
                f"표를 기록하지 않은 출석위원이 있습니다: {names}. 기권도 기록해야 합니다.",
                f"Votes of members present are missing: {names}. An abstention is recorded too.",
            )
        )
