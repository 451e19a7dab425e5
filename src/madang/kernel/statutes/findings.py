"""What a rule function finds, before the registry makes an answer of it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Step
from madang.kernel.statutes.answers import Status, Trace, TraceStep
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.plain import Plain
from madang.kernel.words import Words


class AnyDue(Protocol):
    """A due date, explained already or when it is read."""

    @property
    def rule_id(self) -> str: ...
    @property
    def due_on(self) -> date: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def sentence(self) -> Words: ...
    @property
    def steps(self) -> Sequence[Step]: ...


class Finding(NamedTuple):
    """A status with its sentence for people, a value, and what to add to the trace."""

    status: Status
    sentence: Words
    value: Plain = None
    trace: Sequence[TraceStep] = ()


def holds(ko: str, en: str, value: Plain = True, trace: Iterable[TraceStep] = ()) -> Finding:
    """The rule is satisfied.

    >>> holds("갖추었습니다.", "met.").value
    True
    """
    return Finding(Status.SATISFIED, Words(ko, en), value, _kept(trace))


def fails(ko: str, en: str, value: Plain = False, trace: Iterable[TraceStep] = ()) -> Finding:
    """The rule is breached."""
    return Finding(Status.BREACHED, Words(ko, en), value, _kept(trace))


def either(
    good: bool, yes: Words, no: Words, value: Plain = None, trace: Iterable[TraceStep] = ()
) -> Finding:
    """Satisfied with one sentence or breached with the other; the value is the truth unless one is given."""
    status, words = (Status.SATISFIED, yes) if good else (Status.BREACHED, no)
    return Finding(status, words, good if value is None else value, _kept(trace))


def _kept(trace: Iterable[TraceStep]) -> Sequence[TraceStep]:
    return trace if isinstance(trace, Trace) else tuple(trace)


def steps_of(steps: Iterable[Step], rule_id: str = "") -> tuple[TraceStep, ...]:
    """The steps of a count as lines of a trace; the value is the last day of the step."""
    return tuple(TraceStep(step.words, step.last, step.citation, rule_id) for step in steps)


def count_of(due: AnyDue) -> Trace:
    """The count of a due date as lines of a trace, made when somebody reads them."""
    return Trace(lambda: steps_of(due.steps, due.rule_id))


def done_by(facts: Facts, due: AnyDue, name: str) -> Finding:
    """Whether something was done by its due date; the value is the due date.

    Not done counts as a breach only when the facts are known beyond the due date.
    """
    if not facts.has(name):
        if facts.known_on is None or facts.known_on <= due.due_on:
            raise MissingFacts([name])
        said = spoken(facts.known_on)
        late = Words(
            f"{due.sentence.ko}였으나 {said.ko} 현재 이루어지지 않았습니다.",
            f"{due.sentence.en}; not done as of {said.en}.",
        )
        return Finding(Status.BREACHED, late, due.due_on, count_of(due))
    return timely(facts.day(name), due)


def timely(done_on: date, due: AnyDue) -> Finding:
    """Compare the day something was done with its due date; the value is the due date."""
    said, ends = spoken(done_on), due.sentence
    if done_on <= due.due_on:
        words = Words(f"{ends.ko}이며 {said.ko}에 이루어졌습니다.", f"{ends.en}; done on {said.en}, in time.")
        return Finding(Status.SATISFIED, words, due.due_on, count_of(due))
    words = Words(
        f"{ends.ko}였으나 {said.ko}에 이루어졌습니다.", f"{ends.en}; done only on {said.en}, too late."
    )
    return Finding(Status.BREACHED, words, due.due_on, count_of(due))


def period_over(done_on: date, due: AnyDue) -> Finding:
    """Whether a minimum period had ended before something was done; the value is the last day of the period."""
    said, end = spoken(done_on), spoken(due.due_on)
    yes = Words(
        f"기간이 {end.ko}에 끝났고 그 뒤인 {said.ko}에 이어졌습니다.",
        f"the period ended on {end.en}; what followed on {said.en} came after it.",
    )
    no = Words(
        f"기간이 {end.ko}까지인데 {said.ko}에 이미 이어졌습니다.",
        f"the period runs until {end.en}, but what follows was done on {said.en}.",
    )
    return either(done_on > due.due_on, yes, no, due.due_on, count_of(due))


def all_true(facts: Facts, names: tuple[str, ...], yes: Words, no: Words) -> Finding:
    """Whether all of these hold: one no decides, a fact not stated leaves the answer open."""
    if any(facts.said(name) is False for name in names):
        return fails(*no)
    facts.require(*names)
    return either(all(facts.truth(name) for name in names), yes, no)
