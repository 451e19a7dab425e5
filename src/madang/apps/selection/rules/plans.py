"""Who may write, read and submit a plan. Another applicant's draft does not exist for anybody else."""

from madang.apps.selection.models import Call, Plan, PlanPartner
from madang.core.authority import APPLICANTS, Actor, OfficeKind, permit
from madang.kernel.words import Words

_LEAD = Words("계획서는 신청 기관이 작성하고 제출합니다.", "The applicant writes and submits its plan.")
_PARTNER = Words(
    "제안받은 지방자치단체가 스스로 정합니다.", "The invited local government decides for itself."
)


def has_an_organisation(actor: Actor, subject: object) -> bool:
    """The office belongs to an organisation, as a plan has an applicant; a call that is a draft is not there yet."""
    return isinstance(subject, Call) and subject.state != "draft" and actor.office.organisation_id is not None


def leads_plan(actor: Actor, subject: object) -> bool:
    """The plan is the actor's own organisation's."""
    return isinstance(subject, Plan) and subject.organisation_id == actor.office.organisation_id


def is_partner(actor: Actor, subject: object) -> bool:
    """The actor's organisation was invited to the plan, whether or not it has agreed yet."""
    return (
        isinstance(subject, Plan)
        and actor.office.organisation_id is not None
        and PlanPartner.objects.filter(plan=subject, organisation_id=actor.office.organisation_id).exists()
    )


def leads_or_is_partner(actor: Actor, subject: object) -> bool:
    """Lead or partner."""
    return leads_plan(actor, subject) or is_partner(actor, subject)


def reads_plan(actor: Actor, subject: object) -> bool:
    """The ministry reads what was submitted; lead and partners read their own plan at any time."""
    if actor.kind is OfficeKind.MINISTRY:
        return isinstance(subject, Plan) and subject.state != "drafting"
    return leads_or_is_partner(actor, subject)


permit("selection.start_plan", APPLICANTS, where=has_an_organisation, because=_LEAD)
permit("selection.save_draft", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.invite_partner", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.attach_paper", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.remove_paper", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.submit_plan", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.withdraw_plan", APPLICANTS, where=leads_plan, because=_LEAD)
permit("selection.agree_to_partner", APPLICANTS, where=is_partner, because=_PARTNER)
permit("selection.leave_partnership", APPLICANTS, where=leads_or_is_partner, because=_PARTNER)
permit(
    "selection.read_plan",
    (*APPLICANTS, OfficeKind.MINISTRY),
    where=reads_plan,
    because=Words(
        "신청 기관과 공동신청 기관, 제출 뒤에는 중소벤처기업부가 볼 수 있습니다.",
        "The applicant and its partners may read it, and the ministry once it was submitted.",
    ),
)
