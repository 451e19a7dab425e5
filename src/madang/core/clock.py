"""The clock of the database, read by doors only. In demo mode it can be set forward or back to try a whole procedure.

Whoever reads the clock learns with it whether the calendar of holidays has changed.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from madang.core import calendar
from madang.core.epochs import raise_topics

#: the row of the epoch table that keeps the demo clock's offset, in seconds
OFFSET = "demo-clock-offset"


def now() -> datetime:
    """Return the instant by the database's clock, aware; in demo mode moved by the demo offset."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT clock_timestamp(), (SELECT number FROM core_epoch WHERE topic = %s),"
            " (SELECT number FROM core_epoch WHERE topic = %s)",
            [OFFSET, calendar.TOPIC],
        )
        instant, offset, days = cursor.fetchone()
    calendar.ensure(days or 0)
    return moved(instant, offset)


def real_now() -> datetime:
    """Return the instant by the database's clock, never moved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def moved(instant: datetime, offset: int | None) -> datetime:
    """Return the instant with the demo offset applied when, and only when, this is a demo."""
    return instant + timedelta(seconds=offset) if settings.DEMO and offset else instant


def set_demo(offset: timedelta) -> None:
    """Set the demo clock. Raises RuntimeError outside demo mode."""
    if not settings.DEMO:
        raise RuntimeError("the clock can be moved in demo mode only")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_epoch (topic, number) VALUES (%s, %s)"
            " ON CONFLICT (topic) DO UPDATE SET number = excluded.number",
            [OFFSET, int(offset.total_seconds())],
        )
    raise_topics(["clock"])
