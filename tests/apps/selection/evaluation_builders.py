"""Builders of evaluations for tests: evaluators, calls under review, sheets; they act through the real acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.assignment import assign_one
from madang.apps.selection.acts.evaluation import Decision, begin_paper_review, fix_paper_result
from madang.apps.selection.acts.evaluators import (
    ConflictTerms,
    EvaluatorProfile,
    register_evaluator,
    set_conflict_rule,
)
from madang.apps.selection.acts.results import compute_result
from madang.apps.selection.acts.sheets import save_sheet, seal_sheet
from madang.apps.selection.models import Call, Evaluator, OfficialResult, Plan, ScoreSheet
from madang.apps.selection.queries.results import official_outcomes
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from madang.kernel.scoring.rule_parts import Stage
from tests.apps.selection.builders import a_call, a_submitted_plan, ministry, province
from tests.people import an_actor

RULED = datetime(2024, 6, 1, 9, tzinfo=SEOUL)
REVIEW = datetime(2024, 9, 2, 10, tzinfo=SEOUL)
SCORING = datetime(2024, 9, 10, 10, tzinfo=SEOUL)
PRESENTING = datetime(2024, 10, 15, 10, tzinfo=SEOUL)
DECIDING = datetime(2024, 11, 20, 10, tzinfo=SEOUL)
EMBARGO = datetime(2024, 12, 8, 12, tzinfo=SEOUL)
FIT = {"need": "30", "feasible": "50"}
PAPER, PRESENTATION = Stage.PAPER, Stage.PRESENTATION

#: a rule with a paper stage alone: its result decides the shortlist
PAPER_ONLY: dict[str, Any] = {
    "criteria": [
        {"key": "need", "words": {"ko": "필요성", "en": "Need"}, "full_marks": "40", "stage": "paper"},
        {"key": "feasible", "words": {"ko": "실현 가능성", "en": "Feasibility"}, "full_marks": "60", "stage": "paper"},
    ],
    "paper_share": "100",
    "presentation_share": "0",
    "drop": {"kind": "none"},
    "pass_mark": "60",
    "bonus_cap": "3",
    "tie_chain": ["need"],
    "decimals": 2,
    "rounding": "half_up",
    "shortlist_size": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Scorer:
    """An evaluator as actor and as row."""

    actor: Actor
    row: Evaluator


def a_conflict_rule(by: Actor, starts_on: date = date(2024, 6, 1), **ties: bool) -> None:
    """The rule that derives conflicts from affiliation and region."""
    terms = ConflictTerms(starts_on, "평가위원 운영 지침", **ties)
    set_conflict_rule(actor=by, rule=terms, at=RULED)


def an_evaluator(by: Actor, region: str = "", **more: Any) -> Scorer:
    """An evaluator with a seat of their own. ``more`` are fields of EvaluatorProfile."""
    actor = an_actor(OfficeKind.EVALUATOR, "panel")
    given: dict[str, Any] = {"affiliation_text": "한국연구원", "region": region, **more}
    person = Person.objects.get(pk=actor.person_id)
    return Scorer(
        actor, register_evaluator(actor=by, person=person, profile=EvaluatorProfile(**given), at=RULED)
    )


def a_call_in_review(
    officer: Actor,
    regions: Sequence[str] = ("busan", "daegu"),
    rule: dict[str, Any] | None = None,
    **more: Any,
) -> tuple[Call, list[Plan]]:
    """A call whose paper review has begun, with one plan of each region."""
    a_conflict_rule(officer)
    call = a_call(by=officer, rule=rule, **more)
    plans = [a_submitted_plan(call, province(region), title=f"{region} 계획") for region in regions]
    begin_paper_review(actor=officer, call=call, at=REVIEW)
    call.refresh_from_db()
    return call, [Plan.objects.get(pk=plan.pk) for plan in plans]


def give(officer: Actor, plan: Plan, scorer: Scorer, stage: Stage = PAPER, at: datetime = REVIEW) -> None:
    """Assign a plan by hand."""
    assign_one(actor=officer, plan=plan, evaluator=scorer.row, stage=stage, reason="분야 전문가", at=at)


def score(
    scorer: Scorer, plan: Plan, scores: dict[str, str], stage: Stage = PAPER, at: datetime = SCORING
) -> ScoreSheet:
    """Save and seal a sheet."""
    sheet = save_sheet(actor=scorer.actor, plan=plan, stage=stage, scores=scores, opinion="의견", at=at)
    return seal_sheet(actor=scorer.actor, sheet=sheet, at=at)


def decisions_by_result(call: Call, stage: Stage) -> list[Decision]:
    """What the official result says, with a reason for each applicant."""
    plans = {plan.pk: plan for plan in Plan.objects.filter(call=call)}
    outcomes = official_outcomes(call, stage)
    return [Decision(plans[key], bool(chosen), f"{plans[key]} 사유") for key, chosen in outcomes.items()]


def a_computed_paper_result(
    officer: Actor, call: Call, marks: dict[Plan, dict[str, str]], panel: Sequence[Scorer]
) -> OfficialResult:
    """Give every plan to the whole panel, seal the same marks for all, and compute the paper result."""
    for plan, scores in marks.items():
        for scorer in panel:
            give(officer, plan, scorer)
            score(scorer, plan, scores)
    return compute_result(actor=officer, call=call, stage=PAPER, at=SCORING + timedelta(days=1))


def a_call_in_presentation(officer: Actor, panel: Sequence[Scorer], **more: Any) -> tuple[Call, list[Plan]]:
    """A call whose paper result is fixed: every plan passed."""
    call, plans = a_call_in_review(officer, **more)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), panel)
    fix_paper_result(actor=officer, call=call, decisions=decisions_by_result(call, PAPER), at=PRESENTING)
    call.refresh_from_db()
    return call, [Plan.objects.get(pk=plan.pk) for plan in plans]


def a_decided_call(
    regions: Sequence[str] = ("busan", "daegu"),
    marks: Sequence[dict[str, str]] = (FIT, {"need": "20", "feasible": "45"}),
) -> tuple[Actor, Call, list[Plan]]:
    """A paper-only call with its shortlist decided under an embargo; by default the first plan is selected."""
    from madang.apps.selection.acts.evaluation import decide_shortlist

    officer = ministry()
    call, plans = a_call_in_review(officer, regions, rule=PAPER_ONLY, places=1)
    panel = [an_evaluator(officer), an_evaluator(officer)]
    a_computed_paper_result(officer, call, dict(zip(plans, marks, strict=True)), panel)
    chosen = decisions_by_result(call, PAPER)
    decide_shortlist(actor=officer, call=call, decisions=chosen, embargo_at=EMBARGO, at=DECIDING)
    call.refresh_from_db()
    return officer, call, [Plan.objects.get(pk=plan.pk) for plan in plans]
