"""The file of a firm: entered once, private, with dated editions; certificates warn before they end, once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from madang.apps.exemptions.acts.asking import ask_confirmation, begin_confirmation
from madang.apps.exemptions.models import Confirmation
from madang.apps.firms.acts.documents import (
    NewCertificate,
    NothingToWarn,
    add_certificate,
    set_certificate_aside,
    warn_of_end,
)
from madang.apps.firms.acts.files import CompanyData, add_person, begin_file, remove_person, save_file
from madang.apps.firms.jobs import warn_of_certificates
from madang.apps.firms.models import Certificate, Company, CompanyEdition, CompanyPerson
from madang.apps.firms.queries.files import CompanyFile, documents_of, files_visible_to, starting_values
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, SYSTEM, OfficeKind, Refused
from madang.core.case_models import Duty
from madang.core.files.models import Attachment
from tests.apps.exemptions.builders import PDF, a_firm, a_question, noon
from tests.apps.firms.builders import (
    DATA,
    ENDS,
    TODAY,
    NewPerson,
    a_certificate,
    a_file,
    a_paper,
    a_person,
    a_report,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NUMBER = "900101-1234568"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_every_change_leaves_an_edition_that_nobody_can_change() -> None:
    firm = a_firm()
    company = a_file(firm)
    moved = CompanyData("1234567891", "대구광역시 중구", DATA.industry, DATA.business, DATA.products)
    save_file(actor=firm, company=company, data=moved, at=noon(TODAY + DAY))
    with pytest.raises(Invalid, match="Nothing was changed"):
        save_file(actor=firm, company=company, data=moved, at=noon(TODAY + DAY))
    with pytest.raises(Invalid, match="file already"):
        begin_file(actor=firm, data=DATA, at=noon(TODAY))
    editions = list(company.editions.all())
    assert [(one.number, one.data["address"]) for one in editions] == [
        (2, "대구광역시 중구"),
        (1, DATA.address),
    ]
    assert editions[0].person_id == firm.person_id
    assert Event.objects.get(name="firms.file_saved").facts == {"fields": "주소", "fields_en": "Address"}
    with pytest.raises(DatabaseError), transaction.atomic():
        CompanyEdition.objects.update(data={})


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"business_number": "123-45-67890"}, "business_number"),
        ({"business_number": NUMBER}, "business_number"),
        ({"address": f"서울 {NUMBER}"}, "address"),
        ({"industry": "가" * 121}, "industry"),
        ({"business": f"대표 {NUMBER}"}, "business"),
        ({"products": "\u202e"}, "products"),
    ],
)
def test_data_that_cannot_be_kept_leave_no_file_behind(more: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        begin_file(actor=a_firm(), data=CompanyData(**more), at=noon(TODAY))
    assert refused.value.field == field
    assert NUMBER not in refused.value.words.ko
    assert not Company.objects.exists()


def test_person_in_charge_is_kept_without_numbers_and_removed_without_a_trace() -> None:
    firm = a_firm()
    person = a_person(firm, "가나다")
    company = a_file(firm)
    for new in (NewPerson("spy", "라마바"), NewPerson("contact", NUMBER), NewPerson("contact", "")):
        with pytest.raises(Invalid):
            add_person(actor=firm, company=company, person=new, at=noon(TODAY))
    assert starting_values(firm.office.organisation_id).contact == "가나다, 02-000-0000, contact@example.org"
    remove_person(actor=firm, company=company, person_id=person.pk, at=noon(TODAY))
    with pytest.raises(Invalid):
        remove_person(actor=firm, company=company, person_id=person.pk, at=noon(TODAY))
    assert not CompanyPerson.objects.exists()
    told = " ".join(str(event.facts) for event in Event.objects.all())
    kept = " ".join(str(one.data) for one in CompanyEdition.objects.all())
    assert "가나다" not in told + kept
    assert "contact@example.org" not in told + kept


def test_nobody_but_the_firm_itself_reads_or_changes_its_file() -> None:
    firm, other = a_firm(), a_firm("another-firm")
    company, certificate = a_file(firm), a_certificate(firm)
    # what could leak is there: the firm itself reads it
    assert list(files_visible_to(firm)) == [company]
    assert starting_values(firm.office.organisation_id).address == DATA.address
    assert documents_of(firm.office.organisation_id).count() == 1
    strangers = [an_actor(kind, "x", "busan") for kind in (OfficeKind.MINISTRY,)] + [other, PUBLIC]
    for actor in strangers:
        assert not files_visible_to(actor).exists()
        with pytest.raises(Refused):
            save_file(actor=actor, company=company, data=CompanyData(address="훔친 주소"), at=noon(TODAY))
        with pytest.raises(Refused):
            set_certificate_aside(actor=actor, certificate=certificate, at=noon(TODAY))
    assert starting_values(other.office.organisation_id) == CompanyFile()
    assert starting_values(None) == CompanyFile()


def test_paper_of_the_file_goes_into_a_request_without_a_second_upload() -> None:
    firm, other = a_firm(), a_firm("another-firm")
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    kept = Attachment.objects.get(case_id=a_certificate(firm).pk)
    alike = a_report(firm, upload=a_paper(kept.name, PDF + b"\n"))
    stolen = Attachment.objects.get(case_id=a_report(other).pk)
    row = ask_confirmation(actor=firm, question=a_question(), papers=[kept], at=noon(TODAY))
    taken = Attachment.objects.get(case_id=row.pk)
    assert (taken.name, taken.sha256, taken.pk == kept.pk) == (kept.name, kept.sha256, False)
    assert Event.objects.get(name="firms.paper_taken_over").facts["case_id"] == str(row.pk)
    both = [kept, Attachment.objects.get(case_id=alike.pk)]
    second = begin_confirmation(actor=firm, question=a_question(), papers=both, at=noon(TODAY))
    names = Attachment.objects.filter(case_id=second.pk, is_removed=False).values_list("name", flat=True)
    assert sorted(names) == ["인증서 (2).pdf", "인증서.pdf"]
    before = Confirmation.objects.count()
    for paper in (stolen, taken):  # another firm's, and one of a request and not of the file
        with pytest.raises(Invalid, match="holds no such paper"):
            begin_confirmation(actor=firm, question=a_question(), papers=[paper], at=noon(TODAY))
    assert Confirmation.objects.count() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"인증 {NUMBER}.pdf", PDF),
        ("명단.txt", f"홍길동 {NUMBER}".encode()),
        ("가짜.pdf", b"MZ\x90\x00 no pdf"),
    ],
)
def test_paper_that_cannot_be_kept_leaves_no_certificate(name: str, content: bytes) -> None:
    firm = a_firm()
    with pytest.raises(Invalid) as refused:
        a_certificate(firm, upload=a_paper(name, content))
    assert NUMBER not in refused.value.words.ko
    assert not Certificate.objects.exists()
    assert not Attachment.objects.exists()


def test_certificate_that_ends_before_it_begins_is_refused() -> None:
    firm = a_firm()
    new = NewCertificate("인증", "인증원", TODAY, TODAY - DAY)
    with pytest.raises(Invalid) as refused:
        add_certificate(actor=firm, company=a_file(firm), certificate=new, at=noon(TODAY))
    assert refused.value.field == "valid_until"


def test_end_of_a_certificate_comes_to_the_desk_at_ninety_and_thirty_days_once_each() -> None:
    firm = a_firm()
    certificate = a_certificate(firm)
    a_certificate(firm, until=None)

    def on(days_left: int) -> tuple[int, list[tuple[str, str]]]:
        for _ in range(2):  # the scheduler comes as often as it likes
            warn_of_certificates(noon(ENDS - days_left * DAY))
        duties = Duty.objects.filter(case_id=certificate.pk, is_open=True)
        assert all(duty.organisation_id == firm.office.organisation_id for duty in duties)
        assert all(duty.due_on == ENDS for duty in duties)
        warned = Event.objects.filter(name="firms.certificate_end_warned").count()
        return warned, [(duty.office_kind, duty.what_ko) for duty in duties]

    ninety, thirty = "인증서 갱신(유효기간 90일 안에 끝남)", "인증서 갱신(유효기간 30일 안에 끝남)"
    assert on(91) == (0, [])
    assert on(90) == (1, [("firm", ninety)])
    assert on(31) == (1, [("firm", ninety)])
    assert on(30) == (2, [("firm", thirty)])
    assert on(-5) == (2, [("firm", thirty)])
    with pytest.raises(NothingToWarn):
        warn_of_end(actor=SYSTEM, certificate=certificate, at=noon(ENDS))
    renewed = NewCertificate("품질경영시스템 인증", "어느 인증원", ENDS, ENDS + 900 * DAY)
    theirs = a_certificate(a_firm("another-firm"))
    with pytest.raises(Invalid, match="not found"):
        add_certificate(
            actor=firm, company=a_file(firm), certificate=renewed, replaces=theirs, at=noon(ENDS)
        )  # fmt: skip
    add_certificate(
        actor=firm, company=a_file(firm), certificate=renewed, replaces=certificate, at=noon(ENDS)
    )
    assert on(-6) == (2 + 1, [])  # the other firm's was warned of, ours was replaced


def test_server_that_was_down_warns_once_of_the_nearest_distance() -> None:
    a_certificate(a_firm())
    warn_of_certificates(noon(ENDS + 3 * DAY))
    warn_of_certificates(noon(ENDS + 4 * DAY))
    assert Event.objects.get(name="firms.certificate_end_warned").facts["days"] == 30
    assert Duty.objects.get(is_open=True).what_ko == "인증서 갱신(유효기간이 끝남)"
