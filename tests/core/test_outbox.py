"""What leaves after commit: enqueued with the act, delivered once to each listener, nothing for an act undone."""

from datetime import datetime

import pytest
from django_tasks_db.models import DBTaskResult

from madang.apps.accounts.acts import NewOrganisation, register_organisation
from madang.core.acts import Invalid
from madang.core.audit import events
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, Actor, Channel, OfficeKind
from madang.core.moments import SEOUL
from madang.core.outbox import delivery
from madang.kernel.words import Words

NOW = datetime(2026, 11, 2, 10, tzinfo=SEOUL)
FIRM = NewOrganisation("a-firm", OfficeKind.FIRM, "가나전자", "Gana Electronics")
KIND = "accounts.organisation_registered"


@pytest.fixture
def heard():
    """Listen for registrations and return what was heard."""
    events = []
    delivery.listen(KIND, events.append)
    yield events
    delivery._listeners.pop(KIND)


@pytest.mark.django_db
@pytest.mark.usefixtures("heard")
def test_event_with_a_listener_is_enqueued_in_the_acts_own_transaction():
    register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("heard")
def test_act_that_fails_leaves_nothing_in_the_queue(monkeypatch):
    def fall(*written):
        raise Invalid(Words("끝", "end"))

    monkeypatch.setattr(events, "write", fall)
    with pytest.raises(Invalid):
        register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    assert DBTaskResult.objects.count() == 0
    assert not Event.objects.filter(name=KIND).exists()


@pytest.mark.django_db
def test_event_is_handed_to_each_listener_once_however_often_the_worker_runs(heard):
    register_organisation(actor=SYSTEM, organisation=FIRM, at=NOW)
    event = Event.objects.get(name=KIND)
    assert delivery.deliver.call(str(event.id)) == 1
    assert delivery.deliver.call(str(event.id)) == 0
    assert [one.pk for one in heard] == [event.pk]


@pytest.mark.django_db
@pytest.mark.usefixtures("heard")
def test_replayed_record_tells_nobody():
    actor = Actor(SYSTEM.office, channel=Channel.HISTORY)
    register_organisation(actor=actor, organisation=FIRM, at=NOW)
    assert DBTaskResult.objects.count() == 0
