"""The calendar in force: the kernel's own table of holidays and the days off that officials have recorded since.

Every process keeps the table in memory. The database keeps a number that each act on the calendar raises; whoever
reads the number hands it to ``ensure``, and an act that counts a statutory clock asks ``hold``.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import connection

from madang.kernel.clocks.holidays import Holiday, HolidayTable, national_table, shipped_table, use_table

#: the row of the epoch table that keeps the calendar's number, and the topic of pages that show the calendar
TOPIC = "holidays"
Reader = Callable[[], Iterable[Holiday]]


@dataclass
class _Kept:
    """What this process stands on: which number its table was read at, and who reads the recorded days."""

    number: int = 0
    read: Reader = tuple
    lock: threading.Lock = field(default_factory=threading.Lock)


_kept = _Kept()


def read_days_with(reader: Reader) -> None:
    """Name the function that reads the recorded days; the app that keeps them does so when it is ready."""
    _kept.read = reader


def ensure(number: int) -> HolidayTable:
    """Put the table of this calendar number in force in this process and return it; a number known already costs nothing."""
    with _kept.lock:
        if number != _kept.number:
            days = list(_kept.read())
            use_table(shipped_table().with_entries(days) if days else None)
            _kept.number = number
        return national_table()


def hold() -> HolidayTable:
    """Return the table by which an act counts. Until that act has ended nobody changes the calendar.

    An act on the calendar waits for the acts that count and then finds what they counted; an act that counts waits for
    it and then counts with the new table. Works only inside a transaction.
    """
    return ensure(_locked("SHARE"))


def hold_alone() -> HolidayTable:
    """Return the table as it stands before the act that is about to change it; acts that count wait for its end."""
    return ensure(_locked("NO KEY UPDATE"))


def refresh() -> HolidayTable:
    """Read the number and put its table in force: for doors that read neither the clock nor the topics."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(number), 0) FROM core_epoch WHERE topic = %s", [TOPIC])
        return ensure(cursor.fetchone()[0])


def number() -> int:
    """Return the number at which this process has read its table."""
    return _kept.number


def forget() -> None:
    """Go back to the shipped table, as a new process begins; scratch databases and tests do."""
    with _kept.lock:
        use_table(None)
        _kept.number = 0


def _locked(strength: str) -> int:
    """Lock the calendar's row, which the first one to come makes, and return its number."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute(f"SELECT number FROM core_epoch WHERE topic = %s FOR {strength}", [TOPIC])
            row = cursor.fetchone()
            if row is not None:
                return int(row[0])
            cursor.execute(
                "INSERT INTO core_epoch (topic, number) VALUES (%s, 0) ON CONFLICT DO NOTHING", [TOPIC]
            )
