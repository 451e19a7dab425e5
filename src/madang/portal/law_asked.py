"""What the command line and the API ask of the law, read from text or JSON and put to the kernel: no database needed.

Both doors give the same names and get the same answers; a refusal is a ``Refusal`` with a sentence in both languages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from itertools import product
from typing import Any

from madang.kernel.clocks.pauses import Pause, PauseCounting
from madang.kernel.korean import josa
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.facts import fact_kind, fact_names
from madang.kernel.statutes.inputs import facts_of, unknown_facts, unread_facts
from madang.kernel.statutes.matters import matters
from madang.kernel.statutes.questions.asked import (
    Asked,
    KnownOnlyRoughly,
    WrongQuestion,
    read_instant,
    read_partial,
    read_pauses,
    wrong,
)
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import evaluate, rule_ids, rule_info
from madang.kernel.words import Words

DUE_NAMES = (
    *("rule", "from", "starts_at_midnight", "on", "known_on"),
    *("pauses", "pause_counting", "extensions"),
)
CHECK_NAMES = ("rule", "facts", "on", "known_on")
Start = PartialDate | datetime
#: most combinations of days tried for days known only roughly
MOST_TRIES = 1000


class NoSuchName(Refusal, LookupError):
    """A rule, clock or subject that does not exist; the sentence names the nearest that do."""


@dataclass(frozen=True, slots=True)
class DueAsked:
    """One question for a due date. ``start`` is a day, perhaps known roughly, or an instant for clocks in hours."""

    rule_id: str
    start: Start
    on: PartialDate | None
    known_on: date | None
    pauses: tuple[Pause, ...]
    pause_counting: PauseCounting
    extensions: int
    starts_at_midnight: bool


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The due date, or the earliest and the latest it may be when a day is known only roughly."""

    asked: DueAsked
    earliest: DueDate
    latest: DueDate

    @property
    def is_exact(self) -> bool:
        return (self.earliest.due_on, self.earliest.due_at) == (self.latest.due_on, self.latest.due_at)


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer of a rule, and the facts that were stated but that it does not read."""

    answer: Answer
    unread: tuple[str, ...]


def reckon(given: Mapping[str, object]) -> Reckoned:
    """Count a due date from the names of DUE_NAMES.

    Raises:
        Refusal: the question cannot be read, or the kernel does not count it.
    """
    asked = due_asked(given)
    found = [
        _due(asked, start, on) for start, on in _tries("from", _starts(asked.start), _days_or_none(asked.on))
    ]
    found.sort(key=lambda due: (due.due_on, due.start))
    return Reckoned(asked, found[0], found[-1])


def due_asked(given: Mapping[str, object]) -> DueAsked:
    """Read a question for a due date."""
    asked = Asked(given)
    asked.only(DUE_NAMES)
    rule_id = known_clock(asked.text("rule"))
    start = _start(asked)
    pauses = asked.pauses(of_record=False)
    return DueAsked(
        rule_id=rule_id,
        start=start,
        on=_partial_or_none(asked, "on"),
        known_on=asked.day_or_none("known_on"),
        pauses=pauses,
        pause_counting=asked.pause_counting(),
        extensions=asked.whole("extensions") if asked.has("extensions") else 0,
        starts_at_midnight=asked.truth_or("starts_at_midnight", False),
    )


def check(given: Mapping[str, object]) -> Checked:
    """Ask a rule from the names of CHECK_NAMES; the values of facts are as ``fact_value`` reads them.

    Raises:
        Refusal: the question cannot be read, or the kernel does not answer it.
    """
    asked = Asked(given)
    asked.only(CHECK_NAMES)
    rule_id = known_rule(asked.text("rule"))
    stated = asked.part("facts").given if asked.has("facts") else {}
    facts = {name: fact_value(rule_id, name, value) for name, value in stated.items() if value is not None}
    on = read_partial("on", asked.value("on"))
    answer = _evaluated(rule_id, facts, on, asked.day_or_none("known_on"))
    return Checked(answer, unread_facts(rule_id, facts))


def _evaluated(rule_id: str, facts: Mapping[str, object], on: PartialDate, known_on: date | None) -> Answer:
    try:
        return evaluate(rule_id, facts, on=_exact(on) or on, known_on=known_on)
    except Refusal:
        raise
    except (ValueError, OverflowError) as error:
        # A number may be a fact and still no year of any calendar.
        raise WrongQuestion(
            Words(
                "사실 가운데 달력에 없는 해나 너무 큰 수가 있습니다.",
                "a fact holds a year that no calendar has, or a number too large to count with.",
            )
        ) from error


def fact_value(rule_id: str, name: str, given: object) -> Any:
    """Read one fact by its kind, as JSON data or as the text of a command line.

    Raises:
        NoSuchName: no fact has that name.
        WrongQuestion: the value is of another kind.
    """
    if unknown_facts(rule_id, [name]):
        read = [fact.name for fact in facts_of(rule_id)]
        raise _no_such(Words("사실 항목", "fact"), name, read or fact_names())
    return _READERS[fact_kind(name)](Asked({name: given}), name)


def _day_fact(asked: Asked, name: str) -> date | PartialDate:
    found = read_partial(name, asked.value(name))
    return _exact(found) or found


def _instant_fact(asked: Asked, name: str) -> datetime | PartialDate | date:
    return read_instant(name, asked.value(name)) if _has_hour(asked.value(name)) else _day_fact(asked, name)


def _truth_fact(asked: Asked, name: str) -> bool:
    given = asked.value(name)
    said = _YES_NO.get(given.strip().lower()) if isinstance(given, str) else None
    return asked.truth(name) if said is None else said


_YES_NO = {
    "true": True,
    "yes": True,
    "예": True,
    "false": False,
    "no": False,
    "아니오": False,
    "아니요": False,
}


def _count_fact(asked: Asked, name: str) -> int:
    given = asked.value(name)
    is_text = (
        isinstance(given, str) and given.strip().isascii() and given.strip().isdigit() and len(given) < 20
    )
    return Asked({name: int(given)}).whole(name) if is_text else asked.whole(name)


def _keys_fact(asked: Asked, name: str) -> tuple[str, ...]:
    given = asked.value(name)
    if isinstance(given, str):
        return tuple(part.strip() for part in given.split(",") if part.strip())
    return asked.texts(name)


def _pauses_fact(asked: Asked, name: str) -> tuple[Pause, ...]:
    given = asked.value(name)
    return read_pauses(
        name, [pause_of(part) for part in given.split(",")] if isinstance(given, str) else given
    )


_READERS: dict[str, Any] = {
    "day": _day_fact,
    "instant": _instant_fact,
    "yes_no": _truth_fact,
    "count": _count_fact,
    "amount": Asked.amount,
    "text": Asked.text,
    "keys": _keys_fact,
    "pauses": _pauses_fact,
}


def pause_of(text: str) -> dict[str, str]:
    """Read a supplement as a command line writes it: ``2025-04-05..2025-04-10``.

    >>> pause_of("2025-04-05..2025-04-10")
    {'asked': '2025-04-05', 'received': '2025-04-10'}
    """
    asked, mark, received = text.strip().partition("..")
    if not mark:
        raise wrong(
            "pause",
            text,
            Words(
                "요구일..접수일로 적으십시오(예: 2025-04-05..2025-04-10).",
                "Write asked..received, as in 2025-04-05..2025-04-10.",
            ),
        )
    return {"asked": asked, "received": received}


def known_rule(rule_id: str) -> str:
    """The id of a rule of the register, written in any case."""
    head, dot, tail = rule_id.strip().partition(".")
    found = head.upper() + dot + tail.lower()
    if found not in rule_ids():
        raise _no_such(Words("규칙", "rule"), rule_id, rule_ids())
    return found


def known_clock(rule_id: str) -> str:
    """The id of a rule that counts a due date; a rule with several clocks has one id for each."""
    head, dot, tail = rule_id.strip().partition(".")
    found = head.upper() + dot + tail.lower()
    if found in clock_rule_ids():
        return found
    same_rule = [clock_id for clock_id in clock_rule_ids() if clock_id.split(".")[0] == head.upper()]
    if head.upper() in rule_ids() and not dot:
        hint = _list(same_rule, Words("다음 가운데 하나를 쓰십시오", "use one of"))
        info = rule_info(head.upper())
        raise NoSuchName(
            Words(
                f"{info.id}: 기한을 세는 규칙이 아닙니다.{hint.ko}",
                f"{info.id}: this rule counts no due date.{hint.en}",
            )
        )
    raise _no_such(Words("기한", "due date"), rule_id, same_rule or clock_rule_ids())


def rules_of(subject: str | None) -> tuple[str, ...]:
    """The rules of a subject (its key, or the letters of the ids), or all of them.

    Raises:
        NoSuchName: there is no such subject.
    """
    if subject is None:
        return rule_ids()
    if subject.lower() in matters():
        return matters()[subject.lower()].rule_ids
    found = tuple(rule_id for rule_id in rule_ids() if rule_id.split("-")[0] == subject.upper())
    if not found:
        letters = dict.fromkeys(rule_id.split("-")[0] for rule_id in rule_ids())
        raise _no_such(Words("주제", "subject"), subject, [*matters(), *letters])
    return found


def _no_such(what: Words, name: str, known: Iterable[str]) -> NoSuchName:
    hint = _list(get_close_matches(name, list(known), 3), Words("비슷한 것", "near it"))
    return NoSuchName(
        Words(
            f"그런 이름의 {josa(what.ko, '은/는')} 없습니다: {name}.{hint.ko}",
            f"there is no {what.en} called {name}.{hint.en}",
        )
    )


def _list(names: list[str], lead: Words) -> Words:
    listed = ", ".join(names)
    return Words(f" {lead.ko}: {listed}.", f" {lead.en}: {listed}.") if names else Words("", "")


def _start(asked: Asked) -> Start:
    given = asked.value("from")
    return read_instant("from", given) if _has_hour(given) else read_partial("from", given)


def _has_hour(given: object) -> bool:
    return isinstance(given, str) and len(given.strip()) > len("2025-04-30")


def _partial_or_none(asked: Asked, name: str) -> PartialDate | None:
    return read_partial(name, asked.value(name)) if asked.has(name) else None


def _exact(found: PartialDate) -> date | None:
    return found.first if found.is_exact else None


def _starts(start: Start) -> list[date | datetime]:
    return [start] if isinstance(start, datetime) else list(start.days())


def _days_or_none(on: PartialDate | None) -> list[date | None]:
    return [None] if on is None else list(on.days())


def _tries(name: str, starts: list[Any], ons: list[Any]) -> Iterable[tuple[Any, Any]]:
    if len(starts) * len(ons) > MOST_TRIES:
        raise KnownOnlyRoughly(name, PartialDate.of(starts[0]))
    return product(starts, ons)


def _due(asked: DueAsked, start: date | datetime, on: date | None) -> DueDate:
    try:
        return due_date(
            asked.rule_id,
            start=start,
            on=on,
            known_on=asked.known_on,
            pauses=asked.pauses,
            pause_counting=asked.pause_counting,
            extensions=asked.extensions,
            starts_at_midnight=asked.starts_at_midnight,
        )
    except OverflowError as error:
        raise WrongQuestion(
            Words("달력이 미치지 않는 날까지 셉니다.", "the count runs past the end of the calendar")
        ) from error
