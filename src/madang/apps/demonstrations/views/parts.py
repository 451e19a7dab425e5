"""The parts of the pages of demonstrations: where a page stands, where a row is shown, files, days left."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.demonstrations.models import Claim, Defect, Incident, Inspection, Partner
from madang.apps.demonstrations.rules.parts import project_of, track_of, zone_of
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.zones.models import Zone
from madang.core.files.models import Attachment
from madang.core.ui.shapes import Badge, Link
from madang.core.ui.texts import day
from madang.kernel.words import Words


def crumbs(*below: Link) -> list[Link]:
    """Where a page of demonstrations stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("실증"), reverse("demonstrations:overview") if below else ""),
        *below,
    ]


def zone_link(zone: Zone) -> Link:
    """The zone with its region, as a link to its demonstrations."""
    return Link(zone_words(zone), reverse("demonstrations:zone", args=[zone.slug]))


def project_link(project: Project) -> Link:
    """A project as a link to its demonstration."""
    return Link(project.title, reverse("demonstrations:project", args=[project.pk]))


def address_of(row: Model) -> str:
    """The page on which a row is shown: its track's, its project's or its zone's."""
    if isinstance(row, Partner):
        return reverse("demonstrations:partners")
    if isinstance(row, Tool):
        return reverse("demonstrations:safety")
    if isinstance(row, Incident | Inspection | Defect | Claim):
        return _safety_address(row)
    track, project, zone = track_of(row), project_of(row), zone_of(row)
    if track is not None:
        return reverse("demonstrations:track", args=[track.pk])
    if project is not None:
        return reverse("demonstrations:project", args=[project.pk])
    return reverse("demonstrations:zone", args=[zone.slug]) if zone else reverse("demonstrations:overview")


def _safety_address(row: Incident | Inspection | Defect | Claim) -> str:
    if isinstance(row, Defect):
        return reverse("demonstrations:inspection", args=[row.inspection_id])
    kind = row._meta.model_name
    return reverse(f"demonstrations:{kind}", args=[row.pk])


def file_links(keys: Iterable[Any]) -> dict[Any, list[Link]]:
    """The files of rows by row, as links to their downloads, in one query."""
    found: dict[Any, list[Link]] = {}
    for one in Attachment.objects.filter(case_id__in=list(keys), is_removed=False).order_by("at", "id"):
        link = Link(one.name, reverse("demonstrations:file", args=[one.pk]))
        found.setdefault(one.case_id, []).append(link)
    return found


def days_words(count: int) -> str:
    """A number of days as people say it."""
    return ngettext("모두 %(n)d일", "모두 %(n)d일", count) % {"n": count}


def period(first: date, before: date | None) -> str:
    """A half-open period as people read it: from its first day to its last."""
    if before is None:
        return _("%(first)s부터") % {"first": day(first)}
    last = date.fromordinal(before.toordinal() - 1)
    return _("%(first)s부터 %(last)s까지") % {"first": day(first), "last": day(last)}


def practice() -> Words:
    """What a task force is not."""
    return Words(
        "실증추진단은 법정 기구가 아니라 특구를 운영하며 두는 협의체입니다.",
        "A task force is practice in running a zone; no law provides for it.",
    )


def within_badge(key: str, words: Words) -> Badge | None:
    """A mark on a site that does not surely lie in the zone's place."""
    tones = {"outside": "warning", "unknown": "neutral"}
    return Badge(words, tones[key]) if key in tones else None
