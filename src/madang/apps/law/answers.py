"""An answer of the calculator as the page shows it: the day, the sum, the marks of what is not certain, the take-aways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.law.reckoning import Reckoned
from madang.apps.law.strip import Strip, strip_of
from madang.apps.law.wording import counted_how, sentence_for_a_document, short_citation
from madang.core.ui.texts import text
from madang.kernel.clocks.holidays import national_table
from madang.kernel.statutes.addresses import address_of
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.registry import rule_ids, rule_info
from madang.kernel.statutes.standing import notes_on
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
        mode=counted_how(found.question.clock, due),
        lines=_lines(found),
        notes=_notes(found),
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


def _notes(found: Reckoned) -> list[str]:
    """What in this answer is not written in the law, or was not read in it."""
    due, clock = found.earliest, found.question.clock
    sureness = {number.confidence for number in parameter_editions(clock.parameter)}
    told = {
        due.mode == "CAL-G": _("‘며칠 전까지’를 세는 방법은 법에 적혀 있지 않아 관행에 따라 세었습니다."),
        bool(due.pauses): _(
            "보완 기간의 첫날과 끝날을 세는지는 이 법에 정함이 없어 고른 방법에 따라 세었습니다."
        ),
        "inference" in sureness: _("기간의 길이는 법의 문언에서 이끌어 낸 해석입니다."),
        "S" in sureness: _("기간의 길이는 법령 원문이 아닌 자료에서 확인하였습니다."),
    }
    return [*(words for holds, words in told.items() if holds), *map(text, _texts_not_seen(due))]


def _texts_not_seen(due: DueDate) -> tuple[Words, ...]:
    """What must be said of the texts on the day that chooses the version: those later, or never, seen."""
    rule_id = due.rule_id.partition(".")[0]
    if rule_id not in rule_ids():
        return ()
    info = rule_info(rule_id)
    if info.provisions[0].first_on > due.version_on:
        return ()
    return notes_on(info.standing_on(due.version_on), due.version_on, None)
