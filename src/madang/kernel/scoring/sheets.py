"""Evaluation sheets: reading one score as it was typed, and the sheets of one plan.

A missing score is missing: it is never read as zero.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from madang.kernel.scoring.exact import plain
from madang.kernel.scoring.rule_parts import Criterion, Stage
from madang.kernel.words import Words

# Only the full-width digits and stop of a Korean keyboard: Unicode's own folding would turn 8² into 82.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SCORE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", re.ASCII)
_LONGEST_QUOTE = 20

_RANGE = Words(
    " 0부터 {full}까지의 수를 소수점 아래 {places}자리 이내로 입력해 주십시오.",
    " Enter a number from 0 to {full} with at most {places} decimal places.",
)


class BadScore(ValueError):
    """A score or sheet that cannot be taken; ``words`` names the criterion and the range."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def parse_score(text: str, criterion: Criterion) -> Decimal:
    """Read one typed score of a criterion.

    >>> parse_score(" ８５ ", Criterion("plan", Words("계획", "Plan"), Decimal(100), Stage.PAPER))
    Decimal('85')

    Raises:
        BadScore: not a plain number, outside 0 to full marks, or more decimals than the criterion takes.
    """
    typed = text.strip().translate(_FULL_WIDTH)
    if not _SCORE.fullmatch(typed):
        shown = text.strip()[:_LONGEST_QUOTE]
        raise _refusal(
            criterion,
            Words("‘{given}’ 값을 점수로 읽을 수 없습니다.", "“{given}” cannot be read as a score."),
            shown,
        )
    return checked_score(Decimal(typed), criterion)


def checked_score(score: object, criterion: Criterion) -> Decimal:
    """Return the score when it is an exact decimal that the criterion allows.

    Raises:
        BadScore: as for ``parse_score``; floats are refused, since they are not exact.
    """
    if not isinstance(score, Decimal) or not score.is_finite():
        raise _refusal(
            criterion,
            Words("‘{given}’ 값은 정확한 점수가 아닙니다.", "“{given}” is not an exact score."),
            score,
        )
    if not 0 <= score <= criterion.full_marks:
        raise _refusal(
            criterion,
            Words("‘{given}’ 점수는 범위를 벗어났습니다.", "“{given}” is out of range."),
            plain(score),
        )
    if score != round(score, criterion.score_decimals):
        raise _refusal(
            criterion,
            Words("‘{given}’ 점수는 소수 자릿수가 너무 많습니다.", "“{given}” has too many decimal places."),
            plain(score),
        )
    return score


def _refusal(criterion: Criterion, what: Words, given: object) -> BadScore:
    said = Words("{criterion}: " + what.ko + _RANGE.ko, "{criterion}: " + what.en + _RANGE.en)
    return BadScore(
        said.filled(
            criterion=criterion.words,
            given=given,
            full=plain(criterion.full_marks),
            places=criterion.score_decimals,
        )
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one evaluator gave one plan in one stage: criterion key to marks."""

    evaluator: str
    scores: Mapping[str, Decimal]

    def missing(self, criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
        """Return the criteria without a score."""
        return tuple(criterion for criterion in criteria if criterion.key not in self.scores)

    def complete(self, criteria: Iterable[Criterion]) -> bool:
        """Say whether every criterion has a score.

        >>> Sheet("A", {}).complete([Criterion("plan", Words("계획", "Plan"), Decimal(9), Stage.PAPER)])
        False
        """
        return not self.missing(criteria)


@dataclass(frozen=True, slots=True)
class StageSheets:
    """One plan in one stage: the evaluators who must score it, and the sheets that are in."""

    panel: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def without(self, evaluator: str) -> "StageSheets":
        """Return the same without one evaluator, for the question what would have been."""
        return StageSheets(
            tuple(name for name in self.panel if name != evaluator),
            tuple(sheet for sheet in self.sheets if sheet.evaluator != evaluator),
        )


@dataclass(frozen=True, slots=True)
class PlanSheets:
    """Everything that is scored of one plan. ``bonus``: points applied for, before the cap."""

    plan: str
    paper: StageSheets = field(default_factory=StageSheets)
    presentation: StageSheets = field(default_factory=StageSheets)
    bonus: Decimal = Decimal(0)
    joint: bool = False

    def of(self, stage: Stage) -> StageSheets:
        """Return the sheets of one stage."""
        return self.paper if stage == Stage.PAPER else self.presentation

    def to_json(self) -> dict[str, Any]:
        """Return the input as kept in a result record, in an order that does not depend on arrival."""
        return {
            "plan": self.plan,
            "bonus": plain(self.bonus),
            "joint": self.joint,
            **{stage.value: _stage_json(self.of(stage)) for stage in Stage},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PlanSheets":
        """Read back what ``to_json`` wrote."""
        return cls(
            plan=data["plan"],
            paper=_stage_from_json(data["paper"]),
            presentation=_stage_from_json(data["presentation"]),
            bonus=Decimal(data["bonus"]),
            joint=data["joint"],
        )


def _stage_json(stage: StageSheets) -> dict[str, Any]:
    return {
        "panel": sorted(stage.panel),
        "sheets": {
            sheet.evaluator: {key: plain(score) for key, score in sorted(sheet.scores.items())}
            for sheet in sorted(stage.sheets, key=lambda sheet: sheet.evaluator)
        },
    }


def _stage_from_json(data: Mapping[str, Any]) -> StageSheets:
    return StageSheets(
        tuple(data["panel"]),
        tuple(
            Sheet(evaluator, {key: Decimal(score) for key, score in scores.items()})
            for evaluator, scores in data["sheets"].items()
        ),
    )
