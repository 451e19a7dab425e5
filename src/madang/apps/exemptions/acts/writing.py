"""What the acts of a rapid confirmation share: texts as they may be kept, days, and the closing of the replies."""

from collections.abc import Sequence
from datetime import date, datetime

from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models.confirmations import OUTCOME_WORDS, Confirmation, ConfirmationReply
from madang.apps.exemptions.queries.confirmations import CLOSED
from madang.apps.exemptions.rules.menu import ZONE_OVER
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.locks import locked
from madang.core.moments import Moment, exact_day, instant_of
from madang.core.personal_numbers import without_numbers
from madang.core.written import one_line, paragraphs
from madang.kernel.procedures.confirmation import DEEMED, OUTCOMES, closing_move, outcome_of
from madang.kernel.words import Words

TEXT, LINE = 5_000, 200


def line(text: str, field: str, *, most: int = LINE, needed: bool = True) -> str:
    """Return one line that may be kept: NFC, not too long, without a resident registration number."""
    return without_numbers(one_line(text, most=most, field=field, needed=needed), field)


def prose(text: str, field: str, *, needed: Words | None = None) -> str:
    """Return a longer text that may be kept; ``needed`` says what is missing when it must not be empty."""
    kept = without_numbers(paragraphs(text, most=TEXT, field=field), field)
    if needed is not None and not kept:
        raise Invalid(needed, field)
    return kept


def today_of(at: Moment) -> date:
    """Return the Korean day of a live act.

    Raises:
        Invalid: the moment is not known to the day.
    """
    day = exact_day(at)
    if day is None:
        raise Invalid(
            Words("날짜가 확인되어야 할 수 있는 처리입니다.", "This cannot be done without knowing the day.")
        )
    return day


def instant(at: Moment) -> datetime:
    """Return the instant of a live act."""
    today_of(at)
    found = instant_of(at)
    assert found is not None
    return found


def outcome_words(outcome: str) -> Words:
    """Return an outcome in words.

    Raises:
        Invalid: there is no such outcome.
    """
    if outcome not in OUTCOMES:
        raise Invalid(Words("결과의 종류를 고르십시오.", "Choose an outcome."), "outcome")
    return OUTCOME_WORDS[outcome]


def said(**words: Words) -> dict[str, str]:
    """Return words as an event keeps them, each in both languages."""
    return {key: word.ko for key, word in words.items()} | {
        f"{key}_en": word.en for key, word in words.items()
    }


def refuse_zone_over(zone: Zone) -> None:
    """Nothing new begins in a zone that was released or has ended: special cases hold in a zone in force (APP-09, REV-06).

    Raises:
        Invalid: the zone is over.
    """
    if zone.state in ZONE_OVER:
        state = zone.state_now.public_words
        raise Invalid(
            Words(
                f"이 특구는 이미 ‘{state.ko}’ 상태라 특례를 새로 신청하거나 부여하거나 연장할 수 없습니다.",
                f"This zone is over ({state.en}): nothing new can be asked for, granted or extended in it.",
            ),
            "zone",
        )


def parent_of(reply: ConfirmationReply) -> Confirmation:
    """Lock the request of a reply: two ministries that reply at once close it one after the other."""
    found = locked(Confirmation, reply.confirmation_id)
    reply.confirmation = found
    return found


def close_when_all_in(confirmation: Confirmation, *, actor: Actor, at: Moment) -> bool:
    """Close the round when the last ministry has: by agreement, or with the committee's clock (RC-08, RC-09).

    Works only inside an act, on a request that is locked. Returns whether the round was closed.
    """
    replies = list(confirmation.replies.select_related("organisation"))
    if confirmation.state != "consulting" or any(row.state not in CLOSED for row in replies):
        return False
    answers = [DEEMED if row.state == "deemed" else row.answer for row in replies]
    slugs = [row.organisation.slug for row in replies]
    law = Law(
        {"ministries_asked": slugs, "ministries_closed": slugs}, counted_from=_conflict_counts_from(replies)
    )
    move = closing_move(answers)
    confirmation.outcome = outcome_of(answers) if move == "agree" else ""
    advance(confirmation, move, actor=actor, at=at, law=law, also=("outcome",))
    kind, provision = (events.CLOSED, "RC-09") if move == "agree" else (events.CONFLICTED, "RC-08")
    record(kind, confirmation, actor=actor, at=at, facts=Facts({"answers": answers}, provision=provision))
    return True


def _conflict_counts_from(replies: Sequence[ConfirmationReply]) -> date | None:
    """The last reply, or the end of the reply period of a ministry that was silent, whichever is later (RC-08)."""
    days = [row.due_on if row.state == "deemed" else row.closed_on for row in replies]
    return max(day for day in days if day is not None)
