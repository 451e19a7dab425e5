"""The list of exemptions and permits for everybody, with the reader's own above it; and the page of a project."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.forms.applications import ToolFilter
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.queries.tools import (
    filtered,
    public_tools,
    tools_visible_to,
    zones_with_tools,
)
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.exemptions.views.tool_frame import WHY_PUBLIC, badge, crumbs, why
from madang.core.authority import PUBLIC, Actor, OfficeKind, may
from madang.core.doors import actor_of
from madang.core.keeping import keepable
from madang.core.ui.shapes import Column, Fact, Link
from madang.core.ui.texts import text
from madang.kernel.partial_dates import PartialDate

PER_PAGE, MOST_OWN = 30, 50


@require_safe
@keepable("tools", "zones")
def tool_list(request: HttpRequest) -> HttpResponse:
    """Show what exemptions and permits are, the reader's own, and every one that was granted."""
    actor = actor_of(request)
    zones = [(zone.slug, text(zone_words(zone))) for zone in zones_with_tools()]
    form = ToolFilter(request.GET or None, zones=sorted(zones, key=lambda pair: pair[1]))
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = filtered(public_tools(), **{key: wanted.get(key, "") for key in ("zone", "kind", "standing")})
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "crumbs": [*crumbs()[:1], Link(_("실증특례ㆍ임시허가"))], "form": form, "page": page, "count": page.paginator.count,
        "columns": public_columns(), "own": list(tools_visible_to(actor)[:MOST_OWN]), "own_columns": own_columns(actor),
        "has_own": actor.kind is not OfficeKind.PUBLIC, "is_firm": actor.kind is OfficeKind.FIRM,
        "can_ask": may(actor, "exemptions.ask_tool"),
        "why": _("누구나 볼 수 있는 목록입니다. 부여된 특례만 나오고, 신청 중인 것은 할 일이 있는 기관만 봅니다."),
    }  # fmt: skip
    return render(request, "exemptions/tools/list.html", context)


@require_safe
def project_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a project with its tools in their order: the reader's own whole, any other as far as it was granted."""
    actor = actor_of(request)
    project = Project.objects.select_related("zone", "operator", "local").filter(pk=pk).first()
    own = list(tools_visible_to(actor).filter(project_id=pk))
    rows = _in_order([*own, *public_tools().filter(project_id=pk)])
    if project is None or not rows:
        raise Http404
    facts = [
        Fact(_("사업할 특구"), Link(zone_words(project.zone), reverse("zone", args=[project.zone.slug])))
    ]
    facts += [Fact(_("사업자"), project.operator.words)] if project.operator else []
    facts += [Fact(_("관할 지방자치단체"), project.local.words)] if project.local else []
    context = {
        "project": project, "rows": rows, "columns": project_columns(actor, is_own=bool(own)), "facts": facts,
        "crumbs": crumbs(Link(project.title)), "why": why(actor, own[0]) if own else WHY_PUBLIC,
    }  # fmt: skip
    return render(request, "exemptions/tools/project.html", context)


def _in_order(rows: Iterable[Tool]) -> list[Tool]:
    found = {row.pk: row for row in rows}
    return sorted(
        found.values(), key=lambda row: (row.granted_on is None, row.granted_on or row.pk, str(row.pk))
    )


def public_columns() -> list[Column]:
    """The columns of the list for everybody."""
    return [
        Column(_("과제"), _tool_link),
        Column(_("사업할 특구"), lambda row: text(zone_words(row.project.zone))),
        Column(_("종류"), lambda row: text(row.kind_words)),
        Column(_("상태"), lambda row: badge(PUBLIC, row)),
        Column(_("부여한 날"), "granted"),
        Column(_("기간의 마지막 날"), _end),
    ]


def own_columns(actor: Actor) -> list[Column]:
    """The columns of the list of an office or firm."""
    firm = [] if actor.kind is OfficeKind.FIRM else [Column(_("사업자"), _operator)]
    return [
        Column(_("과제"), _tool_link),
        *firm,
        Column(_("사업할 특구"), lambda row: text(zone_words(row.project.zone))),
        Column(_("종류"), lambda row: text(row.kind_words)),
        Column(_("지금"), lambda row: badge(actor, row)),
        Column(_("신청한 날"), "requested_on"),
    ]


def project_columns(actor: Actor, *, is_own: bool) -> list[Column]:
    """The columns of the tools of one project; when they were asked for is for those with a part in them."""
    asked = [Column(_("신청한 날"), "requested_on")] if is_own else []
    return [
        Column(_("종류"), lambda row: Link(row.kind_words, reverse("exemptions:tool", args=[row.pk]))),
        Column(_("상태"), lambda row: badge(actor, row)),
        *asked,
        Column(_("부여한 날"), "granted"),
        Column(_("기간의 마지막 날"), _end),
    ]


def _tool_link(row: Tool) -> Link:
    return Link(row.title, reverse("exemptions:tool", args=[row.pk]))


def _operator(row: Tool) -> str:
    return text(row.project.operator.words) if row.project.operator else ""


def _end(row: Tool) -> object:
    return row.ends_on or (PartialDate.parse(row.ends_text) if row.ends_text else "")
