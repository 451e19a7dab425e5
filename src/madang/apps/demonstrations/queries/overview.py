"""The demonstrations of every zone at a glance, in a handful of queries whatever the number of zones."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from madang.apps.demonstrations.models import DemonstrationSite, Partner, TaskForce, Track
from madang.apps.demonstrations.queries.milestones import Progress, plans_of
from madang.apps.demonstrations.queries.projects import public_projects
from madang.apps.zones.models import Zone
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC

#: whether a zone has its task force: none was ever spoken of, it is to be set up, or it is set up
NO_FORCE, WANTED, SET_UP = "none", "wanted", "set_up"


@dataclass(frozen=True)
class ZoneRow:
    """One zone: its task force, and how many sites in use, public projects, tracks and partners it has."""

    zone: Zone
    force: str
    sites: int
    projects: int
    progress: Progress
    tracks: int
    partners: int

    @property
    def has_any(self) -> bool:
        """Whether anything at all is on record."""
        return bool(self.force != NO_FORCE or self.sites or self.projects or self.tracks or self.partners)


def zone_rows(today: date, only: Zone | None = None) -> list[ZoneRow]:
    """Every zone, or one, with what everybody may know of its demonstrations."""
    zones = [only] if only else list(zones_visible_to(PUBLIC).order_by("region", "name_ko"))
    known = public_projects().filter(zone_id__in=[zone.pk for zone in zones]).select_related(None)
    projects = dict(known.values_list("pk", "zone_id"))
    plans, each = _progress_by_zone(projects, today), Counter(projects.values())
    counted = _counted([zone.pk for zone in zones], projects, today)
    nothing = Progress(0, 0, 0, 0)
    return [
        ZoneRow(zone=zone, projects=each[zone.pk], progress=plans.get(zone.pk, nothing), **counted[zone.pk])
        for zone in zones
    ]


def _counted(keys: Sequence[UUID], projects: Collection[UUID], today: date) -> dict[UUID, dict[str, Any]]:
    """Count what hangs on zones in one query: every page of a zone asks it."""
    in_use = Q(ends_before__isnull=True) | Q(ends_before__gt=today)
    open_tracks = Q(project__isnull=True) | Q(project_id__in=list(projects))
    force = TaskForce.objects.filter(zone_id=OuterRef("pk"))
    rows = (
        Zone.objects.filter(pk__in=keys)
        .annotate(
            has_force=Exists(force),
            force_since=Subquery(force.values("set_up_on")),
            site_count=_number(DemonstrationSite.objects.filter(in_use)),
            track_count=_number(Track.objects.filter(open_tracks)),
            partner_count=_number(Partner.objects.all()),
        )
        .values_list("pk", "has_force", "force_since", "site_count", "track_count", "partner_count")
    )
    return {
        pk: {"force": _force(has, since), "sites": sites, "tracks": tracks, "partners": found}
        for pk, has, since, sites, tracks, found in rows
    }


def _number(rows: "QuerySet[Any]") -> Subquery:
    """The number of rows of the zone of the outer query."""
    own = rows.filter(zone_id=OuterRef("pk")).order_by().values("zone_id")
    return Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0)  # type: ignore[return-value]  # either counts


def _force(exists: bool, since: date | None) -> str:
    if not exists:
        return NO_FORCE
    return SET_UP if since else WANTED


def _progress_by_zone(projects: dict[UUID, UUID], today: date) -> dict[UUID, Progress]:
    """Sum the milestones of a zone's projects: the per cent of a zone is that of all its milestones together."""
    found: dict[UUID, Progress] = {}
    for project, view in plans_of(projects, today).items():
        one, zone = view.progress, projects[project]
        had = found.get(zone, Progress(0, 0, 0, 0))
        found[zone] = Progress(
            had.done + one.done,
            had.total + one.total,
            had.late + one.late,
            had.slipped_days + one.slipped_days,
        )
    return found
