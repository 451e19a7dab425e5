"""Korean time: an instant has its day, and an office its hours, by the clock of Seoul."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


def seoul_time(moment: datetime) -> datetime:
    """The instant as a clock in Seoul shows it, without zone; an instant without zone is one already.

    >>> seoul_time(datetime.fromisoformat("2026-09-24T16:30+00:00"))
    datetime.datetime(2026, 9, 25, 1, 30)
    """
    return moment.astimezone(SEOUL).replace(tzinfo=None) if moment.tzinfo else moment


def in_zone_of(local: datetime, moment: datetime) -> datetime:
    """A time on a clock in Seoul, written in the zone of another instant; without zone when that has none."""
    return local.replace(tzinfo=SEOUL).astimezone(moment.tzinfo) if moment.tzinfo else local


def day_of(start: date | datetime) -> date:
    """The day of a start: of an instant, its day in Seoul."""
    return seoul_time(start).date() if isinstance(start, datetime) else start
