"""Reads on people and seats."""

from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from madang.apps.accounts.models import Appointment, Delegation, Organisation, Person, Seat
from madang.core.authority import Actor, Channel


def organisations_of(kind: str) -> QuerySet[Organisation]:
    """Organisations of a kind, by name."""
    return Organisation.objects.filter(kind=kind).order_by("name_ko")


def organisation_by_slug(slug: str) -> Organisation:
    """The organisation with this key."""
    return Organisation.objects.get(slug=slug)


def appointments_on(person: Person, day: date) -> QuerySet[Appointment]:
    """Seats that a person holds on a day."""
    return (
        Appointment.objects.filter(person=person, days__contains=day)
        .select_related("seat__organisation")
        .order_by("seat__organisation__name_ko", "seat__name_ko")
    )


def delegations_on(person: Person, day: date) -> QuerySet[Delegation]:
    """Seats lent to a person on a day, and whose holder still holds them."""
    return (
        Delegation.objects.filter(deputy=person, days__contains=day, ended_at__isnull=True)
        .filter(holder__appointments__seat_id=F("seat_id"), holder__appointments__days__contains=day)
        .select_related("seat__organisation", "holder")
        .distinct()
    )


def actor_in(person: Person, seat_id: UUID, day: date, channel: Channel) -> Actor | None:
    """The person as actor in a seat on a day, by own appointment or as deputy; None when neither holds."""
    held = appointments_on(person, day).filter(seat_id=seat_id).first()
    if held:
        return Actor(held.seat.office, person.pk, None, channel)
    lent = delegations_on(person, day).filter(seat_id=seat_id).first()
    return Actor(lent.seat.office, person.pk, lent.holder_id, channel) if lent else None


def seats_of(person: Person, day: date) -> list[tuple[Seat, Person | None]]:
    """Every seat from which the person may act on a day, with the holder when it is lent."""
    own: list[tuple[Seat, Person | None]] = [(a.seat, None) for a in appointments_on(person, day)]
    return own + [(d.seat, d.holder) for d in delegations_on(person, day)]
