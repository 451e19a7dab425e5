"""Interim permit (임시허가, Act art. 90–91): from the request to the ordinary permit.

A first term that is not extended lapses; only an extended term that ends while the law is unrevised goes on by law.
"""

from datetime import date

from madang.kernel.procedures.renewals import renewals
from madang.kernel.procedures.tools import FIRM, MINISTRY, REQUEST_STATES, SYSTEM, request_moves
from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

RULES = {
    "ground": "IP-01", "route": "IP-03", "papers": "IP-02", "reply": "IP-03", "grant": "IP-04",
    "terms": "IP-04 IP-07", "early_terms": "IP-04 IP-06", "told": "IP-05", "review": "IP-13",
}  # fmt: skip
LIVE = ("active", "extended", "deemed")
IN_FORCE = ("granted", *LIVE, "correcting")

STATES = (
    *REQUEST_STATES,
    State("granted", Words("허가(시작 전)", "Granted, not begun"), Words("허가", "Granted"), "firm",
          Words("책임보험 가입과 증명 제출", "Take out cover and file the proof"), "success"),
    State("active", Words("임시허가 중", "In force"), Words("임시허가 중", "In force"), tone="success"),
    State("extended", Words("연장", "Extended"), Words("연장", "Extended"), tone="success"),
    State("deemed", Words("법령정비까지 연장된 것으로 봄", "Deemed extended until the law is revised"),
          Words("법령정비까지 연장", "Extended by law"), tone="warning"),
    State("correcting", Words("시정명령 이행 중", "Under an order of correction"), Words("시정 중", "Being corrected"), "firm",
          Words("시정명령 이행", "Do what was ordered"), "warning"),
    State("cancelled", Words("취소", "Cancelled"), Words("취소", "Cancelled"), tone="danger", final=True),
    State("lapsed", Words("기간 만료로 효력 잃음", "Lapsed"), Words("기간 만료", "Lapsed"), tone="warning"),
    State("normalised", Words("법령정비 완료", "Law revised"), Words("법령정비 완료", "Law revised"), tone="success", final=True),
    State("closed", Words("종료", "Closed"), Words("종료", "Closed"), final=True),
)  # fmt: skip

MOVES = (
    *request_moves(RULES),
    Move("bridge_grant", ("drafting",), "granted", MINISTRY, Words("실증특례에서 이어서 허가", "Grant after an exemption"), "EX-29",
         guards=("EX-29", "IP-07")),
    Move("bridge_early", ("drafting",), "granted", MINISTRY, Words("실증특례에서 이어서 허가", "Grant after an exemption"), "EX-29",
         guards=("EX-29", "IP-06")),
    Move("start", ("granted",), "active", FIRM, Words("시작", "Begin"), "LIA-02", guards=("LIA-02", "LIA-03")),
    Move("start_on_plan", ("granted",), "active", FIRM, Words("배상 계획으로 시작", "Begin on a plan"), "LIA-05",
         guards=("LIA-05",)),
    Move("extend", ("active",), "extended", MINISTRY, Words("기간 연장", "Extend"), "IP-08", guards=("IP-08",)),
    Move("deem", ("extended",), "deemed", SYSTEM, Words("연장된 것으로 봄", "Deem it extended"), "IP-09", guards=("IP-09",)),
    Move("deem_correcting", ("correcting",), "correcting", SYSTEM, Words("연장된 것으로 봄(시정 중)", "Deem it extended"),
         "IP-09", guards=("IP-09",)),
    *renewals("extended", "deemed"),
    Move("lapse", ("granted", "active", "correcting", "extended"), "lapsed", SYSTEM, Words("효력 잃음", "Lapse"), "IP-08"),
    Move("order_correction", LIVE, "correcting", MINISTRY, Words("시정명령", "Order a correction"), "IP-15",
         guards=("IP-14", "IP-15")),
    Move("resume", ("correcting",), "active", MINISTRY, Words("시정 확인", "Find it corrected"), "IP-15"),
    Move("resume_extended", ("correcting",), "extended", MINISTRY, Words("시정 확인(연장 기간)", "Find it corrected"), "IP-15"),
    Move("resume_deemed", ("correcting",), "deemed", MINISTRY, Words("시정 확인(연장 간주)", "Find it corrected"), "IP-15"),
    Move("cancel", IN_FORCE, "cancelled", MINISTRY, Words("취소", "Cancel"), "IP-15", guards=("IP-14", "IP-15", "REV-07")),
    Move("normalise", (*LIVE, "correcting", "lapsed"), "normalised", MINISTRY, Words("정식 허가등으로 전환", "Ordinary permit"),
         "IP-10", guards=("IP-10",)),
    Move("close", ("lapsed", "refused"), "closed", ("province", "basic"), Words("종료", "Close"), "IP-08"),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "interim_permit",
        "V1",
        date(2019, 4, 17),
        Words("임시허가", "Interim permit"),
        "law",
        STATES,
        MOVES,
        "drafting",
    ),
)
