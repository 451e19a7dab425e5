"""An accident or danger in a demonstration (사고): reported, handled by measures, closed. Practice around MON-01."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

LOCAL = ("province", "basic")

STATES = (
    State("reported", Words("신고됨(조치 전)", "Reported"), Words("신고됨", "Reported"), "province",
          Words("사고를 확인하고 조치", "Look into the incident and act"), "danger"),
    State("handling", Words("조치 중", "Being handled"), Words("조치 중", "Being handled"), "province",
          Words("조치를 마치고 종결", "Finish the measures and close"), "warning"),
    State("closed", Words("종결", "Closed"), Words("종결", "Closed"), tone="success", final=True),
)  # fmt: skip

MOVES = (
    Move(
        "act",
        ("reported", "handling"),
        "handling",
        ("firm", "ministry", *LOCAL),
        Words("조치 기록", "Record a measure"),
    ),
    Move("close", ("handling",), "closed", LOCAL, Words("종결", "Close")),
)

EDITIONS = (
    Procedure(
        "incident",
        "P1",
        date(2019, 4, 17),
        Words("실증 중 사고", "Incident"),
        "practice",
        STATES,
        MOVES,
        "reported",
    ),
)
