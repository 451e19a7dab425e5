"""Do what is due by the clock: every job of every app, one after the other; the worker asks once a minute."""

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError

from madang.core import clock
from madang.core.schedule import jobs
from madang.portal import catalogue

log = logging.getLogger("madang.schedule")


class Command(BaseCommand):
    """The management command."""

    help = "Do what is due by the clock."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the jobs. One that fails is named in the log and does not keep the others from their turn."""
        catalogue.load()
        now = clock.now()
        for name, job in jobs().items():
            try:
                job(now)
            except (OperationalError, InterfaceError):
                raise
            except Exception:
                log.exception("the job %s failed", name)
