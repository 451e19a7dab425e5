"""The desk: whose duties it shows, in which order, with which sums, filters and pages."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madang.core.authority import OfficeKind
from madang.core.case_models import Duty
from madang.core.keys import uuid7
from madang.kernel.statutes.due import due_date
from tests.apps.selection.zone_builders import noon
from tests.people import an_actor
from tests.portal.readers import at, html, signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2025, 3, 3)


@pytest.fixture(autouse=True)
def _today():
    at(noon(TODAY))


def a_duty(kind="ministry", *, due=None, title="산업용 헴프", **more):
    """An open duty of an office, with the sum of the 90-day clock when it has a day."""
    counted = due_date("DES-03", start=date(2025, 1, 2)) if due else None
    given = {
        "case_kind": "selection.designation", "case_id": uuid7(), "office_kind": kind, "role": kind,
        "title_ko": title, "title_en": f"{title} (en)", "what_ko": "관계기관 협의 요청",
        "what_en": "Open the consultation", "path": "/designations/1/", "opened_at": noon(TODAY),
        "due_on": due, "rule_id": "DES-03" if due else "", "explanation": counted.to_json() | {"due_on": due.isoformat()} if counted else {},
    } | more  # fmt: skip
    return Duty.objects.create(**given)


def ministry():
    return signed_in(an_actor(OfficeKind.MINISTRY, "mss"))


def places(page, *titles):
    return sorted(titles, key=lambda title: page.index(f">{title}<"))


@pytest.mark.parametrize(("address", "next_one"), [("/desk/", "/desk/"), ("/en/desk/", "/en/desk/")])
def test_reader_without_a_sign_in_is_led_to_it_and_back(address, next_one):
    response = Client().get(address)
    assert response.status_code == 302
    assert "login" in response.headers["Location"]
    assert response.headers["Location"].endswith(next_one.replace("/", "%2F"))


def test_reader_who_holds_no_office_is_told_so_and_not_sent_in_a_ring(django_user_model):
    client = Client()
    person = django_user_model.objects.create_user("nobody@example.org", name="사람")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert "아직 담당 직위가 없습니다" in html("/desk/", client)


def test_overdue_stands_first_then_the_earliest_day_and_undated_last():
    for title, due in (
        ("미래", TODAY + timedelta(20)),
        ("없음", None),
        ("지남", TODAY - timedelta(3)),
        ("오늘", TODAY),
    ):
        a_duty(due=due, title=title)
    page = html("/desk/", ministry())
    assert places(page, "미래", "없음", "지남", "오늘") == ["지남", "오늘", "미래", "없음"]
    assert "3일 지남" in page


def test_each_date_has_its_sum_and_article_behind_it():
    a_duty(due=due_date("DES-03", start=date(2025, 1, 2)).due_on)
    page = html("/desk/", ministry())
    assert "계산 근거" in page
    assert "제44조제1항" in page


def test_duty_without_a_statutory_day_says_so_instead_of_a_date():
    a_duty()
    assert "법에 정한 기한 없음" in html("/desk/", ministry())


@pytest.mark.parametrize(("shown", "titles"), [
    ("overdue", {"지남"}), ("week", {"오늘"}), ("undated", {"없음"}), ("nonsense", {"지남", "오늘", "먼날", "없음"}),
])  # fmt: skip
def test_filter_narrows_to_what_it_names_and_unknown_ones_to_nothing(shown, titles):
    for title, due in (
        ("먼날", TODAY + timedelta(20)),
        ("없음", None),
        ("지남", TODAY - timedelta(3)),
        ("오늘", TODAY),
    ):
        a_duty(due=due, title=title)
    page = html(f"/desk/?show={shown}", ministry())
    assert {title for title in ("먼날", "없음", "지남", "오늘") if f">{title}<" in page} == titles


def test_office_sees_its_own_duties_and_none_of_its_neighbours():
    daegu, busan = (
        an_actor(OfficeKind.PROVINCE, "daegu", "daegu"),
        an_actor(OfficeKind.PROVINCE, "busan", "busan"),
    )
    a_duty("province", organisation_id=daegu.office.organisation_id, title="대구의 일")
    a_duty("province", organisation_id=busan.office.organisation_id, title="부산의 일")
    a_duty("ministry", title="부처의 일")
    page = html("/desk/", signed_in(daegu))
    assert ">대구의 일<" in page
    assert "부산의 일" not in page
    assert "부처의 일" not in page


def test_duty_of_one_evaluator_is_not_shown_to_another():
    one, two = an_actor(OfficeKind.EVALUATOR, "pool"), an_actor(OfficeKind.EVALUATOR, "pool")
    a_duty(
        "evaluator", organisation_id=one.office.organisation_id, person_id=one.person_id, title="첫째의 평가"
    )
    assert ">첫째의 평가<" in html("/desk/", signed_in(one))
    assert "첫째의 평가" not in html("/desk/", signed_in(two))


def test_closed_and_carried_duties_have_left_the_desk():
    a_duty(title="끝난 일", is_open=False)
    a_duty(title="안긴 시계", is_clock=True, is_carried=True, due=TODAY)
    page = html("/desk/", ministry())
    assert "지금 처리할 일이 없습니다." in page


def test_clock_that_stands_for_a_supplement_says_so():
    a_duty(due=TODAY + timedelta(3), paused_on=TODAY)
    assert "보완을 기다리는 동안 기간이 멈춥니다." in html("/desk/", ministry())


def test_ministry_sees_in_the_second_tab_what_it_waits_for():
    a_duty("province", title="시·도의 차례")
    page = html("/desk/?from=others", ministry())
    assert ">시·도의 차례<" in page
    assert "시·도의 차례" not in html("/desk/", ministry())


def test_firm_has_no_second_tab_and_cannot_type_its_way_there():
    a_duty("ministry", title="남의 차례")
    firm = signed_in(an_actor(OfficeKind.FIRM, "firm"))
    page = html("/desk/?from=others", firm)
    assert "남의 차례" not in page
    assert "다른 기관의 처리를 기다리는 일" not in page


def test_fifty_first_duty_stands_on_the_second_page_with_the_filter_kept():
    for number in range(51):
        a_duty(title=f"일 {number:02}", due=TODAY - timedelta(60 - number))
    client = ministry()
    page = html("/desk/?show=overdue", client)
    assert page.count('<th scope="row"') == 50
    assert "?show=overdue&amp;page=2" in page
    assert ">일 50<" in html("/desk/?show=overdue&page=2", client)
    assert ">일 50<" in html("/desk/?page=zzz&show=overdue&page=99", client)


def test_desk_in_english_reads_english():
    a_duty(due=TODAY - timedelta(1), title="Hemp")
    page = html("/en/desk/", ministry())
    assert ">Hemp (en)<" in page
    assert 'href="/en/designations/1/"' in page
    assert "습니다" not in page


def test_desk_costs_the_same_queries_for_one_duty_and_for_three(django_assert_num_queries):
    client = ministry()
    a_duty(due=TODAY)
    with django_assert_num_queries(6):
        html("/desk/", client)
    a_duty(due=TODAY)
    a_duty()
    with django_assert_num_queries(6):
        html("/desk/", client)


def test_desk_is_never_kept_for_anybody():
    a_duty(title="비공개")
    response = ministry().get("/desk/")
    assert "no-store" in response.headers["Cache-Control"]
    assert Client().get("/desk/").status_code == 302
