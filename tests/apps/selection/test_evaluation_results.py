"""The official result through real sheets: a worked example, what it waits for, ties, replay, the timetable."""

from datetime import timedelta
from decimal import Decimal

import pytest

from madang.apps.selection.acts.evaluation import DeviatesFromResult, decide_shortlist, fix_paper_result
from madang.apps.selection.acts.evaluators import declare_conflict
from madang.apps.selection.acts.presentations import Slot, schedule_presentations
from madang.apps.selection.acts.results import SheetsMissing, compute_result, record_bonus, settle_tie
from madang.apps.selection.acts.sheets import save_sheet
from madang.apps.selection.models import Plan, PresentationSlot
from madang.core.acts import Invalid
from madang.core.authority import Refused
from madang.kernel.scoring.official import replay
from tests.apps.selection.builders import RULE, ministry, province
from tests.apps.selection.evaluation_builders import (
    DECIDING,
    EMBARGO,
    FIT,
    PAPER,
    PAPER_ONLY,
    PRESENTATION,
    PRESENTING,
    SCORING,
    a_call_in_presentation,
    a_call_in_review,
    a_computed_paper_result,
    an_evaluator,
    decisions_by_result,
    give,
    score,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_worked_example_by_hand_comes_out_of_real_sheets() -> None:
    """Five paper sheets and three of the presentation, a bonus of 5 capped at 3; each number is worked out here.

    Paper, out of 100: 90, 80, 70, 85, 75; 90 and 70 are dropped: (80 + 85 + 75) / 3 = 80.
    Presentation: 91, 88, 90; three sheets, fewer than five, so none is dropped: 269 / 3 = 89.666…
    Together 80 × 40 % + 269/3 × 60 % = 32 + 53.8 = 85.8; with the capped bonus 88.8.
    """
    officer = ministry()
    call, (plan,) = a_call_in_review(officer, ["busan"])
    record_bonus(actor=officer, plan=plan, points=Decimal("5.00"), ground="초광역 연계", at=SCORING)
    panel = [an_evaluator(officer) for _ in range(5)]
    paper = [("40", "50"), ("30", "50"), ("30", "40"), ("35", "50"), ("35", "40")]
    for scorer, (need, feasible) in zip(panel, paper, strict=True):
        give(officer, plan, scorer)
        score(scorer, plan, {"need": need, "feasible": feasible})
    first = compute_result(actor=officer, call=call, stage=PAPER, at=SCORING)
    (alone,) = first.result.plans
    assert (alone.paper, alone.final, alone.shortlisted) == (Decimal(80), Decimal("80.00"), True)

    fix_paper_result(actor=officer, call=call, decisions=decisions_by_result(call, PAPER), at=PRESENTING)
    for scorer, mark in zip(panel, ("91", "88", "90"), strict=False):
        give(officer, plan, scorer, PRESENTATION, PRESENTING)
        score(scorer, plan, {"impact": mark}, PRESENTATION, PRESENTING)
    call.refresh_from_db()
    final = compute_result(actor=officer, call=call, stage=PRESENTATION, at=PRESENTING)

    (won,) = final.result.plans
    assert (won.total, won.bonus, won.final, won.rank) == (Decimal("85.8"), Decimal(3), Decimal("88.80"), 1)
    said = [step.words.en for step in won.steps]
    assert "dropped: evaluator 01 90 (highest)" in said
    assert "dropped: evaluator 03 70 (lowest)" in said
    assert "presentation evaluation, mean: (91 + 88 + 90) ÷ 3 = 89.666667…" in said


def test_result_replays_to_the_same_bytes_from_what_is_stored() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    row = a_computed_paper_result(officer, call, {plans[0]: FIT, plans[1]: {"need": "20", "feasible": "45"}},
                                  [an_evaluator(officer), an_evaluator(officer)])  # fmt: skip
    before = row.result.to_bytes()

    row.refresh_from_db()

    assert replay(row.record).to_bytes() == before
    assert replay(row.record).to_json() == row.record


def test_result_waits_for_every_seal_and_names_who_without_scores() -> None:
    officer = ministry()
    call, (busan, _) = a_call_in_review(officer)
    quick, slow = an_evaluator(officer), an_evaluator(officer)
    for scorer in (quick, slow):
        give(officer, busan, scorer)
    score(quick, busan, FIT)
    save_sheet(
        actor=slow.actor,
        plan=busan,
        stage=PAPER,
        scores={"need": "37", "feasible": "59"},
        opinion="",
        at=SCORING,
    )

    with pytest.raises(SheetsMissing) as caught:
        compute_result(actor=officer, call=call, stage=PAPER, at=SCORING)

    said = caught.value.words.ko
    assert f"‘busan 계획’ 서면평가 {slow.row.person} 위원" in said
    assert "‘daegu 계획’ 서면평가 평가위원 미배정" in said
    assert str(quick.row.person) not in said
    assert "37" not in said
    assert "59" not in said
    assert not call.results.exists()


def test_sealed_sheet_of_an_evaluator_with_a_declared_conflict_does_not_count() -> None:
    officer = ministry()
    call, (plan,) = a_call_in_review(officer, ["busan"])
    honest, tied = an_evaluator(officer), an_evaluator(officer)
    for scorer, need in ((honest, "20"), (tied, "40")):
        give(officer, plan, scorer)
        score(scorer, plan, {"need": need, "feasible": "60"})
    declare_conflict(actor=tied.actor, plan=plan, ground="자문", at=SCORING)

    row = compute_result(actor=officer, call=call, stage=PAPER, at=SCORING)

    (only,) = row.result.plans
    assert only.final == Decimal("80.00")
    assert list(row.names["evaluators"].values()) == [str(honest.row.pk)]


def test_result_is_computed_once_and_in_its_own_stage_only() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)

    with pytest.raises(Invalid, match="not the time of the presentation evaluation"):
        compute_result(actor=officer, call=call, stage=PRESENTATION, at=SCORING)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [an_evaluator(officer)])
    with pytest.raises(Invalid, match="computed once only"):
        compute_result(actor=officer, call=call, stage=PAPER, at=SCORING)
    with pytest.raises(Refused):
        compute_result(actor=province("busan"), call=call, stage=PAPER, at=SCORING)


def test_call_whose_rule_does_not_cut_after_paper_lets_every_plan_through() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer, rule={**RULE, "paper_round": None})

    with pytest.raises(Invalid, match="no cut after the paper review"):
        compute_result(actor=officer, call=call, stage=PAPER, at=SCORING)
    chosen = decisions_by_result(call, PAPER)
    assert all(decision.selected for decision in chosen)
    fix_paper_result(actor=officer, call=call, decisions=chosen, at=PRESENTING)

    assert set(Plan.objects.values_list("state", flat=True)) == {"passed_paper"}
    assert len(plans) == 2


def test_tie_at_the_cut_blocks_the_decision_until_a_resolution_settles_it() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer, rule=PAPER_ONLY)
    row = a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [an_evaluator(officer)])
    assert not row.result.decided
    undecided = decisions_by_result(call, PAPER)
    with pytest.raises(DeviatesFromResult, match="Settle the tie by resolution first"):
        decide_shortlist(actor=officer, call=call, decisions=undecided, embargo_at=EMBARGO, at=DECIDING)

    with pytest.raises(Invalid, match="Name every plan of the tie"):
        settle_tie(actor=officer, result=row, order=[plans[1]], reason="평가위원회 의결", at=DECIDING)
    old = row.sha256
    row = settle_tie(
        actor=officer, result=row, order=[plans[1], plans[0]], reason="평가위원회 의결", at=DECIDING
    )
    assert row.sha256 != old
    with pytest.raises(Invalid, match="no tie left"):
        settle_tie(actor=officer, result=row, order=plans, reason="다시", at=DECIDING)

    chosen = decisions_by_result(call, PAPER)
    decide_shortlist(actor=officer, call=call, decisions=chosen, embargo_at=EMBARGO, at=DECIDING)
    assert Plan.objects.get(state="shortlisted").pk == plans[1].pk


@pytest.mark.parametrize("points", ["0", "-1", "0.001", "NaN", "101"])
def test_bonus_that_is_no_positive_number_is_refused(points: str) -> None:
    officer = ministry()
    _, (plan, _) = a_call_in_review(officer)

    with pytest.raises(Invalid, match="above 0"):
        record_bonus(actor=officer, plan=plan, points=Decimal(points), ground="연계", at=SCORING)


def test_presentations_are_scheduled_one_after_the_other_and_never_at_once() -> None:
    officer = ministry()
    call, (busan, daegu) = a_call_in_presentation(officer, [an_evaluator(officer)])
    begin = PRESENTING + timedelta(days=5)

    with pytest.raises(Invalid, match="overlap"):
        schedule_presentations(
            actor=officer, call=call, at=PRESENTING,
            slots=[Slot(busan, begin, 30, "세종"), Slot(daegu, begin + timedelta(minutes=29), 30, "세종")],
        )  # fmt: skip
    assert not PresentationSlot.objects.exists()
    with pytest.raises(Invalid, match="each once"):
        schedule_presentations(
            actor=officer, call=call, at=PRESENTING,
            slots=[Slot(busan, begin, 30, "세종"), Slot(busan, begin + HOUR, 30, "세종")],
        )  # fmt: skip

    for first, second in ((busan, daegu), (daegu, busan)):
        schedule_presentations(
            actor=officer, call=call, at=PRESENTING,
            slots=[Slot(first, begin, 30, "세종"), Slot(second, begin + timedelta(minutes=30), 30, "세종")],
        )  # fmt: skip
    assert PresentationSlot.objects.order_by("time").first().plan == daegu


def test_plan_that_failed_the_paper_review_cannot_be_scheduled() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    low = {"need": "10", "feasible": "20"}
    a_computed_paper_result(officer, call, {plans[0]: FIT, plans[1]: low}, [an_evaluator(officer)])
    fix_paper_result(actor=officer, call=call, decisions=decisions_by_result(call, PAPER), at=PRESENTING)

    with pytest.raises(Invalid, match="passed the paper review"):
        schedule_presentations(
            actor=officer, call=call, slots=[Slot(plans[1], PRESENTING + HOUR, 30, "세종")], at=PRESENTING
        )
