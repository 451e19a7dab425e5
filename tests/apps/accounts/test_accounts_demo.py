"""The demonstration: every seat can be tried, the clock can be moved, and none of it exists in earnest."""

import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from django.test import override_settings
from django.urls import reverse

from madang.apps.accounts.models import Person
from madang.core import clock
from madang.core.authority import OfficeKind
from madang.core.moments import SEOUL
from madang.settings.table import ROOT
from tests.people import an_organisation

pytestmark = pytest.mark.django_db
LATER = datetime(2031, 5, 6, 9, 30, tzinfo=SEOUL)
ASK = """
import django
django.setup()
from django.urls import Resolver404, resolve
for path in ("/demo/", "/demo/clock/", "/accounts/login/"):
    try:
        print(path, resolve(path).url_name)
    except Resolver404:
        print(path, "nothing")
"""


def test_one_click_opens_the_seat_of_an_office(client):
    an_organisation("mss", OfficeKind.MINISTRY)
    response = client.post("/demo/", {"seat": "ministry"})
    assert (response.status_code, response.url) == (302, reverse("desk"))
    assert client.get("/calls/new/").status_code == 200
    assert client.post("/demo/", {"seat": "firm"}).status_code == 302
    assert client.get("/calls/new/").status_code == 404


def test_seat_that_does_not_exist_cannot_be_tried(client):
    assert client.post("/demo/", {"seat": "system"}).status_code == 404
    assert not Person.objects.exists()


def test_everybody_steps_into_the_same_person_of_a_seat(client):
    for _ in range(2):
        client.post("/demo/", {"seat": "firm"})
    assert Person.objects.get().is_demo


def test_people_of_the_demonstration_may_nothing_once_it_is_over(client):
    client.post("/demo/", {"seat": "ministry"})
    assert client.get("/calls/new/").status_code == 200
    with override_settings(DEMO=False):
        assert client.get("/calls/new/").status_code == 404


def test_demo_clock_moves_now_forward_and_back_again(client):
    client.post("/demo/clock/", {"now": LATER.strftime("%Y-%m-%dT%H:%M")})
    assert abs(clock.now() - LATER) < timedelta(minutes=5)
    assert "2031. 5. 6." in client.get("/demo/").content.decode()
    client.post("/demo/clock/", {"reset": "1"})
    assert abs(clock.now() - clock.real_now()) < timedelta(seconds=5)


def test_demo_clock_that_was_left_moved_does_not_move_a_real_service():
    clock.set_demo(timedelta(days=365))
    assert clock.now() - clock.real_now() > timedelta(days=364)
    with override_settings(DEMO=False):
        assert abs(clock.now() - clock.real_now()) < timedelta(seconds=5)
        with pytest.raises(RuntimeError, match="demo mode only"):
            clock.set_demo(timedelta(days=1))


@pytest.mark.parametrize("typed", ["", "내일", "2031-13-01T09:00", "9999-12-31T23:59"])
def test_clock_is_not_set_to_what_is_no_time(client, typed):
    assert client.post("/demo/clock/", {"now": typed}).status_code == 422
    assert abs(clock.now() - clock.real_now()) < timedelta(seconds=5)


@pytest.mark.parametrize(("demo", "answer"), [("1", "demo"), ("0", "nothing")])
def test_demo_pages_exist_in_demo_mode_only(demo, answer, tmp_path):
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MADANG_")}
    given = {
        **kept, "MADANG_DEMO": demo, "MADANG_SECRET_KEY": "k" * 60, "MADANG_VAR": str(tmp_path),
        "DATABASE_URL": "postgresql:///nowhere", "DJANGO_SETTINGS_MODULE": "madang.settings.dev",
        "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    ended = subprocess.run([sys.executable, "-c", ASK], env=given, capture_output=True, text=True, check=True)
    told = dict(line.split(" ") for line in ended.stdout.splitlines())
    assert told["/demo/"] == answer
    assert told["/accounts/login/"] == "account_login"
