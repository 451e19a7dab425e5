"""Who may write a demonstration plan, and who confirms it."""

from madang.apps.demonstrations.rules.parts import LOCAL, governs_project, operates
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

permit(
    "demonstrations.write_plan",
    (OfficeKind.FIRM,),
    where=operates,
    because=Words(
        "과제를 수행하는 기업이 자기 실증계획을 씁니다.", "The firm of the project writes its own plan."
    ),
)
permit(
    "demonstrations.confirm_plan",
    LOCAL,
    where=governs_project,
    because=Words(
        "특구를 관할하는 지방자치단체가 실증계획을 확인합니다.",
        "The local government of the zone confirms the demonstration plan.",
    ),
)
