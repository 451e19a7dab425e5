"""Acts on joint plans: invite a local government, agree, leave. Once submitted, the circle of applicants is fixed."""

from typing import TYPE_CHECKING
from uuid import UUID

from madang.apps.selection.acts.windows import NotOpen, refuse_unless_open
from madang.apps.selection.events import plans as events
from madang.apps.selection.models import Call, Plan, PlanPartner
from madang.apps.selection.rules import plans as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.selection.rules.applicants import may_apply
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import APPLICANTS, Actor
from madang.core.moments import SEOUL, Moment, instant_of
from madang.kernel.statutes.answers import Status
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.accounts.models import Organisation

_FIXED = Words(
    "제출한 계획서의 공동신청 기관은 바꿀 수 없습니다. 바꾸려면 대표 기관이 철회한 뒤 새로 작성해야 합니다.",
    "The partners of a submitted plan are fixed. To change them, the lead withdraws it and writes a new one.",
)
_NOT_INVITED = Words(
    "이 계획서에 제안된 공동신청 기관이 아닙니다.", "This local government was not invited to the plan."
)


@act(may="selection.invite_partner", records=events.PARTNER_INVITED, subject="plan")
def invite_partner(*, actor: Actor, plan: Plan, organisation: "Organisation", at: Moment) -> Plan:
    """Invite a local government to apply jointly (공동신청 제안, Decree 40②).

    Raises:
        NotOpen: the call is closed or the plan was submitted.
        Invalid: the organisation cannot be a partner, or is one already.
    """
    if not actor.is_history:
        _refuse_unless_changeable(plan, at)
    _refuse_wrong_partner(plan, organisation)
    invited_at = instant_of(at)
    if invited_at is None:
        raise Invalid(
            Words("제안한 날을 알 수 없어 기록할 수 없습니다.", "The day of the invitation is unknown.")
        )
    PlanPartner.objects.create(plan=plan, organisation=organisation, invited_at=invited_at)
    record(events.PARTNER_INVITED, plan, actor=actor, at=at, facts=_named(organisation))
    return plan


@act(may="selection.agree_to_partner", records=events.PARTNER_AGREED, subject="plan")
def agree_to_partner(*, actor: Actor, plan: Plan, at: Moment) -> Plan:
    """Agree, as the invited local government, to apply jointly (공동신청 동의).

    Raises:
        NotOpen: the call is closed or the plan was submitted.
        Invalid: the actor's organisation was not invited, or has agreed already.
    """
    if not actor.is_history:
        _refuse_unless_changeable(plan, at)
    partner = _partner(plan, actor.office.organisation_id)
    if partner.agreed_at is not None:
        raise Invalid(
            Words("이미 동의한 계획서입니다.", "Your organisation has agreed to this plan already.")
        )
    partner.agreed_at = instant_of(at)
    partner.save(update_fields=["agreed_at"])
    record(events.PARTNER_AGREED, plan, actor=actor, at=at, facts=_named(partner.organisation))
    return plan


@act(may="selection.leave_partnership", records=events.PARTNER_LEFT, subject="plan")
def leave_partnership(
    *, actor: Actor, plan: Plan, organisation: "Organisation | None" = None, at: Moment
) -> Call:
    """Leave a joint plan as a partner, or as the lead take back the invitation of ``organisation``.

    Returns the call: for the one who leaves, the plan does not exist any more.

    Raises:
        NotOpen: the call is closed or the plan was submitted.
        Invalid: that organisation is no partner.
    """
    if not actor.is_history:
        _refuse_unless_changeable(plan, at)
    leads = plan.organisation_id == actor.office.organisation_id
    leaving = organisation.pk if leads and organisation else actor.office.organisation_id
    partner = _partner(plan, leaving)
    record(events.PARTNER_LEFT, plan, actor=actor, at=at, facts=_named(partner.organisation))
    partner.delete()
    return plan.call


def _named(organisation: "Organisation") -> Facts:
    return Facts({"partner": organisation.name_ko, "organisation": organisation.slug}, provision="APP-04")


def _partner(plan: Plan, organisation_id: UUID | None) -> PlanPartner:
    every = plan.partners.select_related("organisation")
    found = every.filter(organisation_id=organisation_id).first() if organisation_id else None
    if found is None:
        raise Invalid(_NOT_INVITED)
    return found


def _refuse_unless_changeable(plan: Plan, at: Moment) -> None:
    refuse_unless_open(plan.call, at, plan=plan)
    if plan.state != "drafting":
        raise NotOpen(_FIXED)


def _refuse_wrong_partner(plan: Plan, organisation: "Organisation") -> None:
    if organisation.kind not in APPLICANTS:
        raise Invalid(
            Words("지방자치단체만 공동신청할 수 있습니다.", "Only local governments apply jointly."),
            "organisation",
        )
    if organisation.pk == plan.organisation_id or plan.partners.filter(organisation=organisation).exists():
        raise Invalid(
            Words(
                "이미 이 계획서의 신청 기관입니다.",
                "This local government is an applicant of the plan already.",
            ),
            "organisation",
        )
    last = plan.call.closes_at.astimezone(SEOUL).date() if plan.call.closes_at else None
    answer = may_apply(organisation, last) if last else None
    if answer is not None and answer.status is Status.BREACHED:
        raise Invalid(
            Words(
                f"{organisation.name_ko}: 신청할 수 없는 지방자치단체입니다. {answer.sentence.ko}",
                f"{organisation.name_en} may not apply: {answer.sentence.en}",
            ),
            "organisation",
        )
