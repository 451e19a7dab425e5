"""Reads on the register of zones: the ministry's own and, beside them, those of other ministries.

The register of a whole country has hundreds of rows, not thousands. It is read in slim rows with two queries, and
what a page counts (tabs, regions, choices) is counted from the same rows, so that every number fits the list.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet

from madang.apps.zones.models import Claim, OtherZone, Zone, ZoneRegion
from madang.apps.zones.searching import matching_other_zones, matching_zones
from madang.core.authority import Actor
from madang.kernel import regions

OURS, OTHER, EVERY = ("rfz", "giz"), "other", "all"


class Row(NamedTuple):
    """One zone of the register. ``kind`` is rfz, giz or other; ``scheme`` is set for other ministries' zones."""

    kind: str
    slug: str
    name_ko: str
    name_en: str
    regions: Sequence[str]
    round: str
    scheme: str
    industry: str
    ministry: str
    designated_on: str
    standing: str
    standing_on: str


@dataclass(frozen=True)
class RegisterFilters:
    """What a reader looks for. ``kind``: "" the ministry's zones, rfz, giz, other, all. Empty means any."""

    kind: str = ""
    region: str = ""
    round: str = ""
    industry: str = ""
    standing: str = ""
    scheme: str = ""
    text: str = ""

    def holds(self, row: Row) -> bool:
        """Tell whether a row is wanted; ``text`` was asked of the database already."""
        return (
            _of_kind(self.kind, row.kind)
            and (not self.region or bool(set(row.regions) & _region_and_parts(self.region)))
            and self.round in ("", row.round)
            and self.industry in ("", row.industry)
            and self.standing in ("", standing_key(row))
            and self.scheme in ("", row.scheme)
        )


@dataclass(frozen=True)
class Register:
    """The rows that a reader asked for, and all rows from which the page counts."""

    filters: RegisterFilters
    every: Sequence[Row]

    @property
    def rows(self) -> list[Row]:
        """The rows that every filter lets pass."""
        return self._under(self.filters)

    def by_kind(self) -> dict[str, int]:
        """Count the rows of each tab; what only one tab can be asked for (round, field, scheme) is left out."""
        asked = replace(self.filters, kind=EVERY, round="", industry="", scheme="")
        counted = Counter(row.kind for row in self._under(asked))
        ours = sum(counted[kind] for kind in OURS)
        return {
            "": ours,
            "rfz": counted["rfz"],
            "giz": counted["giz"],
            OTHER: counted[OTHER],
            EVERY: counted.total(),
        }

    def by_region(self) -> Counter[str]:
        """Count zones a region under every filter but the region; a zone of two regions counts in both."""
        rows = self._under(replace(self.filters, region=""))
        return Counter(region for row in rows for region in row.regions)

    def _under(self, filters: RegisterFilters) -> list[Row]:
        return [row for row in self.every if filters.holds(row)]


def zones_register(filters: RegisterFilters) -> Register:
    """The register under filters, newest designation first, unknown dates at the end."""
    return Register(filters, register_rows(filters.text))


def register_rows(text: str = "") -> list[Row]:
    """Every row whose zone holds the words of a text, newest designation first, unknown dates at the end."""
    rows = [*_own_rows(text), *_other_rows(text)]
    return sorted(rows, key=lambda row: (row.designated_on, row.slug), reverse=True)


def values_of(rows: Iterable[Row], kind: str, field: str) -> list[str]:
    """The values of a column among the rows of a tab, each once."""
    return sorted({value for row in rows if _of_kind(kind, row.kind) and (value := getattr(row, field))})


def standing_key(row: Row) -> str:
    """The standing in one word of the table; other ministries' zones carry the words of their source.

    >>> standing_key(Row("other", "a", "가", "", (), "", "b", "", "c", "2024", "해제로 추정", ""))
    'unknown'
    """
    if row.kind != OTHER:
        return row.standing
    return {"운영": "operating", "해제": "ended", "종료": "ended"}.get(row.standing, "unknown")


def _of_kind(wanted: str, kind: str) -> bool:
    return wanted in (EVERY, kind) or (wanted == "" and kind in OURS)


def _region_and_parts(region_id: str) -> set[str]:
    """A region and those that it took over."""
    return {region_id} | {r.id for r in regions.regions() if r.successor == region_id}


def _own_rows(text: str) -> Iterable[Row]:
    zones = matching_zones(text) if text else Zone.objects.all()
    found = zones.order_by().values_list(
        "kind", "slug", "name_ko", "name_en", _regions_of_zone(), "round", "industry",
        "designated_on", "standing", "standing_on",
    )  # fmt: skip
    return (Row(k, s, ko, en, r, n, "", i, "", on, st, so) for k, s, ko, en, r, n, i, on, st, so in found)


def _regions_of_zone() -> ArraySubquery:
    return ArraySubquery(ZoneRegion.objects.filter(zone=OuterRef("pk")).order_by("id").values("region"))


def _other_rows(text: str) -> Iterable[Row]:
    zones = matching_other_zones(text) if text else OtherZone.objects.all()
    found = zones.order_by().values_list(
        "slug", "name_ko", "regions", "scheme", "ministry", "designated_on", "standing"
    )
    return (Row(OTHER, s, ko, "", r, "", sc, "", m, on, st, "") for s, ko, r, sc, m, on, st in found)


def zones_by_region(on: date) -> dict[str, int]:
    """The ministry's zones designated until a day, counted a region of the record."""
    counted = ZoneRegion.objects.filter(zone__designated_on__lte=on.isoformat()).values_list("region")
    return dict(counted.annotate(zones=Count("zone_id", distinct=True)).order_by())


def zones_by_round(kind: str) -> list[tuple[str, int]]:
    """How many zones of a kind each round brought, in the order of the rounds."""
    counted = Zone.objects.filter(kind=kind).order_by().values_list("round").annotate(zones=Count("pk"))
    return sorted(counted, key=lambda pair: (len(pair[0]), pair[0]))


def running_totals(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Add the rounds up.

    >>> running_totals([("1", 7), ("2", 7), ("3", 7)])
    [('1', 7), ('2', 14), ('3', 21)]
    """
    total, found = 0, []
    for name, count in counts:
        total += count
        found.append((name, total))
    return found


def zones_visible_to(actor: Actor) -> QuerySet[Zone]:
    """Every zone: the register is public."""
    return Zone.objects.all()


def zone_by_slug(slug: str) -> Zone | None:
    """The zone at an address, with its regions and names; what can be no address finds none."""
    if "\0" in slug:
        return None
    return Zone.objects.filter(slug=slug).prefetch_related("regions", "names").first()


def other_zone_by_slug(slug: str) -> OtherZone | None:
    """The zone of another ministry at an address."""
    return OtherZone.objects.filter(slug=slug).first()


def count_other_zones() -> int:
    """How many zones of other ministries are listed."""
    return OtherZone.objects.count()


def claims_about(subject_kind: str, *subject_ids: object) -> QuerySet[Claim]:
    """What sources say about records, the shown claim of a field first."""
    return Claim.objects.filter(subject_kind=subject_kind, subject_id__in=[str(key) for key in subject_ids])
