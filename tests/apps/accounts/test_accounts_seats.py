"""Seats and deputies on the page: one acts from a seat that one holds, and lends only one's own."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from madang.apps.accounts.doors import SEAT
from madang.apps.accounts.models import Appointment, Delegation
from madang.apps.selection.models import Plan
from madang.core import clock
from madang.core.authority import SYSTEM, OfficeKind
from madang.core.moments import SEOUL
from madang.core.walls import reading_as
from tests.apps.selection.builders import WITHIN, a_call, province
from tests.apps.selection.web import at, signed_in
from tests.people import a_person_in, an_organisation

BACKEND = "django.contrib.auth.backends.ModelBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture
def at_the_desk(officer):
    client = Client()
    client.force_login(officer, BACKEND)
    return client


@pytest.fixture
def other_seat(db):
    return an_organisation("busan", OfficeKind.PROVINCE, "busan").seats.get()


@pytest.fixture
def colleague(other_seat):
    return a_person_in(other_seat, "이동료")


def day(count=0):
    return clock.now().astimezone(SEOUL).date() + timedelta(days=count)


def lend(client, person, **changed):
    given = {
        "deputy": person.email,
        "starts_on": day(),
        "last_on": day(3),
        "reason": "출장",
        "once": str(uuid4()),
    }
    return client.post("/seats/delegate/", {**given, **changed})


def test_seat_that_is_not_held_cannot_be_chosen(at_the_desk, officer, seat, other_seat):
    assert at_the_desk.post("/seats/", {"seat": str(other_seat.pk)}).status_code == 404
    assert SEAT not in at_the_desk.session
    assert at_the_desk.post("/seats/", {"seat": str(seat.pk)}).status_code == 302
    assert at_the_desk.session[SEAT] == str(seat.pk)


def test_person_with_two_seats_acts_from_the_chosen_one(at_the_desk, officer, other_seat):
    from madang.apps.accounts.acts import appoint
    from madang.core.authority import SYSTEM
    from tests.people import LONG_AGO, SETUP

    appoint(actor=SYSTEM, seat=other_seat, person=officer, starts_on=LONG_AGO, at=SETUP)
    at_the_desk.post("/seats/", {"seat": str(other_seat.pk)})
    assert at_the_desk.get("/calls/new/").status_code == 404
    seat = officer.appointments.exclude(seat=other_seat).get().seat
    at_the_desk.post("/seats/", {"seat": str(seat.pk)})
    assert at_the_desk.get("/calls/new/").status_code == 200


def test_deputy_acts_in_the_lent_seat_until_it_is_taken_back(at_the_desk, officer, seat, colleague):
    deputy = Client()
    deputy.force_login(colleague, BACKEND)
    assert deputy.post("/seats/", {"seat": str(seat.pk)}).status_code == 404
    assert lend(at_the_desk, colleague).status_code == 302
    assert deputy.post("/seats/", {"seat": str(seat.pk)}).status_code == 302
    assert deputy.get("/calls/new/").status_code == 200
    assert "김담당 님의 대리" in deputy.get("/seats/").content.decode()
    one = Delegation.objects.get()
    at_the_desk.post(f"/seats/delegations/{one.pk}/end/", {"once": str(uuid4())})
    assert deputy.get("/calls/new/").status_code == 404


def test_form_of_a_lent_seat_that_was_taken_back_is_not_carried_out_from_the_own_seat(other_seat, colleague):
    call, daegu = a_call(), province("daegu")
    at(WITHIN)
    holder, deputy = signed_in(daegu), Client()
    deputy.force_login(colleague, BACKEND)
    lend(holder, colleague)
    deputy.post("/seats/", {"seat": str(daegu.office.id)})
    assert deputy.get(f"/calls/{call.slug}/").status_code == 200
    holder.post(f"/seats/delegations/{Delegation.objects.get().pk}/end/", {"once": str(uuid4())})
    sent = {"title_ko": "대구의 계획", "once": str(uuid4())}
    assert deputy.post(f"/calls/{call.slug}/plans/new/", sent).status_code == 404
    with reading_as(SYSTEM):
        assert not Plan.objects.exists()
    assert deputy.get(f"/calls/{call.slug}/").status_code == 200
    assert deputy.post(f"/calls/{call.slug}/plans/new/", sent).status_code == 302
    with reading_as(SYSTEM):
        assert Plan.objects.get().organisation == other_seat.organisation


def test_deputy_cannot_pass_the_lent_seat_on_by_the_page(at_the_desk, seat, colleague, other_seat):
    third = a_person_in(other_seat, "박셋째")
    lend(at_the_desk, colleague)
    deputy = Client()
    deputy.force_login(colleague, BACKEND)
    deputy.post("/seats/", {"seat": str(seat.pk)})
    assert lend(deputy, third, starts_on=day(4), last_on=day(5)).status_code == 404
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"deputy": "nobody@example.org"}, "등록된 사람을 찾지 못했습니다"),
        ({"last_on": "2001-01-01"}, "대리 기간의 끝날이 시작일이나 오늘보다 앞섭니다"),
        ({"last_on": "9999-12-31"}, "날짜"),
        ({"reason": "가" * 201}, "200"),
        ({"starts_on": "어제"}, "날짜"),
    ],
    ids=["unknown-deputy", "past", "end-of-time", "long-reason", "no-date"],
)
def test_impossible_delegation_is_refused_with_a_sentence_on_the_page(
    at_the_desk, colleague, changed, sentence
):
    response = lend(at_the_desk, colleague, **changed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Delegation.objects.exists()


def test_delegation_of_others_cannot_be_ended_by_a_typed_address(at_the_desk, officer, colleague, other_seat):
    stranger = Client()
    stranger.force_login(a_person_in(other_seat, "최남남"), BACKEND)
    lend(at_the_desk, colleague)
    one = Delegation.objects.get()
    assert stranger.post(f"/seats/delegations/{one.pk}/end/").status_code == 404
    one.refresh_from_db()
    assert one.ended_at is None


@pytest.mark.both_engines
def test_same_delegation_sent_twice_is_made_once(at_the_desk, colleague):
    key = str(uuid4())
    assert [lend(at_the_desk, colleague, once=key).status_code for _ in range(2)] == [302, 302]
    assert Delegation.objects.count() == 1


@pytest.mark.both_engines
def test_second_deputy_for_overlapping_days_is_refused_on_the_page_and_the_first_stays(
    at_the_desk, colleague, other_seat
):
    second = a_person_in(other_seat, "박대리")
    assert lend(at_the_desk, colleague, starts_on=day(1), last_on=day(3)).status_code == 302
    refused = lend(at_the_desk, second, starts_on=day(3), last_on=day(5))
    assert refused.status_code == 422
    assert "그 기간에는 이미 다른 대리가 있습니다" in refused.content.decode()
    assert [one.deputy for one in Delegation.objects.all()] == [colleague]
    assert lend(at_the_desk, second, starts_on=day(4), last_on=day(5)).status_code == 302


@pytest.mark.both_engines
def test_database_itself_refuses_two_deputies_of_one_holder_on_one_day(seat, officer, colleague, other_seat):
    def lent(deputy, first, end, ended_at=None):
        return Delegation(
            seat=seat, holder=officer, deputy=deputy, days=DateRange(day(first), day(end)), ended_at=ended_at
        )

    second = a_person_in(other_seat, "박대리")
    lent(colleague, 0, 3).save()
    lent(second, 3, 5).save()
    lent(second, 1, 2, ended_at=clock.now()).save()
    with pytest.raises(IntegrityError, match="one_deputy_at_a_time"), transaction.atomic():
        lent(second, 2, 4).save()
    assert Delegation.objects.count() == 3


@pytest.mark.both_engines
def test_database_itself_refuses_to_appoint_a_person_twice_to_one_seat(seat, officer):
    held = Appointment.objects.get(person=officer, seat=seat)
    with pytest.raises(IntegrityError, match="appointed_once_at_a_time"), transaction.atomic():
        Appointment.objects.create(person=officer, seat=seat, days=held.days)
