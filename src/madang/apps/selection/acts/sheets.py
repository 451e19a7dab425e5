"""Acts of an evaluator on their own sheet: save it as often as needed, seal it once."""

from collections.abc import Mapping
from datetime import datetime

from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import EvaluationAssignment, Evaluator, Plan, ScoreSheet
from madang.apps.selection.queries.results import rule_in_force
from madang.apps.selection.rules.conflicts import tie_between
from madang.apps.selection.rules.evaluation import CALL_STATE, evaluator_of
from madang.apps.selection.rules.sheets import hash_of
from madang.core.acts import Invalid, StaleVersion, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, Refused
from madang.core.duties import close_duties
from madang.core.moments import SEOUL
from madang.core.written import paragraphs
from madang.kernel.scoring.exact import plain
from madang.kernel.scoring.rule_parts import Criterion, Stage
from madang.kernel.scoring.sheets import BadScore, parse_score
from madang.kernel.words import Words

MOST_OPINION = 4000


class Sealed(Invalid):
    """The sheet was sealed; nothing in it changes any more."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "이미 봉인한 평가표입니다. 봉인한 평가표는 누구도 고칠 수 없습니다.",
                "This sheet is sealed. Nobody can change a sealed sheet.",
            )
        )


@act(may="selection.score_plan", records=events.SHEET_SAVED, subject="plan")
def save_sheet(
    *,
    actor: Actor,
    plan: Plan,
    stage: Stage,
    scores: Mapping[str, str],
    opinion: str,
    seen: int | None = None,
    at: datetime,
) -> ScoreSheet:
    """Save the evaluator's own sheet (평가표 임시저장). A blank score stays open; it is never read as zero.

    ``scores``: criterion key to what was typed. ``seen``: the version of the sheet that the page showed (0: none).

    Raises:
        Refused: the plan is not the actor's to score, or a tie bars them.
        Invalid: a score cannot be taken, or the stage is over.
        Sealed: the sheet was sealed.
        StaleVersion: the sheet was saved elsewhere since.
    """
    assignment = _held(actor, plan, stage, at)
    given = _parsed(plan, stage, scores)
    sheet = ScoreSheet.objects.select_for_update().filter(
        plan=plan, evaluator=assignment.evaluator, stage=stage
    ).first()  # fmt: skip
    if sheet is not None and sheet.sealed_at:
        raise Sealed
    if sheet is not None and seen is not None and sheet.version != seen:
        raise StaleVersion(sheet, seen)
    fresh = sheet is None
    sheet = sheet or ScoreSheet(
        plan=plan,
        evaluator=assignment.evaluator,
        person_id=assignment.evaluator.person_id,
        stage=stage,
        version=0,
    )
    sheet.scores, sheet.saved_at, sheet.version = given, at, sheet.version + 1
    sheet.opinion = paragraphs(opinion, most=MOST_OPINION, field="opinion")
    sheet.save(force_insert=fresh)
    told = {"stage": stage, "version": sheet.version, "filled": len(given)}
    record(events.SHEET_SAVED, sheet, actor=actor, at=at, facts=Facts(told))
    return sheet


@act(may="selection.seal_sheet", records=events.SHEET_SEALED, subject="sheet")
def seal_sheet(*, actor: Actor, sheet: ScoreSheet, at: datetime) -> ScoreSheet:
    """Seal the evaluator's own complete sheet (봉인): from now on nothing in it changes.

    Raises:
        Refused: the sheet is not the actor's, or a tie bars them.
        Invalid: a score is missing, or the stage is over.
        Sealed: the sheet was sealed already.
    """
    if sheet.sealed_at:
        raise Sealed
    stage = Stage(sheet.stage)
    assignment = _held(actor, sheet.plan, stage, at)
    missing = [c.words for c in criteria_of(sheet.plan, stage) if c.key not in sheet.scores]
    if missing:
        ko, en = ", ".join(w.ko for w in missing), ", ".join(w.en for w in missing)
        raise Invalid(
            Words(
                f"점수가 빈 항목이 있어 봉인할 수 없습니다: {ko}. 모두 채점한 뒤 봉인하십시오.",
                f"Some criteria have no score: {en}. Score them all, then seal.",
            )
        )
    sheet.sealed_at, sheet.sha256 = at, hash_of(sheet, at)
    sheet.version += 1
    sheet.save(update_fields=["sealed_at", "sha256", "version"])
    close_duties(assignment, at)
    told = {"stage": sheet.stage, "sha256": sheet.sha256}
    record(events.SHEET_SEALED, sheet, actor=actor, at=at, facts=Facts(told))
    return sheet


def criteria_of(plan: Plan, stage: Stage) -> tuple[Criterion, ...]:
    """Return the criteria by which a plan is scored in a stage, in published order."""
    version = rule_in_force(plan.call)
    return version.rule.criteria_of(stage) if version else ()


def _held(actor: Actor, plan: Plan, stage: Stage, at: datetime) -> EvaluationAssignment:
    """Return the assignment under which the actor scores, or refuse like a plan that does not exist."""
    evaluator = evaluator_of(actor)
    if evaluator is None or tie_between(evaluator, plan, at.astimezone(SEOUL).date()):
        raise Refused("selection.score_plan")
    assignment = _assignment(evaluator, plan, stage)
    if plan.call.state != CALL_STATE[stage] or plan.call.results.filter(stage=stage).exists():
        raise Invalid(
            Words(
                "이 단계의 평가가 끝나 더는 저장하거나 봉인할 수 없습니다.",
                "This stage is over: nothing can be saved or sealed any more.",
            )
        )
    return assignment


def _assignment(evaluator: Evaluator, plan: Plan, stage: Stage) -> EvaluationAssignment:
    held = EvaluationAssignment.objects.select_related("plan", "evaluator")
    assignment = held.filter(plan=plan, evaluator=evaluator, stage=stage, ended_at=None).first()
    if assignment is None:
        raise Refused("selection.score_plan")
    return assignment


def _parsed(plan: Plan, stage: Stage, scores: Mapping[str, str]) -> dict[str, str]:
    criteria = {criterion.key: criterion for criterion in criteria_of(plan, stage)}
    for key in sorted(scores.keys() - criteria.keys()):
        raise Invalid(
            Words(f"평가 기준에 없는 항목입니다: {key}", f"The rule has no such criterion: {key}"), "scores"
        )
    parsed = {}
    for key, criterion in criteria.items():
        typed = scores.get(key, "")
        if not typed.strip():
            continue
        try:
            parsed[key] = plain(parse_score(typed, criterion))
        except BadScore as error:
            raise Invalid(error.words, f"scores.{key}") from error
    return parsed
