"""A condition of an exemption or permit (부가조건): asked for with its proof, set, contested, changed, ended.

A ministry that asks for one files papers that prove its need since 2026-07-01 (Act art. 86⑤, rule EX-11).
"""

from datetime import date

from madang.kernel.procedures.tools import FIRM, MINISTRY
from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

STATES = (
    State("asked", Words("조건 요구됨", "Asked for"), Words("조건 검토 중", "Being examined"), "ministry",
          Words("조건을 붙일지 결정", "Decide on the condition"), "info"),
    State("set", Words("조건 시행 중", "In force"), Words("지켜야 할 조건", "To be kept"), tone="warning"),
    State("contested", Words("이의 제기됨", "Contested"), Words("이의 검토 중", "Objection examined"), "ministry",
          Words("이의에 대한 판단", "Decide on the objection"), "warning"),
    State("dropped", Words("붙이지 않음", "Not set"), Words("붙이지 않음", "Not set"), final=True),
    State("ended", Words("끝남", "Ended"), Words("끝남", "Ended"), tone="success", final=True),
)  # fmt: skip

MOVES = (
    Move("set", ("asked",), "set", MINISTRY, Words("조건을 붙임", "Set the condition"), "EX-10", guards=("EX-11",)),
    Move("set_early", ("asked",), "set", MINISTRY, Words("조건을 붙임(2026년 6월 30일까지 요구)", "Set it (asked until 30 June 2026)"),
         "EX-10"),
    Move("drop", ("asked", "contested"), "dropped", MINISTRY, Words("붙이지 않음", "Do not set it"), "EX-11"),
    Move("contest", ("set",), "contested", FIRM, Words("이의 제기", "Contest"), "EX-19"),
    Move("uphold", ("contested",), "set", MINISTRY, Words("조건 유지", "Keep the condition"), "EX-19"),
    Move("change", ("set", "contested"), "set", MINISTRY, Words("조건 변경", "Change the condition"), "EX-19"),
    Move("end", ("set",), "ended", MINISTRY, Words("조건 종료", "End the condition"), "EX-10"),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "condition",
        "V1",
        date(2019, 4, 17),
        Words("부가조건", "Condition"),
        "law",
        STATES,
        MOVES,
        "asked",
    ),
)
