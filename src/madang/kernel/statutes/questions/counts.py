"""Questions of sums over rounds and sessions: do counts add up, how many zones, may a plan come again."""

from madang.kernel.statutes.questions.asked import Asked, contradictory, wrong
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.words import Words

#: A project added to an existing zone goes through a change of that zone (CHG-01): no new zone.
ADDITION = "addition"
#: What may have become of an earlier plan; nothing in the Act or its decree bars coming again.
OUTCOMES = ("deferred", "rejected", "not_selected")


@question(
    "tally",
    Words("합계 확인", "do parts add up"),
    needs="total parts",
    gives="sum consistent",
    rules="ZC-05 MNU-01 EX-15",
)
def tally(asked: Asked) -> Found:
    parts = _named(asked, "parts")
    found = sum(parts.whole(name) for name in parts.given)
    return {"sum": found, "consistent": found == asked.whole("total")}


@question(
    "running_total",
    Words("특구 수", "number of zones"),
    needs="before added",
    gives="zones",
    rules="CHG-01 DC-01",
)
def running_total(asked: Asked) -> Found:
    added = asked.part("added")
    new = sum(added.whole(name) for name in added.given if name != ADDITION)
    if added.has(ADDITION):
        added.whole(ADDITION)
    return {"zones": asked.whole("before") + new}


@question(
    "missing_round",
    Words("빠진 회차", "the round that is missing"),
    needs="rounds total",
    gives="missing",
    rules="CHG-01",
)
def missing_round(asked: Asked) -> Found:
    """Rounds come as a list or by name; exactly one is null."""
    rounds, part = asked.value("rounds"), _named(asked, "rounds")
    known = [part.whole(name) for name in part.given if part.has(name)]
    if len(part.given) - len(known) != 1:
        raise wrong("rounds", rounds, Words("한 회차만 비워 두십시오.", "Exactly one round is null."))
    missing = asked.whole("total") - sum(known)
    if missing < 0:
        raise contradictory(
            "알려진 회차의 합이 전체보다 큽니다.",
            "the known rounds add up to more than the total",
            "rounds",
            "total",
        )
    return {"missing": missing}


def _named(asked: Asked, name: str) -> Asked:
    """Counts by name; a list is named by its places, from 1."""
    given = asked.value(name)
    if isinstance(given, list):
        return Asked({str(place): value for place, value in enumerate(given, 1)}, name)
    return asked.part(name)


@question(
    "reapplication",
    Words("다시 신청", "applying again"),
    needs="earlier_outcome",
    gives="allowed",
    rules="ZC-05",
)
def reapplication(asked: Asked) -> Found:
    asked.choice("earlier_outcome", OUTCOMES)
    return {"allowed": True}
