"""Reads on an evaluation: what an evaluator may open, who has sealed, who is barred, and who was selected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from madang.apps.selection.models import (
    Call,
    EvaluationAssignment,
    Evaluator,
    OfficialResult,
    Plan,
    ScoreSheet,
)
from madang.apps.selection.queries.results import active_assignments, label_of, plans_in
from madang.apps.selection.rules.conflicts import barred_pairs, tie_between
from madang.apps.selection.rules.evaluation import evaluator_of, outcome_is_open
from madang.core.authority import Actor
from madang.core.walls import reading_as
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words

DECIDED = ("shortlisted", "not_selected")


@dataclass(frozen=True)
class Task:
    """One plan that an evaluator scores: the assignment, and their own sheet once they saved one."""

    assignment: EvaluationAssignment
    sheet: ScoreSheet | None


@dataclass(frozen=True)
class Seat:
    """One line of a panel as the ministry sees it: who reads which plan and why, and whether the sheet is sealed."""

    assignment: EvaluationAssignment
    sealed_at: datetime | None


@dataclass(frozen=True)
class Closed:
    """A pair that a tie bars, for the table of conflicts."""

    plan: Plan
    evaluator: Evaluator
    reason: Words


def results_visible_to(actor: Actor, call: Call, at: datetime) -> QuerySet[Plan]:
    """The plans with an outcome that the actor may know at this instant: none before the embargo ends."""
    plans = (
        Plan.objects.filter(call=call).select_related("organisation").order_by("state", "region", "title_ko")
    )
    if not outcome_is_open(actor, call, at):
        return plans.none()
    return plans.filter(state__in=DECIDED)


def plans_open_to_evaluator(actor: Actor, on: date) -> QuerySet[Plan]:
    """The plans that an evaluator may open on a day: given to them, and barred by no tie."""
    ids = {task.plan_id for task in _open_assignments(actor, on)}
    return Plan.objects.filter(pk__in=ids).select_related("call", "organisation")


def tasks_of(actor: Actor, on: date) -> list[Task]:
    """What an evaluator has to score or has scored, unsealed first, with their own sheets only."""
    held = _open_assignments(actor, on)
    with reading_as(actor):
        own = ScoreSheet.objects.filter(
            plan__in=[one.plan_id for one in held], evaluator__in=[one.evaluator_id for one in held]
        )
        sheets = {(sheet.plan_id, sheet.stage): sheet for sheet in own}
    tasks = [Task(one, sheets.get((one.plan_id, one.stage))) for one in held]
    return sorted(
        tasks, key=lambda task: (bool(task.sheet and task.sheet.sealed_at), str(task.assignment.pk))
    )


def task_of(actor: Actor, plan_id: UUID, stage: Stage, on: date) -> Task | None:
    """One plan to score with the actor's own sheet, or None when it is not theirs to open on this day."""
    evaluator = evaluator_of(actor)
    held = EvaluationAssignment.objects.filter(
        evaluator=evaluator, plan_id=plan_id, stage=stage, ended_at=None
    ).select_related("plan__call", "plan__organisation", "evaluator")  # fmt: skip
    assignment = held.first() if evaluator else None
    if evaluator is None or assignment is None or tie_between(evaluator, assignment.plan, on):
        return None
    with reading_as(actor):
        sheet = ScoreSheet.objects.filter(plan_id=plan_id, stage=stage, evaluator=evaluator).first()
    return Task(assignment, sheet)


def panel_of(actor: Actor, call: Call, stage: Stage) -> list[Seat]:
    """Who reads which plan in a stage, in the order of the plans, and when each sheet was sealed: never a score."""
    with reading_as(actor):
        sealed = {
            (plan, evaluator): at
            for plan, evaluator, at in ScoreSheet.objects.filter(
                plan__call=call, stage=stage, sealed_at__isnull=False
            ).values_list("plan_id", "evaluator_id", "sealed_at")
        }
    held = active_assignments(call, [stage]).order_by("plan__region", "plan_id", "evaluator__person__name")
    return [Seat(one, sealed.get((one.plan_id, one.evaluator_id))) for one in held]


def ended_in(call: Call, stage: Stage) -> QuerySet[EvaluationAssignment]:
    """Assignments of a stage that were ended, newest first."""
    ended = EvaluationAssignment.objects.filter(call=call, stage=stage, ended_at__isnull=False)
    return ended.select_related("plan", "evaluator__person").order_by("-ended_at")


def active_evaluators() -> QuerySet[Evaluator]:
    """Everybody who can be assigned, by name."""
    found = Evaluator.objects.filter(is_active=True).select_related("person", "affiliation")
    return found.order_by("person__name", "pk")


def closed_pairs(call: Call, stage: Stage, on: date) -> list[Closed]:
    """Every pair of a stage that a tie bars on a day, with the reason."""
    plans, pool = list(plans_in(call, stage)), list(active_evaluators())
    by_plan, by_evaluator = {plan.pk: plan for plan in plans}, {one.pk: one for one in pool}
    return [
        Closed(by_plan[plan], by_evaluator[evaluator], reason)
        for (plan, evaluator), reason in barred_pairs(pool, plans, on).items()
    ]


def sheets_in_result(row: OfficialResult, plan: Plan) -> Mapping[str, Mapping[str, str]]:
    """The scores that counted for a plan in the stage of a result: evaluator's label to criterion to marks."""
    given = next((one for one in row.record["inputs"] if one["plan"] == label_of(plan)), None)
    return given[row.stage]["sheets"] if given else {}


def own_label(row: OfficialResult, evaluator: Evaluator) -> str:
    """Under which label an evaluator stands in a result; "" when they did not count."""
    return next((label for label, key in row.names["evaluators"].items() if key == str(evaluator.pk)), "")


def results_with(call: Call, plan: Plan) -> Sequence[OfficialResult]:
    """The official results in which a plan was scored, paper first."""
    rows = call.results.select_related("rule").order_by("at")
    return [row for row in rows if str(plan.pk) in row.names["plans"].values()]


def _open_assignments(actor: Actor, on: date) -> list[EvaluationAssignment]:
    evaluator = evaluator_of(actor)
    if evaluator is None:
        return []
    held = list(
        EvaluationAssignment.objects.filter(evaluator=evaluator, ended_at=None)
        .select_related("plan__call", "plan__organisation")
        .prefetch_related("plan__partners__organisation")
    )
    plans = {one.plan_id: one.plan for one in held}
    barred = barred_pairs([evaluator], list(plans.values()), on)
    return [one for one in held if (one.plan_id, evaluator.pk) not in barred]
