"""Acts of a firm on its own data and on the people in charge."""

from dataclasses import asdict, dataclass
from uuid import UUID

from madang.apps.accounts.queries import organisation_by_id
from madang.apps.firms import (
    events,
    rules,  # noqa: F401 -- rules enter the permissions
)
from madang.apps.firms.acts.writing import LINE, line, live, prose
from madang.apps.firms.models import ROLE_WORDS, Company, CompanyEdition, CompanyPerson
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.business_numbers import business_number
from madang.kernel.words import Words

MOST_PEOPLE, ADDRESS = 20, 200
FIELD_WORDS = {
    "business_number": Words("사업자등록번호", "Business registration number"),
    "address": Words("주소", "Address"),
    "industry": Words("업종", "Industry"),
    "business": Words("하는 사업", "Business"),
    "products": Words("제품과 서비스", "Products and services"),
}


@dataclass(frozen=True)
class CompanyData:
    """What a firm says of itself; whatever it leaves empty stays empty."""

    business_number: str = ""
    address: str = ""
    industry: str = ""
    business: str = ""
    products: str = ""


@dataclass(frozen=True)
class NewPerson:
    """Somebody in charge: role (representative, contact, safety), name, and how to reach them at work."""

    role: str
    name: str
    phone: str = ""
    email: str = ""


@act(may="firms.begin_file", records=events.BEGUN)
def begin_file(*, actor: Actor, data: CompanyData, at: Moment) -> Company:
    """Begin the file of the actor's own firm.

    Raises:
        Invalid: the firm has a file, or a field cannot be kept as it is.
    """
    own = organisation_by_id(actor.office.organisation_id)
    if own is None:
        raise Invalid(Words("기업의 담당 직위로 로그인하십시오.", "Sign in from an office of your firm."))
    locked(type(own), own.pk)  # two tabs begin it one after the other
    if Company.objects.filter(organisation=own).exists():
        raise Invalid(
            Words(
                "기업 파일이 이미 있습니다. 그 화면에서 고치십시오.",
                "Your firm has a file already: change it there.",
            )
        )
    company = Company(organisation=own, **asdict(_checked(data)))
    company.save(force_insert=True)
    _keep_edition(company, actor, at)
    record(events.BEGUN, company, actor=actor, at=at)
    return company


@act(may="firms.keep_file", records=events.SAVED, subject="company")
def save_file(*, actor: Actor, company: Company, data: CompanyData, at: Moment) -> Company:
    """Change the data of the actor's own firm; the data before stay as an edition.

    Raises:
        Invalid: a field cannot be kept as it is, or nothing was changed.
    """
    given = asdict(_checked(data))
    changed = [name for name, value in given.items() if getattr(company, name) != value]
    if not changed:
        raise Invalid(Words("바뀐 내용이 없습니다.", "Nothing was changed."))
    for name in changed:
        setattr(company, name, given[name])
    company.version += 1
    company.save()
    _keep_edition(company, actor, at)
    words = [FIELD_WORDS[name] for name in changed]
    told = {"fields": ", ".join(w.ko for w in words), "fields_en": ", ".join(w.en for w in words)}
    record(events.SAVED, company, actor=actor, at=at, facts=Facts(told))
    return company


@act(may="firms.keep_file", records=events.PERSON_ADDED, subject="company")
def add_person(*, actor: Actor, company: Company, person: NewPerson, at: Moment) -> Company:
    """Add somebody in charge. Only name, work telephone and work e-mail are kept.

    Raises:
        Invalid: no such role, no name, or too many people.
    """
    if person.role not in ROLE_WORDS:
        raise Invalid(Words("맡은 일을 고르십시오.", "Choose the role."), "role")
    if company.people.count() >= MOST_PEOPLE:
        raise Invalid(
            Words(
                f"담당자는 {MOST_PEOPLE}명까지 둘 수 있습니다.", f"A file takes up to {MOST_PEOPLE} people."
            )
        )
    live(at)
    CompanyPerson.objects.create(
        company=company, role=person.role, name=line(person.name, "name", most=80),
        phone=line(person.phone, "phone", most=40, needed=False),
        email=line(person.email, "email", most=254, needed=False),
    )  # fmt: skip
    record(events.PERSON_ADDED, company, actor=actor, at=at, facts=_role(person.role))
    return company


@act(may="firms.keep_file", records=events.PERSON_REMOVED, subject="company")
def remove_person(*, actor: Actor, company: Company, person_id: UUID, at: Moment) -> Company:
    """Remove somebody in charge; nothing about them stays.

    Raises:
        Invalid: the file names nobody of this key.
    """
    row = company.people.filter(pk=person_id).first()
    if row is None:
        raise Invalid(Words("이미 지웠거나 없는 담당자입니다.", "This person is not in the file."))
    row.delete()
    record(events.PERSON_REMOVED, company, actor=actor, at=at, facts=_role(row.role))
    return company


def _checked(data: CompanyData) -> CompanyData:
    figures = ""
    if data.business_number.strip():
        found = business_number(data.business_number)
        if found is None:
            words = Words(
                "사업자등록번호가 맞지 않습니다. 숫자 10자리를 다시 확인하십시오(예: 000-00-00000).",
                "This is no business registration number. Check its ten figures (as in 000-00-00000).",
            )
            raise Invalid(words, "business_number")
        figures = found
    return CompanyData(
        figures, line(data.address, "address", most=ADDRESS, needed=False),
        line(data.industry, "industry", most=LINE, needed=False), prose(data.business, "business"),
        prose(data.products, "products"),
    )  # fmt: skip


def _keep_edition(company: Company, actor: Actor, at: Moment) -> None:
    instant, _ = live(at)
    CompanyEdition.objects.create(
        company=company, number=company.version, data={name: getattr(company, name) for name in FIELD_WORDS},
        person_id=actor.person_id, at=instant,
    )  # fmt: skip


def _role(role: str) -> Facts:
    words = ROLE_WORDS[role]
    return Facts({"role": words.ko, "role_en": words.en})
