"""The list of laws to be revised, and the page of one law, on which its ministry and the Ministry of SMEs work."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.queries.revisions import (
    GROUPS,
    clocks_of,
    events_of,
    group_counts,
    revision_by_slug,
    revisions,
    tools_hung_on,
)
from madang.apps.exemptions.rules.revisions import owns_law
from madang.apps.exemptions.views import revision_parts as parts
from madang.apps.exemptions.views.parts import timeline
from madang.apps.exemptions.views.radar import TOPICS, other_pages
from madang.apps.exemptions.views.revision_steps import offers
from madang.core.authority import may
from madang.core.doors import actor_of, korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link

PER_PAGE = 50
#: tools that the page of a law shows at once
PER_LAW = 50


@require_safe
@keepable(*TOPICS)
def revision_list(request: HttpRequest) -> HttpResponse:
    """Show every law on the list, what is due first."""
    today, asked = korean_day(request), request.GET.get("state", "")
    group = asked if asked in GROUPS else ""
    rows = revisions().filter(state__in=GROUPS[group]) if group else revisions()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    counts = group_counts()
    context: dict[str, Any] = {
        "page": page, "columns": parts.list_columns(today), "crumbs": [*parts.crumbs()[:-1], Link(_("정비할 법령"))],
        "other": other_pages("revisions"), "may_register": may(actor_of(request), "exemptions.register_revision"),
        "tabs": [Link(label, f"?state={key}" if key else "?", key == group, counts[key]) for key, label in _labels().items()],
        "why": _("어느 법령을 누가 언제까지 고쳐야 하는지는 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/revisions/list.html", context)


@require_safe
@keepable(*TOPICS)
def revision_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a law: whose turn it is, by when, what was done, and what hangs on it."""
    row, actor, today = revision_by_slug(slug), actor_of(request), korean_day(request)
    if row is None:
        raise Http404
    tools = Paginator(tools_hung_on(row), PER_LAW).get_page(request.GET.get("page"))
    context = {
        "row": row, "crumbs": parts.crumbs(Link(row.title)), "badge": parts.badge(row), "today": today,
        "waits_at": parts.waits_at(row), "facts": parts.facts_of(row), "clocks": parts.clocks_shown(clocks_of(row)),
        "steps": parts.steps_shown(row.steps.all()), "timeline": timeline(events_of(row)), "tools": tools,
        "columns": parts.tool_columns(), "offers": offers(actor, row),
        "why": _why(owns=owns_law(actor, row)),
    }  # fmt: skip
    return render(request, "exemptions/revisions/page.html", context)


def _labels() -> dict[str, str]:
    return {
        "": _("전체"), "due": _("계획 대기"), "under-way": _("정비 진행"), "done": _("시행"), "other": _("그 밖"),
    }  # fmt: skip


def _why(*, owns: bool) -> str:
    if owns:
        return _("우리 기관이 소관하는 법령입니다. 이 화면은 누구나 볼 수 있습니다.")
    return _("어느 법령을 누가 언제까지 고쳐야 하는지는 누구나 볼 수 있습니다.")
