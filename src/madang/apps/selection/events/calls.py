"""What can have happened to a call."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

CALL_DRAFTED = EventKind(
    "selection.call_drafted",
    Words("‘{title}’ 공모를 작성하기 시작했습니다.", "The call “{title}” was drafted."),
    audience="ministry",
)
CALL_REVISED = EventKind(
    "selection.call_revised",
    Words("‘{title}’ 공모의 내용을 수정했습니다.", "The draft of the call “{title}” was revised."),
    audience="ministry",
)
RULE_PUBLISHED = EventKind(
    "selection.rule_published",
    Words(
        "평가 기준 {number}판을 올렸습니다. {reason}",
        "Version {number} of the evaluation rule was published. {reason}",
    ),
    audience="applicants of the call",
    topics=("calls",),
    public=True,
)
CALL_ANNOUNCED = EventKind(
    "selection.call_announced",
    Words("‘{title}’ 공모를 공고했습니다.", "The call “{title}” was announced."),
    audience="every province and basic-level local government",
    topics=("calls",),
    public=True,
)
CALL_CANCELLED = EventKind(
    "selection.call_cancelled",
    Words("‘{title}’ 공모를 취소했습니다: {reason}", "The call “{title}” was cancelled: {reason}"),
    audience="applicants of the call",
    topics=("calls",),
    public=True,
)
FUNNEL_REPORTED = EventKind(
    "selection.funnel_reported",
    Words("공모의 단계별 수를 기록했습니다: {counts}", "The counts of the call were recorded: {counts}"),
    audience="nobody",
    topics=("calls",),
    public=True,
)
