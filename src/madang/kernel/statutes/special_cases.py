"""The special cases that the Act itself writes (commonly 메뉴판식 특례), as a dated catalogue.

They hold in a zone when its approved and gazetted plan names them (MNU-01). The usual name stands in no statute.

>>> from datetime import date
>>> [one.key for one in special_cases(date(2019, 4, 16))]
[]
>>> special_case("natural_park").clocks
('MNU-11',)
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from madang.kernel.package_data import toml_table
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.laws import cite
from madang.kernel.words import Words

#: what is said of a case whose article and content the register does not tell one by one
UNSORTED = Words(
    "이 특례가 어느 조문에 있고 무엇을 완화하는지는 조문별로 확인하지 못하였습니다.",
    "Which of these articles holds it, and what it eases, was not verified article by article.",
)


@dataclass(frozen=True, slots=True)
class SpecialCase:
    """One special case. ``last_on`` is None while it is in force; ``is_sorted`` is False when only the range of
    articles is known; ``clocks`` are ids of statutory clocks."""

    key: str
    rule_id: str
    law: str
    article: str
    first_on: date
    last_on: date | None
    words: Words
    eases: Words
    clocks: tuple[str, ...] = ()
    is_sorted: bool = True

    def is_in_force(self, on: date) -> bool:
        """Whether the Act holds it on a day."""
        return self.first_on <= on and (self.last_on is None or on <= self.last_on)

    def citation_on(self, on: date) -> Citation:
        """Its article in the version of a day.

        >>> print(special_case("car_data").citation_on(date(2025, 1, 1)).version)
        20236@2024-08-07
        """
        return cite(self.law, self.article, on)


@cache
def _cases() -> dict[str, SpecialCase]:
    table = toml_table("madang.kernel.statutes", "special_cases.toml")
    return {
        key: SpecialCase(
            key, row["rule"], row["law"], row["article"], row["first"], row.get("last"), Words(row["ko"], row["en"]),
            Words(row["eases_ko"], row["eases_en"]) if "eases_ko" in row else UNSORTED,
            tuple(row.get("clocks", ())), row.get("sorted", True),
        )
        for key, row in table.items()
    }  # fmt: skip


def special_case(key: str) -> SpecialCase:
    """The special case of a key; KeyError when the Act writes none of this key."""
    return _cases()[key]


def special_case_keys() -> tuple[str, ...]:
    """Every key, in the order of the catalogue."""
    return tuple(_cases())


def special_cases(on: date) -> tuple[SpecialCase, ...]:
    """The special cases in force on a day, in the order of the catalogue."""
    return tuple(case for case in _cases().values() if case.is_in_force(on))
