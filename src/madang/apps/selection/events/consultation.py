"""What can have happened in the consultation of the ministries."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("designations",)

CONSULTATION_OPENED = EventKind(
    "selection.consultation_opened",
    Words("관계기관 {count}곳에 협의를 요청했습니다.", "{count} bodies were asked for their opinion."),
    audience="the ministries asked and the applicant",
    topics=TOPICS,
    public=True,
)
CONSULTATION_REPLIED = EventKind(
    "selection.consultation_replied",
    Words("{ministry} 회신: {position}. {lateness}", "{ministry_en} replied: {position_en}. {lateness_en}"),
    audience="the ministry",
    topics=TOPICS,
)
CONSULTATION_SUPPLEMENT_ASKED = EventKind(
    "selection.consultation_supplement_asked",
    Words(
        "{ministry}에서 {wanted_by_ko}까지 보완을 요구했습니다. 처리 기간을 멈춥니다.",
        "{ministry_en} asked for a supplement by {wanted_by_en}; the clock stops.",
    ),
    audience="the applicant and the ministry",
    topics=TOPICS,
)
CONSULTATION_SUPPLEMENT_FILED = EventKind(
    "selection.consultation_supplement_filed",
    Words("{ministry}의 보완 요구에 답했습니다.", "The supplement that {ministry_en} asked for was filed."),
    audience="the ministry that asked and the ministry",
    topics=TOPICS,
)
