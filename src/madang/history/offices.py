"""The organisations that act in the record, and the actors from which the acts of the past are done."""

from madang.apps.accounts.acts import NewOrganisation, register_organisation
from madang.apps.accounts.models import Organisation
from madang.core.authority import SYSTEM, Actor, Channel, Office, OfficeKind
from madang.history.doing import do
from madang.history.record import rows
from madang.kernel import regions
from madang.kernel.partial_dates import PartialDate

UNKNOWN = PartialDate.parse("")


def register_all() -> int:
    """Register the ministries, the secretariat and the local governments; return how many were registered."""
    wanted = [_listed(row) for row in rows("organisations")] + [
        _government(region) for region in regions.regions()
    ]
    actor = Actor(SYSTEM.office, channel=Channel.HISTORY)
    for organisation in wanted:
        do(register_organisation, actor=actor, organisation=organisation, at=UNKNOWN)
    return len(wanted)


def _listed(row: dict[str, str]) -> NewOrganisation:
    return NewOrganisation(
        row["slug"], OfficeKind(row["kind"]), row["name_ko"], row["name_en"], row["region"]
    )


def _government(region: regions.Region) -> NewOrganisation:
    words = region.name
    return NewOrganisation(f"region-{region.id}", OfficeKind.PROVINCE, words.ko, words.en, region.id)


def actor_of(slug: str) -> Actor:
    """Return the actor of an organisation for acts of the past."""
    row = Organisation.objects.get(slug=slug)
    office = Office(OfficeKind(row.kind), row.seats.get().pk, row.pk, row.region, row.words)
    return Actor(office, channel=Channel.HISTORY)


class Offices:
    """The actors of the record, looked up once."""

    def __init__(self) -> None:
        self.ministry = actor_of("mss")
        self.secretary = actor_of("zone-committee-secretariat")
        self._regions: dict[str, Actor] = {}
        self._organisations: dict[str, Organisation] = {}

    def government(self, region: str) -> Actor:
        """Return the actor of a region's government."""
        if region not in self._regions:
            self._regions[region] = actor_of(f"region-{region}")
        return self._regions[region]

    def organisation(self, region: str) -> Organisation:
        """Return the organisation of a region's government."""
        if region not in self._organisations:
            self._organisations[region] = Organisation.objects.get(slug=f"region-{region}")
        return self._organisations[region]
