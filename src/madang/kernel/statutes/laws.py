"""The laws the kernel cites, with the days on which their versions were promulgated and came into force.

A version promulgated after a day was not known on it. What matters of such a day is only which promulgations lie
before it: ``knowledge_on`` gives the latest of them, and everything that depends on knowledge is kept by that.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from madang.kernel.package_data import toml_table
from madang.kernel.statutes.citations import Citation, version_words
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a law: its number, its first day in force, and its promulgation (None when no source says it)."""

    number: str
    in_force_from: date
    promulgated_on: date | None = None

    @property
    def version(self) -> str:
        return f"{self.number}@{self.in_force_from.isoformat()}"

    @property
    def words(self) -> Words:
        """The version as people read it."""
        return version_words(self.version)

    def is_known(self, known_on: date | None) -> bool:
        """Whether it may be used by the knowledge of a day; one of unknown promulgation is taken as known."""
        return known_on is None or self.promulgated_on is None or self.promulgated_on <= known_on


@dataclass(frozen=True, slots=True)
class Law:
    """A law with the editions the dossier names, oldest first; none when it names none."""

    key: str
    name: Words
    editions: tuple[Edition, ...]

    def edition_on(self, day: date, known_on: date | None = None) -> Edition | None:
        """The edition in force on a day, to the knowledge of another day (None: all that is known).

        >>> laws()["act"].edition_on(date(2025, 1, 2), date(2024, 2, 5)).number
        '19430'
        """
        editions = reversed(self.editions)
        return next((e for e in editions if e.in_force_from <= day and e.is_known(known_on)), None)

    def passed_over(self, day: date, known_on: date | None) -> tuple[Edition, ...]:
        """The editions in force on a day or before that were not promulgated by the day of knowledge."""
        return tuple(e for e in self.editions if e.in_force_from <= day and not e.is_known(known_on))


@cache
def laws() -> dict[str, Law]:
    """Every law by its key."""
    table = toml_table("madang.kernel.statutes", "laws.toml")
    return {
        key: Law(
            key, Words(row["ko"], row["en"]), tuple(Edition(*edition) for edition in row.get("editions", []))
        )
        for key, row in table.items()
    }


@cache
def promulgations() -> tuple[date, ...]:
    """Every day on which a version of some law is known to have been promulgated, in order."""
    days = {e.promulgated_on for law in laws().values() for e in law.editions}
    return tuple(sorted(day for day in days if day is not None))


def knowledge_on(known_on: date | None) -> date | None:
    """The last promulgation up to a day: days with the same one know the same laws. None when all are known.

    >>> knowledge_on(date(2024, 3, 1)), knowledge_on(date(2030, 1, 1))
    (datetime.date(2024, 2, 6), None)
    """
    if known_on is None or known_on >= promulgations()[-1]:
        return None
    before = bisect_right(promulgations(), known_on)
    return promulgations()[before - 1] if before else date.min


@lru_cache(maxsize=8192)
def cite(law: str, article: str, on: date | None = None, known_on: date | None = None) -> Citation:
    """Cite an article as it stood on a day, to the knowledge of another.

    >>> cite("act", "제75조제2항", date(2025, 1, 1)).version
    '20236@2024-08-07'
    """
    edition = laws()[law].edition_on(on, known_on) if on else None
    return Citation(laws()[law].name, article, edition.version if edition else "")
