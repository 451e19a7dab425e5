"""What can have happened to an exemption or interim permit from the request to the decision."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)

DRAFT_KEPT = EventKind(
    "exemptions.tool_draft_kept",
    Words(
        "{kind} 신청서를 저장했습니다(아직 제출하지 않음).",
        "{kind_en}: the request was kept as a draft, not sent yet.",
    ),
    audience="nobody: only the firm sees its draft",
)
WITHDRAWN = EventKind(
    "exemptions.tool_draft_withdrawn",
    Words(
        "쓰던 신청서를 거두어들였습니다.",
        "The draft was withdrawn.",
    ),
    audience="nobody: only the firm sees its draft",
)
REQUESTED = EventKind(
    "exemptions.tool_requested",
    Words(
        "{kind} 신청을 지방자치단체에 냈습니다. 접수번호 {receipt}.",
        "{kind_en}: the request was sent to the local government. Receipt {receipt}.",
    ),
    audience="the local government of the zone",
    topics=TOPICS,
)
FILED = EventKind(
    "exemptions.tool_filed",
    Words(
        "{local}에서 필요성을 검토하여 중소벤처기업부에 신청했습니다.",
        "{local_en} examined the need and filed it with the Ministry of SMEs and Startups.",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
DECLINED = EventKind(
    "exemptions.tool_declined",
    Words(
        "{local}에서 신청하지 않기로 했습니다.",
        "{local_en} declined to file it.",
    ),
    audience="the operator",
    topics=TOPICS,
)
RETURNED = EventKind(
    "exemptions.tool_returned",
    Words(
        "중소벤처기업부가 신청을 반려했습니다: {grounds}.",
        "The Ministry returned the application: {grounds_en}.",
    ),
    audience="the local government and the operator",
    topics=TOPICS,
)
CONSULTED = EventKind(
    "exemptions.tool_consulted",
    Words(
        "관계기관 {count}곳에 통보했습니다: {bodies}.",
        "Passed to {count}: {bodies_en}.",
    ),
    audience="the ministries asked and the operator",
    topics=TOPICS,
)
TABLING_EXTENDED = EventKind(
    "exemptions.tool_tabling_extended",
    Words(
        "위원회 상정 기간을 연장했습니다. 사유: {reason}",
        "The time to table it was extended. Reason: {reason}",
    ),
    audience="the local government and the operator",
    topics=TOPICS,
)
TABLED = EventKind(
    "exemptions.tool_tabled",
    Words(
        "규제자유특구위원회에 상정했습니다.",
        "It was tabled at the Zone Committee.",
    ),
    audience="the secretary of the Zone Committee, the local government and the operator",
    topics=TOPICS,
)
VOTED = EventKind(
    "exemptions.tool_voted",
    Words(
        "규제자유특구위원회 표결. {result}",
        "Vote of the Zone Committee. {result_en}",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
GRANTED = EventKind(
    "exemptions.tool_granted",
    Words(
        "{kind}: ‘{title}’에 부여했습니다. 기간 {starts}부터 {ends}까지, 관보 {gazette}.",
        "{kind_en} granted to “{title}”, from {starts_en} until {ends_en}; gazette {gazette}.",
    ),
    audience="the operator, the local government and the ministries asked",
    topics=TOPICS,
    public=True,
)
REFUSED = EventKind(
    "exemptions.tool_refused",
    Words(
        "{kind}: 부여하지 않는다는 결과를 알렸습니다.",
        "{kind_en}: the refusal was told.",
    ),
    audience="the operator and the local government",
    topics=TOPICS,
)
SUPPLEMENT_ASKED = EventKind(
    "exemptions.tool_supplement_asked",
    Words(
        "{ministry}에서 {due}까지 보완을 요구했습니다. 회신 기한이 멈춥니다.",
        "{ministry_en} asked for a supplement by {due_en}; its thirty days stand still.",
    ),
    audience="the operator",
    topics=TOPICS,
)
SUPPLEMENT_FILED = EventKind(
    "exemptions.tool_supplement_filed",
    Words(
        "{ministry}에서 요구한 보완 자료를 냈습니다. 회신 기한이 다시 흐릅니다.",
        "What {ministry_en} had asked for was filed; its time runs on.",
    ),
    audience="the ministry that asked",
    topics=TOPICS,
)
REPLY_EXTENDED = EventKind(
    "exemptions.tool_reply_extended",
    Words(
        "{ministry}에서 회신 기한을 한 번 연장했습니다. 사유: {reason}",
        "{ministry_en} extended its time to reply once. Reason: {reason}",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
REPLIED = EventKind(
    "exemptions.tool_replied",
    Words(
        "{ministry}에서 회신했습니다: {answer}.{late}",
        "{ministry_en} replied: {answer_en}.{late_en}",
    ),
    audience="the ministry and the operator",
    topics=TOPICS,
)
