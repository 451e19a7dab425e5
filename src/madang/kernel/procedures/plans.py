"""A plan under a call (공모 제안서): practice, not law. Nothing changes in it after the window has closed."""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

APPLICANTS = ("province", "basic")
MINISTRY = ("ministry",)
_EVALUATION = Words("평가 중", "Under evaluation")

STATES = (
    State("drafting", Words("작성 중", "Draft"), Words("작성 중", "Draft"), "applicant",
          Words("계획서를 완성해 기간 안에 제출", "Complete and submit the plan inside the window")),
    State("submitted", Words("제출", "Submitted"), Words("접수", "Received"), tone="info"),
    State("withdrawn", Words("철회", "Withdrawn"), Words("철회", "Withdrawn"), tone="warning", final=True),
    State("under_review", Words("평가 중", "Under evaluation"), _EVALUATION, tone="info"),
    State("passed_paper", Words("서면평가 통과", "Passed the paper review"), _EVALUATION, tone="info"),
    State("shortlisted", Words("후보 선정", "Shortlisted"), Words("후보 선정", "Shortlisted"),
          tone="success", final=True),
    State("not_selected", Words("미선정", "Not selected"), Words("미선정", "Not selected"), final=True),
)  # fmt: skip

MOVES = (
    Move("submit", ("drafting", "submitted"), "submitted", APPLICANTS, Words("제출", "Submit"), "APP-01"),
    Move("withdraw", ("submitted",), "withdrawn", APPLICANTS, Words("철회", "Withdraw")),
    Move("take_up", ("submitted",), "under_review", MINISTRY, Words("평가 회부", "Take up for evaluation")),
    Move("pass_paper", ("under_review",), "passed_paper", MINISTRY, Words("서면평가 통과", "Pass the paper review")),
    Move("shortlist", ("under_review", "passed_paper"), "shortlisted", MINISTRY, Words("후보 선정", "Shortlist")),
    Move("decline", ("under_review", "passed_paper"), "not_selected", MINISTRY, Words("미선정", "Decline")),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "plan",
        "P1",
        date(2019, 1, 1),
        Words("공모 계획서", "Plan under a call"),
        "practice",
        STATES,
        MOVES,
        "drafting",
    ),
)
