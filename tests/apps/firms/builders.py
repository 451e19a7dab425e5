"""Builders of a firm's file; they act through the real acts."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from madang.apps.firms.acts.documents import NewCertificate, NewReport, add_certificate, add_report
from madang.apps.firms.acts.files import CompanyData, NewPerson, add_person, begin_file
from madang.apps.firms.models import Certificate, Company, CompanyPerson, Report
from madang.apps.firms.queries.files import file_of
from madang.core.authority import Actor
from tests.apps.exemptions.builders import PDF, noon

TODAY = date(2026, 9, 1)
ENDS = TODAY + timedelta(days=90)
DATA = CompanyData(
    "123-45-67891", "부산광역시 해운대구 센텀중앙로 1", "산업용 로봇 제조업", "자율주행 로봇으로 물건을 배송합니다.", "배송 로봇"
)  # fmt: skip


def a_paper(name: str = "인증서.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """A file on its way in."""
    return SimpleUploadedFile(name, content)


def a_file(actor: Actor, data: CompanyData = DATA) -> Company:
    """The file of the actor's firm."""
    return file_of(actor) or begin_file(actor=actor, data=data, at=noon(TODAY))


def a_person(actor: Actor, name: str = "가나다") -> CompanyPerson:
    """A contact in the file."""
    company = a_file(actor)
    new = NewPerson("contact", name, "02-000-0000", "contact@example.org")
    add_person(actor=actor, company=company, person=new, at=noon(TODAY))
    return CompanyPerson.objects.get(company=company, name=name)


def a_certificate(actor: Actor, *, until: date | None = ENDS, **more: Any) -> Certificate:
    """A certificate with its paper."""
    new = NewCertificate("품질경영시스템 인증", "어느 인증원", date(2024, 1, 1), until, "Q-1")
    given = {"upload": a_paper()} | more
    return add_certificate(actor=actor, company=a_file(actor), certificate=new, at=noon(TODAY), **given)


def a_report(actor: Actor, **more: Any) -> Report:
    """A report with its paper."""
    given = {"report": NewReport("시험성적서", TODAY), "upload": a_paper("성적서.pdf")} | more
    return add_report(actor=actor, company=a_file(actor), at=noon(TODAY), **given)
