"""Votes of the bodies: who must be present, how many must agree, and what a tie means.

A quorum is more than half of the enrolled members; a resolution needs more than half of those present, in the
Regulatory Rationalisation Committee more than half of the enrolled. No chair has a casting vote: a tie is lost.
"""

from dataclasses import dataclass
from datetime import date

from madang.kernel.statutes.answers import Answer, Status, TraceStep
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import ContradictoryFacts, Refusal
from madang.kernel.words import Words


class NoSuchBody(Refusal, LookupError):
    """No rule on votes is known for that body."""

    def __init__(self, body: str) -> None:
        self.body = body
        super().__init__(
            Words(
                f"의결 규칙이 정해져 있지 않은 회의체입니다: {body}", f"no rule on votes is known for {body}"
            )
        )


@dataclass(frozen=True, slots=True)
class Body:
    """A body that decides: the rule of its vote, where it stands, and whether the majority is of all enrolled."""

    rule_id: str
    law: str
    article: str
    of_enrolled: bool = False

    def citation(self, on: date) -> Citation:
        return cite(self.law, self.article, on)


BODIES = {
    "zone_committee": Body("ZC-05", "decree", "제47조제7항"),
    "deliberation_committee": Body("DC-06", "decree", "제49조제7항"),
    "regional_council": Body("CON-03", "regional_sme_decree", "제9조"),
    "rationalisation_committee": Body("REG-VOTE", "regulation", "제26조", of_enrolled=True),
}


@dataclass(frozen=True, slots=True)
class VoteCount:
    """The sum of a vote. ``quorum_min`` and ``quorum`` are None where the majority is of all enrolled members."""

    quorum_min: int | None
    quorum: bool | None
    yes_min: int
    carried: bool | None


def count_votes(body: str, *, enrolled: int, present: int, yes: int | None = None) -> VoteCount:
    """Count a vote; ``carried`` is None while the yes votes are not known.

    Raises:
        NoSuchBody: no rule on votes is known for the body.
        ContradictoryFacts: more present than enrolled, or more in favour than present.

    >>> count_votes("zone_committee", enrolled=40, present=21, yes=11)
    VoteCount(quorum_min=21, quorum=True, yes_min=11, carried=True)
    """
    of_enrolled = _body(body).of_enrolled
    _consistent(enrolled, present, yes)
    yes_min = (enrolled if of_enrolled else present) // 2 + 1
    quorum_min = None if of_enrolled else enrolled // 2 + 1
    quorum = None if quorum_min is None else present >= quorum_min
    if quorum is False:
        return VoteCount(quorum_min, quorum, yes_min, False)
    return VoteCount(quorum_min, quorum, yes_min, None if yes is None else yes >= yes_min)


def vote_result(body: str, enrolled: int | None, present: int | None, yes: int | None, on: date) -> Answer:
    """Answer whether a resolution was carried; the value is the truth, None while the yes votes are missing.

    >>> vote_result("zone_committee", 40, 20, 20, date(2025, 5, 21)).sentence.en
    'no quorum: 21 of 40 must be present, 20 were.'
    """
    found = _body(body)
    given = {"members_enrolled": enrolled, "members_present": present, "votes_yes": yes}
    trace = tuple(TraceStep(_LABELS[name], value) for name, value in given.items() if value is not None)
    citation = found.citation(on)
    if enrolled is None or present is None:
        missing = tuple(name for name in ("members_enrolled", "members_present") if given[name] is None)
        words = Words(
            "재적위원과 출석위원의 수가 필요합니다.",
            "the numbers of enrolled and present members are needed.",
        )
        return Answer(found.rule_id, Status.UNKNOWN, None, missing, trace, words, citation)
    count = count_votes(body, enrolled=enrolled, present=present, yes=yes)
    trace += sums_of(body, count, on)
    if count.carried is None:
        words = Words("찬성 수가 필요합니다.", "the number of votes in favour is needed.")
        return Answer(found.rule_id, Status.UNKNOWN, None, ("votes_yes",), trace, words, citation)
    status = Status.SATISFIED if count.carried else Status.BREACHED
    words = outcome_words(count, enrolled, present, yes)
    return Answer(found.rule_id, status, count.carried, (), trace, words, citation)


_LABELS = {
    "members_enrolled": Words("재적위원 수", "enrolled members"),
    "members_present": Words("출석위원 수", "members present"),
    "votes_yes": Words("찬성 수", "votes in favour"),
}


def _body(body: str) -> Body:
    if body not in BODIES:
        raise NoSuchBody(body)
    return BODIES[body]


def _consistent(enrolled: int, present: int, yes: int | None) -> None:
    if min(enrolled, present, yes or 0) < 0 or present > enrolled or (yes or 0) > present or enrolled == 0:
        raise ContradictoryFacts(
            ("members_enrolled", "members_present", "votes_yes"),
            Words(
                f"사실이 서로 어긋납니다: 재적 {enrolled}명, 출석 {present}명, 찬성 {yes}명.",
                f"the facts contradict each other: {enrolled} enrolled, {present} present, {yes} in favour",
            ),
        )


def sums_of(body: str, count: VoteCount, on: date) -> tuple[TraceStep, ...]:
    """The numbers behind a count as lines of a trace."""
    citation = _body(body).citation(on)
    steps = [TraceStep(Words("의결에 필요한 찬성", "votes needed"), count.yes_min, citation)]
    if count.quorum_min is not None:
        steps.insert(
            0,
            TraceStep(Words("개의에 필요한 출석", "members needed for a quorum"), count.quorum_min, citation),
        )
    return tuple(steps)


def outcome_words(count: VoteCount, enrolled: int, present: int, yes: int | None) -> Words:
    """The outcome of a vote, with the votes it had and those it needed."""
    if count.quorum is False:
        return Words(
            f"정족수 미달: 재적 {enrolled}명 중 {count.quorum_min}명이 출석해야 하나 {present}명이 출석하였습니다.",
            f"no quorum: {count.quorum_min} of {enrolled} must be present, {present} were.",
        )
    if count.carried:
        return Words(
            f"가결: 찬성 {yes}명(필요 {count.yes_min}명).",
            f"carried: {yes} in favour, {count.yes_min} needed.",
        )
    tie = yes is not None and 2 * yes == present and count.quorum is not None
    return Words(
        f"부결: 찬성 {yes}명(필요 {count.yes_min}명)." + (" 가부동수는 부결입니다." if tie else ""),
        f"not carried: {yes} in favour, {count.yes_min} needed." + (" A tie is lost." if tie else ""),
    )
