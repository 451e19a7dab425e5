"""How chapters read facts that are one of several answers, undecided between two, or a number that is not law."""

from collections.abc import Callable

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Status, TraceStep
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.facts import Facts, MissingFacts, fact_label
from madang.kernel.statutes.findings import AnyDue, Finding, count_of, either, fails, holds
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.words import Words


def chosen(facts: Facts, rule_id: str, name: str) -> str:
    """The key stated under a fact: one of the keys in the list of a rule.

    Raises:
        WrongFact: something else was stated.
    """
    key = facts.text(name)
    if key not in {item.key for item in checklist(rule_id, on=facts.on)}:
        raise WrongFact(name, fact_label(name), key)
    return key


def any_true(facts: Facts, names: tuple[str, ...], yes: Words, no: Words) -> Finding:
    """Whether one of these holds: one yes decides, a fact not stated leaves the answer open."""
    if any(facts.said(name) for name in names):
        return holds(*yes)
    facts.require(*names)
    return fails(*no)


def whichever(facts: Facts, name: str, judge: Callable[[bool], Finding]) -> Finding:
    """Judge by a fact that makes the rule milder; while it is not stated, by what holds either way."""
    said = facts.said(name)
    if said is not None:
        return judge(said)
    strict, mild = judge(False), judge(True)
    if strict.status is not mild.status:
        raise MissingFacts([name])
    return strict if strict.status is Status.SATISFIED else mild


def ran_its_length(facts: Facts, due: AnyDue, name: str) -> Finding:
    """Whether something stayed open to the last day of its least period; the value is that day."""
    closed, end = facts.day(name), spoken(due.due_on)
    return either(
        closed >= due.due_on,
        Words(f"기간을 {end.ko}까지 채웠습니다.", f"it ran until {end.en} or longer."),
        Words(
            f"{end.ko}까지여야 하나 그 전에 끝났습니다.", f"it had to run until {end.en} and ended before."
        ),
        due.due_on,
        count_of(due),
    )


def number_not_of_the_law(facts: Facts, name: str, what: Words) -> Parameter:
    """A number of practice or of the press on the case's day, entered in the trace as what it is and what it counts.

    Raises:
        NotInForce: nobody had stated it by that day.
    """
    number = parameter(name, facts.on, facts.known_on)
    words = Words(f"{what.ko}(법령이 아닌 수치)", f"{what.en} (not a number of the law)")
    facts.trace[f"parameter:{name}"] = TraceStep(words, number.value, number.citation, number.rule_id)
    return number
