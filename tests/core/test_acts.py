"""What an act promises: permission, one transaction, an event, the same submit once, no overwriting of the unseen."""

import threading
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from madang.apps.accounts.acts import NewOrganisation, delegate, end_delegation, register_organisation
from madang.apps.accounts.models import Organisation, Person, Seat
from madang.core import acts
from madang.core.acts import Invalid, SilentAct, act
from madang.core.audit.events import record
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, SYSTEM, OfficeKind, Refused
from madang.core.moments import SEOUL
from madang.core.submissions import submitted
from tests.people import a_person_in, an_actor, an_organisation

NOW = datetime(2026, 11, 2, 10, tzinfo=SEOUL)
FIRM = NewOrganisation("a-firm", OfficeKind.FIRM, "가나전자", "Gana Electronics")


@pytest.mark.django_db
def test_act_of_an_office_without_permission_is_refused_and_leaves_nothing():
    with pytest.raises(Refused):
        register_organisation(actor=PUBLIC, organisation=FIRM, at=NOW)
    assert not Organisation.objects.filter(slug="a-firm").exists()
    register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    assert Organisation.objects.filter(slug="a-firm").exists()


@pytest.mark.django_db
def test_act_that_records_no_event_is_rolled_back():
    def silent_act(*, actor, at):
        """Do something and say nothing."""
        Organisation.objects.create(slug="silent", kind="firm", name_ko="무", name_en="Mu")

    run = act(may="accounts.register", records=())(silent_act)
    try:
        with pytest.raises(SilentAct):
            run(actor=SYSTEM, at=NOW)
        assert not Organisation.objects.filter(slug="silent").exists()
    finally:
        acts._registry.pop("silent_act")


@pytest.mark.django_db
def test_event_cannot_be_recorded_outside_of_an_act():
    from madang.apps.accounts.events import APPOINTED

    organisation = an_organisation("one", OfficeKind.FIRM)
    with pytest.raises(RuntimeError, match="outside of an act"):
        record(APPOINTED, organisation, actor=SYSTEM, at=NOW)


@pytest.mark.django_db
@pytest.mark.both_engines
@pytest.mark.parametrize("change", ["UPDATE core_event SET name = 'x'", "DELETE FROM core_event"])
def test_database_itself_refuses_to_change_or_delete_events(change):
    register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    before = Event.objects.count()
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert Event.objects.count() == before > 0
    assert not Event.objects.filter(name="x").exists()


@pytest.mark.django_db
def test_same_submission_key_twice_makes_one_row_and_returns_it():
    key = uuid4()
    results = []
    for _ in range(2):
        with submitted(key):
            results.append(register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW))
    assert results[0].pk == results[1].pk
    assert Organisation.objects.filter(slug="a-firm").count() == 1


@pytest.mark.django_db
def test_submission_key_of_somebody_else_is_refused():
    key = uuid4()
    with submitted(key):
        register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    stranger = an_actor(OfficeKind.MINISTRY, "mss")
    with submitted(key), pytest.raises(Refused):
        register_organisation(actor=stranger, organisation=FIRM, at=NOW)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_engines
def test_same_submit_at_the_same_moment_from_four_threads_changes_once():
    key, made, errors = uuid4(), [], []

    def submit():
        try:
            with submitted(key):
                made.append(register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW).pk)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=submit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(made) == 4
    assert len(set(made)) == 1
    assert Event.objects.filter(name="accounts.organisation_registered", facts__name="가나전자").count() == 1


def days_from_now(count):
    return NOW.date() + timedelta(days=count)


@pytest.fixture
def holder(db):
    return an_actor(OfficeKind.PROVINCE, "region-busan", "busan")


def lend(holder, deputy, first=0, last=7):
    seat = Seat.objects.get(pk=holder.office.id)
    return delegate(
        actor=holder, seat=seat, deputy=deputy, starts_on=days_from_now(first), last_on=days_from_now(last),
        reason="출장", at=NOW,
    )  # fmt: skip


@pytest.fixture
def deputy(db):
    return a_person_in(an_organisation("region-ulsan", OfficeKind.PROVINCE, "ulsan").seats.get(), "대리인")


@pytest.mark.parametrize(
    ("first", "last", "field"), [(3, 2, "last_on"), (-9, -1, "last_on")], ids=["upside-down", "past"]
)
def test_delegation_with_impossible_days_is_refused_with_a_sentence(holder, deputy, first, last, field):
    with pytest.raises(Invalid) as refusal:
        lend(holder, deputy, first, last)
    assert refusal.value.field == field
    assert all(refusal.value.words)


def test_two_deputies_at_the_same_time_are_refused(holder, deputy):
    lend(holder, deputy)
    with pytest.raises(Invalid, match="deputises already"):
        lend(holder, deputy, 3, 9)


def test_deputy_acts_in_the_seat_on_its_days_only_and_ending_it_takes_effect_at_once(holder, deputy):
    from madang.apps.accounts.queries import actor_in
    from madang.core.authority import Channel

    delegation = lend(holder, deputy, 1, 3)

    def actor_on(day):
        return actor_in(deputy, holder.office.id, day, Channel.WEB)

    assert actor_on(days_from_now(0)) is None
    assert actor_on(days_from_now(1)).delegated_by == holder.person_id
    assert actor_on(days_from_now(3)) is not None
    assert actor_on(days_from_now(4)) is None
    end_delegation(actor=holder, delegation=delegation, at=NOW)
    assert actor_on(days_from_now(1)) is None


def test_deputy_cannot_lend_the_seat_on(holder, deputy):
    from madang.apps.accounts.queries import actor_in
    from madang.core.authority import Channel

    lend(holder, deputy)
    as_deputy = actor_in(deputy, holder.office.id, NOW.date(), Channel.WEB)
    third = Person.objects.create_user("third@example.org", name="셋째")
    with pytest.raises(Refused):
        lend(as_deputy, third, 20, 21)


def test_delegation_dies_with_the_holders_appointment(holder, deputy):
    from django.db.backends.postgresql.psycopg_any import DateRange

    from madang.apps.accounts.models import Appointment
    from madang.apps.accounts.queries import actor_in
    from madang.core.authority import Channel

    lend(holder, deputy)
    Appointment.objects.filter(person_id=holder.person_id).update(
        days=DateRange(date(2015, 1, 1), NOW.date())
    )
    assert actor_in(deputy, holder.office.id, NOW.date(), Channel.WEB) is None
