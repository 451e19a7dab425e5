"""What can have happened to a review of the result."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

ASKED = EventKind(
    "exemptions.tool_review_asked",
    Words(
        "결과에 대하여 재심의를 요청했습니다.",
        "A review of the result was asked for.",
    ),
    audience="the local government",
    topics=TOPICS,
)
PASSED = EventKind(
    "exemptions.tool_review_passed",
    Words(
        "{local}에서 재심의 요청을 중소벤처기업부에 전달했습니다.",
        "{local_en} passed the request for review to the Ministry.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
EXTENDED = EventKind(
    "exemptions.tool_review_extended",
    Words(
        "재심의 상정 기간을 연장했습니다. 사유: {reason}",
        "The time to table the review was extended. Reason: {reason}",
    ),
    audience="the local government and the operator",
    topics=TOPICS,
)
TABLED = EventKind(
    "exemptions.tool_review_tabled",
    Words(
        "재심의 안건을 규제자유특구위원회에 상정했습니다.",
        "The review was tabled at the Zone Committee.",
    ),
    audience="the secretary of the Zone Committee and the operator",
    topics=TOPICS,
)
CHANGED = EventKind(
    "exemptions.tool_review_changed",
    Words(
        "재심의에서 결과를 바꾸기로 의결했습니다. {result}",
        "On review the committee changed the result. {result_en}",
    ),
    audience="the ministry, the local government and the operator",
    topics=TOPICS,
)
UPHELD = EventKind(
    "exemptions.tool_review_upheld",
    Words(
        "재심의에서 결과를 유지했습니다. {result}",
        "On review the result was upheld. {result_en}",
    ),
    audience="the ministry, the local government and the operator",
    topics=TOPICS,
)
