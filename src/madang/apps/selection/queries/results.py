"""The official result: the rule of a round, what it is computed from, and what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from madang.apps.selection.models import (
    Call,
    CallRule,
    EvaluationAssignment,
    OfficialResult,
    Plan,
    ScoreSheet,
)
from madang.apps.selection.rules.evaluation import PLAN_STATE
from madang.apps.selection.rules.sheets import as_scored, is_intact
from madang.core.acts import Invalid
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.scoring.sheets import PlanSheets, StageSheets
from madang.kernel.words import Words

OUTCOMES = {True: Words("선정", "selected"), False: Words("미선정", "not selected")}
NO_RULE = Words(
    "공개한 평가 기준이 없어 결과를 낼 수 없습니다.",
    "No evaluation rule was published, so there is no result.",
)
NO_PAPER_ROUND = Words(
    "이 공모의 기준에는 서면평가 통과 기준이 없습니다. 모든 계획서가 발표평가로 갑니다.",
    "The rule of this call has no cut after the paper review: every plan goes on to the presentation.",
)
NOT_COMPUTED = Words(
    "공식 결과를 먼저 산출하십시오. 결정은 공식 결과를 따릅니다.",
    "Compute the official result first: the decision follows it.",
)


@dataclass(frozen=True)
class Unsealed:
    """A sheet that the result waits for: its assignment, or a plan that nobody was assigned to."""

    plan: Plan
    stage: Stage
    assignment: EvaluationAssignment | None


@dataclass(frozen=True)
class Material:
    """Everything that a result is computed from. ``names`` says which plan and evaluator a label means."""

    plans: tuple[PlanSheets, ...]
    names: Mapping[str, Mapping[str, str]]
    unsealed: tuple[Unsealed, ...]


def rule_in_force(call: Call) -> CallRule | None:
    """The newest published version of the call's rule."""
    return call.rules.exclude(published_at=None).order_by("number").last()


def final_stage(call: Call) -> Stage:
    """The last stage that counts by the call's rule.

    Raises:
        Invalid: the call has no rule.
    """
    return _needed_rule(call).rule.stages[-1]


def round_rule(call: Call, stage: Stage) -> tuple[CallRule, ScoringRule]:
    """Return the published version and the rule that decides a stage; the final one counts both stages.

    Raises:
        Invalid: the call has no rule, or its rule does not cut after this stage.
    """
    version = _needed_rule(call)
    rule = version.rule
    if stage != rule.stages[-1]:
        if rule.paper_round is None or stage not in rule.stages:
            raise Invalid(NO_PAPER_ROUND)
        return version, rule.for_paper_round()
    if rule.shortlist_size is None and call.places:
        rule = replace(rule, shortlist_size=call.places)
    return version, rule


def plans_in(call: Call, stage: Stage) -> QuerySet[Plan]:
    """The plans that a stage scores now, with what their sheets need, in the order of the receipts."""
    plans = Plan.objects.filter(call=call, state=PLAN_STATE[stage]).select_related("organisation", "call")
    return plans.prefetch_related("partners__organisation", "receipts", "bonuses").order_by(
        "submitted_at", "pk"
    )


def label_of(plan: Plan) -> str:
    """How a plan is called in a result: by its last receipt."""
    receipts = list(plan.receipts.all())
    return receipts[-1].label if receipts else str(plan.pk)


def active_assignments(call: Call, stages: Iterable[Stage]) -> QuerySet[EvaluationAssignment]:
    """Assignments of these stages that have not ended, in a fixed order."""
    held = EvaluationAssignment.objects.filter(call=call, stage__in=list(stages), ended_at=None)
    return held.select_related("evaluator__person", "plan").order_by("plan_id", "evaluator_id", "stage")


def material(call: Call, stage: Stage, rule: ScoringRule) -> Material:
    """Gather plans, panels and sealed sheets of a round. Read behind the wall, as the ministry.

    Raises:
        Invalid: a sealed sheet is not what its evaluator sealed.
    """
    plans = list(plans_in(call, stage))
    ids = {plan.pk for plan in plans}
    held = [one for one in active_assignments(call, rule.stages) if one.plan_id in ids]
    labels = _evaluator_labels(call, held)
    sheets = _sealed(ids)
    unsealed = [
        *(Unsealed(one.plan, Stage(one.stage), one) for one in held if _key(one) not in sheets),
        *_without_panel(plans, held, rule),
    ]
    names = {
        "plans": {label_of(plan): str(plan.pk) for plan in plans},
        "evaluators": {label: str(key) for key, label in labels.items()},
    }
    scored = tuple(
        _plan_sheets(plan, [one for one in held if one.plan_id == plan.pk], labels, sheets) for plan in plans
    )
    return Material(scored, names, tuple(unsealed))


def official_outcomes(call: Call, stage: Stage) -> dict[UUID, bool | None]:
    """Return what the official result says of each plan: selected, not, or None at an open tie.

    A stage that the rule does not cut lets every plan through.

    Raises:
        Invalid: the official result has not been computed.
    """
    row = call.results.filter(stage=stage).first()
    if row is None:
        if stage != final_stage(call) and not cuts_after(call, stage):
            return dict.fromkeys(plans_in(call, stage).values_list("pk", flat=True), True)
        raise Invalid(NOT_COMPUTED)
    return outcomes_in(row)


def outcomes_in(row: OfficialResult) -> dict[UUID, bool | None]:
    """Return plan to outcome as the record holds it."""
    keys = row.names["plans"]
    return {UUID(keys[plan["plan"]]): plan["shortlisted"] for plan in row.record["plans"]}


def cuts_after(call: Call, stage: Stage) -> bool:
    """Whether the rule decides at the end of this stage who goes on."""
    rule = _needed_rule(call).rule
    return stage == rule.stages[-1] or (rule.paper_round is not None and stage in rule.stages)


def _needed_rule(call: Call) -> CallRule:
    version = rule_in_force(call)
    if version is None:
        raise Invalid(NO_RULE)
    return version


Key = tuple[UUID, UUID, str]


def _key(row: EvaluationAssignment | ScoreSheet) -> Key:
    return (row.plan_id, row.evaluator_id, row.stage)


def _evaluator_labels(call: Call, held: Sequence[EvaluationAssignment]) -> dict[UUID, str]:
    """Number the evaluators; who has a number from an earlier result of the call keeps it."""
    given: dict[UUID, str] = {}
    for names in call.results.order_by("at").values_list("names", flat=True):
        given |= {UUID(key): label for label, key in names["evaluators"].items()}
    new = sorted({one.evaluator_id for one in held} - given.keys())
    return given | {key: f"{number:02}" for number, key in enumerate(new, len(given) + 1)}


def _sealed(plans: Iterable[UUID]) -> dict[Key, ScoreSheet]:
    found = ScoreSheet.objects.filter(plan__in=plans, sealed_at__isnull=False)
    for sheet in found:
        if not is_intact(sheet):
            raise Invalid(
                Words(
                    "봉인한 뒤에 내용이 달라진 평가표가 있어 결과를 낼 수 없습니다. 시스템 관리자에게 알리십시오.",
                    "A sealed sheet no longer matches its hash, so no result is computed. Tell the administrator.",
                )
            )
    return {_key(sheet): sheet for sheet in found}


def _without_panel(
    plans: Sequence[Plan], held: Sequence[EvaluationAssignment], rule: ScoringRule
) -> Iterable[Unsealed]:
    staffed = {(one.plan_id, one.stage) for one in held}
    return (
        Unsealed(plan, stage, None)
        for plan in plans
        for stage in rule.stages
        if (plan.pk, stage) not in staffed
    )


def _plan_sheets(
    plan: Plan,
    held: Sequence[EvaluationAssignment],
    labels: Mapping[UUID, str],
    sheets: Mapping[Key, ScoreSheet],
) -> PlanSheets:
    def of(stage: Stage) -> StageSheets:
        panel = [one for one in held if one.stage == stage]
        return StageSheets(
            tuple(labels[one.evaluator_id] for one in panel),
            tuple(
                as_scored(sheets[_key(one)], labels[one.evaluator_id]) for one in panel if _key(one) in sheets
            ),
        )

    return PlanSheets(
        plan=label_of(plan),
        paper=of(Stage.PAPER),
        presentation=of(Stage.PRESENTATION),
        bonus=sum((bonus.points for bonus in plan.bonuses.all()), Decimal(0)),
        joint=any(partner.agreed_at for partner in plan.partners.all()),
    )
