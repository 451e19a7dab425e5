"""A tool of the published record (공표된 기록): granted by report, then whatever the sources say last of it.

It is no procedure of the law: nobody works in it and nothing in it runs out. A tool of which no later report was found
stays ``reported``, so that the record never says more than its sources. Where a live tool knows the same standing,
the state has the same key as there.
"""

from datetime import date

from madang.kernel.procedures.tools import MINISTRY
from madang.kernel.words import Words
from madang.kernel.workflow import Move, Procedure, State

#: what may still change when another report is found
OPEN = ("reported", "running", "extended")

STATES = (
    State("found", Words("보도 확인(부여 기록 전)", "Found in reports"), Words("보도 확인", "Found in reports")),
    State("reported", Words("부여 보도(이후 확인되지 않음)", "Granted by report; nothing later found"),
          Words("이후 확인되지 않음", "Not reported since the grant")),
    State("running", Words("실증 중(보도 기준)", "Running, as last reported"), Words("실증 중(보도 기준)", "Running, by report"),
          tone="success"),
    State("extended", Words("기간 연장(보도 기준)", "Extended, as last reported"),
          Words("기간 연장(보도 기준)", "Extended, by report"), tone="success"),
    State("bridged", Words("임시허가로 전환", "Became an interim permit"),
          Words("임시허가로 전환", "Became an interim permit"), tone="success", final=True),
    State("normalised", Words("법령ㆍ기준 정비 완료", "Rules revised"), Words("법령ㆍ기준 정비 완료", "Rules revised"),
          tone="success", final=True),
    State("closed", Words("종료", "Closed"), Words("종료", "Closed"), final=True),
)  # fmt: skip

MOVES = (
    Move("report_grant", ("found",), "reported", MINISTRY, Words("부여 보도 기록", "Record the reported grant")),
    Move("report_running", OPEN, "running", MINISTRY, Words("실증 계속 보도 기록", "Record that it goes on")),
    Move("report_extension", OPEN, "extended", MINISTRY, Words("연장 보도 기록", "Record the reported extension")),
    Move("report_bridge", OPEN, "bridged", MINISTRY, Words("임시허가 전환 보도 기록", "Record the reported interim permit")),
    Move("report_revision", OPEN, "normalised", MINISTRY, Words("법령정비 보도 기록", "Record the reported revision")),
    Move("report_end", OPEN, "closed", MINISTRY, Words("종료 보도 기록", "Record the reported end")),
)  # fmt: skip

EDITIONS = (
    Procedure(
        "tool_record",
        "V1",
        date(2019, 4, 17),
        Words("공표된 실증특례ㆍ임시허가", "Exemptions and permits on record"),
        "practice",
        STATES,
        MOVES,
        "found",
    ),
)
