"""Who is asking: from session to actor, re-checked at every request; and the lock-out answer."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from madang.apps.accounts.models import Person
from madang.apps.accounts.queries import actor_in, actor_in_first_seat
from madang.core.asked import asked
from madang.core.authority import PUBLIC, Actor, Channel
from madang.core.doors import korean_day

SEAT = "seat"
READING = ("GET", "HEAD", "OPTIONS")


def who_is_asking(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set ``request.actor``; an appointment or delegation that has ended is dead at the next request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked(request).actor = _actor(request) if request.user.is_authenticated else PUBLIC
        return get_response(request)

    return middleware


def _actor(request: HttpRequest) -> Actor:
    day = korean_day(request)
    person = signed_in(request)
    chosen = request.session.get(SEAT, "")
    actor = actor_in(person, UUID(chosen), day, Channel.WEB) if chosen else None
    if actor is None and chosen and request.method not in READING:
        # the form was filled in from a seat that is gone: from the next page on, the person acts from an own seat
        return Actor(PUBLIC.office, person.pk, None, Channel.WEB)
    if actor is None:
        request.session.pop(SEAT, None)
        actor = actor_in_first_seat(person, day, Channel.WEB)
    return actor or Actor(PUBLIC.office, person.pk, None, Channel.WEB)


def signed_in(request: HttpRequest) -> Person:
    """Return the person who is signed in; only for requests of which that is known."""
    return cast(Person, request.user)


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Answer after too many wrong passwords: says why and how long, for this account and address only."""
    return render(request, "accounts/locked_out.html", status=429)
