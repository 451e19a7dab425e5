"""The analysis sheet: a prompt with numbers worked by hand, and nothing that accuses."""

from dataclasses import replace
from decimal import Decimal

from madang.kernel.scoring.analysis import analysis_of
from madang.kernel.scoring.official import official_result
from madang.kernel.scoring.rule_record import Criterion, DropRule, ScoringRule, Stage
from madang.kernel.scoring.sheets import PlanSheets, Sheet, StageSheets
from madang.kernel.words import Words

RULE = ScoringRule(
    criteria=(Criterion("talk", Words("발표", "Talk"), Decimal(50), Stage.PRESENTATION),),
    paper_share=Decimal(0),
    presentation_share=Decimal(100),
    drop=DropRule(),
    pass_mark=Decimal(0),
    bonus_cap=Decimal(0),
    tie_chain=(),
    decimals=2,
    rounding="half_up",
    shortlist_size=1,
)


def plan(name: str, **marks: int) -> PlanSheets:
    sheets = tuple(Sheet(evaluator, {"talk": Decimal(mark)}) for evaluator, mark in marks.items())
    return PlanSheets(name, presentation=StageSheets(tuple(marks), sheets))


def test_severity_is_the_mean_distance_from_the_other_evaluators() -> None:
    # Out of 100: plan x A 80, B 70, C 60; plan y A 60, B 60. A: (80-65) and (60-60), mean 7.5.
    result = official_result(RULE, [plan("x", A=40, B=35, C=30), plan("y", A=30, B=30)])
    found = {one.evaluator: (one.plans, one.difference) for one in analysis_of(result).severities}
    # B: 70-70 = 0 and 0; C: 60-75 = -15.
    assert found == {"A": (2, Decimal("7.50")), "B": (2, Decimal(0)), "C": (1, Decimal(-15))}


def test_a_shortlist_that_hangs_on_one_evaluator_is_said_to_hang() -> None:
    # x leads 105 to 104 only through A; without A y leads, without B or C x still does.
    result = official_result(RULE, [plan("x", A=45, B=30, C=30), plan("y", A=34, B=35, C=35)])
    sheet = analysis_of(result)
    assert result.shortlist == ("x",)
    assert [(run.evaluator, run.shortlist, run.holds) for run in sheet.runs] == [
        ("A", ("y",), False),
        ("B", ("x",), True),
        ("C", ("x",), True),
    ]
    assert sheet.stability == Decimal("0.6667")
    assert sheet.support == (("x", 2), ("y", 1))
    assert sheet.words.en.startswith("The shortlist is the same in 2 of 3")


def test_a_clear_shortlist_holds_without_any_one_evaluator() -> None:
    sheet = analysis_of(official_result(RULE, [plan("x", A=45, B=44), plan("y", A=20, B=21)]))
    assert sheet.stability == 1
    assert sheet.words.en.startswith("The shortlist is the same in all 2")


def test_an_undecided_result_is_not_compared_with_anything() -> None:
    sheet = analysis_of(official_result(RULE, [plan("x", A=40), plan("y", A=40)]))
    assert (sheet.runs, sheet.stability) == ((), None)
    assert "not decided yet" in sheet.words.en


def test_a_run_without_the_only_evaluator_of_a_plan_counts_neither_way() -> None:
    sheet = analysis_of(official_result(RULE, [plan("x", A=45), plan("y", A=20, B=21)]))
    assert [(run.evaluator, run.holds) for run in sheet.runs] == [("A", None), ("B", True)]
    assert sheet.stability == 1
    alone = analysis_of(official_result(RULE, [plan("x", A=45)]))
    assert (alone.stability, alone.severities[0].difference) == (None, None)


def test_the_sheet_always_carries_its_caution_in_both_languages() -> None:
    result = official_result(replace(RULE, shortlist_size=None), [plan("x", A=1)])
    caution = analysis_of(result).caution
    assert "공식 결과를 바꾸지 않고" in caution.ko
    assert "says nothing against any evaluator" in caution.en
