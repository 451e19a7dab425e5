"""What is drawn of a tool, in days: terms and extensions, what law puts in their place, what may follow, what nobody knows.

Nothing is guessed: a date known to the month is drawn as its month, an unknown end as an open piece of fixed length.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from madang.apps.exemptions.models import ToolTerm
from madang.apps.exemptions.queries.gantt import Charted, Term
from madang.kernel.partial_dates import PartialDate

#: pieces that are drawn as bars, by the kind of the term
TERM, EXTENDED, BY_LAW = "term", "extended", "by-law"
#: a range in which a day lies; an end or a start that nobody knows; how far an extension may reach
RANGE, OPEN_END, OPEN_START, MAY = "range", "open-end", "open-start", "may"
_BARS = {
    ToolTerm.GRANTED: TERM,
    ToolTerm.EXTENDED: EXTENDED,
    ToolTerm.CONTINUED: BY_LAW,
    ToolTerm.DEEMED: BY_LAW,
}
WARNING_DAYS = 90
_DAY = timedelta(days=1)


class Piece(NamedTuple):
    """A piece of a row from a first to a last day, both included; open pieces have one of them alone."""

    kind: str
    first: date
    last: date


def pieces_of(tool: Charted, today: date) -> list[Piece]:
    """All pieces of a tool, from left to right."""
    terms = [_since_the_grant(term, tool.granted) for term in tool.terms[:1]] + list(tool.terms[1:])
    found = [piece for term in terms for piece in _of_term(term, today)]
    if not found and tool.granted.first and tool.granted.last:
        found = [*_range(tool.granted), Piece(OPEN_END, tool.granted.last, tool.granted.last)]
    row = tool.row
    if row.latest_end and row.ends_on and row.latest_end > row.ends_on:
        found.append(Piece(MAY, row.ends_on + _DAY, row.latest_end))
    return found


def warned_from(tool: Charted) -> date | None:
    """The day from which the end of a tool is near, where that is known."""
    return tool.row.legal_end - timedelta(days=WARNING_DAYS) if tool.row.legal_end else None


def is_near(tool: Charted, today: date) -> bool:
    """Whether the end comes within the days of the warning."""
    since = warned_from(tool)
    return since is not None and tool.row.legal_end is not None and since <= today <= tool.row.legal_end


def days_of(pieces: Sequence[Piece]) -> Iterator[date]:
    """First and last days, to find how long the axis must be."""
    for piece in pieces:
        yield from (piece.first, piece.last)


def _since_the_grant(term: Term, granted: PartialDate) -> Term:
    """A first term that began nobody knows when: after its grant and before its end, which is a range like any other."""
    first, last = granted.first, _before(term.ends)
    if term.starts.is_known or first is None or last is None or first >= last:
        return term
    return term._replace(starts=PartialDate("", first, last))


def _of_term(term: Term, today: date) -> Iterator[Piece]:
    kind = _BARS.get(term.kind, TERM)
    yield from _range(term.starts) if not term.starts.is_exact else ()
    yield from _range(term.ends) if not term.ends.is_exact else ()
    first = _after(term.starts)
    last = _before(term.ends)
    if first and last and first <= last:
        yield Piece(kind, first, last)
    elif first and not term.ends.is_known:
        yield from _goes_on(kind, first, today)
    elif last and not term.starts.is_known:
        yield Piece(OPEN_START, last, last)


def _goes_on(kind: str, first: date, today: date) -> Iterator[Piece]:
    """Without a known end: what the law lets go on is drawn until today and stays open, anything else is only begun."""
    reached = max(first, today)
    if kind == BY_LAW:
        yield Piece(kind, first, reached)
        yield Piece(OPEN_END, reached, reached)
    else:
        yield Piece(OPEN_END, first, first)


def _range(day: PartialDate) -> Iterator[Piece]:
    if day.first and day.last and not day.is_exact:
        yield Piece(RANGE, day.first, day.last)


def _after(day: PartialDate) -> date | None:
    """The first day on which it surely ran."""
    if day.first is None or day.last is None:
        return None
    return day.first if day.is_exact else day.last + _DAY


def _before(day: PartialDate) -> date | None:
    """The last day on which it surely ran."""
    if day.first is None:
        return None
    return day.first if day.is_exact else day.first - _DAY
