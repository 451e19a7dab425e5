"""What can have happened to a condition of an exemption or interim permit."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

ASKED = EventKind(
    "exemptions.condition_asked",
    Words(
        "{ministry}에서 조건을 붙이도록 요구했습니다. 입증자료: {papers}.",
        "{ministry_en} asked for a condition. Papers that prove it: {papers_en}.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
PAPERS_FILED = EventKind(
    "exemptions.condition_papers_filed",
    Words(
        "{ministry}에서 조건의 필요성을 입증하는 자료를 냈습니다.",
        "{ministry_en} filed papers that prove the need of its condition.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
SET = EventKind(
    "exemptions.condition_set",
    Words(
        "조건을 붙이기로 했습니다: {text}",
        "The condition was set: {text}",
    ),
    audience="the operator, the local government and the ministry that asked",
    topics=TOPICS,
)
DROPPED = EventKind(
    "exemptions.condition_dropped",
    Words(
        "조건을 붙이지 않기로 했습니다: {text}",
        "The condition was not set: {text}",
    ),
    audience="the operator and the ministry that asked",
    topics=TOPICS,
)
CONTESTED = EventKind(
    "exemptions.condition_contested",
    Words(
        "기업이 조건에 이의를 제기했습니다: {text}",
        "The operator contested the condition: {text}",
    ),
    audience="the ministry and the ministry that asked",
    topics=TOPICS,
)
UPHELD = EventKind(
    "exemptions.condition_upheld",
    Words(
        "이의를 살펴 조건을 유지하기로 했습니다: {text}",
        "The objection was examined and the condition kept: {text}",
    ),
    audience="the operator and the ministry that asked",
    topics=TOPICS,
)
CHANGED = EventKind(
    "exemptions.condition_changed",
    Words(
        "조건을 바꾸었습니다: {text}",
        "The condition was changed: {text}",
    ),
    audience="the operator, the local government and the ministry that asked",
    topics=TOPICS,
)
EVIDENCE_FILED = EventKind(
    "exemptions.condition_evidence_filed",
    Words(
        "조건을 지키고 있다는 증빙을 냈습니다: {text}",
        "Evidence that the condition is kept was filed: {text}",
    ),
    audience="the local government and the ministry that asked",
    topics=TOPICS,
)
ENDED = EventKind(
    "exemptions.condition_ended",
    Words(
        "조건이 끝났습니다: {text}",
        "The condition ended: {text}",
    ),
    audience="the operator and the ministry that asked",
    topics=TOPICS,
)
