"""Demo mode: one seat of every kind of office to step into. Outside demo mode nothing here is reachable.

The people are placeholders ("체험 담당자"), marked as demo in the database; organisations without a real counterpart too.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateRange

from madang.apps.accounts import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.accounts.models import Appointment, Organisation, Person, Seat
from madang.core.acts import act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind, Refused
from madang.core.moments import Moment
from madang.kernel.words import Words

SINCE = date(2015, 1, 1)
PLACEHOLDER = Words("체험 담당자({seat})", "Demo officer ({seat})")


@dataclass(frozen=True)
class DemoSeat:
    """A placeholder person in a seat: address key, kind of office, organisation (real slug, or a demo one with words)."""

    key: str
    kind: OfficeKind
    organisation: str
    words: Words
    region: str = ""


EVALUATORS = tuple(
    DemoSeat(
        f"evaluator-{n}", OfficeKind.EVALUATOR, "demo-evaluators", Words(f"평가위원 {n}", f"Evaluator {n}")
    )
    for n in range(1, 8)
)
MEMBERS = tuple(
    DemoSeat(f"member-{n}", OfficeKind.MEMBER, "demo-committee", Words(f"위원 {n}", f"Member {n}"))
    for n in range(1, 8)
)
FIXED = (
    DemoSeat("ministry", OfficeKind.MINISTRY, "mss", Words("중소벤처기업부", "Ministry of SMEs and Startups")),
    DemoSeat("secretary", OfficeKind.SECRETARY, "zone-committee-secretariat", Words("위원회 간사", "Committee secretary")),
    *EVALUATORS,
    *MEMBERS,
    DemoSeat("basic", OfficeKind.BASIC, "demo-basic", Words("체험 기초자치단체(경북)", "Demo basic-level government (Gyeongbuk)"), "gyeongbuk"),
    DemoSeat("firm", OfficeKind.FIRM, "demo-firm", Words("체험 기업", "Demo firm")),
    DemoSeat("agency", OfficeKind.AGENCY, "demo-agency", Words("체험 지원기관", "Demo support agency")),
)  # fmt: skip
GROUPS = {
    "demo-evaluators": Words("체험 평가위원단", "Demo evaluators"),
    "demo-committee": Words("체험 위원회", "Demo committee"),
}


def seats() -> list[DemoSeat]:
    """Return every demo seat: the fixed ones, then the registered local governments and other ministries."""
    kinds = (OfficeKind.PROVINCE.value, OfficeKind.OTHER_MINISTRY.value)
    rows = Organisation.objects.filter(kind__in=kinds, is_demo=False).order_by("kind", "slug")
    return [*FIXED, *(DemoSeat(o.slug, OfficeKind(o.kind), o.slug, o.words, o.region) for o in rows)]


def seat_by_key(key: str) -> DemoSeat | None:
    """Return the demo seat with this key."""
    return next((seat for seat in seats() if seat.key == key), None)


@act(may="accounts.open_demo_seat", records=events.DEMO_SEAT_OPENED)
def open_demo_seat(*, actor: Actor, seat: DemoSeat, at: Moment) -> Person:
    """Make sure the placeholder person of a demo seat exists and sits in it. Refused outside demo mode."""
    if not settings.DEMO:
        raise Refused("accounts.open_demo_seat")
    organisation = Organisation.objects.filter(slug=seat.organisation).first() or _demo_organisation(seat)
    place, _ = Seat.objects.get_or_create(
        organisation=organisation, kind=seat.kind.value, name_ko="담당", defaults={"name_en": "Officer"}
    )
    person, new = Person.objects.get_or_create(
        email=f"demo-{seat.key}@madang.invalid",
        defaults={"name": PLACEHOLDER.filled(seat=seat.words).ko, "is_demo": True, "password": "!"},
    )
    if new:
        Appointment.objects.create(person=person, seat=place, days=DateRange(SINCE, None))
    record(
        events.DEMO_SEAT_OPENED,
        place,
        actor=actor,
        at=at,
        facts=Facts({"seat": str(place), "person": person.name}),
    )
    return person


def _demo_organisation(seat: DemoSeat) -> Organisation:
    words = GROUPS.get(seat.organisation, seat.words)
    return Organisation.objects.create(
        slug=seat.organisation, kind=seat.kind.value, name_ko=words.ko, name_en=words.en,
        region=seat.region, is_demo=True,
    )  # fmt: skip
