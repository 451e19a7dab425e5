"""The demonstrations of every zone at a glance, in a handful of queries whatever the number of zones."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from madang.apps.demonstrations.models import DemonstrationSite, Partner, TaskForce, Track
from madang.apps.demonstrations.queries.milestones import Progress, plans_of
from madang.apps.demonstrations.queries.projects import public_projects
from madang.apps.zones.models import Zone
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC


@dataclass(frozen=True)
class ZoneRow:
    """One zone: its task force, and how many sites in use, public projects, tracks and partners it has."""

    zone: Zone
    task_force: TaskForce | None
    sites: int
    projects: int
    progress: Progress
    tracks: int
    partners: int

    @property
    def has_any(self) -> bool:
        """Whether anything at all is on record."""
        return bool(self.task_force or self.sites or self.projects or self.tracks or self.partners)


def zone_rows(today: date, only: Zone | None = None) -> list[ZoneRow]:
    """Every zone, or one, with what everybody may know of its demonstrations."""
    zones = [only] if only else list(zones_visible_to(PUBLIC).order_by("region", "name_ko"))
    keys = [zone.pk for zone in zones]
    forces = {row.zone_id: row for row in TaskForce.objects.filter(zone_id__in=keys)}
    known = public_projects().filter(zone_id__in=keys).select_related(None)
    projects = dict(known.values_list("pk", "zone_id"))
    plans = _progress_by_zone(projects, today)
    in_use = Q(ends_before__isnull=True) | Q(ends_before__gt=today)
    sites = Counter(
        DemonstrationSite.objects.filter(in_use, zone_id__in=keys).values_list("zone_id", flat=True)
    )
    open_tracks = Track.objects.filter(Q(project__isnull=True) | Q(project_id__in=projects), zone_id__in=keys)
    tracks = Counter(open_tracks.values_list("zone_id", flat=True))
    partners = Counter(Partner.objects.filter(zone_id__in=keys).values_list("zone_id", flat=True))
    each = Counter(projects.values())
    return [
        ZoneRow(
            zone, forces.get(zone.pk), sites[zone.pk], each[zone.pk], plans.get(zone.pk, Progress(0, 0, 0, 0)),
            tracks[zone.pk], partners[zone.pk],
        )
        for zone in zones
    ]  # fmt: skip


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
