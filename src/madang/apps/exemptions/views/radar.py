"""The radar: every tool in force with its next decision day and the choices that day forces, for everybody."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.forms.radar import RadarForm
from madang.apps.exemptions.queries.radar import (
    UNKNOWN_END,
    WINDOWS,
    RadarFilters,
    radar_lines,
    window_counts,
    with_surroundings,
)
from madang.apps.exemptions.views.radar_columns import radar_columns
from madang.core.doors import korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link

PER_PAGE = 25
#: what ends the pages that are made of tools and laws
TOPICS = ("radar", "tools", "revisions", "zones")


class Counted(Paginator):  # type: ignore[type-arg]  # the rows are lines of the radar
    """A paginator that is told how many rows there are."""

    def __init__(self, rows: Any, per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        self._known = count

    @cached_property
    def count(self) -> int:
        """The number that was counted with the windows."""
        return self._known


@require_safe
@keepable(*TOPICS)
def radar(request: HttpRequest) -> HttpResponse:
    """Show the lines of the radar, soonest first, under the filters asked."""
    today = korean_day(request)
    form = RadarForm(request.GET)
    filters = form.filters()
    counts = window_counts(filters, today)
    rows = with_surroundings(radar_lines(filters, today))
    page = Counted(rows, PER_PAGE, counts[filters.within]).get_page(request.GET.get("page"))
    context = {
        "form": form, "page": page, "rows": list(page.object_list), "columns": radar_columns(today),
        "tabs": _tabs(filters, counts), "today": today, "crumbs": [*crumbs()[:-1], Link(_("실증 레이더"))],
        "other": other_pages("radar"), "why": _("부여된 실증특례와 임시허가의 기한은 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/radar/list.html", context)


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the radar stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("실증 레이더"), reverse("exemptions:radar")),
        *below,
    ]


def other_pages(current: str) -> list[Link]:
    """The three views of what is in force: the list, the drawing, the laws."""
    pages = (
        ("radar", _("다음 결정일"), "exemptions:radar"),
        ("gantt", _("전국 일정표"), "exemptions:gantt"),
        ("revisions", _("정비할 법령"), "exemptions:revisions"),
    )
    return [Link(label, reverse(name), current=key == current) for key, label, name in pages]


def _tabs(filters: RadarFilters, counts: dict[str, int]) -> list[Link]:
    labels = {"": _("전체")} | {key: _("%(days)s일 안") % {"days": key} for key in WINDOWS}
    labels |= {UNKNOWN_END: _("끝 미상")}
    asked = {
        "region": filters.region,
        "zone": filters.zone,
        "kind": filters.kind,
        "ministry": filters.ministry,
    }
    return [
        Link(
            label,
            "?" + urlencode({name: value for name, value in {**asked, "within": key}.items() if value}),
            key == filters.within,
            counts[key],
        )
        for key, label in labels.items()
    ]
