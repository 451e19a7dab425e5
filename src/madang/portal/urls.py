"""Root addresses: Korean unprefixed, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from madang.portal import catalogue, probes
from madang.portal.api.router import open_acts

catalogue.load()

urlpatterns = [
    path("api/v1/", open_acts().urls),
    path("healthz", probes.healthz, name="healthz"),
    path("readyz", probes.readyz, name="readyz"),
    path("robots.txt", probes.robots, name="robots"),
    path("favicon.ico", probes.favicon, name="favicon"),
    *i18n_patterns(
        path("", include("madang.portal.pages")),
        prefix_default_language=False,
    ),
]

handler400 = "madang.portal.errors.bad_request"
handler403 = "madang.portal.errors.refused"
handler404 = "madang.portal.errors.missing"
handler500 = "madang.portal.errors.broken"
