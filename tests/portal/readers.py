"""Readers for tests of pages: by themselves, signed in, at a chosen instant."""

from datetime import datetime, timedelta

from django.test import Client

from madang.apps.accounts.models import Person
from madang.core import clock
from madang.core.authority import Actor


def html(address: str, client: Client | None = None) -> str:
    """The page at an address; anything but 200 fails."""
    response = (client or Client()).get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def at(instant: datetime) -> None:
    """Set the demo clock."""
    clock.set_demo(timedelta(0))
    clock.set_demo(instant - clock.now())


def signed_in(actor: Actor) -> Client:
    """A browser in which the actor has signed in."""
    client = Client()
    person = Person.objects.get(pk=actor.person_id)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client
