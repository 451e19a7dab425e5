"""The official result: the published rule and nothing else, in exact numbers, with every step printed.

Scores stay fractions until the final score, which is rounded once. While one score is missing no plan has a
rank, and a tie at the cut line that the published chain cannot part is reported, never decided by accident.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from madang.kernel.scoring.exact import Step, plain, rounded, shown, step
from madang.kernel.scoring.ranking import Group, Standing, grouped, tie_steps
from madang.kernel.scoring.result import PlanResult, Result, UnresolvedTie
from madang.kernel.scoring.rule_parts import ROUNDING_WORDS, STAGE_WORDS, Stage
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.scoring.sheets import BadScore, PlanSheets
from madang.kernel.scoring.stages import check_sheets, gaps, stage_mark, text
from madang.kernel.words import Words

WEIGHTED = Words("가중 합계: {sum} = {total}", "weighted total: {sum} = {total}")
BONUS = Words(
    "가점: 신청 {asked}점, 상한 {cap}점, 반영 {given}점",
    "bonus: {asked} applied for, cap {cap}, {given} counted",
)
FINAL = Words(
    "최종점수: {exact}, 소수 {places}자리({rounding}) → {final}",
    "final: {exact}, {places} decimals ({rounding}) → {final}",
)
PASSED = Words("합격 기준 {mark}점 이상: 충족", "pass mark {mark}: met")
NOT_PASSED = Words("합격 기준 {mark}점 이상: 미달", "pass mark {mark}: not met")
BAD_BONUS = Words(
    "계획 {plan}: 가점 ‘{given}’ 값은 0 이상의 정확한 수가 아닙니다.",
    "Plan {plan}: the bonus “{given}” is not an exact number of 0 or more.",
)
SAME_PLAN = Words(
    "계획 {plan}: 두 번 들어 있습니다. 하나만 남겨 주십시오.",
    "Plan {plan} is given twice. Keep one.",
)
OPEN_TIE = Words(
    "{rank}위 동점({plans}): 공고된 동점 처리 순서로 가려지지 않았습니다.",
    "Tie at rank {rank} ({plans}): the published tie chain does not part them.",
)
OPEN_TIE_AT_CUT = Words(
    "{rank}위 동점({plans}): 공고된 순서로 가려지지 않으며 선정선에 걸려 있습니다. 의결이 필요합니다.",
    "Tie at rank {rank} ({plans}): not parted by the published chain, and the cut line runs through it. "
    "A resolution is needed.",
)
WAITING = Words(
    "점수가 빠져 있습니다. 모두 들어와야 결과를 정할 수 있습니다.",
    "Scores are missing. The result can be decided when all are in.",
)
OTHERS_WAITING = Words(
    "다른 계획의 점수가 빠져 있어 순위를 아직 정할 수 없습니다.",
    "Scores of another plan are missing, so ranks cannot be decided yet.",
)
BELOW_MARK = Words(
    "최종점수 {final}점, 합격 기준 {mark}점에 미달하여 선정되지 않았습니다.",
    "Not selected: final score {final}, below the pass mark of {mark}.",
)
SELECTED = Words(
    "최종점수 {final}점, {rank}위로 선정되었습니다.", "Selected: final score {final}, rank {rank}."
)
BELOW_CUT = Words(
    "최종점수 {final}점, {rank}위로 선정 예정 {size}개 안에 들지 못했습니다.",
    "Not selected: final score {final}, rank {rank}; places: {size}.",
)
TIED_AT_CUT = Words(
    "최종점수 {final}점, {rank}위 동점이 선정선에 걸려 있어 아직 정해지지 않았습니다.",
    "Not decided yet: final score {final}, and a tie at rank {rank} lies on the cut line.",
)


def official_result(rule: ScoringRule, plans: Sequence[PlanSheets], tie_order: Sequence[str] = ()) -> Result:
    """Compute the result of a round by its published rule.

    ``tie_order``: plans in the order that a recorded resolution gave them; it is looked at only where the
    published chain leaves a tie, and only when it names every plan of that tie.

    Raises:
        BadScore: a plan twice, a sheet that cannot belong to its plan, a score or bonus out of range.
    """
    inputs = tuple(sorted(plans, key=lambda one: one.plan))
    for one in inputs:
        _check(rule, one, inputs)
    missing = {one.plan: _missing(rule, one) for one in inputs}
    standings = [_standing(rule, one) for one in inputs if not missing[one.plan]]
    order = tuple(tie_order)
    if any(missing.values()):
        known = {one.plan: _unranked(one) for one in standings}
        waiting = tuple(
            known.get(plan) or PlanResult(plan, (), gap, reason=WAITING) for plan, gap in missing.items()
        )
        return Result(rule, inputs, order, waiting, ())
    groups = grouped(standings, rule.tie_chain, order)
    ranks = _ranks(groups)
    results = (
        _ranked(one, rule, rank, cut, tie_steps(one, standings, rule, order))
        for group, rank in zip(groups, ranks, strict=True)
        for cut in (_cut(rule, group, rank),)
        for one in group
    )
    return Result(rule, inputs, order, tuple(results), _open_ties(rule, groups, ranks))


def replay(record: Mapping[str, Any]) -> Result:
    """Compute a recorded result again from the rule and sheets it holds; equal bytes prove it.

    Raises:
        BadRule, BadScore: the record was not written by ``Result.to_json``.
    """
    return official_result(
        ScoringRule.from_json(record["rule"]),
        [PlanSheets.from_json(one) for one in record["inputs"]],
        record["tie_order"],
    )


def _check(rule: ScoringRule, one: PlanSheets, inputs: Sequence[PlanSheets]) -> None:
    if sum(other.plan == one.plan for other in inputs) > 1:
        raise BadScore(SAME_PLAN.filled(plan=one.plan))
    if not (isinstance(one.bonus, Decimal) and one.bonus.is_finite() and one.bonus >= 0):
        raise BadScore(BAD_BONUS.filled(plan=one.plan, given=one.bonus))
    for stage in rule.stages:
        check_sheets(rule, stage, one.of(stage))


def _missing(rule: ScoringRule, one: PlanSheets) -> tuple[Words, ...]:
    return tuple(words for stage in rule.stages for words in gaps(rule, stage, one.of(stage)))


def _standing(rule: ScoringRule, one: PlanSheets) -> Standing:
    marks = {stage: stage_mark(rule, stage, one.of(stage)) for stage in rule.stages}
    before = sum(
        (mark.score * Fraction(rule.share_of(stage)) / 100 for stage, mark in marks.items()), Fraction(0)
    )
    bonus = min(one.bonus, rule.bonus_cap)
    exact = before + Fraction(bonus)
    final = rounded(exact, rule.decimals, rule.rounding)
    passed = final >= rule.pass_mark
    parts = {stage: (text(mark.score), rule.share_of(stage)) for stage, mark in marks.items()}
    steps = (
        *(each for mark in marks.values() for each in mark.steps),
        step(WEIGHTED.filled(sum=_weighted_sum(parts), total=text(before)), before),
        *_bonus_steps(rule, one.bonus, bonus),
        step(
            FINAL.filled(
                exact=text(exact), places=rule.decimals, rounding=ROUNDING_WORDS[rule.rounding], final=final
            ),
            final,
        ),
        step((PASSED if passed else NOT_PASSED).filled(mark=plain(rule.pass_mark)), rule.pass_mark),
    )
    return Standing(one, marks, before, bonus, final, passed, steps)


def _weighted_sum(parts: Mapping[Stage, tuple[str, Decimal]]) -> Words:
    def in_(language: str) -> str:
        return " + ".join(
            f"{STAGE_WORDS[stage].in_(language)} {score} × {plain(share)}%"
            for stage, (score, share) in parts.items()
        )

    return Words(in_("ko"), in_("en"))


def _bonus_steps(rule: ScoringRule, asked: Decimal, given: Decimal) -> tuple[Step, ...]:
    if not asked:
        return ()
    return (step(BONUS.filled(asked=plain(asked), cap=plain(rule.bonus_cap), given=plain(given)), given),)


def _ranks(groups: Sequence[Group]) -> list[int]:
    """Return one rank a group; plans that share a rank use up as many places as they are."""
    return [1 + sum(len(group) for group in groups[:place]) for place in range(len(groups))]


def _cut(rule: ScoringRule, group: Group, rank: int) -> bool | None:
    """Say whether a group is inside the shortlist; None when the cut line runs through it.

    All plans of a group have one final score, so they pass or fail together, and only passed plans stand
    before a passed one.
    """
    if not group[0].passed:
        return False
    if rule.shortlist_size is None or rank + len(group) - 1 <= rule.shortlist_size:
        return True
    return False if rank > rule.shortlist_size else None


def _open_ties(rule: ScoringRule, groups: Sequence[Group], ranks: Sequence[int]) -> tuple[UnresolvedTie, ...]:
    ties = []
    for group, rank in zip(groups, ranks, strict=True):
        if len(group) > 1:
            plans, at_cut = tuple(one.plan for one in group), _cut(rule, group, rank) is None
            words = (OPEN_TIE_AT_CUT if at_cut else OPEN_TIE).filled(rank=rank, plans=", ".join(plans))
            ties.append(UnresolvedTie(plans, rank, at_cut, words))
    return tuple(ties)


def _unranked(one: Standing) -> PlanResult:
    scores = {stage: shown(mark.score) for stage, mark in one.marks.items()}
    return PlanResult(
        plan=one.plan,
        steps=one.steps,
        paper=scores.get(Stage.PAPER),
        presentation=scores.get(Stage.PRESENTATION),
        total=shown(one.before),
        bonus=one.bonus,
        final=one.final,
        passed=one.passed,
        reason=OTHERS_WAITING,
    )


def _ranked(
    one: Standing, rule: ScoringRule, rank: int, cut: bool | None, ties: tuple[Step, ...]
) -> PlanResult:
    reason = _reason_words(one, cut).filled(
        final=one.final, rank=rank, size=rule.shortlist_size, mark=plain(rule.pass_mark)
    )
    return replace(_unranked(one), rank=rank, tie_steps=ties, shortlisted=cut, reason=reason)


def _reason_words(one: Standing, cut: bool | None) -> Words:
    if not one.passed:
        return BELOW_MARK
    return TIED_AT_CUT if cut is None else SELECTED if cut else BELOW_CUT
