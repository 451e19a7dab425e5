"""Which version of the law a rule is asked by: the day of the case, the day of knowledge, and what must be said of it.

A version that was in force on the day of the case but promulgated only after the day of knowledge is passed over:
the rule is then asked as on the last day before it. The texts were seen up to a day; what is asked beyond says so.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from madang.kernel.clocks.spoken import spoken
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import Edition, cite, knowledge_on, laws
from madang.kernel.words import Words

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Provision:
    """Where a rule stands, from a day on."""

    law: str
    article: str
    first_on: date

    def is_known(self, known_on: date | None) -> bool:
        """Whether the version of the law that brought it had been promulgated by a day."""
        if known_on is None:
            return True
        brought_by = laws()[self.law].edition_on(self.first_on)
        return brought_by is None or brought_by.is_known(known_on)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a rule stands for a stretch of days; ``latest`` is the day it is asked as on, when versions in force
    later (``passed_over``) were not known."""

    law: str
    citation: Citation
    passed_over: tuple[Edition, ...]
    latest: date | None

    def asked_on(self, day: date) -> date:
        """The day that chooses the version."""
        return day if self.latest is None or day <= self.latest else self.latest


def standing_on(provisions: tuple[Provision, ...], day: date, known_on: date | None) -> Standing | None:
    """Where a rule stands on a day to the knowledge of another; None when it is not in force, or not yet known."""
    starts, found = _timeline(provisions, None if known_on is None else knowledge_on(known_on))
    place = bisect_right(starts, day)
    return found[place - 1] if place else None


@lru_cache(maxsize=8192)
def _timeline(
    provisions: tuple[Provision, ...], known_on: date | None
) -> tuple[tuple[date, ...], tuple[Standing | None, ...]]:
    """The days from which a rule stands elsewhere, in another version or as on another day."""
    starts = {p.first_on for p in provisions}
    first = min(starts)
    for law in {p.law for p in provisions}:
        starts |= {e.in_force_from for e in laws()[law].editions if e.in_force_from > first}
    days = tuple(sorted(starts))
    return days, tuple(_standing(provisions, day, known_on) for day in days)


def _standing(provisions: tuple[Provision, ...], day: date, known_on: date | None) -> Standing | None:
    provision = next((p for p in reversed(provisions) if p.first_on <= day and p.is_known(known_on)), None)
    if provision is None:
        return None
    laws_of = dict.fromkeys(p.law for p in provisions)
    over = tuple(edition for law in laws_of for edition in laws()[law].passed_over(day, known_on))
    latest = min(edition.in_force_from for edition in over) - _DAY if over else None
    return Standing(provision.law, cite(provision.law, provision.article, day, known_on), over, latest)


@cache
def seen_until() -> date:
    """The last day up to which the texts of the laws were seen.

    >>> seen_until()
    datetime.date(2026, 6, 8)
    """
    day: date = _texts()["seen_until"]
    return day


def notes_on(standing: Standing, day: date, known_on: date | None) -> tuple[Words, ...]:
    """What must be said beside an answer: texts not seen, versions passed over, promulgations not known."""
    if day <= seen_until() and (known_on is None or known_on >= day):
        return ()
    return _notes(standing, day, known_on)


@lru_cache(maxsize=1024)
def _notes(standing: Standing, day: date, known_on: date | None) -> tuple[Words, ...]:
    notes = []
    if day > seen_until():
        notes.append(_seen_only_until(seen_until()))
    law = laws()[standing.law]
    asked_on = standing.asked_on(day)
    unseen = (t for t in _texts()["unseen"] if t["law"] == law.key and t["from"] <= asked_on)
    notes += [Words(text["ko"], text["en"]) for text in unseen]
    notes += [_passed_over(edition, known_on) for edition in standing.passed_over]
    used = law.edition_on(day, known_on)
    if used and known_on and used.promulgated_on is None and used.in_force_from > known_on:
        notes.append(_promulgation_unknown(used, known_on))
    return tuple(notes)


def _texts() -> dict[str, Any]:
    return toml_table("madang.kernel.statutes", "texts.toml")


def _seen_only_until(day: date) -> Words:
    said = spoken(day)
    return Words(
        f"법령은 {said.ko} 상태까지 확인하였으며, 그 뒤의 개정은 반영하지 않았습니다.",
        f"State of the text: {said.en}; later changes of the law are not covered.",
    )


def _passed_over(edition: Edition, known_on: date | None) -> Words:
    return Words(
        f"제{edition.number}호({edition.in_force_from} 시행)는 {edition.promulgated_on}에 공포되어 "
        f"{known_on}에는 알려지지 않았으므로 적용하지 않았습니다.",
        f"No. {edition.number} (in force {edition.in_force_from}) was promulgated on {edition.promulgated_on}, "
        f"after the day of knowledge {known_on}: it is not used.",
    )


def _promulgation_unknown(edition: Edition, known_on: date) -> Words:
    name = edition.words
    return Words(
        f"적용한 판({name.ko})의 공포일을 알 수 없어 {known_on}에 알려져 있던 것으로 보았습니다.",
        f"The day of promulgation of the version used ({name.en}) is not known; it is taken as known on {known_on}.",
    )
