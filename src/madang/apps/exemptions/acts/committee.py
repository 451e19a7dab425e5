"""The Zone Committee's vote on conflicting replies (RC-08): the proposal, the numbers, and what the law makes of them."""

from dataclasses import dataclass

from madang.apps.exemptions.acts.writing import outcome_words, prose, said, today_of
from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models import Confirmation, ConfirmationVote
from madang.apps.exemptions.rules import confirmations as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.moments import Moment
from madang.kernel.statutes.votes import count_votes
from madang.kernel.statutes.votes import outcome_words as vote_words
from madang.kernel.words import Words

BODY, MOST_MEMBERS = "zone_committee", 1_000
_GROUNDS = Words("의결의 이유와 근거 조문을 적으십시오.", "Write the reasons and the article.")


@dataclass(frozen=True)
class Vote:
    """A vote: what was proposed, why, and how many were enrolled, present and in favour."""

    outcome: str
    grounds: str
    enrolled: int
    present: int
    yes: int


@act(may="exemptions.record_vote", records=events.VOTED, subject="confirmation")
def record_confirmation_vote(
    *, actor: Actor, confirmation: Confirmation, vote: Vote, at: Moment
) -> Confirmation:
    """Record the committee's vote: carried, it decides; lost or without a quorum, the committee votes again (RC-08).

    Raises:
        Invalid: no outcome or reasons, or numbers that cannot be.
        NotLawful: the replies do not conflict, or the committee has decided.
    """
    words = outcome_words(vote.outcome)
    grounds = prose(vote.grounds, "grounds", needed=_GROUNDS)
    _refuse_impossible(vote)
    today = today_of(at)
    count = count_votes(BODY, enrolled=vote.enrolled, present=vote.present, yes=vote.yes)
    result = vote_words(count, vote.enrolled, vote.present, vote.yes)
    facts = {"members_enrolled": vote.enrolled, "members_present": vote.present, "votes_yes": vote.yes}
    if count.carried:
        confirmation.outcome, confirmation.answer = vote.outcome, grounds
    move = "decide" if count.carried else "lose_vote"
    advance(confirmation, move, actor=actor, at=at, law=Law(facts), also=("outcome", "answer"))
    ConfirmationVote.objects.create(
        confirmation=confirmation, held_on=today, proposal=vote.outcome, grounds=grounds, enrolled=vote.enrolled,
        present=vote.present, yes=vote.yes, is_carried=bool(count.carried),
    )  # fmt: skip
    told = Facts({**said(proposal=words, result=result), **facts}, provision="RC-08")
    record(events.VOTED, confirmation, actor=actor, at=at, facts=told)
    return confirmation


def _refuse_impossible(vote: Vote) -> None:
    if not 0 <= vote.yes <= vote.present <= vote.enrolled <= MOST_MEMBERS or not vote.enrolled:
        raise Invalid(
            Words(
                "위원 수가 서로 맞지 않습니다. 찬성은 출석보다, 출석은 재적보다 많을 수 없습니다.",
                "The numbers do not fit: no more in favour than present, no more present than enrolled.",
            ),
            "present",
        )
