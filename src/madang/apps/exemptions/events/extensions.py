"""What can have happened to the extension of a term."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

ASKED = EventKind(
    "exemptions.tool_extension_asked",
    Words(
        "{until}까지 연장을 신청했습니다.",
        "An extension until {until} was asked for.",
    ),
    audience="the local government",
    topics=TOPICS,
)
PASSED = EventKind(
    "exemptions.tool_request_passed",
    Words(
        "{local}에서 {kind} 신청을 중소벤처기업부에 전달했습니다.",
        "{local_en} passed the request ({kind_en}) to the Ministry.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
EXTENDED = EventKind(
    "exemptions.tool_extended",
    Words(
        "{until}까지 연장했습니다.",
        "It was extended until {until}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
DENIED = EventKind(
    "exemptions.tool_extension_denied",
    Words(
        "연장을 승인하지 않았습니다. 사유: {answer}",
        "The extension was not approved. Reason: {answer}",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
