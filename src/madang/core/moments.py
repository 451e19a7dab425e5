"""When something happened: an instant for live acts, a partial date for the published record."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from madang.kernel.partial_dates import PartialDate

SEOUL = ZoneInfo("Asia/Seoul")

Moment = datetime | PartialDate
#: years that can be meant; what lies outside is a slip of the pen, and near its ends cannot be read back in Korean time
YEARS = range(1900, 2201)


def instant_of(moment: Moment) -> datetime | None:
    """Return the earliest instant that a moment can mean, for ordering; None when the date is unknown."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment.first, time.min, SEOUL) if moment.first else None


def text_of(moment: Moment) -> str:
    """Return the moment as it is kept: ISO with zone, or the partial date as published ("" when unknown)."""
    return moment.astimezone(SEOUL).isoformat() if isinstance(moment, datetime) else moment.text


def day_of(moment: Moment) -> date | PartialDate:
    """Return the Korean day of an instant, the exact day of a full date, or the partial date itself."""
    if isinstance(moment, datetime):
        return moment.astimezone(SEOUL).date()
    return moment.first if moment.is_exact and moment.first else moment


def exact_day(moment: Moment) -> date | None:
    """Return the Korean day when it is known to the day, else None."""
    day = day_of(moment)
    return day if isinstance(day, date) else None
