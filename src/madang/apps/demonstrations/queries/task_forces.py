"""Reads on task forces: the one of a zone, its members of a day by part, its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from madang.apps.demonstrations.models import TaskForce, TaskForceMeeting, TaskForceMember
from madang.apps.zones.models import Zone


@dataclass(frozen=True)
class TaskForceView:
    """A task force with who is in it on a day, who was, and its meetings, the latest first."""

    row: TaskForce
    members: Sequence[TaskForceMember]
    former: Sequence[TaskForceMember]
    meetings: Sequence[TaskForceMeeting]


def task_force_of(zone: Zone, today: date) -> TaskForceView | None:
    """The task force of a zone in three queries; None when there is none that was set up."""
    row = TaskForce.objects.filter(zone=zone, set_up_on__isnull=False).select_related("set_up_by").first()
    if row is None:
        return None
    row.zone = zone
    members = list(row.members.select_related("organisation"))
    for one in members:
        one.task_force = row
    meetings = list(row.meetings.prefetch_related("present__organisation"))
    for meeting in meetings:
        meeting.task_force = row
    return TaskForceView(
        row,
        [one for one in members if one.belongs_on(today)],
        [one for one in members if not one.belongs_on(today)],
        meetings,
    )
