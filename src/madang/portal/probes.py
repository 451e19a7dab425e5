"""Addresses for machines: is the process alive, is the database there, what may robots read, the small picture."""

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

#: pages of offices are behind the sign-in anyway; robots are only spared the way
ROBOTS = """User-agent: *
Disallow: /desk/
Disallow: /en/desk/
Disallow: /look/
Disallow: /en/look/
Disallow: /accounts/
Disallow: /en/accounts/
"""


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive; the database is asked by /readyz."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer that the database is there with its tables; a probe that fails takes the process out of service."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('core_event') IS NOT NULL")
            ready = cursor.fetchone()[0]
    except (OperationalError, InterfaceError):
        connection.close()
        return HttpResponse("no database", status=503, content_type="text/plain")
    if not ready:
        return HttpResponse("no tables", status=503, content_type="text/plain")
    return HttpResponse("ready", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots what is of no use to them."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for the old name to the picture."""
    return redirect(static("madang/icons/madang.svg"))
