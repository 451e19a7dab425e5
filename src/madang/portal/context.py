"""What every page knows of its reader: language, look, office, day and the navigation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from madang.core.authority import OfficeKind
from madang.core.doors import actor_of, moment
from madang.core.moments import SEOUL
from madang.portal.navigation import entries_for


def reader(request: HttpRequest) -> dict[str, Any]:
    """Return what the layout needs. The clock is read once a request."""
    actor = actor_of(request)
    now = moment(request)
    sections, inside = entries_for(actor, request.path_info)
    return {
        "language": get_language() or "ko",
        "other_language_path": _other_language(request),
        "look": request.COOKIES.get("look", ""),
        "actor": actor,
        "actor_label": actor.office.words if actor.kind is not OfficeKind.PUBLIC else "",
        "delegation_label": _("대리") if actor.delegated_by else "",
        "navigation": sections,
        "subnavigation": inside,
        "today": now.astimezone(SEOUL).date(),
        "now": now,
        "demo": settings.DEMO,
        "official_banner": settings.OFFICIAL_BANNER,
    }


def _other_language(request: HttpRequest) -> str:
    path = request.get_full_path()
    if path.startswith("/en/"):
        return path[3:]
    return f"/en{path}"
