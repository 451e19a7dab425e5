"""Who has which part in a project, its tools and what hangs on them: pure questions, and who may read."""

from madang.apps.exemptions.models import Condition, Project, Tool, ToolReply, ToolRequest
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.procedures.tools import BEFORE_MINISTRY, FIRM_ALONE
from madang.kernel.words import Words

LOCAL = (OfficeKind.PROVINCE, OfficeKind.BASIC)
#: states in which the committee has a part
WITH_COMMITTEE = ("tabled", "resolved", "rejected")
OWN = Words("특례를 신청한 기업이 스스로 합니다.", "The firm that asks for the tool does it itself.")
LOCALS = Words("특구를 관할하는 지방자치단체가 합니다.", "The local government of the zone does it.")
MINISTRYS = Words("중소벤처기업부가 합니다.", "The Ministry of SMEs and Startups does it.")
ASKEDS = Words("통보받은 기관이 스스로 합니다.", "The ministry that was notified does it for itself.")
SECRETARYS = Words("위원회 간사가 표결을 기록합니다.", "The secretary of the committee records the vote.")
SYSTEMS = Words("기한이 지난 날 시스템이 기록합니다.", "The system records it on the day after the last day.")


def tool_of(subject: object) -> Tool | None:
    """The tool that a subject is, or hangs on."""
    if isinstance(subject, Tool):
        return subject
    return subject.tool if isinstance(subject, ToolReply | ToolRequest | Condition) else None


def project_of(subject: object) -> Project | None:
    """The project of a subject."""
    if isinstance(subject, Project):
        return subject
    tool = tool_of(subject)
    return tool.project if tool else None


def operates(actor: Actor, subject: object) -> bool:
    """The project is the actor's own firm's."""
    project, own = project_of(subject), actor.office.organisation_id
    return project is not None and own is not None and project.operator_id == own


def governs(actor: Actor, subject: object) -> bool:
    """The project lies in a zone of the actor's own local government, and is no longer a draft of its firm."""
    project, own = project_of(subject), actor.office.organisation_id
    tool = tool_of(subject)
    return (
        project is not None
        and own is not None
        and project.local_id == own
        and (tool is None or tool.state not in FIRM_ALONE)
    )


def was_asked(actor: Actor, subject: object) -> bool:
    """The reply, the change or the condition is the actor's own ministry's."""
    if not isinstance(subject, ToolReply | ToolRequest | Condition):
        return False
    own = actor.office.organisation_id
    return own is not None and subject.organisation_id == own


def reads_tool(actor: Actor, subject: object) -> bool:
    """Whoever has a part in a tool reads it whole; a draft is read by its firm alone."""
    tool = tool_of(subject)
    if tool is None:
        return False
    if actor.kind is OfficeKind.MINISTRY:
        return tool.state not in BEFORE_MINISTRY
    if actor.kind is OfficeKind.SECRETARY:
        return tool.state in WITH_COMMITTEE or tool.votes.exists() or tool.measures.exists()
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        own = actor.office.organisation_id
        return own is not None and (
            tool.replies.filter(organisation_id=own).exists()
            or tool.requests.filter(organisation_id=own).exists()
            or tool.conditions.filter(organisation_id=own).exists()
        )
    return operates(actor, tool) if actor.kind is OfficeKind.FIRM else governs(actor, tool)


permit(
    "exemptions.read_tool",
    (OfficeKind.FIRM, *LOCAL, OfficeKind.MINISTRY, OfficeKind.OTHER_MINISTRY, OfficeKind.SECRETARY),
    where=reads_tool,
    because=Words(
        "신청한 기업과, 이 특례에 할 일이 있는 기관이 볼 수 있습니다.",
        "The firm and the offices with a part in it may read it.",
    ),
)
