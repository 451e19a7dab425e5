"""What can have happened after the demonstration: the report, the law, the ordinary permit."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

REPORTED = EventKind(
    "exemptions.tool_results_filed",
    Words(
        "실증 결과보고서를 냈습니다.",
        "The result report was filed.",
    ),
    audience="the ministry, the ministries concerned and the local government",
    topics=TOPICS,
)
REVISION_STARTED = EventKind(
    "exemptions.tool_revision_started",
    Words(
        "법령정비에 착수한 것을 기록했습니다: {law}.",
        "The beginning of the revision was recorded: {law}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
NO_NEED = EventKind(
    "exemptions.tool_revision_unneeded",
    Words(
        "법령정비가 필요하지 않다고 보았습니다. 이유: {reason}",
        "No revision was found needed. Reason: {reason}",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
BROUGHT_UP = EventKind(
    "exemptions.tool_revision_brought_up",
    Words(
        "법령정비의 필요성을 다시 검토하도록 위원회에 올렸습니다.",
        "The need of revision was brought up again before the committee.",
    ),
    audience="the operator and the ministries concerned",
    topics=TOPICS,
)
BRIDGED = EventKind(
    "exemptions.tool_bridged",
    Words(
        "임시허가로 이어졌습니다({until}까지).",
        "It became an interim permit (until {until}).",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
PERMIT_GRANTED = EventKind(
    "exemptions.tool_bridge_granted",
    Words(
        "실증특례에 이어 임시허가를 부여했습니다({until}까지).",
        "The interim permit was granted after the exemption (until {until}).",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
NORMALISED = EventKind(
    "exemptions.tool_normalised",
    Words(
        "법령이 정비되어 정식 허가등으로 전환했습니다: {law}, {permit}.",
        "The law was revised and the ordinary permit followed: {law}, {permit}.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
CLOSED = EventKind(
    "exemptions.tool_closed",
    Words(
        "종료했습니다.",
        "It was closed.",
    ),
    audience="the operator and the ministry",
    topics=TOPICS,
)
