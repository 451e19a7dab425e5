"""What the law does by the clock in the exemptions: silence becomes an answer, closed rounds go on, the radar turns."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

from madang.apps.exemptions.acts.outlooks import refresh_outlooks
from madang.apps.exemptions.acts.silence import NothingSilent, close_replies, deem_silent_replies
from madang.apps.exemptions.queries.confirmations import lapsed_days, ready_to_close
from madang.core.acts import Invalid
from madang.core.authority import SYSTEM
from madang.core.moments import SEOUL
from madang.core.schedule import regularly
from madang.kernel.workflow import NotLawful


@regularly
def record_silence(at: datetime) -> None:
    """Record the silence of every day that is over, each dated on its own day, and close the rounds that it ended."""
    for due_on in lapsed_days(at.astimezone(SEOUL).date()):
        with suppress(NothingSilent):
            deem_silent_replies(actor=SYSTEM, due_on=due_on, at=midnight_after(due_on))
    for confirmation, closed_at in ready_to_close():
        with suppress(NotLawful, Invalid):
            close_replies(actor=SYSTEM, confirmation=confirmation, at=closed_at)


def midnight_after(day: date) -> datetime:
    """The instant from which a reply due on a day is deemed."""
    return datetime.combine(day + timedelta(days=1), time.min, SEOUL)


@regularly
def keep_the_radar(at: datetime) -> None:
    """Look anew at each tool in force once a day, and once more when the calendar has changed."""
    refresh_outlooks(at)
