"""What a count says about the holidays of another day's knowledge: which were not decided yet, which may not have been."""

from datetime import date

from madang.kernel.clocks.holiday_entries import Holiday
from madang.kernel.clocks.holidays import HolidayTable
from madang.kernel.clocks.spoken import SATURDAY, spoken
from madang.kernel.clocks.steps import Counted, Step
from madang.kernel.clocks.working_time import CountedTime
from madang.kernel.statutes.laws import cite
from madang.kernel.words import Words

HOLIDAYS = cite("holidays", "제2조")
#: the modes that look at holidays only where the period ends, and those that skip every day off in between
_AT_THE_END, _ALL_ALONG = "CAL-A", ("CAL-D", "CAL-E")


def knowledge_steps(
    counted: Counted | CountedTime, start: date, table: HolidayTable, known_on: date
) -> list[Step]:
    """Say by whose knowledge was counted, and name each holiday on the way that was not surely decided by then.

    ``table`` is the whole table, not the one as known on the day.
    """
    said = spoken(known_on)
    words = Words(f"{said.ko}까지 정해진 공휴일로 셈", f"counted with the holidays decided by {said.en}")
    steps = [Step(known_on, known_on, words, HOLIDAYS)]
    for day in _days_looked_at(counted, start, table):
        steps += [_doubt(e) for e in table.entries_on(day) if e.known_on(known_on) is not True]
    return steps


def _days_looked_at(counted: Counted | CountedTime, start: date, table: HolidayTable) -> list[date]:
    last = counted.steps[0].last if isinstance(counted, CountedTime) else counted.due_on
    if counted.mode == _AT_THE_END and isinstance(counted, Counted):
        days = table.days_off(counted.raw_due_on, last)
    else:
        days = table.days_off(start, last) if counted.mode in _ALL_ALONG else []
    return [day for day in days if day.weekday() < SATURDAY]


def _doubt(entry: Holiday) -> Step:
    said, name = spoken(entry.on), entry.name
    if entry.decided_on is None:
        words = Words(
            f"{said.ko}의 공휴일({name.ko})이 정해진 날을 확인하지 못하여 이미 정해진 것으로 보고 셈",
            f"when {said.en} ({name.en}) was decided is not known: counted as decided already",
        )
    else:
        decided = spoken(entry.decided_on)
        words = Words(
            f"{said.ko}의 공휴일({name.ko})은 {decided.ko}에야 정해졌으므로 쉬는 날로 보지 않음",
            f"{said.en} ({name.en}) became a holiday only by a decision of {decided.en}: not treated as a day off",
        )
    return Step(entry.on, entry.on, words, HOLIDAYS)
