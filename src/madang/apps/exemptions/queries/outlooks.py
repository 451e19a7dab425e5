"""Reads for the radar's lines: what a tool's outlook is computed from, for one tool or for all that are stale, in few queries."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery

from madang.apps.exemptions.models import Cover, LawRevision, Tool, ToolOutlook, ToolRequest
from madang.core import calendar
from madang.kernel.partial_dates import PartialDate
from madang.kernel.procedures import exemption, interim_permit, tool_record
from madang.kernel.procedures.outlook import Standing
from madang.kernel.procedures.radar import Beside, Entry, entry

#: states that may have a line, of either kind and of the record
ON_RADAR = tuple(sorted({*exemption.IN_FORCE, *interim_permit.IN_FORCE, *tool_record.OPEN, "expired"}))
_OPEN_REQUESTS = ("asked", "passed")


def with_surroundings(tools: QuerySet[Tool]) -> QuerySet[Tool]:
    """Tools with what stands beside them: cover, pending extension, laws; one query however many."""
    newest = Cover.objects.filter(tool=OuterRef("pk")).order_by("-filed_on", "-id").values("ends_on")
    asked = ToolRequest.objects.filter(tool=OuterRef("pk"), kind="extension", state__in=_OPEN_REQUESTS)
    laws = LawRevision.objects.filter(tools=OuterRef("pk"))
    return tools.annotate(
        cover_end=Subquery(newest[:1], output_field=DateField()),
        extension_asked=Exists(asked),
        has_law=Exists(laws),
        has_open_law=Exists(laws.exclude(state="in_force")),
        zone_end=F("project__zone__ends_on"),
    ).order_by()


def line_of(tool: Tool, on: date) -> ToolOutlook | None:
    """The radar's line of a tool from ``with_surroundings`` on a day; None when it has none."""
    found = entry(_standing(tool), _beside(tool), on)
    return _row(tool, found, on) if found.kind else None


def stale_tools(today: date, most: int, *, beyond: UUID | None = None) -> list[UUID]:
    """Tools in force whose line was not looked at today by the calendar of today, some at a time, by key."""
    fresh = Q(outlook__looked_on__gte=today, outlook__calendar=calendar.number())
    wanted = (
        Tool.objects.filter(state__in=ON_RADAR)
        .exclude(fresh)
        .exclude(kind="exemption", state="expired", is_record=True)
    )
    if beyond is not None:
        wanted = wanted.filter(pk__gt=beyond)
    return list(wanted.order_by("pk").values_list("pk", flat=True)[:most])


def ended_lines() -> QuerySet[ToolOutlook]:
    """Lines of tools that are on the radar no more."""
    return ToolOutlook.objects.exclude(tool__state__in=ON_RADAR)


def lines_of(keys: Iterable[UUID], on: date) -> Sequence[ToolOutlook]:
    """The lines of several tools."""
    tools = with_surroundings(Tool.objects.filter(pk__in=list(keys)))
    return sorted((line for tool in tools if (line := line_of(tool, on))), key=lambda line: line.tool_id)


def _standing(tool: Tool) -> Standing:
    end = PartialDate.parse(tool.zone_end)  # type: ignore[attr-defined]  # annotated above
    return Standing(
        kind=tool.kind,
        state=tool.state,
        granted_on=tool.granted_on,
        ends_on=tool.ends_on,
        extensions_used=tool.extensions_used,
        zone_ends_on=end.first if end.is_exact else None,
        revision_requested=tool.revision_requested_on is not None,
        law_revised=tool.has_law and not tool.has_open_law,  # type: ignore[attr-defined]  # annotated above
    )


def _beside(tool: Tool) -> Beside:
    return Beside(tool.cover_end, tool.extension_asked, tool.is_record)  # type: ignore[attr-defined]  # annotated


def _row(tool: Tool, found: Entry, on: date) -> ToolOutlook:
    return ToolOutlook(
        tool=tool,
        region=tool.region,
        kind=found.kind,
        next_on=found.next_on,
        clock=found.clock,
        rule_ids=list(found.rule_ids),
        choices_ko=[words.ko for words in found.choices],
        choices_en=[words.en for words in found.choices],
        legal_end=found.legal_end,
        latest_end=found.latest_end,
        looked_on=on,
        calendar=calendar.number(),
    )
