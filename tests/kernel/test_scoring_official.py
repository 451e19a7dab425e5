"""The official result against examples worked by hand, one a rule."""

import json
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.scoring.official import official_result, replay
from madang.kernel.scoring.rule_record import Criterion, DropRule, PaperRound, ScoringRule, Stage
from madang.kernel.scoring.sheets import BadScore, PlanSheets, Sheet, StageSheets
from madang.kernel.words import Words

NEED = Criterion("need", Words("필요성", "Need"), Decimal(40), Stage.PAPER)
PLAN = Criterion("plan", Words("실행계획", "Plan"), Decimal(60), Stage.PAPER)
TALK = Criterion("talk", Words("발표", "Talk"), Decimal(100), Stage.PRESENTATION)
TRIMMED = DropRule("highest_and_lowest", at_least=5)

RULE = ScoringRule(
    criteria=(NEED, PLAN, TALK),
    paper_share=Decimal(40),
    presentation_share=Decimal(60),
    drop=DropRule(),
    pass_mark=Decimal(60),
    bonus_cap=Decimal(3),
    tie_chain=("presentation_total", "plan", "joint_plan_first"),
    decimals=2,
    rounding="half_up",
    shortlist_size=1,
)
PAPER_ONLY = replace(
    RULE, criteria=(NEED, PLAN), paper_share=Decimal(100), presentation_share=Decimal(0), tie_chain=("plan",)
)
TALK_ONLY = replace(
    RULE, criteria=(TALK,), paper_share=Decimal(0), presentation_share=Decimal(100), tie_chain=()
)


def paper(*marks: tuple[str, str]) -> StageSheets:
    """Sheets of evaluators A, B, C … with marks for need and plan."""
    sheets = tuple(
        Sheet(name, {"need": Decimal(need), "plan": Decimal(plan)})
        for name, (need, plan) in zip("ABCDEFGH", marks, strict=False)
    )
    return StageSheets(tuple(sheet.evaluator for sheet in sheets), sheets)


def talk(*marks: str) -> StageSheets:
    sheets = tuple(
        Sheet(name, {"talk": Decimal(mark)}) for name, mark in zip("ABCDEFGH", marks, strict=False)
    )
    return StageSheets(tuple(sheet.evaluator for sheet in sheets), sheets)


def talked(plan: str, *marks: str, **more: object) -> PlanSheets:
    return replace(PlanSheets(plan, presentation=talk(*marks)), **more)


def final_of(rule: ScoringRule, sheets: PlanSheets) -> Decimal | None:
    return official_result(rule, [sheets]).plans[0].final


def test_paper_and_presentation_are_weighted_by_their_shares() -> None:
    # Paper (70 + 80) / 2 = 75; presentation (80 + 91) / 2 = 85.5; 75 × 0.4 + 85.5 × 0.6 = 30 + 51.3 = 81.3.
    sheets = PlanSheets("busan", paper(("30", "40"), ("32", "48")), talk("80", "91"))
    result = official_result(RULE, [sheets]).plans[0]
    assert (result.paper, result.presentation, result.total) == (
        Decimal(75),
        Decimal("85.5"),
        Decimal("81.3"),
    )
    assert str(result.final) == "81.30"


def test_of_a_shared_highest_score_only_one_is_dropped() -> None:
    # 91, 91, 80, 70, 68: without one 91 and the 68 stay 91 + 80 + 70 = 241, a third of it 80.333…
    rule = replace(TALK_ONLY, drop=TRIMMED)
    result = official_result(rule, [talked("ulsan", "91", "80", "91", "68", "70")]).plans[0]
    assert result.final == Decimal("80.33")
    texts = [step.words.en for step in result.steps]
    assert "dropped: evaluator A 91 (highest)" in texts
    assert "dropped: evaluator D 68 (lowest)" in texts
    assert sum("dropped" in text for text in texts) == 2


def test_five_equal_sheets_lose_two_different_ones_and_keep_their_mean() -> None:
    result = official_result(replace(TALK_ONLY, drop=TRIMMED), [talked("jeju", *["77"] * 5)]).plans[0]
    assert result.final == Decimal(77)
    assert [s.words.ko for s in result.steps if "제외" in s.words.ko] == [
        "제외: 평가위원 A 77점(최고)",
        "제외: 평가위원 E 77점(최저)",
    ]


def test_fewer_sheets_than_the_drop_rule_needs_are_all_counted() -> None:
    # (100 + 50 + 60 + 50) / 4 = 65, with a step that says why nobody was dropped.
    result = official_result(
        replace(TALK_ONLY, drop=TRIMMED), [talked("jeju", "100", "50", "60", "50")]
    ).plans[0]
    assert result.final == Decimal(65)
    assert any("fewer than 5" in step.words.en for step in result.steps)


def test_dropping_two_of_three_sheets_leaves_the_middle_one() -> None:
    rule = replace(TALK_ONLY, drop=DropRule("highest_and_lowest", at_least=3))
    assert final_of(rule, talked("jeju", "10", "99", "61")) == Decimal(61)


def test_criterion_weights_replace_full_marks_when_they_are_given() -> None:
    # 30 of 40 at weight 20 is 15; 45 of 60 at weight 80 is 60; together 75.
    weighted = (replace(NEED, weight=Decimal(20)), replace(PLAN, weight=Decimal(80)))
    rule = replace(PAPER_ONLY, criteria=weighted)
    assert final_of(rule, PlanSheets("gangwon", paper(("30", "45")))) == Decimal(75)
    assert final_of(rule, PlanSheets("gangwon", paper(("40", "45")))) == Decimal(80)


@pytest.mark.parametrize(
    ("rounding", "expected"), [("half_up", "70.13"), ("half_even", "70.12"), ("down", "70.12")]
)
def test_an_exact_half_is_rounded_as_the_rule_says(rounding: str, expected: str) -> None:
    # (70.2 + 70.1 + 70.1 + 70.1) / 4 = 70.125 exactly.
    rule = replace(TALK_ONLY, rounding=rounding)
    assert final_of(rule, talked("jeonbuk", "70.2", "70.1", "70.1", "70.1")) == Decimal(expected)


def test_a_mean_without_finite_decimal_is_kept_exact_until_the_end() -> None:
    # (60 + 60 + 61) / 3 = 181/3 = 60.333…
    result = official_result(TALK_ONLY, [talked("jeonnam", "60", "60", "61")]).plans[0]
    assert result.final == Decimal("60.33")
    assert [step.exact for step in result.steps].count("181/3") == 3


@pytest.mark.parametrize(("mark", "passed"), [("60", True), ("59.9", False)])
def test_the_pass_mark_is_met_by_exactly_that_score(mark: str, passed: bool) -> None:
    result = official_result(TALK_ONLY, [talked("sejong", mark)])
    assert result.plans[0].passed is passed
    assert result.shortlist == (("sejong",) if passed else ())


def test_rounding_up_to_the_pass_mark_counts_as_reaching_it() -> None:
    # (59.9 + 60 + 60.0 × 18) / 20 = 59.995, rounded to two places 60.00.
    marks = ["59.9", *["60"] * 19]
    sheets = StageSheets(
        tuple(f"E{n}" for n in range(20)),
        tuple(Sheet(f"E{n}", {"talk": Decimal(mark)}) for n, mark in enumerate(marks)),
    )
    result = official_result(TALK_ONLY, [PlanSheets("sejong", presentation=sheets)]).plans[0]
    assert (str(result.final), result.passed) == ("60.00", True)
    down = official_result(replace(TALK_ONLY, rounding="down"), [PlanSheets("sejong", presentation=sheets)])
    assert (str(down.plans[0].final), down.plans[0].passed) == ("59.99", False)


@pytest.mark.parametrize(("asked", "given"), [("0", "0"), ("2", "2"), ("3", "3"), ("5", "3")])
def test_a_bonus_above_the_cap_is_cut_to_the_cap(asked: str, given: str) -> None:
    result = official_result(TALK_ONLY, [talked("daegu", "80", bonus=Decimal(asked))]).plans[0]
    assert (result.bonus, result.final) == (Decimal(given), 80 + Decimal(given))


def test_a_bonus_that_is_negative_or_endless_is_refused() -> None:
    for bonus in ("-1", "NaN", "Infinity"):
        with pytest.raises(BadScore, match="daegu"):
            official_result(TALK_ONLY, [talked("daegu", "80", bonus=Decimal(bonus))])


def test_a_missing_sheet_makes_the_plan_incomplete_and_not_zero() -> None:
    waiting = StageSheets(("A", "B"), talk("80").sheets)
    result = official_result(
        TALK_ONLY, [PlanSheets("ulsan", presentation=waiting), talked("busan", "70", "70")]
    )
    assert not result.complete
    assert result.shortlist is None
    ulsan, busan = result.plan("ulsan"), result.plan("busan")
    assert (ulsan.final, ulsan.passed, ulsan.shortlisted) == (None, None, None)
    assert "evaluator B" in ulsan.missing[0].en
    # The others have a score, but no rank before all scores are in.
    assert (busan.final, busan.rank, busan.shortlisted) == (Decimal(70), None, None)


def test_a_sheet_with_one_empty_criterion_names_what_is_missing() -> None:
    sheets = StageSheets(("A",), (Sheet("A", {"need": Decimal(30)}),))
    plan = official_result(PAPER_ONLY, [PlanSheets("ulsan", sheets)]).plans[0]
    assert plan.final is None
    assert [words.ko for words in plan.missing] == ["서면평가: 평가위원 A의 ‘실행계획’ 점수가 비어 있습니다."]


def test_an_empty_panel_is_a_gap_and_no_division_by_zero() -> None:
    result = official_result(TALK_ONLY, [PlanSheets("ulsan")])
    assert result.plans[0].missing[0].en == "presentation evaluation: no evaluator is assigned."
    assert not result.decided


def test_a_round_without_any_plan_has_an_empty_shortlist() -> None:
    assert official_result(RULE, []).shortlist == ()


def test_a_stage_that_does_not_count_needs_no_sheets() -> None:
    assert official_result(TALK_ONLY, [talked("ulsan", "80")]).complete


def test_the_tie_chain_is_walked_link_by_link_until_plans_differ() -> None:
    # All three end at 80. B and C talk better than A; C then has the better plan marks (48 over 47).
    plans = [
        PlanSheets("a", paper(("40", "50")), talk("73.3")),
        PlanSheets("b", paper(("33", "47")), talk("80")),
        PlanSheets("c", paper(("32", "48")), talk("80")),
    ]
    rule = replace(RULE, decimals=0)
    result = official_result(rule, plans)
    assert {plan.final for plan in result.plans} == {Decimal(80)}
    assert [(plan.plan, plan.rank) for plan in result.plans] == [("c", 1), ("b", 2), ("a", 3)]
    assert [step.words.en for step in result.plan("c").tie_steps] == [
        "tie at 80 with a, b, by presentation total: 80",
        "tie at 80 with b, by Plan: 48",
    ]
    assert len(result.plan("a").tie_steps) == 1
    assert result.shortlist == ("c",)


def test_a_joint_plan_goes_first_only_where_the_chain_says_so() -> None:
    plans = [talked("a", "80"), talked("b", "80", joint=True)]
    assert official_result(replace(TALK_ONLY, tie_chain=("joint_plan_first",)), plans).shortlist == ("b",)
    assert official_result(TALK_ONLY, plans).shortlist is None


def test_the_total_before_bonus_can_part_plans_of_equal_final_score() -> None:
    plans = [talked("a", "78", bonus=Decimal(2)), talked("b", "80")]
    assert official_result(replace(TALK_ONLY, tie_chain=("total_before_bonus",)), plans).shortlist == ("b",)


def test_a_criterion_tie_does_not_depend_on_which_equal_sheet_was_dropped() -> None:
    # Evaluators A and B give "x" the same highest total with different plan marks; all sheets count in the link.
    rule = replace(PAPER_ONLY, drop=DropRule("highest_and_lowest", at_least=3))
    marks = [("40", "50"), ("30", "60"), ("30", "40")]
    results = {
        official_result(rule, [PlanSheets("x", paper(*order)), PlanSheets("y", paper(*marks))]).to_json()[
            "decided"
        ]
        for order in permutations(marks)
    }
    assert results == {False}


def test_an_unresolved_tie_at_the_cut_line_is_reported_and_not_decided() -> None:
    result = official_result(TALK_ONLY, [talked("b", "80"), talked("a", "80"), talked("c", "70")])
    assert [(tie.plans, tie.rank, tie.at_cut) for tie in result.unresolved] == [(("a", "b"), 1, True)]
    assert [plan.shortlisted for plan in result.plans] == [None, None, False]
    assert [plan.rank for plan in result.plans] == [1, 1, 3]
    assert result.shortlist is None
    assert "A resolution is needed" in result.unresolved[0].words.en


def test_a_tie_above_the_cut_line_is_reported_but_changes_nothing() -> None:
    rule = replace(TALK_ONLY, shortlist_size=2)
    result = official_result(rule, [talked("b", "80"), talked("a", "80"), talked("c", "70")])
    assert [tie.at_cut for tie in result.unresolved] == [False]
    assert result.shortlist == ("a", "b")


def test_a_tie_among_failed_plans_never_blocks_the_shortlist() -> None:
    plans = [talked("a", "80"), talked("b", "50"), talked("c", "50")]
    result = official_result(replace(TALK_ONLY, shortlist_size=2), plans)
    assert result.shortlist == ("a",)
    assert [tie.at_cut for tie in result.unresolved] == [False]


def test_a_recorded_resolution_parts_a_tie_only_when_it_names_every_plan() -> None:
    plans = [talked("a", "80"), talked("b", "80")]
    assert official_result(TALK_ONLY, plans, ("b", "a")).shortlist == ("b",)
    assert official_result(TALK_ONLY, plans, ("b",)).shortlist is None
    # It never overrules a score.
    assert official_result(TALK_ONLY, [talked("a", "81"), talked("b", "80")], ("b", "a")).shortlist == ("a",)


def test_without_a_number_of_places_everybody_who_passes_is_selected() -> None:
    result = official_result(replace(TALK_ONLY, shortlist_size=None), [talked("a", "60"), talked("b", "95")])
    assert result.shortlist == ("b", "a")


def test_every_plan_gets_a_reason_in_both_languages() -> None:
    result = official_result(TALK_ONLY, [talked("a", "90"), talked("b", "80"), talked("c", "50")])
    assert [plan.reason.en for plan in result.plans] == [
        "Selected: final score 90.00, rank 1.",
        "Not selected: final score 80.00, rank 2; places: 1.",
        "Not selected: final score 50.00, below the pass mark of 60.",
    ]
    assert result.plans[1].reason.ko == "최종점수 80.00점, 2위로 선정 예정 1개 안에 들지 못했습니다."


def test_the_paper_round_alone_uses_its_own_mark_and_number() -> None:
    rule = replace(RULE, paper_round=PaperRound(Decimal(70), size=1))
    plans = [
        PlanSheets("a", paper(("30", "45")), bonus=Decimal(3)),
        PlanSheets("b", paper(("40", "40"))),
        PlanSheets("c", paper(("30", "39"))),
    ]
    result = official_result(rule.for_paper_round(), plans)
    assert [(plan.plan, plan.final, plan.passed) for plan in result.plans] == [
        ("b", Decimal(80), True),
        ("a", Decimal(75), True),
        ("c", Decimal(69), False),
    ]
    assert result.shortlist == ("b",)


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (
            StageSheets(("A",), (Sheet("A", {"talk": Decimal(1)}), Sheet("A", {"talk": Decimal(2)}))),
            "two sheets",
        ),
        (StageSheets(("A",), (Sheet("Z", {"talk": Decimal(1)}),)), "not assigned"),
        (StageSheets(("A",), (Sheet("A", {"need": Decimal(1)}),)), "no criterion"),
        (StageSheets(("A",), (Sheet("A", {"talk": Decimal("100.1")}),)), "out of range"),
        (StageSheets(("A",), (Sheet("A", {"talk": Decimal("NaN")}),)), "not an exact score"),
        (StageSheets(("A",), (Sheet("A", {"talk": 80.5}),)), "not an exact score"),  # type: ignore[dict-item]
    ],
)
def test_a_sheet_that_cannot_belong_to_the_plan_is_refused(sheets: StageSheets, said: str) -> None:
    with pytest.raises(BadScore, match=said):
        official_result(TALK_ONLY, [PlanSheets("ulsan", presentation=sheets)])


def test_the_same_plan_given_twice_is_refused() -> None:
    with pytest.raises(BadScore, match="twice"):
        official_result(TALK_ONLY, [talked("a", "80"), talked("a", "90")])


def test_a_recorded_result_replays_to_the_same_bytes() -> None:
    plans = [
        PlanSheets("a", paper(("30", "45"), ("31", "44.5")), talk("80", "81"), Decimal(5), True),
        PlanSheets("나", paper(("40", "40"), ("1", "2")), talk("60", "99.9")),
    ]
    first = official_result(replace(RULE, drop=TRIMMED), plans)
    stored = json.loads(first.to_bytes())
    assert replay(stored).to_bytes() == first.to_bytes()


marks = st.decimals(min_value=0, max_value=100, places=1)
rounds = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(marks, min_size=1, max_size=6), min_size=1, max_size=5
)


@settings(deadline=None)
@given(
    rounds,
    st.randoms(use_true_random=False),
    st.integers(1, 3),
    st.sampled_from(["none", "highest_and_lowest"]),
)
def test_the_order_of_arrival_never_changes_a_byte_of_the_result(scores, shuffler, size, kind) -> None:
    rule = replace(TALK_ONLY, shortlist_size=size, drop=DropRule(kind), decimals=0)
    plans = [talked(plan, *[str(mark) for mark in given_marks]) for plan, given_marks in scores.items()]
    mixed = [
        replace(one, presentation=StageSheets(one.presentation.panel[::-1], one.presentation.sheets[::-1]))
        for one in plans
    ]
    shuffler.shuffle(mixed)
    assert official_result(rule, mixed).to_bytes() == official_result(rule, plans).to_bytes()


@settings(deadline=None)
@given(rounds, st.integers(1, 3))
def test_a_shortlist_never_leaves_out_a_better_plan(scores, size) -> None:
    rule = replace(TALK_ONLY, shortlist_size=size, decimals=0)
    result = official_result(
        rule, [talked(plan, *map(str, given_marks)) for plan, given_marks in scores.items()]
    )
    chosen = [plan.final for plan in result.plans if plan.shortlisted]
    others = [plan.final for plan in result.plans if not plan.shortlisted]
    assert len(chosen) <= size
    assert all(high >= 60 for high in chosen)
    assert min(chosen, default=Decimal(101)) > max((low for low in others if low >= 60), default=Decimal(-1))
