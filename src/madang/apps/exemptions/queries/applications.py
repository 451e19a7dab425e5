"""Reads on the examination of a tool: each ministry's part with its clock, who holds up the tabling, facts of the term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from madang.apps.exemptions.models import Condition, Tool, ToolReply, ToolRequest, ToolSupplement
from madang.apps.exemptions.models.tools import EXEMPTION, REVIEW
from madang.apps.exemptions.queries.confirmations import ClockView, clock_row, clock_view
from madang.core.audit.models import Event
from madang.core.case_models import Duty
from madang.core.files.models import Attachment
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.due import DueDate
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rulings.reviews import review
from madang.kernel.statutes.rulings.tool_terms import Tool as TermKind
from madang.kernel.statutes.rulings.tool_terms import latest_end
from madang.kernel.words import Words

TABLING_CLOCK = "EX-06"
REVIEW_CLOCK = "EX-18.tabling"
UNDECIDED = ("asked", "contested")
#: what is no part of a tool's history for anybody
SILENT_EVENTS = ("exemptions.tool_draft_kept",)


@dataclass(frozen=True)
class Part:
    """One ministry's part with its clock and its supplements."""

    reply: ToolReply
    clock: ClockView | None
    supplements: Sequence[ToolSupplement]

    @property
    def is_open(self) -> bool:
        """True until the ministry has replied."""
        return self.reply.state != "replied"


def clock_rule(tool: Tool) -> str:
    """The rule that counts the ministries' time to reply."""
    return "EX-04" if tool.kind == EXEMPTION else "IP-03"


def parts_of(tool: Tool) -> list[Part]:
    """Return each ministry's part with its clock, by name, in three queries whatever their number."""
    rows = list(tool.replies.select_related("organisation").order_by("organisation__name_ko"))
    keys = [row.pk for row in rows]
    clocks = {d.case_id: d for d in Duty.objects.filter(case_id__in=keys, is_clock=True).order_by("id")}
    supplements: dict[UUID, list[ToolSupplement]] = {}
    for one in ToolSupplement.objects.filter(reply_id__in=keys):
        supplements.setdefault(one.reply_id, []).append(one)
    return [
        Part(row, clock_view(clocks.get(row.pk), row.replied_on), supplements.get(row.pk, [])) for row in rows
    ]


def tabling_clock(tool: Tool) -> ClockView | None:
    """The Ministry's ninety days; None before it has the request."""
    return clock_view(clock_row(tool, TABLING_CLOCK), tool.tabled_on)


def reply_limit(tool: Tool, reply: ToolReply) -> date | None:
    """The last of the days in any case, supplements not taken out; None while the ministry was not notified."""
    if reply.notified_on is None:
        return None
    number = "exemption" if tool.kind == EXEMPTION else "permit"
    return reply.notified_on + timedelta(
        days=parameter(f"{number}.reply_limit_days", reply.notified_on).value
    )


def blocking_replies(tool: Tool, today: date) -> list[ToolReply]:
    """The ministries that have not replied and still have time in which the law wants them waited for."""
    waiting = (
        tool.replies.exclude(state="replied").select_related("organisation").order_by("organisation__name_ko")
    )
    limits = ((row, reply_limit(tool, row)) for row in waiting)
    return [row for row, limit in limits if limit is None or today <= limit]


def undecided_conditions(tool: Tool) -> list[Condition]:
    """Conditions that were asked for or contested and not decided since."""
    return list(tool.conditions.filter(state__in=UNDECIDED))


def zone_end(tool: Tool) -> date | None:
    """The last day of the zone's period when it is known to the day."""
    text = tool.project.zone.ends_on
    known = PartialDate.parse(text) if text else None
    return known.first if known is not None and known.is_exact else None


def term_facts(tool: Tool, *, granted_on: date, starts_on: date, ends_on: date) -> dict[str, Any]:
    """The days of a first term as the rules take them."""
    facts = {"granted_on": granted_on, "term_starts_on": starts_on, "term_ends_on": ends_on}
    last = zone_end(tool)
    return facts | ({"zone_ends_on": last} if last else {})


def term_by_law(tool: Tool, granted_on: date, starts_on: date) -> DueDate:
    """The last day that a first term may reach by the years of the law, with its sum; the zone's end left aside."""
    kind: TermKind = "exemption" if tool.kind == EXEMPTION else "interim_permit"
    return latest_end(kind, granted_on=granted_on, starts_on=starts_on)


def longest_first_term(tool: Tool, granted_on: date, starts_on: date) -> date:
    """The last day that a first term may reach: by the years of the law, and no later than the zone."""
    by_law = term_by_law(tool, granted_on, starts_on).due_on
    return min(by_law, zone_end(tool) or by_law)


def ground_of(tool: Tool) -> Words | None:
    """The ground in the words of the law's list of its day; None while none was chosen."""
    on = tool.requested_on or tool.granted_on
    if not tool.ground or on is None:
        return None
    items = checklist("EX-01" if tool.kind == EXEMPTION else "IP-01", on=on)
    return next((item.words for item in items if item.key == tool.ground), None)


def review_due(tool: Tool) -> DueDate | None:
    """By when a review may be asked for; None where none may be: nothing told, asked before, or under the law before it."""
    if tool.decided_on is None or tool.told_on is None or tool.requests.filter(kind=REVIEW).exists():
        return None
    kind: TermKind = "exemption" if tool.kind == EXEMPTION else "interim_permit"
    try:
        return review(kind, notified_on=tool.told_on, earlier_requests=0).due
    except Refusal:
        return None


def review_clock(row: ToolRequest) -> ClockView | None:
    """The time to table a review."""
    return clock_view(clock_row(row, REVIEW_CLOCK), None)


def files_of(tool: Tool) -> QuerySet[Attachment]:
    """The papers of a tool and of its conditions, the earliest first."""
    keys = [tool.pk, *tool.conditions.values_list("pk", flat=True)]
    return Attachment.objects.filter(case_id__in=keys, is_removed=False).order_by("at", "id")


def events_of(tool: Tool) -> QuerySet[Event]:
    """What happened to a tool and to what hangs on it, in order."""
    keys = {
        "exemptions.tool": [tool.pk],
        "exemptions.toolreply": list(tool.replies.values_list("pk", flat=True)),
        "exemptions.condition": list(tool.conditions.values_list("pk", flat=True)),
        "exemptions.toolrequest": list(tool.requests.values_list("pk", flat=True)),
    }
    wanted = Q()
    for kind, ids in keys.items():
        wanted |= Q(subject_kind=kind, subject_id__in=[str(key) for key in ids])
    return Event.objects.filter(wanted).exclude(name__in=SILENT_EVENTS).order_by("at", "id")
