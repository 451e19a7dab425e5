"""Addresses of the register."""

from django.urls import path

from madang.apps.zones import views

urlpatterns = [
    path("zones/", views.zones, name="zones"),
    path("zones/others/<slug:slug>/", views.other_zone, name="other_zone"),
]
