"""Who may make, announce and cancel a call, and what a call allows at an instant. Practice of the ministry."""

from datetime import datetime

from madang.apps.selection.models import Call
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

MINISTRY = (OfficeKind.MINISTRY,)
_OWNS = Words("공모는 중소벤처기업부가 운영합니다.", "Calls are run by the ministry.")

permit("selection.draft_call", MINISTRY, because=_OWNS)
permit("selection.revise_call", MINISTRY, because=_OWNS)
permit("selection.publish_rule", MINISTRY, because=_OWNS)
permit("selection.announce_call", MINISTRY, because=_OWNS)
permit("selection.cancel_call", MINISTRY, because=_OWNS)
permit("selection.report_funnel", MINISTRY, because=_OWNS)
permit("selection.manage_calls", MINISTRY, because=_OWNS)


def window_is_open(call: Call, at: datetime) -> bool:
    """Whether plans are taken at this instant: from the opening, and not any more at the closing instant itself."""
    if call.state != "announced" or call.opens_at is None or call.closes_at is None:
        return False
    return call.opens_at <= at < call.closes_at


def results_are_open(call: Call, at: datetime) -> bool:
    """Whether results may be read: from the embargo's instant on, and not a second before."""
    if call.is_record:
        return True
    return call.state == "decided" and (call.embargo_at is None or at >= call.embargo_at)
