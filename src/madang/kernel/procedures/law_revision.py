"""A law to be revised (법령정비): which ministry owes what by when, until the new law is in force (EX-23 to EX-31)."""

from datetime import date

from madang.kernel.procedures.tools import MINISTRY
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

PLAN = Words("규제법령정비계획 제출", "Filing of the revision plan")
PLAN_AFTER_GRANT = Clock("EX-31.grant", "other_ministry", PLAN)
PLAN_ON_REQUEST = Clock("EX-31", "other_ministry", PLAN)
PLAN_AFTER_REPORT = Clock("EX-26", "other_ministry", PLAN)
PLANS = (PLAN_AFTER_GRANT.rule_id, PLAN_ON_REQUEST.rule_id, PLAN_AFTER_REPORT.rule_id)
OWNER = ("other_ministry",)

STATES = (
    State("watched", Words("등록(정비 요청 전)", "On the list, nothing asked"), Words("정비 대상", "To be revised")),
    State("plan_due", Words("정비계획 제출 대기", "Plan awaited"), Words("정비계획 작성 중", "Plan being made"), "other_ministry",
          Words("법령정비계획 제출 또는 정비 불필요 통보", "File the plan, or say that no revision is needed"), "info"),
    State("planned", Words("정비계획 제출(착수 전)", "Planned"), Words("정비계획 있음", "Planned"), "other_ministry",
          Words("법령정비 착수 기록", "Record the beginning"), "info"),
    State("begun", Words("정비 진행", "Being revised"), Words("정비 진행 중", "Being revised"), "other_ministry",
          Words("진행 단계 기록", "Record the steps"), "info"),
    State("in_force", Words("정비 완료(시행)", "Revised, in force"), Words("정비 완료", "Revised"), tone="success", final=True),
    State("unneeded", Words("정비 불필요", "No revision needed"), Words("정비 불필요", "No revision needed")),
)  # fmt: skip

MOVES = (
    Move("await_plan", ("watched",), "plan_due", MINISTRY, Words("특례 부여에 따른 계획 요청", "Await the plan after the grant"),
         "EX-31", starts=(PLAN_AFTER_GRANT,)),
    Move("ask_plan", ("watched", "unneeded"), "plan_due", MINISTRY, Words("정비 요청", "Ask for a revision"), "EX-31",
         starts=(PLAN_ON_REQUEST,)),
    Move("report", ("watched", "plan_due"), "plan_due", MINISTRY, Words("심의위원회 보고 기록", "Record the report"), "EX-26",
         starts=(PLAN_AFTER_REPORT,), stops=(PLAN_AFTER_GRANT.rule_id,)),
    Move("extend_after_grant", ("plan_due",), "plan_due", OWNER, Words("제출 기간 연장", "Extend the time"), "EX-31",
         extends=("EX-31.grant",)),
    Move("extend_on_request", ("plan_due",), "plan_due", OWNER, Words("제출 기간 연장", "Extend the time"), "EX-31",
         extends=("EX-31",)),
    Move("file_plan", ("plan_due",), "planned", OWNER, Words("정비계획 제출", "File the plan"), "EX-26", stops=PLANS),
    Move("find_no_need", ("plan_due",), "unneeded", OWNER, Words("정비 불필요 통보", "Find no need"), "EX-26", stops=PLANS),
    Move("escalate", ("unneeded",), "plan_due", MINISTRY, Words("규제합리화위원회에 올림", "Bring it to the committee"), "EX-28"),
    Move("begin", ("planned", "plan_due"), "begun", OWNER, Words("정비 착수", "Begin"), "EX-26", stops=PLANS),
    Move("step", ("begun",), "begun", OWNER, Words("진행 단계 기록", "Record a step"), "EX-26"),
    Move("recommend", ("planned", "begun"), "begun", MINISTRY, Words("특구위원회 권고 기록", "Record a recommendation"), "EX-30"),
    Move("enact", ("watched", "plan_due", "planned", "begun", "unneeded"), "in_force", MINISTRY,
         Words("시행 기록", "Record that it is in force"), "EX-23", stops=PLANS),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "law_revision",
        "V1",
        date(2019, 4, 17),
        Words("법령정비", "Revision of a law"),
        "law",
        STATES,
        MOVES,
        "watched",
    ),
)
