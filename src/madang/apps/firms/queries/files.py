"""Reads on the files of firms: the firm's own, what later forms start with, and what is about to end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from madang.apps.firms.models import Certificate, Company, CompanyPerson
from madang.apps.firms.rules import WARN_DAYS
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.core.files.models import Attachment

HOLDERS = ("firms.certificate", "firms.report")


@dataclass(frozen=True)
class CompanyFile:
    """What a form of a firm starts with. Empty where the firm has entered nothing; ``documents`` may be taken over."""

    name: str = ""
    business_number: str = ""
    address: str = ""
    industry: str = ""
    business: str = ""
    products: str = ""
    contact: str = ""
    documents: Sequence[Attachment] = field(default_factory=tuple)


def files_visible_to(actor: Actor) -> QuerySet[Company]:
    """A firm's own file; nobody else reads one."""
    rows = Company.objects.select_related("organisation")
    if actor.kind is not OfficeKind.FIRM or actor.office.organisation_id is None:
        return rows.none()
    return rows.filter(organisation_id=actor.office.organisation_id)


def file_of(actor: Actor) -> Company | None:
    """The actor's own file; None while the firm has entered nothing."""
    return files_visible_to(actor).first()


def starting_values(organisation_id: UUID | None) -> CompanyFile:
    """What the forms of a firm start with. Ask only for the actor's own organisation."""
    if organisation_id is None:
        return CompanyFile()
    company = Company.objects.select_related("organisation").filter(organisation_id=organisation_id).first()
    if company is None:
        return CompanyFile()
    person = contact_of(company)
    return CompanyFile(
        company.organisation.name_ko, company.number_written, company.address, company.industry, company.business,
        company.products, said_of(person) if person else "", tuple(documents_of(organisation_id)),
    )  # fmt: skip


def contact_of(company: Company) -> CompanyPerson | None:
    """Whom offices may call: the first contact of the firm."""
    return company.people.filter(role="contact").first()


def said_of(person: CompanyPerson) -> str:
    """A person on one line."""
    return ", ".join(part for part in (person.name, person.phone, person.email) if part)


def documents_of(organisation_id: UUID | None) -> QuerySet[Attachment]:
    """The papers of a firm's file that are in use: of certificates that were not set aside, and of reports."""
    if organisation_id is None:
        return Attachment.objects.none()
    certificates = Certificate.objects.filter(
        company__organisation_id=organisation_id, set_aside_on__isnull=True
    )
    reports = Company.objects.filter(organisation_id=organisation_id).values("reports")
    held = Q(case_kind=HOLDERS[0], case_id__in=certificates.values("pk")) | Q(
        case_kind=HOLDERS[1], case_id__in=reports
    )
    return Attachment.objects.filter(held, is_removed=False).order_by("-at", "id")


def every_document_of(company: Company) -> QuerySet[Attachment]:
    """The papers of a file, those of certificates that were set aside too."""
    held = Q(case_kind=HOLDERS[0], case_id__in=company.certificates.values("pk")) | Q(
        case_kind=HOLDERS[1], case_id__in=company.reports.values("pk")
    )
    return Attachment.objects.filter(held, is_removed=False).order_by("at", "id")


def events_of(company: Company) -> QuerySet[Event]:
    """What happened in a file, the latest first."""
    keys = [str(company.pk), *(str(key) for key in company.certificates.values_list("pk", flat=True))]
    return Event.objects.filter(
        subject_kind__in=("firms.company", "firms.certificate"), subject_id__in=keys
    ).order_by("-at", "-id")


def certificates_to_warn_of(today: date) -> list[Certificate]:
    """Certificates in use whose end is near and of which the firm has not been warned at this distance."""
    near = Certificate.objects.filter(
        set_aside_on__isnull=True, valid_until__lte=today + timedelta(days=max(WARN_DAYS))
    )
    rows = near.select_related("company__organisation").order_by("valid_until", "id")
    return [row for row in rows if warning_due(row, today) is not None]


def warning_due(row: Certificate, today: date) -> int | None:
    """The distance in days of which a firm is to be warned now; None when it has been, or the end is far."""
    if row.valid_until is None or row.set_aside_on is not None:
        return None
    reached = [days for days in WARN_DAYS if (row.valid_until - today).days <= days]
    smallest = min(reached, default=None)
    if smallest is None or (row.warned_days is not None and row.warned_days <= smallest):
        return None
    return smallest
