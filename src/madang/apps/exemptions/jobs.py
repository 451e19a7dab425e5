"""What the law does by the clock in the exemptions: silence is an answer, rounds go on, terms and zones end, the radar turns."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

from madang.apps.exemptions.acts.life import NothingOver, pass_term
from madang.apps.exemptions.acts.menu import end_special_case_with_zone
from madang.apps.exemptions.acts.outlooks import refresh_outlooks
from madang.apps.exemptions.acts.silence import NothingSilent, close_replies, deem_silent_replies
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.queries.confirmations import lapsed_days, ready_to_close
from madang.apps.exemptions.queries.life import terms_over
from madang.apps.exemptions.queries.menu import outlived_uses
from madang.core.acts import Invalid
from madang.core.authority import SYSTEM
from madang.core.moments import SEOUL
from madang.core.schedule import regularly
from madang.kernel.workflow import NotLawful

#: a term that goes on by law and what puts an end to it, found in one turn of the worker
LOOKS = 2


@regularly
def record_silence(at: datetime) -> None:
    """Record the silence of every day that is over, each dated on its own day, and close the rounds that it ended."""
    for due_on in lapsed_days(at.astimezone(SEOUL).date()):
        with suppress(NothingSilent):
            deem_silent_replies(actor=SYSTEM, due_on=due_on, at=midnight_after(due_on))
    for confirmation, closed_at in ready_to_close():
        with suppress(NotLawful, Invalid):
            close_replies(actor=SYSTEM, confirmation=confirmation, at=closed_at)


@regularly
def record_ended_terms(at: datetime) -> None:
    """Record what the law makes of every term that is over, each dated on the day after its own last day.

    What goes on by law may have ended since as well: a second look finds it. A tool whose end hangs on a day that is
    not on record waits for it.
    """
    today = at.astimezone(SEOUL).date()
    for _ in range(LOOKS):
        for pk, ended_on in terms_over(today):
            with suppress(NothingOver, NotLawful):
                tool = Tool.objects.select_related("project__zone").get(pk=pk)
                pass_term(actor=SYSTEM, tool=tool, ended_on=ended_on, at=midnight_after(ended_on))


@regularly
def end_with_the_zone(at: datetime) -> None:
    """Record that special cases of zones that are over have ended with them, dated at the end of the zone."""
    for use in outlived_uses():
        with suppress(NotLawful, Invalid):
            end_special_case_with_zone(actor=SYSTEM, use=use, at=use.zone.entered_at or at)


def midnight_after(day: date) -> datetime:
    """The first instant of the day after: from then on a reply is deemed, and a term is over."""
    return datetime.combine(day + timedelta(days=1), time.min, SEOUL)


@regularly
def keep_the_radar(at: datetime) -> None:
    """Look anew at each tool in force once a day, and once more when the calendar has changed."""
    refresh_outlooks(at)
