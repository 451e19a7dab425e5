"""Who may keep the calendar of holidays."""

from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

_KEEPS = Words(
    "정부가 새로 정한 쉬는 날은 중소벤처기업부가 출처를 확인하여 기록합니다.",
    "The ministry records days off that the government sets, with their source.",
)

permit("law.add_holiday", (OfficeKind.MINISTRY,), because=_KEEPS)
permit("law.withdraw_holiday", (OfficeKind.MINISTRY,), because=_KEEPS)
permit(
    "law.recount_clocks",
    (OfficeKind.SYSTEM,),
    because=Words(
        "공휴일 표가 바뀌면 시스템이 스스로 기한을 다시 계산합니다.",
        "The system counts deadlines anew by itself when the table of holidays changes.",
    ),
)
