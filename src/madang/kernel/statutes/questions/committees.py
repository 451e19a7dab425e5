"""Questions on committees: votes and exclusion of members."""

from madang.kernel.statutes.questions.asked import Asked, FactsMissing, Lacking
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.plans import value_of
from madang.kernel.statutes.rules import count_votes, evaluate
from madang.kernel.statutes.votes import BODIES
from madang.kernel.words import Words

#: The question is about employment alone: the other ties of COI-01 are taken as absent.
_OTHER_TIES = (
    *("member_is_party", "spouse_is_party", "member_is_co_obliged"),
    *("relative_is_party", "member_advised", "member_represents_party"),
)


@question(
    "vote",
    Words("의결", "a vote"),
    needs="body enrolled present",
    may="yes",
    gives="quorum_min quorum yes_min carried",
    rules="ZC-05 DC-06 CON-03 COM-02",
)
def vote(asked: Asked) -> Found:
    body = asked.choice("body", BODIES)
    yes = asked.whole("yes") if asked.has("yes") else None
    enrolled, present = asked.whole("enrolled", 1), asked.whole("present")
    count = count_votes(body, enrolled=enrolled, present=present, yes=yes)
    # Fewer present than votes needed: lost, however they vote.
    carried = False if present < count.yes_min else count.carried
    return {
        "quorum_min": count.quorum_min,
        "quorum": count.quorum,
        "yes_min": count.yes_min,
        "carried": Lacking(FactsMissing("yes")) if carried is None else carried,
    }


@question(
    "interest",
    Words("위원의 제척", "exclusion of a member"),
    needs="employment_ended meeting",
    gives="excluded",
    rules="COI-01",
)
def interest(asked: Asked) -> Found:
    meeting = asked.day("meeting")
    facts = dict.fromkeys(_OTHER_TIES, False)
    ended = {"employment_ended_on": asked.day("employment_ended"), "meeting_on": meeting}
    return {"excluded": value_of(evaluate("COI-01", {**facts, **ended}, on=meeting))}
