"""The part of a zone's page on special law: special cases of the Act that apply there, and its list of regulations."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from madang.apps.exemptions.queries.menu import menu_uses, uses_in
from madang.apps.exemptions.queries.negative_list import list_on, published_lists
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


def special_law(actor: Actor, zone: "Zone", today: date) -> dict[str, Any]:
    """What the page shows: ``applied`` cases, for a global innovation zone its list, and who may record more."""
    may_attach = zone.state not in ZONE_OVER and may(actor, "exemptions.attach_special_case", zone)
    asked = urlencode({"zone": zone.slug})
    return {
        "applied": [_applied(actor, use, today) for use in uses_in(zone)],
        "attach_href": f"{reverse('exemptions:attach_special_case')}?{asked}" if may_attach else "",
        "is_global": zone.kind == "giz",
        "regulation_list": list_on(zone, today) if zone.kind == "giz" else None,
        "list_href": f"{reverse('exemptions:negative_list')}?{asked}",
    }


def special_law_keys(zone: "Zone") -> dict[str, list[str]]:
    """The subjects whose public events belong into the course of a zone, by kind; kinds without any are left out."""
    found = {
        "exemptions.menuuse": [
            str(key) for key in menu_uses().filter(zone=zone).values_list("pk", flat=True)
        ],
        "exemptions.regulationlist": [
            str(key) for key in published_lists().filter(zone=zone).values_list("pk", flat=True)
        ],
    }
    return {kind: keys for kind, keys in found.items() if keys}


def _applied(actor: Actor, use: "MenuUse", today: date) -> Applied:
    state = use.state_now
    article = use.case.citation_on(use.gazetted_on or today).words
    return Applied(use, Badge(state.public_words, state.tone), article, steps_open(actor, use))
