"""The versions of a rule side by side: its article and its numbers from each day on which one of them changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from madang.apps.law.wording import amount
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.parameters import Parameter, parameter_editions, parameter_names_of
from madang.kernel.statutes.registry import RuleInfo
from madang.kernel.words import Words

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Number:
    """A number in one version. ``before`` is what it was in the version before when that was another one."""

    label: Words
    value: Words
    before: Words | None
    source: Parameter


@dataclass(frozen=True)
class Version:
    """One stretch of days in which the rule reads the same; ``until`` is None for the newest."""

    starts_on: date
    until: date | None
    citation: Citation
    moved: bool
    numbers: Sequence[Number]

    @property
    def changed(self) -> bool:
        """Whether the version differs from the one before in anything shown."""
        return self.moved or any(number.before for number in self.numbers)


def versions_of(info: RuleInfo) -> list[Version]:
    """Every version of a rule, oldest first."""
    numbers = {name: parameter_editions(name) for name in parameter_names_of(info.id)}
    first = info.provisions[0].first_on
    days = {p.first_on for p in info.provisions}
    days |= {edition.in_force_from for editions in numbers.values() for edition in editions}
    starts = sorted(day for day in days if day >= first)
    found: list[Version] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        before = found[-1] if found else None
        citation = info.citation_on(start)
        found.append(
            Version(
                start,
                following - _DAY if following else None,
                citation,
                bool(before and before.citation.article != citation.article),
                [n for name, editions in numbers.items() if (n := _number(name, editions, start, before))],
            )
        )
    return found


def _number(name: str, editions: Sequence[Parameter], on: date, before: Version | None) -> Number | None:
    edition = next((e for e in reversed(editions) if e.in_force_from <= on), None)
    if edition is None or (edition.in_force_until and edition.in_force_until < on):
        return None
    value = amount(edition)
    old = next((n.value for n in before.numbers if n.source.name == name), None) if before else None
    return Number(label_of(name), value, old if old and old != value else None, edition)


@cache
def label_of(name: str) -> Words:
    """What a number is called: by the clock that uses it, else by the table of names; its bare name when it has none."""
    for clock_id in clock_rule_ids():
        found = clock(clock_id)
        if found.parameter == name:
            return found.words
        if found.extension == name:
            return Words(f"{found.words.ko}: 연장", f"{found.words.en}: extension")
        if found.hard_stop == name:
            return Words(f"{found.words.ko}: 보완을 더한 한도", f"{found.words.en}: limit with supplements")
    return Words(*toml_table("madang.apps.law", "numbers.toml").get(name, (name, name)))
