"""Reads on tracks abroad and on partners."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from madang.apps.demonstrations.models import Partner, Track, TrackCertificate
from madang.apps.demonstrations.queries.projects import projects_visible_to
from madang.apps.zones.models import Zone
from madang.core.authority import Actor

#: days before the last one of a certificate from which pages and desks warn: practice, no number of the law
WARNING_DAYS = 90


def tracks_visible_to(actor: Actor) -> QuerySet[Track]:
    """Tracks of zones are public; one of a project is seen by whoever may know of the project."""
    known = projects_visible_to(actor).values("pk")
    return (
        Track.objects.filter(Q(project__isnull=True) | Q(project_id__in=known))
        .select_related("zone", "project__operator", "partner")
        .order_by("zone", "kind", "name", "pk")
    )


def partners() -> QuerySet[Partner]:
    """Every partner, those of a zone first and by zone."""
    return Partner.objects.select_related("zone").order_by("zone__slug", "slug")


def partners_open_to(zone: Zone) -> QuerySet[Partner]:
    """Partners with whom a track of a zone can be: its own and those of no zone in particular."""
    return Partner.objects.filter(Q(zone=zone) | Q(zone__isnull=True)).order_by("name_ko", "slug")


def ending_certificates(today: date) -> QuerySet[TrackCertificate]:
    """Certificates that end soon, or ended, of which nobody was warned."""
    last = today + timedelta(days=WARNING_DAYS)
    rows = TrackCertificate.objects.filter(valid_until__lte=last, warned_on__isnull=True)
    return rows.select_related("track__zone", "track__project__operator").order_by("valid_until", "pk")
