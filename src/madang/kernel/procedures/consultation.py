"""Consultation of one ministry on a zone plan (관계기관 협의, Act art. 75②): each ministry has its own 30-day clock.

There is no silence rule: a late reply is shown as late and is never taken for consent.
"""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

STATES = (
    State("to_notify", Words("통보 전", "To be notified"), Words("협의 준비", "In preparation"), "ministry",
          Words("계획을 관계기관에 통보", "Notify the plan")),
    State("waiting", Words("회신 대기", "Waiting for the reply"), Words("협의 중", "In consultation"), "other_ministry",
          Words("계획에 대한 의견 회신", "Reply on the plan"), "info"),
    State("supplementing", Words("보완 중(기간 정지)", "Supplement asked (clock stopped)"),
          Words("보완 중", "Being supplemented"), "applicant", Words("보완 자료 제출", "File the supplement"), "warning"),
    State("replied", Words("회신 완료", "Replied"), Words("의견 제출", "Replied"), tone="success", final=True),
)  # fmt: skip

_REPLY = Words("계획 협의 회신", "Reply on the plan")
REPLY = Clock("DES-02", "other_ministry", _REPLY)
#: for changes applied for since 2024-08-07 the reply is due sooner (CHG-02)
REPLY_ON_CHANGE = Clock("CHG-02.reply", "other_ministry", _REPLY)
CLOCKS = (REPLY.rule_id, REPLY_ON_CHANGE.rule_id)

MOVES = (
    Move("notify", ("to_notify",), "waiting", ("ministry",), Words("협의 요청 통보", "Notify the ministry"), "DES-01",
         starts=(REPLY,)),
    Move("notify_change", ("to_notify",), "waiting", ("ministry",), Words("변경 협의 요청 통보", "Notify the ministry"),
         "CHG-02", starts=(REPLY_ON_CHANGE,)),
    Move("ask_supplement", ("waiting",), "supplementing", ("other_ministry",),
         Words("보완 요구", "Ask for a supplement"), "DES-02", pauses=CLOCKS),
    Move("file_supplement", ("supplementing",), "waiting", ("province", "basic"),
         Words("보완 제출", "File the supplement"), "DES-02", resumes=CLOCKS),
    Move("reply", ("waiting", "supplementing"), "replied", ("other_ministry",), Words("회신", "Reply"), "DES-02",
         stops=CLOCKS),
)  # fmt: skip

EDITIONS = tuple(
    Procedure(
        "consultation",
        edition,
        since,
        Words("관계기관 협의", "Consultation"),
        "law",
        STATES,
        MOVES,
        "to_notify",
    )
    for edition, since in (("V1", date(2019, 4, 17)), ("V3", date(2024, 8, 7)), ("V4", date(2026, 7, 1)))
)
