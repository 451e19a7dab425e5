"""The table of public holidays: which days are off, by which decision, and since when that was decided.

``shipped_table`` is the table that travels with the kernel; ``use_table`` puts another in force for the whole
process (days set by the cabinet that officials record), and ``national_table`` is the one in force.
Local holidays (지방공휴일) are not in the table: whether they move a deadline is not verified (CAL-M).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from hashlib import sha256

from madang.kernel.clocks.holiday_entries import Holiday, Kind, entries_of
from madang.kernel.clocks.ordinals import Ordinals
from madang.kernel.clocks.spoken import SATURDAY, SUNDAY
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

#: How many tables of earlier knowledge a table keeps ready.
_KEPT = 64


class UnknownCalendar(Refusal, LookupError):
    """A day was asked for which the holidays are not known."""

    def __init__(self, day: date, known_from: date, known_until: date) -> None:
        self.day, self.known_from, self.known_until = day, known_from, known_until
        super().__init__(
            Words(
                f"{day}의 공휴일을 알 수 없습니다. 공휴일 표는 {known_from}부터 {known_until}까지만 확정되어 있습니다.",
                f"The holidays of {day} are not known: the table covers {known_from} to {known_until}.",
            )
        )


class LateDecision(Refusal, ValueError):
    """A holiday is said to have been decided after the day itself."""

    def __init__(self, entry: Holiday) -> None:
        self.entry = entry
        super().__init__(
            Words(
                f"{entry.on}의 공휴일이 그보다 뒤인 {entry.decided_on}에 정해졌다고 되어 있습니다.",
                f"the holiday of {entry.on} is said to have been decided later, on {entry.decided_on}",
            )
        )


class HolidayTable:
    """Holidays of a known range of days. A table is never changed; ``with_entries`` returns a new one.

    ``knowledge_on`` is the day whose knowledge it holds, None for everything that is known.

    >>> table = shipped_table()
    >>> table.holiday_on(date(2026, 7, 17)).name.en
    'Constitution Day'
    >>> table.is_day_off(date(2025, 7, 17))
    False
    >>> table.as_known_on(date(2026, 2, 9)).is_day_off(date(2026, 7, 17))
    False
    """

    def __init__(
        self,
        entries: Iterable[Holiday],
        known_from: date,
        known_until: date,
        knowledge_on: date | None = None,
    ) -> None:
        self.known_from, self.known_until, self.knowledge_on = known_from, known_until, knowledge_on
        self._entries: dict[date, tuple[Holiday, ...]] = {}
        for entry in sorted(entries, key=lambda h: h.on):
            self._entries[entry.on] = (*self._entries.get(entry.on, ()), entry)
        self._as_known: dict[date, HolidayTable] = {}

    @cached_property
    def version(self) -> str:
        """A short name of what the table holds: equal for equal tables, another when any day or decision differs."""
        lines = [f"{self.known_from} {self.known_until} {self.knowledge_on}"]
        lines += [f"{h.on} {h.kind} {h.name.ko} {h.decided_on} {h.settled_by}" for h in self]
        digest = sha256("\n".join(lines).encode()).hexdigest()
        return f"{self.known_until.year}-{digest[:12]}"

    @cached_property
    def ordinals(self) -> Ordinals:
        """The days off as numbers, for counting fast."""
        return Ordinals(self.known_from, self.known_until, self._entries)

    def entries_on(self, day: date) -> tuple[Holiday, ...]:
        """Every entry of one day."""
        return self._entries.get(day, ())

    def holiday_on(self, day: date) -> Holiday | None:
        """The holiday with a name on a day; where two meet, both names in one. Plain Sundays have none."""
        self._check(day)
        found = self._entries.get(day)
        if not found:
            return None
        return found[0] if len(found) == 1 else _joined(found)

    def is_public_holiday(self, day: date) -> bool:
        """Sundays and named days (관공서의 공휴일에 관한 규정 제2조)."""
        self._check(day)
        return day.weekday() == SUNDAY or day in self._entries

    def is_day_off(self, day: date) -> bool:
        """Whether a deadline rolls over this day: public holidays, and Saturdays by Civil Code 161 (CAL-K)."""
        self._check(day)
        return day.weekday() >= SATURDAY or day in self._entries

    def working_day(self, first: date, n: int) -> date:
        """The n-th day that is neither Saturday nor holiday, from a day on, which may be the first; n is 1 or more.

        >>> national_table().working_day(date(2025, 4, 30), 4)
        datetime.date(2025, 5, 7)
        """
        self._check(first)
        found = self.ordinals.working_day(first, n)
        if found is None:
            raise UnknownCalendar(self.known_until + date.resolution, self.known_from, self.known_until)
        return found

    def days_off(self, first: date, last: date) -> list[date]:
        """The days off from one day to another, both included."""
        self._check(first)
        self._check(last)
        return self.ordinals.days_off(first, last)

    def reason_off(self, day: date) -> Words | None:
        """Why a day is off: the holiday's name, or the day of the week."""
        holiday = self.holiday_on(day)
        if holiday:
            return holiday.name
        weekday = day.weekday()
        if weekday < SATURDAY:
            return None
        return Words("토요일", "Saturday") if weekday == SATURDAY else Words("일요일", "Sunday")

    def with_entries(self, entries: Iterable[Holiday]) -> "HolidayTable":
        """Return a table with more days, as when the cabinet sets ad hoc holidays.

        Raises:
            UnknownCalendar: a day lies outside the range that is known.
            LateDecision: a day was decided after it.
        """
        added = [_settled(entry) for entry in entries]
        for entry in added:
            self._check(entry.on)
        return HolidayTable([*self, *added], self.known_from, self.known_until, self.knowledge_on)

    def with_entry(
        self,
        *,
        on: date,
        name: Words,
        source: str,
        kind: Kind = "cabinet",
        decided_on: date | None = None,
    ) -> "HolidayTable":
        """Return a table with one more day; raises as ``with_entries``."""
        return self.with_entries([Holiday(on, name, kind, source, decided_on=decided_on)])

    def as_known_on(self, day: date) -> "HolidayTable":
        """The table as it stood to the knowledge of a day: without what was decided later.

        A holiday whose day of decision is not known stays: ``Holiday.known_on`` tells that it is not known.
        """
        found = self._as_known.get(day)
        if found is None:
            if len(self._as_known) >= _KEPT:
                self._as_known.clear()
            kept = [entry for entry in self if entry.known_on(day) is not False]
            found = self._as_known[day] = HolidayTable(kept, self.known_from, self.known_until, day)
        return found

    def days_off_unlike(self, other: "HolidayTable") -> tuple[date, ...]:
        """The days off in one of two tables only, in order: a period that spans none of them is the same in both."""
        return tuple(sorted(day for day in self._weekdays_off() ^ other._weekdays_off()))

    def _weekdays_off(self) -> set[date]:
        return {day for day in self._entries if day.weekday() < SATURDAY}

    def __iter__(self) -> Iterator[Holiday]:
        for found in self._entries.values():
            yield from found

    def _check(self, day: date) -> None:
        if not self.known_from <= day <= self.known_until:
            raise UnknownCalendar(day, self.known_from, self.known_until)


def _settled(entry: Holiday) -> Holiday:
    # What is entered by hand stands in no rule: it was decided at the latest on the day itself.
    if entry.decided_on is not None and entry.decided_on > entry.on:
        raise LateDecision(entry)
    return replace(entry, settled_by=entry.decided_on or entry.on)


def _joined(found: tuple[Holiday, ...]) -> Holiday:
    name = Words(" · ".join(h.name.ko for h in found), " and ".join(h.name.en for h in found))
    return Holiday(found[0].on, name, found[0].kind, "; ".join(dict.fromkeys(h.source for h in found)))


_in_use: HolidayTable | None = None


def national_table() -> HolidayTable:
    """The table in force in this process: the shipped one, or the one that ``use_table`` was last given."""
    return shipped_table() if _in_use is None else _in_use


def use_table(table: HolidayTable | None) -> HolidayTable:
    """Put a table in force for the whole process (None: the shipped one) and return the one in force now.

    One assignment: a count that has begun keeps its table, the next one takes the new. What was counted before keeps
    the ``version`` of the table it was counted with.
    """
    global _in_use
    _in_use = table
    return national_table()


@cache
def shipped_table() -> HolidayTable:
    """The holidays of public agencies in the whole country, from the kernel's own table."""
    table = toml_table("madang.kernel.clocks", "holidays.toml")
    return HolidayTable(entries_of(table), table["known_from"], table["known_until"])
