"""What the page of a zone says of its demonstrations: a few numbers and the way to all of it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.demonstrations.queries.overview import zone_rows
from madang.apps.demonstrations.views.zones import force_badge, late_badge
from madang.apps.zones.models import Zone
from madang.core.ui.shapes import Fact


@dataclass(frozen=True)
class Summary:
    """The facts, and the address of the zone's demonstrations; no facts when nothing is on record."""

    facts: list[Fact]
    href: str


def summary_of(zone: Zone, today: date) -> Summary:
    """Return what everybody may know of a zone's demonstrations."""
    row = zone_rows(today, only=zone)[0]
    href = reverse("demonstrations:zone", args=[zone.slug])
    if not row.has_any:
        return Summary([], href)
    facts = [
        Fact(_("실증추진단"), force_badge(row.force)),
        Fact(_("실증 장소"), row.sites),
        Fact(_("과제"), row.projects),
    ]
    if row.progress.total:
        facts += [
            Fact(_("마친 단계"), f"{row.progress.percent}%", row.progress.sum_words),
            Fact(_("지연"), late_badge(row)),
        ]
    return Summary([*facts, Fact(_("해외 트랙"), row.tracks), Fact(_("협력기관"), row.partners)], href)
