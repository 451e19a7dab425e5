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
from functools import lru_cache
from typing import NamedTuple, NoReturn

from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.lengths import Length, Unit, days, end_of, moved, shift_months
from madang.kernel.clocks.pauses import Pause, PauseCounting, PauseLeavesPeriod, Taken, in_order, pause_step
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Counted, Step
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import NotVerified, Refusal
from madang.kernel.words import Words

_DAY = timedelta(days=1)
FIRST_DAY = cite("civil_code", "제157조")
FIRST_DAY_SHORT = cite("administration", "제6조제1항")
CALENDAR = cite("civil_code", "제160조")
ROLL = cite("civil_code", "제161조")
DUTY = cite("administration", "제6조제2항")
EFFECT = cite("administration", "제7조")


class PausesNeedDays(Refusal, ValueError):
    """Time spent on supplements is counted in days: a period in months cannot say where it goes on."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "월이나 연으로 정한 기간에서는 보완 기간을 뺄 수 없습니다. 보완 기간은 일로 정한 기간에서만 뺍니다.",
                "supplement time can only be taken out of a period counted in days, not in months or years",
            )
        )


@dataclass(frozen=True, slots=True)
class Conditions:
    """What bends a plain count of days.

    ``hard_stop_days``: the gross number of days after which no pause helps any more (exemptions: 90);
    ``hard_stop_in``: the provision that says so.
    ``starts_at_midnight``: the period begins at 00:00 of its first day, which then counts (Civil Code 157).
    """

    pauses: Sequence[Pause] = ()
    pause_counting: PauseCounting = "both_ends"
    hard_stop_days: int | None = None
    starts_at_midnight: bool = False
    table: HolidayTable = field(default_factory=national_table)
    hard_stop_in: Citation | None = None


def period(start: date, length: Length, given: Conditions | None = None) -> Counted:
    """Count a period by CAL-A (Civil Code 155 to 161; General Act on Public Administration 6(1)).

    A hard stop runs from the start without a break and its own last day rolls like any other (Civil Code 161).

    Raises:
        UnknownCalendar: the end lies where holidays are not known.
        WrongPause: supplements overlap, or one was asked before the start or after the end.
        PausesNeedDays: supplements were given for a period of months or years.

    >>> period(date(2020, 4, 13), Length(30, Unit.DAY)).due_on
    datetime.date(2020, 5, 13)
    """
    given = given or Conditions()
    run = _begun(start, length, given)
    raw, taken = _with_pauses(run, given)
    steps = [_first_step(start, run.first), _length_step(run.first, run.end, length)]
    steps += [pause_step(one, given.pause_counting) for one in taken]
    if run.limit is not None:
        raw, stop_step = _stopped(start, raw, run.limit, given.hard_stop_in)
        steps.append(stop_step)
    due, roll_steps = roll(raw, given.table)
    return Counted(due, "CAL-A", (*steps, *roll_steps), raw)


def period_end(start: date, length: Length, given: Conditions) -> date:
    """The last day of a ``period`` without its explanation; raises as it does.

    >>> period_end(date(2020, 4, 13), Length(30, Unit.DAY), Conditions())
    datetime.date(2020, 5, 13)
    """
    run = _begun(start, length, given)
    raw, _ = _with_pauses(run, given)
    return given.table.working_day(raw if run.limit is None else min(raw, run.limit), 1)


def roll(day: date, table: HolidayTable | None = None) -> tuple[date, list[Step]]:
    """Move an end off Saturdays and public holidays to the next working day, one step a day off.

    >>> roll(date(2026, 7, 17))[0]
    datetime.date(2026, 7, 20)
    """
    table = table or national_table()
    steps: list[Step] = []
    while table.is_day_off(day):
        steps.append(_roll_step(day, table.reason_off(day)))
        day += _DAY
    return day, steps


@lru_cache(maxsize=4096)
def _roll_step(day: date, reason: Words) -> Step:
    said = spoken(day)
    words = Words(
        f"말일 {said.ko}은 쉬는 날({reason.ko})이므로 다음 날로 넘어감",
        f"the last day, {said.en}, is a day off ({reason.en}): the next day",
    )
    return Step(day, day, words, ROLL)


def duty(start: date, length: Length, *, worse_for_the_person: bool = False) -> Counted:
    """Count how long a duty, condition or sanction lasts by CAL-B: first day counted, no roll.

    Where that would be worse for the person, the law returns to CAL-A (General Act on Public Administration 6(2)).

    >>> duty(date(2026, 1, 1), Length(1, Unit.YEAR)).due_on
    datetime.date(2026, 12, 31)
    """
    if worse_for_the_person:
        return _for_the_person(start, period(start, length))
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
                f"{span.en}: until {last.en}; no roll over days off",
            ),
            DUTY,
        ),
    )
    return Counted(end, "CAL-B", steps, end)


def _for_the_person(start: date, counted: Counted) -> Counted:
    words = Words(
        "첫날을 산입하거나 쉬는 날에 끝나게 하는 것이 국민에게 불리하므로 일반 원칙에 따라 셈",
        "counting the first day, or ending on a day off, would be worse for the person: the general rule applies",
    )
    return counted._replace(steps=(Step(start, start, words, DUTY), *counted.steps))


def effective(promulgated: date, length: Length) -> Counted:
    """The day a text takes effect "N after promulgation" by CAL-C; ``raw_due_on`` is the last day of the wait.

    >>> effective(date(2024, 2, 6), Length(6, Unit.MONTH)).due_on
    datetime.date(2024, 8, 7)
    """
    first = moved(promulgated, 1)
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
                f"{span.en}: until {end.en}; in force the next day; no roll over days off",
            ),
            EFFECT,
        ),
    )
    return Counted(moved(last, 1), "CAL-C", steps, last)


def backward(event: date, length: Length) -> Counted:
    """The latest day for what must happen "N days (months) before" an event, by CAL-G; that day is still in time.

    >>> backward(date(2020, 4, 29), Length(14, Unit.DAY)).due_on
    datetime.date(2020, 4, 15)
    """
    if length.unit in (Unit.DAY, Unit.WEEK):
        latest = moved(event, -length.n * (7 if length.unit is Unit.WEEK else 1))
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


@lru_cache(maxsize=8192)
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
        f"{span.en} from {said.en}: until {end.en}",
    )
    return Step(first, raw, words, FIRST_DAY_SHORT if length.unit is Unit.DAY else CALENDAR)


class _Run(NamedTuple):
    """A period before its supplements: the day it starts, its first counted day, its last day, length and hard stop."""

    start: date
    first: date
    end: date
    length: Length
    limit: date | None


def _begun(start: date, length: Length, given: Conditions) -> _Run:
    first = start if given.starts_at_midnight else moved(start, 1)
    limit = None if given.hard_stop_days is None else end_of(moved(start, 1), days(given.hard_stop_days))
    return _Run(start, first, end_of(first, length), length, limit)


def _with_pauses(run: _Run, given: Conditions) -> tuple[date, list[Taken]]:
    """The last day after the supplements, before any hard stop, and what each of them took out."""
    raw, first, found = run.end, run.first, list[Taken]()
    if not given.pauses:
        return raw, found
    if run.length.unit not in (Unit.DAY, Unit.WEEK):
        raise PausesNeedDays
    for pause in in_order(given.pauses, run.start):
        end = raw if run.limit is None or raw < run.limit else run.limit
        late = _late(pause, end, given.table)
        begin = max(pause.first_excluded(given.pause_counting), first)
        taken = 0 if late else max((pause.received - begin).days + 1, 0)
        if taken:
            # Asked on a day off onto which the end had rolled: the count goes on from that day.
            raw, first = moved(max(raw, pause.asked), taken), moved(pause.received, 1)
        found.append(Taken(pause, taken, raw, pause.asked >= end))
    return raw, found


def _late(pause: Pause, end: date, table: HolidayTable) -> bool:
    """Whether a supplement of record was asked only after the end and what it had rolled to."""
    if pause.asked <= end or pause.asked <= (due := roll(end, table)[0]):
        return False
    if not pause.of_record:
        raise PauseLeavesPeriod(pause, due)
    return True


def _stopped(start: date, raw: date, limit: date, said_in: Citation | None) -> tuple[date, Step]:
    said, n = spoken(limit), (limit - start).days
    words = Words(
        f"보완 기간을 합하여도 {n}일째 되는 {said.ko}을 넘지 못함",
        f"supplements included, never later than day {n}, {said.en}",
    )
    return min(raw, limit), Step(start, limit, words, said_in)
