"""Whether the parts of a scoring rule fit together; each fault is one sentence in both languages."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from madang.kernel.scoring.exact import ROUNDINGS
from madang.kernel.scoring.rule_parts import HUNDRED, STAGE_WORDS, TIE_LINKS, Criterion, Stage, rounding_from
from madang.kernel.scoring.rule_shape import bad

if TYPE_CHECKING:
    from madang.kernel.scoring.rule_record import ScoringRule

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


def check(rule: "ScoringRule") -> None:
    """Refuse a rule whose parts contradict each other.

    Raises:
        BadRule: names the first field that does not fit.
    """
    for one in _CHECKS:
        one(rule)


def _check_shares(rule: "ScoringRule") -> None:
    for name, share in (("paper_share", rule.paper_share), ("presentation_share", rule.presentation_share)):
        _check_within_hundred(name, share)
    if rule.paper_share + rule.presentation_share != HUNDRED:
        raise bad(
            "paper_share",
            "서면평가 {paper}%와 발표평가 {presentation}%의 합이 100%가 아닙니다.",
            "paper {paper} % and presentation {presentation} % do not add to 100 %.",
            paper=rule.paper_share,
            presentation=rule.presentation_share,
        )


def _check_within_hundred(name: str, value: Decimal) -> None:
    if not (isinstance(value, Decimal) and value.is_finite() and 0 <= value <= HUNDRED):
        raise bad(
            name,
            "‘{given}’ 값은 0부터 100까지의 수가 아닙니다.",
            "{given} is not a number from 0 to 100.",
            given=value,
        )


def _check_criteria(rule: "ScoringRule") -> None:
    keys = [criterion.key for criterion in rule.criteria]
    for key in keys:
        if not _KEY.fullmatch(key) or key in TIE_LINKS or keys.count(key) > 1:
            raise bad(
                "key",
                "‘{given}’ 식별자를 쓸 수 없습니다. 서로 다른 영문 소문자·숫자·밑줄이어야 합니다.",
                "“{given}” cannot be used. Keys are lower-case letters, digits, underscores, each once.",
                given=key,
            )
    for criterion in rule.criteria:
        _check_marks(criterion)
    for stage in Stage:
        _check_stage(rule, stage)


def _check_marks(criterion: Criterion) -> None:
    if not (criterion.full_marks.is_finite() and 0 < criterion.full_marks <= 1000):
        raise bad(
            "full_marks",
            "‘{criterion}’ 배점은 0보다 크고 1000 이하여야 합니다.",
            "the full marks of “{criterion}” must be above 0 and at most 1000.",
            criterion=criterion.words,
        )
    if not 0 <= criterion.score_decimals <= 4:
        raise bad("score_decimals", "0부터 4까지여야 합니다.", "it must be from 0 to 4.")


def _check_stage(rule: "ScoringRule", stage: Stage) -> None:
    criteria, share = rule.criteria_of(stage), rule.share_of(stage)
    if bool(criteria) != bool(share):
        raise bad(
            "criteria",
            "{stage} 비율은 {share}%, 심사항목은 {count}개입니다. 비율과 심사항목은 함께 있어야 합니다.",
            "the {stage} counts {share} % and has {count} criteria. It needs both or neither.",
            stage=STAGE_WORDS[stage],
            share=share,
            count=len(criteria),
        )
    weights = [criterion.weight for criterion in criteria if criterion.weight is not None]
    if weights and (len(weights) != len(criteria) or sum(weights) != HUNDRED or min(weights) <= 0):
        raise bad(
            "weight",
            "{stage} 항목의 비중은 모두 0보다 크고 합이 100이거나, 모두 비어 있어야 합니다.",
            "in the {stage} every criterion needs a weight above 0, adding to 100, or none has one.",
            stage=STAGE_WORDS[stage],
        )


def _check_drop(rule: "ScoringRule") -> None:
    if rule.drop.kind not in ("none", "highest_and_lowest"):
        raise bad(
            "kind",
            "‘{given}’ 방식은 없습니다. none 또는 highest_and_lowest여야 합니다.",
            "there is no drop rule “{given}”. It must be none or highest_and_lowest.",
            given=rule.drop.kind,
        )
    if rule.drop.at_least < 3:
        raise bad(
            "at_least",
            "3명보다 적으면 최고·최저점을 뺀 뒤 남는 점수가 없습니다. 3 이상으로 정해 주십시오.",
            "with fewer than 3 sheets none would be left after dropping two. Set 3 or more.",
        )


def _check_marks_and_cap(rule: "ScoringRule") -> None:
    _check_within_hundred("pass_mark", rule.pass_mark)
    _check_within_hundred("bonus_cap", rule.bonus_cap)
    if not 0 <= rule.decimals <= 6:
        raise bad("decimals", "0부터 6까지여야 합니다.", "it must be from 0 to 6.")
    if rule.rounding not in ROUNDINGS:
        rounding_from(rule.rounding)


def _check_places(rule: "ScoringRule") -> None:
    own = rule.paper_round
    if own is not None:
        _check_within_hundred("pass_mark", own.pass_mark)
        if not rule.paper_share:
            raise bad("paper_round", "서면평가가 없는 기준입니다.", "the rule has no paper evaluation.")
    for name, size in (("shortlist_size", rule.shortlist_size), ("size", own.size if own else None)):
        if size is not None and size < 1:
            raise bad(name, "1 이상이거나 비어 있어야 합니다.", "it must be 1 or more, or empty.")


def _check_ties(rule: "ScoringRule") -> None:
    absent = {f"{stage}_total" for stage in Stage} - {f"{stage}_total" for stage in rule.stages}
    known = (TIE_LINKS.keys() | {criterion.key for criterion in rule.criteria}) - absent
    for link in rule.tie_chain:
        if link not in known or rule.tie_chain.count(link) > 1:
            raise bad(
                "tie_chain",
                "‘{given}’ 순서를 쓸 수 없습니다. 이 기준의 심사항목이나 정해진 이름을 한 번만 쓰십시오.",
                "“{given}” cannot be used. A link is a criterion of this rule or a known name, each once.",
                given=link,
            )


_CHECKS: tuple[Callable[["ScoringRule"], None], ...] = (
    _check_shares,
    _check_criteria,
    _check_drop,
    _check_marks_and_cap,
    _check_places,
    _check_ties,
)
