"""The laws the kernel cites, with the days on which their versions came into force."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from madang.kernel.package_data import toml_table
from madang.kernel.statutes.citations import Citation
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a law: its number, and the first day it was in force."""

    number: str
    in_force_from: date

    @property
    def version(self) -> str:
        return f"{self.number}@{self.in_force_from.isoformat()}"


@dataclass(frozen=True, slots=True)
class Law:
    """A law with the editions the dossier names, oldest first; none when it names none."""

    key: str
    name: Words
    editions: tuple[Edition, ...]

    def edition_on(self, day: date) -> Edition | None:
        """The edition in force on a day."""
        return next((e for e in reversed(self.editions) if e.in_force_from <= day), None)


@cache
def laws() -> dict[str, Law]:
    """Every law by its key."""
    table = toml_table("madang.kernel.statutes", "laws.toml")
    return {
        key: Law(
            key, Words(row["ko"], row["en"]), tuple(Edition(n, day) for n, day in row.get("editions", []))
        )
        for key, row in table.items()
    }


@lru_cache(maxsize=8192)
def cite(law: str, article: str, on: date | None = None) -> Citation:
    """Cite an article as it stood on a day.

    >>> cite("act", "제75조제2항", date(2025, 1, 1)).version
    '20236@2024-08-07'
    """
    edition = laws()[law].edition_on(on) if on else None
    return Citation(laws()[law].name, article, edition.version if edition else "")
