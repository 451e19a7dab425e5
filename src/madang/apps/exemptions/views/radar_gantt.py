"""The Gantt chart of the country or of one zone: terms, extensions, legal ends and the state of each law, with a table twin."""

from datetime import date
from html import escape
from itertools import groupby
from typing import Any, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.models.tools import TOOL_WORDS
from madang.apps.exemptions.queries.gantt import Charted, charted, charted_tools
from madang.apps.exemptions.queries.radar import zones_on_radar
from madang.apps.exemptions.views.gantt_drawing import LAW_LOOKS, drawn
from madang.apps.exemptions.views.gantt_pieces import is_near
from madang.apps.exemptions.views.radar import TOPICS, crumbs, other_pages
from madang.apps.exemptions.views.radar_columns import here
from madang.apps.zones.queries import zone_by_slug
from madang.core.doors import korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.core.ui.texts import in_english, text
from madang.kernel.partial_dates import PartialDate
from madang.kernel.regions import region
from madang.kernel.words import Words

#: rows of a page: what a reader can scroll through, and what a page may weigh
PER_PAGE = 200
LONGEST = 60


@require_safe
@keepable(*TOPICS)
def gantt(request: HttpRequest) -> HttpResponse:
    """Draw the tools in force, or with ``ended=1`` all that were granted, zone by zone."""
    today, slug = korean_day(request), request.GET.get("zone", "")[:LONGEST]
    zone = zone_by_slug(slug) if slug else None
    if slug and zone is None:
        raise Http404
    ended = request.GET.get("ended") == "1"
    tools = charted_tools(zone=slug, ended=ended)
    page = Paginator(tools, PER_PAGE).get_page(request.GET.get("page"))
    groups = _by_zone(charted(cast("QuerySet[Tool]", page.object_list)))
    context: dict[str, Any] = {
        "page": page, "zone": zone, "ended": ended, "today": today, "other": other_pages("gantt"),
        "switch": _switch(slug, ended=ended), "crumbs": crumbs(Link(_("일정표"))),
        "chart": drawn(groups, today) if groups else None, "body": table_body(groups, today),
        "looks": [(look, words) for key, (look, words) in LAW_LOOKS.items() if key != "plan_due"],
        "zones": [Link(zone_title(one.region, Words(one.name_ko, one.name_en or one.name_ko)), f"?zone={one.slug}") for one in _zones(zone)],
        "why": _("부여된 실증특례와 임시허가의 기간은 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/radar/gantt.html", context)


def zone_title(region_id: str, name: Words) -> Words:
    """A zone with the short name of its region in front."""
    if not region_id:
        return name
    return Words(*(f"{place} {title}" for place, title in zip(region(region_id).short, name, strict=True)))


def table_body(groups: list[tuple[Words, list[Charted]]], today: date) -> SafeString:
    """The rows of the table twin, by zone. Written here and not in the template: there are hundreds."""
    parts = []
    for zone, tools in groups:
        parts.append(f'<tbody><tr><th colspan="7" scope="rowgroup">{escape(text(zone))}</th></tr>')
        parts += [_row(tool, today) for tool in tools]
        parts.append("</tbody>")
    return mark_safe("".join(parts))


def _row(tool: Charted, today: date) -> str:
    row = tool.row
    cells = (
        text(TOOL_WORDS[row.kind]), _day(tool.starts), _end(tool), _day_or(row.latest_end, "–"),
        _legal_end(tool, today), _next(tool), text(LAW_LOOKS[tool.law][1]),
    )  # fmt: skip
    first = f'<tr><th scope="row"><a href="{here(f"/tools/{row.pk}/")}">{escape(row.title)}</a>'
    return f"{first} <small>{cells[0]}</small></th>{''.join(f'<td>{cell}</td>' for cell in cells[1:])}</tr>"


def _end(tool: Charted) -> str:
    """The last day of the last term, whether it was extended, or that it goes on or is unknown."""
    kind = tool.terms[-1].kind if tool.terms else ""
    if kind in ("continued", "deemed") and not tool.ends.is_known:
        return escape(_("법령에 따라 계속"))
    extended = f" {escape(_('(연장)'))}" if kind == "extended" else ""
    return _day(tool.ends) + extended


def _legal_end(tool: Charted, today: date) -> str:
    near = f" <strong>{escape(_('90일 안'))}</strong>" if is_near(tool, today) else ""
    return _day_or(tool.row.legal_end, "–") + near


def _next(tool: Charted) -> str:
    return _day_or(tool.row.next_on, escape(_("미상")) if tool.row.choice == "unknown" else "–")


def _day(on: PartialDate) -> str:
    """A date as precisely as it is known, short: two hundred rows have many."""
    if not on.is_known:
        return escape(_("미상"))
    return on.text if in_english() else on.text.replace("-0", "-").replace("-", ". ") + "."


def _day_or(on: date | None, otherwise: str) -> str:
    return _day(PartialDate.of(on)) if on else otherwise


def _by_zone(tools: list[Charted]) -> list[tuple[Words, list[Charted]]]:
    groups = groupby(tools, key=lambda tool: tool.row[9:13])
    return [(zone_title(place, Words(ko, en or ko)), list(rows)) for (_slug, ko, en, place), rows in groups]


def _switch(slug: str, *, ended: bool) -> list[Link]:
    base = f"zone={slug}&" if slug else ""
    address = reverse("exemptions:gantt")
    return [
        Link(_("효력이 있는 것"), f"{address}?{base}".rstrip("?&"), current=not ended),
        Link(_("끝난 것도"), f"{address}?{base}ended=1", current=ended),
    ]


def _zones(current: Any) -> list[Any]:
    return [] if current else list(zones_on_radar().only("slug", "name_ko", "name_en", "region"))
