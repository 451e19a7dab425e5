"""A claim for damages against an operator (손해배상 청구, decree art. 62): told, paid or refused, its outcome reported.

Who has no insurance pays within 30 days of the claim; the outcome is reported within 15 days of paying or refusing.
"""

from datetime import date

from madang.kernel.procedures.tools import FIRM
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

PAYMENT = Clock("LIA-06", "firm", Words("손해배상금 지급", "Payment of damages"))
OUTCOME = Clock("LIA-06.outcome", "firm", Words("손해배상 결과 보고", "Report of the outcome"))

STATES = (
    State("noted", Words("청구 기록", "Noted"), Words("청구 기록", "Noted"), "firm", Words("청구 내용 보고", "Report the claim")),
    State("claimed", Words("청구됨(처리 전)", "Claimed"), Words("처리 중", "Being settled"), "firm",
          Words("지급하거나 사유를 적어 거절", "Pay, or refuse with reasons"), "warning"),
    State("paid", Words("지급(결과 보고 전)", "Paid, to be reported"), Words("지급함", "Paid"), "firm",
          Words("손해배상 결과 보고", "Report the outcome"), "info"),
    State("refused", Words("거절(결과 보고 전)", "Refused, to be reported"), Words("거절함", "Refused"), "firm",
          Words("손해배상 결과 보고", "Report the outcome"), "info"),
    State("reported", Words("결과 보고 완료", "Outcome reported"), Words("끝남", "Settled"), tone="success", final=True),
)  # fmt: skip

MOVES = (
    Move("report_insured", ("noted",), "claimed", FIRM, Words("청구 사실 보고", "Report the claim"), "LIA-06"),
    Move("report_uninsured", ("noted",), "claimed", FIRM, Words("청구 사실 보고(보험 없음)", "Report the claim, uninsured"),
         "LIA-06", starts=(PAYMENT,)),
    Move("pay", ("claimed",), "paid", FIRM, Words("지급", "Pay"), "LIA-06", stops=("LIA-06",), starts=(OUTCOME,)),
    Move("refuse", ("claimed",), "refused", FIRM, Words("거절", "Refuse"), "LIA-06", stops=("LIA-06",), starts=(OUTCOME,)),
    Move("report_outcome", ("paid", "refused"), "reported", FIRM, Words("결과 보고", "Report the outcome"),
         "LIA-06.outcome", stops=("LIA-06.outcome",)),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "claim",
        "V1",
        date(2019, 4, 17),
        Words("손해배상 청구", "Claim for damages"),
        "law",
        STATES,
        MOVES,
        "noted",
    ),
)
