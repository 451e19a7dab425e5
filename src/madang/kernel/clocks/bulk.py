"""Due dates of many starts at once: arrays of days in, arrays of days out, by the same rules as one at a time.

A day is a number here (days since 1970, as NumPy keeps them), and a table gives for the number of each day the day to
which an end moves, how many working days lie before it (rank), and which working day comes n-th (the inverse). A length
that is the same for all starts makes a table of due dates by start, so that each start is a single look-up; lengths of
their own take a look-up, an addition and a second look-up.

Starts are ``datetime64[D]`` of any shape. ``out`` may be given to be filled (it may be the array of starts itself);
the answer is a new array otherwise. A start, or an end, on a day whose holidays are not known refuses the whole call;
an ``out`` may be filled in part by then.
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
#: So many days are worked on at a time: they and the tables stay in the nearest cache.
CHUNK = 1 << 14
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
    """A table of holidays as arrays, each with a last ``-1`` that stands for all days beyond the table.

    ``base`` is the number of its first day.
    """

    table: HolidayTable
    base: int
    rolled: Whole
    rank: Whole
    working: Whole


@lru_cache(maxsize=16)
def _numbers(table: HolidayTable) -> _Numbers:
    days = table.ordinals
    working = np.array([*(day.toordinal() - _EPOCH for day in days.working), -1], dtype=np.int64)
    rank = np.array(days.rank, dtype=np.int64)
    return _Numbers(table, days.base - _EPOCH, np.append(working[rank], -1), rank, working)


def days_after(
    starts: Days, n: int | Whole, *, table: HolidayTable | None = None, out: Days | None = None
) -> Days:
    """Count n calendar days from each start, the start not counted, and move the end off days off (CAL-A).

    >>> days_after(np.array(["2020-05-26"], dtype="datetime64[D]"), 90)
    array(['2020-08-24'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    _refuse_lengths(n)
    if isinstance(n, np.ndarray):
        return _each(
            have, starts, out, lambda at, part, into: _moved_to(have, at, _part(n, starts, part), into)
        )
    due = _moved_to(have, np.arange(len(have.rank)), n)
    return _each(have, starts, out, lambda at, part, into: due.take(at, mode="clip", out=into))


def working_days(
    starts: Days, n: int | Whole, *, table: HolidayTable | None = None, out: Days | None = None
) -> Days:
    """The n-th working day from each start on, the start counted when it is one (CAL-D from six days on, CAL-E).

    >>> working_days(np.array(["2025-04-30"], dtype="datetime64[D]"), 14)
    array(['2025-05-21'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    _refuse_lengths(n)
    if isinstance(n, np.ndarray):
        return _each(have, starts, out, lambda at, part, into: _nth(have, at, _part(n, starts, part), into))
    due = _nth(have, np.arange(len(have.rank)), n)
    return _each(have, starts, out, lambda at, part, into: due.take(at, mode="clip", out=into))


def months_after(starts: Days, n: int, *, table: HolidayTable | None = None, out: Days | None = None) -> Days:
    """Count n calendar months from the day after each start and move the end off days off (CAL-A).

    >>> months_after(np.array(["2024-01-30", "2024-01-31"], dtype="datetime64[D]"), 1)
    array(['2024-02-29', '2024-02-29'], dtype='datetime64[D]')
    """
    have = _numbers(table or national_table())
    _refuse_lengths(n)
    first = (np.arange(len(have.rank)) + have.base + 1).astype("datetime64[D]")
    month = first.astype("datetime64[M]")
    following = (month + n).astype("datetime64[D]") + (first - month.astype("datetime64[D]"))
    # the day before the corresponding day; where the month has none, the month's last day
    last = np.minimum(following, (month + n + 1).astype("datetime64[D]")) - 1
    due = _moved_to(have, last.astype(np.int64), -have.base)
    return _each(have, starts, out, lambda at, part, into: due.take(at, mode="clip", out=into))


def _moved_to(have: _Numbers, at: Whole, n: int | Whole, into: Whole | None = None) -> Whole:
    """The days to which the ends move that lie n days after; the sum may be written where ``at`` stood."""
    return have.rolled.take(np.add(at, n, out=at), mode="clip", out=into)


def _nth(have: _Numbers, at: Whole, n: int | Whole, into: Whole | None = None) -> Whole:
    """The n-th working days from the days with these numbers on."""
    index = have.rank.take(at, mode="clip")
    index += n
    index -= 1
    return have.working.take(index, mode="clip", out=into)


def _part(n: Whole, starts: Days, part: slice) -> Whole:
    return np.broadcast_to(n, starts.shape).reshape(-1)[part]


def _refuse_lengths(n: int | Whole) -> None:
    least = int(np.min(n, initial=1)) if isinstance(n, np.ndarray) else n
    if least < 1:
        raise NoLength(least, _DAY)


def _each(
    have: _Numbers, starts: Days, out: Days | None, due_of: Callable[[Whole, slice, Whole], Whole]
) -> Days:
    """Fill the answer chunk by chunk; ``due_of`` gets the numbers of the starts, which, and where to write."""
    if starts.dtype != np.dtype("datetime64[D]"):
        raise NotDays(starts)
    answer = np.empty(starts.shape, starts.dtype) if out is None else out
    given, filled = starts.reshape(-1).view(np.int64), _flat(answer, starts.shape)
    buffer = np.empty(min(CHUNK, given.size), dtype=np.int64)
    for begin in range(0, given.size, CHUNK):
        part = slice(begin, min(begin + CHUNK, given.size))
        at = np.subtract(given[part], have.base, out=buffer[: part.stop - begin])
        # read without a sign, what lies before the table is as large as what lies far behind it
        if at.view(np.uint64).max() >= len(have.rank):
            raise _unknown(have, given[part])
        if due_of(at, part, filled[part]).min() < 0:
            raise UnknownCalendar(have.table.known_until + timedelta(days=1), *_range(have))
    return answer


def _flat(answer: Days, shape: tuple[int, ...]) -> Whole:
    """The answer as one row of numbers that shares its memory."""
    if answer.dtype != np.dtype("datetime64[D]") or not answer.flags.c_contiguous or answer.shape != shape:
        raise NotDays(answer)
    return answer.reshape(-1).view(np.int64)


def _unknown(have: _Numbers, days: Whole) -> Refusal:
    """Which start lies outside the table."""
    first, last = have.base, have.base + len(have.rank) - 1
    day = int(days[(days < first) | (days > last)][0])
    if day == np.iinfo(np.int64).min:
        return MissingDay()
    return UnknownCalendar(date.fromordinal(max(1, min(day + _EPOCH, date.max.toordinal()))), *_range(have))


def _range(have: _Numbers) -> tuple[date, date]:
    return have.table.known_from, have.table.known_until
