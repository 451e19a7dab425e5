"""What can have happened to a designation, from the shortlisted candidate to the gazette."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("designations",)
PARTIES = "the applicant and the ministry"
EVERYBODY = "everybody"

DESIGNATION_OPENED = EventKind(
    "selection.designation_opened",
    Words(
        "‘{name}’ 후보의 지정 절차를 시작했습니다.", "The designation of the candidate “{name_en}” was begun."
    ),
    audience=PARTIES,
    topics=TOPICS,
    public=True,
)
CONSULTED_BEFOREHAND = EventKind(
    "selection.consulted_beforehand",
    Words(
        "{partner} 사전협의를 기록했습니다({on_ko}).",
        "Prior consultation with {partner_en} was recorded ({on_en}).",
    ),
    audience=PARTIES,
    topics=TOPICS,
)
ZONE_PLAN_SAVED = EventKind(
    "selection.zone_plan_saved",
    Words("규제자유특구계획을 저장했습니다(항목 {filled}개).", "The zone plan was saved ({filled} items)."),
    audience="nobody",
    topics=TOPICS,
)
NOTICE_GIVEN = EventKind(
    "selection.notice_given",
    Words(
        "계획안을 {starts_on_ko}부터 {ends_on_ko}까지 공고합니다.",
        "The plan is on public notice from {starts_on_en} to {ends_on_en}.",
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
HEARING_ANNOUNCED = EventKind(
    "selection.hearing_announced",
    Words("공청회를 {held_on_ko}에 {place}에서 엽니다.", "A hearing is held on {held_on_en} at {place}."),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
HEARING_RECORDED = EventKind(
    "selection.hearing_recorded",
    Words(
        "{held_on_ko} 공청회 결과를 기록했습니다.", "The result of the hearing of {held_on_en} was recorded."
    ),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
OPINION_SUBMITTED = EventKind(
    "selection.opinion_submitted",
    Words("계획안에 대한 의견을 접수했습니다.", "An opinion on the plan was received."),
    audience="the applicant",
    topics=TOPICS,
)
OPINION_ANSWERED = EventKind(
    "selection.opinion_answered",
    Words("의견의 반영 여부를 정했습니다: {decision}.", "It was decided on an opinion: {decision_en}."),
    audience="the author of the opinion",
    topics=TOPICS,
)
APPLIED = EventKind(
    "selection.applied_for_designation",
    Words("{applicant}의 지정 신청을 접수했습니다.", "{applicant_en} applied for the designation."),
    audience=PARTIES,
    topics=TOPICS,
    public=True,
)
SUPPLEMENT_ASKED = EventKind(
    "selection.supplement_asked",
    Words(
        "{wanted_by_ko}까지 보완을 요구했습니다. 처리 기간을 멈춥니다.",
        "A supplement was asked for by {wanted_by_en}; the clock stops.",
    ),
    audience="the applicant",
    topics=TOPICS,
    public=True,
)
SUPPLEMENT_FILED = EventKind(
    "selection.supplement_filed",
    Words("보완 자료를 접수했습니다.", "The supplement was received."),
    audience=PARTIES,
    topics=TOPICS,
    public=True,
)
RETURNED = EventKind(
    "selection.application_returned",
    Words("신청을 반려했습니다: {reason}", "The application was returned: {reason}"),
    audience="the applicant and, since 2026-07-01, the private proposer",
    topics=TOPICS,
    public=True,
)
TABLED = EventKind(
    "selection.designation_tabled",
    Words("{sitting}에 상정했습니다. {no_reply}", "Tabled at {sitting_en}. {no_reply_en}"),
    audience="members of the committee",
    topics=(*TOPICS, "committees"),
    public=True,
)
GAZETTED = EventKind(
    "selection.designation_gazetted",
    Words("지정을 관보에 고시했습니다. {number}", "The designation was published in the gazette. {number}"),
    audience=EVERYBODY,
    topics=TOPICS,
    public=True,
)
LEFT_OUT = EventKind(
    "selection.candidate_left_out",
    Words(
        "후보가 심의에 상정되지 않았습니다. {reason}",
        "The candidate was not put before the committees. {reason}",
    ),
    audience="the applicant",
    topics=TOPICS,
    public=True,
)
