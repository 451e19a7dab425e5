"""What can have happened in a rapid confirmation."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("confirmations",)

DRAFT_KEPT = EventKind(
    "exemptions.confirmation_draft_kept",
    Words(
        "신속확인 신청서를 저장했습니다(아직 제출하지 않음).",
        "The request was kept as a draft, not sent yet.",
    ),
    audience="nobody: only the firm sees its draft",
)
ASKED = EventKind(
    "exemptions.confirmation_asked",
    Words(
        "신속확인을 신청했습니다. 접수번호 {receipt}.", "The confirmation was asked for. Receipt {receipt}."
    ),
    audience="the local government of the zone",
    topics=TOPICS,
)
ANSWERED = EventKind(
    "exemptions.confirmation_answered",
    Words(
        "{local}에서 스스로 확인하여 답했습니다: {outcome}.",
        "{local_en} answered within its own powers: {outcome_en}.",
    ),
    audience="the asker",
    topics=TOPICS,
)
SENT = EventKind(
    "exemptions.confirmation_sent",
    Words(
        "{local}에서 중소벤처기업부로 보냈습니다.", "{local_en} sent it to the Ministry of SMEs and Startups."
    ),
    audience="the ministry and the asker",
    topics=TOPICS,
)
PASSED_ON = EventKind(
    "exemptions.confirmation_passed_on",
    Words("관계기관 {count}곳에 통보했습니다: {bodies}.", "Passed to {count}: {bodies_en}."),
    audience="the ministries asked and the asker",
    topics=TOPICS,
)
SUPPLEMENT_ASKED = EventKind(
    "exemptions.supplement_asked",
    Words(
        "{ministry}에서 보완을 요구했습니다. 회신 기한이 멈춥니다.",
        "{ministry_en} asked for a supplement; its clock stops.",
    ),
    audience="the asker",
    topics=TOPICS,
)
SUPPLEMENT_FILED = EventKind(
    "exemptions.supplement_filed",
    Words(
        "{ministry}에서 요구한 보완 자료를 냈습니다. 회신 기한이 다시 흐릅니다.",
        "What {ministry_en} had asked for was filed; its clock runs on.",
    ),
    audience="the ministry that asked",
    topics=TOPICS,
)
REPLIED = EventKind(
    "exemptions.ministry_replied",
    Words("{ministry}에서 회신했습니다.", "{ministry_en} replied."),
    audience="the ministry",
    topics=TOPICS,
)
DEEMED = EventKind(
    "exemptions.reply_deemed",
    Words(
        "{ministry}: {due}까지 회신이 없어 소관이 아니거나 허가등이 필요하지 않은 것으로 봅니다.",
        "{ministry_en}: no reply by {due_en}, deemed not concerned or its permit not to be needed.",
    ),
    audience="the ministry, the silent ministry and the asker",
    topics=TOPICS,
)
SILENCE_CHECKED = EventKind(
    "exemptions.silence_checked",
    Words(
        "{due}까지 오지 않은 회신 {count}건을 의제로 기록했습니다.",
        "{count} replies due by {due_en} were recorded as deemed.",
    ),
    audience="nobody: each ministry's case tells its own",
    topics=TOPICS,
)
CLOSED = EventKind(
    "exemptions.replies_closed",
    Words(
        "모든 관계기관의 회신이 끝났습니다. 서로 어긋나지 않습니다.",
        "All ministries have closed, and nobody contradicts.",
    ),
    audience="the ministry",
    topics=TOPICS,
)
CONFLICTED = EventKind(
    "exemptions.replies_conflicted",
    Words(
        "회신이 서로 달라 규제자유특구위원회가 심의합니다.",
        "The replies contradict each other: the Zone Committee will decide.",
    ),
    audience="the secretary of the Zone Committee, the ministry and the asker",
    topics=TOPICS,
)
VOTED = EventKind(
    "exemptions.committee_voted",
    Words(
        "규제자유특구위원회 표결: {proposal}. {result}",
        "Vote of the Zone Committee: {proposal_en}. {result_en}",
    ),
    audience="the ministry and the asker",
    topics=TOPICS,
)
REPORTED = EventKind(
    "exemptions.result_reported",
    Words("중소벤처기업부가 결과를 {local}에 알렸습니다.", "The Ministry told {local_en} the result."),
    audience="the local government",
    topics=TOPICS,
)
TOLD = EventKind(
    "exemptions.result_told",
    Words("신청인에게 결과를 알렸습니다: {outcome}.", "The asker was told the result: {outcome_en}."),
    audience="the asker",
    topics=TOPICS,
)
