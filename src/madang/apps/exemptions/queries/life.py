"""Reads on a tool after its grant: its terms and last day, its cover, what is open, and whose term is over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from madang.apps.exemptions.models import Cover, Tool, ToolMeasure, ToolRequest, ToolTerm
from madang.apps.exemptions.models.tools import EXEMPTION, EXTENSION
from madang.core.case_models import Case, Duty
from madang.kernel.partial_dates import PartialDate
from madang.kernel.procedures import exemption, interim_permit
from madang.kernel.procedures.outlook import Outlook, Standing, outlook
from madang.kernel.statutes.due import DueDate

#: states in which a tool is in force, whatever its kind
IN_FORCE = tuple(dict.fromkeys((*exemption.IN_FORCE, *interim_permit.IN_FORCE)))
#: states in which the demonstration or the business goes on
LIVE = tuple(dict.fromkeys((*exemption.LIVE, *interim_permit.LIVE)))
#: states in which cover has to be renewed for a term that was extended or goes on by law
RENEWED = ("extended", "continuing", "deemed")
#: a day that is known exactly, as the register keeps it
_EXACT = r"^\d{4}-\d{2}-\d{2}$"


@dataclass(frozen=True)
class OpenClock:
    """A running statutory clock of a case with its sum."""

    rule_id: str
    due_on: date | None
    due: DueDate | None


def zone_end(tool: Tool) -> date | None:
    """The last day of the zone's period; None where the record does not know it to the day."""
    text = tool.project.zone.ends_on
    found = PartialDate.parse(text) if text else None
    return found.first if found is not None and found.is_exact else None


def is_law_revised(tool: Tool, on: date) -> bool:
    """Whether every law on record that hangs on the tool has been revised and is in force; False while none is."""
    days = list(tool.revisions.values_list("in_force_on", flat=True))
    return bool(days) and all(day is not None and day <= on for day in days)


def last_day(tool: Tool) -> date | None:
    """The last day of the present term: the zone's for an exemption that goes on by law, none for such a permit."""
    if tool.ends_on is not None:
        return tool.ends_on
    return zone_end(tool) if tool.kind == EXEMPTION else None


def standing(tool: Tool, on: date) -> Standing:
    """The tool as the outlook takes it."""
    return Standing(
        kind=tool.kind, state=tool.state, granted_on=tool.granted_on, ends_on=tool.ends_on,
        extensions_used=tool.extensions_used, zone_ends_on=zone_end(tool),
        revision_requested=tool.revision_requested_on is not None, law_revised=is_law_revised(tool, on),
    )  # fmt: skip


def outlook_of(tool: Tool, on: date) -> Outlook:
    """What comes next for a tool, and by when."""
    return outlook(standing(tool, on), on)


def present_term(tool: Tool) -> ToolTerm | None:
    """The latest term of a tool."""
    return tool.terms.order_by("number").last()


def cover_of(tool: Tool) -> Cover | None:
    """The cover that counts: the one told last."""
    return tool.covers.order_by("id").last()


def has_gap(tool: Tool) -> bool:
    """Whether cover is lacking, or ends before the term; where no last day is known it is not held against one."""
    row, needed = cover_of(tool), last_day(tool)
    return row is None or (needed is not None and row.ends_on < needed)


def open_measure(tool: Tool) -> ToolMeasure | None:
    """The correction or cancellation that is under way."""
    return tool.measures.filter(closed_on__isnull=True).first()


def was_cancellation_carried(tool: Tool, since: date) -> bool:
    """Whether the committee's last vote on a cancellation, held on a day or later, was carried."""
    vote = tool.votes.filter(about="cancel", held_on__gte=since).last()
    return vote is not None and vote.is_carried


def open_request(tool: Tool, kind: str = EXTENSION) -> ToolRequest | None:
    """The request of a kind that nobody has decided yet."""
    return tool.requests.filter(kind=kind).exclude(state__in=("drafting", "approved", "denied")).first()


def open_clock(case: Case, rule_id: str) -> OpenClock | None:
    """The clock of a rule that runs on a case."""
    duty = Duty.objects.filter(case_id=case.pk, is_clock=True, is_open=True, rule_id=rule_id).last()
    if duty is None:
        return None
    return OpenClock(rule_id, duty.due_on, DueDate.from_json(duty.explanation) if duty.explanation else None)


def terms_over(today: date) -> list[tuple[UUID, date]]:
    """Tools in force whose present term ended before a day, each with its last day, the earliest first.

    An exemption that goes on by law ends with its zone; where the zone's end is not known to the day it waits.
    """
    text = "project__zone__ends_on"
    with_zone = Q(**{f"{text}__lt": today.isoformat(), f"{text}__regex": _EXACT})
    over = Q(ends_on__lt=today) | (Q(ends_on__isnull=True, kind=EXEMPTION) & with_zone)
    rows = in_force().filter(over).select_related("project__zone")
    found = ((row.pk, last_day(row)) for row in rows)
    return sorted(((pk, day) for pk, day in found if day is not None), key=lambda one: (one[1], str(one[0])))


def in_force() -> QuerySet[Tool]:
    """Live tools in force; the record's own are told by the record."""
    return Tool.objects.filter(state__in=IN_FORCE, is_record=False).order_by("ends_on", "id")


def waiting_on(tool: Tool) -> QuerySet[Duty]:
    """What waits for whom on a tool and on the requests that hang on it, the earliest due first."""
    keys = [tool.pk, *tool.requests.values_list("pk", flat=True)]
    return Duty.objects.filter(case_id__in=keys, is_open=True, is_carried=False).order_by("due_on", "id")
