"""Who has a part in a zone's demonstrations and in a project: pure questions about loaded rows, shared by all topics."""

from madang.apps.demonstrations.models import (
    CustomsRecord,
    DemonstrationPlan,
    DemonstrationSite,
    Milestone,
    SiteUse,
    TaskForce,
    TaskForceMeeting,
    TaskForceMember,
    Track,
    TrackCertificate,
    TrackStep,
)
from madang.apps.demonstrations.models.task_forces import HOSTING
from madang.apps.exemptions.models import Project
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.kernel.regions import successor_of

LOCAL = (OfficeKind.PROVINCE, OfficeKind.BASIC)
#: offices whose organisation can sit in a task force
MEMBERS = (OfficeKind.MINISTRY, *LOCAL, OfficeKind.OTHER_MINISTRY, OfficeKind.AGENCY, OfficeKind.FIRM)


def track_of(subject: object) -> Track | None:
    """The track that a subject is, or hangs on."""
    if isinstance(subject, Track):
        return subject
    return subject.track if isinstance(subject, TrackStep | CustomsRecord | TrackCertificate) else None


def project_of(subject: object) -> Project | None:
    """The project of a subject; None when it is about a zone alone."""
    track = track_of(subject)
    if track is not None:
        return track.project
    if isinstance(subject, Milestone):
        return subject.plan.project
    if isinstance(subject, DemonstrationPlan | SiteUse):
        return subject.project
    return subject if isinstance(subject, Project) else None


def zone_of(subject: object) -> Zone | None:
    """The zone of a subject."""
    if isinstance(subject, Zone):
        return subject
    if isinstance(subject, TaskForceMember | TaskForceMeeting):
        return subject.task_force.zone
    if isinstance(subject, TaskForce | DemonstrationSite):
        return subject.zone
    holder = track_of(subject) or project_of(subject)
    return holder.zone if holder is not None else None


def governs_zone(actor: Actor, zone: Zone) -> bool:
    """The zone is run by the actor's local government; where none is on record, by that of its region."""
    if actor.kind not in LOCAL:
        return False
    if zone.organisation_id is not None:
        return zone.organisation_id == actor.office.organisation_id
    if actor.kind is not OfficeKind.PROVINCE:
        return False
    successor = successor_of(zone.region) if zone.region else None
    names = {zone.region, successor.id if successor else zone.region} - {""}
    return actor.office.region_id in names


def keeps(actor: Actor, subject: object) -> bool:
    """The Ministry, and the local government of the zone."""
    zone = zone_of(subject)
    if zone is None:
        return False
    return actor.kind is OfficeKind.MINISTRY or governs_zone(actor, zone)


def sits_in(actor: Actor, zone: Zone, roles: tuple[str, ...] = ()) -> bool:
    """The actor's organisation is in the zone's task force now, with one of the parts when they are named."""
    own = actor.office.organisation_id
    if own is None or actor.kind not in MEMBERS:
        return False
    found = TaskForceMember.objects.filter(
        task_force__zone_id=zone.pk, organisation_id=own, left_before__isnull=True
    )
    return (found.filter(role__in=roles) if roles else found).exists()


def hosts(actor: Actor, subject: object) -> bool:
    """Whoever keeps the zone's demonstrations, and those who lead its task force or host the demonstration."""
    zone = zone_of(subject)
    return zone is not None and (keeps(actor, zone) or sits_in(actor, zone, HOSTING))


def operates(actor: Actor, subject: object) -> bool:
    """The project is the actor's own firm's."""
    project, own = project_of(subject), actor.office.organisation_id
    return project is not None and own is not None and project.operator_id == own


def governs_project(actor: Actor, subject: object) -> bool:
    """The project lies with the actor's local government."""
    project = project_of(subject)
    if project is None or actor.kind not in LOCAL:
        return False
    if project.local_id is not None:
        return project.local_id == actor.office.organisation_id
    return governs_zone(actor, project.zone)


def works_on(actor: Actor, subject: object) -> bool:
    """The firm on its own project and on no other's; otherwise whoever hosts the zone's demonstrations."""
    if actor.kind is OfficeKind.FIRM and project_of(subject) is not None:
        return operates(actor, subject)
    return hosts(actor, subject)


def reads_inside(actor: Actor, subject: object) -> bool:
    """Whoever works on a subject, and the organisations of the zone's task force; no firm reads another firm's project."""
    zone = zone_of(subject)
    if zone is None:
        return False
    if actor.kind is OfficeKind.FIRM and project_of(subject) is not None:
        return operates(actor, subject)
    return keeps(actor, zone) or sits_in(actor, zone)
