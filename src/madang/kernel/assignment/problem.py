"""The question and the answer of an assignment, as plain values without any solver.

Affinity is a number for how well an evaluator's expertise fits a plan; it is read to four decimals, so that
sums are exact. A pair without an affinity counts as 0 and its reason says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from madang.kernel.words import Words

PairKey = tuple[str, str]
Affinity = Mapping[PairKey, Decimal | float]
Barred = Mapping[PairKey, Words]


@dataclass(frozen=True, slots=True)
class PlanNeed:
    """A plan and how many evaluators it needs."""

    id: str
    needed: int


@dataclass(frozen=True, slots=True)
class EvaluatorOffer:
    """An evaluator, the most plans they take, and the fewest they should get."""

    id: str
    max_load: int
    min_load: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """One evaluator for one plan, and why."""

    plan: str
    evaluator: str
    affinity: Decimal
    reason: Words


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A plan that got fewer evaluators than it needs, and why."""

    plan: str
    needed: int
    given: int
    reason: Words

    @property
    def lacking(self) -> int:
        """How many evaluators are missing."""
        return self.needed - self.given


@dataclass(frozen=True, slots=True)
class Underload:
    """An evaluator whose minimum load could not be met, and why."""

    evaluator: str
    min_load: int
    given: int
    reason: Words


@dataclass(frozen=True, slots=True)
class Assignment:
    """The answer. ``total`` is the affinity of all pairs, ``best_total`` the most any answer could reach.

    ``worst_mean`` is the mean affinity of the worst-served of the fully staffed plans, ``ceiling`` the most
    that any answer could give it; both are None when no plan is fully staffed.
    """

    pairs: tuple[Pair, ...]
    shortfalls: tuple[Shortfall, ...]
    underloads: tuple[Underload, ...]
    total: Decimal
    best_total: Decimal
    worst_mean: Decimal | None
    ceiling: Decimal | None
    seed: int

    def evaluators_of(self, plan: str) -> tuple[str, ...]:
        """Return the evaluators of one plan in order of their identifiers."""
        return tuple(pair.evaluator for pair in self.pairs if pair.plan == plan)


class BadAssignment(ValueError):
    """A question that makes no sense; ``words`` says which part and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words
