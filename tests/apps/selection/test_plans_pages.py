"""Pages of a plan: writing, saving alone, stale tabs, files, partners, submitting; and that others find nothing."""

import io
import json
import unicodedata
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from madang.apps.accounts.models import Organisation, Person
from madang.apps.selection.acts.papers import attach_paper
from madang.apps.selection.acts.partners import agree_to_partner
from madang.apps.selection.acts.plans import PlanDraft, save_draft
from madang.apps.selection.models import Call, Plan, Receipt
from madang.core import clock, keeping
from madang.core.authority import SYSTEM, Refused
from madang.core.files.models import Attachment
from madang.core.walls import reading_as
from tests.apps.selection.builders import (
    CLOSES,
    EMBARGO,
    ITEMS,
    WITHIN,
    a_call,
    a_plan,
    a_submitted_plan,
    basic,
    invite,
    ministry,
    province,
)

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture(autouse=True)
def _fresh(settings, tmp_path):
    keeping.forget()
    settings.MEDIA_ROOT = tmp_path / "files"


def at(instant):
    clock.set_demo(timedelta(0))
    clock.set_demo(instant - clock.now())


def signed_in(actor):
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person_id), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def text_of(response):
    return response.content.decode()


def address(plan, name="plan", **more):
    return reverse(f"selection:{name}", kwargs={"pk": plan.pk, **more})


def status_of(client, road):
    """The status of a download, read to its end so that the file is closed again."""
    answer = client.get(road)
    if answer.streaming:
        assert b"".join(answer.streaming_content)
    return answer.status_code


def stored(plan):
    with reading_as(SYSTEM):
        return Plan.objects.get(pk=plan.pk)


def typed(plan, **changed):
    return {"title_ko": plan.title_ko, "seen": str(stored(plan).version), "once": str(uuid4()), **changed}


@pytest.fixture
def daegu():
    return province("daegu")


@pytest.fixture
def plan(daegu):
    made = a_plan(a_call(), daegu, title="대구의 비밀 계획")
    at(WITHIN)
    return made


def test_applicant_starts_a_plan_on_the_call_page_and_comes_to_its_editor(daegu):
    a_call()
    at(WITHIN)
    client = signed_in(daegu)
    answer = client.post("/calls/giz-2/plans/new/", {"title_ko": "새 계획", "once": str(uuid4())})
    with reading_as(daegu):
        made = Plan.objects.get(title_ko="새 계획")
    assert answer.headers["Location"] == address(made)
    page = text_of(client.get(address(made)))
    assert "명칭, 위치와 면적" in page
    assert "제74조" in page
    assert "data-autosave" in page


def test_refusal_to_start_is_said_on_the_call_page():
    a_call()
    at(WITHIN)
    client = signed_in(province("seoul"))
    page = text_of(client.post("/calls/giz-2/plans/new/", {"title_ko": "서울"}, follow=True))
    assert "신청할 수 없습니다" in page
    assert "수도권" in page


def test_page_shows_each_item_met_or_not_met_with_its_article(daegu, plan):
    save_draft(actor=daegu, plan=plan, draft=PlanDraft(plan.title_ko, {"projects": ""}), at=WITHIN)
    page = text_of(signed_in(daegu).get(address(plan)))
    assert page.count("checklist-state") >= 18
    assert 'href="#id_projects"' in page
    assert "미충족" in page


def test_autosave_keeps_what_was_written_and_returns_the_new_version(daegu, plan):
    client = signed_in(daegu)
    answer = client.post(address(plan, "autosave_plan"), typed(plan, projects="저절로 저장"))
    assert answer.json()["version"] == stored(plan).version
    assert stored(plan).items["projects"] == "저절로 저장"
    assert stored(plan).items["operators"] == ITEMS["operators"], "an item that was not sent stays"


def test_autosave_with_the_same_form_key_saves_each_time(daegu, plan):
    client, key = signed_in(daegu), str(uuid4())
    for words in ("하나", "둘"):
        assert (
            client.post(address(plan, "autosave_plan"), typed(plan, once=key, projects=words)).status_code
            == 200
        )
    assert stored(plan).items["projects"] == "둘"


def test_autosave_of_a_stale_page_answers_409_and_overwrites_nothing(daegu, plan):
    old = stored(plan).version
    save_draft(actor=daegu, plan=plan, draft=PlanDraft("먼저 저장"), at=WITHIN)
    answer = signed_in(daegu).post(
        address(plan, "autosave_plan"), typed(plan, title_ko="나중", seen=str(old))
    )
    assert answer.status_code == 409
    assert stored(plan).title_ko == "먼저 저장"


@pytest.mark.parametrize("words", ["가\x00나", "가\u0007", "가\uffff", "가" * 10_001, "가" + "\u0301" * 100])
def test_autosave_of_text_that_cannot_be_kept_answers_422_with_a_sentence(daegu, plan, words):
    answer = signed_in(daegu).post(address(plan, "autosave_plan"), typed(plan, projects=words))
    assert answer.status_code == 422
    assert json.loads(answer.content)["refusal"]["projects"]
    assert stored(plan).items["projects"] == ITEMS["projects"]


def test_stale_tab_gets_both_versions_and_can_save_again(daegu, plan):
    client, old = signed_in(daegu), str(stored(plan).version)
    save_draft(
        actor=daegu, plan=plan, draft=PlanDraft(plan.title_ko, {"projects": "먼저 쓴 사업"}), at=WITHIN
    )
    answer = client.post(address(plan), typed(plan, projects="나중에 쓴 사업", seen=old))
    page = text_of(answer)
    assert answer.status_code == 409
    assert "먼저 쓴 사업" in page
    assert "나중에 쓴 사업" in page
    assert stored(plan).items["projects"] == "먼저 쓴 사업"
    version = str(stored(plan).version)
    assert f'name="seen" value="{version}"' in page
    assert client.post(address(plan), typed(plan, projects="합친 사업", seen=version)).status_code == 302
    assert stored(plan).items["projects"] == "합친 사업"


def test_text_in_pieces_is_kept_composed_and_braces_are_shown_as_typed(daegu, plan):
    client = signed_in(daegu)
    pieces = unicodedata.normalize("NFD", "로봇 실증 {{ 7|add:7 }} {% debug %} <b>")
    assert client.post(address(plan), typed(plan, title_ko=pieces)).status_code == 302
    assert stored(plan).title_ko == "로봇 실증 {{ 7|add:7 }} {% debug %} <b>"
    page = text_of(client.get(address(plan)))
    assert "{{ 7|add:7 }} {% debug %} &lt;b&gt;" in page


def test_title_of_a_megabyte_is_refused_on_the_page(daegu, plan):
    answer = signed_in(daegu).post(address(plan), typed(plan, title_ko="a" * 1_000_000))
    assert answer.status_code in (200, 422)
    assert "입력한 내용을 다시 확인해 주십시오" in text_of(answer)
    assert stored(plan).title_ko == "대구의 비밀 계획"


def test_review_names_what_is_missing_and_the_plan_is_submitted_once_it_is_there(daegu, plan):
    client = signed_in(daegu)
    save_draft(actor=daegu, plan=plan, draft=PlanDraft(plan.title_ko, {"projects": ""}), at=WITHIN)
    assert "필수 항목이 비어 있습니다" in text_of(client.get(address(plan, "submit_plan")))
    refused = client.post(address(plan, "submit_plan"), {"once": str(uuid4())})
    assert "제출하지 못했습니다" in text_of(refused)
    assert client.post(address(plan), typed(plan, projects="사업", review="1")).headers[
        "Location"
    ] == address(plan, "submit_plan")
    page = text_of(client.post(address(plan, "submit_plan"), {"once": str(uuid4())}, follow=True))
    receipt = Receipt.objects.get()
    assert receipt.label in page
    assert receipt.sha256 in page
    assert receipt.sha256 in text_of(client.get(address(plan, "plan_receipt", number=1)))


def test_double_click_on_submit_shows_the_same_receipt_twice(daegu, plan):
    client, key = signed_in(daegu), str(uuid4())
    pages = [text_of(client.post(address(plan, "submit_plan"), {"once": key}, follow=True)) for _ in range(2)]
    assert Receipt.objects.count() == 1
    assert all("GIZ-2-0001" in page for page in pages)


def test_submit_after_the_close_says_when_it_closed_and_by_which_clock(daegu, plan):
    at(CLOSES + MINUTE)
    page = text_of(signed_in(daegu).post(address(plan, "submit_plan"), {"once": str(uuid4())}))
    assert "2024-08-30 18:00:00" in page
    assert "서버에 도달한 시각" in page
    assert not Receipt.objects.exists()


def test_changes_after_a_submission_are_marked_until_they_are_submitted(daegu):
    plan = a_submitted_plan(a_call(), daegu)
    at(WITHIN)
    client = signed_in(daegu)
    assert "제출본과 다른 수정 내용" not in text_of(client.get(address(plan)))
    client.post(address(plan), typed(plan, projects="고친 사업"))
    assert "제출본과 다른 수정 내용" in text_of(client.get(address(plan)))
    officer = text_of(signed_in(ministry()).get(address(plan)))
    assert "고친 사업" not in officer, "the ministry reads what was submitted"
    assert ITEMS["projects"] in officer
    client.post(address(plan, "submit_plan"), {"once": str(uuid4())})
    assert "고친 사업" in text_of(signed_in(ministry()).get(address(plan)))


def test_withdrawal_is_asked_once_more_and_then_final(daegu):
    plan = a_submitted_plan(a_call(), daegu)
    at(WITHIN)
    client = signed_in(daegu)
    assert "되살릴 수 없습니다" in text_of(client.get(address(plan, "withdraw_plan")))
    client.post(address(plan, "withdraw_plan"), {"once": str(uuid4())})
    assert stored(plan).state == "withdrawn"
    assert "data-autosave" not in text_of(client.get(address(plan)))


def test_decision_is_not_shown_to_the_applicant_before_the_results_are_open(daegu):
    plan = a_submitted_plan(a_call(), daegu)
    Plan.objects.filter(pk=plan.pk).update(state="shortlisted", reason_ko="실증 계획이 구체적임")
    Call.objects.update(state="decided")
    client = signed_in(daegu)
    at(EMBARGO - MINUTE)
    for page in (text_of(client.get(address(plan))), text_of(client.get("/calls/giz-2/"))):
        assert "후보 선정" not in page[page.index("<h1") :].split("선정 예정")[0]
        assert "실증 계획이 구체적임" not in page
    at(EMBARGO + MINUTE)
    page = text_of(client.get(address(plan)))
    assert "후보 선정" in page
    assert "실증 계획이 구체적임" in page


# another applicant


def walled(plan, attachment):
    return [
        ("get", address(plan)), ("post", address(plan)), ("post", address(plan, "autosave_plan")),
        ("get", address(plan, "submit_plan")), ("post", address(plan, "submit_plan")),
        ("get", address(plan, "withdraw_plan")), ("post", address(plan, "withdraw_plan")),
        ("post", address(plan, "invite_partner")), ("post", address(plan, "agree_to_partner")),
        ("post", address(plan, "leave_partnership")), ("post", address(plan, "attach_paper")),
        ("get", address(plan, "plan_file", file=attachment.pk)), ("post", address(plan, "remove_paper", file=attachment.pk)),
        ("get", address(plan, "plan_receipt", number=1)),
    ]  # fmt: skip


def attached(daegu, plan, name="증빙.pdf", content=PDF):
    upload = SimpleUploadedFile(name, content)
    return attach_paper(actor=daegu, plan=plan, paper="evidence", upload=upload, at=WITHIN)


@pytest.mark.parametrize("reader", ["busan", "ministry", "public", "basic"])
def test_draft_of_another_applicant_answers_404_on_every_road(daegu, plan, reader):
    attachment = attached(daegu, plan)
    readers = {"busan": lambda: signed_in(province("busan")), "ministry": lambda: signed_in(ministry()), "public": Client,
               "basic": lambda: signed_in(basic("daegu-jung", "daegu"))}  # fmt: skip
    client, before = readers[reader](), stored(plan).version
    for method, road in walled(plan, attachment):
        assert getattr(client, method)(road, typed(plan, title_ko="남의 손")).status_code == 404, road
    assert stored(plan).version == before
    own = signed_in(daegu)
    assert own.get(address(plan)).status_code == 200, "there is something to leak"
    assert status_of(own, address(plan, "plan_file", file=attachment.pk)) == 200


def test_attachment_of_another_plan_cannot_be_reached_through_an_own_plan(daegu, plan):
    attachment = attached(daegu, plan)
    busan = province("busan")
    other = a_plan(Call.objects.get(), busan)
    client = signed_in(busan)
    assert status_of(client, address(other, "plan_file", file=attachment.pk)) == 404
    assert client.post(address(other, "remove_paper", file=attachment.pk)).status_code == 404
    assert not Attachment.objects.get(pk=attachment.pk).is_removed


def test_act_called_directly_with_the_plan_of_another_province_changes_nothing(daegu, plan):
    busan = province("busan")
    with pytest.raises((Refused, Plan.DoesNotExist)):
        attach_paper(actor=busan, plan=plan, paper="map", upload=SimpleUploadedFile("a.pdf", PDF), at=WITHIN)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "road",
    [
        "/plans/1/",
        "/plans/abc/",
        "/plans/00000000-0000-7000-8000-000000000001/",
        "/plans/00000000-0000-7000-8000-000000000001/draft",
        "/plans/%00/",
        "/plans/00000000-0000-7000-8000-000000000001/files/x/",
    ],
)
def test_garbage_and_unknown_ids_answer_404(daegu, plan, road):
    assert signed_in(daegu).get(address(plan)).status_code == 200
    assert signed_in(daegu).post(road).status_code == 404


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("get", "autosave_plan"),
        ("get", "attach_paper"),
        ("get", "agree_to_partner"),
        ("put", "plan"),
        ("delete", "plan"),
        ("patch", "submit_plan"),
    ],
)
def test_wrong_verbs_are_refused_and_change_nothing(daegu, plan, method, name):
    before = stored(plan).version
    assert getattr(signed_in(daegu), method)(address(plan, name)).status_code == 405
    assert stored(plan).version == before


# files


def upload(client, plan, name, content, paper="evidence"):
    file = SimpleUploadedFile("x", content)
    file.name = name
    return text_of(
        client.post(
            address(plan, "attach_paper"), {"paper": paper, "upload": file, "once": str(uuid4())}, follow=True
        )
    )


def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", bytes(60 * 1024 * 1024))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("빈.pdf", lambda: b"", "빈 파일입니다"),
        ("큰.pdf", lambda: PDF + bytes(20 * 1024 * 1024), "파일이 너무 큽니다"),
        ("폭탄.docx", bomb, "지나치게 커지는 파일"),
        ("계획서.pdf", lambda: b"MZ\x90\x00" + bytes(90), "실행 파일은 올릴 수 없습니다"),
        ("계획서.pdf.exe", lambda: PDF, "실행되는 형식"),
    ],
)
def test_file_that_cannot_be_taken_is_refused_with_a_sentence_and_leaves_nothing(
    settings, daegu, plan, name, make, sentence
):
    assert sentence in upload(signed_in(daegu), plan, name, make())
    assert not Attachment.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_file_is_downloaded_under_its_name_and_never_as_a_page(daegu, plan):
    client = signed_in(daegu)
    assert "파일을 붙였습니다" in upload(
        client, plan, unicodedata.normalize("NFD", "위치도 (최종).pdf"), PDF, "map"
    )
    file = Attachment.objects.get()
    assert file.name == "위치도 (최종).pdf"
    answer = client.get(address(plan, "plan_file", file=file.pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%EC%9C%84")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_file_of_a_receipt_stays_readable_after_it_was_taken_out(daegu, plan):
    client, officer = signed_in(daegu), signed_in(ministry())
    file = attached(daegu, plan)
    client.post(address(plan, "submit_plan"), {"once": str(uuid4())})
    later = attached(daegu, plan, "나중.pdf", PDF + b"later")
    client.post(address(plan, "remove_paper", file=file.pk))
    assert status_of(officer, address(plan, "plan_file", file=file.pk)) == 200
    assert status_of(officer, address(plan, "plan_file", file=later.pk)) == 404, "not submitted"


# partners


def test_partner_is_invited_agrees_on_its_own_page_and_the_plan_goes_through(daegu):
    plan, busan = a_plan(a_call(kind="linked"), daegu), province("busan")
    at(WITHIN)
    lead, partner = signed_in(daegu), signed_in(busan)
    organisation = Organisation.objects.get(slug="busan")
    assert partner.get(address(plan)).status_code == 404
    lead.post(address(plan, "invite_partner"), {"organisation": str(organisation.pk)})
    assert "공동신청을 제안받은 계획서입니다" in text_of(partner.get(address(plan)))
    assert partner.post(address(plan), typed(plan)).status_code == 404, "only the lead writes"
    assert "아직 동의하지 않았습니다: 기관 busan" in text_of(lead.get(address(plan, "submit_plan")))
    partner.post(address(plan, "agree_to_partner"), {"once": str(uuid4())})
    lead.post(address(plan, "submit_plan"), {"once": str(uuid4())})
    assert stored(plan).state == "submitted"


def test_partner_that_leaves_finds_the_plan_no_more(daegu):
    plan, busan = a_plan(a_call(), daegu), province("busan")
    invite(plan, daegu, busan)
    agree_to_partner(actor=busan, plan=plan, at=WITHIN)
    at(WITHIN)
    partner = signed_in(busan)
    assert partner.post(address(plan, "leave_partnership")).headers["Location"] == "/calls/giz-2/"
    assert partner.get(address(plan)).status_code == 404


def test_lead_takes_an_invitation_back_and_garbage_organisations_are_404(daegu):
    plan, busan = a_plan(a_call(), daegu), province("busan")
    invite(plan, daegu, busan)
    at(WITHIN)
    lead = signed_in(daegu)
    for wrong in ("", "x", str(uuid4())):
        assert lead.post(address(plan, "invite_partner"), {"organisation": wrong}).status_code == 404
    organisation = Organisation.objects.get(slug="busan")
    lead.post(address(plan, "leave_partnership"), {"organisation": str(organisation.pk)})
    assert signed_in(busan).get(address(plan)).status_code == 404


@pytest.mark.parametrize("name", ["plan", "submit_plan", "withdraw_plan"])
def test_english_pages_of_a_plan_speak_english_beside_what_people_wrote(daegu, name):
    plan = a_submitted_plan(a_call(title_ko="Call"), daegu, title="Robot")
    Plan.objects.update(items=dict.fromkeys(ITEMS, "text"))
    at(WITHIN)
    page = text_of(signed_in(daegu).get(f"/en{address(plan, name)}"))
    body = page[page.index("<main") : page.index("</main>")]
    assert not {letter for letter in body if "가" <= letter <= "힣"}


def test_page_counts_its_queries_the_same_for_one_and_three_files(daegu, plan, django_assert_num_queries):
    client = signed_in(daegu)
    attached(daegu, plan)
    client.get(address(plan))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        client.get(address(plan))
    attached(daegu, plan, "둘.pdf")
    attached(daegu, plan, "셋.pdf")
    with django_assert_num_queries(len(one)):
        client.get(address(plan))
