"""Who may enter sites, and say which project works at which."""

from madang.apps.demonstrations.rules.parts import LOCAL, hosts, works_on
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

permit(
    "demonstrations.keep_site",
    (OfficeKind.MINISTRY, *LOCAL, OfficeKind.AGENCY, OfficeKind.FIRM),
    where=hosts,
    because=Words(
        "지방자치단체, 중소벤처기업부, 실증추진단의 총괄ㆍ주관 기관이 실증 장소를 등록합니다.",
        "The local government, the Ministry and the institutions that lead or host the demonstration keep its sites.",
    ),
)
permit(
    "demonstrations.use_site",
    (OfficeKind.MINISTRY, *LOCAL, OfficeKind.AGENCY, OfficeKind.FIRM),
    where=works_on,
    because=Words(
        "과제를 수행하는 기업과 특구의 실증을 맡은 기관이 합니다.",
        "The firm of the project and those who host the zone's demonstrations do it.",
    ),
)
