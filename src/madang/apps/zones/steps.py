"""Steps that acts of other apps take in the register of zones. Each records its event, so it works inside an act only."""

from dataclasses import dataclass, field

from madang.apps.zones import events
from madang.apps.zones.models import Zone, ZoneName, ZoneRegion
from madang.core.acts import Invalid
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import begin
from madang.core.moments import Moment
from madang.core.written import one_line
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.words import Words


@dataclass(frozen=True)
class FormerName:
    """A name that the zone bore at a stage before, or the name in its plan."""

    name_ko: str
    stage: Words
    on: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True)
class NewZone:
    """What a gazetted zone is: address key, names, regions (the first is the lead), field, place, days as published."""

    slug: str
    name_ko: str
    name_en: str = ""
    kind: str = "rfz"
    regions: tuple[str, ...] = ()
    round: str = ""
    industry: str = ""
    place: str = ""
    designated_on: PartialDate = UNKNOWN_DATE
    gazetted_on: PartialDate = UNKNOWN_DATE
    starts_on: PartialDate = UNKNOWN_DATE
    ends_on: PartialDate = UNKNOWN_DATE
    former_names: tuple[FormerName, ...] = field(default_factory=tuple)


def found_zone(
    *, actor: Actor, new: NewZone, organisation: object, at: Moment, provision: str = "APP-06"
) -> Zone:
    """Begin the life of a zone in the register and record that it was designated.

    ``organisation`` is the local government that runs it (a row of accounts).

    Raises:
        Invalid: the address key is taken, or the zone has no region.
    """
    if Zone.objects.filter(slug=new.slug).exists():
        raise Invalid(
            Words("이미 쓰고 있는 특구 주소입니다.", "This address belongs to another zone."), "slug"
        )
    if not new.regions:
        raise Invalid(Words("특구의 지역이 필요합니다.", "The zone needs a region."), "regions")
    zone = Zone(
        slug=new.slug, kind=new.kind, name_ko=one_line(new.name_ko, most=120, field="name_ko"),
        name_en=one_line(new.name_en, most=160, field="name_en", needed=False), round=new.round,
        region=new.regions[0], industry=new.industry[:80], place=new.place[:300],
        organisation_id=getattr(organisation, "pk", None), designated_on=new.designated_on.text,
        gazetted_on=new.gazetted_on.text, starts_on=new.starts_on.text, ends_on=new.ends_on.text,
    )  # fmt: skip
    begin(zone, at=at)
    ZoneRegion.objects.bulk_create(
        ZoneRegion(zone=zone, region=region) for region in dict.fromkeys(new.regions)
    )
    ZoneName.objects.bulk_create(
        ZoneName(zone=zone, name_ko=n.name_ko, stage_ko=n.stage.ko, stage_en=n.stage.en, on_text=n.on.text)
        for n in new.former_names
    )
    told = {"zone": zone.name_ko, "zone_en": zone.title.en, "designated_on": zone.designated_on}
    record(events.DESIGNATED, zone, actor=actor, at=at, facts=Facts(told, provision=provision))
    return zone


def zone_called(slug: str) -> Zone:
    """Return the zone with this address key.

    Raises:
        Invalid: there is none.
    """
    zone = Zone.objects.filter(slug=slug).first()
    if zone is None:
        raise Invalid(Words(f"그런 특구가 없습니다: {slug}", f"There is no such zone: {slug}"), "slug")
    return zone
