"""The list of regulations of a zone (법령규제목록, Decree art. 2-2): it stands once resolved on and gazetted."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

MINISTRY = ("ministry",)
SECRETARY = ("secretary",)

STATES = (
    State("drafting", Words("작성 중", "Being drawn up"), Words("작성 중", "Being drawn up"), "ministry",
          Words("법령규제목록 작성", "Draw up the list")),
    State("tabled", Words("위원회 상정", "Before the committee"), Words("위원회 심의", "Before the committee"), "secretary",
          Words("법령규제목록 의결 기록", "Record the vote on the list"), "info"),
    State("resolved", Words("의결(고시 전)", "Resolved on, not gazetted"), Words("의결", "Resolved on"), "ministry",
          Words("법령규제목록 고시", "Gazette the list"), "info"),
    State("standing", Words("고시되어 시행 중", "Gazetted, standing"), Words("시행 중", "Standing"), tone="success"),
    State("replaced", Words("새 목록으로 바뀜", "Replaced"), Words("지난 목록", "Former list"), final=True),
)  # fmt: skip

MOVES = (
    Move("write", ("drafting",), "drafting", MINISTRY, Words("목록 작성", "Write"), "NEG-01"),
    Move("table", ("drafting",), "tabled", MINISTRY, Words("위원회에 올림", "Bring it to the committee"), "NEG-01"),
    Move("resolve", ("tabled",), "resolved", SECRETARY, Words("의결", "Resolve on it"), "NEG-01"),
    Move("lose_vote", ("tabled",), "drafting", SECRETARY, Words("부결", "Vote it down"), "NEG-01"),
    Move("gazette", ("resolved",), "standing", MINISTRY, Words("고시", "Gazette"), "NEG-01", guards=("NEG-01",)),
    Move("replace", ("standing",), "replaced", MINISTRY, Words("새 목록으로 바꿈", "Replace"), "NEG-01"),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "regulation_list",
        "V1",
        date(2023, 12, 19),
        Words("법령규제목록", "List of regulations"),
        "law",
        STATES,
        MOVES,
        "drafting",
    ),
)
