"""What can have happened in a committee. How single members voted stands with the item, not in these sentences."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("committees",)
MEMBERS = "members of the committee"

SITTING_CONVENED = EventKind(
    "selection.sitting_convened",
    Words("{title} 회의를 소집했습니다({held_on}).", "{title_en} was convened ({held_on})."),
    audience=MEMBERS,
    topics=TOPICS,
    public=True,
)
MEMBER_ENROLLED = EventKind(
    "selection.member_enrolled",
    Words("{body} 위원으로 {name} 님을 등록했습니다.", "{name} was enrolled in the {body_en}."),
    audience="the member",
)
SITTING_OPENED = EventKind(
    "selection.sitting_opened",
    Words(
        "재적 {enrolled}명 중 {present}명 출석으로 기록했습니다.",
        "{present} of {enrolled} enrolled members were recorded present.",
    ),
    audience=MEMBERS,
    topics=TOPICS,
)
MEMBER_RECUSED = EventKind(
    "selection.member_recused",
    Words("{name} 위원을 안건에서 제외했습니다: {ground}.", "{name} takes no part in the item: {ground_en}."),
    audience=MEMBERS,
    topics=TOPICS,
)
BALLOT_CAST = EventKind(
    "selection.ballot_cast",
    Words("{name} 위원의 표를 기록했습니다.", "The vote of {name} was recorded."),
    audience="nobody",
    topics=TOPICS,
)
ITEM_DECIDED = EventKind(
    "selection.item_decided",
    Words("{sitting} 의결: {outcome}.", "{sitting_en}: {outcome_en}."),
    audience="the applicant and the ministry",
    topics=(*TOPICS, "designations"),
    public=True,
)
ITEM_DEFERRED = EventKind(
    "selection.item_deferred",
    Words("{sitting}에서 보류했습니다: {reason}", "Deferred at {sitting_en}: {reason}"),
    audience="the applicant and the ministry",
    topics=(*TOPICS, "designations"),
    public=True,
)
SITTING_CLOSED = EventKind(
    "selection.sitting_closed",
    Words("{title} 회의를 마쳤습니다.", "{title_en} was closed."),
    audience=MEMBERS,
    topics=TOPICS,
    public=True,
)
