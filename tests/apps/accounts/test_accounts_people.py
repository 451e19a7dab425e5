"""Accounts are made by the ministry, or by the operator; their persons set the password by a link that works once."""

from datetime import datetime

import pytest

from madang.apps.accounts.acts import NewPerson, register_person
from madang.apps.accounts.models import Appointment, Person
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, OfficeKind, Refused
from madang.core.moments import SEOUL
from madang.portal import cli_people
from tests.people import an_actor, an_organisation

NOW = datetime(2026, 11, 2, 10, tzinfo=SEOUL)
TODAY = NOW.date()
PASSWORD = "긴-비밀번호-2026-마당"


@pytest.fixture
def busan(db):
    return an_organisation("region-busan", OfficeKind.PROVINCE, "busan").seats.get()


def register(seat, actor=SYSTEM, email="officer@example.org", name="김담당", on=TODAY):
    return register_person(actor=actor, seat=seat, person=NewPerson(email, name), starts_on=on, at=NOW)


def the_ministry(client):
    actor = an_actor(OfficeKind.MINISTRY, "mss")
    client.force_login(Person.objects.get(pk=actor.person_id), "django.contrib.auth.backends.ModelBackend")
    return client


def test_person_sets_a_password_by_the_link_once_and_signs_in(client, busan):
    page = the_ministry(client).post(
        "/people/",
        {"email": "Officer@Example.org", "name": "김담당", "organisation": str(busan.organisation_id), "starts_on": "2026-11-02"},
    )  # fmt: skip
    link = page.context["link"]
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    person = Person.objects.get(email="officer@example.org")
    assert not person.has_usable_password()
    client.logout()
    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    client.logout()
    again = client.get(link, follow=True)
    assert "password1" not in again.content.decode()


def test_registration_is_on_record_with_seat_and_name(busan):
    person = register(busan)
    assert Appointment.objects.get(person=person).seat == busan
    event = Event.objects.get(name="accounts.person_registered")
    assert event.facts["name"] == "김담당"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"name": " "}, "name"),
        ({"name": "가" * 81}, "name"),
        ({"on": TODAY.replace(year=9999)}, "starts_on"),
    ],
    ids=["no-address", "no-name", "long-name", "far-day"],
)
def test_registration_with_bad_input_is_refused_and_leaves_nobody(busan, changed, field):
    before = Person.objects.count()
    with pytest.raises(Invalid) as refusal:
        register(busan, **changed)
    assert refusal.value.field == field
    assert Person.objects.count() == before


def test_address_that_has_an_account_is_refused_in_any_spelling(busan):
    register(busan)
    with pytest.raises(Invalid, match="already"):
        register(busan, email="OFFICER@example.ORG")


def test_province_cannot_make_accounts_and_finds_no_such_page(client, busan):
    actor = an_actor(OfficeKind.PROVINCE, "region-ulsan", "ulsan")
    with pytest.raises(Refused):
        register(busan, actor=actor)
    client.force_login(Person.objects.get(pk=actor.person_id), "django.contrib.auth.backends.ModelBackend")
    assert client.get("/people/").status_code == 404


@pytest.mark.django_db
def test_operator_makes_the_first_account_on_the_command_line(capsys):
    an_organisation("mss", OfficeKind.MINISTRY)
    assert cli_people.run(["first@example.org", "이첫째", "mss"]) == 0
    assert "/accounts/password/reset/key/" in capsys.readouterr().out
    assert cli_people.run(["first@example.org", "이첫째", "mss"]) == 1
    assert cli_people.run(["second@example.org", "이둘째", "nowhere"]) == 1
