"""What an operator asks for after the decision: an extension, a change, a review. Each goes through the local government.

An extension is asked for two months before the end, a change is answered by the ministry in thirty days and thirty
more, a review comes within sixty days of the notice and once only. The law of the day decides; the table says who.
"""

from collections.abc import Iterable
from datetime import date

from madang.kernel.procedures.tools import FIRM, LOCAL, MINISTRY, SECRETARY
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

ASKED = State("asked", Words("지방자치단체 도착", "With the local government"),
              Words("지방자치단체 검토 중", "With the local government"), "province",
              Words("중소벤처기업부에 전달", "Pass it to the Ministry"), "info")  # fmt: skip
DRAFTING = State("drafting", Words("작성 중", "Being written"), Words("작성 중", "Being written"), "firm",
                 Words("신청서 작성", "Write the request"))  # fmt: skip
PASSED = State("passed", Words("중소벤처기업부 도착", "With the Ministry"), Words("중소벤처기업부 검토 중", "With the Ministry"),
               "ministry", Words("검토하여 결정", "Examine and decide"), "info")  # fmt: skip
APPROVED = State("approved", Words("승인", "Approved"), Words("승인", "Approved"), tone="success", final=True)
DENIED = State(
    "denied",
    Words("승인하지 않음", "Not approved"),
    Words("승인하지 않음", "Not approved"),
    tone="danger",
    final=True,
)
PASS = Move(
    "pass", ("asked",), "passed", LOCAL, Words("중소벤처기업부에 전달", "Pass to the Ministry"), "EX-03"
)

EXTENSION = (
    Move("ask_exemption", ("drafting",), "asked", FIRM, Words("연장 신청", "Ask for an extension"), "EX-16", guards=("EX-16",)),
    Move("ask_interim_permit", ("drafting",), "asked", FIRM, Words("연장 신청", "Ask for an extension"), "IP-08",
         guards=("IP-08",)),
    PASS,
    Move("approve", ("passed",), "approved", MINISTRY, Words("연장 승인", "Approve the extension"), "EX-15"),
    Move("deny", ("passed",), "denied", MINISTRY, Words("승인하지 않음", "Do not approve"), "EX-15"),
)  # fmt: skip

ANSWER = Clock("EX-19", "other_ministry", Words("변경 신청 회신", "Answer on the change"))
CHANGE_STATES = (
    DRAFTING, ASKED, PASSED,
    State("consulting", Words("규제부처 회신 대기", "With the ministry that regulates"), Words("관계 부처 검토 중", "With the ministry"),
          "other_ministry", Words("변경 신청에 회신", "Answer on the change"), "info"),
    State("answered", Words("회신 도착(결정 전)", "Answered, to be decided"), Words("결정 대기", "To be decided"), "ministry",
          Words("변경 여부 결정", "Decide on the change"), "info"),
    APPROVED, DENIED,
)  # fmt: skip
CHANGE = (
    Move("ask", ("drafting",), "asked", FIRM, Words("변경 신청", "Ask for a change"), "EX-19"),
    PASS,
    Move("consult", ("passed",), "consulting", MINISTRY, Words("규제부처에 통보", "Tell the ministry"), "EX-19", starts=(ANSWER,)),
    Move("extend", ("consulting",), "consulting", ("other_ministry",), Words("회신 기간 연장", "Extend the time to answer"),
         "EX-19", extends=("EX-19",)),
    Move("answer", ("consulting",), "answered", ("other_ministry",), Words("회신", "Answer"), "EX-19",
         stops=("EX-19",)),
    Move("approve", ("answered",), "approved", MINISTRY, Words("변경 승인", "Approve the change"), "EX-19"),
    Move("deny", ("answered",), "denied", MINISTRY, Words("승인하지 않음", "Do not approve"), "EX-19"),
)  # fmt: skip

TABLING = Clock("EX-18.tabling", "ministry", Words("재심의 안건 상정", "Tabling of the review"))
REVIEW_STATES = (
    DRAFTING, ASKED, PASSED,
    State("tabled", Words("특구위원회 재심의", "Under review by the Zone Committee"), Words("재심의 중", "Under review"), "secretary",
          Words("재심의 결과 기록", "Record the vote"), "info"),
    State("changed", Words("결과를 바꿈", "Result changed"), Words("결과를 바꿈", "Result changed"), tone="success", final=True),
    State("upheld", Words("결과를 유지함", "Result upheld"), Words("결과를 유지함", "Result upheld"), final=True),
)  # fmt: skip
REVIEW = (
    Move("ask_exemption", ("drafting",), "asked", FIRM, Words("재심의 요청", "Ask for a review"), "EX-17", guards=("EX-17",),
         starts=(TABLING,)),
    Move("ask_interim_permit", ("drafting",), "asked", FIRM, Words("재심의 요청", "Ask for a review"), "IP-13",
         guards=("IP-13",), starts=(TABLING,)),
    PASS,
    Move("extend", ("passed",), "passed", MINISTRY, Words("상정 기간 연장", "Extend the time to table"), "EX-18",
         extends=("EX-18.tabling",)),
    Move("table", ("passed",), "tabled", MINISTRY, Words("특구위원회에 상정", "Table at the Zone Committee"), "EX-18",
         stops=("EX-18.tabling",)),
    Move("change", ("tabled",), "changed", SECRETARY, Words("결과를 바꾸는 의결", "Vote to change the result"), "ZC-05",
         guards=("ZC-05",)),
    Move("uphold", ("tabled",), "upheld", SECRETARY, Words("결과 유지", "Uphold the result"), "ZC-05"),
)  # fmt: skip


def _table(name: str, words: Words, states: Iterable[State], moves: Iterable[Move]) -> Procedure:
    return Procedure(name, "V1", date(2019, 4, 17), words, "law", tuple(states), tuple(moves), "drafting")


EDITIONS = (
    _table(
        "tool_extension",
        Words("기간 연장", "Extension of the term"),
        (DRAFTING, ASKED, PASSED, APPROVED, DENIED),
        EXTENSION,
    ),
    _table("tool_change", Words("내용ㆍ조건 변경", "Change of content or conditions"), CHANGE_STATES, CHANGE),
    _table("tool_review", Words("재심의", "Review of the result"), REVIEW_STATES, REVIEW),
)
