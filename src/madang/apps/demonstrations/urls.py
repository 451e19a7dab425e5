"""Addresses of the demonstrations: the overview, safety, zones, projects, tracks, partners, and one door for every step."""

from django.urls import path

from madang.apps.demonstrations.views import offered, projects, safety, tracks, zones

app_name = "demonstrations"
urlpatterns = [
    path("partners/", tracks.partner_list, name="partners"),
    path("demonstrations/", zones.overview, name="overview"),
    path("demonstrations/zones/<slug:slug>/", zones.zone_page, name="zone"),
    path("demonstrations/projects/<uuid:pk>/", projects.project_page, name="project"),
    path("demonstrations/tracks/<uuid:pk>/", tracks.track_page, name="track"),
    path("demonstrations/files/<uuid:pk>/", tracks.demonstration_file, name="file"),
    path("safety/", safety.safety_list, name="safety"),
    path("safety/incidents/<uuid:pk>/", safety.incident_page, name="incident"),
    path("safety/inspections/<uuid:pk>/", safety.inspection_page, name="inspection"),
    path("safety/claims/<uuid:pk>/", safety.claim_page, name="claim"),
    path("safety/files/<uuid:pk>/", safety.safety_file, name="safety_file"),
    path("demonstrations/<slug:kind>/<uuid:pk>/<slug:key>/", offered.door, name="step"),
]
