"""Addresses of a firm's own file."""

from django.urls import path

from madang.apps.firms.views import file, parts

app_name = "firms"
urlpatterns = [
    path("firm/", file.company_file, name="file"),
    path("firm/data/", parts.data, name="data"),
    path("firm/people/new/", parts.add_person, name="add_person"),
    path("firm/people/<uuid:pk>/remove/", parts.remove_person, name="remove_person"),
    path("firm/certificates/new/", parts.add_certificate, name="add_certificate"),
    path("firm/certificates/<uuid:pk>/set-aside/", parts.set_aside, name="set_aside"),
    path("firm/reports/new/", parts.add_report, name="add_report"),
    path("firm/papers/<uuid:pk>/", file.paper, name="paper"),
    path("firm/editions/<int:number>/", file.edition, name="edition"),
]
