"""Acts on the sites of a zone: entered, changed, given up; and which project works at which."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from madang.apps.demonstrations.acts.checking import changed, chosen, in_order, within
from madang.apps.demonstrations.events import sites as events
from madang.apps.demonstrations.models import DemonstrationSite, SiteUse
from madang.apps.demonstrations.models.countries import COUNTRY_WORDS, HOME
from madang.apps.demonstrations.models.sites import INSIDE, KIND_WORDS, OUTSIDE, WITHIN_WORDS
from madang.apps.demonstrations.rules import sites as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line
from madang.apps.exemptions.models import Project
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.regions import regions
from madang.kernel.words import Words

#: the land and waters of Korea in degrees, with Dokdo in the east, Marado in the south and Baengnyeongdo in the west
SOUTH, NORTH, WEST, EAST = Decimal("32.9"), Decimal("38.7"), Decimal("124.5"), Decimal("132.0")
COLUMNS = (
    "name", "kind", "country", "address", "within", "outside_reason", "latitude", "longitude", "starts_on", "ends_before",
)  # fmt: skip


@dataclass(frozen=True)
class SiteDraft:
    """A site as it is written down; days half-open, coordinates in degrees (WGS 84) or both left out."""

    name: str
    kind: str
    address: str
    within: str
    starts_on: date
    ends_before: date | None = None
    country: str = HOME
    outside_reason: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None


@act(may="demonstrations.keep_site", records=events.ADDED, subject="zone")
def add_site(*, actor: Actor, zone: Zone, site: SiteDraft, at: Moment) -> DemonstrationSite:
    """Enter a place in which demonstrations of a zone happen.

    Raises:
        Invalid: a text is missing, the end is not after the start, coordinates lie outside Korea for a place in Korea,
            or the place is said to lie in the zone although nobody can know it or its address says otherwise.
    """
    row = DemonstrationSite(zone=zone)
    _write(row, site)
    row.save(force_insert=True)
    record(events.ADDED, row, actor=actor, at=at, facts=_named(row))
    return row


@act(may="demonstrations.keep_site", records=events.CHANGED, subject="site")
def change_site(*, actor: Actor, site: DemonstrationSite, draft: SiteDraft, at: Moment) -> DemonstrationSite:
    """Change what is written of a site; what it said before stays in the events.

    Raises:
        Invalid: as for a new site, or a project uses it outside of the new days.
    """
    before = {name: getattr(site, name) for name in COLUMNS}
    _write(site, draft)
    if any(_sticks_out(use, site) for use in site.uses.all()):
        raise Invalid(
            Words(
                "이 기간 밖에 이 장소를 쓰는 과제가 있습니다. 과제의 사용 기간을 먼저 고치십시오.",
                "A project uses the site outside of these days. Change the days of its use first.",
            ),
            "ends_before",
        )
    changed(site, *COLUMNS)
    facts = Facts({"site": site.name}, before=before)
    record(events.CHANGED, site, actor=actor, at=at, facts=facts)
    return site


@act(may="demonstrations.use_site", records=events.USED, subject="project")
def use_site(
    *,
    actor: Actor,
    project: Project,
    site: DemonstrationSite,
    starts_on: date,
    ends_before: date | None = None,
    at: Moment,
) -> SiteUse:
    """Say that a project works at a site of its zone from a day, until before another where that is known.

    Raises:
        Invalid: the site is another zone's, the days lie outside of the site's, or overlap with a use on record.
    """
    held = locked(DemonstrationSite, site.pk)
    if held.zone_id != project.zone_id:
        raise Invalid(Words("다른 특구의 실증 장소입니다.", "The site belongs to another zone."), "site")
    in_order(starts_on, ends_before, "ends_before")
    row = SiteUse(site=held, project=project, starts_on=starts_on, ends_before=ends_before)
    if _sticks_out(row, held):
        within(starts_on, held.starts_on, held.ends_before, field="starts_on")
        raise Invalid(
            Words(
                "장소를 쓸 수 있는 기간이 먼저 끝납니다. 그 안의 날을 입력하십시오.",
                "The site is given up before that. Enter days within those of the site.",
            ),
            "ends_before",
        )
    if any(_overlap(row, other) for other in held.uses.filter(project=project)):
        raise Invalid(
            Words(
                "이미 그 기간에 이 장소를 쓰고 있습니다.", "The project uses the site in that time already."
            ),
            "starts_on",
        )
    row.save(force_insert=True)
    record(events.USED, row, actor=actor, at=at, facts=_named(held))
    return row


@act(may="demonstrations.use_site", records=events.USE_ENDED, subject="use")
def end_site_use(*, actor: Actor, use: SiteUse, ends_before: date, at: Moment) -> SiteUse:
    """Say from which day a project no longer works at a site.

    Raises:
        Invalid: the day is not after the first one, or after the site is given up.
    """
    in_order(use.starts_on, ends_before, "ends_before")
    use.ends_before = ends_before
    if _sticks_out(use, use.site):
        raise Invalid(
            Words("장소를 쓸 수 있는 기간보다 뒤의 날입니다.", "The site is given up before that."),
            "ends_before",
        )
    changed(use, "ends_before")
    record(events.USE_ENDED, use, actor=actor, at=at, facts=_named(use.site))
    return use


@act(may="demonstrations.keep_site", records=events.CLOSED, subject="site")
def close_site(*, actor: Actor, site: DemonstrationSite, ends_before: date, at: Moment) -> DemonstrationSite:
    """Say from which day a site is no longer used; the uses that are open end with it.

    Raises:
        Invalid: the day is not after the first one of the site or of a use.
    """
    in_order(site.starts_on, ends_before, "ends_before")
    for use in site.uses.all():
        if use.ends_before is None or use.ends_before > ends_before:
            in_order(use.starts_on, ends_before, "ends_before")
            use.ends_before = ends_before
            changed(use, "ends_before")
    site.ends_before = ends_before
    changed(site, "ends_before")
    record(events.CLOSED, site, actor=actor, at=at, facts=_named(site))
    return site


def _named(site: DemonstrationSite) -> Facts:
    return Facts({"site": site.name})


def _write(row: DemonstrationSite, draft: SiteDraft) -> None:
    chosen(draft.kind, KIND_WORDS, "kind")
    chosen(draft.within, WITHIN_WORDS, "within")
    chosen(draft.country, COUNTRY_WORDS, "country")
    in_order(draft.starts_on, draft.ends_before, "ends_before")
    row.name, row.address = line(draft.name, "name", most=120), line(draft.address, "address")
    row.outside_reason = line(draft.outside_reason, "outside_reason", needed=False)
    row.kind, row.country, row.within = draft.kind, draft.country, draft.within
    row.starts_on, row.ends_before = draft.starts_on, draft.ends_before
    row.latitude, row.longitude = draft.latitude, draft.longitude
    _refuse_strange_coordinates(row)
    _refuse_wrong_place(row)


def _refuse_strange_coordinates(row: DemonstrationSite) -> None:
    lat, lon = row.latitude, row.longitude
    if (lat is None) is not (lon is None):
        raise Invalid(
            Words("위도와 경도를 함께 입력하거나 둘 다 비우십시오.", "Enter both coordinates, or neither."),
            "latitude",
        )
    if lat is None or lon is None:
        return
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Invalid(Words("그런 좌표는 없습니다.", "There is no such place on earth."), "latitude")
    if row.country == HOME and not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
        raise Invalid(
            Words(
                "좌표가 대한민국 밖입니다. 위도와 경도를 바꾸어 쓰지 않았는지 확인하십시오.",
                "The coordinates lie outside Korea. Check that latitude and longitude were not exchanged.",
            ),
            "latitude",
        )


def _refuse_wrong_place(row: DemonstrationSite) -> None:
    """Nobody is believed that a place lies in the zone when its address names another region or country."""
    if row.within == OUTSIDE and not row.outside_reason:
        raise Invalid(
            Words(
                "지정된 위치 밖이면 그 까닭을 적으십시오.",
                "Write why the site lies outside the designated place.",
            ),
            "outside_reason",
        )
    if row.within != INSIDE:
        row.outside_reason = row.outside_reason if row.within == OUTSIDE else ""
        return
    row.outside_reason = ""
    if not row.zone.place:
        raise Invalid(
            Words(
                "이 특구의 지정된 위치가 기록되어 있지 않습니다. ‘위치 확인되지 않음’을 고르십시오.",
                "The designated place of this zone is not on record. Choose “Not known whether inside”.",
            ),
            "within",
        )
    other = _region_named(row.address)
    ours = {row.zone.region, *row.zone.regions.values_list("region", flat=True)}
    if row.country != HOME or (other and not other & ours):
        raise Invalid(
            Words(
                "주소가 이 특구의 지역이 아닙니다. ‘지정된 위치 밖’을 고르고 까닭을 적으십시오.",
                "The address is not in a region of this zone. Choose “Outside” and write why.",
            ),
            "within",
        )


def _region_named(address: str) -> set[str]:
    """The regions whose name of any day begins an address; a merged region counts for those that it took over."""
    found = {
        region.id
        for region in regions()
        for name in region.names
        if address.startswith((name.name.ko, f"{name.short.ko} "))
    }
    return found | {region.id for region in regions() if region.successor in found}


def _sticks_out(use: SiteUse, site: DemonstrationSite) -> bool:
    end = site.ends_before
    return use.starts_on < site.starts_on or (
        end is not None and (use.starts_on >= end or (use.ends_before is not None and use.ends_before > end))
    )


def _overlap(one: SiteUse, other: SiteUse) -> bool:
    return (other.ends_before is None or one.starts_on < other.ends_before) and (
        one.ends_before is None or other.starts_on < one.ends_before
    )
