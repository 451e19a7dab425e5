"""The course of an evaluation: its beginning, the decisions that follow the official result, the replayed record."""

from datetime import timedelta

import pytest

from madang.apps.selection.acts.evaluation import (
    Decision,
    DeviatesFromResult,
    begin_paper_review,
    decide_shortlist,
    fix_paper_result,
)
from madang.apps.selection.models import Plan
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import Actor, Channel, Refused
from madang.core.case_models import Duty
from madang.core.walls import reading_as
from madang.kernel.partial_dates import PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.selection.builders import CLOSES, SECOND, a_call, a_plan, a_submitted_plan, ministry, province
from tests.apps.selection.evaluation_builders import (
    DECIDING,
    EMBARGO,
    FIT,
    PAPER,
    PAPER_ONLY,
    PRESENTING,
    REVIEW,
    a_call_in_presentation,
    a_call_in_review,
    a_computed_paper_result,
    an_evaluator,
    decisions_by_result,
)

pytestmark = pytest.mark.django_db


def states(call: object) -> list[str]:
    return sorted(Plan.objects.filter(call=call).values_list("state", flat=True))


def test_paper_review_begins_at_the_closing_second_and_not_before() -> None:
    officer = ministry()
    call = a_call(by=officer)
    a_submitted_plan(call, province("busan"))

    with pytest.raises(Invalid, match="once the window has closed"):
        begin_paper_review(actor=officer, call=call, at=CLOSES - SECOND)
    assert states(call) == ["submitted"]

    begin_paper_review(actor=officer, call=call, at=CLOSES)
    assert states(call) == ["under_review"]


def test_paper_review_takes_up_submitted_plans_and_leaves_drafts_as_they_are() -> None:
    officer, busan = ministry(), province("busan")
    call = a_call(by=officer)
    a_submitted_plan(call, province("daegu"))
    draft = a_plan(call, busan)
    assert Duty.objects.filter(case_id=draft.pk, is_open=True).count() == 1

    begin_paper_review(actor=officer, call=call, at=REVIEW)

    assert Plan.objects.filter(call=call, state="under_review").count() == 1
    assert not Plan.objects.filter(pk=draft.pk).exists()
    with reading_as(busan):
        assert Plan.objects.get(pk=draft.pk).state == "drafting"
    assert not Duty.objects.filter(case_id=draft.pk, is_open=True).exists()
    assert not Event.objects.filter(subject_id=str(draft.pk), name="selection.plan_taken_up").exists()


def test_paper_review_of_a_call_without_any_plan_is_refused() -> None:
    officer = ministry()
    call = a_call(by=officer)

    with pytest.raises(Invalid, match="No plan was submitted"):
        begin_paper_review(actor=officer, call=call, at=REVIEW)

    call.refresh_from_db()
    assert call.state == "announced"


def test_province_cannot_begin_the_paper_review_of_a_call() -> None:
    call = a_call()

    with pytest.raises(Refused):
        begin_paper_review(actor=province("busan"), call=call, at=REVIEW)


def test_paper_result_that_differs_from_the_official_result_is_refused() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    low = {"need": "10", "feasible": "20"}
    a_computed_paper_result(officer, call, {plans[0]: FIT, plans[1]: low}, [an_evaluator(officer)])
    turned = [Decision(d.plan, not d.selected, "사유") for d in decisions_by_result(call, PAPER)]

    with pytest.raises(DeviatesFromResult, match="cannot differ from the official result"):
        fix_paper_result(actor=officer, call=call, decisions=turned, at=PRESENTING)
    assert states(call) == ["under_review", "under_review"]

    fix_paper_result(actor=officer, call=call, decisions=decisions_by_result(call, PAPER), at=PRESENTING)
    assert states(call) == ["not_selected", "passed_paper"]


def test_decision_before_the_official_result_is_refused() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)

    with pytest.raises(Invalid, match="Compute the official result first"):
        fix_paper_result(
            actor=officer, call=call, decisions=[Decision(p, True, "사유") for p in plans], at=PRESENTING
        )


def test_decision_without_a_reason_for_every_applicant_is_refused() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [an_evaluator(officer)])
    right = decisions_by_result(call, PAPER)
    silent = [Decision(right[0].plan, right[0].selected, "  "), *right[1:]]

    with pytest.raises(Invalid, match="is missing") as caught:
        fix_paper_result(actor=officer, call=call, decisions=silent, at=PRESENTING)
    assert caught.value.field == f"reason.{right[0].plan.pk}"

    with pytest.raises(Invalid, match="none may be missing or left over"):
        fix_paper_result(actor=officer, call=call, decisions=right[1:], at=PRESENTING)
    with pytest.raises(Invalid, match="given twice"):
        fix_paper_result(actor=officer, call=call, decisions=[*right, right[0]], at=PRESENTING)


def test_shortlist_before_the_presentation_of_a_two_stage_call_is_refused() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [an_evaluator(officer)])

    with pytest.raises(Invalid, match="finish the presentation first"):
        decide_shortlist(
            actor=officer,
            call=call,
            decisions=decisions_by_result(call, PAPER),
            embargo_at=EMBARGO,
            at=DECIDING,
        )


def test_shortlist_needs_an_embargo_that_lies_ahead() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer, rule=PAPER_ONLY)
    a_computed_paper_result(officer, call, {plans[0]: FIT, plans[1]: {"need": "20", "feasible": "45"}},
                            [an_evaluator(officer)])  # fmt: skip
    chosen = decisions_by_result(call, PAPER)

    with pytest.raises(Invalid, match="missing or past") as caught:
        decide_shortlist(
            actor=officer, call=call, decisions=chosen, embargo_at=DECIDING - SECOND, at=DECIDING
        )
    assert caught.value.field == "embargo_at"

    decide_shortlist(actor=officer, call=call, decisions=chosen, embargo_at=EMBARGO, at=DECIDING)
    assert states(call) == ["not_selected", "shortlisted"]


def test_second_decision_on_the_same_call_is_refused() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [an_evaluator(officer)])
    chosen = decisions_by_result(call, PAPER)
    fix_paper_result(actor=officer, call=call, decisions=chosen, at=PRESENTING)

    with pytest.raises(NotLawful):
        fix_paper_result(actor=officer, call=call, decisions=chosen, at=PRESENTING + timedelta(days=1))


def test_published_record_is_decided_without_sheets_rule_or_invented_reasons() -> None:
    officer = ministry()
    call = a_call(by=officer)
    plans = [a_submitted_plan(call, province(region)) for region in ("busan", "daegu", "ulsan")]
    clerk = Actor(officer.office, None, None, Channel.HISTORY)

    begin_paper_review(actor=clerk, call=call, at=PartialDate.parse(""))
    fix_paper_result(
        actor=clerk, call=call, decisions=[Decision(plans[0], True), Decision(plans[1], False, "미흡")],
        at=PartialDate.parse("2024-10"),
    )  # fmt: skip
    decide_shortlist(
        actor=clerk,
        call=call,
        decisions=[Decision(plans[0], True)],
        embargo_at=None,
        at=PartialDate.parse("2024-11"),
    )

    call.refresh_from_db()
    assert (call.state, call.shortlisted_on) == ("decided", "2024-11")
    told = dict(Plan.objects.filter(call=call).values_list("pk", "reason_ko"))
    assert told == {plans[0].pk: "", plans[1].pk: "미흡", plans[2].pk: ""}
    assert Plan.objects.get(pk=plans[2].pk).state == "under_review"


def test_presentation_call_passes_from_paper_to_presentation() -> None:
    officer = ministry()
    call, plans = a_call_in_presentation(officer, [an_evaluator(officer)])

    assert call.state == "presentation"
    assert [plan.state for plan in plans] == ["passed_paper", "passed_paper"]
