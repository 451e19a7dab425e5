"""A due date as a calendar file (RFC 5545): one entry for the day, or for the instant of clocks that count hours."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vText

from madang.core.ui.texts import in_english, text
from madang.kernel.statutes.due_record import DueDate

PRODUCT = "-//Madang//Deadlines//KO"


def calendar_file(due: DueDate, *, title: str, address: str, at: datetime) -> bytes:
    """Return the file: the sentence as its text, the sum below it, and the address that reproduces it.

    The same question gives the same entry, so that taking it twice does not put it into a calendar twice.
    """
    entry = Event()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, address)}@madang")
    entry.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    entry.add("dtstart", due.due_at.astimezone(UTC) if due.due_at else due.due_on)
    entry["summary"] = vText(title, params={"LANGUAGE": "en" if in_english() else "ko"})
    entry.add("description", "\n".join([text(due.sentence), text(due.citation), *_sum(due), address]))
    entry.add("url", address)
    entry.add("transp", "TRANSPARENT")
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add_component(entry)
    return bytes(whole.to_ical())


def _sum(due: DueDate) -> list[str]:
    return [f"{number}. {text(step.words)}" for number, step in enumerate(due.steps, 1)]
