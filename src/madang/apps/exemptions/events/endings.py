"""What can have happened on the way to a correction or a cancellation."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

PROPOSED = EventKind(
    "exemptions.tool_measure_proposed",
    Words(
        "시정ㆍ취소 절차를 시작했습니다. 사유: {ground}.",
        "A correction or cancellation is being prepared. Ground: {ground_en}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
APPLIED = EventKind(
    "exemptions.tool_cancellation_applied",
    Words(
        "{local}에서 취소를 신청했습니다. 사유: {ground}.",
        "{local_en} applied for cancellation. Ground: {ground_en}.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
LOCAL_HEARD = EventKind(
    "exemptions.tool_measure_local_heard",
    Words(
        "{local}에서 의견을 냈습니다.",
        "{local_en} gave its opinion.",
    ),
    audience="the ministry",
    topics=TOPICS,
)
HEARD = EventKind(
    "exemptions.tool_operator_heard",
    Words(
        "{held_on}에 사업자 청문을 했습니다.",
        "The formal hearing of the operator was held on {held_on}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
VOTED = EventKind(
    "exemptions.tool_cancellation_voted",
    Words(
        "취소에 관한 규제자유특구위원회 표결: {result}",
        "Vote of the Zone Committee on the cancellation: {result_en}",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
CORRECTION_ORDERED = EventKind(
    "exemptions.tool_correction_ordered",
    Words(
        "{due_on}까지 시정하도록 명령했습니다.",
        "Correction was ordered until {due_on}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
CORRECTED = EventKind(
    "exemptions.tool_corrected",
    Words(
        "시정된 것을 확인했습니다.",
        "It was found corrected.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
CANCELLED = EventKind(
    "exemptions.tool_cancelled",
    Words(
        "취소했습니다. 사유: {ground}. 사업을 즉시 멈추어야 합니다.",
        "It was cancelled. Ground: {ground_en}. The business must stop at once.",
    ),
    audience="the operator, the local government and everybody",
    topics=TOPICS,
)
STOPPED = EventKind(
    "exemptions.tool_stopped",
    Words(
        "{stopped_on}에 사업을 멈추었다고 알렸습니다.",
        "The operator told that the business stopped on {stopped_on}.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
DROPPED = EventKind(
    "exemptions.tool_measure_dropped",
    Words(
        "시정ㆍ취소 없이 절차를 마쳤습니다. 사유: {outcome}",
        "It ended without a correction or cancellation. Reason: {outcome}",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
