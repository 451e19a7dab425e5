"""Lines of the radar: what kind of choice comes next for a tool, on which day, and which clock counted it."""

from datetime import date

import pytest

from madang.kernel.procedures.outlook import Standing
from madang.kernel.procedures.radar import KIND_WORDS, Beside, entry

TODAY = date(2026, 5, 4)
GRANTED, ENDS, ZONE = date(2025, 1, 2), date(2027, 1, 1), date(2028, 12, 31)
RECORD = Beside(is_record=True)


def tool(
    state: str = "running", kind: str = "exemption", ends: date | None = ENDS, **more: object
) -> Standing:
    """A tool in a zone whose end is known."""
    return Standing(kind, state, GRANTED, ends, **{"zone_ends_on": ZONE} | more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("standing", "beside", "expected"),
    [
        (tool(), Beside(), ("ask", date(2026, 11, 1), "EX-16")),
        (tool("active", "interim_permit"), Beside(), ("ask", date(2026, 11, 1), "IP-08")),
        (tool("extended", extensions_used=1), Beside(), ("ask", date(2026, 11, 1), "EX-27")),
        (tool("extended", "interim_permit", extensions_used=1), Beside(), ("end", ENDS, "")),
        (tool(ends=date(2026, 6, 30)), Beside(), ("end", date(2026, 6, 30), "")),
        (tool("expired", ends=date(2026, 4, 20)), Beside(), ("report", date(2026, 5, 20), "EX-25")),
        (tool("expired", ends=date(2026, 4, 20)), RECORD, ("", None, "")),
        (tool(), Beside(extension_asked=True), ("decide", ENDS, "")),
        (tool(), Beside(cover_ends_on=date(2026, 10, 31)), ("cover", date(2026, 10, 31), "")),
        (tool(), Beside(cover_ends_on=date(2026, 11, 2)), ("ask", date(2026, 11, 1), "EX-16")),
        (tool(), Beside(cover_ends_on=ENDS), ("ask", date(2026, 11, 1), "EX-16")),
        (tool("continuing", ends=None), Beside(), ("law", ZONE, "")),
        (tool("deemed", "interim_permit", ends=None), Beside(), ("law", None, "")),
        (tool("deemed", "interim_permit", ends=None, law_revised=True), Beside(), ("permit", None, "")),
        (tool(ends=None), Beside(), ("unknown", None, "")),
        (tool("reported", ends=None), RECORD, ("unknown", None, "")),
        (tool("extended", ends=date(2023, 12, 5)), RECORD, ("unknown", None, "")),
        (tool("running", "interim_permit"), RECORD, ("ask", date(2026, 11, 1), "IP-08")),
        (tool("reported", ends=None), Beside(), ("", None, "")),
        (tool("closed"), Beside(), ("", None, "")),
        (tool("in_review", ends=None), Beside(), ("", None, "")),
    ],
)
def test_a_tool_in_force_shows_the_choice_that_its_next_day_forces(standing, beside, expected):
    line = entry(standing, beside, TODAY)
    assert (line.kind, line.next_on, line.clock) == expected
    assert bool(line.choices) is bool(line.kind)
    assert not line.kind or line.kind in KIND_WORDS
