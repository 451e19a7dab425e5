"""The web as tests use it: the demo clock set to an instant, a browser signed in as an actor, and forms sent."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from madang.apps.accounts.models import Person
from madang.core import clock
from madang.core.authority import Actor


def at(instant: datetime) -> None:
    """Set the clock of the database."""
    clock.set_demo(timedelta(0))
    clock.set_demo(instant - clock.now())


def signed_in(actor: Actor) -> Client:
    """A browser signed in as the actor's person."""
    client = Client()
    person = Person.objects.get(pk=actor.person_id)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(client: Client, path: str, **fields: Any) -> HttpResponse:
    """Send a form with a fresh submission key and follow where it leads."""
    return client.post(path, {"once": str(uuid4()), **fields}, follow=True)


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()
