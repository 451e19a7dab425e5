"""Reads for the radar: the lines of all tools in force under filters, soonest first, and how many fall into each window."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.models import LawRevision, Tool, ToolOutlook
from madang.apps.zones.models import Zone
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC
from madang.kernel.procedures.radar import UNKNOWN
from madang.kernel.regions import regions

#: the windows in days, and the one of those whose end nobody knows
WINDOWS = ("30", "90", "180")
UNKNOWN_END = "unknown"


@dataclass(frozen=True)
class RadarFilters:
    """What a reader asked for; empty means all. ``within`` is one of the windows, or those with an unknown end."""

    region: str = ""
    zone: str = ""
    kind: str = ""
    ministry: str = ""
    within: str = ""


def radar_lines(filters: RadarFilters, today: date) -> QuerySet[ToolOutlook]:
    """The lines under filters, the soonest first, those without a day last."""
    rows = ToolOutlook.objects.filter(_asked(filters))
    if filters.within:
        rows = rows.filter(_windows(today)[filters.within])
    return rows.order_by(F("next_on").asc(nulls_last=True), "tool_id")


def with_surroundings(rows: QuerySet[ToolOutlook]) -> QuerySet[ToolOutlook]:
    """The lines of one page with all that the page says of them: two queries whatever their number."""
    laws = LawRevision.objects.select_related("organisation").only(
        "id", "slug", "law", "provision", "state", "edition", "owner_text",
        "organisation__name_ko", "organisation__name_en",
    )  # fmt: skip
    shown = rows.select_related("tool__project__zone", "tool__project__operator").only(
        "region", "kind", "next_on", "clock", "rule_ids", "choices_ko", "choices_en",
        "tool__kind", "tool__is_record", "tool__state", "tool__edition", "tool__ends_on", "tool__ends_text", "tool__granted_on", "tool__project__title_public",
        "tool__project__zone__name_ko", "tool__project__zone__name_en", "tool__project__zone__slug", "tool__project__zone__region",
        "tool__project__operator__name_ko", "tool__project__operator__name_en",
    )  # fmt: skip
    return shown.prefetch_related(Prefetch("tool__revisions", laws))


def window_counts(filters: RadarFilters, today: date) -> dict[str, int]:
    """How many lines there are under the filters in all ("") and in each window, in one query."""
    asked = ToolOutlook.objects.filter(_asked(replace(filters, within="")))
    named = {f"w{key}": Count("pk", filter=q) for key, q in _windows(today).items()}
    found = asked.aggregate(w=Count("pk"), **named)
    return {name[1:]: count for name, count in found.items()}


def zones_on_radar() -> QuerySet[Zone]:
    """The zones in which a tool is in force."""
    there = Tool.objects.filter(project__zone=OuterRef("pk"), outlook__isnull=False)
    return zones_visible_to(PUBLIC).filter(Exists(there)).order_by("region", "name_ko")


def ministries_on_radar() -> QuerySet[Organisation]:
    """The ministries that owe a revision on which a tool in force hangs."""
    owed = LawRevision.objects.filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(Exists(owed)).order_by("name_ko")


def _windows(today: date) -> dict[str, Q]:
    days = {key: Q(next_on__lte=today + timedelta(days=int(key))) for key in WINDOWS}
    return {**days, UNKNOWN_END: Q(kind=UNKNOWN)}


def _asked(filters: RadarFilters) -> Q:
    asked = Q()
    if filters.region:
        places = Zone.objects.filter(regions__region__in=_region_and_parts(filters.region))
        asked &= Q(tool__project__zone__in=places.values("pk"))
    if filters.zone:
        asked &= Q(tool__project__zone__slug=filters.zone)
    if filters.kind:
        asked &= Q(tool__kind=filters.kind)
    if filters.ministry:
        owed = LawRevision.tools.through.objects.filter(
            tool_id=OuterRef("tool_id"), lawrevision__organisation__slug=filters.ministry
        )
        asked &= Q(Exists(owed))
    return asked


def _region_and_parts(key: str) -> set[str]:
    """A region and those that it took over."""
    return {key} | {one.id for one in regions() if one.successor == key}
