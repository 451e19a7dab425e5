"""What can have happened to a zone after its designation, and what is recorded about it.

The facts of every event name the zone in both languages (``zone``, ``zone_en``): a sentence takes the one it needs.
"""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("zones",)
EVERYBODY = "everybody"

DESIGNATED = EventKind(
    "zones.designated",
    Words("‘{zone}’ 특구가 지정되었습니다.", "The zone “{zone_en}” was designated."),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
ENDED = EventKind(
    "zones.ended",
    Words("‘{zone}’ 특구가 종료되었습니다.", "The zone “{zone_en}” has ended."),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
RELEASED = EventKind(
    "zones.released",
    Words("‘{zone}’ 특구의 지정이 해제되었습니다.", "The designation of the zone “{zone_en}” was released."),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
STANDING_NOTED = EventKind(
    "zones.standing_noted",
    Words(
        "출처에 따르면 ‘{zone}’ 특구의 상태는 ‘{standing}’입니다.",
        "According to the sources, the standing of the zone “{zone_en}” is: {standing_en}.",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
RENAMED = EventKind(
    "zones.renamed",
    Words(
        "‘{zone}’ 특구는 {stage} 단계에서 다른 이름을 썼습니다: ‘{name}’.",
        "The zone “{zone_en}” bore the name “{name}” at this stage: {stage_en}.",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
CLAIMS_STATED = EventKind(
    "zones.claims_stated",
    Words(
        "{subject}에 관해 출처가 밝힌 내용을 기록했습니다.", "What sources say about {subject} was recorded."
    ),
    audience="nobody",
    topics=("zones", "calls", "designations"),
)
OTHER_LISTED = EventKind(
    "zones.other_listed",
    Words("다른 제도의 특구를 목록에 올렸습니다: {zone}.", "A zone under another scheme was listed: {zone}."),
    audience="nobody",
    topics=TOPICS,
)
