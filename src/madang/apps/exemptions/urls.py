"""Addresses of the exemptions: the rapid confirmation, and with each other topic a list of its own."""

from django.urls import include, path

from madang.apps.exemptions import urls_applications, urls_follow_ups, urls_radar
from madang.apps.exemptions.views import asking, pages, steps

app_name = "exemptions"
urlpatterns = [
    path("", include("madang.apps.exemptions.urls_menu")),
    path("confirmations/", pages.confirmation_list, name="confirmations"),
    path("confirmations/new/", asking.new_confirmation, name="new_confirmation"),
    path("confirmations/<uuid:pk>/", asking.confirmation_page, name="confirmation"),
    path("confirmations/<uuid:pk>/files/<uuid:file>/", pages.confirmation_file, name="confirmation_file"),
    path(
        "confirmations/<uuid:pk>/replies/<uuid:reply>/<slug:key>/",
        steps.reply_step,
        name="confirmation_reply_step",
    ),
    path("confirmations/<uuid:pk>/<slug:key>/", steps.confirmation_step, name="confirmation_step"),
    *urls_applications.urlpatterns,
    *urls_radar.urlpatterns,
    *urls_follow_ups.urlpatterns,
]
