"""One ministry's reply in a rapid confirmation: its own thirty days, its own supplements, its own silence.

Silence is an answer here and only here (Act art. 85⑤): from the day after the reply was due the ministry is deemed not
to be concerned, or its permit not to be needed. The Ministry's own field (decree art. 56③) knows no silence.
"""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

STATES = (
    State("to_notify", Words("통보 전", "To be notified"), Words("전달 준비", "In preparation"), "ministry",
          Words("신청 내용 통보", "Notify the request")),
    State("waiting", Words("회신 대기", "Waiting for the reply"), Words("검토 중", "Being looked at"), "other_ministry",
          Words("허가등이 필요한지 회신", "Reply whether a permit is needed"), "info"),
    State("supplementing", Words("보완 중(기간 정지)", "Supplement asked (clock stopped)"),
          Words("보완 자료를 기다림(기간 정지)", "Waiting for your supplement (clock stopped)"), "firm",
          Words("보완 자료 제출", "File the supplement"), "warning"),
    State("confirming", Words("중소벤처기업부 확인 중", "Being confirmed by the Ministry"),
          Words("중소벤처기업부가 확인 중", "Being confirmed by the Ministry"), "ministry",
          Words("소관 사항 확인", "Confirm in the Ministry's own field"), "info"),
    State("replied", Words("회신 완료", "Replied"), Words("회신함", "Replied"), tone="success", final=True),
    State("deemed", Words("무회신 의제", "Deemed by silence"), Words("회신이 없어 의제됨", "Deemed: no reply in time"),
          tone="neutral", final=True),
)  # fmt: skip

REPLY = Clock("RC-04", "other_ministry", Words("신속확인 회신", "Reply in the rapid confirmation"))
OWN = Clock(
    "RC-05", "ministry", Words("중소벤처기업부 소관 사항 확인", "Confirmation in the Ministry's own field")
)
ASKED = ("other_ministry",)

MOVES = (
    Move("notify", ("to_notify",), "waiting", ("ministry",), Words("통보", "Notify"), "RC-03", starts=(REPLY,)),
    Move("take_on", ("to_notify",), "confirming", ("ministry",), Words("소관 사항 확인 시작", "Take on its own field"),
         "RC-05", starts=(OWN,)),
    Move("ask_supplement", ("waiting",), "supplementing", ASKED, Words("보완 요구", "Ask for a supplement"), "RC-04",
         pauses=("RC-04",)),
    Move("file_supplement", ("supplementing",), "waiting", ("firm",), Words("보완 제출", "File the supplement"), "RC-04",
         resumes=("RC-04",)),
    Move("reply", ("waiting", "supplementing"), "replied", ASKED, Words("회신", "Reply"), "RC-04", guards=("RC-04",),
         stops=("RC-04",)),
    Move("confirm", ("confirming",), "replied", ("ministry",), Words("확인", "Confirm"), "RC-05", stops=("RC-05",)),
    Move("deem", ("waiting",), "deemed", ("system",), Words("무회신 의제", "Deem by silence"), "RC-06",
         guards=("RC-06",), stops=("RC-04",)),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "confirmation_reply",
        "V1",
        date(2019, 4, 17),
        Words("신속확인 회신", "Reply in a rapid confirmation"),
        "law",
        STATES,
        MOVES,
        "to_notify",
    ),
)
