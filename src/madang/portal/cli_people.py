"""`madang person EMAIL NAME ORGANISATION`: the first account of an installation, made where its operator sits."""

import argparse

from madang.apps.accounts.acts import NewPerson, register_person
from madang.apps.accounts.models import Organisation
from madang.apps.accounts.queries import first_seat_of
from madang.apps.accounts.sign_in import password_link
from madang.core import clock
from madang.core.acts import Invalid
from madang.core.authority import SYSTEM
from madang.core.moments import SEOUL


def run(argv: list[str]) -> int:
    """Make an account, seat its person from today on, and print the path where a password is set; 1 when refused."""
    parser = argparse.ArgumentParser(prog="madang person", description=__doc__)
    parser.add_argument("email")
    parser.add_argument("name")
    parser.add_argument("organisation", help="key of the organisation, such as mss or region-busan")
    given = parser.parse_args(argv)
    organisation = Organisation.objects.filter(slug=given.organisation).first()
    if organisation is None:
        print("그런 기관이 없습니다. / There is no such organisation.")
        return 1
    at = clock.now()
    try:
        person = register_person(
            actor=SYSTEM, seat=first_seat_of(str(organisation.pk)), person=NewPerson(given.email, given.name),
            starts_on=at.astimezone(SEOUL).date(), at=at,
        )  # fmt: skip
    except Invalid as error:
        print(f"{error.words.ko}\n{error.words.en}")
        return 1
    print(f"{person.email}: {password_link(person)}")
    return 0
