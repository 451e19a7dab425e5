"""The candidate call (후보특구 공모): practice, not law. The ministry announces, evaluators score, a shortlist follows."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

MINISTRY = ("ministry",)

STATES = (
    State("draft", Words("작성 중", "Draft"), Words("준비 중", "In preparation"), "ministry",
          Words("공모를 확정해 공고", "Finish and announce the call")),
    State("announced", Words("공고", "Announced"), Words("공모 공고", "Announced"), "ministry",
          Words("접수 마감 후 서면평가 시작", "Begin the paper review after closing"), "info"),
    State("paper_review", Words("서면평가 중", "Paper review"), Words("평가 중", "Under evaluation"), "ministry",
          Words("서면평가 결과 확정", "Fix the paper result"), "info"),
    State("presentation", Words("발표평가 중", "Presentation review"), Words("평가 중", "Under evaluation"), "ministry",
          Words("발표평가 결과로 후보 선정", "Decide the shortlist"), "info"),
    State("decided", Words("후보 선정 완료", "Shortlist decided"), Words("후보 발표", "Shortlist announced"),
          tone="success", final=True),
    State("cancelled", Words("취소", "Cancelled"), Words("공모 취소", "Call cancelled"), tone="warning", final=True),
)  # fmt: skip

MOVES = (
    Move("announce", ("draft",), "announced", MINISTRY, Words("공모 공고", "Announce the call")),
    Move("begin_paper_review", ("announced",), "paper_review", MINISTRY,
         Words("서면평가 시작", "Begin the paper review")),
    Move("fix_paper_result", ("paper_review",), "presentation", MINISTRY,
         Words("서면평가 결과 확정", "Fix the paper result")),
    Move("decide_shortlist", ("paper_review", "presentation"), "decided", MINISTRY,
         Words("후보 선정 확정", "Decide the shortlist")),
    Move("cancel", ("draft", "announced"), "cancelled", MINISTRY, Words("공모 취소", "Cancel the call")),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "call",
        "P1",
        date(2019, 1, 1),
        Words("후보특구 공모", "Candidate call"),
        "practice",
        STATES,
        MOVES,
        "draft",
    ),
)
