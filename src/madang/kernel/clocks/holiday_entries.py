"""Single public holidays, and those that the kernel's own table lists or computes by the rules of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from madang.kernel.clocks.substitutes import (
    NamedDay,
    SubstituteRule,
    entitled_since,
    rules_from,
    substitute_days,
)
from madang.kernel.statutes.laws import cite, laws
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


def entries_of(table: dict[str, Any]) -> Iterator[Holiday]:
    """Every holiday of the kernel's table, substitute days included."""
    named = sorted([*_fixed_days(table), *_lunar_days(table)], key=lambda h: h.on)
    decided = [*_decided_days(table, "election"), *_decided_days(table, "cabinet")]
    yield from (*named, *decided, *_substitutes(table, named, decided))


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
        settled_by=row.get("decided_on") or row.get("from", date.min),
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


def _substitute(on: date, met: list[Holiday], rule: SubstituteRule) -> Holiday:
    """A substitute is decided when both the holiday and the rule that gives it one are: by the later of the two."""
    original = met[0]
    known = original.decided_on or original.settled_by
    return Holiday(
        on=on,
        name=Words(f"대체공휴일({original.name.ko})", f"substitute holiday ({original.name.en})"),
        kind="substitute",
        source=_source("제3조", original.on),
        decided_on=original.decided_on if known >= rule.settled_by else rule.decided_on,
        settled_by=max(known, rule.settled_by),
    )
