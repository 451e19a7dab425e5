"""What can have happened to the safety of a demonstration. None of it is public: each office with a part reads it."""

from madang.apps.demonstrations.events.topics import TOPICS
from madang.core.audit.events import EventKind
from madang.kernel.words import Words

_OFFICES = "the local government, the Ministry and the firm"


def _kind(name: str, words: Words, audience: str = _OFFICES) -> EventKind:
    return EventKind(f"demonstrations.{name}", words, audience=audience, topics=TOPICS)


INSPECTED = _kind(
    "inspected",
    Words(
        "{office}에서 현장점검을 했습니다. 고칠 것 {defects}건.",
        "{office_en} inspected it. To be mended: {defects}.",
    ),
)
REMEDIED = _kind("defect_remedied", Words("고쳤습니다: {point}.", "It was mended: {point_en}."))
REMEDY_CONFIRMED = _kind(
    "remedy_confirmed", Words("고친 것을 확인했습니다: {point}.", "The remedy was confirmed: {point_en}.")
)
REEXAMINED = _kind(
    "danger_reexamined",
    Words("위험에 대한 재검토 조치를 했습니다.", "Measures against the danger were taken."),
)
REPORTED = _kind(
    "incident_reported",
    Words("사고를 신고했습니다({number}): {harm}.", "An incident was reported ({number}): {harm_en}."),
    "the local government and the Ministry, at once, by desk and by mail",
)
HANDLED = _kind("incident_handled", Words("조치: {measure}.", "Measure: {measure_en}."))
CLOSED = _kind(
    "incident_closed",
    Words("사고 처리를 마쳤습니다. 원인: {cause}", "The incident was closed. Cause: {cause}"),
)
CLAIMED = _kind(
    "claim_reported",
    Words("손해배상 청구를 보고했습니다({number}).", "A claim for damages was reported ({number})."),
)
PAID = _kind("claim_paid", Words("손해배상금 {sum}원을 지급했습니다.", "{sum} won was paid."))
REFUSED = _kind("claim_refused", Words("손해배상 청구를 거절했습니다.", "The claim was refused."))
OUTCOME = _kind(
    "claim_outcome_reported", Words("손해배상 결과를 보고했습니다.", "The outcome of the claim was reported.")
)
