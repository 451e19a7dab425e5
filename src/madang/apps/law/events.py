"""What can have happened to the calendar of holidays and, by it, to deadlines."""

from madang.core.audit.events import EventKind
from madang.core.calendar import TOPIC
from madang.kernel.words import Words

EVERYBODY = "everybody"
#: pages that show deadlines of cases
DEADLINES = ("calls", "committees", "designations", "zones")

HOLIDAY_ADDED = EventKind(
    "law.holiday_added",
    Words(
        "{day} ‘{name}’ 쉬는 날을 기록했습니다({decided_on} 결정, {source}). 이에 따라 기한 {moved}건이 바뀌었습니다.",
        "{day_en}, “{name_en}”, was recorded as a day off (decided on {decided_on}, {source}). Deadlines changed by it: {moved}.",
    ),
    audience=EVERYBODY,
    topics=(TOPIC, "law", *DEADLINES),
    public=True,
)
HOLIDAY_WITHDRAWN = EventKind(
    "law.holiday_withdrawn",
    Words(
        "{day} ‘{name}’ 쉬는 날의 기록을 취소했습니다. 사유: {reason}. 이에 따라 기한 {moved}건이 바뀌었습니다.",
        "The record of {day_en}, “{name_en}”, as a day off was withdrawn. Reason: {reason}. Deadlines changed by it: {moved}.",
    ),
    audience=EVERYBODY,
    topics=(TOPIC, "law", *DEADLINES),
    public=True,
)
DEADLINE_MOVED = EventKind(
    "law.deadline_moved",
    Words(
        "‘{what}’ 기한을 다시 계산했습니다: {old} → {new}. 사유: {why}.",
        "The deadline “{what_en}” was counted anew: {old_en} → {new_en}. Reason: {why_en}.",
    ),
    audience=EVERYBODY,
    topics=DEADLINES,
    public=True,
)
#: it ends no page of the calendar: the calendar's number would rise with it, and the recount begin again
CLOCKS_RECOUNTED = EventKind(
    "law.clocks_recounted",
    Words(
        "공휴일 표 {table}에 맞추어 진행 중인 기한을 다시 살폈습니다. 바뀐 기한은 {moved}건입니다.",
        "Open deadlines were checked against the holiday table {table}. Deadlines changed by it: {moved}.",
    ),
    audience="nobody",
    topics=DEADLINES,
)
