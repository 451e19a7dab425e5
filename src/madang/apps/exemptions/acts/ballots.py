"""Votes of the Zone Committee on a tool: the numbers, and what the law makes of them (ZC-05)."""

from dataclasses import dataclass

from madang.apps.exemptions.acts.writing import prose, today_of
from madang.apps.exemptions.models import Tool, ToolVote
from madang.core.acts import Invalid
from madang.core.moments import Moment
from madang.kernel.statutes.votes import count_votes, outcome_words
from madang.kernel.words import Words

BODY, MOST_MEMBERS = "zone_committee", 1_000
_GROUNDS = Words("의결의 이유를 적으십시오.", "Write the reasons.")


@dataclass(frozen=True)
class Ballot:
    """A vote: why, and how many were enrolled, present and in favour."""

    grounds: str
    enrolled: int
    present: int
    yes: int

    @property
    def facts(self) -> dict[str, int]:
        """The numbers as the rules take them."""
        return {"members_enrolled": self.enrolled, "members_present": self.present, "votes_yes": self.yes}


def counted(ballot: Ballot) -> tuple[bool, Words]:
    """Return whether a vote was carried, and its outcome in words.

    Raises:
        Invalid: numbers that cannot be, or too few present to vote at all.
    """
    if not 0 <= ballot.yes <= ballot.present <= ballot.enrolled <= MOST_MEMBERS or not ballot.enrolled:
        raise Invalid(
            Words(
                "위원 수가 서로 맞지 않습니다. 찬성은 출석보다, 출석은 재적보다 많을 수 없습니다.",
                "The numbers do not fit: no more in favour than present, no more present than enrolled.",
            ),
            "present",
        )
    count = count_votes(BODY, enrolled=ballot.enrolled, present=ballot.present, yes=ballot.yes)
    words = outcome_words(count, ballot.enrolled, ballot.present, ballot.yes)
    if count.quorum is False:
        raise Invalid(words, "present")
    return bool(count.carried), words


def kept(tool: Tool, about: str, ballot: Ballot, at: Moment) -> ToolVote:
    """Keep a vote; works only inside an act, which records it.

    Raises:
        Invalid: no reasons, or numbers that cannot be.
    """
    is_carried, _ = counted(ballot)
    return ToolVote.objects.create(
        tool=tool, about=about, held_on=today_of(at), grounds=prose(ballot.grounds, "grounds", needed=_GROUNDS),
        enrolled=ballot.enrolled, present=ballot.present, yes=ballot.yes, is_carried=is_carried,
    )  # fmt: skip
