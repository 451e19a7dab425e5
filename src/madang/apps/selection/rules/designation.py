"""Who may bring a candidate to the gazette: applicant, ministry, and anybody with an opinion."""

from datetime import date, datetime

from madang.apps.selection.models import Designation, Opinion, PublicNotice
from madang.core.authority import APPLICANTS, Actor, OfficeKind, permit
from madang.core.moments import SEOUL
from madang.kernel.words import Words

#: the chair of the committee for balanced development is notified beside the ministries (DES-01)
BALANCE_COMMITTEE = "pclb"
MINISTRY = (OfficeKind.MINISTRY,)
PLAN_IS_OPEN = ("preparing", "noticed", "supplementing", "consulting_supplement")
#: after these a candidate may come back with a new application
MAY_COME_BACK = ("deferred", "rejected", "returned", "not_examined")

_APPLICANT = Words("지정 절차는 신청 기관이 밟습니다.", "The applicant carries its designation forward.")
_MINISTRY = Words("중소벤처기업부가 처리합니다.", "The ministry does this.")


def own_designation(actor: Actor, subject: object) -> bool:
    """The candidate is the actor's own organisation's."""
    return isinstance(subject, Designation) and subject.organisation_id == actor.office.organisation_id


def opinion_on_own_designation(actor: Actor, subject: object) -> bool:
    """The opinion was given on the plan of the actor's own organisation."""
    return isinstance(subject, Opinion) and own_designation(actor, subject.designation)


def reads_papers(actor: Actor, subject: object) -> bool:
    """The ministry and the secretaries read the papers of every application, an applicant its own."""
    if actor.kind in (OfficeKind.MINISTRY, OfficeKind.SECRETARY):
        return isinstance(subject, Designation)
    return own_designation(actor, subject)


def inspection_days(notice: PublicNotice) -> tuple[date, date]:
    """Return the first and last day on which opinions are taken: the inspection, else the notice itself."""
    return notice.inspection_from or notice.starts_on, notice.inspection_until or notice.ends_on


def takes_opinions(notice: PublicNotice | None, at: datetime) -> bool:
    """Whether an opinion given at this instant lies in the window, by its Korean day (PLN-07)."""
    if notice is None:
        return False
    first, last = inspection_days(notice)
    return first <= at.astimezone(SEOUL).date() <= last


permit(
    "selection.open_designation",
    (*APPLICANTS, OfficeKind.MINISTRY),
    because=Words(
        "선정된 후보의 신청 기관과 중소벤처기업부가 시작할 수 있습니다.",
        "The shortlisted applicant and the ministry may begin.",
    ),
)
permit("selection.consult_beforehand", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.save_zone_plan", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.give_notice", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.announce_hearing", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.record_hearing", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.answer_opinion", APPLICANTS, where=opinion_on_own_designation, because=_APPLICANT)
permit("selection.apply_for_designation", APPLICANTS, where=own_designation, because=_APPLICANT)
permit("selection.file_supplement", APPLICANTS, where=own_designation, because=_APPLICANT)
permit(
    "selection.submit_opinion",
    tuple(k for k in OfficeKind if k is not OfficeKind.SYSTEM),
    because=Words(
        "누구나 열람 기간에 의견을 낼 수 있습니다.", "Anybody may give an opinion during the inspection."
    ),
)
permit("selection.ask_supplement", MINISTRY, because=_MINISTRY)
permit("selection.return_application", MINISTRY, because=_MINISTRY)
permit("selection.table_designation", MINISTRY, because=_MINISTRY)
permit("selection.gazette_designation", MINISTRY, because=_MINISTRY)
permit("selection.leave_out", MINISTRY, because=_MINISTRY)
permit(
    "selection.read_designation_papers",
    (*APPLICANTS, OfficeKind.MINISTRY, OfficeKind.SECRETARY),
    where=reads_papers,
    because=Words(
        "신청 기관, 중소벤처기업부와 위원회 간사가 신청 서류를 볼 수 있습니다.",
        "The applicant, the ministry and the committees' secretary may read the papers.",
    ),
)
