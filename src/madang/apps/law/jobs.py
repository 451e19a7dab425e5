"""What the law does by the clock: open clocks follow the table of holidays, whichever way it changed."""

from datetime import datetime
from uuid import UUID, uuid5

from madang.apps.law.acts import recount_clocks
from madang.core import calendar
from madang.core.authority import SYSTEM
from madang.core.models import Submitted
from madang.core.schedule import regularly
from madang.core.submissions import submitted

_NAMESPACE = UUID("0199a6c0-5f3e-7d21-8a40-6b1f0c2d9e77")


@regularly
def follow_the_calendar(at: datetime) -> None:
    """Recount the open clocks once for each table of holidays: a new release brings one, and each recorded day.

    The submission key is made from the table, so that however many workers ask, it happens once.
    """
    table = calendar.refresh()
    key = uuid5(_NAMESPACE, f"{calendar.number()} {table.version}")
    if not Submitted.objects.filter(pk=key).exists():
        with submitted(key):
            recount_clocks(actor=SYSTEM, at=at)
