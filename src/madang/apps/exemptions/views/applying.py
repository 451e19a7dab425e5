"""The one screen on which a firm asks for an exemption or permit, its draft, and the papers of a tool."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.exemptions.acts import applications as acts
from madang.apps.exemptions.forms.applications import KEPT, ApplicationForm, starting_values, stored_in
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.queries.applications import files_of
from madang.apps.exemptions.views.tool_frame import crumbs, frame
from madang.apps.exemptions.views.tool_steps import offers, visible
from madang.apps.zones.queries import zone_by_slug
from madang.core.doors import Outcome, carry_out, korean_day, new_key, require
from madang.core.files.serving import as_download
from madang.core.ui.shapes import Link


@require_http_methods(["GET", "HEAD", "POST"])
def new_tool(request: HttpRequest) -> HttpResponse:
    """Ask: everything on one screen, sent at once or kept as a draft."""
    actor = require(request, "exemptions.ask_tool")
    zone = zone_by_slug(request.GET.get("zone", "")[:60])
    started = {
        **starting_values(actor),
        "kind": request.GET.get("kind", ""),
        **({"zone": zone.pk} if zone else {}),
    }
    form = ApplicationForm(
        request.POST or None, request.FILES or None, actor=actor, today=korean_day(request), initial=started
    )
    if form.is_valid():
        act: Callable[..., Tool] = acts.request_tool if _sends(request) else acts.begin_tool
        outcome = carry_out(request, act, **form.given())
        if outcome.done:
            return _done(request, outcome)
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": crumbs(Link(_("특례 신청"))),
        "why": _("기업의 담당 직위로 로그인했으므로 신청할 수 있습니다. 내기 전에는 우리 기업만 봅니다."),
    }  # fmt: skip
    return render(request, "exemptions/tools/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def write_tool(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write on in a draft. What was kept meanwhile from another window is shown beside what was typed."""
    tool = visible(request, pk)
    actor = require(request, "exemptions.write_tool", tool)
    form = ApplicationForm(
        request.POST or None, request.FILES or None, actor=actor, today=korean_day(request), tool=tool
    )
    if tool.state != "drafting" and not form.is_bound:
        return redirect("exemptions:tool", pk=tool.pk)
    outcome = None
    if form.is_valid():
        act: Callable[..., Tool] = acts.submit_tool if _sends(request) else acts.save_tool
        outcome = carry_out(request, act, tool=tool, **form.given())
        if outcome.done:
            return _done(request, outcome)
        outcome.onto(form)
    tool.refresh_from_db()
    files = [
        Link(one.name, reverse("exemptions:tool_file", args=[tool.pk, one.pk])) for one in files_of(tool)
    ]
    context = {
        **frame(actor, tool), "form": form, "once": new_key(), "files": files, "offers": offers(actor, tool),
        "stored": _stored(tool, form, outcome),
    }  # fmt: skip
    return render(request, "exemptions/tools/draft.html", context)


@require_safe
def tool_file(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponseBase:
    """Give a paper out to those with a part in its tool; for everybody else it does not exist."""
    attachment = files_of(visible(request, pk)).filter(pk=file).first()
    if attachment is None:
        raise Http404
    return as_download(attachment)


def _sends(request: HttpRequest) -> bool:
    return "send" in request.POST


def _done(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    tool: Tool = outcome.result
    if tool.state == "drafting":
        messages.success(request, _("저장했습니다. 아직 내지 않았습니다. 나중에 이어서 쓸 수 있습니다."))
        return redirect("exemptions:write_tool", pk=tool.pk)
    messages.success(request, _("신청했습니다. 접수번호는 %(receipt)s입니다.") % {"receipt": tool.receipt})
    return redirect("exemptions:tool", pk=tool.pk)


def _stored(tool: Tool, form: ApplicationForm, outcome: Outcome | None) -> list[tuple[Any, str]]:
    """What is stored beside what was typed, field by field where they differ, when the tab was stale."""
    if outcome is None or not outcome.is_stale:
        return []
    kept, names = stored_in(tool), ("title_public", *KEPT)
    return [(form[name].label, kept[name]) for name in names if kept[name] != form.cleaned_data[name]]
