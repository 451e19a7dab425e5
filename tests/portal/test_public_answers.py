"""How public addresses answer: language, headers, cookies, methods, and the addresses for machines."""

import pytest
from django.test import Client

from tests.apps.zones.builders import a_zone, an_other_zone

pytestmark = pytest.mark.django_db
PAGES = ("/", "/en/", "/zones/", "/zones/rfz-01-busan-blockchain/", "/zones/others/fez-incheon/", "/nothing/")


@pytest.fixture(autouse=True)
def _something_to_see():
    a_zone()
    an_other_zone()


@pytest.mark.parametrize("address", PAGES)
def test_public_page_sets_no_cookie_and_carries_the_guards(address):
    response = Client().get(address)
    assert not response.cookies
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_public_page_holds_no_inline_script_or_style(address):
    page = Client().get(address).content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize(("address", "language", "other"), [
    ("/", "ko", "/en/"), ("/en/", "en", "/"), ("/zones/?kind=giz", "ko", "/en/zones/?kind=giz"),
    ("/en/zones/", "en", "/zones/"),
])  # fmt: skip
def test_language_comes_from_the_address_alone_and_the_other_is_one_link_away(address, language, other):
    response = Client(headers={"accept-language": "fr"}).get(address)
    page = response.content.decode()
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in page
    assert f'href="{other}" hreflang' in page


def test_english_address_without_its_stroke_leads_to_the_english_home():
    response = Client().get("/en")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/")


@pytest.mark.parametrize(
    "address", [*PAGES[:5], "/desk/", "/robots.txt", "/healthz", "/readyz", "/favicon.ico"]
)
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_wrong_method_is_answered_405_with_a_way_on(address, method):
    response = getattr(Client(), method)(address)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "이 주소에서는 할 수 없는 요청입니다" in response.content.decode() or address.startswith("/en/")


def test_wrong_method_at_the_interface_is_answered_as_json():
    response = Client().get("/api/v1/acts/start_plan")
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert "아무것도 바뀌지 않았습니다" in response.json()["what"]


def test_machines_find_the_process_the_database_the_robots_and_the_picture():
    client = Client()
    assert client.get("/healthz").content == b"ok"
    assert client.get("/readyz").content == b"ready"
    assert b"Disallow: /desk/" in client.get("/robots.txt").content
    assert client.get("/favicon.ico").headers["Location"].endswith("madang.svg")


def test_head_request_of_a_page_answers_without_a_body():
    response = Client().head("/zones/")
    assert (response.status_code, response.content) == (200, b"")


def test_broken_view_answers_500_with_a_number_and_nothing_of_the_inside(monkeypatch):
    from madang.portal import happenings

    monkeypatch.setattr(happenings, "when", lambda event: 1 / 0)
    client = Client()
    client.raise_request_exception = False
    response = client.get("/")
    page = response.content.decode()
    assert response.status_code == 500
    assert "아무것도 저장하지 않았습니다" in page
    assert "ZeroDivisionError" not in page


def test_error_page_in_english_reads_english():
    page = Client().get("/en/nothing/").content.decode()
    assert "There is no such page" in page
    assert 'href="/en/zones/"' in page
