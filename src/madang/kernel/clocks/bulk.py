"""Due dates of many starts at once: arrays of days in, arrays of days out, by the same rules as one at a time.

A day is a number here (days since 1970, as NumPy keeps them), and the number is the place of the day in a table: one
gives the day to which an end moves, one how many working days lie before it (rank), one which working day comes n-th
(the inverse). A length that is the same for all starts makes a table of due dates by start, so that each start is a
single look-up; lengths of their own take an addition and a look-up, or two for working days.

Starts are ``datetime64[D]`` of any shape. ``out`` may be given to be filled (it may be the array of starts itself);
the answer is a new array otherwise. A start, or an end, on a day whose holidays are not known refuses the whole call,
and so does a length below one; an ``out`` may be filled in part by then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from madang.kernel.clocks.holidays import HolidayTable, UnknownCalendar, national_table
from madang.kernel.clocks.lengths import NoLength
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Days = NDArray[np.datetime64]
Whole = NDArray[np.int64]
#: So many days are worked on at a time: they and the tables stay in the cache of the processor.
CHUNK = 1 << 15
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = Words("일", "day")


class NotDays(Refusal, TypeError):
    """The array does not hold whole days, or the one to be filled is of another shape than the starts."""

    def __init__(self, given: NDArray[Any]) -> None:
        said = f"{given.dtype} {list(given.shape)}"
        super().__init__(
            Words(
                f"시작일과 같은 모양으로 이어진 날짜(datetime64[D])의 배열이 아닙니다: {said}",
                f"not an array of days (datetime64[D]) in one row of memory and the shape of the starts: {said}",
            )
        )


class MissingDay(Refusal, ValueError):
    """A start is not stated (NaT)."""

    def __init__(self) -> None:
        super().__init__(Words("시작일이 비어 있는 칸이 있습니다.", "a start is missing in the array"))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A table of holidays as arrays by the number of the day less ``zero``, which is 0 unless days before 1970 are known.

    ``first`` and ``last`` are the places of the days that are known; what lies before them is never read. ``rolled``
    ends with the last day from which an end still moves to a known one, ``working`` has the n-th working day at n.
    """

    table: HolidayTable
    zero: int
    first: int
    last: int
    rolled: Whole
    rank: Whole
    working: Whole

    def refusal(self, at: Whole) -> Refusal:
        """Why one of these starts, or its end, cannot be looked up."""
        outside = at[(at < self.first) | (at > self.last)]
        if not outside.size:
            return self._unknown(self.table.known_until + timedelta(days=1))
        day = int(outside[0]) + self.zero
        if day == np.iinfo(np.int64).min:
            return MissingDay()
        return self._unknown(date.fromordinal(max(1, min(day + _EPOCH, date.max.toordinal()))))

    def _unknown(self, day: date) -> UnknownCalendar:
        return UnknownCalendar(day, self.table.known_from, self.table.known_until)


@lru_cache(maxsize=16)
def _numbers(table: HolidayTable) -> _Numbers:
    days = table.ordinals
    begins = days.base - _EPOCH
    zero = min(begins, 0)
    first = begins - zero
    before = np.zeros(first, dtype=np.int64)
    working = np.array([0, *(day.toordinal() - _EPOCH for day in days.working)], dtype=np.int64)
    rank = np.array(days.rank, dtype=np.int64)
    following = rank + 1
    rolled = working[following[following < len(working)]]
    places, by_start = np.concatenate((before, rank)), np.concatenate((before, rolled))
    return _Numbers(table, zero, first, len(places) - 1, by_start, places, working)


def days_after(
    starts: Days, n: int | Whole, *, table: HolidayTable | None = None, out: Days | None = None
) -> Days:
    """Count n calendar days from each start, the start not counted, and move the end off days off (CAL-A).

    >>> days_after(np.array(["2020-05-26"], dtype="datetime64[D]"), 90)
    array(['2020-08-24'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    if not isinstance(n, np.ndarray):
        return _by_start(have, starts, out, have.rolled[_length(n) :])
    lengths, place = _Lengths(n, starts), np.empty(min(CHUNK, starts.size), dtype=np.int64)

    def fill(at: Whole, part: slice, into: Whole) -> None:
        ends = np.add(at, lengths.of(part), out=place[: at.size])
        if _most(ends) >= len(have.rolled):
            raise have.refusal(at)
        have.rolled.take(ends, mode="clip", out=into)

    return _each(have, starts, out, fill)


def working_days(
    starts: Days, n: int | Whole, *, table: HolidayTable | None = None, out: Days | None = None
) -> Days:
    """The n-th working day from each start on, the start counted when it is one (CAL-D from six days on, CAL-E).

    >>> working_days(np.array(["2025-04-30"], dtype="datetime64[D]"), 14)
    array(['2025-05-21'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    if not isinstance(n, np.ndarray):
        return _by_start(have, starts, out, _nth_by_start(have.table, _length(n)))
    lengths, place = _Lengths(n, starts), np.empty(min(CHUNK, starts.size), dtype=np.int64)

    def fill(at: Whole, part: slice, into: Whole) -> None:
        if _most(at) >= len(have.rank):
            raise have.refusal(at)
        nth = have.rank.take(at, mode="clip", out=place[: at.size])
        nth += lengths.of(part)
        if _most(nth) >= len(have.working):
            raise have.refusal(at)
        have.working.take(nth, mode="clip", out=into)

    return _each(have, starts, out, fill)


def months_after(starts: Days, n: int, *, table: HolidayTable | None = None, out: Days | None = None) -> Days:
    """Count n calendar months from the day after each start and move the end off days off (CAL-A).

    >>> months_after(np.array(["2024-01-30", "2024-01-31"], dtype="datetime64[D]"), 1)
    array(['2024-02-29', '2024-02-29'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    return _by_start(have, starts, out, _months_by_start(have.table, _length(n)))


@lru_cache(maxsize=64)
def _nth_by_start(table: HolidayTable, n: int) -> Whole:
    have = _numbers(table)
    nth = have.rank + min(n, len(have.working))
    return have.working[nth[nth < len(have.working)]]


@lru_cache(maxsize=64)
def _months_by_start(table: HolidayTable, n: int) -> Whole:
    have = _numbers(table)
    first = (np.arange(len(have.rank)) + have.zero + 1).astype("datetime64[D]")
    month = first.astype("datetime64[M]")
    following = (month + n).astype("datetime64[D]") + (first - month.astype("datetime64[D]"))
    # the day before the corresponding day; where the month has none, the month's last day
    last = np.minimum(following, (month + n + 1).astype("datetime64[D]")) - 1
    at = last.astype(np.int64) - have.zero
    due: Whole = have.rolled[at[at < len(have.rolled)]]
    return due


class _Lengths:
    """The lengths of their own, one for each start; none is below one."""

    def __init__(self, n: Whole, starts: Days) -> None:
        self.all = np.broadcast_to(n, starts.shape).reshape(-1)

    def of(self, part: slice) -> Whole:
        found = self.all[part]
        _length(int(np.minimum.reduce(found)))
        return found


def _length(n: int) -> int:
    if n < 1:
        raise NoLength(n, _DAY)
    return n


def _most(places: Whole) -> int:
    """The largest of these, read without a sign: what lies before 0 is as large as what lies far behind any table."""
    return int(np.maximum.reduce(places.view(np.uint64)))


def _by_start(have: _Numbers, starts: Days, out: Days | None, due: Whole) -> Days:
    """Look up the due date of each start; ``due`` ends with the last start whose end the table still knows."""

    def fill(at: Whole, part: slice, into: Whole) -> None:
        if _most(at) >= len(due):
            raise have.refusal(at)
        due.take(at, mode="clip", out=into)

    return _each(have, starts, out, fill)


def _each(
    have: _Numbers, starts: Days, out: Days | None, fill: Callable[[Whole, slice, Whole], None]
) -> Days:
    """Fill the answer chunk by chunk; ``fill`` gets the places of the starts, which, and where to write."""
    if starts.dtype != np.dtype("datetime64[D]"):
        raise NotDays(starts)
    answer = np.empty(starts.shape, starts.dtype) if out is None else out
    given, filled = starts.reshape(-1).view(np.int64), _flat(answer, starts.shape)
    if have.zero or (out is not None and np.may_share_memory(given, filled)):
        given = given - have.zero
    for begin in range(0, given.size, CHUNK):
        part = slice(begin, begin + CHUNK)
        at = given[part]
        if np.minimum.reduce(at) < have.first:
            raise have.refusal(at)
        fill(at, part, filled[part])
    return answer


def _flat(answer: Days, shape: tuple[int, ...]) -> Whole:
    """The answer as one row of numbers that shares its memory."""
    if answer.dtype != np.dtype("datetime64[D]") or not answer.flags.c_contiguous or answer.shape != shape:
        raise NotDays(answer)
    return answer.reshape(-1).view(np.int64)
