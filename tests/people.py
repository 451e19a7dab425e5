"""Builders of organisations, people and actors for tests; they act through the real acts."""

from datetime import date, datetime

from madang.apps.accounts.acts import NewOrganisation, appoint, register_organisation
from madang.apps.accounts.models import Organisation, Person, Seat
from madang.core.authority import SYSTEM, Actor, Channel, OfficeKind
from madang.core.moments import SEOUL

LONG_AGO = date(2015, 1, 1)
SETUP = datetime(2018, 1, 2, 9, tzinfo=SEOUL)


def an_organisation(slug: str, kind: OfficeKind, region: str = "") -> Organisation:
    """Register an organisation, or return the one with this key."""
    found = Organisation.objects.filter(slug=slug).first()
    new = NewOrganisation(slug, kind, f"기관 {slug}", f"Organisation {slug}", region)
    return found or register_organisation(actor=SYSTEM, organisation=new, at=SETUP)


def a_person_in(seat: Seat, name: str = "") -> Person:
    """Make a person and appoint them to a seat."""
    count = Person.objects.count()
    person = Person.objects.create_user(f"person{count}@example.org", name=name or f"사람 {count}")
    appoint(actor=SYSTEM, seat=seat, person=person, starts_on=LONG_AGO, at=SETUP)
    return person


def an_actor(kind: OfficeKind, slug: str = "", region: str = "") -> Actor:
    """Return a person acting from a seat of a new (or the named) organisation of a kind."""
    organisation = an_organisation(slug or f"{kind.value}-{region or 'one'}", kind, region)
    seat = organisation.seats.get(kind=kind.value)
    return Actor(seat.office, a_person_in(seat).pk, None, Channel.WEB)
