"""Who may do what with measures: the Ministry keeps the list, the owner of a task reports on it, everybody reads."""

from madang.apps.measures.models import Task
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

OWNERS = (
    OfficeKind.MINISTRY,
    OfficeKind.PROVINCE,
    OfficeKind.BASIC,
    OfficeKind.OTHER_MINISTRY,
    OfficeKind.AGENCY,
)
_MINISTRY = Words("중소벤처기업부가 대책과 목표를 관리합니다.", "The Ministry keeps measures and targets.")
_OWNER = Words("과제의 담당 기관이 합니다.", "The office that owns the task does it.")


def owns(actor: Actor, subject: object) -> bool:
    """The task is the actor's own organisation's; the Ministry may report on every one."""
    if not isinstance(subject, Task):
        return False
    return actor.kind is OfficeKind.MINISTRY or subject.owner_id == actor.office.organisation_id


permit("measures.keep", (OfficeKind.MINISTRY,), because=_MINISTRY)
permit("measures.report_task", OWNERS, where=owns, because=_OWNER)
permit("measures.reopen_task", (OfficeKind.MINISTRY,), because=_MINISTRY)
