"""Who may record what becomes of a zone, and what sources say about it."""

from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

_ENDS = Words(
    "지정의 해제와 종료는 중소벤처기업부 장관이 고시합니다.",
    "The minister of SMEs and startups publishes the release or the end of a designation.",
)
_KEEPS = Words(
    "특구 목록과 그 출처는 중소벤처기업부가 관리합니다.",
    "The ministry keeps the register of zones and its sources.",
)
#: what sources say is also kept by the system itself, when the published record is loaded
_KEEPERS = (OfficeKind.MINISTRY, OfficeKind.SYSTEM)

permit("zones.end", (OfficeKind.MINISTRY,), because=_ENDS)
permit("zones.release", (OfficeKind.MINISTRY,), because=_ENDS)
permit("zones.note_standing", _KEEPERS, because=_KEEPS)
permit("zones.rename", _KEEPERS, because=_KEEPS)
permit("zones.state_claims", _KEEPERS, because=_KEEPS)
permit("zones.list_other", _KEEPERS, because=_KEEPS)
