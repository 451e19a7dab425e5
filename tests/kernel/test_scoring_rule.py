"""The rule record: what is stored comes back, and every wrong record is refused by name in both languages."""

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from madang.kernel.scoring.rule_record import BadRule, PaperRound, ScoringRule, Stage

RECORD: dict[str, Any] = {
    "criteria": [
        {"key": "need", "words": {"ko": "필요성", "en": "Need"}, "full_marks": "40", "stage": "paper"},
        {"key": "plan", "words": {"ko": "실행계획", "en": "Plan"}, "full_marks": 60, "stage": "paper"},
        {"key": "talk", "words": {"ko": "발표", "en": "Talk"}, "full_marks": "100", "stage": "presentation"},
    ],
    "paper_share": "40",
    "presentation_share": "60",
    "drop": {"kind": "highest_and_lowest", "at_least": 5},
    "pass_mark": "60.0",
    "bonus_cap": "3",
    "tie_chain": ["presentation_total", "plan", "joint_plan_first"],
    "decimals": 2,
    "rounding": "half_up",
    "shortlist_size": 4,
    "paper_round": {"pass_mark": "70", "size": 8},
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The record with one value replaced; the path is dotted, with numbers for list places."""
    record = deepcopy(RECORD)
    *way, last = path.split(".")
    inner: Any = record
    for key in way:
        inner = inner[int(key)] if key.isdigit() else inner[key]
    inner[last] = value
    return record


def test_a_stored_rule_comes_back_equal_through_json_text() -> None:
    rule = ScoringRule.from_json(RECORD)
    stored = json.dumps(rule.to_json(), ensure_ascii=False)
    assert ScoringRule.from_json(json.loads(stored)) == rule
    assert json.dumps(ScoringRule.from_json(json.loads(stored)).to_json(), ensure_ascii=False) == stored


def test_a_rule_reads_its_numbers_exactly_as_written() -> None:
    rule = ScoringRule.from_json(RECORD)
    assert (rule.pass_mark, rule.paper_round) == (Decimal("60.0"), PaperRound(Decimal(70), 8))
    assert [criterion.full_marks for criterion in rule.criteria] == [40, 60, 100]
    assert rule.stages == (Stage.PAPER, Stage.PRESENTATION)


def test_the_paper_round_rule_keeps_only_what_concerns_paper() -> None:
    rule = ScoringRule.from_json(RECORD).for_paper_round()
    assert [criterion.key for criterion in rule.criteria] == ["need", "plan"]
    assert (rule.pass_mark, rule.shortlist_size, rule.bonus_cap) == (70, 8, 0)
    assert rule.tie_chain == ("plan", "joint_plan_first")


def test_a_rule_without_a_paper_round_says_so_when_asked() -> None:
    rule = ScoringRule.from_json(changed("paper_round", None))
    with pytest.raises(BadRule, match="no paper round"):
        rule.for_paper_round()


@pytest.mark.parametrize(
    ("path", "value", "field", "said"),
    [
        ("paper_share", "50", "서면평가 비율", "do not add to 100"),
        ("paper_share", "-40", "서면평가 비율", "cannot be read"),
        ("pass_mark", 60.5, "합격 기준점", "exact number"),
        ("pass_mark", "NaN", "합격 기준점", "exact number"),
        ("pass_mark", "1e2", "합격 기준점", "exact number"),
        ("pass_mark", True, "합격 기준점", "exact number"),
        ("pass_mark", "101", "합격 기준점", "from 0 to 100"),
        ("bonus_cap", "100.5", "가점 상한", "from 0 to 100"),
        ("decimals", "2", "최종점수의 소수 자릿수", "not a whole number"),
        ("decimals", 7, "최종점수의 소수 자릿수", "from 0 to 6"),
        ("rounding", "up", "끝자리 처리 방식", "no rounding"),
        ("shortlist_size", 0, "선정 예정 수", "1 or more"),
        ("paper_round.size", 0, "서면평가 통과 예정 수", "1 or more"),
        ("paper_round.pass_mark", "200", "합격 기준점", "from 0 to 100"),
        ("drop.kind", "median", "제외 방식", "no drop rule"),
        ("drop.at_least", 2, "제외에 필요한 최소 평가위원 수", "fewer than 3"),
        ("tie_chain", "plan", "동점 처리 순서", "list"),
        ("tie_chain", ["plan", "plan"], "동점 처리 순서", "each once"),
        ("tie_chain", ["luck"], "동점 처리 순서", "luck"),
        ("criteria.0.key", "Need", "심사항목 식별자", "lower-case"),
        ("criteria.0.key", "plan", "심사항목 식별자", "each once"),
        ("criteria.0.key", "paper_total", "심사항목 식별자", "cannot be used"),
        ("criteria.0.full_marks", "0", "배점", "“Need” must be above 0"),
        ("criteria.0.stage", "site", "평가 단계", "paper or presentation"),
        ("criteria.0.words", {"ko": "필요성"}, "심사항목 이름", "English"),
        ("criteria.0.words", {"ko": "필요성", "en": " "}, "심사항목 이름", "a text is needed"),
        ("criteria.0.weight", "40", "단계 안의 비중", "or none has one"),
        ("criteria.0.score_decimals", 5, "점수의 소수 자릿수", "0 to 4"),
        ("criteria", [], "심사항목", "both or neither"),
        ("extra", 1, "extra", "no such field"),
    ],
)
def test_each_wrong_field_is_named_in_both_languages(path: str, value: object, field: str, said: str) -> None:
    with pytest.raises(BadRule, match=said) as caught:
        ScoringRule.from_json(changed(path, value))
    assert caught.value.words.ko.startswith(f"{field}: ")


@pytest.mark.parametrize("name", sorted(set(RECORD) - {"paper_round"}))
def test_a_record_without_a_required_field_is_refused(name: str) -> None:
    record = {key: value for key, value in RECORD.items() if key != name}
    with pytest.raises(BadRule, match="missing"):
        ScoringRule.from_json(record)


@pytest.mark.parametrize("record", [None, [], "rule", 3])
def test_something_that_is_no_record_is_refused_with_a_sentence(record: object) -> None:
    with pytest.raises(BadRule, match="named fields"):
        ScoringRule.from_json(record)


def test_a_tie_link_of_a_stage_that_does_not_count_is_refused() -> None:
    record = changed("criteria", [RECORD["criteria"][2]])
    record |= {
        "paper_share": "0",
        "presentation_share": "100",
        "paper_round": None,
        "tie_chain": ["paper_total"],
    }
    with pytest.raises(BadRule, match="paper_total"):
        ScoringRule.from_json(record)
    record["tie_chain"] = ["presentation_total"]
    assert ScoringRule.from_json(record).stages == (Stage.PRESENTATION,)


def test_weights_of_a_stage_must_add_to_one_hundred() -> None:
    record = deepcopy(RECORD)
    for criterion, weight in zip(record["criteria"], ("30", "70", "100"), strict=True):
        criterion["weight"] = weight
    assert ScoringRule.from_json(record).criteria[1].weight == 70
    record["criteria"][0]["weight"] = "31"
    with pytest.raises(BadRule, match="adding to 100"):
        ScoringRule.from_json(record)
