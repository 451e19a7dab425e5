"""Demonstration exemption (실증특례, Act art. 86–89): from the request to the changed law.

Which terms, grounds and measures hold is decided by the law of the day (rules EX-13 to EX-35), not by the table.
"""

from datetime import date

from madang.kernel.procedures.renewals import renewals
from madang.kernel.procedures.tools import (
    FIRM,
    LOCAL,
    MINISTRY,
    REQUEST_STATES,
    SYSTEM,
    request_moves,
)
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

RULES = {
    "ground": "EX-01", "route": "EX-03", "papers": "EX-03", "reply": "EX-04", "grant": "EX-08",
    "terms": "EX-08 EX-10 EX-14", "early_terms": "EX-08 EX-10 EX-13", "told": "EX-12", "review": "EX-17",
}  # fmt: skip
#: states in which the demonstration may go on
LIVE = ("running", "extended", "continuing")
#: states in which the term, or what the law puts in its place, still counts
IN_FORCE = ("granted", "ready", *LIVE, "correcting")

STATES = (
    *REQUEST_STATES,
    State("granted", Words("부여(시작 전)", "Granted, not begun"), Words("부여", "Granted"), "firm",
          Words("책임보험 가입과 증명 제출", "Take out cover and file the proof"), "success"),
    State("ready", Words("시작 준비 완료", "Ready to begin"), Words("시작 준비 완료", "Ready to begin"), "firm",
          Words("이용자에게 알리고 실증 시작", "Tell the users and begin"), "success"),
    State("running", Words("실증 중", "Running"), Words("실증 중", "Running"), tone="success"),
    State("extended", Words("연장하여 실증 중", "Extended, running"), Words("연장하여 실증 중", "Extended"), tone="success"),
    State("continuing", Words("기간이 끝나지 않은 것으로 봄", "Deemed not to have ended"),
          Words("법령정비를 기다리며 계속", "Continuing while the law is revised"), tone="warning"),
    State("correcting", Words("시정명령 이행 중", "Under an order of correction"),
          Words("시정 중", "Being corrected"), "firm", Words("시정명령 이행", "Do what was ordered"), "warning"),
    State("cancelled", Words("취소", "Cancelled"), Words("취소", "Cancelled"), tone="danger", final=True),
    State("expired", Words("기간 만료(결과보고 전)", "Expired, to be reported"), Words("기간 만료", "Expired"), "firm",
          Words("실증 결과보고서 제출", "File the result report"), "warning"),
    State("revision_review", Words("법령정비 필요성 검토", "Need of revision examined"),
          Words("법령정비 검토 중", "Need of revision examined"), "ministry",
          Words("검토 결과 기록", "Record the outcome of the examination"), "info"),
    State("revision_started", Words("법령정비 착수", "Revision begun"), Words("법령정비 중", "Law being revised"),
          tone="info"),
    State("revision_unneeded", Words("법령정비 불필요", "No revision needed"),
          Words("법령정비 불필요", "No revision needed")),
    State("bridged", Words("임시허가로 전환", "Became an interim permit"),
          Words("임시허가로 전환", "Became an interim permit"), tone="success", final=True),
    State("normalised", Words("법령정비 완료", "Law revised"), Words("법령정비 완료", "Law revised"), tone="success", final=True),
    State("closed", Words("종료", "Closed"), Words("종료", "Closed"), final=True),
)  # fmt: skip

REPORT = Clock("EX-25", "firm", Words("실증 결과보고서", "Result report"))

MOVES = (
    *request_moves(RULES),
    Move("make_ready", ("granted",), "ready", FIRM, Words("보장 증명 제출", "File the proof of cover"), "LIA-02",
         guards=("LIA-03",)),
    Move("start", ("ready",), "running", FIRM, Words("실증 시작", "Begin"), "LIA-02", guards=("LIA-02", "LIA-03", "EX-21")),
    Move("start_on_plan", ("granted", "ready"), "running", FIRM, Words("배상 계획으로 실증 시작", "Begin on a plan"),
         "LIA-05", guards=("LIA-05", "EX-21")),
    Move("extend", ("running",), "extended", MINISTRY, Words("기간 연장", "Extend"), "EX-15", guards=("EX-15", "EX-16")),
    Move("continue", ("running", "extended"), "continuing", SYSTEM, Words("기간이 끝나지 않은 것으로 봄", "Deem it to continue"),
         "EX-27", guards=("EX-27",)),
    Move("continue_correcting", ("correcting",), "correcting", SYSTEM,
         Words("기간이 끝나지 않은 것으로 봄(시정 중)", "Deem it to continue"), "EX-27", guards=("EX-27",)),
    *renewals("extended", "continuing"),
    Move("order_correction", LIVE, "correcting", MINISTRY, Words("시정명령", "Order a correction"), "EX-34",
         guards=("EX-33", "EX-34")),
    Move("resume", ("correcting",), "running", MINISTRY, Words("시정 확인", "Find it corrected"), "EX-34"),
    Move("resume_extended", ("correcting",), "extended", MINISTRY, Words("시정 확인(연장 기간)", "Find it corrected"), "EX-34"),
    Move("resume_continuing", ("correcting",), "continuing", MINISTRY, Words("시정 확인(계속 중)", "Find it corrected"),
         "EX-34"),
    Move("cancel", IN_FORCE, "cancelled", MINISTRY, Words("취소", "Cancel"), "EX-34", guards=("EX-33", "EX-34", "REV-07")),
    Move("expire", ("granted", "ready", *LIVE, "correcting"), "expired", SYSTEM, Words("기간 만료", "Expire"), "EX-25",
         starts=(REPORT,)),
    Move("report", ("expired", "continuing"), "revision_review", FIRM, Words("결과보고서 제출", "File the result report"),
         "EX-25", stops=("EX-25",)),
    Move("start_revision", ("revision_review", "continuing"), "revision_started", MINISTRY,
         Words("법령정비 착수", "Begin the revision"), "EX-26"),
    Move("find_no_need", ("revision_review", "continuing"), "revision_unneeded", MINISTRY,
         Words("법령정비 불필요", "Find no revision needed"), "EX-26"),
    Move("recommend_revision", ("revision_unneeded",), "revision_review", MINISTRY,
         Words("다시 검토하도록 함", "Bring it up again"), "EX-28"),
    Move("bridge", ("revision_started",), "bridged", MINISTRY, Words("임시허가로 전환", "Bridge to an interim permit"),
         "EX-29", guards=("EX-29",)),
    Move("normalise", (*LIVE, "correcting", "expired", "revision_review", "revision_started", "revision_unneeded"), "normalised",
         MINISTRY, Words("정식 허가등으로 전환", "Ordinary permit"), "EX-24", guards=("EX-24",)),
    Move("close", ("expired", "revision_review", "revision_unneeded", "refused"), "closed", LOCAL,
         Words("종료", "Close"), "EX-25"),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "exemption",
        "V1",
        date(2019, 4, 17),
        Words("실증특례", "Demonstration exemption"),
        "law",
        STATES,
        MOVES,
        "drafting",
    ),
)
