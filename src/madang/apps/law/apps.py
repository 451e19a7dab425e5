"""The app when it is ready: each process reads recorded days off into its calendar and links deadlines to the law."""

from django.apps import AppConfig

from madang.core import calendar
from madang.core.ui.deadline_links import lead_deadlines_by


class LawConfig(AppConfig):
    """The law."""

    name = "madang.apps.law"

    def ready(self) -> None:
        """Name the reader of the recorded days, and where deadlines on all pages lead."""
        from madang.apps.law.deadline_links import links_to_the_law  # noqa: PLC0415 -- forms need loaded apps
        from madang.apps.law.queries import days_in_force  # noqa: PLC0415 -- models cannot be imported earlier

        calendar.read_days_with(days_in_force)
        lead_deadlines_by(links_to_the_law)
