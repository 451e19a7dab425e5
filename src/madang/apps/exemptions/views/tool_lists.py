"""The list of exemptions and permits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from madang.apps.exemptions.views.tool_frame import crumbs


@require_safe
def tool_list(request: HttpRequest) -> HttpResponse:
    """Show the tools."""
    return render(request, "exemptions/tools/list.html", {"crumbs": crumbs()})
