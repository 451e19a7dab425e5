"""Addresses of calls."""

from django.urls import path

from madang.apps.selection.views import call_forms, calls

urlpatterns = [
    path("calls/", calls.call_list, name="calls"),
    path("calls/new/", call_forms.new_call, name="new_call"),
    path("calls/<slug:slug>/", calls.call_page, name="call"),
    path("calls/<slug:slug>/edit/", call_forms.edit_call, name="edit_call"),
    path("calls/<slug:slug>/rule/", call_forms.edit_rule, name="edit_rule"),
    path("calls/<slug:slug>/announce/", call_forms.announce, name="announce_call"),
    path("calls/<slug:slug>/cancel/", call_forms.cancel, name="cancel_call"),
]
