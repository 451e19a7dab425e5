"""An answer as people read it on paper or in a terminal: what was found, why, from what, and by which texts."""

from datetime import date, datetime
from decimal import Decimal

from madang.kernel.clocks.spoken import spoken
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Status, TraceStep
from madang.kernel.statutes.facts import fact_label
from madang.kernel.statutes.plain import Plain
from madang.kernel.words import Words

STATUS_WORDS = {
    Status.SATISFIED: Words("충족", "satisfied"),
    Status.BREACHED: Words("위반", "breached"),
    Status.UNKNOWN: Words("판단 불가", "unknown"),
}
_STATED = Words("진술된 사실", "a fact as stated")
_NO_VERSION = Words("판 미확인", "version not named")
_YES, _NO, _NONE = Words("예", "yes"), Words("아니오", "no"), Words("없음", "none")


def printed(answer: Answer, language: str = "ko") -> tuple[str, ...]:
    r"""The lines of an answer: result, provision, days asked by, trace, missing facts, notes.

    >>> from madang.kernel.statutes.rules import evaluate
    >>> found = evaluate("ZC-01", {"committee_size": 31}, on=date(2020, 1, 2))
    >>> print(*printed(found, "en"), sep="\n")
    ZC-01 breached: 31, above the limit of 30.
      by Regional Special Zones Act, Art. 77(2) (No. 15852, in force 2019-04-17)
      as of Thu 2 January 2020
      - statutory number: 30 persons = 30 [Regional Special Zones Act, Art. 77(2) (No. 15852, in force 2019-04-17); ZC-01]
      - number of members = 31 [a fact as stated]
    """
    status = STATUS_WORDS[answer.status]
    lines = [
        Words(
            f"{answer.rule_id} {status.ko}: {answer.sentence.ko}",
            f"{answer.rule_id} {status.en}: {answer.sentence.en}",
        )
    ]
    lines.append(Words(f"  근거: {answer.citation.words.ko}", f"  by {answer.citation.words.en}"))
    lines += _days(answer)
    lines += [_line(step) for step in answer.trace]
    lines += [_missing(name) for name in answer.missing]
    lines += [Words(f"  ※ {note.ko}", f"  note: {note.en}") for note in answer.notes]
    return tuple(line.in_(language) for line in lines)


def value_words(value: Plain) -> Words:
    """A value as people read it.

    >>> value_words((date(2026, 7, 20), True)).en
    'Mon 20 July 2026, yes'
    """
    if value is None or value == ():
        return _NONE
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, tuple):
        parts = [value_words(part) for part in value]
        return Words(", ".join(part.ko for part in parts), ", ".join(part.en for part in parts))
    if isinstance(value, datetime):
        day = spoken(value.date())
        return Words(f"{day.ko} {value:%H:%M}", f"{day.en} {value:%H:%M}")
    if isinstance(value, date):
        return spoken(value)
    written = format(value, "f") if isinstance(value, Decimal) else str(value)
    return Words(written, written)


def _days(answer: Answer) -> list[Words]:
    if answer.asked is None:
        return []
    on, known = _day_words(answer.asked.on), answer.asked.known_on
    if known is None:
        return [Words(f"  기준일: {on.ko}", f"  as of {on.en}")]
    said = spoken(known)
    return [
        Words(
            f"  기준일: {on.ko}, 알려진 날: {said.ko}까지", f"  as of {on.en}, by what was known on {said.en}"
        )
    ]


def _day_words(on: date | PartialDate) -> Words:
    if isinstance(on, date):
        return spoken(on)
    return Words(on.text or "알 수 없는 날", on.text or "a day not known")


def _line(step: TraceStep) -> Words:
    if step.value is None:
        return Words(f"  - {step.words.ko}", f"  - {step.words.en}")
    value, source = value_words(step.value), _source(step)
    return Words(
        f"  - {step.words.ko} = {value.ko} [{source.ko}]", f"  - {step.words.en} = {value.en} [{source.en}]"
    )


def _source(step: TraceStep) -> Words:
    if step.fact or step.citation is None:
        return _STATED
    cited = step.citation.words
    if not step.citation.version:
        cited = Words(f"{cited.ko} ({_NO_VERSION.ko})", f"{cited.en} ({_NO_VERSION.en})")
    return Words(f"{cited.ko}; {step.rule_id}", f"{cited.en}; {step.rule_id}")


def _missing(name: str) -> Words:
    label = fact_label(name)
    return Words(f"  ? 필요한 사실: {label.ko} ({name})", f"  ? needed: {label.en} ({name})")
