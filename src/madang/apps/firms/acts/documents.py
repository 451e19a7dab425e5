"""Acts on the certificates and reports of a firm, and the warning before a certificate ends."""

from dataclasses import dataclass
from datetime import date

from django.core.files import File

from madang.apps.firms import (
    events,
    rules,  # noqa: F401 -- rules enter the permissions
)
from madang.apps.firms.acts.writing import keep_paper, line, live
from madang.apps.firms.models import Certificate, Company, Report
from madang.apps.firms.queries.files import warning_due
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.words import Words

MOST_PAPERS = 200
RENEW = Words("인증서 갱신(유효기간 {days}일 안에 끝남)", "Renew the certificate (ends within {days} days)")
OVER = Words("인증서 갱신(유효기간이 끝남)", "Renew the certificate (it has ended)")


class NothingToWarn(Invalid):
    """The firm has been warned already, or the end is far; nothing was recorded."""


@dataclass(frozen=True)
class NewCertificate:
    """A certificate: name, number, issuer, first and last day (None: it does not end)."""

    name: str
    issuer: str
    valid_from: date
    valid_until: date | None = None
    number: str = ""


@dataclass(frozen=True)
class NewReport:
    """A report: its name and the day it was made."""

    name: str
    made_on: date


@act(may="firms.keep_file", records=events.CERTIFICATE_ADDED, subject="company")
def add_certificate(
    *,
    actor: Actor,
    company: Company,
    certificate: NewCertificate,
    upload: File | None = None,
    replaces: Certificate | None = None,
    at: Moment,
) -> Certificate:
    """Add a certificate with its paper; one that it replaces is set aside and its warning ends.

    Raises:
        Invalid: something is missing, the end lies before the beginning, or a paper cannot be kept.
    """  # fmt: skip
    instant, today = live(at)
    new = certificate
    if new.valid_until is not None and new.valid_until < new.valid_from:
        raise Invalid(
            Words("끝나는 날이 시작하는 날보다 앞섭니다.", "The end lies before the beginning."),
            "valid_until",
        )
    _refuse_too_many(company)
    earlier = _own(company, replaces)
    row = Certificate.objects.create(
        company=company, name=line(new.name, "name"), number=line(new.number, "number", most=80, needed=False),
        issuer=line(new.issuer, "issuer"), valid_from=new.valid_from, valid_until=new.valid_until,
    )  # fmt: skip
    keep_paper(row, upload, actor=actor, at=instant)
    if earlier is not None:
        earlier.set_aside_on, earlier.replaced_by = today, row
        earlier.save(update_fields=["set_aside_on", "replaced_by"])
        close_duties(earlier, at)
    record(events.CERTIFICATE_ADDED, company, actor=actor, at=at, facts=Facts({"name": row.name}))
    return row


@act(may="firms.keep_file", records=events.CERTIFICATE_SET_ASIDE, subject="certificate")
def set_certificate_aside(*, actor: Actor, certificate: Certificate, at: Moment) -> Certificate:
    """Say that a certificate is not used any more; it stays in the file, and its warning ends.

    Raises:
        Invalid: it has been set aside already.
    """
    _, today = live(at)
    if certificate.set_aside_on is not None:
        raise Invalid(Words("이미 쓰지 않는 인증서입니다.", "It has been set aside already."))
    certificate.set_aside_on = today
    certificate.save(update_fields=["set_aside_on"])
    close_duties(certificate, at)
    record(
        events.CERTIFICATE_SET_ASIDE,
        certificate.company,
        actor=actor,
        at=at,
        facts=Facts({"name": certificate.name}),
    )
    return certificate


@act(may="firms.keep_file", records=events.REPORT_ADDED, subject="company")
def add_report(*, actor: Actor, company: Company, report: NewReport, upload: File, at: Moment) -> Report:
    """Add a report with its paper.

    Raises:
        Invalid: something is missing, it was made in the future, or the paper cannot be kept.
    """
    instant, today = live(at)
    if report.made_on > today:
        raise Invalid(Words("아직 오지 않은 날입니다.", "This day has not come yet."), "made_on")
    _refuse_too_many(company)
    row = Report.objects.create(
        company=company, name=line(report.name, "name", most=160), made_on=report.made_on
    )
    keep_paper(row, upload, actor=actor, at=instant)
    record(events.REPORT_ADDED, company, actor=actor, at=at, facts=Facts({"name": row.name}))
    return row


@act(may="firms.warn_of_end", records=events.END_WARNED, subject="certificate")
def warn_of_end(*, actor: Actor, certificate: Certificate, at: Moment) -> Certificate:
    """Put the end of a certificate on the desk of its firm, once at each distance of the rules.

    Raises:
        NothingToWarn: the firm was warned already, or the end is far.
    """
    _, today = live(at)
    days, until = warning_due(certificate, today), certificate.valid_until
    if days is None or until is None:
        raise NothingToWarn(Words("알릴 것이 없습니다.", "There is nothing to warn of."))
    certificate.warned_days = days
    certificate.save(update_fields=["warned_days"])
    close_duties(certificate, at)
    charge = Charge(OfficeKind.FIRM, certificate.company.organisation_id)
    words = OVER if until < today else RENEW.filled(days=days)
    open_duty(certificate, charge, words, at, due_on=until)
    said = spoken(until)
    told = {"name": certificate.name, "until": said.ko, "until_en": said.en, "days": days}
    record(events.END_WARNED, certificate, actor=actor, at=at, facts=Facts(told))
    return certificate


def _own(company: Company, replaces: Certificate | None) -> Certificate | None:
    """The certificate that is replaced, if it is in the same file and in use."""
    if replaces is None:
        return None
    row = company.certificates.filter(pk=replaces.pk, set_aside_on__isnull=True).first()
    if row is None:
        raise Invalid(Words("바꿀 인증서를 찾을 수 없습니다.", "The certificate to replace was not found."))
    return row


def _refuse_too_many(company: Company) -> None:
    if company.certificates.count() + company.reports.count() >= MOST_PAPERS:
        raise Invalid(
            Words(
                f"인증서와 보고서는 모두 {MOST_PAPERS}개까지 둘 수 있습니다.",
                f"A file takes up to {MOST_PAPERS} certificates and reports.",
            )
        )
