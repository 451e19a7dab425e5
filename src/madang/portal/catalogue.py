"""Brings every app's acts, listeners and jobs into their registries, for the doors that are made from them."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import walk_packages

APPS = ("accounts", "law", "firms", "zones", "selection", "exemptions", "demonstrations", "measures")


def load() -> None:
    """Import the acts (those of the demo too), listeners and jobs of every app; importing is what enters them."""
    for app in APPS:
        for part in ("acts", "demo", "listeners", "jobs"):
            _import(f"madang.apps.{app}.{part}")


def _import(name: str) -> None:
    if find_spec(name) is None:
        return
    module = import_module(name)
    for found in walk_packages(getattr(module, "__path__", ()), f"{name}."):
        import_module(found.name)
