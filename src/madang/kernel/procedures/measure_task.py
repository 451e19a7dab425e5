"""A task of a measure (대책의 과제): begun, done with its proof, or dropped with its reason. Practice, no law."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

OFFICES = ("ministry", "province", "basic", "other_ministry", "agency", "secretary")
OPEN = ("planned", "begun")

STATES = (
    State("planned", Words("착수 전", "Not begun"), Words("착수 전", "Not begun")),
    State("begun", Words("추진 중", "Under way"), Words("추진 중", "Under way"), tone="info"),
    State("done", Words("완료", "Done"), Words("완료", "Done"), tone="success"),
    State("dropped", Words("추진하지 않음", "Dropped"), Words("추진하지 않음", "Dropped"), tone="warning"),
)

MOVES = (
    Move("begin", ("planned",), "begun", OFFICES, Words("착수", "Begin")),
    Move("finish", OPEN, "done", OFFICES, Words("완료 기록", "Record that it is done")),
    Move("drop", OPEN, "dropped", OFFICES, Words("추진하지 않기로 함", "Drop it")),
    Move("reopen", ("done", "dropped"), "begun", ("ministry",), Words("다시 추진", "Take it up again")),
)

EDITIONS = (
    Procedure(
        "measure_task",
        "P1",
        date(2019, 4, 17),
        Words("대책 과제", "Task of a measure"),
        "practice",
        STATES,
        MOVES,
        "planned",
    ),
)
