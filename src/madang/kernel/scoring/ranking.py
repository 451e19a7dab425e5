"""Order of the plans: by final score, then link by link of the published tie chain.

What the chain leaves equal stays equal. Only a settled order that names every plan of the tie may part them;
nothing is ever decided by the order in which plans arrived.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from madang.kernel.scoring.exact import Step, step
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.scoring.sheets import PlanSheets
from madang.kernel.scoring.stages import StageMark, text
from madang.kernel.words import Words

TIE_STEP = Words(
    "동점({final}점: {others}) 처리 — {link}: {value}",
    "tie at {final} with {others}, by {link}: {value}",
)
SETTLED = Words("의결로 정한 순서", "order settled by resolution")


@dataclass(frozen=True, slots=True)
class Standing:
    """A fully scored plan before ranking; ``before`` is the weighted total without bonus, exact."""

    sheets: PlanSheets
    marks: Mapping[Stage, StageMark]
    before: Fraction
    bonus: Decimal
    final: Decimal
    passed: bool
    steps: tuple[Step, ...]

    @property
    def plan(self) -> str:
        """The plan's identifier."""
        return self.sheets.plan

    def link_value(self, link: str) -> Fraction:
        """Return the value that a tie link compares; the higher one wins."""
        if link == "joint_plan_first":
            return Fraction(self.sheets.joint)
        if link == "total_before_bonus":
            return self.before
        for stage, mark in self.marks.items():
            if link == f"{stage}_total":
                return mark.score
            if link in mark.means:
                return mark.means[link]
        raise KeyError(link)


Group = tuple[Standing, ...]


def grouped(
    standings: Sequence[Standing], chain: Sequence[str], tie_order: Sequence[str] = ()
) -> tuple[Group, ...]:
    """Return the plans from best to worst; a group of several is a tie that nothing resolved."""
    by_final = _parted(standings, lambda one: Fraction(one.final))
    return tuple(group for tied in by_final for group in _resolved(tied, chain, tie_order))


def _parted(standings: Sequence[Standing], value: Callable[[Standing], Fraction]) -> list[Group]:
    values = sorted({value(one) for one in standings}, reverse=True)
    by_plan = sorted(standings, key=lambda one: one.plan)
    return [tuple(one for one in by_plan if value(one) == level) for level in values]


def _resolved(tied: Group, chain: Sequence[str], tie_order: Sequence[str]) -> list[Group]:
    if len(tied) == 1:
        return [tied]
    if chain:
        link, *rest = chain
        parts = _parted(tied, lambda one: one.link_value(link))
        return [group for part in parts for group in _resolved(part, rest, tie_order)]
    if all(one.plan in tie_order for one in tied):
        return _parted(tied, lambda one: -Fraction(tie_order.index(one.plan)))
    return [tied]


def tie_steps(
    one: Standing, standings: Sequence[Standing], rule: ScoringRule, tie_order: Sequence[str]
) -> tuple[Step, ...]:
    """Return the links that were looked at to part this plan from those with the same final score."""
    mates = [other for other in standings if other.final == one.final and other is not one]
    steps: list[Step] = []
    for link in rule.tie_chain:
        if not mates:
            return tuple(steps)
        value = one.link_value(link)
        steps.append(_tie_step(one, mates, rule.tie_words(link), value))
        mates = [other for other in mates if other.link_value(link) == value]
    if mates and all(other.plan in tie_order for other in (one, *mates)):
        steps.append(_tie_step(one, mates, SETTLED, Fraction(tie_order.index(one.plan) + 1)))
    return tuple(steps)


def _tie_step(one: Standing, mates: Sequence[Standing], link: Words, value: Fraction) -> Step:
    others = ", ".join(sorted(other.plan for other in mates))
    return step(TIE_STEP.filled(final=one.final, others=others, link=link, value=text(value)), value)
