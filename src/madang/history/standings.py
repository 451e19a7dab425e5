"""What became of each zone after its designation: released, ended, or what the last report says."""

from madang.apps.zones.acts import end_zone, note_standing, release_zone
from madang.apps.zones.models import Zone
from madang.history.doing import do
from madang.history.offices import Offices
from madang.history.record import rows, sources
from madang.kernel.partial_dates import PartialDate


def note_standings(offices: Offices) -> None:
    """Go through the zones by the day of their last report; an end in the record is an act of that day."""
    zones = {zone.slug: zone for zone in Zone.objects.all()}
    for row in sorted(rows("zones"), key=lambda r: (r["status_date"], r["zone_id"])):
        _note(row, zones[row["zone_id"]], offices)


def _note(row: dict[str, str], zone: Zone, offices: Offices) -> None:
    actor, note, cited = offices.ministry, row["status_note"], sources(row["source"])
    day = PartialDate.parse(row["status_date"])
    if row["status"] == "ended" and "지정 해제" in note:
        do(release_zone, actor=actor, zone=zone, ground=note, sources=cited, at=day)
    elif row["status"] == "ended":
        do(end_zone, actor=actor, zone=zone, note=note, sources=cited, at=day)
    else:
        do(
            note_standing,
            actor=actor,
            zone=zone,
            standing=row["status"],
            on_text=row["status_date"],
            note=note,
            sources=cited,
            at=day,
        )
