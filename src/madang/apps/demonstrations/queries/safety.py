"""Reads on inspections, incidents and claims: who sees which; nobody sees another firm's."""

from django.db.models import Q, QuerySet

from madang.apps.demonstrations.models import Claim, Defect, Incident, Inspection, TaskForceMember
from madang.apps.demonstrations.models.task_forces import HOSTING
from madang.apps.demonstrations.rules.parts import LOCAL
from madang.apps.exemptions.models import Tool
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.kernel.procedures import exemption, interim_permit

#: states in which there is something to watch over
IN_FORCE = tuple({*exemption.IN_FORCE, *interim_permit.IN_FORCE})
_WITH = ("tool__project__zone", "tool__project__operator", "tool__project__local")


def watched_by(actor: Actor) -> QuerySet[Tool]:
    """Tools whose safety an office reads: a firm's own, those it oversees, was asked about, or hosts."""
    rows = Tool.objects.filter(is_record=False).select_related(
        "project__zone", "project__operator", "project__local"
    )
    own = actor.office.organisation_id
    if actor.kind is OfficeKind.MINISTRY:
        return rows
    if own is None:
        return rows.none()
    if actor.kind is OfficeKind.FIRM:
        return rows.filter(project__operator_id=own)
    if actor.kind in LOCAL:
        return rows.filter(project__local_id=own)
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        return rows.filter(replies__organisation_id=own).distinct()
    if actor.kind is OfficeKind.AGENCY:
        hosted = TaskForceMember.objects.filter(
            organisation_id=own, left_before__isnull=True, role__in=HOSTING
        )
        return rows.filter(project__zone__in=hosted.values("task_force__zone"))
    return rows.none()


def watched_now_by(actor: Actor) -> QuerySet[Tool]:
    """Those of them that are in force: something can happen there."""
    return watched_by(actor).filter(state__in=IN_FORCE).order_by("project__title_public", "pk")


def incidents_visible_to(actor: Actor) -> QuerySet[Incident]:
    """Incidents, the newest first."""
    return Incident.objects.filter(tool__in=watched_by(actor).values("pk")).select_related("reporter", *_WITH)


def inspections_visible_to(actor: Actor) -> QuerySet[Inspection]:
    """Inspections, the newest first."""
    return Inspection.objects.filter(tool__in=watched_by(actor).values("pk")).select_related(
        "organisation", *_WITH
    )


def claims_visible_to(actor: Actor) -> QuerySet[Claim]:
    """Claims, the newest first."""
    return Claim.objects.filter(tool__in=watched_by(actor).values("pk")).select_related("incident", *_WITH)


def defects_visible_to(actor: Actor) -> QuerySet[Defect]:
    """Defects, the earliest day first."""
    inside = [f"inspection__{name}" for name in _WITH]
    return Defect.objects.filter(inspection__tool__in=watched_by(actor).values("pk")).select_related(*inside)


def happened_to(*rows: Incident | Inspection | Claim | Defect) -> QuerySet[Event]:
    """What happened to rows, in order."""
    wanted = Q(pk__in=[])
    for row in rows:
        wanted |= Q(subject_kind=row._meta.label_lower, subject_id=str(row.pk))
    return Event.objects.filter(wanted).order_by("at", "id")
