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

from madang.apps.exemptions.models import Tool, ToolTerm
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
from madang.kernel.procedures.radar import UNKNOWN
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
        "chart": drawn(groups, today) if groups else None, "body": Twin(today).body(groups), "count": sum(len(tools) for _zone, tools in groups),
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


class Twin:
    """The rows of the table twin. Written here and not in a template, with its words looked up once: there are hundreds."""

    def __init__(self, today: date) -> None:
        self.today, self.english = today, in_english()
        self.unknown, self.goes_on, self.extended = (
            escape(_("미상")), escape(_("법령에 따라 계속")), escape(_("(연장)"))
        )  # fmt: skip
        self.grant = escape(_("%(day)s 부여"))
        self.near = f" <strong>{escape(_('90일 안'))}</strong>"
        self.kinds = {kind: escape(text(words)) for kind, words in TOOL_WORDS.items()}
        self.laws = {state: escape(text(words)) for state, (_look, words) in LAW_LOOKS.items()}
        self.prefix = here("/tools/")

    def body(self, groups: list[tuple[Words, list[Charted]]]) -> SafeString:
        """All rows, zone by zone."""
        parts = []
        for zone, tools in groups:
            parts.append(f'<tbody><tr><th colspan="7" scope="rowgroup">{escape(text(zone))}</th></tr>')
            parts += [self.row(tool) for tool in tools]
            parts.append("</tbody>")
        return mark_safe("".join(parts))

    def row(self, tool: Charted) -> str:
        """One tool: start, end, how far an extension may reach, legal end, next day, law."""
        row = tool.row
        unknown = self.unknown if row.choice == UNKNOWN else "–"
        cells = (
            self.start(tool), self.end(tool), self.day_or(row.latest_end, "–"),
            self.day_or(row.legal_end, "–") + (self.near if is_near(tool, self.today) else ""),
            self.day_or(row.next_on, unknown), self.laws[tool.law],
        )  # fmt: skip
        first = f'<tr><th scope="row"><a href="{self.prefix}{row.pk}/">{escape(row.title)}</a>'
        return f"{first} <small>{self.kinds[row.kind]}</small></th><td>{'</td><td>'.join(cells)}</td></tr>"

    def start(self, tool: Charted) -> str:
        """The first day; where nobody knows it, the day of the grant."""
        if tool.starts.is_known or not tool.granted.is_known:
            return self.day(tool.starts)
        return f"{self.unknown} <small>{self.grant % {'day': self.day(tool.granted)}}</small>"

    def end(self, tool: Charted) -> str:
        """The last day of the last term, whether it was extended, or that it goes on or is unknown."""
        kind = tool.terms[-1].kind if tool.terms else ""
        if kind in (ToolTerm.CONTINUED, ToolTerm.DEEMED) and not tool.ends.is_known:
            return self.goes_on
        return self.day(tool.ends) + (f" {self.extended}" if kind == ToolTerm.EXTENDED else "")

    def day(self, on: PartialDate) -> str:
        """A date as precisely as it is known, short."""
        if not on.is_known:
            return self.unknown
        return on.text if self.english else on.text.replace("-0", "-").replace("-", ". ") + "."

    def day_or(self, on: date | None, otherwise: str) -> str:
        """A day, or what stands where there is none."""
        return self.day(PartialDate.of(on)) if on else otherwise


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
