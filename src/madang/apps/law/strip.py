"""The sum on a calendar: which days count, which do not and why, month by month, and the same in lines of text."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from madang.kernel.clocks.counting import CALENDAR, FIRST_DAY_SHORT, ROLL
from madang.kernel.clocks.holidays import HolidayTable
from madang.kernel.clocks.spoken import SATURDAY, spoken
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.words import Words

DAY = timedelta(days=1)
WORKING_MODES = ("CAL-D", "CAL-E")
#: a strip with more months than this leaves out those in which nothing happens
MOST_MONTHS = 7
WEEKDAYS = (
    Words("일", "Sun"),
    Words("월", "Mon"),
    Words("화", "Tue"),
    Words("수", "Wed"),
    Words("목", "Thu"),
    Words("금", "Fri"),
    Words("토", "Sat"),
)
KINDS = {
    "start": Words("시작한 날(세지 않음)", "start (not counted)"),
    "event": Words("기준이 되는 날(세지 않음)", "day of the event (not counted)"),
    "counted": Words("세는 날", "counted"),
    "off": Words("쉬는 날이라 세지 않음", "day off, not counted"),
    "pause": Words("보완 기간이라 세지 않음", "supplement, not counted"),
    "rolled": Words("말일이 쉬는 날이라 넘어감", "day off at the end: moved on"),
    "due": Words("기한", "due"),
}


@dataclass(frozen=True)
class Cell:
    """One day: its kind (a key of KINDS, or "" outside the period), its number in the count, and why it is off."""

    day: date
    kind: str = ""
    n: int = 0
    off: Words | None = None
    is_weekend: bool = False


@dataclass(frozen=True)
class Month:
    """One month in weeks from Sunday on; None where a week holds days of another month. ``gap`` is months left out before."""

    year: int
    month: int
    weeks: Sequence[Sequence[Cell | None]]
    gap: int = 0

    @property
    def title(self) -> Words:
        """The name of the month."""
        return Words(f"{self.year}년 {self.month}월", f"{calendar.month_name[self.month]} {self.year}")


@dataclass(frozen=True)
class Strip:
    """The months to draw, the kinds that occur in them, the named days off, and the whole in lines of text."""

    months: Sequence[Month]
    kinds: Sequence[tuple[str, Words]]
    holidays: Sequence[tuple[date, Words]]
    lines: Sequence[Words]
    weekdays: Sequence[Words] = WEEKDAYS


def strip_of(due: DueDate, table: HolidayTable, *, in_days: bool) -> Strip:
    """Draw a due date. ``in_days`` numbers the days: the length is one in days."""
    cells = {cell.day: cell for cell in _numbered(due, _cells(due, table), in_days)}
    months = _months(cells, table)
    shown = [cell for month in months for week in month.weeks for cell in week if cell is not None]
    inside = [cell for cell in shown if cell.kind]
    found = {cell.kind for cell in inside}
    return Strip(
        months,
        [(kind, words) for kind, words in KINDS.items() if kind in found],
        [(cell.day, cell.off) for cell in inside if cell.off and not _is_plain_weekend(cell, table)],
        _lines(list(cells.values())),
    )


def _cells(due: DueDate, table: HolidayTable) -> Iterator[Cell]:
    """Every day from the first to the last with its kind, not numbered yet."""
    first, last = min(due.start, due.due_on), max(due.start, due.due_on)
    rolled = {step.first for step in due.steps if step.citation == ROLL and step.first == step.last}
    if due.mode == "CAL-A" and not _is_period(due):
        # a fixed day of the year: nothing is counted, only the end may move on
        first = min([due.due_on, *rolled])
    counts_from = _counts_from(due)
    for offset in range((last - first).days + 1):
        day = first + offset * DAY
        off = _reason_off(day, table)
        yield Cell(day, _kind(due, day, counts_from, rolled, bool(off)), 0, off, day.weekday() >= SATURDAY)


def _kind(due: DueDate, day: date, counts_from: date, rolled: set[date], is_off: bool) -> str:
    if day == due.due_on:
        return "due"
    if due.due_on < due.start:
        return "event" if day == due.start else "counted"
    if day < counts_from:
        return "start"
    if day in rolled:
        return "rolled"
    if any(p.first_excluded(due.pause_counting) <= day <= p.received for p in due.pauses):
        return "pause"
    return "off" if is_off and due.mode in WORKING_MODES else "counted"


def _is_period(due: DueDate) -> bool:
    return any(step.citation in (FIRST_DAY_SHORT, CALENDAR) for step in due.steps)


def _counts_from(due: DueDate) -> date:
    """The first day that counts: the start itself where the way of counting takes it in."""
    if due.mode in (*WORKING_MODES, "CAL-B", "CAL-F"):
        return due.start
    counted = [step.first for step in due.steps if step.citation in (FIRST_DAY_SHORT, CALENDAR)]
    return min(counted, default=due.start + DAY)


def _numbered(due: DueDate, cells: Iterator[Cell], in_days: bool) -> list[Cell]:
    """Give each counted day its number; going backward the day before the event is the first."""
    ordered = list(cells)
    if due.due_on < due.start:
        return [replace(cell, n=(due.start - cell.day).days if in_days else 0) for cell in ordered]
    n = 0
    found: list[Cell] = []
    for cell in ordered:
        # the last day keeps its number although it was a day off; the day it moved on to has none
        counts = cell.kind == "counted" or (cell.kind in ("due", "rolled") and not _follows_a_roll(found))
        n += counts
        found.append(replace(cell, n=n) if counts and in_days else cell)
    return found


def _follows_a_roll(cells: Sequence[Cell]) -> bool:
    return bool(cells) and cells[-1].kind == "rolled"


def _reason_off(day: date, table: HolidayTable) -> Words | None:
    return table.reason_off(day) if table.known_from <= day <= table.known_until else None


def _is_plain_weekend(cell: Cell, table: HolidayTable) -> bool:
    return cell.is_weekend and table.holiday_on(cell.day) is None


def _months(cells: dict[date, Cell], table: HolidayTable) -> list[Month]:
    """The months from the first to the last day; of a long row only those where something happens."""
    every = sorted({(day.year, day.month) for day in cells})
    if len(every) > MOST_MONTHS:
        telling = {(c.day.year, c.day.month) for c in cells.values() if c.kind not in ("counted", "off")}
        kept = {every[0], every[-1], *sorted(telling)[: MOST_MONTHS - 2]}
    else:
        kept = set(every)
    months, gap = [], 0
    for year, month in every:
        if (year, month) in kept:
            months.append(Month(year, month, _weeks(year, month, cells, table), gap))
            gap = 0
        else:
            gap += 1
    return months


def _weeks(year: int, month: int, cells: dict[date, Cell], table: HolidayTable) -> list[list[Cell | None]]:
    def cell(day: date) -> Cell | None:
        if day.month != month:
            return None
        return cells.get(day) or Cell(day, off=_reason_off(day, table), is_weekend=day.weekday() >= SATURDAY)

    return [
        [cell(day) for day in week]
        for week in calendar.Calendar(calendar.SUNDAY).monthdatescalendar(year, month)
    ]


def _lines(cells: Sequence[Cell]) -> list[Words]:
    """The days in runs of the same kind, as sentences."""
    lines = []
    for kind, run in groupby(cells, key=lambda cell: cell.kind):
        days = list(run)
        first, last = spoken(days[0].day), spoken(days[-1].day)
        when = first if len(days) == 1 else Words(f"{first.ko}부터 {last.ko}까지", f"{first.en} to {last.en}")
        said, tail = KINDS[kind], _reasons(days) if kind in ("off", "rolled") else _count(days)
        lines.append(Words(f"{when.ko}: {said.ko}{tail.ko}", f"{when.en}: {said.en}{tail.en}"))
    return lines


def _reasons(days: Sequence[Cell]) -> Words:
    """Why the days of a run are off, each reason once."""
    reasons = list(dict.fromkeys(cell.off for cell in days if cell.off))
    return Words(f" ({', '.join(r.ko for r in reasons)})", f" ({', '.join(r.en for r in reasons)})")


def _count(days: Sequence[Cell]) -> Words:
    """How many days a run has, and up to which number it counts."""
    numbers = [cell.n for cell in days if cell.n]
    if len(days) == 1 and not numbers:
        return Words("", "")
    if not numbers:
        return Words(f", {len(days)}일", f", {len(days)} days")
    if len(numbers) == 1:
        return Words(f", {numbers[0]}일째", f", day {numbers[0]}")
    return Words(f", {numbers[0]}일째부터 {numbers[-1]}일째", f", day {numbers[0]} to day {numbers[-1]}")
