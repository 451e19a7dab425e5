"""Reads on people and seats."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet

from madang.apps.accounts.models import ApiToken, Appointment, Delegation, Organisation, Person, Seat
from madang.core.authority import Actor, Channel
from madang.core.moments import SEOUL
from madang.kernel.regions import successor_of


def organisations_of(kind: str) -> QuerySet[Organisation]:
    """Organisations of a kind, by name."""
    return Organisation.objects.filter(kind=kind).order_by("name_ko")


def organisation_by_slug(slug: str) -> Organisation:
    """The organisation with this key."""
    return Organisation.objects.get(slug=slug)


def organisation_by_id(key: UUID | None) -> Organisation | None:
    """The organisation with this id; None when there is none."""
    return Organisation.objects.filter(pk=key).first() if key else None


def province_of(region: str) -> Organisation | None:
    """The province or city that governs a region now; None when none is registered."""
    successor = successor_of(region)
    names = [successor.id, region] if successor else [region]
    found = {row.region: row for row in Organisation.objects.filter(kind="province", region__in=names)}
    return next((found[name] for name in names if name in found), None)


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
    """The person as actor in a seat on a day, by own appointment or as deputy; None when neither holds.

    People of the demonstration act in demo mode only: their accounts were open to everybody.
    """
    return _actor_where(person, day, channel, seat_id=seat_id)


def actor_in_first_seat(person: Person, day: date, channel: Channel) -> Actor | None:
    """The person as actor in the first seat of ``seats_of``; None without any."""
    return _actor_where(person, day, channel)


def _actor_where(person: Person, day: date, channel: Channel, **wanted: UUID) -> Actor | None:
    if person.is_demo and not settings.DEMO:
        return None
    held = appointments_on(person, day).filter(**wanted).first()
    if held:
        return Actor(held.seat.office, person.pk, None, channel)
    lent = delegations_on(person, day).filter(**wanted).first()
    return Actor(lent.seat.office, person.pk, lent.holder_id, channel) if lent else None


def seats_of(person: Person, day: date) -> list[tuple[Seat, Person | None]]:
    """Every seat from which the person may act on a day, with the holder when it is lent."""
    own: list[tuple[Seat, Person | None]] = [(a.seat, None) for a in appointments_on(person, day)]
    return own + [(d.seat, d.holder) for d in delegations_on(person, day)]


def actor_by_token(digest: str, at: datetime) -> Actor | None:
    """The actor of an API token by its hash; None when unknown, over, revoked, or its seat is lost."""
    token = (
        ApiToken.objects.filter(
            digest=digest, revoked_at__isnull=True, expires_at__gt=at, person__is_active=True
        )
        .select_related("person")
        .first()
    )
    return actor_in(token.person, token.seat_id, at.astimezone(SEOUL).date(), Channel.API) if token else None


def living_tokens(person: Person, at: datetime) -> QuerySet[ApiToken]:
    """Tokens of a person, of every seat, that are neither over nor revoked; the first to end comes first."""
    return (
        ApiToken.objects.filter(person=person, revoked_at__isnull=True, expires_at__gt=at)
        .select_related("seat__organisation")
        .order_by("expires_at", "name")
    )


def actor_for_cli(email: str, organisation: str, day: date) -> Actor | None:
    """The actor for the command line: a person by e-mail in a seat of an organisation (or in their only seat)."""
    person = Person.objects.filter(email=email.lower(), is_active=True).first()
    seats = [seat for seat, _ in seats_of(person, day)] if person else []
    wanted = [s for s in seats if organisation in ("", s.organisation.slug)]
    return actor_in(person, wanted[0].pk, day, Channel.CLI) if person and len(wanted) == 1 else None


def delegations_of(person: Person) -> QuerySet[Delegation]:
    """Delegations that the person gave or took, newest first; ``last_on`` is the last day."""
    return (
        Delegation.objects.filter(Q(holder=person) | Q(deputy=person))
        .select_related("seat__organisation", "holder", "deputy")
        .order_by("-days")
    )


def first_seat_of(organisation_id: str) -> Seat:
    """The seat of an organisation that was made with it."""
    return Seat.objects.filter(organisation_id=organisation_id).order_by("id")[0]


def organisations_in(kinds: Collection[str]) -> QuerySet[Organisation]:
    """Organisations of several kinds, by name."""
    return Organisation.objects.filter(kind__in=kinds).order_by("name_ko", "slug")


def addresses_of(organisation_ids: Collection[UUID], day: date) -> list[str]:
    """Mail addresses of the people who hold a seat of these organisations on a day."""
    held = Appointment.objects.filter(
        seat__organisation_id__in=organisation_ids, days__contains=day, person__is_active=True
    )
    return sorted(set(held.exclude(person__email="").values_list("person__email", flat=True)))
