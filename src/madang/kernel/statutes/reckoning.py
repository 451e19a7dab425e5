"""One question for a due date and its answer, for every door: the due date, the range in which it lies, or a refusal.

A start or a case known only to the month or year is counted from every day it may be; nothing is guessed. What a clock
asks for (an hour, supplements, the day that chooses the version) is told here too, for forms.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from madang.kernel.clocks.counting import PausesNeedDays
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.clocks.pauses import Pause, PauseCounting, WrongPause
from madang.kernel.clocks.seoul import SEOUL
from madang.kernel.clocks.working_time import LAST_PERIOD_IN_HOURS
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.due import DEFAULT_PAUSE_COUNTING, NeedsCaseDate, NotAllowedHere, due_date
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.refusals import NoSuchRule, NotInForce, NotYetKnown, Refusal
from madang.kernel.statutes.ways import MAY_PAUSE, NeedsTime, Start
from madang.kernel.words import Words

#: the part of a question that a refusal is about; empty for the whole
Place = Literal["rule", "start", "at", "on", "known_on", "pauses", "extensions", "starts_at_midnight", ""]
#: most combinations of days that are tried for days known only roughly
MOST_TRIES = 1000
#: ways that are counted from an instant
HOUR_WAYS = ("hours", "working_hours")


class UnknownStart(Refusal, LookupError):
    """Nothing is known about the start: the due date is unknown."""

    def __init__(self, rule_id: str) -> None:
        self.rule_id = rule_id
        super().__init__(
            Words(
                f"{rule_id}: 시작일을 알 수 없어 기한도 알 수 없습니다. 시작일이 필요합니다.",
                f"{rule_id}: the start is not known, so the due date is unknown: the day of the start is needed",
            )
        )


class TooRough(Refusal, LookupError):
    """Both the start and the day that chooses the version are known so roughly that no range is worth telling."""

    def __init__(self, start: PartialDate, on: PartialDate | None) -> None:
        super().__init__(
            Words(
                f"날짜를 더 정확히 알아야 합니다: 시작일 {start}, 적용할 법령을 정하는 날 {on}. 하나는 연월일을 모두 적어 주십시오.",
                f"the days are known too roughly: start {start}, day that chooses the version {on}; write one of them to the day",
            )
        )


class BeyondCalendar(Refusal, ArithmeticError):
    """The count runs past the last day that a calendar has."""

    def __init__(self) -> None:
        super().__init__(
            Words("달력이 미치지 않는 날까지 셉니다.", "the count runs past the end of the calendar")
        )


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``start`` may be known roughly; ``at`` is the time of day in Seoul, for clocks in hours.

    ``on`` is the day that chooses the version of the law, None for the start; ``known_on`` the day whose knowledge of
    the law and of the holidays counts.
    """

    rule_id: str
    start: PartialDate
    at: time | None = None
    pauses: tuple[Pause, ...] = ()
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING
    extensions: int = 0
    on: PartialDate | None = None
    known_on: date | None = None
    starts_at_midnight: bool = False

    @property
    def clock(self) -> Clock:
        """The clock that is asked about."""
        return clock(self.rule_id)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The answer: the earliest and the latest due date, each with its sum; the same one when it is exact."""

    question: Question
    earliest: DueDate
    latest: DueDate

    @property
    def is_exact(self) -> bool:
        """Whether every day that is possible leads to one due date."""
        return (self.earliest.due_on, self.earliest.due_at) == (self.latest.due_on, self.latest.due_at)

    @property
    def sentence(self) -> Words:
        """The due date, or that it lies between two."""
        first, last = self.earliest.sentence, self.latest.sentence
        if self.is_exact:
            return first
        known = _rough(self.question)
        return Words(
            f"{known.ko} 날까지 알 수 없음. 이르면 {first.ko}, 늦으면 {last.ko}",
            f"{known.en} is not known. At the earliest: {first.en}; at the latest: {last.en}",
        )


def reckon(question: Question) -> Reckoned:
    """Count the due date, or one for each day the start and the day that chooses the version may be.

    The earliest start need not have the earliest end: a new version of the law may have shortened the period.

    Raises:
        UnknownStart: nothing is known about the start.
        TooRough: too many days are possible.
        Refusal: see ``due_date``; also when only some of the days cannot be counted. ``place_of`` says which part.

    >>> found = reckon(Question("DES-03", PartialDate.parse("2020-05")))
    >>> found.earliest.due_on, found.latest.due_on
    (datetime.date(2020, 7, 30), datetime.date(2020, 8, 31))
    """
    dues = [_due(question, start, on) for start, on in _tries(question)]
    if not dues:
        raise UnknownStart(question.rule_id)
    return Reckoned(question, min(dues, key=_by_end), max(dues, key=_by_end))


def _tries(question: Question) -> Iterator[tuple[date, date | None]]:
    starts = list(question.start.days())
    ons: list[date | None] = list(question.on.days()) if question.on else [None]
    if len(starts) * len(ons) > MOST_TRIES:
        raise TooRough(question.start, question.on)
    return ((start, on) for start in starts for on in ons)


def _due(question: Question, day: date, on: date | None) -> DueDate:
    start: Start = day if question.at is None else datetime.combine(day, question.at, SEOUL)
    try:
        return due_date(
            question.rule_id,
            start=start,
            on=on,
            known_on=question.known_on,
            pauses=question.pauses,
            pause_counting=question.pause_counting,
            extensions=question.extensions,
            starts_at_midnight=question.starts_at_midnight,
        )
    except OverflowError as error:
        raise BeyondCalendar from error


def _by_end(due: DueDate) -> tuple[date, date]:
    return due.due_on, due.start


def _rough(question: Question) -> Words:
    start, on = question.start, question.on
    if on is not None and start.is_exact:
        return Words(
            f"적용할 법령을 정하는 날({on})을", f"the day that chooses the version of the law ({on})"
        )
    return Words(f"시작일({start})을", f"the day of the start ({start})")


def question_of(due: DueDate) -> Question:
    """The question that a due date in days answered, to be asked again.

    >>> from madang.kernel.statutes.due import due_date
    >>> question_of(due_date("DES-03", start=date(2020, 5, 26))).start.text
    '2020-05-26'
    """
    return Question(
        due.rule_id,
        PartialDate.of(due.start),
        pauses=due.pauses,
        pause_counting=due.pause_counting,
        extensions=due.extensions,
        on=PartialDate.of(due.version_on) if due.version_on != due.start else None,
        known_on=due.known_on,
        starts_at_midnight=due.starts_at_midnight,
    )


def place_of(refusal: Refusal, question: Question) -> Place:
    """The part of the question that a refusal of ``reckon`` is about."""
    if isinstance(refusal, NotYetKnown):
        return "known_on"
    if isinstance(refusal, NotInForce):
        return "start" if question.on is None else "on"
    if isinstance(refusal, NotAllowedHere):
        return _not_allowed(question)
    return next((place for kinds, place in _PLACES if isinstance(refusal, kinds)), "")


_PLACES: tuple[tuple[tuple[type[Refusal], ...], Place], ...] = (
    ((UnknownCalendar, UnknownStart, BeyondCalendar), "start"),
    ((NeedsTime,), "at"),
    ((NeedsCaseDate, TooRough), "on"),
    ((WrongPause, PausesNeedDays), "pauses"),
    ((NoSuchRule,), "rule"),
)


def _not_allowed(question: Question) -> Place:
    if question.pauses and not may_pause(question.clock):
        return "pauses"
    return "extensions" if question.extensions > question.clock.extensions else "starts_at_midnight"


def has_editions(asked: Clock) -> bool:
    """Whether the law changed this period, so that the day which chooses the version matters."""
    return len({number.value for number in parameter_editions(asked.parameter)}) > 1


def needs_time(asked: Clock) -> bool:
    """Whether the hour matters: hours, and petition periods so short that they are counted in working hours.

    >>> needs_time(clock("PRV-07")), needs_time(clock("DES-03"))
    (True, False)
    """
    if asked.way in HOUR_WAYS:
        return True
    editions = parameter_editions(asked.parameter)
    return asked.way == "working" and any(number.value <= LAST_PERIOD_IN_HOURS for number in editions)


def is_verified(asked: Clock) -> bool:
    """Whether the length of the period was verified in a source; without one nothing is counted."""
    return bool(parameter_editions(asked.parameter))


def may_pause(asked: Clock) -> bool:
    """Whether supplements are taken out of the period."""
    return asked.may_pause and asked.way in MAY_PAUSE
