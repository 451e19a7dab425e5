"""What the command line and the API ask of the law, taken from names and text or JSON: no database needed.

Both doors give the same names; days and facts are read as the pages read them. A refusal is a ``Refusal`` with a
sentence in both languages, ``field`` says which name it is about.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from madang.kernel.clocks.pauses import WrongPause
from madang.kernel.korean import josa
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.facts import fact_names
from madang.kernel.statutes.inputs import facts_of, unknown_facts
from madang.kernel.statutes.matters import matters
from madang.kernel.statutes.questions.asked import Asked, WrongQuestion
from madang.kernel.statutes.reckoning import Place, Question
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_ids, rule_info
from madang.kernel.statutes.stated import Checked, check, read_fact, read_pauses
from madang.kernel.words import Words
from madang.kernel.written_days import CannotBeRead, read_day, read_exact_day, read_start

DUE_NAMES = (
    *("rule", "from", "starts_at_midnight", "on", "known_on"),
    *("pauses", "pause_counting", "extensions"),
)
CHECK_NAMES = ("rule", "facts", "on", "known_on")
#: names of the doors for the parts of a question that are called otherwise
FIELDS: Mapping[Place, str] = {"start": "from", "at": "from"}
Read = TypeVar("Read")


class NoSuchName(Refusal, LookupError):
    """A rule, clock or subject that does not exist; the sentence names the nearest that do."""


def due_asked(given: Mapping[str, object]) -> Question:
    """Read a question for a due date from the names of DUE_NAMES.

    Raises:
        Refusal: the question cannot be read.
    """
    asked = Asked(given)
    asked.only(DUE_NAMES)
    start, at = _read(asked, "from", read_start)
    return Question(
        rule_id=known_clock(asked.text("rule")),
        start=start,
        at=at,
        on=_day_or_none(asked, "on"),
        known_on=_exact_or_none(asked, "known_on"),
        pauses=_named("pauses", lambda: read_pauses(asked.value("pauses"))) if asked.has("pauses") else (),
        pause_counting=asked.pause_counting(),
        extensions=asked.whole("extensions") if asked.has("extensions") else 0,
        starts_at_midnight=asked.truth_or("starts_at_midnight", False),
    )


def checked(given: Mapping[str, object]) -> Checked:
    """Ask a rule from the names of CHECK_NAMES.

    Raises:
        Refusal: the question cannot be read, or the kernel does not answer it.
    """
    asked = Asked(given)
    asked.only(CHECK_NAMES)
    rule_id = known_rule(asked.text("rule"))
    stated = asked.part("facts").given if asked.has("facts") else {}
    facts = {name: _fact(rule_id, name, value) for name, value in stated.items()}
    return check(rule_id, facts, on=_read(asked, "on", read_day), known_on=_exact_or_none(asked, "known_on"))


def _fact(rule_id: str, name: str, given: object) -> object:
    if unknown_facts(rule_id, [name]):
        read = [fact.name for fact in facts_of(rule_id)]
        raise _no_such(Words("사실 항목", "fact"), name, read or fact_names())
    return _named(name, lambda: read_fact(name, given))


def _day_or_none(asked: Asked, name: str) -> PartialDate | None:
    return _read(asked, name, read_day) if asked.has(name) else None


def _exact_or_none(asked: Asked, name: str) -> date | None:
    return _read(asked, name, read_exact_day) if asked.has(name) else None


def _read(asked: Asked, name: str, reader: Callable[[str], Read]) -> Read:
    return _named(name, lambda: reader(asked.text(name)))


def _named(name: str, read: Callable[[], Read]) -> Read:
    """Read, or say of which name it cannot be read: a command and a program have no field to show it at."""
    try:
        return read()
    except (CannotBeRead, WrongPause) as refusal:
        said = refusal.sentence
        raise WrongQuestion(Words(f"‘{name}’: {said.ko}", f"“{name}”: {said.en}")) from refusal


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
