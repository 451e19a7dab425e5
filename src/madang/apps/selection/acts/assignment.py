"""Acts that give plans to evaluators: by the solver with a published seed, by hand with a reason, and the way back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import (
    AssignmentRun,
    Call,
    EvaluationAssignment,
    Evaluator,
    Plan,
    ScoreSheet,
)
from madang.apps.selection.queries.assignment import affinities, labelled, loads
from madang.apps.selection.queries.results import active_assignments, plans_in
from madang.apps.selection.rules.conflicts import barred_pairs, conflict_rule_on, tie_between
from madang.apps.selection.rules.evaluation import CALL_STATE, PLAN_STATE
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.locks import locked
from madang.core.moments import SEOUL
from madang.core.written import one_line
from madang.kernel.assignment.problem import Assignment, EvaluatorOffer, PlanNeed
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage
from madang.kernel.words import Words

MOST_NEEDED = 20
SCORE = Words("평가표 작성 후 봉인", "Score the plan and seal the sheet")
ALREADY = Words("이미 배정됨", "assigned already")
BY_HAND = Words("직접 배정: {reason}", "Assigned by hand: {reason}")
MATCHING = Words("전문분야 일치: {fields}.", "Matching fields: {fields}.")


class Barred(Invalid):
    """A tie bars the evaluator from the plan. There is no way round it."""


@act(may="selection.assign_evaluators", records=events.EVALUATORS_ASSIGNED, subject="call")
def assign_evaluators(
    *, actor: Actor, call: Call, stage: Stage, needed: int, seed: int, at: datetime
) -> AssignmentRun:
    """Assign evaluators until every plan of a stage has ``needed`` of them, as far as ties and loads allow.

    What is assigned already stays. The same pool, plans and seed give the same pairs. Plans that stay short are
    kept with the reason in the run.

    Raises:
        Invalid: not the time of this stage, a senseless number, or no conflict rule is in force.
    """
    _refuse_out_of_time(call, stage)
    if not 1 <= needed <= MOST_NEEDED or not abs(seed) < 2**63:
        raise Invalid(
            Words(
                f"계획서마다 1명에서 {MOST_NEEDED}명까지 정할 수 있고, 추첨값은 정수여야 합니다.",
                f"Each plan gets from 1 to {MOST_NEEDED} evaluators, and the seed is a whole number.",
            ),
            "needed",
        )
    plans = list(plans_in(call, stage))
    pool = list(_active().select_for_update(of=("self",)).order_by("pk"))
    barred: dict[tuple[str, str], Words] = {}
    names, day = labelled(pool), _day(at)
    for (plan_id, evaluator_id), reason in barred_pairs(pool, plans, day).items():
        barred[str(plan_id), names[evaluator_id]] = reason
    held = list(active_assignments(call, [stage]))
    barred |= {
        (str(one.plan_id), names[one.evaluator_id]): ALREADY for one in held if one.evaluator_id in names
    }
    answer = _solved(plans, pool, needed, barred, held, seed)
    run = _kept(call, stage, needed, answer, at)
    plan_of, evaluator_of = {str(plan.pk): plan for plan in plans}, {names[one.pk]: one for one in pool}
    for pair in answer.pairs:
        plan, evaluator = plan_of[pair.plan], evaluator_of[pair.evaluator]
        _give(call, plan, evaluator, stage, _why(plan, evaluator, pair.reason), at)
    told = {"stage": STAGE_WORDS[stage].ko, "pairs": len(answer.pairs), "seed": seed, "needed": needed,
            "lacking": sum(one.lacking for one in answer.shortfalls)}  # fmt: skip
    record(events.EVALUATORS_ASSIGNED, call, actor=actor, at=at, facts=Facts(told))
    return run


@act(may="selection.assign_evaluators", records=events.EVALUATOR_ASSIGNED, subject="plan")
def assign_one(
    *, actor: Actor, plan: Plan, evaluator: Evaluator, stage: Stage, reason: str, at: datetime
) -> EvaluationAssignment:
    """Give a plan to one evaluator by hand, with the reason.

    Raises:
        Barred: a tie bars the evaluator; this cannot be overridden.
        Invalid: not the time, assigned already, at full load, not active, or the reason is missing.
    """
    call = locked(Call, plan.call_id)
    _refuse_out_of_time(call, stage)
    why = one_line(reason, most=300, field="reason")
    evaluator = _active().select_for_update(of=("self",)).filter(pk=evaluator.pk).first() or _missing()
    tie = tie_between(evaluator, plan, _day(at))
    if tie:
        raise Barred(
            Words(
                f"이해충돌로 배정할 수 없습니다({tie.ko}). 이 제한은 예외를 둘 수 없습니다.",
                f"A conflict bars this evaluator ({tie.en}). There is no exception.",
            ),
            "evaluator",
        )
    held = [one for one in active_assignments(call, [stage]) if one.evaluator_id == evaluator.pk]
    if any(one.plan_id == plan.pk for one in held):
        raise Invalid(
            Words("이미 배정한 평가위원입니다.", "This evaluator has the plan already."), "evaluator"
        )
    if len(held) >= evaluator.max_load or plan.state != PLAN_STATE[stage]:
        raise Invalid(
            Words(
                "평가위원의 평가 한도가 찼거나, 이 단계에서 평가하는 계획서가 아닙니다.",
                "The evaluator is at full load, or the plan is not scored in this stage.",
            ),
            "evaluator",
        )
    row = _give(call, plan, evaluator, stage, BY_HAND.filled(reason=why), at)
    record(events.EVALUATOR_ASSIGNED, row, actor=actor, at=at, facts=Facts({"reason": why, "stage": stage}))
    return row


@act(may="selection.assign_evaluators", records=events.EVALUATOR_UNASSIGNED, subject="assignment")
def unassign(
    *, actor: Actor, assignment: EvaluationAssignment, reason: str, at: datetime
) -> EvaluationAssignment:
    """End an assignment with a reason. A sealed sheet cannot be taken out of the result this way.

    Raises:
        Invalid: it has ended, its sheet is sealed, the stage is over, or the reason is missing.
    """
    call = locked(Call, assignment.call_id)
    _refuse_out_of_time(call, Stage(assignment.stage))
    why = one_line(reason, most=300, field="reason")
    sealed = ScoreSheet.objects.filter(
        plan=assignment.plan_id,
        evaluator=assignment.evaluator_id,
        stage=assignment.stage,
        sealed_at__isnull=False,
    )
    if assignment.ended_at or sealed.exists():
        raise Invalid(
            Words(
                "이미 해제했거나 평가표를 봉인한 배정은 해제할 수 없습니다.",
                "An assignment that has ended, or whose sheet is sealed, cannot be ended.",
            )
        )
    assignment.ended_at, assignment.ended_reason = at, why
    assignment.save(update_fields=["ended_at", "ended_reason"])
    close_duties(assignment, at)
    record(events.EVALUATOR_UNASSIGNED, assignment, actor=actor, at=at, facts=Facts({"reason": why}))
    return assignment


def _active():  # type: ignore[no-untyped-def]  # a queryset with a related row loaded
    return Evaluator.objects.filter(is_active=True).select_related("affiliation", "person")


def _refuse_out_of_time(call: Call, stage: Stage) -> None:
    if call.state != CALL_STATE[stage] or call.results.filter(stage=stage).exists():
        raise Invalid(
            Words(
                f"{STAGE_WORDS[stage].ko} 배정은 그 단계에서 공식 결과를 내기 전에만 바꿀 수 있습니다.",
                f"Assignments for the {STAGE_WORDS[stage].en} change only during it, before its official result.",
            )
        )


def _day(at: datetime) -> date:
    day = at.astimezone(SEOUL).date()
    if conflict_rule_on(day) is None:
        raise Invalid(
            Words(
                "오늘 적용할 이해충돌 기준이 없습니다. 기준을 먼저 정하십시오.",
                "No conflict rule is in force today. Set one first.",
            )
        )
    return day


def _missing() -> Evaluator:
    raise Invalid(Words("활동 중인 평가위원이 아닙니다.", "This evaluator is not active."), "evaluator")


def _solved(
    plans: Sequence[Plan],
    pool: Sequence[Evaluator],
    needed: int,
    barred: Mapping[tuple[str, str], Words],
    held: Sequence[EvaluationAssignment],
    seed: int,
) -> Assignment:
    from madang.kernel.assignment.solve import assign  # noqa: PLC0415 -- scipy costs memory in each web worker

    names, taken = labelled(pool), loads(held)
    given = [one.plan_id for one in held]
    needs = [PlanNeed(str(plan.pk), max(0, needed - given.count(plan.pk))) for plan in plans]
    offers = [EvaluatorOffer(names[one.pk], max(0, one.max_load - taken[one.pk])) for one in pool]
    fit: dict[tuple[str, str], Decimal | float] = {
        (str(plan.pk), names[one.pk]): share for plan in plans for one, share, _ in affinities(pool, plan)
    }
    return assign(needs, offers, fit, barred, seed)


def _why(plan: Plan, evaluator: Evaluator, reason: Words) -> Words:
    matching = next((fields for one, _, fields in affinities([evaluator], plan)), ())
    if not matching:
        return reason
    said = MATCHING.filled(fields=", ".join(matching))
    return Words(f"{said.ko} {reason.ko}", f"{said.en} {reason.en}")


def _give(
    call: Call, plan: Plan, evaluator: Evaluator, stage: Stage, why: Words, at: datetime
) -> EvaluationAssignment:
    row = EvaluationAssignment.objects.create(
        call=call,
        plan=plan,
        evaluator=evaluator,
        stage=stage,
        reason_ko=why.ko,
        reason_en=why.en,
        at=at,
    )
    open_duty(row, Charge(OfficeKind.EVALUATOR, None, evaluator.person_id), SCORE, at)
    return row


def _kept(call: Call, stage: Stage, needed: int, answer: Assignment, at: datetime) -> AssignmentRun:
    said = {
        "pairs": [[pair.plan, pair.evaluator, str(pair.affinity)] for pair in answer.pairs],
        "short": [
            {"plan": one.plan, "lacking": one.lacking, "ko": one.reason.ko, "en": one.reason.en}
            for one in answer.shortfalls
        ],
        "total": str(answer.total),
        "best_total": str(answer.best_total),
        "worst_mean": None if answer.worst_mean is None else str(answer.worst_mean),
        "ceiling": None if answer.ceiling is None else str(answer.ceiling),
    }
    return AssignmentRun.objects.create(
        call=call, stage=stage, needed=needed, seed=answer.seed, record=said, at=at
    )
