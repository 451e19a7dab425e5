"""Steps of a tool on the web: which are open to the reader, and the page on which one is taken."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madang.apps.exemptions.models import Condition, Tool, ToolReply, ToolRequest
from madang.apps.exemptions.queries.tools import tools_visible_to
from madang.apps.exemptions.views import application_steps, life_steps
from madang.apps.exemptions.views.tool_frame import frame
from madang.apps.exemptions.views.tool_shapes import CONDITIONS, REPLIES, REQUESTS, TOOL, Offer, ToolStep
from madang.core.authority import Actor, may
from madang.core.case_models import Case
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Link

STEPS = (*life_steps.STEPS, *application_steps.STEPS)
BY_KEY = {(step.on, step.key): step for step in STEPS}
#: the rows that hang on a tool, by the word in their address
ROWS: dict[str, type[ToolReply] | type[Condition] | type[ToolRequest]] = {
    REPLIES: ToolReply,
    CONDITIONS: Condition,
    REQUESTS: ToolRequest,
}


def offers(actor: Actor, tool: Tool) -> list[Offer]:
    """Return what the reader can do now: the steps of the tool itself first, then those of each row that hangs on it."""
    found: list[tuple[ToolStep, Case]] = [(step, tool) for step in STEPS if step.on == TOOL]
    for on in ROWS:
        steps = [step for step in STEPS if step.on == on]
        found += [(step, row) for row in rows_of(tool, on) for step in steps] if steps else []
    return [
        Offer(step, case, address(step, case), about(case))
        for step, case in found
        if step.is_open(case) and may(actor, step.permission, case)
    ]


def rows_of(tool: Tool, on: str) -> Iterable[Any]:
    """The rows of a kind that hang on a tool, each with the tool that is already at hand."""
    rows = ROWS[on]._default_manager.filter(tool=tool).select_related("organisation").order_by("id")
    for row in rows:
        row.tool = tool
        yield row


def about(case: Case) -> Any:
    """What tells a row from its neighbours: the ministry of a reply, the text of a condition, what is asked for."""
    if isinstance(case, ToolReply):
        return case.organisation.words
    if isinstance(case, ToolRequest):
        return case.kind_words
    return str(case) if isinstance(case, Condition) else ""


def address(step: ToolStep, case: Case) -> str:
    """Where the page of a step is."""
    if isinstance(case, Tool):
        return reverse("exemptions:tool_step", args=[case.pk, step.key])
    assert isinstance(case, ToolReply | Condition | ToolRequest)
    return reverse("exemptions:tool_part_step", args=[case.tool_id, step.on, case.pk, step.key])


def visible(request: HttpRequest, pk: UUID) -> Tool:
    """Return a tool in which the reader has a part; any other is answered like one that does not exist."""
    row = tools_visible_to(actor_of(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@require_http_methods(["GET", "HEAD", "POST"])
def tool_step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a tool."""
    tool = visible(request, pk)
    return _take(request, tool, tool, BY_KEY.get((TOOL, key)))


@require_http_methods(["GET", "HEAD", "POST"])
def tool_part_step(request: HttpRequest, pk: UUID, on: str, part: UUID, key: str) -> HttpResponse:
    """Take one step of a row that hangs on a tool."""
    tool = visible(request, pk)
    case = next((row for row in rows_of(tool, on) if row.pk == part), None) if on in ROWS else None
    if case is None:
        raise Http404
    return _take(request, tool, case, BY_KEY.get((on, key)))


def _take(request: HttpRequest, tool: Tool, case: Case, step: ToolStep | None) -> HttpResponse:
    if step is None or (step.only is not None and not step.only(case)):
        raise Http404
    actor = require(request, step.permission, case)
    form = step.form(request.POST or None, request.FILES or None, case=case, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, step.act, **{step.subject: case}, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("exemptions:tool", pk=tool.pk)
        outcome.onto(form)
    elif request.method == "POST" and not form.is_bound:
        return redirect("exemptions:tool", pk=tool.pk)
    case.refresh_from_db()
    context = {
        **frame(actor, tool, Link(step.label)), "step": step, "case": case, "form": form, "once": new_key(),
        "is_open": step.is_open(case), "about": about(case),
    }  # fmt: skip
    return render(request, "exemptions/tools/step.html", context)
