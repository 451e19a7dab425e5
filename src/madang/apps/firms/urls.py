"""Addresses of this app."""

from django.urls.resolvers import URLPattern

app_name = "firms"
urlpatterns: list[URLPattern] = []
