"""Signing in: by password, by nobody else, not too often, and for as long as the person holds an office."""

import re
from datetime import date

import pytest
from django.core import mail
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from madang.apps.accounts.models import Appointment
from tests.apps.accounts.conftest import PASSWORD

LOGIN = "/accounts/login/"
pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD, path=LOGIN):
    return client.post(path, {"login": email, "password": password})


def text_of(response, email):
    """The page without what differs by design: the form's token and the address that was typed."""
    page = response.content.decode().replace(email, "ADDRESS")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize(("path", "lands"), [(LOGIN, "/desk/"), ("/en/accounts/login/", "/en/desk/")])
def test_right_password_opens_the_desk_in_the_readers_language(client, officer, path, lands):
    response = sign_in(client, officer.email.upper(), path=path)
    assert (response.status_code, response.url) == (302, lands)
    assert client.get(lands).status_code == 200


def test_wrong_password_gets_the_same_answer_for_known_and_unknown_accounts(client, officer):
    known = sign_in(client, officer.email, "틀린 비밀번호")
    unknown = sign_in(client, "nobody@example.org", "틀린 비밀번호")
    assert known.status_code == unknown.status_code == 200
    assert text_of(known, officer.email) == text_of(unknown, "nobody@example.org")
    assert "_auth_user_id" not in client.session


def test_form_without_its_token_is_refused_with_a_clear_page(officer):
    response = sign_in(Client(enforce_csrf_checks=True), officer.email)
    assert response.status_code == 403
    assert "양식이 오래되었습니다" in response.content.decode()


def test_five_wrong_passwords_lock_this_account_and_no_other(client, officer, seat):
    answers = [sign_in(client, officer.email, f"틀림 {n}").status_code for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    locked = sign_in(client, officer.email)
    assert locked.status_code == 429
    assert "15분" in locked.content.decode()
    assert "15 minutes" in sign_in(client, officer.email, path="/en/accounts/login/").content.decode()
    assert sign_in(client, "colleague@example.org", "틀림").status_code == 200


def test_spelling_the_address_differently_does_not_unlock_it(client, officer):
    for spelling in (
        officer.email,
        officer.email.upper(),
        f" {officer.email} ",
        officer.email,
        officer.email,
    ):
        sign_in(client, spelling, "틀림")
    assert sign_in(client, officer.email).status_code == 429


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/email/", "/accounts/password/set/"])
def test_nobody_makes_or_renames_an_account_by_themselves(client, officer, path):
    page = client.get(path).content.decode()
    assert "계정은 소속 기관이 관리합니다" in page
    before = type(officer).objects.count()
    client.post(
        "/accounts/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )
    sign_in(client, officer.email)
    client.post("/accounts/email/", {"email": "minister@example.org", "action_add": ""})
    assert type(officer).objects.count() == before
    assert not type(officer).objects.filter(email__in=["new@example.org", "minister@example.org"]).exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "http:///evil.example",
    ],
)
def test_next_never_leads_away_from_this_house(client, officer, elsewhere):
    response = client.post(LOGIN, {"login": officer.email, "password": PASSWORD, "next": elsewhere})
    assert (response.status_code, response.url) == (302, "/desk/")


def test_next_inside_this_house_is_followed_after_signing_in(client, officer):
    response = client.post(LOGIN, {"login": officer.email, "password": PASSWORD, "next": "/zones/"})
    assert response.url == "/zones/"


def test_session_dies_at_once_when_the_person_is_deactivated(client, officer):
    sign_in(client, officer.email)
    assert client.get("/seats/").status_code == 200
    officer.is_active = False
    officer.save()
    assert client.get("/seats/").status_code == 302
    sign_in(client, officer.email)
    assert client.get("/seats/").status_code == 302


def test_office_is_lost_at_once_when_the_appointment_ends(client, officer):
    sign_in(client, officer.email)
    assert client.get("/calls/new/").status_code == 200
    Appointment.objects.filter(person=officer).update(days=DateRange(date(2015, 1, 1), date(2020, 1, 1)))
    assert client.get("/calls/new/").status_code == 404
    assert "오늘 담당 직위가 없습니다" in client.get("/seats/").content.decode()


def test_forgotten_password_is_set_anew_by_the_link_in_the_mail(client, officer):
    asked = client.post("/accounts/password/reset/", {"email": officer.email})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"})
    assert (asked.status_code, asked.url) == (unknown.status_code, unknown.url)
    link = re.search(r"http://testserver(\S+)", next(m for m in mail.outbox if m.to == [officer.email]).body)
    form = client.get(link.group(1), follow=True)
    path = form.redirect_chain[-1][0]
    client.post(path, {"password1": "새로 정한 비밀번호 7", "password2": "새로 정한 비밀번호 7"})
    assert sign_in(Client(), officer.email).status_code == 200
    assert sign_in(Client(), officer.email, "새로 정한 비밀번호 7").status_code == 302


@pytest.mark.parametrize(
    "address", ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/"]
)
def test_pages_of_the_sign_in_library_speak_like_the_rest_of_the_house(client, officer, address):
    pages = [
        client.get(address),
        client.post(address, {"login": officer.email, "password": "틀림", "email": ""}),
    ]
    told = " ".join(page.content.decode() for page in pages)
    assert [word for word in ("당신", "이메일", "하세요", "주세요", "초기화", "올비르") if word in told] == []
