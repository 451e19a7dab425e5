"""The second factor: enrolled with an authenticator app, asked for at every sign-in, each code good for once."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from tests.apps.accounts.conftest import PASSWORD

ACTIVATE, AUTHENTICATE, LOGIN = (
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/authenticate/",
    "/accounts/login/",
)
pytestmark = pytest.mark.django_db


def code_of(secret):
    """What the app would show now."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def at_the_enrolment(client, officer):
    """Sign in, give the password again as the page asks, and return the secret that it shows."""
    client.post(LOGIN, {"login": officer.email, "password": PASSWORD})
    asked = client.get(ACTIVATE)
    assert asked.url.startswith("/accounts/reauthenticate/")
    client.post(asked.url, {"password": PASSWORD})
    return client.get(ACTIVATE).context["form"].secret


@pytest.fixture
def secret(client, officer):
    """The secret of an officer who has enrolled."""
    shown = at_the_enrolment(client, officer)
    assert client.post(ACTIVATE, {"code": code_of(shown)}).status_code == 302
    # the code of this half minute counts as used; only the tests are that quick
    cache.clear()
    return shown


def test_wrong_code_does_not_enrol_an_authenticator_app(client, officer):
    right = code_of(at_the_enrolment(client, officer))
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    assert client.post(ACTIVATE, {"code": wrong}).status_code == 200
    assert not Authenticator.objects.exists()


def test_password_alone_does_not_sign_in_once_a_second_factor_is_enrolled(officer, secret):
    client = Client()
    response = client.post(LOGIN, {"login": officer.email, "password": PASSWORD})
    assert (response.status_code, response.url.split("?")[0]) == (302, AUTHENTICATE)
    assert client.get("/seats/").status_code == 302
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"
    assert client.post(AUTHENTICATE, {"code": wrong}).status_code == 200
    assert client.get("/seats/").status_code == 302
    assert client.post(AUTHENTICATE, {"code": code_of(secret)}).url == "/desk/"
    assert client.get("/seats/").status_code == 200


def test_code_that_was_used_is_not_taken_a_second_time(officer, secret):
    code, answers = code_of(secret), []
    for client in (Client(), Client()):
        client.post(LOGIN, {"login": officer.email, "password": PASSWORD})
        answers.append(client.post(AUTHENTICATE, {"code": code}).status_code)
    assert answers == [302, 200]


def test_secret_is_not_shown_again_after_it_was_enrolled(client, officer, secret):
    pages = [client.get(path, follow=True).content.decode() for path in ("/accounts/2fa/", ACTIVATE)]
    assert "인증 앱" in pages[0]
    assert [page for page in pages if secret in page] == []
