"""Addresses of selection: each procedure lists its own pages in a module of its own."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

app_name = "selection"
PARTS = ("calls", "plans", "evaluation", "designation", "committees")


def _pages(part: str) -> list[URLPattern | URLResolver]:
    module = f"madang.apps.selection.urls_{part}"
    return list(import_module(module).urlpatterns) if find_spec(module) else []


urlpatterns = [page for part in PARTS for page in _pages(part)]
