"""What a demonstration exemption and an interim permit have in common: from the request to the committee's decision.

Both are asked of the local government, filed with the Ministry, answered by each ministry concerned within its own
time (``tool_reply``) and decided by the Zone Committee (Act art. 86 and 90). Each table adds its own life after it.
"""

from collections.abc import Mapping

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, State

FIRM, LOCAL, MINISTRY, SECRETARY, SYSTEM = (
    ("firm",),
    ("province", "basic"),
    ("ministry",),
    ("secretary",),
    ("system",),
)
#: states that concern the firm alone, states before the Ministry has the request, and those that came to nothing
FIRM_ALONE = ("drafting", "withdrawn")
BEFORE_MINISTRY = (*FIRM_ALONE, "requested", "declined")
CAME_TO_NOTHING = ("withdrawn", "declined", "returned", "refused")

REQUEST_STATES = (
    State("drafting", Words("신청서 작성 중", "Being written"), Words("작성 중", "Being written"), "firm",
          Words("신청서 작성", "Write the request")),
    State("withdrawn", Words("신청서 거둠", "Withdrawn before it was sent"), Words("거두어들임", "Withdrawn"), final=True),
    State("requested", Words("지방자치단체 검토", "With the local government"),
          Words("지방자치단체 검토 중", "With the local government"), "province",
          Words("필요성 검토 후 중소벤처기업부에 신청", "Examine the need; file it or decline"), "info"),
    State("declined", Words("지방자치단체가 신청하지 않음", "Declined by the local government"),
          Words("신청되지 않음", "Not filed"), tone="danger", final=True),
    State("filed", Words("중소벤처기업부 접수", "Filed with the Ministry"), Words("접수", "Filed"), "ministry",
          Words("관계기관에 통보하거나 반려", "Pass it to the ministries, or return it"), "info"),
    State("returned", Words("반려", "Returned"), Words("반려", "Returned"), tone="danger", final=True),
    State("in_review", Words("관계기관 검토", "With the ministries"), Words("관계 부처 검토 중", "With the ministries"),
          "ministry", Words("회신을 모아 특구위원회에 상정", "Gather the replies and table it"), "info"),
    State("tabled", Words("특구위원회 상정", "Before the Zone Committee"), Words("심의 중", "Before the Zone Committee"),
          "secretary", Words("심의ㆍ의결 기록", "Record the vote"), "info"),
    State("resolved", Words("가결(부여 전)", "Carried, to be granted"), Words("심의를 마침", "Voted on"), "ministry",
          Words("부여하고 알림ㆍ고시", "Grant it, tell and gazette it"), "info"),
    State("rejected", Words("부결(통보 전)", "Lost, to be told"), Words("심의를 마침", "Voted on"), "ministry",
          Words("결과 통보", "Tell the result"), "warning"),
    State("refused", Words("부여하지 않음", "Refused"), Words("부여하지 않음", "Refused"), tone="danger"),
)  # fmt: skip

TABLING = Clock("EX-06", "ministry", Words("특구위원회 상정", "Tabling at the Zone Committee"))


def request_moves(rules: Mapping[str, str]) -> tuple[Move, ...]:
    """The moves up to the decision; ``rules`` names the rule of each step in the chapter of the tool."""
    return (
        Move("submit", ("drafting",), "requested", FIRM, Words("신청", "Ask"), rules["ground"], guards=(rules["ground"],)),
        Move("withdraw", ("drafting",), "withdrawn", FIRM, Words("신청서 거두기", "Withdraw the draft"), rules["ground"]),
        Move("decline", ("requested",), "declined", LOCAL, Words("신청하지 않음", "Decline"), rules["route"]),
        Move("file", ("requested",), "filed", LOCAL, Words("중소벤처기업부에 신청", "File with the Ministry"), rules["route"],
             guards=tuple(rules["papers"].split()), starts=(TABLING,)),
        Move("return", ("filed",), "returned", MINISTRY, Words("반려", "Return"), "EX-07", guards=("EX-07",),
             stops=("EX-06",)),
        Move("consult", ("filed",), "in_review", MINISTRY, Words("관계기관에 통보", "Pass to the ministries"), rules["reply"]),
        Move("extend_tabling", ("in_review",), "in_review", MINISTRY, Words("상정 기간 연장", "Extend the time to table"), "EX-06",
             extends=("EX-06",)),
        Move("table", ("in_review",), "tabled", MINISTRY, Words("특구위원회에 상정", "Table at the Zone Committee"), "EX-06",
             stops=("EX-06",)),
        Move("resolve", ("tabled",), "resolved", SECRETARY, Words("가결 기록", "Record that it was carried"), "ZC-05",
             guards=("ZC-05",)),
        Move("reject", ("tabled",), "rejected", SECRETARY, Words("부결 기록", "Record that it was lost"), "ZC-05"),
        Move("grant", ("resolved",), "granted", MINISTRY, Words("부여", "Grant"), rules["grant"],
             guards=tuple(rules["terms"].split())),
        Move("grant_early", ("resolved",), "granted", MINISTRY, Words("부여(2024년 8월 6일까지)", "Grant (until 6 August 2024)"),
             rules["grant"], guards=tuple(rules["early_terms"].split())),
        Move("refuse", ("rejected",), "refused", MINISTRY, Words("결과 통보(부여하지 않음)", "Tell the refusal"), rules["told"]),
        Move("reopen", ("refused",), "resolved", SECRETARY, Words("재심의에서 가결", "Carried on review"), rules["review"],
             guards=(rules["grant"],)),
    )  # fmt: skip
