"""The part of a zone's page on special law: special cases of the Act that apply there, and its list of regulations."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from madang.apps.exemptions.queries.menu import uses_in
from madang.apps.exemptions.queries.negative_list import published_lists
from madang.apps.exemptions.rules.menu import ZONE_OVER
from madang.apps.exemptions.views.menu import steps_open
from madang.core.authority import Actor, may
from madang.core.ui.shapes import Badge, Link
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.exemptions.models import MenuUse
    from madang.apps.zones.models import Zone


class Applied(NamedTuple):
    """A special case of the zone: its state, its article on the day it was gazetted, and what the reader can do."""

    use: "MenuUse"
    badge: Badge
    article: Words
    steps: tuple[Link, ...]


class SpecialLaw(NamedTuple):
    """What the page shows, and the subjects whose public events belong into the course of the zone, by kind."""

    shown: dict[str, Any]
    subjects: dict[str, list[str]]


def special_law(actor: Actor, zone: "Zone", today: date) -> SpecialLaw:
    """What is shown: ``applied`` cases, for a global innovation zone its list, and who may record more."""
    may_attach = zone.state not in ZONE_OVER and may(actor, "exemptions.attach_special_case", zone)
    asked = urlencode({"zone": zone.slug})
    uses, lists = uses_in(zone), list(published_lists().filter(zone=zone)) if zone.kind == "giz" else []
    shown = {
        "applied": [_applied(actor, use, today) for use in uses],
        "attach_href": f"{reverse('exemptions:attach_special_case')}?{asked}" if may_attach else "",
        "is_global": zone.kind == "giz",
        "regulation_list": next((row for row in lists if row.holds_on(today)), None),
        "list_href": f"{reverse('exemptions:negative_list')}?{asked}",
    }
    keys = {
        "exemptions.menuuse": [str(use.pk) for use in uses],
        "exemptions.regulationlist": [str(row.pk) for row in lists],
    }
    return SpecialLaw(shown, {kind: ids for kind, ids in keys.items() if ids})


def _applied(actor: Actor, use: "MenuUse", today: date) -> Applied:
    state = use.state_now
    article = use.case.citation_on(use.gazetted_on or today).words
    return Applied(use, Badge(state.public_words, state.tone), article, steps_open(actor, use))
