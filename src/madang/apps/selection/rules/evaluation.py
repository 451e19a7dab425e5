"""Who may run an evaluation, score a plan and read its outcome; what everybody else is shown until then."""

from datetime import date, datetime

from madang.apps.selection.models import Call, EvaluationAssignment, Evaluator, Plan, ScoreSheet
from madang.apps.selection.rules.calls import results_are_open
from madang.apps.selection.rules.conflicts import tie_between
from madang.apps.selection.rules.plans import leads_or_is_partner
from madang.core.authority import APPLICANTS, Actor, OfficeKind, permit
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words

MINISTRY = (OfficeKind.MINISTRY,)
EVALUATOR = (OfficeKind.EVALUATOR,)
#: the state of the call while a stage is scored, and the state of the plans that are scored in it
CALL_STATE = {Stage.PAPER: "paper_review", Stage.PRESENTATION: "presentation"}
PLAN_STATE = {Stage.PAPER: "under_review", Stage.PRESENTATION: "passed_paper"}

_RUNS = Words("평가는 중소벤처기업부가 운영합니다.", "Evaluations are run by the ministry.")
_SCORES = Words(
    "배정받은 평가위원 본인만 채점할 수 있습니다.", "Only the evaluator assigned to a plan may score it."
)


def evaluator_of(actor: Actor) -> Evaluator | None:
    """Return the active evaluator that the actor is in person: a deputy does not evaluate."""
    if actor.kind is not OfficeKind.EVALUATOR or actor.person_id is None:
        return None
    active = Evaluator.objects.select_related("affiliation", "person")
    return active.filter(person_id=actor.person_id, is_active=True).first()


def was_assigned(actor: Actor, subject: object) -> bool:
    """The plan is or was given to the actor for some stage."""
    return (
        isinstance(subject, Plan)
        and actor.person_id is not None
        and EvaluationAssignment.objects.filter(
            plan=subject, evaluator__person_id=actor.person_id, evaluator__is_active=True
        ).exists()
    )


def is_assigned(actor: Actor, subject: object) -> bool:
    """The plan is given to the actor for some stage."""
    return (
        isinstance(subject, Plan)
        and actor.person_id is not None
        and EvaluationAssignment.objects.filter(
            plan=subject, evaluator__person_id=actor.person_id, evaluator__is_active=True, ended_at=None
        ).exists()
    )


def owns_sheet(actor: Actor, subject: object) -> bool:
    """The sheet is the actor's own, for a plan that is still given to them."""
    return (
        isinstance(subject, ScoreSheet)
        and subject.person_id == actor.person_id
        and is_assigned(actor, subject.plan)
    )


def may_read_plan_as_evaluator(actor: Actor, plan: Plan, on: date) -> bool:
    """Whether an evaluator may open a plan on a day: it is given to them, and no tie bars them."""
    evaluator = evaluator_of(actor)
    if evaluator is None or not is_assigned(actor, plan):
        return False
    return tie_between(evaluator, plan, on) is None


def reads_result(actor: Actor, subject: object) -> bool:
    """The ministry reads every result, lead and partners that of their own plan (after the embargo)."""
    if actor.kind is OfficeKind.MINISTRY:
        return isinstance(subject, Plan)
    return leads_or_is_partner(actor, subject)


def outcome_is_open(actor: Actor, call: Call, at: datetime) -> bool:
    """Whether the actor may know who was selected: the ministry at once, everybody else from the embargo on."""
    return actor.kind in (OfficeKind.MINISTRY, OfficeKind.SYSTEM) or results_are_open(call, at)


permit("selection.register_evaluator", MINISTRY, because=_RUNS)
permit("selection.set_conflict_rule", MINISTRY, because=_RUNS)
permit("selection.run_evaluation", MINISTRY, because=_RUNS)
permit("selection.assign_evaluators", MINISTRY, because=_RUNS)
permit("selection.compute_result", MINISTRY, because=_RUNS)
permit("selection.decide_shortlist", MINISTRY, because=_RUNS)
permit("selection.see_evaluation", MINISTRY, because=_RUNS)
permit("selection.see_own_evaluations", EVALUATOR, because=_SCORES)
permit("selection.declare_conflict", EVALUATOR, where=was_assigned, because=_SCORES)
permit("selection.score_plan", EVALUATOR, where=is_assigned, because=_SCORES)
permit("selection.seal_sheet", EVALUATOR, where=owns_sheet, because=_SCORES)
permit(
    "selection.read_result",
    (*APPLICANTS, OfficeKind.MINISTRY),
    where=reads_result,
    because=Words(
        "신청 기관과 공동신청 기관은 공개 시각부터 자기 계획의 결과를 볼 수 있습니다.",
        "The applicant and its partners read the result of their own plan once results are open.",
    ),
)
