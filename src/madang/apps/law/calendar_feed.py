"""The days off of a year as a calendar file (RFC 5545): one whole-day entry each."""

from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from madang.core.ui.texts import text
from madang.kernel.clocks.holidays import Holiday, HolidayTable

PRODUCT = "-//Madang//Holidays//KO"


def year_feed(table: HolidayTable, year: int) -> bytes:
    """Return the file; the same day gives the same entry, and an unchanged table the same bytes."""
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    for holiday in table:
        if holiday.on.year == year:
            whole.add_component(_entry(holiday))
    return bytes(whole.to_ical())


def _entry(holiday: Holiday) -> Event:
    entry = Event()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, f'holiday {holiday.on} {holiday.name.ko}')}@madang")
    # when the entry was made is not known; the day itself stands for it, so that the file does not change by the hour
    entry.add("dtstamp", datetime.combine(holiday.decided_on or holiday.on, time.min, UTC))
    entry.add("dtstart", holiday.on)
    entry.add("dtend", holiday.on + timedelta(days=1))
    entry.add("summary", text(holiday.name))
    entry.add("description", holiday.source)
    entry.add("transp", "TRANSPARENT")
    return entry
