"""The app when it is ready: every process reads the recorded days off into its calendar."""

from django.apps import AppConfig

from madang.core import calendar


class LawConfig(AppConfig):
    """The law."""

    name = "madang.apps.law"

    def ready(self) -> None:
        """Name the reader of the recorded days."""
        from madang.apps.law.queries import days_in_force  # noqa: PLC0415 -- models cannot be imported earlier

        calendar.read_days_with(days_in_force)
