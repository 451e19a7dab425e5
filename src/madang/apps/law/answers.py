"""An answer of the calculator as the page shows it: the day, the sum, the marks of what is not certain, the take-aways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.law.strip import Strip, strip_of
from madang.apps.law.wording import sentence_for_a_document, short_citation
from madang.core.ui.texts import text
from madang.kernel.clocks.holidays import national_table
from madang.kernel.statutes.addresses import address_of
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.reckoning import Reckoned
from madang.kernel.statutes.telling import counted_how, notes_beside
from madang.kernel.words import Words


@dataclass(frozen=True)
class SumLine:
    """One step of the sum with its article, or marked as an interpretation."""

    words: Words
    citation: str
    href: str
    is_interpretation: bool


@dataclass(frozen=True)
class Shown:
    """What the page shows of an answer; ``strip`` is None when the answer is a range."""

    due: DueDate
    latest: DueDate
    is_exact: bool
    distance: str
    mode: str
    lines: Sequence[SumLine]
    notes: Sequence[str]
    strip: Strip | None
    sentence: str
    address: str
    file: str


def shown(found: Reckoned, today: date, *, address: str, file: str) -> Shown:
    """Put together what the page shows."""
    due, table = found.earliest, national_table()
    if due.known_on:
        table = table.as_known_on(due.known_on)
    return Shown(
        due=due,
        latest=found.latest,
        is_exact=found.is_exact,
        distance=_distance(due.due_on, today) if found.is_exact else "",
        mode=text(counted_how(due)),
        lines=_lines(found),
        notes=[text(note) for note in notes_beside(due)],
        strip=strip_of(due, table, in_days=_is_in_days(found)) if found.question.start.is_exact else None,
        sentence=sentence_for_a_document(found) if found.is_exact else "",
        address=address,
        file=file,
    )


def _lines(found: Reckoned) -> list[SumLine]:
    """The steps; an article that the step before has already named is not repeated."""
    lines: list[SumLine] = []
    before: Citation | None = None
    for step in found.earliest.steps:
        citation = step.citation
        named = citation is not None and citation != before
        lines.append(
            SumLine(
                step.words,
                short_citation(citation) if citation and named else "",
                address_of(citation) if citation and named else "",
                citation is None,
            )
        )
        before = citation
    return lines


def _is_in_days(found: Reckoned) -> bool:
    return all(number.unit == "days" for number in parameter_editions(found.question.clock.parameter))


def _distance(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days == 0:
        return _("오늘까지")
    if days > 0:
        return ngettext("오늘부터 %(days)d일 남음", "오늘부터 %(days)d일 남음", days) % {"days": days}
    return ngettext("%(days)d일 지난 날", "%(days)d일 지난 날", -days) % {"days": -days}
