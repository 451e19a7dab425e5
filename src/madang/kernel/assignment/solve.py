"""The best assignment of evaluators to plans, found exactly by HiGHS (scipy) and the same for the same seed.

In this order: fill as many places as possible; meet as many minimum loads as possible; reach the highest
total affinity. Where it is cheap, the worst-served plan is then raised as far as it goes without giving up
more than half a per cent of the total. Affinities enter as whole ten-thousandths, so totals are compared exactly.

The seed only shuffles plans and evaluators before solving: among equally good answers it picks one, and anybody
who knows the seed can repeat the choice.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, eye_array, hstack

from madang.kernel.assignment.explain import (
    Finished,
    finished,
    pair_reason,
    shortfall_reason,
    underload_reason,
)
from madang.kernel.assignment.problem import (
    Affinity,
    Assignment,
    BadAssignment,
    Barred,
    EvaluatorOffer,
    Pair,
    PairKey,
    PlanNeed,
    Shortfall,
    Underload,
)
from madang.kernel.assignment.question import SCALE, Question, affinity_of, question_of
from madang.kernel.scoring.exact import rounded

#: One part in so many of the total may be given up for the worst-served plan: half a per cent.
GIVEN_UP = 200
#: Above this number of allowed pairs the second search is not cheap any more and is left out.
FAIR_PAIRS = 4_000
#: The second search stops after so many nodes. A count, not a time: a slow machine answers the same.
FAIR_NODES = 200

Array = NDArray[np.float64]
Part = Array | float


class SolverStopped(ArithmeticError):
    """The solver gave no answer to a question that always has one; a fault of the program, not of the input."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The question as arrays. Columns: allowed pairs, missing places by plan, missing loads by evaluator.

    ``by_plan`` (plans × pairs) and ``by_evaluator`` (evaluators × pairs) hold a one where a pair belongs.
    """

    plans: tuple[PlanNeed, ...]
    evaluators: tuple[EvaluatorOffer, ...]
    pairs: tuple[PairKey, ...]
    worth: Array
    by_plan: csr_array
    by_evaluator: csr_array

    @property
    def needed(self) -> Array:
        """Places of each plan."""
        return np.array([plan.needed for plan in self.plans], dtype=float)

    @property
    def least(self) -> Array:
        """Minimum load of each evaluator."""
        return np.array([offer.min_load for offer in self.evaluators], dtype=float)

    @property
    def most(self) -> Array:
        """Maximum load of each evaluator."""
        return np.array([offer.max_load for offer in self.evaluators], dtype=float)

    def row(self, pairs: Part, places: Part, loads: Part) -> Array:
        """Return one row over all columns; a number stands for all columns of its part."""
        widths = (len(self.pairs), len(self.plans), len(self.evaluators))
        parts = zip((pairs, places, loads), widths, strict=True)
        return np.concatenate([np.broadcast_to(part, width) for part, width in parts])


def assign(
    plans: Sequence[PlanNeed],
    evaluators: Sequence[EvaluatorOffer],
    affinity: Affinity,
    barred: Barred,
    seed: int,
) -> Assignment:
    """Assign evaluators to plans; a barred pair is never made, whatever else that costs.

    ``affinity``: (plan, evaluator) to a number, read to four decimals; a pair without one counts as 0.
    ``barred``: (plan, evaluator) to the reason of the conflict.

    Raises:
        BadAssignment: an identifier twice, a senseless load, an affinity that is no number.
    """
    question = question_of(plans, evaluators, affinity, barred)
    grid = _grid(question, seed)
    best = _best(grid)
    fair = _fairer(grid, best)
    panels: dict[str, set[str]] = {plan.id: set() for plan in question.plans}
    for (plan, evaluator), taken in zip(grid.pairs, fair, strict=True):
        if taken:
            panels[plan].add(evaluator)
    answer = finished(question, {plan: frozenset(panel) for plan, panel in panels.items()})
    return _assignment(answer, grid, best, fair, seed)


def _grid(question: Question, seed: int) -> Grid:
    shuffler = random.Random(seed)
    plans, evaluators = list(question.plans), list(question.evaluators)
    shuffler.shuffle(plans)
    shuffler.shuffle(evaluators)
    plan_at = {plan.id: place for place, plan in enumerate(plans)}
    evaluator_at = {offer.id: place for place, offer in enumerate(evaluators)}
    pairs = tuple((p.id, e.id) for p in plans for e in evaluators if (p.id, e.id) in question.worth)
    columns = np.arange(len(pairs))
    return Grid(
        plans=tuple(plans),
        evaluators=tuple(evaluators),
        pairs=pairs,
        worth=np.array([question.worth[pair] for pair in pairs], dtype=float),
        by_plan=_ones([plan_at[plan] for plan, _ in pairs], columns, len(plans)),
        by_evaluator=_ones([evaluator_at[name] for _, name in pairs], columns, len(evaluators)),
    )


def _ones(rows: Sequence[int], columns: NDArray[np.int_], height: int) -> csr_array:
    entries = (np.ones(len(rows)), (np.array(rows, dtype=int), columns))
    return coo_array(entries, shape=(height, len(rows))).tocsr()


def _limits(grid: Grid) -> list[LinearConstraint]:
    """Return what every answer keeps: places, full loads, minimum loads (with what is missing of them)."""
    places, offers = len(grid.plans), len(grid.evaluators)
    by_plan = hstack([grid.by_plan, eye_array(places), csr_array((places, offers))], format="csr")
    by_offer = hstack(
        [grid.by_evaluator, csr_array((offers, places)), csr_array((offers, offers))], format="csr"
    )
    by_least = hstack([grid.by_evaluator, csr_array((offers, places)), eye_array(offers)], format="csr")
    return [
        LinearConstraint(by_plan, grid.needed, grid.needed),
        LinearConstraint(by_offer, -np.inf, grid.most),
        LinearConstraint(by_least, grid.least, np.inf),
    ]


def _best(grid: Grid) -> Array:
    """Return the pairs (0 or 1) of highest total among those that leave the fewest places and loads missing."""
    if not grid.pairs:
        return np.zeros(0)
    limits = _limits(grid)
    bounds = Bounds(0, grid.row(1.0, grid.needed, grid.least))
    # One missing place outweighs all missing minimum loads together.
    gaps = grid.row(0.0, 1.0 + grid.least.sum(), 1.0)
    fewest = _solved(gaps, limits, bounds)
    limits.append(LinearConstraint(gaps, -np.inf, round(float(gaps @ fewest))))
    return _solved(-grid.row(grid.worth, 0.0, 0.0), limits, bounds)[: len(grid.pairs)]


def _solved(costs: Array, limits: list[LinearConstraint], bounds: Bounds) -> Array:
    found = milp(costs, integrality=1, bounds=bounds, constraints=limits, options={"mip_rel_gap": 0})
    if found.status != 0:
        raise SolverStopped(found.message)
    rounded_off: Array = np.rint(found.x)
    return rounded_off


def _total(grid: Grid, taken: Array) -> int:
    return round(float(grid.worth @ taken))


def _means(grid: Grid, taken: Array) -> list[Fraction]:
    """Return the mean worth of each fully staffed plan, exactly."""
    sums, counts = grid.by_plan @ (grid.worth * taken), grid.by_plan @ taken
    return [
        Fraction(round(total), plan.needed)
        for plan, total, count in zip(grid.plans, sums, counts, strict=True)
        if plan.needed and count == plan.needed
    ]


def _fairer(grid: Grid, best: Array) -> Array:
    """Return pairs that serve the worst plan better at a small loss of total, or the best pairs unchanged.

    Every plan keeps the number of evaluators that the best answer gave it, and no load falls further below its
    minimum. First the mean of the worst-served plan is raised; then the total, holding that mean.
    """
    before = _means(grid, best)
    if len(before) < 2 or len(grid.pairs) > FAIR_PAIRS or min(before) == _ceiling(grid, best):
        return best
    raised = _raised(grid, best)
    if raised is None or min(_means(grid, raised)) <= min(before):
        return best
    fullest = _fullest(grid, best, min(_means(grid, raised)))
    return raised if fullest is None else fullest


def _staffed(grid: Grid, taken: Array) -> NDArray[np.bool_]:
    counts: Array = grid.by_plan @ taken
    return np.equal(counts, grid.needed) & np.greater(grid.needed, 0)


def _ceiling(grid: Grid, taken: Array) -> Fraction:
    """Return the most that any answer could give the worst-served of the staffed plans: each one's own best."""
    rows = (
        (grid.by_plan[[place]].indices, plan.needed)
        for place, plan in enumerate(grid.plans)
        if _staffed(grid, taken)[place]
    )
    return min(Fraction(round(np.sort(grid.worth[row])[-needed:].sum()), needed) for row, needed in rows)


def _raised(grid: Grid, best: Array) -> Array | None:
    """Raise the mean worth below which no staffed plan falls; it is one more column, not a whole number."""
    staffed, count = _staffed(grid, best), len(grid.pairs)
    by_worth = csr_array(grid.by_plan.multiply(grid.worth[None, :]))[staffed]
    needed = csr_array(-grid.needed[staffed][:, None])
    floor = _total(grid, best) - abs(_total(grid, best)) // GIVEN_UP
    limits = [
        *_kept(grid, best, further=1),
        LinearConstraint(hstack([by_worth, needed], format="csr"), 0, np.inf),
        LinearConstraint(csr_array(np.append(grid.worth, 0.0)[None, :]), floor, np.inf),
    ]
    bounds = Bounds(np.append(np.zeros(count), -np.inf), np.append(np.ones(count), np.inf))
    whole = np.append(np.ones(count), 0.0)
    found = _searched(np.append(np.zeros(count), -1.0), limits, bounds, whole)
    return None if found is None else np.rint(found[:count])


def _fullest(grid: Grid, best: Array, held: Fraction) -> Array | None:
    """Return the highest total at which no staffed plan falls below the mean that was reached."""
    staffed = _staffed(grid, best)
    by_worth = csr_array(grid.by_plan.multiply(grid.worth[None, :]))[staffed]
    least = [math.ceil(held * int(places)) for places in grid.needed[staffed]]
    limits = [*_kept(grid, best, further=0), LinearConstraint(by_worth, least, np.inf)]
    found = _searched(-grid.worth, limits, Bounds(0, 1), np.ones(len(grid.pairs)))
    return None if found is None else np.rint(found)


def _kept(grid: Grid, best: Array, *, further: int) -> list[LinearConstraint]:
    """Return what the second search may not change, over the pairs and some further columns."""
    panels, loads = grid.by_plan @ best, grid.by_evaluator @ best
    by_plan = hstack([grid.by_plan, csr_array((len(grid.plans), further))], format="csr")
    by_offer = hstack([grid.by_evaluator, csr_array((len(grid.evaluators), further))], format="csr")
    return [
        LinearConstraint(by_plan, panels, panels),
        LinearConstraint(by_offer, np.minimum(grid.least, loads), grid.most),
    ]


def _searched(costs: Array, limits: list[LinearConstraint], bounds: Bounds, whole: Array) -> Array | None:
    """Return the best answer found within the node limit, or None."""
    options = {"mip_rel_gap": 0, "node_limit": FAIR_NODES}
    found = milp(costs, integrality=whole, bounds=bounds, constraints=limits, options=options)
    return None if found.x is None else np.asarray(found.x)


def _assignment(answer: Finished, grid: Grid, best: Array, fair: Array, seed: int) -> Assignment:
    question, panels = answer.question, answer.panels
    means = _means(grid, fair)
    return Assignment(
        pairs=tuple(
            Pair(plan, name, affinity_of(question.worth[plan, name]), pair_reason(answer, plan, name))
            for plan, panel in panels.items()
            for name in sorted(panel)
        ),
        shortfalls=tuple(
            Shortfall(plan.id, plan.needed, len(panels[plan.id]), shortfall_reason(answer, plan))
            for plan in question.plans
            if len(panels[plan.id]) < plan.needed
        ),
        underloads=tuple(
            Underload(one.id, one.min_load, answer.loads[one.id], underload_reason(answer, one))
            for one in question.evaluators
            if answer.loads[one.id] < one.min_load
        ),
        total=affinity_of(_total(grid, fair)),
        best_total=affinity_of(_total(grid, best)),
        worst_mean=_shown(min(means)) if means else None,
        ceiling=_shown(_ceiling(grid, fair)) if means else None,
        seed=seed,
    )


def _shown(worth: Fraction) -> Decimal:
    return rounded(worth / SCALE, 6, "half_even")


__all__ = [
    "Assignment",
    "BadAssignment",
    "EvaluatorOffer",
    "Pair",
    "PlanNeed",
    "Shortfall",
    "SolverStopped",
    "Underload",
    "assign",
]
