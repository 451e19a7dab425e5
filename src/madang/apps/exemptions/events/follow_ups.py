"""What can have happened in a follow-up session."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("follow_ups",)

REPORTED = EventKind(
    "exemptions.follow_up_reported",
    Words(
        "보도된 후속조치 회의를 기록했습니다: {session}.",
        "A reported follow-up session was recorded: {session_en}.",
    ),
    audience="nobody: it is entered from published reports",
    topics=TOPICS,
)
OPENED = EventKind(
    "exemptions.follow_up_opened",
    Words(
        "후속조치 회의를 열었습니다. 대상 과제 {total}건.",
        "A follow-up session was opened, on {total} projects.",
    ),
    audience="nobody: the session is told when it is closed",
    topics=TOPICS,
)
OUTCOME_NOTED = EventKind(
    "exemptions.follow_up_outcome_noted",
    Words(
        "‘{project}’ 과제의 결과를 적었습니다: {outcome}.",
        "The outcome of “{project}” was noted: {outcome_en}.",
    ),
    audience="nobody: the session is told when it is closed",
    topics=TOPICS,
)
OUTCOME_WITHDRAWN = EventKind(
    "exemptions.follow_up_outcome_withdrawn",
    Words(
        "‘{project}’ 과제의 결과({outcome})를 지웠습니다.",
        "The outcome of “{project}” ({outcome_en}) was taken back.",
    ),
    audience="nobody: the session is told when it is closed",
    topics=TOPICS,
)
CLOSED = EventKind(
    "exemptions.follow_up_closed",
    Words("후속조치 회의의 결과를 확정했습니다: {sum}.", "The follow-up session was closed: {sum_en}."),
    audience="everybody",
    topics=TOPICS,
    public=True,
)
