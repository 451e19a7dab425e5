"""Root addresses: Korean unprefixed, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from madang.portal import catalogue
from madang.portal.api.router import open_acts


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive; the database is asked by /readyz."""
    return HttpResponse("ok", content_type="text/plain")


catalogue.load()

urlpatterns = [
    path("api/v1/", open_acts().urls),
    path("healthz", healthz, name="healthz"),
    *i18n_patterns(
        path("", include("madang.portal.pages")),
        prefix_default_language=False,
    ),
]

handler400 = "madang.portal.errors.bad_request"
handler403 = "madang.portal.errors.refused"
handler404 = "madang.portal.errors.missing"
handler500 = "madang.portal.errors.broken"
