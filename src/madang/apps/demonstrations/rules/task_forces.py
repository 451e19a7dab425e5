"""Who may set up a task force, change it, and read what its members read."""

from madang.apps.demonstrations.rules.parts import LOCAL, MEMBERS, keeps, reads_inside
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

_KEEPS = Words(
    "특구를 관할하는 지방자치단체나 중소벤처기업부가 합니다.",
    "The local government of the zone or the Ministry of SMEs and Startups does it.",
)
permit("demonstrations.keep_task_force", (OfficeKind.MINISTRY, *LOCAL), where=keeps, because=_KEEPS)
permit(
    "demonstrations.want_task_force",
    (OfficeKind.SYSTEM,),
    because=Words(
        "특구가 새로 지정되면 시스템이 알립니다.",
        "The system reminds the Ministry when a zone has been designated.",
    ),
)
permit(
    "demonstrations.read_inside",
    MEMBERS,
    where=reads_inside,
    because=Words(
        "실증추진단에 참여하는 기관과 실증하는 기업이 볼 수 있습니다.",
        "The organisations of the task force and the firm that demonstrates may read it.",
    ),
)
