"""What can have happened to a plan under a call. Nothing of a draft stands in these facts beside its title."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

PARTIES = "the applicant and its partners"

PLAN_STARTED = EventKind(
    "selection.plan_started",
    Words("계획서 ‘{title}’ 작성을 시작했습니다.", "The plan “{title}” was started."),
    audience=PARTIES,
)
DRAFT_SAVED = EventKind(
    "selection.draft_saved",
    Words("계획서를 저장했습니다({version}번째 저장본).", "The plan was saved (version {version})."),
    audience="nobody",
)
PARTNER_INVITED = EventKind(
    "selection.partner_invited",
    Words("{partner}에 공동신청을 제안했습니다.", "{partner} was invited to apply jointly."),
    audience="the invited local government",
)
PARTNER_AGREED = EventKind(
    "selection.partner_agreed",
    Words("{partner}의 공동신청 동의를 받았습니다.", "{partner} agreed to apply jointly."),
    audience=PARTIES,
)
PARTNER_LEFT = EventKind(
    "selection.partner_left",
    Words("{partner} 공동신청이 끝났습니다.", "{partner} no longer applies jointly."),
    audience=PARTIES,
)
PAPER_ATTACHED = EventKind(
    "selection.paper_attached",
    Words("파일을 붙였습니다: {name}", "The file “{name}” was attached."),
    audience="nobody",
)
PAPER_REMOVED = EventKind(
    "selection.paper_removed",
    Words("파일을 삭제했습니다: {name}", "The file “{name}” was removed."),
    audience="nobody",
)
PLAN_SUBMITTED = EventKind(
    "selection.plan_submitted",
    Words("계획서를 접수했습니다. 접수번호 {receipt}.", "The plan was received; receipt {receipt}."),
    audience="the ministry, the applicant and its partners",
)
PLAN_REPLACED = EventKind(
    "selection.plan_replaced",
    Words(
        "계획서를 다시 접수했습니다. 접수번호 {receipt}.", "The plan was submitted anew; receipt {receipt}."
    ),
    audience="the ministry, the applicant and its partners",
)
PLAN_WITHDRAWN = EventKind(
    "selection.plan_withdrawn",
    Words(
        "계획서를 철회했습니다. 마지막 접수번호 {receipt}.", "The plan was withdrawn; last receipt {receipt}."
    ),
    audience="the ministry, the applicant and its partners",
)
