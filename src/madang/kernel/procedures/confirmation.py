"""Rapid confirmation of rules (신속확인, Act art. 85): from the firm's question to the answer it can rely on.

Each ministry that is asked answers in a case of its own (``confirmation_reply``). This table is left for ``agreed`` or
``reviewing`` only when RC-09 finds every one of them closed, and contradicting replies have no way past the committee.
"""

from collections.abc import Iterable
from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

#: what somebody who is asked can answer; a ministry that stays silent is deemed to have answered by RC-06
NEEDED, NOT_NEEDED, NOT_OURS, DEEMED = "needed", "not_needed", "not_ours", "deemed"
#: the outcomes of the whole: a permit is needed, or none
OUTCOMES = (NEEDED, NOT_NEEDED)

STATES = (
    State("drafting", Words("신청서 작성 중", "Being written"), Words("작성 중(아직 내지 않음)", "Not sent yet"), "firm",
          Words("신속확인 신청서 작성", "Write the request")),
    State("received", Words("접수(권한 판단 전)", "Received"), Words("지방자치단체 검토", "With the local government"),
          "province", Words("스스로 확인하거나 중소벤처기업부로 송부", "Answer, or send to the Ministry"), "info"),
    State("answered", Words("지방자치단체가 답함", "Answered by the local government"),
          Words("지방자치단체가 답함", "Answered by the local government"), tone="success", final=True),
    State("sent", Words("중소벤처기업부 도착(통보 전)", "With the Ministry, to be passed on"),
          Words("중소벤처기업부가 전달 중", "Being passed on by the Ministry"), "ministry",
          Words("관계 중앙행정기관에 통보", "Pass it to the ministries concerned"), "info"),
    State("consulting", Words("관계기관 회신 대기", "Waiting for the ministries"),
          Words("관계 부처가 검토 중", "With the ministries"), tone="info"),
    State("agreed", Words("회신 완료(통보 전)", "All replies in, to be told"),
          Words("회신이 모두 모임", "All replies are in"), "ministry",
          Words("결과를 지방자치단체에 통보", "Tell the local government the result"), "info"),
    State("reviewing", Words("특구위원회 심의 대기", "Before the Zone Committee"),
          Words("특구위원회 심의 중", "Before the Zone Committee"), "secretary",
          Words("서로 다른 회신에 대한 심의ㆍ의결", "Decide on the conflicting replies"), "warning"),
    State("decided", Words("특구위원회 의결(통보 전)", "Decided by the Zone Committee, to be told"),
          Words("특구위원회가 결정함", "Decided by the Zone Committee"), "ministry",
          Words("결과를 지방자치단체에 통보", "Tell the local government the result"), "info"),
    State("reported", Words("결과 도착(신청인 통지 전)", "Result with the local government, to be told"),
          Words("지방자치단체가 결과를 전달 중", "Being passed on by the local government"), "province",
          Words("신청인에게 결과 통지", "Tell the asker the result"), "info"),
    State("notified", Words("결과 통지", "Result told"), Words("결과를 알림", "Result told"), tone="success", final=True),
)  # fmt: skip

COMMITTEE = Clock("RC-08", "secretary", Words("특구위원회의 심의ㆍ의결", "Decision of the Zone Committee"))
LOCAL = ("province", "basic")
MINISTRY = ("ministry",)

MOVES = (
    Move("submit", ("drafting",), "received", ("firm",), Words("신청", "Ask"), "RC-01", guards=("RC-01",)),
    Move("answer", ("received",), "answered", LOCAL, Words("스스로 확인하여 통지", "Answer within its own powers"), "RC-02",
         guards=("RC-02",)),
    Move("send", ("received",), "sent", LOCAL, Words("중소벤처기업부로 송부", "Send to the Ministry"), "RC-02",
         guards=("RC-02",)),
    Move("pass_on", ("sent",), "consulting", MINISTRY, Words("관계 중앙행정기관에 통보", "Pass to the ministries"), "RC-03",
         guards=("RC-03",)),
    Move("agree", ("consulting",), "agreed", ("system",), Words("회신 종합(서로 어긋나지 않음)", "Close: replies agree"),
         "RC-09", guards=("RC-09",)),
    Move("conflict", ("consulting",), "reviewing", ("system",), Words("회신 종합(서로 어긋남)", "Close: replies conflict"),
         "RC-08", guards=("RC-09",), starts=(COMMITTEE,)),
    Move("lose_vote", ("reviewing",), "reviewing", ("secretary",), Words("부결 기록", "Record a lost vote"), "ZC-05"),
    Move("decide", ("reviewing",), "decided", ("secretary",), Words("특구위원회 의결", "Decide at the Zone Committee"),
         "RC-08", guards=("ZC-05",), stops=("RC-08",)),
    Move("report", ("agreed", "decided"), "reported", MINISTRY,
         Words("지방자치단체에 결과 통보", "Tell the local government"), "RC-07"),
    Move("tell", ("reported",), "notified", LOCAL, Words("신청인에게 결과 통지", "Tell the asker"), "RC-07",
         guards=("RC-07",)),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "confirmation",
        "V1",
        date(2019, 4, 17),
        Words("신속확인", "Rapid confirmation"),
        "law",
        STATES,
        MOVES,
        "drafting",
    ),
)


def closing_move(answers: Iterable[str]) -> str:
    """Return the move that closes a round of answers: ``conflict`` when they contradict each other, else ``agree``.

    They do when one says that a permit is needed and another that none is. Who calls the matter not its own, or is
    silent, contradicts nobody. The Act names no test ("서로 다른 경우 등"); this one is our reading.

    >>> closing_move(["needed", "not_needed"]), closing_move(["needed", "not_ours", "deemed"])
    ('conflict', 'agree')
    """
    return "conflict" if {NEEDED, NOT_NEEDED} <= set(answers) else "agree"


def outcome_of(answers: Iterable[str]) -> str:
    """Return what agreeing answers come to: a permit is needed as soon as one of them says so.

    >>> outcome_of(["not_ours", "deemed"])
    'not_needed'
    """
    return NEEDED if NEEDED in set(answers) else NOT_NEEDED
