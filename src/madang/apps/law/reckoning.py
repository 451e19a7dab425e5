"""One question to the calculator and its answer: the due date, or the first and last day it may be.

A start that is known only to the month or year is counted from every day it may be; nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from madang.core.moments import SEOUL
from madang.kernel.clocks.pauses import Pause, PauseCounting
from madang.kernel.clocks.working_time import LAST_PERIOD_IN_HOURS
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.clocks import Clock
from madang.kernel.statutes.due import DEFAULT_PAUSE_COUNTING, due_date
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.ways import MAY_PAUSE, Start

#: ways that are counted from an instant
HOUR_WAYS = ("hours", "working_hours")


@dataclass(frozen=True)
class Question:
    """What was entered. ``on`` is the day that chooses the version, None for the start; ``at`` the time of day, only for hours."""

    clock: Clock
    start: PartialDate
    at: time | None = None
    pauses: tuple[Pause, ...] = ()
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING
    extensions: int = 0
    on: date | None = None
    known_on: date | None = None
    starts_at_midnight: bool = False


@dataclass(frozen=True)
class Reckoned:
    """The answer: the earliest and the latest due date, which are the same one when the start is an exact day."""

    question: Question
    earliest: DueDate
    latest: DueDate

    @property
    def is_exact(self) -> bool:
        """Whether there is one due date and not a range."""
        return self.earliest.due_on == self.latest.due_on


def reckon(question: Question) -> Reckoned:
    """Count the due date, or one for each day the start may be.

    Raises:
        Refusal: the kernel does not count it; its sentence says why.
    """
    found = [_due(question, day) for day in question.start.days()]
    found.sort(key=lambda due: due.due_on)
    return Reckoned(question, found[0], found[-1])


def _due(question: Question, day: date) -> DueDate:
    start: Start = day if question.at is None else datetime.combine(day, question.at, SEOUL)
    return due_date(
        question.clock.rule_id,
        start=start,
        on=question.on,
        known_on=question.known_on,
        pauses=question.pauses,
        pause_counting=question.pause_counting,
        extensions=question.extensions,
        starts_at_midnight=question.starts_at_midnight,
    )


def first_overlap(pauses: Sequence[Pause]) -> Pause | None:
    """The first pause that begins before the one before it has ended."""
    ordered = sorted(pauses, key=lambda pause: (pause.asked, pause.received))
    return next((b for a, b in pairwise(ordered) if b.asked < a.received), None)


def has_editions(clock: Clock) -> bool:
    """Whether the law changed this period, so that the day which chooses the version matters."""
    return len({number.value for number in parameter_editions(clock.parameter)}) > 1


def needs_time(clock: Clock) -> bool:
    """Whether the hour matters: hours, and petition periods so short that they are counted in working hours."""
    if clock.way in HOUR_WAYS:
        return True
    editions = parameter_editions(clock.parameter)
    return clock.way == "working" and any(number.value <= LAST_PERIOD_IN_HOURS for number in editions)


def is_verified(clock: Clock) -> bool:
    """Whether the length of the period was verified in a source; without one nothing is counted."""
    return bool(parameter_editions(clock.parameter))


def may_pause(clock: Clock) -> bool:
    """Whether supplements are taken out of the period."""
    return clock.may_pause and clock.way in MAY_PAUSE
