"""Reads on special cases of the Act: which apply where, and which must end because their zone is over."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from madang.apps.exemptions.models import MenuUse
from madang.apps.exemptions.rules.menu import HOLDS, LOCAL, ZONE_OVER, runs_zone
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind


def menu_uses() -> QuerySet[MenuUse]:
    """Every special case that applied or applies somewhere: all of it is public."""
    return MenuUse.objects.exclude(state="named").select_related("zone").order_by("zone__name_ko", "id")


def uses_in(zone: Zone) -> list[MenuUse]:
    """The special cases of a zone, those that hold first."""
    rows = list(menu_uses().filter(zone=zone))
    return sorted(rows, key=lambda row: (row.state not in HOLDS, row.key))


def use_by_id(key: UUID) -> MenuUse | None:
    """One special case in a zone."""
    return menu_uses().filter(pk=key).first()


def uses_by_key() -> dict[str, list[MenuUse]]:
    """For each special case of the catalogue the zones in which it holds, in one query."""
    found: dict[str, list[MenuUse]] = defaultdict(list)
    for row in menu_uses().filter(state__in=HOLDS):
        found[row.key].append(row)
    return found


def holds_in(zone: Zone, key: str) -> bool:
    """Whether a special case holds in a zone now."""
    return MenuUse.objects.filter(zone=zone, key=key, state__in=HOLDS).exists()


def outlived_uses() -> QuerySet[MenuUse]:
    """Special cases that still apply though their zone is over, and that nobody keeps."""
    return menu_uses().filter(state="applies", zone__state__in=ZONE_OVER).order_by("id")


def zones_run_by(actor: Actor) -> QuerySet[Zone]:
    """The zones in force in which the actor records special cases: all for the Ministry, a local government's own."""
    zones = Zone.objects.exclude(state__in=ZONE_OVER).order_by("region", "name_ko")
    if actor.kind is OfficeKind.MINISTRY:
        return zones
    if actor.kind not in LOCAL:
        return zones.none()
    of_region = (zone.pk for zone in zones if runs_zone(actor, zone))
    return zones.filter(pk__in=list(of_region))


def runs_some_zone(actor: Actor) -> bool:
    """Whether there is a zone in which the actor may record special cases."""
    return zones_run_by(actor).exists()
