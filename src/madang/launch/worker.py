"""The background worker: runs what acts have enqueued, and once a minute what is due by the clock.

A database that is away does not end it: it waits and goes on by itself.
"""

import logging
import time

import django
from django.core.management import call_command, get_commands
from django.db import InterfaceError, OperationalError, close_old_connections

IDLE_SECONDS, AWAY_SECONDS, SCHEDULE_SECONDS = 1, 3, 60
#: a management command of the portal that does what is due by the clock of the database
SCHEDULE = "run_schedule"
log = logging.getLogger("madang.worker")


def work() -> int:
    """Work until a signal ends the process."""
    django.setup()
    due = 0.0
    while True:
        try:
            due = _round(due)
        except (OperationalError, InterfaceError):
            log.warning("the database is away; trying again in %s s", AWAY_SECONDS)
            time.sleep(AWAY_SECONDS)
            close_old_connections()
        time.sleep(IDLE_SECONDS)


def _round(due: float) -> float:
    """Empty the queue, then the schedule when its minute has come; return when the schedule is due next."""
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0, reload=False)
    if time.monotonic() < due or SCHEDULE not in get_commands():
        return due
    call_command(SCHEDULE, verbosity=0)
    return time.monotonic() + SCHEDULE_SECONDS
