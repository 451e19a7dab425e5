"""The counting modes of the law: how a period runs, step by step, with the provision behind each step.

CAL-A  a period of the zone Act and most others: first day not counted, the end rolls over days off
CAL-B  how long a duty or sanction lasts: first day counted, no roll
CAL-C  when a promulgated text takes effect: promulgation day not counted, no roll
CAL-G  "N days before X": X not counted, whole days lie between (practice, not written in the Act)
CAL-H  time spent on supplements is taken out
CAL-M  local holidays: refused, not verified

CAL-D, E and F (petitions, disclosure, hours) are in ``working_time``; CAL-I to L (the holidays) in ``holidays``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NoReturn

from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.lengths import Length, Unit, end_of, shift_months
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import NotVerified
from madang.kernel.words import Words

PauseCounting = Literal["between", "both_ends"]

_DAY = timedelta(days=1)
FIRST_DAY = cite("civil_code", "제157조")
FIRST_DAY_SHORT = cite("administration", "제6조제1항")
CALENDAR = cite("civil_code", "제160조")
ROLL = cite("civil_code", "제161조")
DUTY = cite("administration", "제6조제2항")
EFFECT = cite("administration", "제7조")
PAUSE_ENDS = cite("procedure_decree", "제11조제1항")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count: the days it is about (first and last, the same for one day), in words, and why."""

    first: date
    last: date
    words: Words
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The outcome of a count. ``raw_due_on`` is the last day before any roll."""

    due_on: date
    mode: str
    steps: tuple[Step, ...]
    raw_due_on: date


@dataclass(frozen=True, slots=True)
class Pause:
    """A supplement: the day it was asked for and the day it was received.

    Raises:
        ValueError: it was received before it was asked for.
    """

    asked: date
    received: date

    def __post_init__(self) -> None:
        if self.received < self.asked:
            raise ValueError(f"a supplement received on {self.received} was asked for later, on {self.asked}")

    def first_excluded(self, counting: PauseCounting) -> date:
        """The first day taken out: the day of asking itself, or the day after it."""
        return self.asked if counting == "both_ends" else self.asked + _DAY


@dataclass(frozen=True, slots=True)
class Conditions:
    """What bends a plain count of days.

    ``hard_stop_days``: the gross number of days after which no pause helps any more (exemptions: 90).
    ``starts_at_midnight``: the period begins at 00:00 of its first day, which then counts (Civil Code 157).
    """

    pauses: Sequence[Pause] = ()
    pause_counting: PauseCounting = "both_ends"
    hard_stop_days: int | None = None
    starts_at_midnight: bool = False
    table: HolidayTable = field(default_factory=national_table)


def period(start: date, length: Length, given: Conditions | None = None) -> Counted:
    """Count a period by CAL-A (Civil Code 155 to 161; General Act on Public Administration 6(1)).

    Raises:
        UnknownCalendar: the end lies where holidays are not known.
        ValueError: pauses were given for a period of months or years.

    >>> period(date(2020, 4, 13), Length(30, Unit.DAY)).due_on
    datetime.date(2020, 5, 13)
    """
    given = given or Conditions()
    first = start if given.starts_at_midnight else start + _DAY
    raw = end_of(first, length)
    steps = [_first_step(start, first), _length_step(first, raw, length)]
    if given.pauses:
        raw, pause_steps = _with_pauses(first, length, given)
        steps += pause_steps
    due, roll_steps = roll(raw, given.table)
    steps += roll_steps
    if given.hard_stop_days is not None:
        due, stop_steps = _stopped(start, due, given)
        steps += stop_steps
    return Counted(due, "CAL-A", tuple(steps), raw)


def roll(day: date, table: HolidayTable | None = None) -> tuple[date, list[Step]]:
    """Move an end off Saturdays and public holidays to the next working day, one step a day off.

    >>> roll(date(2026, 7, 17))[0]
    datetime.date(2026, 7, 20)
    """
    table = table or national_table()
    steps: list[Step] = []
    while table.is_day_off(day):
        reason, said = table.reason_off(day) or Words("", ""), spoken(day)
        words = Words(
            f"말일 {said.ko}은 쉬는 날({reason.ko})이므로 다음 날로 넘어감",
            f"the last day, {said.en}, is a day off ({reason.en}): the next day",
        )
        steps.append(Step(day, day, words, ROLL))
        day += _DAY
    return day, steps


def duty(start: date, length: Length, *, worse_for_the_person: bool = False) -> Counted:
    """Count how long a duty, condition or sanction lasts by CAL-B: first day counted, no roll.

    Where that would be worse for the person, the law returns to CAL-A (General Act on Public Administration 6(2)).

    >>> duty(date(2026, 1, 1), Length(1, Unit.YEAR)).due_on
    datetime.date(2026, 12, 31)
    """
    if worse_for_the_person:
        return period(start, length)
    end = end_of(start, length)
    said, last, span = spoken(start), spoken(end), length.words
    steps = (
        Step(
            start,
            start,
            Words(f"첫날 {said.ko}부터 산입", f"counted from the first day itself, {said.en}"),
            DUTY,
        ),
        Step(
            start,
            end,
            Words(
                f"{span.ko}째 되는 날은 {last.ko}. 쉬는 날이어도 넘어가지 않음",
                f"{span.en} end on {last.en}; no roll over days off",
            ),
            DUTY,
        ),
    )
    return Counted(end, "CAL-B", steps, end)


def effective(promulgated: date, length: Length) -> Counted:
    """The day a text takes effect "N after promulgation" by CAL-C; ``raw_due_on`` is the last day of the wait.

    >>> effective(date(2024, 2, 6), Length(6, Unit.MONTH)).due_on
    datetime.date(2024, 8, 7)
    """
    first = promulgated + _DAY
    last = end_of(first, length)
    said, end, span = spoken(promulgated), spoken(last), length.words
    steps = (
        Step(
            promulgated,
            promulgated,
            Words(f"공포일 {said.ko}은 세지 않음", f"the day of promulgation, {said.en}, is not counted"),
            EFFECT,
        ),
        Step(
            first,
            last,
            Words(
                f"{span.ko}의 말일은 {end.ko}, 그 다음 날 시행. 쉬는 날이어도 넘어가지 않음",
                f"{span.en} end on {end.en}; in force the next day; no roll over days off",
            ),
            EFFECT,
        ),
    )
    return Counted(last + _DAY, "CAL-C", steps, last)


def backward(event: date, length: Length) -> Counted:
    """The latest day for what must happen "N days (months) before" an event, by CAL-G; that day is still in time.

    >>> backward(date(2020, 4, 29), Length(14, Unit.DAY)).due_on
    datetime.date(2020, 4, 15)
    """
    if length.unit in (Unit.DAY, Unit.WEEK):
        latest = event - timedelta(days=length.n * (7 if length.unit is Unit.WEEK else 1))
    else:
        latest, _ = shift_months(event, -length.in_months)
    said, day, span = spoken(event), spoken(latest), length.words
    words = Words(
        f"{said.ko}의 {span.ko} 전은 {day.ko}. 당일은 세지 않으며 그날까지 하면 됨(관행에 따른 계산)",
        f"{span.en} before {said.en} is {day.en}; the day itself is not counted, that day is still in time (by practice)",
    )
    return Counted(latest, "CAL-G", (Step(latest, event, words, FIRST_DAY),), latest)


def local_holiday(day: date) -> NoReturn:
    """Refuse: whether a local holiday moves a deadline is not verified (CAL-M).

    Raises:
        NotVerified: always.
    """
    raise NotVerified("CAL-M", cite("local_holidays", ""), f"local holiday {day.isoformat()}")


def _first_step(start: date, first: date) -> Step:
    said = spoken(start)
    if first == start:
        words = Words(
            f"{said.ko} 0시에 시작하므로 첫날부터 산입", f"begins at 00:00 on {said.en}: the first day counts"
        )
    else:
        words = Words(f"첫날 {said.ko}은 세지 않음", f"the first day, {said.en}, is not counted")
    return Step(start, start, words, FIRST_DAY)


def _length_step(first: date, raw: date, length: Length) -> Step:
    said, end, span = spoken(first), spoken(raw), length.words
    words = Words(
        f"{said.ko}부터 {span.ko}째 되는 날은 {end.ko}",
        f"{span.en} from {said.en} end on {end.en}",
    )
    return Step(first, raw, words, FIRST_DAY_SHORT if length.unit is Unit.DAY else CALENDAR)


def _with_pauses(first: date, length: Length, given: Conditions) -> tuple[date, list[Step]]:
    if length.unit is not Unit.DAY:
        raise ValueError("supplement time can only be taken out of a period counted in days")
    raw, steps = end_of(first, length), []
    for pause in sorted(given.pauses, key=lambda p: p.asked):
        begin = max(pause.first_excluded(given.pause_counting), first)
        taken = (pause.received - begin).days + 1 if _still_runs(pause.asked, raw, given.table) else 0
        if taken > 0:
            # Asked on a day off onto which the end had rolled: the count goes on from that day.
            raw = max(raw, pause.asked) + timedelta(days=taken)
            first = pause.received + _DAY
        steps.append(_pause_step(pause, max(taken, 0), given.pause_counting, raw))
    return raw, steps


def _still_runs(asked: date, raw: date, table: HolidayTable) -> bool:
    return asked <= raw or asked <= roll(raw, table)[0]


def _pause_step(pause: Pause, taken: int, counting: PauseCounting, raw: date) -> Step:
    asked, received, end = spoken(pause.asked), spoken(pause.received), spoken(raw)
    how = _PAUSE_WORDS[counting]
    if taken > 0:
        words = Words(
            f"보완 기간({asked.ko} 요구, {received.ko} 접수) {taken}일을 뺌. {how.ko} 말일은 {end.ko}",
            f"{taken} days of supplement (asked {asked.en}, received {received.en}) taken out; {how.en} it ends on {end.en}",
        )
    else:
        words = Words(
            f"보완({asked.ko} 요구, {received.ko} 접수)으로 빠지는 날이 없음",
            f"the supplement asked on {asked.en} and received on {received.en} takes no day out",
        )
    return Step(pause.asked, pause.received, words, PAUSE_ENDS if counting == "both_ends" else None)


_PAUSE_WORDS: dict[PauseCounting, Words] = {
    "both_ends": Words(
        "요구한 날과 접수한 날을 모두 뺌(행정절차법 시행령을 유추, 지역특구법에는 정함이 없음).",
        "the days of asking and receiving are both out (by analogy; the zone Act is silent);",
    ),
    "between": Words(
        "요구한 날은 세고 접수한 날까지 뺌.", "the day of asking counts, the day of receiving is out;"
    ),
}


def _stopped(start: date, due: date, given: Conditions) -> tuple[date, list[Step]]:
    n = given.hard_stop_days or 0
    limit, _ = roll(start + timedelta(days=n), given.table)
    said = spoken(limit)
    words = Words(
        f"보완 기간을 합하여도 {n}일째 되는 {said.ko}을 넘지 못함",
        f"supplements included, never later than day {n}, {said.en}",
    )
    return min(due, limit), [Step(start, limit, words, None)]
