"""Reads on sites: those of a zone with the projects that work there, those of a project."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from madang.apps.demonstrations.models import DemonstrationSite, SiteUse
from madang.apps.exemptions.models import Project
from madang.apps.zones.models import Zone


def sites_of(zone: Zone, shown: Collection[UUID]) -> QuerySet[DemonstrationSite]:
    """The sites of a zone, each with the uses of those projects that the reader may know of."""
    uses = SiteUse.objects.filter(project_id__in=shown).select_related("project")
    return zone.demonstration_sites.prefetch_related(Prefetch("uses", uses, to_attr="shown_uses"))


def uses_of(project: Project) -> QuerySet[SiteUse]:
    """Where a project works and worked, the earliest first."""
    return project.site_uses.select_related("site")


def sites_open_to(project: Project) -> QuerySet[DemonstrationSite]:
    """The sites at which a project could work: those of its zone."""
    return DemonstrationSite.objects.filter(zone_id=project.zone_id)
