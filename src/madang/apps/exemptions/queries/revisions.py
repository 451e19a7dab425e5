"""Reads on laws to be revised: the list with the clock that runs, one law with its clocks, steps, events and tools."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, DateField, F, OuterRef, Q, QuerySet, Subquery

from madang.apps.exemptions.models import LawRevision, Tool
from madang.apps.exemptions.queries.tools import public_tools
from madang.core.audit.models import Event
from madang.core.case_models import Duty

KIND = "exemptions.lawrevision"
#: states that a reader of the list may choose, by a word in the address
GROUPS = {
    "due": ("plan_due",),
    "under-way": ("planned", "begun"),
    "done": ("in_force",),
    "other": ("watched", "unneeded"),
}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DUE = Duty.objects.filter(case_id=OuterRef("pk"), is_clock=True, is_open=True).order_by("due_on")


def revisions() -> QuerySet[LawRevision]:
    """Every law on the list, which is public: what is due first, then by name."""
    rows = LawRevision.objects.select_related("organisation").annotate(
        due_on=Subquery(_DUE.values("due_on")[:1], output_field=DateField()),
        hung=Count("tools", distinct=True),
        projects_hung=Count("projects", distinct=True),
    )
    return rows.order_by(F("due_on").asc(nulls_last=True), "law", "provision")


def group_counts() -> dict[str, int]:
    """How many laws there are in each group, and in all (""), in one query."""
    named = {
        name.replace("-", "_"): Count("pk", filter=Q(state__in=states)) for name, states in GROUPS.items()
    }
    found = LawRevision.objects.aggregate(all=Count("pk"), **named)
    return {"" if name == "all" else name.replace("_", "-"): count for name, count in found.items()}


def revision_by_slug(slug: str) -> LawRevision | None:
    """One law by the end of its address."""
    return LawRevision.objects.select_related("organisation").filter(slug=slug).first()


def clocks_of(revision: LawRevision) -> Sequence[Duty]:
    """Every clock that ran or runs for a plan, the earliest first."""
    return list(Duty.objects.filter(case_id=revision.pk, is_clock=True).order_by("started_on", "id"))


def events_of(revision: LawRevision) -> QuerySet[Event]:
    """What happened to a law, in order."""
    return Event.objects.filter(subject_kind=KIND, subject_id=str(revision.pk)).order_by("at", "id")


def tools_hung_on(revision: LawRevision) -> QuerySet[Tool]:
    """The granted tools that hang on a law, by zone, with the radar's line of each."""
    rows = public_tools().filter(revisions=revision).select_related("project__zone", "outlook")
    return rows.order_by("project__zone__region", "project__zone__name_ko", "granted_on", "pk")


def grants_of(revision: LawRevision) -> QuerySet[Tool]:
    """The tools whose grant can start the time for a plan: those of which the day is known."""
    return tools_hung_on(revision).filter(granted_on__isnull=False)


def tools_named(line: str) -> list[Tool]:
    """The granted tools that a line means: the address of a page, the number of a certificate or of a receipt."""
    key = _UUID.search(line.lower())
    asked = Q(pk=UUID(key.group())) if key else Q(certificate=line) | Q(receipt=line)
    return list(public_tools().filter(asked)[:2])
