"""Who records which special case of the Act applies in a zone: the Ministry, or the zone's own local government."""

from madang.apps.accounts.queries import organisation_by_id, province_of
from madang.apps.exemptions.models import MenuUse
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

LOCAL = (OfficeKind.PROVINCE, OfficeKind.BASIC)
#: states in which a special case holds
HOLDS = ("applies", "kept")
#: states in which a zone is over
ZONE_OVER = ("released", "ended")
_KEEPERS = Words(
    "중소벤처기업부나 특구를 관할하는 지방자치단체가 기록합니다.",
    "The Ministry or the local government of the zone records it.",
)


def runs_zone(actor: Actor, subject: object) -> bool:
    """The Ministry for every zone, a local government for the zones that it runs."""
    zone = subject.zone if isinstance(subject, MenuUse) else subject
    if not isinstance(zone, Zone):
        return False
    if actor.kind is OfficeKind.MINISTRY:
        return True
    local = organisation_by_id(zone.organisation_id) or province_of(zone.region)
    return local is not None and local.pk == actor.office.organisation_id


permit("exemptions.attach_special_case", (OfficeKind.MINISTRY, *LOCAL), where=runs_zone, because=_KEEPERS)
permit("exemptions.end_special_case", (OfficeKind.MINISTRY, *LOCAL), where=runs_zone, because=_KEEPERS)
permit(
    "exemptions.keep_special_case",
    (OfficeKind.MINISTRY,),
    because=Words(
        "위원회의 의결을 중소벤처기업부가 기록합니다.", "The Ministry records the vote of the committee."
    ),
)
permit(
    "exemptions.end_special_case_with_zone",
    (OfficeKind.SYSTEM,),
    because=Words("특구가 끝나면 시스템이 기록합니다.", "The system records it when the zone is over."),
)
