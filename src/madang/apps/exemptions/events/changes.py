"""What can have happened to a change of content or conditions."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

ASKED = EventKind(
    "exemptions.tool_change_asked",
    Words(
        "내용이나 조건의 변경을 신청했습니다.",
        "A change of content or conditions was asked for.",
    ),
    audience="the local government",
    topics=TOPICS,
)
CONSULTED = EventKind(
    "exemptions.tool_change_consulted",
    Words(
        "{ministry}에 변경 신청을 통보했습니다.",
        "{ministry_en} was told of the change that is asked for.",
    ),
    audience="the ministry that regulates and the operator",
    topics=TOPICS,
)
LENGTHENED = EventKind(
    "exemptions.tool_change_lengthened",
    Words(
        "{ministry}에서 회신 기간을 연장했습니다. 사유: {reason}",
        "{ministry_en} extended its time to answer. Reason: {reason}",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
ANSWERED = EventKind(
    "exemptions.tool_change_answered",
    Words(
        "{ministry}에서 변경 신청에 회신했습니다.",
        "{ministry_en} answered on the change.",
    ),
    audience="the ministry",
    topics=TOPICS,
)
CHANGED = EventKind(
    "exemptions.tool_changed",
    Words(
        "내용이나 조건의 변경을 승인했습니다.",
        "The change of content or conditions was approved.",
    ),
    audience="the operator, the local government and the ministry that regulates",
    topics=TOPICS,
)
REFUSED = EventKind(
    "exemptions.tool_change_refused",
    Words(
        "변경을 승인하지 않았습니다. 사유: {answer}",
        "The change was not approved. Reason: {answer}",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
