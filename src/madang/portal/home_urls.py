"""Addresses of the home page, the desk and the zone page, which are composed from several apps."""

from django.urls import path

from madang.portal import desk, home, zone_page

urlpatterns = [
    path("", home.home, name="home"),
    path("desk/", desk.desk, name="desk"),
    path("zones/<slug:slug>/", zone_page.zone, name="zone"),
]
