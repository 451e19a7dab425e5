"""Who is asking, from which office, and whether they may: predicates by name, deny by default."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from madang.kernel.words import Words


class OfficeKind(StrEnum):
    """The kinds of office from which people act. The public is an office too; the scheduler is the system's."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    BASIC = "basic"
    OTHER_MINISTRY = "other_ministry"
    SECRETARY = "secretary"
    MEMBER = "member"
    EVALUATOR = "evaluator"
    FIRM = "firm"
    AGENCY = "agency"
    PUBLIC = "public"
    SYSTEM = "system"

    @property
    def words(self) -> Words:
        """The kind as people read it."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    OfficeKind.MINISTRY: Words("중소벤처기업부", "Ministry of SMEs and Startups"),
    OfficeKind.PROVINCE: Words("시·도", "Province or city"),
    OfficeKind.BASIC: Words("시·군·구", "Basic-level local government"),
    OfficeKind.OTHER_MINISTRY: Words("관계 중앙행정기관", "Other ministry"),
    OfficeKind.SECRETARY: Words("위원회 간사", "Committee secretary"),
    OfficeKind.MEMBER: Words("위원회 위원", "Committee member"),
    OfficeKind.EVALUATOR: Words("평가위원", "Evaluator"),
    OfficeKind.FIRM: Words("기업", "Firm"),
    OfficeKind.AGENCY: Words("지원기관", "Support agency"),
    OfficeKind.PUBLIC: Words("누구나", "The public"),
    OfficeKind.SYSTEM: Words("시스템", "System"),
}

APPLICANTS = (OfficeKind.PROVINCE, OfficeKind.BASIC)


class Channel(StrEnum):
    """The door through which an act came."""

    WEB = "web"
    API = "api"
    CLI = "cli"
    SYSTEM = "system"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as an actor holds it: its kind, its organisation and, where it has one, its region."""

    kind: OfficeKind
    id: UUID | None = None
    organisation_id: UUID | None = None
    region_id: str = ""
    words: Words = Words("누구나", "The public")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting from an office, possibly on another's behalf (대리)."""

    office: Office
    person_id: UUID | None = None
    delegated_by: UUID | None = None
    channel: Channel = Channel.WEB

    @property
    def kind(self) -> OfficeKind:
        """The kind of the office."""
        return self.office.kind

    @property
    def is_history(self) -> bool:
        """True while the published record is replayed: unknown facts are recorded, not refused."""
        return self.channel is Channel.HISTORY


PUBLIC = Actor(office=Office(OfficeKind.PUBLIC))
SYSTEM = Actor(office=Office(OfficeKind.SYSTEM, words=Words("시스템", "System")), channel=Channel.SYSTEM)

Where = Callable[[Actor, object], bool]


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may: these kinds of office and, of them, those for whom ``where`` holds with the subject."""

    name: str
    offices: frozenset[OfficeKind]
    because: Words
    where: Where | None = field(default=None)

    @property
    def where_name(self) -> str:
        """The predicate's name, as the permission matrix prints it."""
        return self.where.__name__ if self.where else ""


class Refused(Exception):
    """The actor may not do this. The door answers as if the thing did not exist when it may not be seen either."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission
        self.words = Words(
            "이 처리를 할 권한이 없습니다. 담당 기관의 자격으로 로그인했는지 확인하십시오.",
            "You may not do this. Check that you signed in from the office in charge.",
        )


_permissions: dict[str, Permission] = {}


def permit(
    name: str, offices: Iterable[OfficeKind], *, because: Words, where: Where | None = None
) -> Permission:
    """Enter a permission; a name stands once."""
    if name in _permissions:
        raise ValueError(f"permission {name} stands twice")
    _permissions[name] = Permission(name, frozenset(offices), because, where)
    return _permissions[name]


def permissions() -> dict[str, Permission]:
    """Return every permission by name, for the matrix and the reference."""
    return dict(sorted(_permissions.items()))


def permission(name: str) -> Permission:
    """Return a permission; KeyError when nobody entered it."""
    return _permissions[name]


def may(actor: Actor, name: str, subject: object = None) -> bool:
    """Answer whether the actor holds a permission for a subject. History acts for the office it names."""
    rule = _permissions[name]
    if actor.kind not in rule.offices:
        return False
    if rule.where is None or actor.is_history:
        return True
    return subject is not None and rule.where(actor, subject)


def refuse_unless(actor: Actor, name: str, subject: object = None) -> None:
    """Raise Refused unless the actor may."""
    if not may(actor, name, subject):
        raise Refused(name)
