"""The list of laws to be revised: a law goes on it with the tools that hang on it, and ends with its entry into force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.outlooks import refresh_outlook
from madang.apps.exemptions.acts.writing import line, prose
from madang.apps.exemptions.events import revisions as events
from madang.apps.exemptions.models import LawRevision, Project, Tool
from madang.apps.exemptions.queries.tools import NOT_PUBLIC
from madang.apps.exemptions.rules import revisions as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.cases import advance, begin
from madang.core.moments import Moment, exact_day
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.words import Words

LAW, PROVISION, SLUG = 200, 120, 60
#: the address at which a law is put on the list
NOT_A_LAW = "new"
_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class NewLaw:
    """A law that must change: name and provision as published, who owes the revision, as a body and as sources name it.

    ``slug`` is the end of its address, in small letters and digits with hyphens; without one it gets a number.
    """

    law: str
    provision: str = ""
    what: str = ""
    owner: Organisation | None = None
    owner_text: str = ""
    slug: str = ""


@act(may="exemptions.register_revision", records=events.REGISTERED)
def register_revision(
    *,
    actor: Actor,
    law: NewLaw,
    tools: Sequence[Tool] = (),
    projects: Sequence[Project] = (),
    at: Moment,
) -> LawRevision:
    """Put a law on the list of those to be revised, with the tools and projects that hang on it.

    Raises:
        Invalid: the law has no name or stands on the list, its owner is no ministry, its address is taken or has
            another shape, or a tool was never granted.
    """
    row = LawRevision(
        law=line(law.law, "law", most=LAW),
        provision=line(law.provision, "provision", most=PROVISION, needed=False),
        what=prose(law.what, "what"),
        organisation=_ministry(law.owner),
        owner_text=line(law.owner_text, "owner_text", most=PROVISION, needed=False),
        is_record=actor.is_history,
    )
    row.slug = _slug(law.slug) or f"law-{row.pk.hex[-8:]}"
    _refuse_double(row)
    begin(row, at=at)
    _hang(row, tools, projects)
    told = {"law": str(row.title.ko), "tools": len(tools)}
    record(events.REGISTERED, row, actor=actor, at=at, facts=Facts(told, provision="EX-23"))
    _refresh(tools, at)
    return row


@act(may="exemptions.register_revision", records=events.HUNG, subject="revision")
def hang_on_revision(
    *,
    actor: Actor,
    revision: LawRevision,
    tools: Sequence[Tool],
    projects: Sequence[Project] = (),
    at: Moment,
) -> LawRevision:
    """Say that more tools hang on a law that stands on the list.

    Raises:
        Invalid: nothing was named, or a tool was never granted.
    """
    if not tools and not projects:
        raise Invalid(Words("더할 특례를 하나 이상 고르십시오.", "Choose at least one tool."), "tools")
    _hang(revision, tools, projects)
    told = {"count": len(tools) + len(projects)}
    record(events.HUNG, revision, actor=actor, at=at, facts=Facts(told, provision="EX-23"))
    _refresh(tools, at)
    return revision


@act(may="exemptions.urge_revision", records=events.ENACTED, subject="revision")
def enact_revision(
    *, actor: Actor, revision: LawRevision, in_force: PartialDate, words: str = "", at: Moment
) -> LawRevision:
    """Record that the revised law is in force (EX-23), from a day or, of the record, from what was published of it.

    Raises:
        Invalid: a live act without a day, or with a day that has not come.
        NotLawful: it was recorded before.
    """
    today = exact_day(at)
    if not actor.is_history and not in_force.is_exact:
        raise Invalid(Words("시행일을 적으십시오.", "Write the day it came into force."), "in_force")
    if today and in_force.first and in_force.first > today:
        words_ = Words(
            "아직 오지 않은 날입니다. 시행된 뒤에 기록하십시오.", "That day has not come. Record it then."
        )
        raise Invalid(words_, "in_force")
    revision.in_force_text = in_force.text
    revision.in_force_on = in_force.first if in_force.is_exact else None
    said = line(words, "words", needed=False)
    also = ("in_force_on", "in_force_text")
    advance(revision, "enact", actor=actor, at=at, also=also)
    told = {"words": said or revision.title.ko, "in_force": in_force.text}
    record(events.ENACTED, revision, actor=actor, at=at, facts=Facts(told, provision="EX-23"))
    return revision


def day_from(text: str, field: str) -> PartialDate:
    """Read a day as a form sends it.

    Raises:
        Invalid: it is none.
    """
    try:
        return PartialDate.parse(text)
    except NotADate as error:
        raise Invalid(Words("날짜를 확인하십시오.", "Check the date."), field) from error


def in_the_past(day: date, at: Moment, field: str) -> date:
    """Return a day that is not later than today.

    Raises:
        Invalid: it is.
    """
    today = exact_day(at)
    if today is not None and day > today:
        raise Invalid(Words("오늘보다 늦은 날은 적을 수 없습니다.", "The day cannot lie after today."), field)
    return day


def _ministry(owner: Organisation | None) -> Organisation | None:
    if owner is not None and owner.kind not in (OfficeKind.OTHER_MINISTRY.value, OfficeKind.MINISTRY.value):
        words = Words("법령을 소관하는 중앙행정기관을 고르십시오.", "Choose the ministry whose law it is.")
        raise Invalid(words, "owner")
    return owner


def _slug(text: str) -> str:
    if text and (len(text) > SLUG or not _SHAPE.fullmatch(text)):
        words = Words(
            "주소는 영문 소문자와 숫자를 붙임표(-)로 이어 60자까지 적으십시오.",
            "The address is of small letters and digits joined by hyphens, at most 60.",
        )
        raise Invalid(words, "slug")
    if text == NOT_A_LAW:
        raise Invalid(
            Words("이 주소는 쓸 수 없습니다. 다른 주소를 적으십시오.", "Choose another address."), "slug"
        )
    return text


def _refuse_double(row: LawRevision) -> None:
    if LawRevision.objects.filter(law=row.law, provision=row.provision).exists():
        words = Words(
            "같은 법령과 조문이 이미 목록에 있습니다. 그 법령에 특례를 더하십시오.",
            "This law and provision stand on the list. Add the tool there.",
        )
        raise Invalid(words, "law")
    if LawRevision.objects.filter(slug=row.slug).exists():
        words = Words(
            "이미 쓰는 주소입니다. 다른 주소를 적으십시오.", "This address is taken. Choose another."
        )
        raise Invalid(words, "slug")


def _refresh(tools: Sequence[Tool], at: Moment) -> None:
    for tool in tools:
        refresh_outlook(tool, at)


def _hang(row: LawRevision, tools: Sequence[Tool], projects: Sequence[Project]) -> None:
    if any(tool.state in NOT_PUBLIC for tool in tools):
        words = Words(
            "부여된 특례만 법령에 걸 수 있습니다.", "Only a tool that was granted can hang on a law."
        )
        raise Invalid(words, "tools")
    row.tools.add(*tools)
    row.projects.add(*(tool.project for tool in tools), *projects)
