"""Addresses of this app."""

from django.urls.resolvers import URLPattern

app_name = "demonstrations"
urlpatterns: list[URLPattern] = []
