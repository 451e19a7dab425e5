"""The partners that sources name, put into the register with those sources; what they leave open stays open."""

from madang.apps.demonstrations.acts.partners import NewPartner, list_partner
from madang.apps.zones.models import Zone
from madang.history.doing import do
from madang.history.offices import Offices
from madang.history.record import rows, sources
from madang.kernel.partial_dates import PartialDate

#: how the record marks a country that no source states, and one that is only inferred
NOT_STATED, INFERRED = "(not stated)", "(추정)"


def list_partners(offices: Offices) -> None:
    """List every partner of the record, each on the day of its agreement as far as that is known."""
    zones = {zone.slug: zone for zone in Zone.objects.all()}
    for row in rows("partners"):
        zone = zones[row["zone_id"]] if row["zone_id"] else None
        at = PartialDate.parse(row["agreement_date"])
        do(list_partner, actor=offices.ministry, partner=partner_of(row), zone=zone, at=at)


def partner_of(row: dict[str, str]) -> NewPartner:
    """Read one row of the record."""
    written = row["country"]
    country = "" if written == NOT_STATED else written.removesuffix(INFERRED)
    return NewPartner(
        slug=row["partner_id"], name_ko=row["name_ko"], name_en=row["name"], kind=row["type"], role=row["role"],
        country=country, is_country_inferred=written.endswith(INFERRED), field=row["field"],
        agreed_text=row["agreement_date"], sources=sources(row["source"]), confidence=row["confidence"],
    )  # fmt: skip
