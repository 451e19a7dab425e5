"""The life of a designated zone (Act art. 81–82): in force, released, ended."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

MINISTRY = ("ministry",)

STATES = (
    State("designated", Words("지정", "Designated"), Words("지정", "Designated"), tone="success"),
    State("released", Words("지정해제", "Designation released"), Words("지정해제", "Released"), final=True),
    State("ended", Words("종료", "Ended"), Words("종료", "Ended"), final=True),
)

MOVES = (
    Move("release", ("designated",), "released", MINISTRY, Words("지정해제", "Release the designation"), "REV-02",
         starts=(Clock("REV-05", "province", Words("해제 내용 열람", "Open for inspection")),)),
    Move("end", ("designated",), "ended", MINISTRY, Words("특구 종료", "Record the end of the zone"), "REV-09"),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "zone",
        "V1",
        date(2019, 4, 17),
        Words("특구 지정 이후", "After designation"),
        "law",
        STATES,
        MOVES,
        "designated",
    ),
)
