"""A special case of the Act in one zone (Act art. 92 and following): it applies by the gazetted plan, without a grant."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

LOCAL_OR_MINISTRY = ("ministry", "province", "basic")

STATES = (
    State("named", Words("계획에 적힘", "Named in the plan"), Words("계획에 적힘", "Named in the plan")),
    State("applies", Words("적용 중", "Applies"), Words("적용 중", "Applies"), tone="success"),
    State("kept", Words("특구 종료 뒤 유지", "Kept after the zone"), Words("위원회 의결로 유지", "Kept by the committee"),
          tone="info"),
    State("ended", Words("적용 끝", "Ended"), Words("적용 끝", "Ended"), final=True),
)  # fmt: skip

MOVES = (
    Move("apply", ("named",), "applies", LOCAL_OR_MINISTRY, Words("고시된 계획에 따른 적용", "Apply by the gazetted plan"),
         "MNU-01", guards=("MNU-01",)),
    Move("keep", ("applies",), "kept", ("ministry",), Words("위원회 의결에 따른 유지", "Keep by vote of the committee"),
         "REV-06", guards=("REV-06",)),
    Move("end", ("applies", "kept"), "ended", LOCAL_OR_MINISTRY, Words("적용을 끝냄", "End it"), "MNU-01"),
    Move("end_with_zone", ("applies",), "ended", ("system",), Words("특구와 함께 끝남", "End with the zone"), "REV-06",
         guards=("REV-06",)),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "menu_case",
        "V1",
        date(2019, 4, 17),
        Words("법에 적힌 규제특례의 적용", "Special case of the Act in a zone"),
        "law",
        STATES,
        MOVES,
        "named",
    ),
)
