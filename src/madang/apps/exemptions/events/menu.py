"""What can have happened to a special case of the Act in a zone. Facts name zone and special case in both languages."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("menu", "zones")
EVERYBODY = "everybody"

ATTACHED = EventKind(
    "exemptions.special_case_attached",
    Words(
        "‘{zone}’ 특구에 법에 적힌 특례 ‘{case}’ 적용: 고시된 계획(관보 {gazette})에 따름.",
        "The special case “{case_en}” applies in the zone “{zone_en}” by its gazetted plan (gazette {gazette}).",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
KEPT = EventKind(
    "exemptions.special_case_kept",
    Words(
        "‘{zone}’ 특구가 끝난 뒤에도 특례 ‘{case}’ 유지: 규제자유특구위원회 의결, 사유 {ground}.",
        "By vote of the Zone Committee “{case_en}” is kept after the end of the zone “{zone_en}”: {ground_en}.",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
ENDED = EventKind(
    "exemptions.special_case_ended",
    Words(
        "‘{zone}’ 특구에서 특례 ‘{case}’ 적용이 끝났습니다. 사유: {reason}",
        "The special case “{case_en}” has ended in the zone “{zone_en}”. Reason as recorded: {reason}",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
ENDED_WITH_ZONE = EventKind(
    "exemptions.special_case_ended_with_zone",
    Words(
        "‘{zone}’ 특구가 끝나 특례 ‘{case}’ 적용도 함께 끝났습니다.",
        "The special case “{case_en}” ended together with the zone “{zone_en}”.",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
