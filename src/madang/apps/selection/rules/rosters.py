"""What the law asks of a committee's roster and of a challenge: size, terms, the vote without the challenged member.

Size is ZC-01 and DC-02, the term ZC-02 and DC-04 (two years, one re-appointment), a challenge COI-02.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from madang.apps.selection.rules.committees import DELIBERATION, ZONE
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.refusals import NotInForce
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.votes import vote_result

SIZE_RULE = {DELIBERATION: "DC-02", ZONE: "ZC-01"}
TERM_RULE = {DELIBERATION: "DC-04", ZONE: "ZC-02"}


@dataclass(frozen=True)
class Term:
    """The days of a membership, half-open; the end may be open."""

    starts_on: date
    ends_before: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the member sits in the body on that day."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)


def size_answer(body: str, enrolled: Sequence[Term], new: Term) -> Answer | None:
    """Ask whether the body keeps its size with one member more; None when no law limited it on any of the days.

    It is asked for the first day of the new member and for every later day on which another one joins, because
    somebody enrolled beforehand may fill the body up only then. The first breach is the answer.
    """
    days = sorted({new.starts_on, *(term.starts_on for term in enrolled if new.holds(term.starts_on))})
    answers = [answer for day in days if (answer := _size_on(body, enrolled, day))]
    return next((a for a in answers if not a.is_satisfied), answers[0] if answers else None)


def term_answers(body: str, new: Term, held: Sequence[Term], is_appointed: bool | None) -> list[Answer]:
    """Ask whether the term is as long as the law allows, and whether it is a lawful re-appointment.

    ``held`` are the earlier terms of the same person; those that follow each other without a gap are re-appointments.
    An end that is not given, or not knowing whether the member is appointed, leaves the answer unknown.
    """
    last = new.ends_before - timedelta(days=1) if new.ends_before else None
    first, times = new.starts_on, 0
    while before := next((term for term in held if term.ends_before == first), None):
        first, times = before.starts_on, times + 1
    starts = (
        {(new.starts_on, 0, last), (first, times, last or new.starts_on)} if times else {(first, 0, last)}
    )
    asked = [
        _ask(
            TERM_RULE[body],
            {
                "member_appointed_on": day if is_appointed else None,
                "member_reappointments": number if is_appointed else None,
                "meeting_on": until,
            },
            new.starts_on,
        )
        for day, number, until in sorted(starts, key=lambda start: start[1])
    ]
    return [answer for answer in asked if answer]


def challenge_answers(
    body: str, enrolled: int, counts: tuple[int, int] | None, others: int, on: date
) -> tuple[Answer | None, Answer]:
    """Answer the vote on a challenge, and COI-02; ``counts`` are present and yes, ``others`` those who may vote."""
    vote = vote_result(body, enrolled or None, *counts, on) if counts else None
    facts = {
        "challenge_made": True,
        "challenge_decided": vote.value if vote else None,
        "challenged_member_voted": counts[0] > others if counts else None,
    }
    return vote, evaluate("COI-02", facts, on=on)


def _size_on(body: str, enrolled: Sequence[Term], day: date) -> Answer | None:
    size = 1 + sum(term.holds(day) for term in enrolled)
    return _ask(SIZE_RULE[body], {"committee_size": size}, day)


def _ask(rule_id: str, facts: dict[str, object], on: date) -> Answer | None:
    """Return the answer of a rule, None on a day on which it was not in force."""
    try:
        return evaluate(rule_id, facts, on=on)
    except NotInForce:
        return None
