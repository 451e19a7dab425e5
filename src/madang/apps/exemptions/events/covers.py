"""What can have happened to the cover of a tool, and its start."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

COVER_FILED = EventKind(
    "exemptions.tool_cover_filed",
    Words(
        "보장 증명을 냈습니다: {kind}, {begins_on}부터 {ends_on}까지.",
        "Proof of cover was filed: {kind_en}, from {begins_on} until {ends_on}.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
COVER_RENEWED = EventKind(
    "exemptions.tool_cover_renewed",
    Words(
        "보장을 갱신했습니다({renewed_on}). 증명은 따로 냅니다.",
        "The cover was renewed ({renewed_on}); the proof is filed separately.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
PROOF_FILED = EventKind(
    "exemptions.tool_cover_proven",
    Words(
        "갱신한 보장의 증명을 냈습니다: {ends_on}까지.",
        "The proof of the renewed cover was filed: until {ends_on}.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
PLAN_FILED = EventKind(
    "exemptions.tool_plan_filed",
    Words(
        "보험을 갈음하는 이용자 배상계획을 냈습니다.",
        "A compensation plan was filed in place of insurance.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
PLAN_AGREED = EventKind(
    "exemptions.tool_plan_agreed",
    Words(
        "{local}에서 이용자 배상계획에 합의했습니다.",
        "{local_en} agreed to the compensation plan.",
    ),
    audience="the operator and the ministry",
    topics=TOPICS,
)
STARTED = EventKind(
    "exemptions.tool_started",
    Words(
        "시작했습니다. 보장: {kind}, {ends_on}까지.",
        "It began. Cover: {kind_en}, until {ends_on}.",
    ),
    audience="the ministry and the local government",
    topics=TOPICS,
)
