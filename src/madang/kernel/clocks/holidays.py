"""The table of public holidays: which days are off, by which decision, and since when that was decided.

``shipped_table`` is the table that travels with the kernel; ``use_table`` puts another in force for the whole
process (days set by the cabinet that officials record), and ``national_table`` is the one in force.
Local holidays (지방공휴일) are not in the table: whether they move a deadline is not verified (CAL-M).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from hashlib import sha256
from typing import Any, Literal

from madang.kernel.clocks.spoken import SATURDAY, SUNDAY
from madang.kernel.clocks.substitutes import NamedDay, entitled_since, rules_from, substitute_days
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.laws import cite, laws
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Kind = Literal["fixed", "lunar", "substitute", "cabinet", "election"]


@dataclass(frozen=True, slots=True)
class Holiday:
    """One public holiday. ``source`` is the article, or the decision that set the day.

    ``decided_on`` is the day of that decision (of a text: its promulgation), None when no source says it;
    ``settled_by`` the day by which it surely was decided: the day the rule came into force, the holiday itself.
    """

    on: date
    name: Words
    kind: Kind
    source: str
    group: str = ""
    decided_on: date | None = None
    settled_by: date = date.min

    def known_on(self, day: date) -> bool | None:
        """Whether it had been decided by a day; None when the day of the decision is not known."""
        if self.decided_on is not None:
            return self.decided_on <= day
        return True if self.settled_by <= day else None


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

    @cached_property
    def version(self) -> str:
        """A short name of what the table holds: equal for equal tables, another when any day or decision differs."""
        lines = [f"{self.known_from} {self.known_until} {self.knowledge_on}"]
        lines += [f"{h.on} {h.kind} {h.name.ko} {h.decided_on} {h.settled_by}" for h in self]
        digest = sha256("\n".join(lines).encode()).hexdigest()
        return f"{self.known_until.year}-{digest[:12]}"

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
        kept = [entry for entry in self if entry.known_on(day) is not False]
        return HolidayTable(kept, self.known_from, self.known_until, day)

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
    named = sorted([*_fixed_days(table), *_lunar_days(table)], key=lambda h: h.on)
    decided = [*_decided_days(table, "election"), *_decided_days(table, "cabinet")]
    substitutes = _substitutes(table, named, decided)
    return HolidayTable([*named, *decided, *substitutes], table["known_from"], table["known_until"])


def _source(article: str, on: date) -> str:
    return cite("holidays", article, on).words.ko


def _fixed_days(table: dict[str, Any]) -> Iterator[Holiday]:
    for year in range(table["known_from"].year, table["known_until"].year + 1):
        for row in table["fixed"]:
            month, day = map(int, row["md"].split("-"))
            on = date(year, month, day)
            if on >= row.get("from", date.min):
                yield _fixed_day(on, row)


def _fixed_day(on: date, row: dict[str, Any]) -> Holiday:
    return Holiday(
        on=on,
        name=Words(row["ko"], row["en"]),
        kind="fixed",
        source="; ".join(filter(None, [_source(row["article"], on), row.get("source")])),
        group=row["group"],
        decided_on=row.get("decided_on"),
        settled_by=row.get("from", date.min),
    )


def _lunar_days(table: dict[str, Any]) -> Iterator[Holiday]:
    lunar = table["lunar"]
    for group, row in lunar["groups"].items():
        for on in lunar["days"][group]:
            source = f"{_source(row['article'], on)}; {lunar['basis_ko']}"
            yield Holiday(on, Words(row["ko"], row["en"]), "lunar", source, group)
            if row["around"]:
                eve, after = on - timedelta(days=1), on + timedelta(days=1)
                yield Holiday(eve, Words(f"{row['ko']} 전날", f"{row['en']} eve"), "lunar", source, group)
                after_name = Words(f"{row['ko']} 다음 날", f"day after {row['en']}")
                yield Holiday(after, after_name, "lunar", source, group)


def _decided_days(table: dict[str, Any], kind: Literal["election", "cabinet"]) -> Iterator[Holiday]:
    article = {"election": "제2조", "cabinet": "제4조"}[kind]
    for row in table[kind]:
        source = f"「{laws()['holidays'].name.ko}」 {article}; {row['source']}"
        decided_on = row.get("decided_on")
        # The day of an election follows from the law; the cabinet decides at the latest on the day itself.
        settled_by = decided_on or (row["on"] if kind == "cabinet" else date.min)
        name = Words(row["ko"], row["en"])
        yield Holiday(row["on"], name, kind, source, decided_on=decided_on, settled_by=settled_by)


def _substitutes(table: dict[str, Any], named: list[Holiday], decided: list[Holiday]) -> Iterator[Holiday]:
    rules = rules_from(table["substitutes"])
    found = substitute_days([NamedDay(h.on, h.group) for h in named], rules, [h.on for h in decided])
    for on, stands_for in found.items():
        met = [h for h in named if h.on == stands_for]
        yield _substitute(on, met, entitled_since(stands_for, [h.group for h in met], rules))


def _substitute(on: date, met: list[Holiday], entitled: date) -> Holiday:
    """A substitute is settled when both the holiday and the rule that gives it one are."""
    original = met[0]
    return Holiday(
        on=on,
        name=Words(f"대체공휴일({original.name.ko})", f"substitute holiday ({original.name.en})"),
        kind="substitute",
        source=_source("제3조", original.on),
        decided_on=original.decided_on if original.settled_by >= entitled else None,
        settled_by=max(original.settled_by, entitled),
    )
