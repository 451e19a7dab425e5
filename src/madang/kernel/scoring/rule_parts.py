"""The parts of a scoring rule (stages, criteria, drop rule, paper round) and their names for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from madang.kernel.scoring.exact import ROUNDINGS, Rounding, plain
from madang.kernel.scoring.rule_shape import bad, decimal_from, only_fields, text_from, whole_from, words_from
from madang.kernel.words import Words

HUNDRED = Decimal(100)


class Stage(StrEnum):
    """The two rounds in which plans are scored."""

    PAPER = "paper"
    PRESENTATION = "presentation"


STAGE_WORDS = {
    Stage.PAPER: Words("서면평가", "paper evaluation"),
    Stage.PRESENTATION: Words("발표평가", "presentation evaluation"),
}

#: Tie links besides criterion keys; the higher value wins, for ``joint_plan_first`` the joint plan.
TIE_LINKS = {
    "presentation_total": Words("발표평가 점수", "presentation total"),
    "paper_total": Words("서면평가 점수", "paper total"),
    "total_before_bonus": Words("가점을 더하기 전 점수", "total before bonus"),
    "joint_plan_first": Words("공동계획 우선", "joint plan first"),
}

ROUNDING_WORDS: dict[Rounding, Words] = {
    "half_up": Words("반올림", "halves up"),
    "half_even": Words("짝수 반올림", "halves to even"),
    "down": Words("버림", "down"),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of an evaluation sheet. ``weight`` is its per cent of the stage, when full marks are not."""

    key: str
    words: Words
    full_marks: Decimal
    stage: Stage
    weight: Decimal | None = None
    score_decimals: int = 1

    @classmethod
    def from_json(cls, data: object) -> "Criterion":
        """Read one criterion of a rule record.

        Raises:
            BadRule: a field is missing, unknown or of the wrong kind.
        """
        fields = only_fields(
            data,
            frozenset({"key", "words", "full_marks", "stage"}),
            frozenset({"weight", "score_decimals"}),
        )
        weight = fields.get("weight")
        return cls(
            key=text_from(fields["key"], "key"),
            words=words_from(fields["words"], "words"),
            full_marks=decimal_from(fields["full_marks"], "full_marks"),
            stage=stage_from(fields["stage"]),
            weight=None if weight is None else decimal_from(weight, "weight"),
            score_decimals=whole_from(fields.get("score_decimals", 1), "score_decimals"),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the criterion as stored in a rule record."""
        return {
            "key": self.key,
            "words": self.words._asdict(),
            "full_marks": plain(self.full_marks),
            "stage": str(self.stage),
            "weight": None if self.weight is None else plain(self.weight),
            "score_decimals": self.score_decimals,
        }


@dataclass(frozen=True, slots=True)
class DropRule:
    """Whether the highest and the lowest sheet are left out; one each, also when several share the score.

    ``at_least``: with fewer sheets than this nobody is dropped. Three is the least that leaves one to count.
    """

    kind: str = "none"
    at_least: int = 3


@dataclass(frozen=True, slots=True)
class PaperRound:
    """What lets a plan pass from paper to presentation: a pass mark, and a number of places (None: all)."""

    pass_mark: Decimal
    size: int | None = None


def stage_from(value: object) -> Stage:
    for stage in Stage:
        if value == stage:
            return stage
    raise bad(
        "stage",
        "‘{given}’ 단계는 없습니다. paper(서면) 또는 presentation(발표)이어야 합니다.",
        "there is no stage “{given}”. It must be paper or presentation.",
        given=value,
    )


def drop_from(data: object) -> DropRule:
    fields = only_fields(data, frozenset({"kind"}), frozenset({"at_least"}))
    return DropRule(text_from(fields["kind"], "kind"), whole_from(fields.get("at_least", 3), "at_least"))


def rounding_from(value: object) -> Rounding:
    for rounding in ROUNDINGS:
        if value == rounding:
            return rounding
    raise bad(
        "rounding",
        "‘{given}’ 방식은 없습니다. half_up, half_even, down 가운데 하나여야 합니다.",
        "there is no rounding “{given}”. It must be half_up, half_even or down.",
        given=value,
    )


def paper_round_from(data: object) -> PaperRound | None:
    if data is None:
        return None
    fields: Mapping[str, object] = only_fields(data, frozenset({"pass_mark"}), frozenset({"size"}))
    size = fields.get("size")
    return PaperRound(
        decimal_from(fields["pass_mark"], "pass_mark"), None if size is None else whole_from(size, "size")
    )
