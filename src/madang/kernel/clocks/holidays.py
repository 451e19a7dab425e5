"""The table of public holidays: which days are off, since when this is known, and by which decision.

Local holidays (지방공휴일) are not in the table: whether they move a deadline is not verified (CAL-M).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from madang.kernel.clocks.spoken import SATURDAY, SUNDAY
from madang.kernel.clocks.substitutes import NamedDay, rules_from, substitute_days
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.laws import cite, laws
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Kind = Literal["fixed", "lunar", "substitute", "cabinet", "election"]


@dataclass(frozen=True, slots=True)
class Holiday:
    """One public holiday. ``source`` is the article, or the decision that set the day."""

    on: date
    name: Words
    kind: Kind
    source: str
    group: str = ""


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


class HolidayTable:
    """Holidays of a known range of days. A table is never changed; ``with_entry`` returns a new one.

    >>> table = national_table()
    >>> table.holiday_on(date(2026, 7, 17)).name.en
    'Constitution Day'
    >>> table.is_day_off(date(2025, 7, 17))
    False
    """

    def __init__(self, entries: Iterable[Holiday], known_from: date, known_until: date) -> None:
        self.known_from, self.known_until = known_from, known_until
        self._entries: dict[date, tuple[Holiday, ...]] = {}
        for entry in entries:
            self._entries[entry.on] = (*self._entries.get(entry.on, ()), entry)

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

    def with_entry(self, *, on: date, name: Words, kind: Kind = "cabinet", source: str) -> "HolidayTable":
        """Return a table with one more day, as when the cabinet sets an ad hoc holiday.

        Raises:
            UnknownCalendar: the day lies outside the range that is known.
        """
        self._check(on)
        return HolidayTable([*self, Holiday(on, name, kind, source)], self.known_from, self.known_until)

    def __iter__(self) -> Iterator[Holiday]:
        for day in sorted(self._entries):
            yield from self._entries[day]

    def _check(self, day: date) -> None:
        if not self.known_from <= day <= self.known_until:
            raise UnknownCalendar(day, self.known_from, self.known_until)


def _joined(found: tuple[Holiday, ...]) -> Holiday:
    name = Words(" · ".join(h.name.ko for h in found), " and ".join(h.name.en for h in found))
    return Holiday(found[0].on, name, found[0].kind, "; ".join(dict.fromkeys(h.source for h in found)))


@cache
def national_table() -> HolidayTable:
    """The holidays of public agencies in the whole country, from the kernel's own table."""
    table = toml_table("madang.kernel.clocks", "holidays.toml")
    named = sorted([*_fixed_days(table), *_lunar_days(table)], key=lambda h: h.on)
    decided = [*_decided_days(table, "election"), *_decided_days(table, "cabinet")]
    substitutes = _substitutes(table, named, decided)
    entries = sorted([*named, *decided, *substitutes], key=lambda h: h.on)
    return HolidayTable(entries, table["known_from"], table["known_until"])


def _source(article: str, on: date) -> str:
    return cite("holidays", article, on).words.ko


def _fixed_days(table: dict[str, Any]) -> Iterator[Holiday]:
    for year in range(table["known_from"].year, table["known_until"].year + 1):
        for row in table["fixed"]:
            month, day = map(int, row["md"].split("-"))
            on = date(year, month, day)
            if on >= row.get("from", date.min):
                yield Holiday(
                    on, Words(row["ko"], row["en"]), "fixed", _source(row["article"], on), row["group"]
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
        yield Holiday(row["on"], Words(row["ko"], row["en"]), kind, source)


def _substitutes(table: dict[str, Any], named: list[Holiday], decided: list[Holiday]) -> Iterator[Holiday]:
    days = [NamedDay(h.on, h.group) for h in named]
    found = substitute_days(days, rules_from(table["substitutes"]), [h.on for h in decided])
    names = {h.on: h.name for h in reversed(named)}
    for on, stands_for in found.items():
        name = Words(f"대체공휴일({names[stands_for].ko})", f"substitute holiday ({names[stands_for].en})")
        yield Holiday(on, name, "substitute", _source("제3조", stands_for))
