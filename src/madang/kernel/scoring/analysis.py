"""The analysis sheet beside the official result: a prompt to the chair, never evidence, never an accusation.

It answers two questions. How did each evaluator mark compared with the others who read the same plans? Would
the shortlist hold if one evaluator had not taken part? It must be opened only after the result is signed.
Severity is a plain difference of means over the plans that an evaluator happened to get, not a test.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from madang.kernel.scoring.exact import rounded
from madang.kernel.scoring.official import official_result
from madang.kernel.scoring.result import Result
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.scoring.sheets import PlanSheets
from madang.kernel.scoring.stages import full_of, sheet_total
from madang.kernel.words import Words

CAUTION = Words(
    "위원장이 논의를 준비하며 참고하는 자료입니다. 점수 차이에는 정당한 사유가 있을 수 있으며, "
    "이 자료는 공식 결과를 바꾸지 않고 평가위원의 잘못을 뜻하지 않습니다.",
    "This sheet helps the chair to prepare the discussion. Differences between scores can have good reasons; "
    "the sheet changes no official result and says nothing against any evaluator.",
)
STABLE = Words(
    "평가위원 한 명씩을 뺀 {runs}번의 계산에서 선정 결과가 모두 같습니다.",
    "The shortlist is the same in all {runs} calculations that leave out one evaluator each.",
)
HANGS = Words(
    "평가위원 한 명씩을 뺀 {runs}번의 계산 가운데 {held}번에서 선정 결과가 같습니다.",
    "The shortlist is the same in {held} of {runs} calculations that leave out one evaluator each.",
)
NOT_DECIDED = Words(
    "공식 결과가 아직 정해지지 않아 비교할 수 없습니다.",
    "The official result is not decided yet, so there is nothing to compare.",
)
NO_RUN = Words(
    "평가위원을 한 명이라도 빼면 계산할 수 없어 비교하지 않았습니다.",
    "Nothing is compared: without any one evaluator some plan has no score.",
)
PLACES = 2


@dataclass(frozen=True, slots=True)
class Severity:
    """How far an evaluator's totals lie from the mean of the others on the same plans, in points of 100.

    ``difference`` is negative for a strict evaluator; None when nobody else read one of their plans.
    """

    evaluator: str
    stage: Stage
    plans: int
    difference: Decimal | None


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """The shortlist without one evaluator, and whether it is the official one.

    ``shortlist`` is None when a tie leaves it open (then it does not hold) or when the evaluator was the only
    one of a plan (then ``holds`` is None too: nothing can be said).
    """

    evaluator: str
    shortlist: tuple[str, ...] | None
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The whole sheet. ``support``: in how many runs each plan is shortlisted, in order of official rank."""

    severities: tuple[Severity, ...]
    runs: tuple[LeaveOneOut, ...]
    support: tuple[tuple[str, int], ...]
    words: Words
    caution: Words = CAUTION

    @property
    def stability(self) -> Decimal | None:
        """The share of computable runs (0 to 1) in which the cut line holds; None without any."""
        known = [run.holds for run in self.runs if run.holds is not None]
        return rounded(Fraction(sum(known), len(known)), 4, "half_even") if known else None


def analysis_of(result: Result) -> Analysis:
    """Return the analysis sheet of an official result."""
    severities = tuple(severity for stage in result.rule.stages for severity in _severities(result, stage))
    if result.shortlist is None:
        return Analysis(severities, (), (), NOT_DECIDED)
    evaluators = sorted({severity.evaluator for severity in severities})
    runs = tuple(_without(result, evaluator) for evaluator in evaluators)
    support = tuple(
        (plan.plan, sum(plan.plan in (run.shortlist or ()) for run in runs)) for plan in result.plans
    )
    known = [run.holds for run in runs if run.holds is not None]
    words = STABLE if all(known) else HANGS
    if not known:
        return Analysis(severities, runs, support, NO_RUN)
    return Analysis(severities, runs, support, words.filled(runs=len(known), held=sum(known)))


def _without(result: Result, evaluator: str) -> LeaveOneOut:
    fewer = [
        replace(one, paper=one.paper.without(evaluator), presentation=one.presentation.without(evaluator))
        for one in result.inputs
    ]
    other = official_result(result.rule, fewer, result.tie_order)
    if not other.complete:
        return LeaveOneOut(evaluator, None, None)
    same = other.shortlist is not None and set(other.shortlist) == set(result.shortlist or ())
    return LeaveOneOut(evaluator, other.shortlist, same)


def _severities(result: Result, stage: Stage) -> Iterator[Severity]:
    plans = [_totals(result, one, stage) for one in result.inputs]
    for evaluator in sorted({name for totals in plans for name in totals}):
        read = [totals for totals in plans if evaluator in totals]
        gaps = [
            totals[evaluator] - _mean([total for name, total in totals.items() if name != evaluator])
            for totals in read
            if len(totals) > 1
        ]
        yield Severity(
            evaluator, stage, len(read), rounded(_mean(gaps), PLACES, "half_even") if gaps else None
        )


def _totals(result: Result, one: PlanSheets, stage: Stage) -> dict[str, Fraction]:
    criteria = result.rule.criteria_of(stage)
    return {
        sheet.evaluator: sheet_total(sheet, criteria) / full_of(criteria) * 100
        for sheet in one.of(stage).sheets
        if sheet.complete(criteria)
    }


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
