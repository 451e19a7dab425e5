"""Load the national record into the running database, once: the first start does it, later starts see that it is there."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from madang.apps.zones.models import Zone
from madang.history import demo
from madang.history.replay import replay
from madang.kernel.words import Words


class Command(BaseCommand):
    """The management command."""

    help = "Replay the national record through the acts, unless it is loaded already."

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay when no zone is in the register; in demo mode seat the placeholder people too."""
        if Zone.objects.exists():
            return
        replay(self._say if options["verbosity"] else _silent)
        if settings.DEMO:
            demo.seat_everybody()

    def _say(self, words: Words) -> None:
        self.stdout.write(words.ko)


def _silent(words: Words) -> None:
    pass
