"""Questions on conditions, cover and claims."""

from datetime import date

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.questions.asked import Asked, FactsMissing, tried
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.settled import settled
from madang.kernel.statutes.rules import rule_info
from madang.kernel.statutes.rulings.liability import LEAST_SUMS, cover_lasts, sums_too_small
from madang.kernel.words import Words

PAPERS = "EX-11"


@question(
    "condition",
    Words("조건의 요구", "a condition asked for"),
    needs="asked papers",
    gives="admissible",
    rules="EX-11",
)
def condition(asked: Asked) -> Found:
    """Papers are owed for conditions asked for since the rule is in force; before, none were."""
    papers = asked.truth("papers")
    return {"admissible": papers or asked.day("asked") < rule_info(PAPERS).provisions[0].first_on}


@question(
    "liability",
    Words("보장 금액", "sums of a policy"),
    needs="",
    may=" ".join(LEAST_SUMS),
    gives="sufficient short",
    rules="LIA-04",
)
def liability(asked: Asked) -> Found:
    """Sums that are not stated are not examined; at least one is."""
    stated = {name: asked.money(name) for name in LEAST_SUMS if asked.has(name)}
    if not stated:
        raise FactsMissing(*LEAST_SUMS)
    short = sums_too_small(stated, max(settled(name).in_force_from for name in LEAST_SUMS.values()))
    return {"sufficient": not short, "short": list(short)}


@question(
    "cover",
    Words("보장 기간", "how long cover lasts"),
    needs="cover_end tool_end",
    gives="may_run",
    rules="LIA-03",
)
def cover(asked: Asked) -> Found:
    return {"may_run": cover_lasts(asked.day("cover_end"), asked.day("tool_end"))}


@question(
    "claim",
    Words("손해배상 청구", "a claim for damages"),
    needs="claimed",
    may="closed",
    gives="pay_by report_outcome_by",
    rules="LIA-06 CAL-A",
)
def claim(asked: Asked) -> Found:
    asked.in_order("claimed", "closed")
    return {
        "pay_by": tried(lambda: due_date("LIA-06", start=asked.day("claimed")).due_on),
        "report_outcome_by": tried(lambda: _outcome_by(asked.day("closed"))),
    }


def _outcome_by(closed: date) -> date:
    return due_date("LIA-06.outcome", start=closed).due_on
