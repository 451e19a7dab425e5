"""What can have happened to a list of regulations. Facts name the zone in both languages and the edition."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("negative_lists", "zones")

BEGUN = EventKind(
    "exemptions.list_begun",
    Words(
        "‘{zone}’ 특구의 법령규제목록 제{number}판을 작성하기 시작했습니다.",
        "Edition {number} of the list of regulations of the zone “{zone_en}” was begun.",
    ),
    audience="nobody: the ministry draws it up",
)
WRITTEN = EventKind(
    "exemptions.list_written",
    Words("법령규제목록의 항목을 고쳤습니다: {entry}.", "An entry of the list was changed: {entry}."),
    audience="nobody: the ministry draws it up",
)
TABLED = EventKind(
    "exemptions.list_tabled",
    Words(
        "법령규제목록을 규제자유특구위원회에 올렸습니다(항목 {count}개).",
        "The list was brought before the Zone Committee ({count} entries).",
    ),
    audience="the secretary of the Zone Committee",
)
VOTED = EventKind(
    "exemptions.list_voted",
    Words("법령규제목록 표결: {result}", "Vote on the list of regulations: {result_en}"),
    audience="the ministry",
)
GAZETTED = EventKind(
    "exemptions.list_gazetted",
    Words(
        "‘{zone}’ 특구의 법령규제목록 제{number}판이 고시되었습니다(관보 {gazette}).",
        "Edition {number} of the list of regulations of the zone “{zone_en}” was gazetted (gazette {gazette}).",
    ),
    audience="everybody",
    topics=TOPICS,
    public=True,
)
