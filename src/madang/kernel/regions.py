"""Regions in time: the 17 provinces and metropolitan cities, their names and codes by day, and successors.

From 2026-07-01 an Act merges Gwangju and Jeonnam into one region. Its launch was reported as planned but not as
done: the merged region stands with ``verified=False``, and ``regions_on`` can be asked for either reading.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from madang.kernel.package_data import toml_table
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words


class NoSuchRegion(Refusal, LookupError):
    """No region has that id, or it did not exist on that day."""

    def __init__(self, region_id: str, day: date | None = None) -> None:
        self.region_id, self.day = region_id, day
        when = (f"{day}에는 ", f" on {day}") if day else ("", "")
        super().__init__(
            Words(f"{when[0]}그런 지역이 없습니다: {region_id}", f"there is no region {region_id}{when[1]}")
        )


@dataclass(frozen=True, slots=True)
class DatedName:
    """A region's name in full and in short, from a day until a day (open when None; both days included)."""

    name: Words
    short: Words
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class DatedCode:
    """An administrative code, from a day until a day (open when None; both days included)."""

    code: str
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """One province or metropolitan city. ``tile`` is its (column, row) on the map of tiles.

    ``verified`` is False for the merged region, whose launch no source confirms.
    """

    id: str
    names: tuple[DatedName, ...]
    codes: tuple[DatedCode, ...]
    iso: str
    capital_area: bool
    tile: tuple[int, int]
    first_on: date | None = None
    last_on: date | None = None
    successor: str = ""
    verified: bool = True
    note: Words = Words("", "")

    @property
    def name(self) -> Words:
        """The newest name."""
        return self.names[-1].name

    @property
    def short(self) -> Words:
        """The newest short name."""
        return self.names[-1].short

    def existed_on(self, day: date) -> bool:
        return _covers(self.first_on, self.last_on, day)


def regions() -> tuple[Region, ...]:
    """Every region that ever was, in the usual official order."""
    return tuple(_by_id().values())


def region(region_id: str) -> Region:
    """One region by id.

    Raises:
        NoSuchRegion: no region has that id.
    """
    found = _by_id().get(region_id)
    if found is None:
        raise NoSuchRegion(region_id)
    return found


def regions_on(day: date, *, merged: bool = True) -> tuple[Region, ...]:
    """The regions of a day. From 2026-07-01: 16 if the merger took effect, 17 if it did not (``merged=False``).

    >>> len(regions_on(date(2026, 6, 30))), len(regions_on(date(2026, 7, 1)))
    (17, 16)
    >>> len(regions_on(date(2026, 7, 1), merged=False))
    17
    """
    if merged:
        return tuple(r for r in regions() if r.existed_on(day))
    return tuple(r for r in regions() if r.verified)


def eligible_regions_on(day: date, *, merged: bool = True) -> tuple[Region, ...]:
    """The regions outside the capital area: 14, and 13 once the merger took effect."""
    return tuple(r for r in regions_on(day, merged=merged) if not r.capital_area)


def name_on(region_id: str, day: date) -> Words:
    """The name a region bore on a day; for days it did not exist, its name nearest in time.

    >>> name_on("gangwon", date(2023, 6, 10)).ko, name_on("gangwon", date(2023, 6, 11)).ko
    ('강원도', '강원특별자치도')
    """
    names = region(region_id).names
    return next((n.name for n in names if _covers(n.first_on, n.last_on, day)), names[-1].name)


def code_on(region_id: str, day: date) -> str:
    """The administrative code of a day.

    >>> code_on("jeonbuk", date(2024, 1, 17)), code_on("jeonbuk", date(2024, 1, 18))
    ('45', '52')
    """
    codes = region(region_id).codes
    return next((c.code for c in codes if _covers(c.first_on, c.last_on, day)), codes[-1].code)


def successor_of(region_id: str) -> Region | None:
    """The region that took (or, unverified, takes) this one over; None for regions that stand."""
    successor = region(region_id).successor
    return region(successor) if successor else None


def is_capital(region_id: str) -> bool:
    """Whether a region belongs to the capital area (수도권): Seoul, Incheon, Gyeonggi."""
    return region(region_id).capital_area


def launch_is_unverified(region_id: str, day: date) -> bool:
    """Whether a region's standing on a day hangs on the merger that no source confirms.

    >>> launch_is_unverified("jeonnam", date(2026, 7, 1)), launch_is_unverified("jeonnam", date(2026, 6, 30))
    (True, False)
    """
    found = region(region_id)
    successor = successor_of(region_id)
    merged = successor if successor else found
    return not merged.verified and merged.existed_on(day)


@cache
def _by_id() -> dict[str, Region]:
    table = toml_table("madang.kernel", "regions.toml")
    return {row["id"]: _region(row) for row in table["region"]}


def _region(row: dict[str, Any]) -> Region:
    return Region(
        id=row["id"],
        names=tuple(
            DatedName(
                Words(n["ko"], n["en"]),
                Words(row["short_ko"], row["short_en"]),
                n.get("from"),
                n.get("until"),
            )
            for n in row["names"]
        ),
        codes=tuple(DatedCode(c["code"], c.get("from"), c.get("until")) for c in row["codes"]),
        iso=row.get("iso", ""),
        capital_area=row.get("capital_area", False),
        tile=(row["tile"][0], row["tile"][1]),
        first_on=row.get("from"),
        last_on=row.get("until"),
        successor=row.get("successor", ""),
        verified=row.get("verified", True),
        note=Words(row.get("note_ko", ""), row.get("note_en", "")),
    )


def _covers(first_on: date | None, last_on: date | None, day: date) -> bool:
    return (first_on is None or first_on <= day) and (last_on is None or day <= last_on)
