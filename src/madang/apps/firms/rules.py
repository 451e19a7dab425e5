"""Whose file it is: a firm keeps and reads its own, and nobody else reads it."""

from madang.apps.firms.models import Certificate, Company, CompanyPerson, Report
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

#: days before its end at which the firm is warned of a certificate: our practice, no statutory number
WARN_DAYS = (90, 30)
_OWN = Words(
    "기업의 정보는 그 기업만 보고 고칩니다.", "A firm's data are read and changed by that firm alone."
)


def company_of(subject: object) -> Company | None:
    """The file that a subject is, or is in."""
    if isinstance(subject, Company):
        return subject
    return subject.company if isinstance(subject, Certificate | Report | CompanyPerson) else None


def owns(actor: Actor, subject: object) -> bool:
    """The file is the actor's own firm's."""
    company, own = company_of(subject), actor.office.organisation_id
    return company is not None and own is not None and company.organisation_id == own


permit("firms.begin_file", (OfficeKind.FIRM,), because=_OWN)
permit("firms.keep_file", (OfficeKind.FIRM,), where=owns, because=_OWN)
permit("firms.read_file", (OfficeKind.FIRM,), where=owns, because=_OWN)
permit(
    "firms.warn_of_end",
    (OfficeKind.SYSTEM,),
    because=Words("유효기간이 다가오면 시스템이 알립니다.", "The system warns when the end comes near."),
)
