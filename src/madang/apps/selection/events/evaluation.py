"""What can have happened in an evaluation. No score and no outcome stands in these facts before the results are open."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

MINISTRY = "ministry"

EVALUATOR_REGISTERED = EventKind(
    "selection.evaluator_registered",
    Words("{name} 위원을 평가위원으로 등록했습니다.", "{name} was registered as an evaluator."),
    audience="the evaluator",
)
CONFLICT_RULE_SET = EventKind(
    "selection.conflict_rule_set",
    Words(
        "{starts_on}부터 적용할 이해충돌 기준을 정했습니다. 근거: {basis}",
        "A conflict rule was set, in force from {starts_on}. Basis: {basis}",
    ),
    audience="every evaluator",
)
CONFLICT_DECLARED = EventKind(
    "selection.conflict_declared",
    Words("평가위원이 이해충돌을 신고했습니다.", "An evaluator declared a conflict."),
    audience=MINISTRY,
)
PAPER_REVIEW_BEGUN = EventKind(
    "selection.paper_review_begun",
    Words("서면평가를 시작했습니다. 평가 대상 {plans}건.", "The paper review began; plans: {plans}."),
    audience="applicants of the call",
    topics=("calls",),
    public=True,
)
PLAN_TAKEN_UP = EventKind(
    "selection.plan_taken_up",
    Words("계획서를 평가에 부쳤습니다.", "The plan was taken up for evaluation."),
    audience="the applicant and its partners",
)
EVALUATORS_ASSIGNED = EventKind(
    "selection.evaluators_assigned",
    Words(
        "{stage} 평가위원 배정을 마쳤습니다. 배정 {pairs}건, 부족 {lacking}건, 추첨값 {seed}.",
        "Evaluators were assigned ({stage}): {pairs} pairs, {lacking} lacking, seed {seed}.",
    ),
    audience="the evaluators concerned",
)
EVALUATOR_ASSIGNED = EventKind(
    "selection.evaluator_assigned",
    Words("평가위원 1명을 직접 배정했습니다. 사유: {reason}", "One evaluator was assigned by hand: {reason}"),
    audience="the evaluator",
)
EVALUATOR_UNASSIGNED = EventKind(
    "selection.evaluator_unassigned",
    Words("평가위원 배정을 해제했습니다. 사유: {reason}", "An assignment was ended: {reason}"),
    audience="the evaluator",
)
SHEET_SAVED = EventKind(
    "selection.sheet_saved",
    Words(
        "평가표를 저장했습니다({version}번째 저장본, 채점 항목 {filled}개).",
        "A sheet was saved (version {version}, {filled} criteria scored).",
    ),
    audience="nobody",
)
SHEET_SEALED = EventKind(
    "selection.sheet_sealed",
    Words("평가표를 봉인했습니다. 확인값 {sha256}", "A sheet was sealed; hash {sha256}"),
    audience=MINISTRY,
)
PRESENTATIONS_SCHEDULED = EventKind(
    "selection.presentations_scheduled",
    Words("발표평가 시간표를 정했습니다({plans}건).", "The presentation timetable was set ({plans} plans)."),
    audience="applicants that passed the paper review, and their evaluators",
)
BONUS_RECORDED = EventKind(
    "selection.bonus_recorded",
    Words("가점 신청을 기록했습니다.", "Bonus points applied for were recorded."),
    audience=MINISTRY,
)
RESULT_COMPUTED = EventKind(
    "selection.result_computed",
    Words(
        "{stage} 공식 결과를 산출했습니다. 확인값 {sha256}",
        "The official result was computed ({stage}); hash {sha256}",
    ),
    audience=MINISTRY,
)
TIE_SETTLED = EventKind(
    "selection.tie_settled",
    Words(
        "의결로 동점 순서를 정했습니다({stage}). 사유: {reason}",
        "A tie was settled by resolution ({stage}): {reason}",
    ),
    audience=MINISTRY,
)
PAPER_RESULT_FIXED = EventKind(
    "selection.paper_result_fixed",
    Words("서면평가 결과를 확정했습니다.", "The paper result was fixed."),
    audience=MINISTRY,
    topics=("calls",),
)
SHORTLIST_DECIDED = EventKind(
    "selection.shortlist_decided",
    Words(
        "후보 선정을 확정했습니다. 결과 공개 시각 {embargo_at}.",
        "The shortlist was decided; results open at {embargo_at}.",
    ),
    audience="applicants of the call, after the embargo",
    topics=("calls",),
)
SHORTLIST_PUBLISHED = EventKind(
    "selection.shortlist_published",
    Words("후보 선정 결과를 발표했습니다.", "The shortlist was announced."),
    audience="everybody",
    topics=("calls",),
    public=True,
)
PLAN_PASSED_PAPER = EventKind(
    "selection.plan_passed_paper",
    Words("서면평가를 통과했습니다.", "The plan passed the paper review."),
    audience="the applicant and its partners, after the embargo",
)
PLAN_SHORTLISTED = EventKind(
    "selection.plan_shortlisted",
    Words("후보로 선정되었습니다. {reason}", "The plan was shortlisted. {reason}"),
    audience="the applicant and its partners, after the embargo",
)
PLAN_DECLINED = EventKind(
    "selection.plan_declined",
    Words("선정되지 않았습니다. {reason}", "The plan was not selected. {reason}"),
    audience="the applicant and its partners, after the embargo",
)

#: what nobody but the ministry may read, not even that it happened, before the results are open
WITHHELD = frozenset(
    kind.name
    for kind in (PAPER_RESULT_FIXED, SHORTLIST_DECIDED, PLAN_PASSED_PAPER, PLAN_SHORTLISTED, PLAN_DECLINED)
)
