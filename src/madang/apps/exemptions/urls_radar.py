"""Addresses of the radar, of the Gantt chart of the country, and of the laws to be revised."""

from django.urls import path

from madang.apps.exemptions.views import radar, radar_gantt, revision_pages, revision_steps

urlpatterns = [
    path("radar/", radar.radar, name="radar"),
    path("radar/gantt/", radar_gantt.gantt, name="gantt"),
    path("revisions/", revision_pages.revision_list, name="revisions"),
    path("revisions/new/", revision_steps.new_revision, name="new_revision"),
    path("revisions/<slug:slug>/", revision_pages.revision_page, name="revision"),
    path("revisions/<slug:slug>/<slug:key>/", revision_steps.revision_step, name="revision_step"),
]
