"""Kept pages end with the event: each topic has a number that the act raises in its own transaction."""

from collections.abc import Iterable

from django.db import connection

from madang.core.audit.events import kind_of
from madang.core.audit.models import Event


def end(events: Iterable[Event]) -> None:
    """Raise the number of every topic that these events touch, at the very end of the act."""
    raise_topics({topic for event in events for topic in kind_of(event.name).topics})


def raise_topics(topics: Iterable[str]) -> None:
    """Raise the numbers of topics, in a fixed order so that two acts never wait for each other in a ring."""
    wanted = sorted(topics)
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_epoch (topic, number) SELECT topic, 1 FROM unnest(%s::text[]) AS topic ORDER BY topic"
            " ON CONFLICT (topic) DO UPDATE SET number = core_epoch.number + 1",
            [wanted],
        )


def now() -> tuple[dict[str, int], float]:
    """Return the number of every topic and the seconds since the epoch by the database's clock, in one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT topic, number, extract(epoch FROM clock_timestamp()) FROM core_epoch")
        rows = cursor.fetchall()
    return {topic: number for topic, number, _ in rows}, float(rows[0][2]) if rows else 0.0
