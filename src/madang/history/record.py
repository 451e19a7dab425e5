"""The record as it is carried: CSV files in UTF-8, read into typed rows. Nothing is completed or corrected here."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from madang.kernel.partial_dates import PartialDate

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one file; a row with more or fewer cells than the header raises ValueError with its line."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        found = list(reader)
    for line, row in enumerate(found, start=2):
        if None in row or None in row.values():
            raise ValueError(f"{name}.csv line {line}: wrong number of cells")
    return found


def sources(cell: str) -> tuple[str, ...]:
    """Return the sources of a cell, in the order given.

    >>> sources("a | b")
    ('a', 'b')
    """
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@dataclass(frozen=True)
class Dated:
    """The dates that a cell names by stage, such as ``우선협의 2019-04-17; 의결 2019-07-23``."""

    by_stage: dict[str, PartialDate]

    @classmethod
    def read(cls, cell: str) -> "Dated":
        """Read ``stage date; stage date``; a part without a date is left out."""
        parts = (part.strip().rsplit(" ", 1) for part in cell.split(";") if " " in part.strip())
        return cls(
            {
                stage: PartialDate.parse(text)
                for stage, text in parts
                if text[:4].isdigit() and "~" not in text
            }
        )

    def first_of(self, *stages: str) -> PartialDate:
        """Return the date of the first stage that is named, or an unknown date."""
        found = (d for name in stages for stage, d in self.by_stage.items() if stage.startswith(name))
        return next(found, PartialDate.parse(""))


@dataclass(frozen=True)
class Count:
    """A reported count: the number where the cell begins with one that was counted, and the cell as published."""

    number: int | None
    text: str

    @classmethod
    def read(cls, cell: str) -> "Count":
        """Read a cell: "18(신규 16·추가 2)" is 18; "최대 12" and "3 내외" are plans, not counts.

        >>> Count.read("18(신규 16·추가 2)").number, Count.read("3 내외").number
        (18, None)
        """
        head = cell.split("(")[0].strip()
        return cls(int(head) if head.isdigit() else None, cell if cell and not cell.isdigit() else "")


@cache
def facts_of(zone_id: str) -> dict[str, tuple[PartialDate, tuple[str, ...]]]:
    """Return the dated facts of a zone's procedure that a source names."""
    found = (row for row in rows("procedure_facts") if row["zone_id"] == zone_id)
    return {row["fact"]: (PartialDate.parse(row["value"]), sources(row["source"])) for row in found}


def zones_of_round(number: str) -> Iterator[dict[str, str]]:
    """Yield the zones that were designated in a round."""
    return (row for row in rows("zones") if row["round"] == number)
