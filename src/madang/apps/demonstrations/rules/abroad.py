"""Who may open a track abroad and carry it on, and who keeps the register of partners."""

from madang.apps.demonstrations.rules.parts import LOCAL, hosts, operates, works_on
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

_HOSTS = Words(
    "지방자치단체, 중소벤처기업부, 실증추진단의 총괄ㆍ주관 기관이 합니다.",
    "The local government, the Ministry and the institutions that lead or host the demonstration do it.",
)
_WORKS = (OfficeKind.MINISTRY, *LOCAL, OfficeKind.AGENCY, OfficeKind.FIRM)
permit("demonstrations.begin_zone_track", _WORKS, where=hosts, because=_HOSTS)
permit(
    "demonstrations.begin_project_track",
    (OfficeKind.FIRM,),
    where=operates,
    because=Words("과제를 수행하는 기업이 합니다.", "The firm of the project does it."),
)
permit(
    "demonstrations.carry_on_track",
    _WORKS,
    where=works_on,
    because=Words(
        "과제를 수행하는 기업과 특구의 실증을 맡은 기관이 합니다.",
        "The firm of the project and those who host the zone's demonstrations do it.",
    ),
)
permit(
    "demonstrations.warn_certificate",
    (OfficeKind.SYSTEM,),
    because=Words(
        "인증서의 유효기간이 끝나기 전에 시스템이 알립니다.", "The system warns before a certificate ends."
    ),
)
permit(
    "demonstrations.list_partner",
    (OfficeKind.MINISTRY, OfficeKind.SYSTEM),
    because=Words(
        "협력기관 목록은 중소벤처기업부가 관리합니다.", "The Ministry keeps the register of partners."
    ),
)
permit("demonstrations.add_partner", _WORKS, where=hosts, because=_HOSTS)
