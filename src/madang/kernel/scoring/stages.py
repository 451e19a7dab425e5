"""One plan in one stage: what is missing, who is dropped, the mean, and the score out of 100.

Of several sheets that share the highest (or lowest) total only one is dropped. Which one cannot matter: the
mean is the same, and tie links on a criterion look at all sheets, also the dropped ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from madang.kernel.scoring.exact import Step, exact_text, finite_places, plain, shown, step
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Criterion, DropRule, Stage
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.scoring.sheets import BadScore, Sheet, StageSheets, checked_score
from madang.kernel.words import Words

NO_PANEL = Words(
    "{stage}: 배정된 평가위원이 없습니다.",
    "{stage}: no evaluator is assigned.",
)
NO_SHEET = Words(
    "{stage}: 평가위원 {evaluator}의 평가표가 아직 없습니다.",
    "{stage}: the sheet of evaluator {evaluator} is not in yet.",
)
NO_SCORE = Words(
    "{stage}: 평가위원 {evaluator}의 ‘{criterion}’ 점수가 비어 있습니다.",
    "{stage}: evaluator {evaluator} has given no score for “{criterion}”.",
)
TWICE = Words(
    "{stage}: 평가위원 {evaluator}의 평가표가 두 번 들어 있습니다. 하나만 남겨 주십시오.",
    "{stage}: evaluator {evaluator} has two sheets. Keep one.",
)
NOT_ON_PANEL = Words(
    "{stage}: 평가위원 {evaluator}에게 배정되지 않은 계획입니다. 이 평가표는 받을 수 없습니다.",
    "{stage}: evaluator {evaluator} is not assigned to this plan. The sheet cannot be taken.",
)
NO_SUCH_CRITERION = Words(
    "{stage}: ‘{key}’ 심사항목은 평가 기준에 없습니다.",
    "{stage}: the rule has no criterion “{key}”.",
)
SHEET = Words(
    "{stage} 평가위원 {evaluator}: {sum} = {total} (만점 {full})",
    "{stage}, evaluator {evaluator}: {sum} = {total} (of {full})",
)
DROPPED = Words(
    "제외: 평가위원 {evaluator} {total}점({side})", "dropped: evaluator {evaluator} {total} ({side})"
)
SIDES = (Words("최고", "highest"), Words("최저", "lowest"))
TOO_FEW_TO_DROP = Words(
    "{stage}: 평가표가 {count}개로 {needed}개보다 적어 최고·최저점을 제외하지 않음",
    "{stage}: {count} sheets, fewer than {needed}, so none is dropped",
)
MEAN = Words(
    "{stage} 평균: ({sum}) ÷ {count} = {mean}",
    "{stage}, mean: ({sum}) ÷ {count} = {mean}",
)
OUT_OF_100 = Words(
    "{stage} 100점 환산: {mean} ÷ {full} × 100 = {score}",
    "{stage}, out of 100: {mean} ÷ {full} × 100 = {score}",
)


@dataclass(frozen=True, slots=True)
class StageMark:
    """A plan in a stage: score out of 100, mean marks of each criterion over all sheets, and the steps."""

    score: Fraction
    means: Mapping[str, Fraction]
    steps: tuple[Step, ...]


def text(value: Fraction) -> str:
    """Return a number for a sentence; dots say that more digits would follow.

    >>> text(Fraction(1, 3)), text(Fraction(7, 2))
    ('0.333333…', '3.5')
    """
    return exact_text(value) if finite_places(value) is not None else f"{plain(shown(value))}…"


def check_sheets(rule: ScoringRule, stage: Stage, given: StageSheets) -> None:
    """Refuse sheets that cannot belong to the plan.

    Raises:
        BadScore: two sheets of one evaluator, one from outside the panel, a foreign criterion, a bad score.
    """
    criteria = {criterion.key: criterion for criterion in rule.criteria_of(stage)}
    names = [sheet.evaluator for sheet in given.sheets]
    for sheet in given.sheets:
        if names.count(sheet.evaluator) > 1:
            raise BadScore(TWICE.filled(stage=STAGE_WORDS[stage], evaluator=sheet.evaluator))
        if sheet.evaluator not in given.panel:
            raise BadScore(NOT_ON_PANEL.filled(stage=STAGE_WORDS[stage], evaluator=sheet.evaluator))
        for key, score in sheet.scores.items():
            if key not in criteria:
                raise BadScore(NO_SUCH_CRITERION.filled(stage=STAGE_WORDS[stage], key=key))
            checked_score(score, criteria[key])


def gaps(rule: ScoringRule, stage: Stage, given: StageSheets) -> tuple[Words, ...]:
    """Return what is still missing before this stage has a score; a gap is never counted as zero."""
    named = STAGE_WORDS[stage]
    if not given.panel:
        return (NO_PANEL.filled(stage=named),)
    criteria, sheets = rule.criteria_of(stage), {sheet.evaluator: sheet for sheet in given.sheets}
    found: list[Words] = []
    for evaluator in sorted(set(given.panel)):
        if evaluator not in sheets:
            found.append(NO_SHEET.filled(stage=named, evaluator=evaluator))
            continue
        found.extend(
            NO_SCORE.filled(stage=named, evaluator=evaluator, criterion=criterion.words)
            for criterion in sheets[evaluator].missing(criteria)
        )
    return tuple(found)


def full_of(criteria: Sequence[Criterion]) -> Fraction:
    """Return the highest total a sheet can have: the sum of full marks, or 100 when criteria have weights."""
    return sum(
        (Fraction(c.full_marks) if c.weight is None else Fraction(c.weight) for c in criteria), Fraction(0)
    )


def sheet_total(sheet: Sheet, criteria: Sequence[Criterion]) -> Fraction:
    """Return the total of one complete sheet."""
    return sum((_points(sheet, criterion) for criterion in criteria), Fraction(0))


def _points(sheet: Sheet, criterion: Criterion) -> Fraction:
    marks = Fraction(sheet.scores[criterion.key])
    if criterion.weight is None:
        return marks
    return marks / Fraction(criterion.full_marks) * Fraction(criterion.weight)


def dropped_of(totals: Mapping[str, Fraction], drop: DropRule) -> tuple[str, ...]:
    """Return the evaluators whose sheets are left out: highest first, then lowest; always two different ones.

    >>> marks = {"A": Fraction(90), "B": Fraction(90), "C": Fraction(70), "D": Fraction(80)}
    >>> dropped_of(marks, DropRule("highest_and_lowest", at_least=4))
    ('A', 'C')
    """
    if drop.kind == "none" or len(totals) < drop.at_least:
        return ()
    names = sorted(totals)
    highest = max(names, key=lambda name: totals[name])
    # From the end of the alphabet, so that equal totals all round still give two different sheets.
    lowest = min(reversed(names), key=lambda name: totals[name])
    return (highest, lowest)


def stage_mark(rule: ScoringRule, stage: Stage, given: StageSheets) -> StageMark:
    """Return the score of a stage that has no gaps, out of 100, with every step."""
    criteria, named = rule.criteria_of(stage), STAGE_WORDS[stage]
    sheets = sorted(given.sheets, key=lambda sheet: sheet.evaluator)
    totals = {sheet.evaluator: sheet_total(sheet, criteria) for sheet in sheets}
    dropped = dropped_of(totals, rule.drop)
    kept = [total for name, total in totals.items() if name not in dropped]
    mean, full = sum(kept, Fraction(0)) / len(kept), full_of(criteria)
    score = mean / full * 100
    summed = " + ".join(text(total) for total in kept)
    return StageMark(
        score,
        {
            c.key: sum((Fraction(s.scores[c.key]) for s in sheets), Fraction(0)) / len(sheets)
            for c in criteria
        },
        (
            *(_sheet_step(stage, sheet, criteria) for sheet in sheets),
            *_drop_steps(rule, stage, totals, dropped),
            step(MEAN.filled(stage=named, sum=summed, count=len(kept), mean=text(mean)), mean),
            step(OUT_OF_100.filled(stage=named, mean=text(mean), full=text(full), score=text(score)), score),
        ),
    )


def _sheet_step(stage: Stage, sheet: Sheet, criteria: Sequence[Criterion]) -> Step:
    total = sheet_total(sheet, criteria)
    parts = {
        language: " + ".join(f"{c.words.in_(language)} {text(_points(sheet, c))}" for c in criteria)
        for language in ("ko", "en")
    }
    said = SHEET.filled(
        stage=STAGE_WORDS[stage],
        evaluator=sheet.evaluator,
        sum=Words(parts["ko"], parts["en"]),
        total=text(total),
        full=text(full_of(criteria)),
    )
    return step(said, total)


def _drop_steps(
    rule: ScoringRule, stage: Stage, totals: Mapping[str, Fraction], dropped: Sequence[str]
) -> tuple[Step, ...]:
    if dropped:
        return tuple(
            step(DROPPED.filled(evaluator=name, total=text(totals[name]), side=side), totals[name])
            for name, side in zip(dropped, SIDES, strict=True)
        )
    if rule.drop.kind == "none":
        return ()
    count, needed = len(totals), rule.drop.at_least
    said = TOO_FEW_TO_DROP.filled(stage=STAGE_WORDS[stage], count=count, needed=needed)
    return (step(said, Fraction(count)),)
