"""One ministry's reply on an exemption or permit (Act art. 86③ and 90④): thirty days, ninety in any case, once extended.

Silence means nothing here: a late reply is late. The operator's supplement stops the thirty days, not the ninety.
"""

from datetime import date

from madang.kernel.procedures.tools import FIRM, MINISTRY
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

STATES = (
    State("to_notify", Words("통보 전", "To be notified"), Words("전달 준비", "In preparation"), "ministry",
          Words("신청 내용 통보", "Notify the application")),
    State("waiting", Words("회신 대기", "Waiting for the reply"), Words("검토 중", "Being examined"), "other_ministry",
          Words("신청에 대한 검토 의견 회신", "Reply on the application"), "info"),
    State("supplementing", Words("보완 중(기간 정지)", "Supplement asked (clock stopped)"),
          Words("보완 자료를 기다림", "Waiting for your supplement"), "firm",
          Words("보완 자료 제출", "File the supplement"), "warning"),
    State("replied", Words("회신 완료", "Replied"), Words("회신함", "Replied"), tone="success", final=True),
)  # fmt: skip

_REPLY = Words("특례 신청 회신", "Reply on the application")
REPLY_EXEMPTION = Clock("EX-04", "other_ministry", _REPLY)
REPLY_PERMIT = Clock("IP-03", "other_ministry", _REPLY)
CLOCKS = (REPLY_EXEMPTION.rule_id, REPLY_PERMIT.rule_id)
ASKED = ("other_ministry",)
_REPLIED = Words("회신", "Reply")

MOVES = (
    Move("notify_exemption", ("to_notify",), "waiting", MINISTRY, Words("통보", "Notify"), "EX-04",
         starts=(REPLY_EXEMPTION,)),
    Move("notify_interim_permit", ("to_notify",), "waiting", MINISTRY, Words("통보", "Notify"), "IP-03",
         starts=(REPLY_PERMIT,)),
    Move("ask_supplement", ("waiting",), "supplementing", ASKED, Words("보완 요구", "Ask for a supplement"), "EX-04",
         pauses=CLOCKS),
    Move("file_supplement", ("supplementing",), "waiting", FIRM, Words("보완 제출", "File the supplement"), "EX-04",
         resumes=CLOCKS),
    Move("extend_exemption", ("waiting",), "waiting", ASKED, Words("회신 기간 연장", "Extend the time to reply"), "EX-04",
         extends=("EX-04",)),
    Move("extend_interim_permit", ("waiting",), "waiting", ASKED, Words("회신 기간 연장", "Extend the time to reply"),
         "IP-03", extends=("IP-03",)),
    Move("reply", ("waiting", "supplementing"), "replied", ASKED, _REPLIED, "EX-04", stops=CLOCKS),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "tool_reply",
        "V1",
        date(2019, 4, 17),
        Words("특례 신청 회신", "Reply on an exemption or permit"),
        "law",
        STATES,
        MOVES,
        "to_notify",
    ),
)
