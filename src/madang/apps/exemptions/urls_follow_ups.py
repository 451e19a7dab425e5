"""Addresses of the follow-up sessions."""

from django.urls import path

from madang.apps.exemptions.views import follow_up_steps, follow_ups

urlpatterns = [
    path("follow-ups/", follow_ups.follow_up_list, name="follow_ups"),
    path("follow-ups/new/", follow_up_steps.new_follow_up, name="new_follow_up"),
    path("follow-ups/<slug:day>/", follow_ups.follow_up_page, name="follow_up"),
    path("follow-ups/<slug:day>/<slug:key>/", follow_up_steps.follow_up_step, name="follow_up_step"),
]
