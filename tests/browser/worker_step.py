"""One look of the worker at what is due by the clock, beside a served system and on its database."""

from django.core.management import call_command


def main() -> None:
    """Run the schedule once."""
    call_command("run_schedule")
