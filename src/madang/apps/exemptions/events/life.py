"""What the law makes of a term that is over, and what keeps an exemption from ending."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

REVISION_REQUESTED = EventKind(
    "exemptions.tool_revision_requested",
    Words(
        "결과를 붙여 법령정비를 요청했습니다.",
        "The revision of the law was asked for, with the results.",
    ),
    audience="the ministry, the local government and the ministries concerned",
    topics=TOPICS,
)
EXPIRED = EventKind(
    "exemptions.tool_expired",
    Words(
        "{ended}에 기간이 끝났습니다.",
        "The term ended on {ended_en}.",
    ),
    audience="the operator, the ministry and the local government",
    topics=TOPICS,
)
CONTINUED = EventKind(
    "exemptions.tool_continued",
    Words(
        "{ended}에 기간이 끝났으나 법령정비를 검토하는 동안 끝나지 않은 것으로 봅니다(늦어도 {latest}까지).",
        "The term ended on {ended_en}; it is deemed not to have ended while the revision is examined (until {latest_en} at the latest).",
    ),
    audience="the operator, the ministry and the local government",
    topics=TOPICS,
)
LAPSED = EventKind(
    "exemptions.tool_lapsed",
    Words(
        "{ended}에 기간이 끝나 효력을 잃었습니다.",
        "It lapsed when its term ended on {ended_en}.",
    ),
    audience="the operator, the ministry and the local government",
    topics=TOPICS,
)
DEEMED = EventKind(
    "exemptions.tool_deemed",
    Words(
        "연장된 기간이 {ended}에 끝났고 법령이 정비되지 않아, 정비될 때까지 연장된 것으로 봅니다.",
        "The extended term ended on {ended_en} with the law unrevised: it is deemed extended until the law is revised.",
    ),
    audience="the operator, the ministry and the local government",
    topics=TOPICS,
)
