"""The register of zones, and the page of a zone of another ministry."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.zones.columns import columns_for
from madang.apps.zones.dossier import Place, other_facts
from madang.apps.zones.forms import FILTERS, RegisterForm, round_place, text_asked
from madang.apps.zones.maps import region_map, standing_of_regions
from madang.apps.zones.models import OtherZone
from madang.apps.zones.queries import (
    EVERY,
    OTHER,
    Register,
    RegisterFilters,
    Row,
    other_zone_by_slug,
    register_rows,
)
from madang.apps.zones.sources import source_of
from madang.apps.zones.standings import scheme_words
from madang.core.doors import korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Fact, Link
from madang.core.ui.texts import text
from madang.kernel.partial_dates import PartialDate

PAGE_ROWS = 50
ORDERS: dict[str, Callable[[Row], Any]] = {
    "name": lambda row: row.name_ko,
    "round": lambda row: round_place(row.round),
    "designated": lambda row: row.designated_on,
    "region": lambda row: tuple(row.regions),
}


@require_safe
@keepable("zones")
def zones(request: HttpRequest) -> HttpResponse:
    """Show the register: zones by kind, with filters, the map and a pager."""
    every = register_rows(text_asked(request.GET))
    form = RegisterForm(request.GET, every)
    register = Register(form.filters(), every)
    sort = request.GET.get("sort", "")
    page = Paginator(_in_order(register.rows, sort), PAGE_ROWS).get_page(request.GET.get("page"))
    today = korean_day(request)
    context = {
        "form": form, "page": page, "sort": sort, "tabs": _tabs(register, sort),
        "columns": columns_for(register.filters.kind, reverse("zones")),
        "caption": _captions()[register.filters.kind],
        "map": region_map(register.by_region(), _links(register.filters, sort), current=register.filters.region),
        "regions_today": standing_of_regions(today), "kind": register.filters.kind,
        "crumbs": crumbs(),
    }  # fmt: skip
    return render(request, "zones/register.html", context)


@require_safe
@keepable("zones")
def other_zone(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a zone of another ministry, read-only, with its ministry and source."""
    found = other_zone_by_slug(slug)
    if found is None:
        raise Http404
    places, designated = other_facts(found, korean_day(request))
    context = {
        "zone": found, "crumbs": crumbs(Link(found.name_ko)), "scheme": scheme_words(found.scheme), "places": places,
        "facts": _other_facts(found, places, designated), "sources": [source_of(text) for text in found.sources],
    }  # fmt: skip
    return render(request, "zones/other_zone.html", context)


def _other_facts(zone: OtherZone, places: Sequence[Place], designated: PartialDate) -> list[Fact]:
    """The facts of another ministry's zone in its sources' words; what they do not give is unknown."""
    unknown = _("알려지지 않음")
    return [
        Fact(_("소관 부처"), zone.ministry),
        Fact(_("제도"), scheme_words(zone.scheme)),
        Fact(_("지역"), [text(place.then) for place in places] or unknown),
        Fact(_("지정"), designated if designated.is_known else unknown, zone.date_basis),
        Fact(_("현재 상태"), zone.standing),
        *([Fact(_("덧붙임"), zone.note)] if zone.note else []),
    ]


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the register stands; the register itself without anything below."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("특구"), reverse("zones")), *below]


def _in_order(rows: Sequence[Row], sort: str) -> Sequence[Row]:
    """The rows sorted by a column ("-name" turns it round); without one they stay newest first."""
    order = ORDERS.get(sort.removeprefix("-"))
    return sorted(rows, key=order, reverse=sort.startswith("-")) if order else rows


def _captions() -> dict[str, str]:
    return {
        "": _("규제자유특구와 글로벌 혁신특구"), "rfz": _("규제자유특구"), "giz": _("글로벌 혁신특구"),
        OTHER: _("다른 제도의 특구"), EVERY: _("모든 특구"),
    }  # fmt: skip


def _tabs(register: Register, sort: str) -> list[Link]:
    labels = {**_captions(), "": _("규제자유·글로벌 혁신"), OTHER: _("다른 제도"), EVERY: _("전체")}
    counts, chosen = register.by_kind(), register.filters.kind
    return [
        Link(label, _with(register.filters, sort, kind=key), key == chosen, counts[key])
        for key, label in labels.items()
    ]


def _links(filters: RegisterFilters, sort: str) -> Callable[[str], str]:
    return lambda region: _with(filters, sort, region=region)


def _with(filters: RegisterFilters, sort: str, **changes: str) -> str:
    """Return the query of what was understood, with changes; choices that another tab does not offer are left behind."""
    sort = sort if sort.removeprefix("-") in ORDERS else ""
    asked = {"q": filters.text, "kind": filters.kind, "sort": sort}
    kept = ("region", "standing") if "kind" in changes else FILTERS
    asked |= {name: getattr(filters, name) for name in kept} | changes
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"
