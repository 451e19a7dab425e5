"""Acts on organisations, seats, delegations and tokens of the API."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from madang.apps.accounts import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.accounts.models import ApiToken, Appointment, Delegation, Organisation, Person, Seat
from madang.apps.accounts.queries import living_tokens
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL, Moment, exact_day, instant_of
from madang.core.written import one_line
from madang.kernel.regions import NoSuchRegion, region
from madang.kernel.words import Words

#: the stable key of an organisation, as it stands in addresses and on the command line
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: later days are slips of the pen, and the calendar itself ends soon after
FARTHEST = date(2200, 12, 31)
#: an appointment before this day is a slip of the pen too
EARLIEST = date(2000, 1, 1)
#: a SHA-256 in lower-case hexadecimal
DIGEST = re.compile(r"[0-9a-f]{64}")
#: the farthest last day of a token, in days from today: a year, leap or not
LONGEST_TOKEN = timedelta(days=366)
#: tokens of one person in one seat that may live at a time
MOST_TOKENS = 10
#: nobody holds these: the public needs no seat, and the system's would see behind every wall
NO_ORGANISATION = (OfficeKind.PUBLIC, OfficeKind.SYSTEM)


@dataclass(frozen=True)
class NewOrganisation:
    """What an organisation is: stable key, kind, names in both languages, region if it has one."""

    slug: str
    kind: OfficeKind
    name_ko: str
    name_en: str
    region: str = ""
    is_demo: bool = False


@dataclass(frozen=True)
class NewToken:
    """What a token is: a name, the SHA-256 of its secret in hexadecimal, its last day. The secret itself never comes here."""

    name: str
    digest: str
    expires_on: date


@act(may="accounts.register", records=events.ORGANISATION_REGISTERED)
def register_organisation(*, actor: Actor, organisation: NewOrganisation, at: Moment) -> Organisation:
    """Register an organisation with a first seat of its kind.

    Raises:
        Invalid: the key is malformed or taken, a name is missing, the region unknown, or no such office is held.
    """
    _refuse_unfit(organisation)
    row = Organisation.objects.create(
        slug=organisation.slug, kind=organisation.kind.value, region=organisation.region,
        name_ko=one_line(organisation.name_ko, most=120, field="name_ko"),
        name_en=one_line(organisation.name_en, most=160, field="name_en"),
        is_demo=organisation.is_demo,
    )  # fmt: skip
    Seat.objects.create(organisation=row, kind=row.kind, name_ko="담당", name_en="Officer")
    record(
        events.ORGANISATION_REGISTERED,
        row,
        actor=actor,
        at=at,
        facts=Facts({"name": row.name_ko, "kind": row.kind}),
    )
    return row


@act(may="accounts.register", records=events.APPOINTED, subject="seat")
def appoint(*, actor: Actor, seat: Seat, person: Person, starts_on: date, at: Moment) -> Appointment:
    """Appoint a person to a seat from a day on.

    Raises:
        Invalid: the person holds the seat already, or will.
    """
    try:
        with transaction.atomic():
            row = Appointment.objects.create(person=person, seat=seat, days=DateRange(starts_on, None))
    except IntegrityError as error:
        raise Invalid(
            Words("이미 그 직위를 담당하는 사람입니다.", "This person holds the seat already."), "person"
        ) from error
    record(
        events.APPOINTED, seat, actor=actor, at=at, facts=Facts({"seat": str(seat), "person": str(person)})
    )
    return row


@act(may="accounts.delegate", records=events.DELEGATED, subject="seat")
def delegate(
    *, actor: Actor, seat: Seat, deputy: Person, starts_on: date, last_on: date, reason: str, at: Moment
) -> Delegation:
    """Lend a seat to a deputy from a day to a last day, both included (대리).

    Raises:
        Invalid: the days are upside down or past, the reason is missing, the deputy is the holder, or somebody
            deputises already.
    """
    why, today = one_line(reason, most=200, field="reason"), exact_day(at)
    if last_on < starts_on or (today and last_on < today):
        raise Invalid(
            Words(
                "대리 기간의 끝날이 시작일이나 오늘보다 앞섭니다.",
                "The last day lies before the first or before today.",
            ),
            "last_on",
        )
    if last_on > FARTHEST:
        raise Invalid(Words("끝나는 날짜가 너무 멉니다.", "The last day lies too far ahead."), "last_on")
    if deputy.pk == actor.person_id:
        raise Invalid(
            Words("자기 자신에게는 맡길 수 없습니다.", "You cannot deputise for yourself."), "deputy"
        )
    try:
        with transaction.atomic():
            row = Delegation.objects.create(
                seat=seat, holder=Person.objects.get(pk=str(actor.person_id)), deputy=deputy, reason=why,
                days=DateRange(starts_on, last_on + timedelta(days=1)),
            )  # fmt: skip
    except IntegrityError as error:
        raise Invalid(
            Words("그 기간에는 이미 다른 대리가 있습니다.", "Somebody deputises already in these days."),
            "starts_on",
        ) from error
    days = f"{starts_on:%Y-%m-%d}–{last_on:%Y-%m-%d}"
    record(
        events.DELEGATED,
        seat,
        actor=actor,
        at=at,
        facts=Facts({"seat": str(seat), "deputy": str(deputy), "days": days}),
    )
    return row


@act(may="accounts.end_delegation", records=events.DELEGATION_ENDED, subject="delegation")
def end_delegation(*, actor: Actor, delegation: Delegation, at: Moment) -> Delegation:
    """End a delegation at once; the seat returns to its holder."""
    if delegation.ended_at is None:
        delegation.ended_at = instant_of(at)
        delegation.save(update_fields=["ended_at"])
    record(
        events.DELEGATION_ENDED, delegation, actor=actor, at=at, facts=Facts({"seat": str(delegation.seat)})
    )
    return delegation


@act(may="accounts.issue_token", records=events.TOKEN_ISSUED, subject="seat")
def issue_token(*, actor: Actor, seat: Seat, token: NewToken, at: Moment) -> ApiToken:
    """Issue a token of the API for the actor's own seat, good to the end of its last Korean day.

    Raises:
        Invalid: the name is missing or too long, the last day past or more than 366 days ahead, the digest no SHA-256
            or taken, or ten tokens of this person and seat live already.
    """
    name = one_line(token.name, most=80, field="name")
    _refuse_days_of_token(token.expires_on, exact_day(at))
    if not DIGEST.fullmatch(token.digest):
        raise Invalid(
            Words(
                "확인값은 소문자 16진수 64자리의 SHA-256이어야 합니다.",
                "The digest must be a SHA-256: 64 lower-case hexadecimal digits.",
            ),
            "digest",
        )
    person = Person.objects.get(pk=str(actor.person_id))
    _refuse_eleventh(person, seat, at)
    ends = datetime.combine(token.expires_on + timedelta(days=1), time.min, SEOUL)
    try:
        with transaction.atomic():
            row = ApiToken.objects.create(
                person=person, seat=seat, name=name, digest=token.digest, expires_at=ends
            )
    except IntegrityError as error:
        raise Invalid(
            Words(
                "이미 쓰인 확인값입니다. 새 비밀값으로 만드십시오.",
                "This digest is taken: make a new secret.",
            ),
            "digest",
        ) from error
    facts = {"name": name, "seat": str(seat), "last_on": token.expires_on}
    record(events.TOKEN_ISSUED, row, actor=actor, at=at, facts=Facts(facts))
    return row


@act(may="accounts.revoke_token", records=events.TOKEN_REVOKED, subject="token")
def revoke_token(*, actor: Actor, token: ApiToken, at: Moment) -> ApiToken:
    """Revoke a token of the API at once and for good.

    Raises:
        Invalid: it is revoked already.
    """
    if token.revoked_at is not None:
        raise Invalid(Words("이미 취소한 토큰입니다.", "This token is revoked already."))
    token.revoked_at = instant_of(at)
    token.save(update_fields=["revoked_at"])
    facts = {"name": token.name, "seat": str(token.seat)}
    record(events.TOKEN_REVOKED, token, actor=actor, at=at, facts=Facts(facts))
    return token


def _refuse_days_of_token(last_on: date, today: date | None) -> None:
    if today is None or last_on < today:
        raise Invalid(Words("마지막 날이 이미 지났습니다.", "The last day has passed already."), "expires_on")
    if last_on - today > LONGEST_TOKEN:
        raise Invalid(
            Words(
                f"토큰은 오늘부터 {LONGEST_TOKEN.days}일까지만 쓸 수 있습니다. 더 이른 날을 고르십시오.",
                f"A token lasts {LONGEST_TOKEN.days} days from today at most. Choose an earlier day.",
            ),
            "expires_on",
        )


def _refuse_eleventh(person: Person, seat: Seat, at: Moment) -> None:
    """The seat is locked by the act, so that two at once cannot both be the tenth."""
    now = instant_of(at)
    if now and living_tokens(person, now).filter(seat=seat).count() >= MOST_TOKENS:
        raise Invalid(
            Words(
                f"한 직위에서 쓸 수 있는 토큰은 {MOST_TOKENS}개까지입니다. 쓰지 않는 토큰을 취소하십시오.",
                f"One seat has at most {MOST_TOKENS} tokens at a time. Revoke one that is not in use.",
            )
        )


def _refuse_unfit(new: NewOrganisation) -> None:
    if not SLUG.fullmatch(new.slug) or len(new.slug) > 60:
        raise Invalid(
            Words(
                "기관 열쇠는 영문 소문자·숫자·붙임표로 60자까지 쓸 수 있습니다.",
                "The key has up to 60 lower-case letters, digits and hyphens.",
            ),
            "slug",
        )
    if Organisation.objects.filter(slug=new.slug).exists():
        raise Invalid(
            Words("이미 등록된 기관 열쇠입니다.", "An organisation with this key is registered."), "slug"
        )
    if new.kind in NO_ORGANISATION:
        raise Invalid(
            Words("이 종류의 기관은 등록하지 않습니다.", "No organisation of this kind is registered."),
            "kind",
        )
    if new.region:
        _refuse_unknown_region(new.region)


def _refuse_unknown_region(key: str) -> None:
    try:
        region(key)
    except NoSuchRegion as error:
        raise Invalid(Words("없는 지역입니다.", "There is no such region."), "region") from error


@dataclass(frozen=True)
class NewPerson:
    """Whose account is made: sign-in address and name. The password is set by the person, by a link."""

    email: str
    name: str


@act(may="accounts.register", records=events.PERSON_REGISTERED, subject="seat")
def register_person(*, actor: Actor, seat: Seat, person: NewPerson, starts_on: date, at: Moment) -> Person:
    """Make a person's account and seat them from a day on (계정 등록). Nobody can sign in before a password is set.

    Raises:
        Invalid: the address is not one or has an account, the name is missing, or the day is too far away.
    """
    email = one_line(person.email, most=120, field="email").lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Invalid(
            Words("전자우편 주소의 형식이 아닙니다.", "This is not an e-mail address."), "email"
        ) from error
    if Person.objects.filter(email=email).exists():
        raise Invalid(Words("이미 계정이 있는 주소입니다.", "This address has an account already."), "email")
    if not EARLIEST <= starts_on <= FARTHEST:
        raise Invalid(Words("날짜가 너무 멉니다.", "The day is too far away."), "starts_on")
    row = Person.objects.create_user(email, name=one_line(person.name, most=80, field="name"))
    Appointment.objects.create(person=row, seat=seat, days=DateRange(starts_on, None))
    record(
        events.PERSON_REGISTERED, seat, actor=actor, at=at, facts=Facts({"seat": str(seat), "name": row.name})
    )
    return row
