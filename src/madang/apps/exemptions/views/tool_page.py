"""The page of a tool: for whoever has a part in it everything, for everybody what was granted."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.queries.tools import public_tools, tools_visible_to
from madang.apps.exemptions.views import life_parts, tool_parts
from madang.apps.exemptions.views.tool_facts import facts_of, waits_at
from madang.apps.exemptions.views.tool_frame import frame
from madang.apps.exemptions.views.tool_shapes import Reading, SectionMaker
from madang.apps.exemptions.views.tool_steps import offers
from madang.core.doors import actor_of, korean_day

#: the parts of the page in their order
SECTIONS: tuple[SectionMaker, ...] = (
    *life_parts.FIRST, *tool_parts.SECTIONS, *life_parts.SECTIONS, *tool_parts.ENDING,
)  # fmt: skip


@require_safe
def tool_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a tool: where it stands, what the reader can do, and each part that there is something to show of."""
    reading = reading_of(request, pk)
    if reading.tool.state == "drafting":
        return redirect("exemptions:write_tool", pk=pk)
    made = (make(reading) for make in SECTIONS)
    context = {
        **frame(reading.actor, reading.tool), "today": reading.today, "has_part": reading.has_part,
        "offers": offers(reading.actor, reading.tool) if reading.has_part else [],
        "facts": facts_of(reading), "waits_at": waits_at(reading),
        "sections": [section for section in made if section is not None],
    }  # fmt: skip
    return render(request, "exemptions/tools/page.html", context)


def reading_of(request: HttpRequest, pk: UUID) -> Reading:
    """Return the tool as the reader may see it, whole or in public; any other does not exist for them."""
    actor = actor_of(request)
    own = tools_visible_to(actor).filter(pk=pk).first()
    row: Tool | None = own or public_tools().filter(pk=pk).first()
    if row is None:
        raise Http404
    return Reading(request, actor, row, korean_day(request), own is not None)
