"""Load the national record into the running database, once: the first start does it, later starts see that it is there."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from madang.core.epochs import raise_topics
from madang.core.models import Epoch
from madang.history import demo
from madang.history.doing import counting
from madang.history.replay import replay
from madang.kernel.words import Words

#: the topic that stands once the record has been loaded to its end
LOADED = "record-loaded"


class Command(BaseCommand):
    """The management command."""

    help = "Replay the national record through the acts, unless it is loaded already."

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay unless it was done to the end; in demo mode seat the placeholder people too."""
        if Epoch.objects.filter(topic=LOADED).exists():
            return
        with counting(keyed=True):
            replay(self._say if options["verbosity"] else _silent)
        if settings.DEMO:
            demo.seat_everybody()
        raise_topics([LOADED])

    def _say(self, words: Words) -> None:
        self.stdout.write(words.ko)


def _silent(words: Words) -> None:
    pass
