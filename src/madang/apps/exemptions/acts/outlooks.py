"""The radar's lines follow their tools: after each move at once, and all of them when a day or the calendar has turned.

An act that changes what an outlook stands on without moving the tool (cover, the laws that hang on it, the days of its
term) calls ``refresh_outlook``; moves of a tool, a request or a law do it by themselves.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from madang.apps.exemptions.models import LawRevision, Tool, ToolOutlook, ToolRequest
from madang.apps.exemptions.queries.outlooks import ended_lines, lines_of, stale_tools
from madang.apps.exemptions.queries.tools import NOT_PUBLIC
from madang.core import calendar, epochs
from madang.core.cases import follows
from madang.core.moments import SEOUL, Moment, instant_of

BATCH = 500
_COLUMNS = (
    "region", "kind", "next_on", "clock", "rule_ids", "choices_ko", "choices_en", "legal_end", "latest_end",
    "looked_on", "calendar",
)  # fmt: skip


def refresh_outlook(tool: Tool, at: Moment) -> None:
    """Look anew at one tool, which may have come onto the radar or left it. Works inside an act.

    A moment that nobody dates leaves the line to the next look of the worker; so does what is only on record, for
    there the act has the day of the report and not of the look.
    """
    instant = instant_of(at)
    if instant is not None and not tool.is_record and tool.state not in NOT_PUBLIC:
        look_at([tool.pk], instant.astimezone(SEOUL).date())


def look_at(keys: Sequence[UUID], on: date) -> int:
    """Write the lines of some tools as they stand on a day, and drop those that have none; return how many were looked at.

    The lines are locked first: an act that moves one of the tools meanwhile writes after us, and by its own state.
    """
    list(
        ToolOutlook.objects.select_for_update()
        .filter(tool_id__in=keys)
        .order_by("tool_id")
        .values_list("tool_id")
    )
    lines = lines_of(keys, on)
    ToolOutlook.objects.filter(tool_id__in=keys).exclude(
        tool_id__in=[line.tool_id for line in lines]
    ).delete()
    ToolOutlook.objects.bulk_create(
        lines, batch_size=BATCH, update_conflicts=True, unique_fields=["tool"], update_fields=_COLUMNS
    )
    return len(keys)


def refresh_outlooks(at: datetime) -> int:
    """Look anew at every tool in force that was not looked at today by the calendar of today; return how many there were.

    Sets of five hundred, each in a transaction of its own: it may be stopped anywhere and goes on where it was.
    """
    calendar.refresh()
    today, count = at.astimezone(SEOUL).date(), 0
    with transaction.atomic():
        gone, _ = ended_lines().delete()
    last = None
    while keys := stale_tools(today, BATCH, beyond=last):
        with transaction.atomic():
            count += look_at(keys, today)
        last = keys[-1]
    if count or gone:
        epochs.raise_topics(("radar",))
    return count


@follows(Tool)
def _after_tool(tool: Tool, at: Moment) -> None:
    refresh_outlook(tool, at)


@follows(ToolRequest)
def _after_request(request: ToolRequest, at: Moment) -> None:
    refresh_outlook(request.tool, at)


@follows(LawRevision)
def _after_law(revision: LawRevision, at: Moment) -> None:
    instant = instant_of(at)
    if revision.state == "in_force" and instant is not None:
        look_at(list(revision.tools.values_list("pk", flat=True)), instant.astimezone(SEOUL).date())
