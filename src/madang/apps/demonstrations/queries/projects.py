"""Reads on the projects of a zone as demonstrations show them: who sees which, and what was granted to whom."""

from django.db.models import Q, QuerySet

from madang.apps.demonstrations.models import TaskForceMember
from madang.apps.demonstrations.rules.parts import LOCAL, MEMBERS
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.queries.tools import public_tools
from madang.core.authority import Actor, OfficeKind
from madang.kernel.procedures.tools import BEFORE_MINISTRY


def public_projects() -> QuerySet[Project]:
    """Projects that everybody may know of: those of the record, and those to which a tool was granted."""
    granted = Q(pk__in=public_tools().values("project_id"))
    return _rows().filter(granted | Q(is_record=True))


def projects_visible_to(actor: Actor) -> QuerySet[Project]:
    """The public ones, a firm's own, those with a local government, and those whose request came to the Ministry."""
    rows, public = _rows(), Q(pk__in=public_projects().values("pk"))
    own = actor.office.organisation_id
    if actor.kind is OfficeKind.MINISTRY:
        came = Tool.objects.exclude(state__in=BEFORE_MINISTRY)
        return rows.filter(public | Q(pk__in=came.values("project_id")))
    if actor.kind is OfficeKind.FIRM and own is not None:
        return rows.filter(public | Q(operator_id=own))
    if actor.kind in LOCAL and own is not None:
        sent = Tool.objects.exclude(state="drafting")
        return rows.filter(public | Q(local_id=own, pk__in=sent.values("project_id")))
    return rows.filter(public)


def zones_joined_by(actor: Actor) -> set[object]:
    """Zones in whose task force the actor's organisation is now."""
    own = actor.office.organisation_id
    if own is None or actor.kind not in MEMBERS:
        return set()
    rows = TaskForceMember.objects.filter(organisation_id=own, left_before__isnull=True)
    return set(rows.values_list("task_force__zone_id", flat=True))


def _rows() -> QuerySet[Project]:
    return Project.objects.select_related("zone", "operator", "local").order_by("zone", "title_public", "pk")
