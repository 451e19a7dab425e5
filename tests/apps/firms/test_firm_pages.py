"""The pages of a firm's file: forms by part, papers as downloads, and nothing of it for anybody else."""

from typing import Any

import pytest
from django.test import Client

from madang.apps.firms.models import Certificate, Company, CompanyPerson
from madang.core.authority import OfficeKind
from madang.core.files.models import Attachment
from tests.apps.exemptions.builders import PDF, a_firm, busan, noon, with_ministries
from tests.apps.firms.builders import DATA, TODAY, a_certificate, a_file, a_paper, a_person, a_report
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    at(noon(TODAY))


def test_firm_enters_its_file_part_by_part_and_sees_it_on_one_page() -> None:
    browser = signed_in(a_firm())
    assert "아직 적은 내용이 없습니다." in text_of(browser.get("/firm/"))
    assert browser.get("/firm/certificates/new/").status_code == 404
    wrong = text_of(send(browser, "/firm/data/", business_number="123-45-67890", address="부산"))
    assert "사업자등록번호가 맞지 않습니다." in wrong
    assert "부산" in wrong
    assert not Company.objects.exists()
    send(browser, "/firm/data/", business_number="1234567891", address="부산", business=DATA.business)
    send(browser, "/firm/people/new/", role="contact", name="가나다", phone="02-000-0000")
    days = {"valid_from": "2024-01-01", "valid_until": "2026-10-01"}
    send(browser, "/firm/certificates/new/", name="인증", issuer="인증원", **days, upload=a_paper())
    shown = text_of(
        send(browser, "/firm/reports/new/", name="성적서", made_on="2026-08-01", upload=a_paper())
    )
    assert "123-45-67891" in shown
    assert "30일 남음" in shown
    assert "가나다, 02-000-0000" in shown
    english = text_of(browser.get("/en/firm/"))
    assert "30 days left" in english
    assert "A certificate was added: 인증." in english
    renewal = f"/firm/certificates/new/?replaces={Certificate.objects.get().pk}"
    send(browser, renewal, name="인증", issuer="인증원", valid_from="2026-09-01")
    assert Certificate.objects.get(set_aside_on=TODAY).replaced_by is not None
    send(browser, f"/firm/people/{CompanyPerson.objects.get().pk}/remove/")
    assert not CompanyPerson.objects.exists()


def test_stale_tab_shows_what_was_stored_and_keeps_what_was_typed() -> None:
    firm = a_firm()
    company = a_file(firm)
    browser = signed_in(firm)
    send(browser, "/firm/data/", address="첫째 주소", seen=str(company.version))
    stale = text_of(send(browser, "/firm/data/", address="둘째 주소", seen=str(company.version)))
    assert "첫째 주소" in stale
    assert "둘째 주소" in stale
    assert Company.objects.get().address == "첫째 주소"
    assert DATA.address in text_of(browser.get("/firm/editions/1/"))


def test_new_request_starts_with_the_file_and_offers_its_papers() -> None:
    firm = a_firm()
    a_person(firm)
    kept = Attachment.objects.get(case_id=a_certificate(firm).pk)
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    browser = signed_in(firm)
    form = text_of(browser.get("/confirmations/new/"))
    assert DATA.business in form
    assert "가나다, 02-000-0000, contact@example.org" in form
    assert "인증서.pdf" in form
    filled = {
        "zone": str(busan().pk), "subject_public": "배달 로봇", "business": DATA.business, "permits": "모름",
        "was_refused": "no", "contact": "가나다", "papers": str(kept.pk),
    }  # fmt: skip
    shown = text_of(send(browser, "/confirmations/new/", **filled, send="1"))
    assert "신청했습니다." in shown
    assert "인증서.pdf" in shown
    assert "papers" not in text_of(signed_in(a_firm("another-firm")).get("/confirmations/new/"))


def test_strangers_find_neither_the_file_nor_its_papers() -> None:
    play = with_ministries("msit")
    firm = play.firm
    person, certificate, report = a_person(firm), a_certificate(firm), a_report(firm)
    papers = Attachment.objects.filter(case_id__in=(certificate.pk, report.pk))
    paths = [
        "/firm/editions/1/", f"/firm/people/{person.pk}/remove/", f"/firm/certificates/{certificate.pk}/set-aside/",
        *(f"/firm/papers/{paper.pk}/" for paper in papers),
    ]  # fmt: skip
    own = [signed_in(firm).get(path) for path in paths]
    given = [b"".join(answer.streaming_content) for answer in own if answer.streaming]
    assert given == [PDF, PDF]
    assert [answer.status_code for answer in own] == [200] * 5
    # offices with a part in the firm's request, another firm, and the public
    others = [play.province, play.ministry, play.ministries["msit"], a_firm("another-firm")]
    for browser in [*map(signed_in, others), Client()]:
        assert [browser.get(path).status_code for path in paths] == [404] * 5
        page = text_of(browser.get(play.confirmation.path))
        assert "contact@example.org" not in page
        assert DATA.address not in page
