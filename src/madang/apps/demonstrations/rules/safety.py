"""Who inspects, who reports an incident or a claim, and who may read any of it."""

from madang.apps.demonstrations.models import Claim, Defect, Incident, Inspection
from madang.apps.demonstrations.models.task_forces import HOSTING
from madang.apps.demonstrations.rules.parts import LOCAL, governs_zone, sits_in
from madang.apps.exemptions.models import Tool
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

_FIRM = Words("특례를 받은 기업이 자기 사업에 대해 합니다.", "The firm does it for its own project.")
_OVERSIGHT = Words(
    "특구를 관할하는 지방자치단체와 중소벤처기업부, 이 특례에 참여한 부처, 실증을 맡은 기관이 합니다.",
    "The local government, the Ministry, ministries with a part in it and hosts of the demonstration do it.",
)
_LOCAL = Words("특구를 관할하는 지방자치단체가 합니다.", "The local government of the zone does it.")
_MINISTRY = Words("중소벤처기업부가 합니다.", "The Ministry of SMEs and Startups does it.")


def tool_under(subject: object) -> Tool | None:
    """The tool under which something was inspected, happened or was claimed."""
    if isinstance(subject, Tool):
        return subject
    if isinstance(subject, Defect):
        return subject.inspection.tool
    return subject.tool if isinstance(subject, Inspection | Incident | Claim) else None


def runs(actor: Actor, subject: object) -> bool:
    """The tool is the actor's own firm's."""
    tool, own = tool_under(subject), actor.office.organisation_id
    return tool is not None and own is not None and tool.project.operator_id == own


def oversees(actor: Actor, subject: object) -> bool:
    """The local government of the project, or the Ministry once the request had come to it."""
    tool = tool_under(subject)
    if tool is None:
        return False
    if actor.kind is OfficeKind.MINISTRY:
        return True
    if tool.project.local_id is not None:
        return actor.kind in LOCAL and tool.project.local_id == actor.office.organisation_id
    return governs_zone(actor, tool.project.zone)


def inspects(actor: Actor, subject: object) -> bool:
    """Whoever oversees, a ministry that was asked about the tool, and those who host the demonstration."""
    tool = tool_under(subject)
    if tool is None:
        return False
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        own = actor.office.organisation_id
        return own is not None and tool.replies.filter(organisation_id=own).exists()
    if actor.kind is OfficeKind.AGENCY:
        return sits_in(actor, tool.project.zone, HOSTING)
    return oversees(actor, tool)


def reports(actor: Actor, subject: object) -> bool:
    """The firm, or whoever oversees it."""
    return runs(actor, subject) if actor.kind is OfficeKind.FIRM else oversees(actor, subject)


def reads_safety(actor: Actor, subject: object) -> bool:
    """The firm reads its own; else whoever inspects."""
    return runs(actor, subject) if actor.kind is OfficeKind.FIRM else inspects(actor, subject)


_INSPECTORS = (OfficeKind.MINISTRY, *LOCAL, OfficeKind.OTHER_MINISTRY, OfficeKind.AGENCY)
permit("demonstrations.inspect", _INSPECTORS, where=inspects, because=_OVERSIGHT)
permit("demonstrations.remedy_defect", (OfficeKind.FIRM,), where=runs, because=_FIRM)
permit("demonstrations.confirm_remedy", (OfficeKind.MINISTRY, *LOCAL), where=oversees, because=_OVERSIGHT)
permit("demonstrations.reexamine", (OfficeKind.MINISTRY,), because=_MINISTRY)
permit(
    "demonstrations.report_incident",
    (OfficeKind.FIRM, *LOCAL),
    where=reports,
    because=Words(
        "특례를 받은 기업이나 특구를 관할하는 지방자치단체가 신고합니다.",
        "The firm, or the local government of the zone, reports it.",
    ),
)
permit(
    "demonstrations.handle_incident",
    (OfficeKind.FIRM, *LOCAL, OfficeKind.MINISTRY),
    where=reports,
    because=_OVERSIGHT,
)
permit("demonstrations.close_incident", LOCAL, where=oversees, because=_LOCAL)
permit("demonstrations.settle_claim", (OfficeKind.FIRM,), where=runs, because=_FIRM)
permit(
    "demonstrations.read_safety",
    (OfficeKind.FIRM, *_INSPECTORS),
    where=reads_safety,
    because=Words(
        "특례를 받은 기업과, 그 사업을 살피는 기관이 볼 수 있습니다. 다른 기업에는 보이지 않습니다.",
        "The firm and the offices that watch over it may read it; no other firm can.",
    ),
)
