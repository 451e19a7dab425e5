"""Acts of the firm that asks for an exemption or interim permit: a draft that is kept, sent or withdrawn (EX-01, IP-01)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files import File

from madang.apps.accounts.queries import organisation_by_id, province_of
from madang.apps.exemptions.acts.papers import keep_papers, refuse_too_many
from madang.apps.exemptions.acts.writing import (
    instant,
    line,
    prose,
    refuse_zone_over,
    said,
    today_of,
)
from madang.apps.exemptions.events import applications as events
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.models.tools import EXEMPTION, TOOL_WORDS
from madang.apps.exemptions.rules import applications as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.rules.tools import operates
from madang.apps.firms.events import TAKEN_OVER
from madang.apps.firms.steps import attach_from_file
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.files.models import Attachment
from madang.core.moments import Moment
from madang.kernel.words import Words

TITLE = 120
#: which paper a file of a request is
REQUEST_PAPER, SAFETY_PAPER = "application", "safety"
_LETTERS = {EXEMPTION: "EX"}
_MISSING = {
    "business": Words("하려는 사업을 적으십시오.", "Write what you want to do."),
    "plan": Words(
        "실증계획이나 사업계획을 적으십시오.", "Write the plan of the demonstration or the business."
    ),
    "permit_law": Words(
        "받아야 하는 허가등과 걸림돌이 되는 법령의 조문을 적으십시오.",
        "Write the permit and the provisions that stand in the way.",
    ),
}


@dataclass(frozen=True)
class Application:
    """What a firm asks: the zone, the public title and kind, a ground of the law, and texts for the offices alone.

    ``project`` continues one of the firm's own; without it a new one begins. ``waiver`` names the notice that the law
    must be revised, for a permit without safety evidence.
    """

    zone: Zone
    kind: str
    title_public: str
    ground: str = ""
    business: str = ""
    plan: str = ""
    permit_law: str = ""
    waiver: str = ""
    project: Project | None = None


@dataclass(frozen=True)
class Papers:
    """Files on their way in: those of the request, the evidence of safety, and what is taken over from the company file."""

    request: Sequence[File] = ()
    safety: Sequence[File] = ()
    taken: Sequence[Attachment] = ()


@act(may="exemptions.ask_tool", records=(events.DRAFT_KEPT, TAKEN_OVER))
def begin_tool(*, actor: Actor, application: Application, papers: Papers | None = None, at: Moment) -> Tool:
    """Keep a new request as a draft that only the firm sees (신청서 작성).

    Raises:
        Invalid: a text or file cannot be kept, the project is another firm's, or the zone has no local government.
    """
    tool = _begun(actor, application, at)
    _keep(tool, papers, actor, at)
    record(events.DRAFT_KEPT, tool, actor=actor, at=at, facts=Facts(said(kind=tool.kind_words)))
    return tool


@act(may="exemptions.write_tool", records=(events.DRAFT_KEPT, TAKEN_OVER), subject="tool")
def save_tool(
    *, actor: Actor, tool: Tool, application: Application, papers: Papers | None = None, at: Moment
) -> Tool:
    """Keep what the firm has changed in its draft.

    Raises:
        Invalid: the request has been sent already, or a text or file cannot be kept.
    """
    _write(tool, application, actor)
    tool.version += 1
    tool.save()
    _keep(tool, papers, actor, at)
    record(events.DRAFT_KEPT, tool, actor=actor, at=at, facts=Facts(said(kind=tool.kind_words)))
    return tool


@act(may="exemptions.ask_tool", records=(events.REQUESTED, TAKEN_OVER))
def request_tool(*, actor: Actor, application: Application, papers: Papers | None = None, at: Moment) -> Tool:
    """Ask the zone's local government for an exemption or interim permit without a draft (EX-01, IP-01).

    Raises:
        Invalid: something is missing or cannot be kept; nothing is kept then.
        NotLawful: the ground is none of the law's.
    """
    tool = _begun(actor, application, at)
    _keep(tool, papers, actor, at)
    _send(tool, actor, at)
    return tool


@act(may="exemptions.write_tool", records=(events.REQUESTED, TAKEN_OVER), subject="tool")
def submit_tool(
    *, actor: Actor, tool: Tool, application: Application, papers: Papers | None = None, at: Moment
) -> Tool:
    """Send a draft to the zone's local government (EX-01, IP-01).

    Raises:
        Invalid: something is missing or cannot be kept, or the request has been sent already.
        NotLawful: the ground is none of the law's.
    """
    _write(tool, application, actor)
    tool.save()
    _keep(tool, papers, actor, at)
    _send(tool, actor, at)
    return tool


@act(may="exemptions.write_tool", records=events.WITHDRAWN, subject="tool")
def withdraw_tool(*, actor: Actor, tool: Tool, at: Moment) -> Tool:
    """Withdraw a draft that was not sent; nobody but the firm has seen it.

    Raises:
        NotLawful: it has been sent, or withdrawn before.
    """
    advance(tool, "withdraw", actor=actor, at=at)
    record(events.WITHDRAWN, tool, actor=actor, at=at)
    return tool


def _begun(actor: Actor, given: Application, at: Moment) -> Tool:
    if given.kind not in TOOL_WORDS:
        raise Invalid(Words("신청하는 것을 고르십시오.", "Choose what you ask for."), "kind")
    tool = Tool(kind=given.kind)
    _write(tool, given, actor)
    begin(tool, at=at)
    return tool


def _write(tool: Tool, given: Application, actor: Actor) -> None:
    if tool.state not in ("", "drafting"):
        raise Invalid(
            Words(
                f"이미 낸 신청입니다(접수번호 {tool.receipt or '없음'}). 낸 뒤에는 고칠 수 없습니다.",
                f"This request has been sent (receipt {tool.receipt or 'none'}) and cannot be changed any more.",
            )
        )
    if tool.state and given.kind != tool.kind:
        raise Invalid(
            Words(
                "실증특례와 임시허가를 서로 바꿀 수 없습니다. 이 신청서를 거두고 새로 쓰십시오.",
                "A draft cannot turn from exemption to permit or back. Withdraw it and begin a new one.",
            ),
            "kind",
        )
    tool.project = _project(tool, given, actor)
    tool.region = tool.project.zone.region
    tool.ground = line(given.ground, "ground", most=40, needed=False)
    tool.business = prose(given.business, "business")
    tool.plan = prose(given.plan, "plan")
    tool.permit_law = prose(given.permit_law, "permit_law")
    tool.waiver = "" if tool.kind == EXEMPTION else prose(given.waiver, "waiver")


def _project(tool: Tool, given: Application, actor: Actor) -> Project:
    """The project that the firm continues, or the one that begins with this request."""
    title = line(given.title_public, "title_public", most=TITLE)
    if given.project is not None:
        _refuse_elsewhere(given.project, given, actor)
        return given.project
    alone = tool.project_id and not tool.project.tools.exclude(pk=tool.pk).exists()
    return _filled(tool.project if alone else Project(), given.zone, title, actor)


def _refuse_elsewhere(project: Project, given: Application, actor: Actor) -> None:
    if not operates(actor, project):
        raise Invalid(Words("우리 기업의 과제가 아닙니다.", "It is not a project of your firm."), "project")
    if project.zone_id != given.zone.pk:
        raise Invalid(
            Words(
                "이어서 하는 과제의 특구와 다릅니다. 그 과제의 특구를 고르거나 새 과제로 신청하십시오.",
                "The project that you continue lies in another zone. Choose its zone, or begin a new project.",
            ),
            "zone",
        )


def _filled(project: Project, zone: Zone, title: str, actor: Actor) -> Project:
    operator = organisation_by_id(actor.office.organisation_id)
    if operator is None:
        raise Invalid(
            Words(
                "기업의 담당 직위로 로그인한 뒤에 신청하십시오.",
                "Sign in from an office of your firm to ask.",
            )
        )
    local = organisation_by_id(zone.organisation_id) or province_of(zone.region)
    if local is None:
        raise Invalid(
            Words(
                "이 특구를 관할하는 지방자치단체가 등록되어 있지 않아 신청을 받을 수 없습니다.",
                "No local government is on record for this zone, so nobody could receive the request.",
            ),
            "zone",
        )
    project.zone, project.operator, project.local, project.title_public = zone, operator, local, title
    project.save()
    return project


def _keep(tool: Tool, papers: Papers | None, actor: Actor, at: Moment) -> None:
    given = papers or Papers()
    keep_papers(tool, REQUEST_PAPER, given.request, "upload", actor=actor, at=at)
    keep_papers(tool, SAFETY_PAPER, given.safety, "safety", actor=actor, at=at)
    refuse_too_many(tool, len(given.taken), "taken")
    for document in given.taken:
        attach_from_file(tool, REQUEST_PAPER, document, actor=actor, at=instant(at))


def _send(tool: Tool, actor: Actor, at: Moment) -> None:
    refuse_zone_over(tool.project.zone)
    for field, words in _MISSING.items():
        if not getattr(tool, field):
            raise Invalid(words, field)
    if not tool.ground:
        raise Invalid(Words("신청하는 사유를 고르십시오.", "Choose the ground."), "ground")
    today = today_of(at)
    letters = _LETTERS.get(tool.kind, "IP")
    tool.requested_on, tool.receipt = today, f"{letters}{today:%y%m%d}-{tool.pk.hex[-8:].upper()}"
    law = Law({"tool_ground": tool.ground})
    advance(tool, "submit", actor=actor, at=at, law=law, also=("requested_on", "receipt"))
    told = {**said(kind=tool.kind_words), "receipt": tool.receipt}
    provision = "EX-01" if tool.kind == EXEMPTION else "IP-01"
    record(events.REQUESTED, tool, actor=actor, at=at, facts=Facts(told, provision=provision))
