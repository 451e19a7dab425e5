"""Addresses of the exemptions."""

from django.urls import URLPattern

app_name = "exemptions"
urlpatterns: list[URLPattern] = []
