"""A checked assignment question: sorted parts, whole-number affinities, and only the pairs that are allowed."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from madang.kernel.assignment.problem import (
    Affinity,
    BadAssignment,
    Barred,
    EvaluatorOffer,
    PairKey,
    PlanNeed,
)
from madang.kernel.words import Words

#: Affinities are counted in ten-thousandths, so that sums and comparisons are exact.
SCALE = 10_000
LARGEST = 1_000

TWICE = Words(
    "‘{name}’ 식별자가 두 번 들어 있습니다. 하나만 남겨 주십시오.",
    "“{name}” is given twice. Keep one.",
)
BAD_NEED = Words(
    "계획 {name}: 필요한 평가위원 수 ‘{given}’ 값은 0 이상의 정수여야 합니다.",
    "Plan {name}: the number of evaluators needed ({given}) must be a whole number of 0 or more.",
)
BAD_LOAD = Words(
    "평가위원 {name}: 최소 {low}건, 최대 {high}건은 맞지 않습니다. 0 이상의 정수로 최소를 최대 이하로 정해 주십시오.",
    "Evaluator {name}: a load from {low} to {high} makes no sense. Use whole numbers, the lower one first.",
)
BAD_AFFINITY = Words(
    "계획 {plan}, 평가위원 {evaluator}: 적합도 ‘{given}’ 값은 ±{limit} 안의 수가 아닙니다.",
    "Plan {plan}, evaluator {evaluator}: affinity “{given}” is not a number within ±{limit}.",
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, checked. ``worth`` holds every allowed pair, in ten-thousandths of affinity."""

    plans: tuple[PlanNeed, ...]
    evaluators: tuple[EvaluatorOffer, ...]
    worth: Mapping[PairKey, int]
    unrated: frozenset[PairKey]
    barred: Mapping[PairKey, Words]

    def allowed(self, plan: str) -> list[str]:
        """Return the evaluators who may get the plan, best affinity first, then by identifier."""
        names = [one.id for one in self.evaluators if (plan, one.id) in self.worth]
        return sorted(names, key=lambda name: (-self.worth[plan, name], name))

    def plans_open_to(self, evaluator: str) -> list[str]:
        """Return the plans that the evaluator may get."""
        return [one.id for one in self.plans if (one.id, evaluator) in self.worth]


def question_of(
    plans: Sequence[PlanNeed], evaluators: Sequence[EvaluatorOffer], affinity: Affinity, barred: Barred
) -> Question:
    """Check the parts and return them in one order, whatever order they came in.

    Affinities and conflicts of plans or evaluators that take no part are left out.

    Raises:
        BadAssignment: an identifier twice, a senseless number, an affinity that is no number.
    """
    _check_plans(plans)
    _check_evaluators(evaluators)
    pairs = [(plan.id, offer.id) for plan in plans for offer in evaluators]
    return Question(
        plans=tuple(sorted(plans, key=lambda one: one.id)),
        evaluators=tuple(sorted(evaluators, key=lambda one: one.id)),
        worth={pair: _worth(pair, affinity.get(pair, 0)) for pair in pairs if pair not in barred},
        unrated=frozenset(pair for pair in pairs if pair not in affinity),
        barred={pair: barred[pair] for pair in pairs if pair in barred},
    )


def affinity_of(worth: int) -> Decimal:
    """Return whole ten-thousandths as an affinity.

    >>> affinity_of(8250)
    Decimal('0.8250')
    """
    return Decimal(worth).scaleb(-4)


def _check_plans(plans: Sequence[PlanNeed]) -> None:
    _check_once(plan.id for plan in plans)
    for plan in plans:
        if not _whole(plan.needed):
            raise BadAssignment(BAD_NEED.filled(name=plan.id, given=plan.needed))


def _check_evaluators(evaluators: Sequence[EvaluatorOffer]) -> None:
    _check_once(offer.id for offer in evaluators)
    for offer in evaluators:
        low, high = offer.min_load, offer.max_load
        if not (_whole(low) and _whole(high) and low <= high):
            raise BadAssignment(BAD_LOAD.filled(name=offer.id, low=low, high=high))


def _check_once(ids: Iterable[str]) -> None:
    for name, count in sorted(Counter(ids).items()):
        if count > 1:
            raise BadAssignment(TWICE.filled(name=name))


def _whole(value: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _worth(pair: PairKey, given: Decimal | float) -> int:
    if not (math.isfinite(given) and -LARGEST <= given <= LARGEST):
        plan, evaluator = pair
        raise BadAssignment(BAD_AFFINITY.filled(plan=plan, evaluator=evaluator, given=given, limit=LARGEST))
    return round(Fraction(given) * SCALE)
