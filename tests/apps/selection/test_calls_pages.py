"""Pages of calls as the public, an officer of the ministry and an applicant open them."""

from datetime import timedelta

import pytest
from django.test import Client

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.calls import CallDraft, FunnelReport, announce_call, draft_call, report_funnel
from madang.apps.selection.acts.plans import start_plan, submit_plan
from madang.apps.selection.models import Call
from madang.core import clock, keeping
from madang.core.authority import Actor, Channel, Office, OfficeKind
from madang.kernel.partial_dates import PartialDate
from tests.apps.selection.builders import (
    CLOSES,
    OPENS,
    WITHIN,
    a_call,
    a_draft_call,
    a_plan,
    a_submitted_plan,
    ministry,
    province,
)
from tests.people import an_organisation

MINUTE = timedelta(minutes=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    keeping.forget()


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


def test_list_sorts_calls_into_open_coming_and_past(client):
    officer = ministry()
    a_call("giz-2", by=officer, title_ko="열린 공모")
    a_draft_call("giz-4", by=officer, title_ko="아직 초안")
    at(OPENS - MINUTE)
    assert "접수 예정" in text_of(client.get("/calls/"))
    at(OPENS + MINUTE)
    page = text_of(client.get("/calls/"))
    assert "접수 예정" not in page
    assert "열린 공모" in page
    assert "아직 초안" not in page
    at(CLOSES + MINUTE)
    assert "지금 접수 중인 공모가 없습니다." in text_of(client.get("/calls/"))


def test_kept_page_of_a_call_changes_when_the_window_closes(client):
    a_call()
    at(CLOSES - MINUTE)
    assert "접수 중" in text_of(client.get("/calls/giz-2/"))
    at(CLOSES + MINUTE)
    assert "접수 중" not in text_of(client.get("/calls/giz-2/"))


@pytest.mark.parametrize(
    "path", ["/calls/none/", "/calls/%00/", "/calls/../", "/calls/가나/", "/calls/giz-2/edit/", "/calls/new/"]
)
def test_call_that_does_not_exist_or_is_not_for_the_public_answers_404(client, path):
    a_call()
    assert client.get(path).status_code == 404


def test_draft_call_does_not_exist_for_anybody_but_the_ministry(client):
    officer = ministry()
    a_draft_call(by=officer)
    assert signed_in(officer).get("/calls/giz-2/").status_code == 200
    assert client.get("/calls/giz-2/").status_code == 404
    assert signed_in(province("daegu")).get("/calls/giz-2/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_reading_pages_refuse_other_verbs(client, method):
    a_call()
    assert getattr(client, method)("/calls/giz-2/").status_code == 405
    assert getattr(client, method)("/calls/").status_code == 405


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("", ("평가 기준", "수도권이 아닌", "서면평가 40%", "반올림", "예산")),
        (
            "/en",
            ("Evaluation rule", "outside the capital area", "paper evaluation 40%", "halves up", "Budget"),
        ),
    ],
)
def test_page_of_a_call_says_rule_law_and_window_in_both_languages(client, prefix, words):
    a_call(summary_ko="예산 10억 원", summary_en="Budget KRW 1 billion")
    at(OPENS + MINUTE)
    page = text_of(client.get(f"{prefix}/calls/giz-2/"))
    for word in words:
        assert word in page
    assert "2024-08-30 18:00:00" in page


def test_english_page_of_a_call_has_no_korean_beside_names(client):
    a_call(title_ko="Title", kind="linked")
    at(OPENS + MINUTE)
    page = text_of(client.get("/en/calls/giz-2/"))
    body = page[page.index("<main") : page.index("</main>")]
    assert not [letter for letter in body if "가" <= letter <= "힣"]


def test_applicant_sees_its_own_plans_on_the_call_page_and_no_other(client):
    call, daegu, busan = a_call(), province("daegu"), province("busan")
    a_plan(call, daegu, title="대구의 비밀 계획")
    at(WITHIN)
    assert "대구의 비밀 계획" in text_of(signed_in(daegu).get("/calls/giz-2/"))
    for reader in (signed_in(busan), client, signed_in(ministry())):
        assert "대구의 비밀 계획" not in text_of(reader.get("/calls/giz-2/"))


def test_ministry_sees_what_was_submitted_but_no_drafts():
    officer = ministry()
    call, daegu = a_call(by=officer), province("daegu")
    a_plan(call, daegu, title="아직 쓰는 계획")
    a_submitted_plan(call, daegu, title="제출한 계획")
    at(WITHIN)
    page = text_of(signed_in(officer).get("/calls/giz-2/"))
    assert "제출한 계획" in page
    assert "아직 쓰는 계획" not in page


def test_call_of_the_record_shows_unknown_counts_sources_and_outcomes(client):
    seat = an_organisation("mss", OfficeKind.MINISTRY).seats.get()
    history = Actor(Office(OfficeKind.MINISTRY, seat.pk, seat.organisation_id), channel=Channel.HISTORY)
    when = PartialDate.parse("2020-05")
    draft = CallDraft(
        "rfz-4",
        "4",
        "rfz",
        "제4차 공모",
        "Fourth",
        is_record=True,
        sources=("https://example.org/a",),
        confidence="high",
    )
    call = announce_call(actor=history, call=draft_call(actor=history, call=draft, at=when), at=when)
    counts = (FunnelReport("regions", 11), FunnelReport("plans", None, "18(신규 16·추가 2)"))
    report_funnel(actor=history, call=call, counts=counts, at=when)
    ulsan = an_organisation("ulsan", OfficeKind.PROVINCE, "ulsan").seats.get().office
    lead = Actor(ulsan, channel=Channel.HISTORY)
    submit_plan(actor=lead, plan=start_plan(actor=lead, call=call, title_ko="수소그린", at=when), at=when)
    page = text_of(client.get("/calls/rfz-4/"))
    for words in (
        "2020년 5월",
        "18(신규 16·추가 2)",
        "example.org",
        "신뢰도 높음",
        "수소그린",
        "평가 기준은 알려지지 않았습니다",
    ):
        assert words in page
    assert "18(신규 16·추가 2)" in text_of(client.get("/calls/"))


def call_form(**changed):
    return {
        "title_ko": "제3차 공모", "title_en": "Third call", "kind": "giz", "round": "G3", "slug": "giz-3",
        "opens_at": "2024-07-01T09:00", "closes_at": "2024-08-30T18:00:00", "embargo_at": "", "places": "3",
        "plans_per_applicant": "", "summary_ko": "", "summary_en": "", "required_items": ["projects"], **changed,
    }  # fmt: skip


def rule_form(**changed):
    rows = [
        ("필요성", "Need", "paper", "40"),
        ("실현성", "Feasibility", "paper", "６０"),
        ("파급", "Impact", "presentation", "100"),
    ]
    data = {"c-TOTAL_FORMS": "6", "c-INITIAL_FORMS": "0"}
    for n in range(6):
        ko, en, stage, marks = rows[n] if n < len(rows) else ("", "", "paper", "")
        data |= {
            f"c-{n}-ko": ko,
            f"c-{n}-en": en,
            f"c-{n}-stage": stage,
            f"c-{n}-full_marks": marks,
            f"c-{n}-weight": "",
        }
    return data | {
        "paper_share": "40", "presentation_share": "60", "paper_mark": "60", "paper_size": "6", "pass_mark": "60",
        "bonus_cap": "3", "drop_kind": "none", "drop_at_least": "3", "shortlist_size": "3", "decimals": "2",
        "rounding": "half_up", "tie_1": "presentation_total", "tie_2": "row:1", "tie_3": "", "tie_4": "", "reason": "", **changed,
    }  # fmt: skip


def test_officer_drafts_rules_and_announces_a_call_through_the_pages():
    officer = signed_in(ministry())
    at(OPENS - timedelta(days=2))
    assert officer.post("/calls/new/", call_form()).headers["Location"] == "/calls/giz-3/rule/"
    assert officer.post("/calls/giz-3/rule/", rule_form()).headers["Location"] == "/calls/giz-3/"
    call = Call.objects.get(slug="giz-3")
    record = call.rules.get().record
    assert [c["full_marks"] for c in record["criteria"]] == ["40", "60", "100"]
    assert record["tie_chain"] == ["presentation_total", "c1"]
    assert "필요성" in text_of(officer.get("/calls/giz-3/announce/"))
    assert officer.post("/calls/giz-3/announce/").status_code == 302
    assert Call.objects.get(slug="giz-3").state == "announced"


def test_rule_that_does_not_add_up_is_shown_again_with_its_sentence_and_all_rows():
    officer = signed_in(ministry())
    a_draft_call("giz-3")
    page = text_of(officer.post("/calls/giz-3/rule/", rule_form(paper_share="50")))
    assert "합이 100%가 아닙니다" in page
    assert "실현성" in page
    assert not Call.objects.get(slug="giz-3").rules.exists()


def test_more_rows_are_added_without_losing_what_was_typed():
    officer = signed_in(ministry())
    a_draft_call("giz-3")
    page = text_of(officer.post("/calls/giz-3/rule/", rule_form(more="1")))
    assert 'name="c-8-ko"' in page
    assert "실현성" in page


@pytest.mark.parametrize("sent", ["", "abc", "-1", "999999", "٣"])
def test_garbage_in_the_number_of_rows_never_breaks_the_page(sent):
    officer = signed_in(ministry())
    a_draft_call("giz-3")
    assert officer.post("/calls/giz-3/rule/", rule_form(**{"c-TOTAL_FORMS": sent})).status_code in (200, 302)


def test_title_of_a_million_letters_and_wrong_days_are_refused_on_the_form():
    officer = signed_in(ministry())
    page = officer.post("/calls/new/", call_form(title_ko="가" * 300_000, closes_at="2024-02-31T18:00"))
    assert page.status_code == 200
    assert "입력한 내용을 다시 확인해 주십시오" in text_of(page)
    assert not Call.objects.exists()


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_year_that_nobody_can_mean_is_refused_and_the_list_of_calls_still_opens(year):
    officer = signed_in(ministry())
    days = {"opens_at": f"{year}-01-01T00:00", "closes_at": f"{year}-12-31T23:59", "embargo_at": ""}
    page = officer.post("/calls/new/", call_form(**days))
    assert "1900년에서 2200년 사이가 아닙니다" in text_of(page)
    assert not Call.objects.exists()
    assert officer.get("/calls/").status_code == 200


def test_body_beyond_the_size_of_a_form_is_answered_with_400():
    officer = signed_in(ministry())
    assert officer.post("/calls/new/", call_form(title_ko="a" * 3_000_000)).status_code in (200, 400)
    assert not Call.objects.exists()


def test_stale_edit_shows_what_is_stored_now_and_keeps_what_was_typed():
    officer = ministry()
    call = a_draft_call("giz-3", by=officer)
    client = signed_in(officer)
    assert (
        client.post("/calls/giz-3/edit/", call_form(title_ko="먼저", seen=str(call.version))).status_code
        == 302
    )
    page = text_of(client.post("/calls/giz-3/edit/", call_form(title_ko="나중", seen=str(call.version))))
    assert "먼저" in page
    assert "나중" in page
    assert Call.objects.get(slug="giz-3").title_ko == "먼저"


def test_province_cannot_reach_the_ministry_pages_of_a_call():
    a_draft_call("giz-3")
    daegu = signed_in(province("daegu"))
    for page in ("new/", "giz-3/edit/", "giz-3/rule/", "giz-3/announce/", "giz-3/cancel/"):
        assert daegu.get(f"/calls/{page}").status_code == 404
        assert daegu.post(f"/calls/{page}", call_form()).status_code == 404
    assert Call.objects.get(slug="giz-3").state == "draft"
