"""Reads on projects and their tools: who sees which whole, and what everybody may know of those that were granted."""

from django.db.models import Q, QuerySet

from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.rules.tools import LOCAL, WITH_COMMITTEE
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.kernel.procedures.tools import BEFORE_MINISTRY, FIRM_ALONE, REQUEST_STATES

#: states in which nobody but those with a part in it knows of a request
NOT_PUBLIC = tuple(state.key for state in REQUEST_STATES)
#: the states of both kinds as a reader of the list looks for them
STANDINGS = {
    "live": ("granted", "ready", "running", "active", "extended", "continuing", "deemed", "correcting"),
    "review": ("expired", "revision_review", "revision_started", "revision_unneeded"),
    "over": ("cancelled", "lapsed", "bridged", "normalised", "closed"),
}


def tools_visible_to(actor: Actor) -> QuerySet[Tool]:
    """A firm's own; what came to a local government, to the Ministry, to a ministry asked, or before the committee."""
    rows = Tool.objects.select_related("project__zone", "project__operator", "project__local").order_by("-id")
    own = actor.office.organisation_id
    if actor.kind is OfficeKind.MINISTRY:
        return rows.exclude(state__in=BEFORE_MINISTRY)
    if actor.kind is OfficeKind.SECRETARY:
        part = Q(state__in=WITH_COMMITTEE) | Q(votes__isnull=False) | Q(measures__isnull=False)
        return rows.filter(part).distinct()
    if own is None:
        return rows.none()
    if actor.kind is OfficeKind.FIRM:
        return rows.filter(project__operator_id=own)
    if actor.kind in LOCAL:
        return rows.filter(project__local_id=own).exclude(state__in=FIRM_ALONE)
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        asked = (
            Q(replies__organisation_id=own)
            | Q(requests__organisation_id=own)
            | Q(conditions__organisation_id=own)
        )
        return rows.filter(asked).distinct()
    return rows.none()


def public_tools() -> QuerySet[Tool]:
    """Every tool that was granted, of the record too: project, zone, kind, terms and standing are for everybody."""
    rows = Tool.objects.exclude(Q(state__in=NOT_PUBLIC) | Q(granted_on__isnull=True, is_record=False))
    return rows.select_related("project__zone", "project__operator", "project__local").order_by("-id")


def filtered(rows: QuerySet[Tool], *, zone: str = "", kind: str = "", standing: str = "") -> QuerySet[Tool]:
    """Narrow a list to a zone (by its address key), a kind and a standing; "" is any."""
    if zone:
        rows = rows.filter(project__zone__slug=zone)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.filter(state__in=STANDINGS[standing]) if standing in STANDINGS else rows


def zones_with_tools() -> QuerySet[Zone]:
    """The zones in which something was granted."""
    return Zone.objects.filter(pk__in=public_tools().order_by().values("project__zone_id"))
