"""Kept pages end with the event: each topic has a number that the act raises in its own transaction."""

from collections.abc import Iterable

from django.db import connection

from madang.core.audit.writing import END_TOPICS


def raise_topics(topics: Iterable[str]) -> None:
    """Raise the numbers of topics when something happened that is no event of an act."""
    with connection.cursor() as cursor:
        cursor.execute(END_TOPICS, [sorted(topics)])


def now() -> tuple[dict[str, int], float]:
    """Return the number of every topic and the seconds since the epoch by the database's clock, in one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT topic, number, extract(epoch FROM clock_timestamp()) FROM core_epoch")
        rows = cursor.fetchall()
    return {topic: number for topic, number, _ in rows}, float(rows[0][2]) if rows else 0.0
