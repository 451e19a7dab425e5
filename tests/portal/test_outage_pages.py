"""The database stops: before a request, in its middle, or for good. The reader gets a clear page, and it recovers."""

import psycopg
import pytest
from django.db import connection
from django.test import Client

from tests.apps.zones.builders import a_zone
from tests.portal.readers import html

pytestmark = pytest.mark.django_db(transaction=True)


def reader():
    client = Client()
    client.raise_request_exception = False
    return client


def end_the_backend():
    """End this connection's backend from another connection, as a restart of the server would."""
    given = connection.get_connection_params()
    wanted = {name: given[name] for name in ("dbname", "user", "host", "port", "password") if given.get(name)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    with psycopg.connect(**wanted, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


class EndsBefore:
    """Ends the backend before the n-th query of a request."""

    def __init__(self, place):
        self.place, self.seen = place, 0

    def __call__(self, execute, sql, params, many, context):
        self.seen += 1
        if self.seen == self.place:
            end_the_backend()
        return execute(sql, params, many, context)


def test_connection_lost_between_requests_is_answered_clearly_and_heals():
    a_zone()
    html("/zones/")
    end_the_backend()
    lost = reader().get("/zones/")
    assert lost.status_code == 503
    assert "데이터베이스에 연결할 수 없습니다" in lost.content.decode()
    assert "블록체인" in html("/zones/")


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_database_stopped_in_mid_request_gives_the_clear_page_and_the_next_request_works(place):
    a_zone()
    with connection.execute_wrapper(EndsBefore(place)):
        lost = reader().get("/zones/")
    assert (lost.status_code, lost.headers["Retry-After"]) == (503, "10")
    assert "이미 저장된 내용은 그대로 있습니다" in lost.content.decode()
    assert "블록체인" in html("/zones/")


def test_refused_connection_answers_503_in_english_too_and_heals(monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere/at/all")
    for address, said in (
        ("/", "잠시 서비스를 이용할 수 없습니다"),
        ("/en/", "The database cannot be reached"),
    ):
        lost = reader().get(address)
        assert lost.status_code == 503
        assert said in lost.content.decode()
        assert lost.headers["Cache-Control"] == "no-store"
    assert reader().get("/readyz").status_code == 503
    assert reader().get("/healthz").status_code == 200
    monkeypatch.undo()
    assert reader().get("/readyz").content == b"ready"
    html("/")


def test_page_of_an_outage_names_no_inside_of_the_system(monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere/at/all")
    page = reader().get("/").content.decode()
    for inside in ("Traceback", "psycopg", "/nowhere", "OperationalError", "django"):
        assert inside not in page
    monkeypatch.undo()


def test_machine_that_asks_the_interface_gets_the_outage_as_json(monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere/at/all")
    body = {"zone": "00000000-0000-7000-8000-000000000000", "note": "", "sources": []}
    lost = reader().post("/api/v1/acts/end_zone", body, content_type="application/json")
    monkeypatch.undo()
    assert (lost.status_code, lost.headers["Content-Type"]) == (503, "application/json")
