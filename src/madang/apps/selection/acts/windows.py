"""The window of a call as acts ask for it: one refusal that says when it opens or when it closed."""

from datetime import datetime

from madang.apps.selection.models import Call, Plan
from madang.apps.selection.rules.calls import window_is_open
from madang.core.acts import Invalid
from madang.core.moments import SEOUL, Moment, instant_of
from madang.kernel.words import Words

#: how much of a wrong list a refusal repeats
MANY = 200
_FINAL = Words(
    "평가가 시작되었거나 철회된 계획서는 바꿀 수 없습니다.",
    "A plan that is under evaluation or withdrawn cannot be changed.",
)


class NotOpen(Invalid):
    """The call takes nothing at this instant, or the plan is final."""


def refuse_unless_open(call: Call, at: Moment, *, plan: Plan | None = None) -> datetime:
    """Return the instant when the call is open at it and the plan can still change.

    Raises:
        NotOpen: says when the call opens, when it closed, or that the plan is final.
    """
    now = instant_of(at)
    if now is None or not window_is_open(call, now):
        raise NotOpen(_why_closed(call, now))
    if plan is not None and plan.state not in ("drafting", "submitted"):
        raise NotOpen(_FINAL)
    return now


def _why_closed(call: Call, now: datetime | None) -> Words:
    if call.state == "cancelled":
        return Words("취소된 공모입니다.", "This call was cancelled.")
    if now and call.opens_at and now < call.opens_at and call.state == "announced":
        opens = _spoken(call.opens_at)
        return Words(
            f"아직 접수하지 않습니다. 접수는 {opens}에 시작합니다.",
            f"Not open yet: plans are taken from {opens} KST.",
        )
    if now and call.closes_at and now >= call.closes_at:
        closed, came = _spoken(call.closes_at), f"{_spoken(now)}.{now.microsecond // 1000:03}"
        return Words(
            f"접수를 {closed}에 마감했습니다. 서버에 도달한 시각({came})을 기준으로 하므로 받을 수 없습니다.",
            f"Closed at {closed} KST. What counts is the arrival at the server ({came} KST): it cannot be taken.",
        )
    return Words("지금은 접수하는 공모가 아닙니다.", "This call does not take plans now.")


def _spoken(instant: datetime) -> str:
    return f"{instant.astimezone(SEOUL):%Y-%m-%d %H:%M:%S}"
