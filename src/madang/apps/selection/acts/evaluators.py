"""Acts on evaluators: registration, the dated conflict rule, and the declaration of a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from madang.apps.selection.acts.ties import end_barred
from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import (
    Call,
    ConflictDeclaration,
    ConflictRule,
    EvaluationAssignment,
    Evaluator,
    Plan,
)
from madang.apps.selection.rules.evaluation import evaluator_of
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, Refused
from madang.core.locks import locked
from madang.core.moments import SEOUL
from madang.core.written import one_line
from madang.kernel.regions import NoSuchRegion, region
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.accounts.models import Organisation, Person

MOST_PLANS = 100
MOST_FIELDS = 20


@dataclass(frozen=True)
class EvaluatorProfile:
    """Where an evaluator belongs and what they know; ``max_load`` is the most plans in one stage of a call.

    ``region`` is a region's id or "" when the evaluator belongs to none. ``fields`` are words of expertise.
    """

    affiliation_text: str
    affiliation: "Organisation | None" = None
    region: str = ""
    fields: Sequence[str] = ()
    max_load: int = 6


@dataclass(frozen=True)
class ConflictTerms:
    """Which ties bar an evaluator from a day on, and on what basis."""

    starts_on: date
    basis: str
    same_affiliation: bool = True
    same_region: bool = True


@act(may="selection.register_evaluator", records=(events.EVALUATOR_REGISTERED, events.EVALUATOR_UNASSIGNED))
def register_evaluator(
    *, actor: Actor, person: "Person", profile: EvaluatorProfile, at: datetime
) -> Evaluator:
    """Register a person as evaluator, or bring the profile of a registered one up to date.

    Assignments that the new affiliation or region bars end at once.

    Raises:
        Invalid: a field cannot be kept.
    """
    before = Evaluator.objects.select_for_update().filter(person=person).first()
    kept = _profile(profile)
    row, _ = Evaluator.objects.update_or_create(person=person, defaults={**kept, "is_active": True})
    told = Facts({"name": person.name, **_told(row)}, before=_told(before) if before else {})
    record(events.EVALUATOR_REGISTERED, row, actor=actor, at=at, facts=told)
    end_barred(EvaluationAssignment.objects.filter(evaluator=row), actor=actor, at=at)
    return row


@act(may="selection.set_conflict_rule", records=(events.CONFLICT_RULE_SET, events.EVALUATOR_UNASSIGNED))
def set_conflict_rule(*, actor: Actor, rule: ConflictTerms, at: datetime) -> ConflictRule:
    """Set the rule by which conflicts are derived from a day on. Rules of days gone by stay as they were.

    A rule of today ends the assignments that it bars; one of a later day ends them before the next result.

    Raises:
        Invalid: the day lies in the past or has a rule already, or the basis is missing.
    """
    today = at.astimezone(SEOUL).date()
    if rule.starts_on < today:
        raise Invalid(
            Words(
                "이미 지난 날부터 적용할 수 없습니다. 오늘이나 그 뒤의 날을 정하십시오.",
                "A rule cannot begin on a day gone by. Choose today or later.",
            ),
            "starts_on",
        )
    if ConflictRule.objects.filter(starts_on=rule.starts_on).exists():
        raise Invalid(
            Words("그날부터 적용하는 기준이 이미 있습니다.", "Another rule begins on that day already."),
            "starts_on",
        )
    row = ConflictRule.objects.create(
        starts_on=rule.starts_on, same_affiliation=rule.same_affiliation, same_region=rule.same_region,
        basis=one_line(rule.basis, most=200, field="basis"),
    )  # fmt: skip
    told = {"starts_on": str(row.starts_on), "basis": row.basis}
    ties = {"same_affiliation": row.same_affiliation, "same_region": row.same_region}
    record(events.CONFLICT_RULE_SET, row, actor=actor, at=at, facts=Facts(told | ties))
    end_barred(EvaluationAssignment.objects.all(), actor=actor, at=at)
    return row


@act(
    may="selection.declare_conflict",
    records=(events.CONFLICT_DECLARED, events.EVALUATOR_UNASSIGNED),
    subject="plan",
)
def declare_conflict(*, actor: Actor, plan: Plan, ground: str, at: datetime) -> ConflictDeclaration:
    """Declare a tie to a plan (제척·회피). Plan and scores are closed to the evaluator at once.

    Assignments whose stage has no official result end; a sheet sealed under them does not count.

    Raises:
        Invalid: the ground is missing, or the conflict was declared already.
    """
    evaluator = evaluator_of(actor)
    if evaluator is None:
        raise Refused("selection.declare_conflict")
    ground = one_line(ground, most=200, field="ground")
    # a result that is being computed now is waited for: it either counts this evaluator or it does not
    locked(Call, plan.call_id)
    row, new = ConflictDeclaration.objects.get_or_create(
        evaluator=evaluator, plan=plan, defaults={"ground": ground, "at": at}
    )
    if not new:
        raise Invalid(Words("이미 신고한 계획서입니다.", "You declared this conflict already."))
    end_barred(EvaluationAssignment.objects.filter(plan=plan, evaluator=evaluator), actor=actor, at=at)
    told = {"plan": str(plan.pk), "evaluator": str(evaluator.pk), "ground": ground}
    record(events.CONFLICT_DECLARED, row, actor=actor, at=at, facts=Facts(told))
    return row


def _profile(profile: EvaluatorProfile) -> dict[str, Any]:
    if not 1 <= profile.max_load <= MOST_PLANS:
        raise Invalid(
            Words(
                f"평가 한도는 1건에서 {MOST_PLANS}건까지입니다.",
                f"The load must be from 1 to {MOST_PLANS} plans.",
            ),
            "max_load",
        )
    fields = [one_line(field, most=40, field="fields", needed=False) for field in profile.fields]
    if len(fields) > MOST_FIELDS:
        raise Invalid(
            Words(f"전문분야는 {MOST_FIELDS}개까지 적을 수 있습니다.", f"At most {MOST_FIELDS} fields."),
            "fields",
        )
    return {
        "affiliation": profile.affiliation,
        "affiliation_text": one_line(profile.affiliation_text, most=120, field="affiliation_text"),
        "region": _region(profile.region),
        "fields": list(dict.fromkeys(field for field in fields if field)),
        "max_load": profile.max_load,
    }


def _region(given: str) -> str:
    try:
        return region(given).id if given else ""
    except NoSuchRegion as error:
        raise Invalid(error.sentence, "region") from error


def _told(row: Evaluator) -> dict[str, Any]:
    return {
        "affiliation": row.affiliation_text,
        "region": row.region,
        "fields": row.fields,
        "max_load": row.max_load,
    }
