"""The pages of the house, by app."""

from importlib.util import find_spec

from django.urls import include, path

#: apps in the order in which their addresses are tried
URLS = (
    "madang.portal.home_urls",
    "madang.apps.zones.urls",
    "madang.apps.selection.urls",
    "madang.apps.exemptions.urls",
    "madang.apps.demonstrations.urls",
    "madang.apps.firms.urls",
    "madang.apps.measures.urls",
    "madang.apps.law.urls",
    "madang.apps.accounts.urls",
    "madang.core.ui.urls",
)
urlpatterns = [path("", include(name)) for name in URLS if find_spec(name)]
