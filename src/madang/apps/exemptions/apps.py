"""The app when it is ready: the radar's lines follow the tools, in every process that moves one."""

from django.apps import AppConfig


class ExemptionsConfig(AppConfig):
    """The exemptions."""

    name = "madang.apps.exemptions"

    def ready(self) -> None:
        """Enter what follows the moves of a tool, a request and a law."""
        from madang.apps.exemptions.acts import outlooks  # noqa: F401, PLC0415 -- models need loaded apps
