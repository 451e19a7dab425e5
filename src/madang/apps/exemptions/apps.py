"""The app when it is ready: the radar's lines follow the tools, in every process that moves one."""

from importlib import import_module

from django.apps import AppConfig


class ExemptionsConfig(AppConfig):
    """The exemptions."""

    name = "madang.apps.exemptions"

    def ready(self) -> None:
        """Enter what follows the moves of a tool, a request and a law; it needs loaded models."""
        import_module("madang.apps.exemptions.acts.outlooks")
