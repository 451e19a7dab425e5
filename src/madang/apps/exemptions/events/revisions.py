"""What can have happened on the way of a law that zones have shown must change. All of it is public."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("revisions", "radar")
ALL = "everybody: whose turn a law is, is public"


def _kind(name: str, words: Words) -> EventKind:
    return EventKind(f"exemptions.revision_{name}", words, audience=ALL, topics=TOPICS, public=True)


REGISTERED = _kind(
    "registered",
    Words("정비할 법령 목록에 올렸습니다: {law}.", "Put on the list of laws to be revised: {law}."),
)
HUNG = _kind(
    "hung", Words("이 법령에 걸린 특례 {count}건을 더했습니다.", "{count} more tools hang on this law.")
)
OWNED = _kind("owned", Words("소관 기관을 정했습니다: {owner}.", "{owner_en} owes this revision."))
AWAITED = _kind(
    "awaited",
    Words(
        "특례 부여에 따라 {owner}의 법령정비계획을 기다립니다.",
        "After the grant, the revision plan of {owner_en} is awaited.",
    ),
)
ASKED = _kind("asked", Words("{owner}에 법령정비를 요청했습니다.", "{owner_en} was asked to revise the law."))
REPORTED = _kind(
    "reported",
    Words(
        "규제자유특구심의위원회에 법령정비 필요성을 보고했습니다.",
        "The need of a revision was reported to the Deliberation Committee.",
    ),
)
EXTENDED = _kind(
    "extended",
    Words(
        "{owner}에서 정비계획 제출 기간을 연장했습니다: {reason}",
        "{owner_en} extended the time for its plan: {reason}",
    ),
)
PLANNED = _kind(
    "planned", Words("{owner}에서 법령정비계획을 냈습니다.", "{owner_en} filed its revision plan.")
)
UNNEEDED = _kind(
    "unneeded",
    Words(
        "{owner}에서 법령정비가 필요하지 않다고 알렸습니다: {reason}",
        "{owner_en} found no revision needed: {reason}",
    ),
)
ESCALATED = _kind(
    "escalated",
    Words(
        "중소벤처기업부에서 {body}에 올렸습니다: {reason}",
        "The Ministry brought it before the {body_en}: {reason}",
    ),
)
BEGUN = _kind("begun", Words("{owner}에서 법령정비에 착수했습니다.", "{owner_en} began the revision."))
STEPPED = _kind("stepped", Words("진행 단계({day}): {words}", "Step of {day_en}: {words_en}"))
RECOMMENDED = _kind(
    "recommended",
    Words(
        "정비계획이 지켜지지 않아 특구위원회에서 정비를 권고했습니다: {reason}",
        "The plan was not kept: the Zone Committee recommended the revision: {reason}",
    ),
)
ENACTED = _kind(
    "enacted", Words("정비된 법령이 시행되었습니다: {words}", "The revised law is in force: {words}")
)
