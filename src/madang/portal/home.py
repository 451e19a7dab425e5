"""The home page: what is open, what is due, the map, what happened last, and where to begin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from madang.core.keeping import keepable


@require_safe
@keepable("zones", "calls")
def home(request: HttpRequest) -> HttpResponse:
    """Show the public face."""
    return render(request, "portal/home.html", {})
