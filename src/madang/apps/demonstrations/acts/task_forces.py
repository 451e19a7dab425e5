"""Acts on task forces: the reminder for a new zone, setting up, members in and out, meetings. Practice, not law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.demonstrations.acts.checking import (
    changed,
    chosen,
    in_order,
    next_number,
    not_to_come,
    own_organisation,
)
from madang.apps.demonstrations.events import task_forces as events
from madang.apps.demonstrations.models import TaskForce, TaskForceMeeting, TaskForceMember
from madang.apps.demonstrations.models.task_forces import ROLE_WORDS
from madang.apps.demonstrations.rules import task_forces as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.words import Words

_SET_UP = Words("실증추진단 구성", "Set up the demonstration task force")
_AGENDA = Words("회의 안건을 적으십시오.", "Write the agenda.")
_RECORD = Words("회의에서 다룬 내용을 짧게 적으십시오.", "Write briefly what was said and settled.")


@dataclass(frozen=True)
class NewMember:
    """An organisation with its part: one that is registered, or the name of one that is not; the person if known."""

    role: str
    joined_on: date
    organisation: Organisation | None = None
    organisation_name: str = ""
    person: str = ""
    task: str = ""


@dataclass(frozen=True)
class NewMeeting:
    """A meeting that is called."""

    held_on: date
    place: str
    agenda: str


@dataclass(frozen=True)
class Minutes:
    """What is recorded of a meeting: a short text, the members present, the next day if it is set."""

    record: str
    present: Sequence[TaskForceMember]
    next_on: date | None = None


@act(may="demonstrations.want_task_force", records=events.WANTED, subject="zone")
def want_task_force(*, actor: Actor, zone: Zone, at: Moment) -> TaskForce:
    """Remind the Ministry that a zone which was designated has no task force yet; practice, no duty of the law.

    Raises:
        Invalid: the zone has one, or the Ministry is reminded already.
    """
    if TaskForce.objects.filter(zone=zone).exists():
        raise Invalid(Words("이미 실증추진단이 있습니다.", "The zone has a task force already."), "zone")
    row = TaskForce.objects.create(zone=zone)
    open_duty(row, Charge(OfficeKind.MINISTRY), _SET_UP, at)
    record(events.WANTED, row, actor=actor, at=at)
    return row


@act(may="demonstrations.keep_task_force", records=events.SET_UP, subject="zone")
def set_up_task_force(
    *, actor: Actor, zone: Zone, set_up_on: date, purpose: str = "", at: Moment
) -> TaskForce:
    """Set up the task force of a zone (실증추진단 구성); the Ministry's reminder ends.

    Raises:
        Invalid: it is set up already, the day has not come yet, or the text cannot be kept.
    """
    row = TaskForce.objects.filter(zone=zone).first() or TaskForce(zone=zone)
    if row.set_up_on is not None:
        raise Invalid(
            Words(
                f"이미 구성된 실증추진단입니다({row.set_up_on.isoformat()}).",
                f"The task force was set up already ({row.set_up_on.isoformat()}).",
            )
        )
    not_to_come(set_up_on, at, "set_up_on")
    row.set_up_on, row.set_up_by = set_up_on, own_organisation(actor)
    row.purpose = prose(purpose, "purpose")
    row.version += 1
    row.save()
    close_duties(row, at)
    record(events.SET_UP, row, actor=actor, at=at, facts=Facts(said(zone=zone.title)))
    return row


@act(may="demonstrations.keep_task_force", records=events.JOINED, subject="task_force")
def add_task_force_member(
    *, actor: Actor, task_force: TaskForce, member: NewMember, at: Moment
) -> TaskForceMember:
    """Take an organisation into a task force with its part, from a day.

    Raises:
        Invalid: no such part, nobody named, the same organisation has that part already, or a text cannot be kept.
    """
    _set_up(task_force)
    role = chosen(member.role, ROLE_WORDS, "role")
    name = line(member.organisation_name, "organisation_name", most=120, needed=False)
    if (member.organisation is None) is (name == ""):
        raise Invalid(
            Words(
                "등록된 기관을 고르거나, 등록되지 않은 기관이면 이름을 적으십시오. 둘 가운데 하나만 씁니다.",
                "Choose a registered organisation, or write the name of one that is not registered; not both.",
            ),
            "organisation",
        )
    row = TaskForceMember(
        task_force=task_force, organisation=member.organisation, organisation_name=name, role=member.role,
        person=line(member.person, "person", most=80, needed=False),
        task=line(member.task, "task", needed=False), joined_on=member.joined_on,
    )  # fmt: skip
    _refuse_twice(row)
    row.save(force_insert=True)
    facts = Facts(said(organisation=row.title, role=role))
    record(events.JOINED, row, actor=actor, at=at, facts=facts)
    return row


@act(may="demonstrations.keep_task_force", records=events.LEFT, subject="member")
def leave_task_force(
    *, actor: Actor, member: TaskForceMember, left_before: date, at: Moment
) -> TaskForceMember:
    """Record the day from which an organisation is no longer in a task force; what it did stays.

    Raises:
        Invalid: it has left already, the day is not after it joined, or has not come yet.
    """
    if member.left_before is not None:
        raise Invalid(
            Words("이미 참여를 마친 기관입니다.", "This organisation has left already."), "left_before"
        )
    in_order(member.joined_on, left_before, "left_before")
    not_to_come(left_before, at, "left_before")
    member.left_before = left_before
    changed(member, "left_before")
    record(events.LEFT, member, actor=actor, at=at, facts=Facts(said(organisation=member.title)))
    return member


@act(may="demonstrations.keep_task_force", records=events.CALLED, subject="task_force")
def call_task_force_meeting(
    *, actor: Actor, task_force: TaskForce, meeting: NewMeeting, at: Moment
) -> TaskForceMeeting:
    """Call a meeting of a task force, or enter one that was held.

    Raises:
        Invalid: the task force is not set up, the agenda or place is missing, or a text cannot be kept.
    """
    _set_up(task_force)
    row = TaskForceMeeting.objects.create(
        task_force=task_force,
        number=next_number(task_force.meetings.all()),
        held_on=meeting.held_on,
        place=line(meeting.place, "place"),
        agenda=prose(meeting.agenda, "agenda", needed=_AGENDA),
    )
    facts = Facts({"number": row.number, "day": row.held_on})
    record(events.CALLED, row, actor=actor, at=at, facts=facts)
    return row


@act(may="demonstrations.keep_task_force", records=events.RECORDED, subject="meeting")
def record_task_force_meeting(
    *, actor: Actor, meeting: TaskForceMeeting, minutes: Minutes, at: Moment
) -> TaskForceMeeting:
    """Record what a meeting came to, who was present, and the day of the next.

    Raises:
        Invalid: it was recorded already or is still to come, nobody or a stranger was present, or the next day is earlier.
    """
    if meeting.recorded_on is not None:
        raise Invalid(Words("이미 기록한 회의입니다.", "This meeting was recorded already."), "record")
    not_to_come(meeting.held_on, at, "record")
    in_order(meeting.held_on, minutes.next_on, "next_on")
    present = {row.pk: row for row in minutes.present}
    ours = {row.pk for row in meeting.task_force.members.all() if row.belongs_on(meeting.held_on)}
    if not present or present.keys() - ours:
        raise Invalid(
            Words(
                "참석한 기관을 하나 이상 고르십시오. 회의한 날 실증추진단에 있던 기관만 고를 수 있습니다.",
                "Choose who was present: members of the task force on the day of the meeting, at least one.",
            ),
            "present",
        )
    meeting.record = prose(minutes.record, "record", needed=_RECORD)
    meeting.recorded_on, meeting.next_on = today_of(at), minutes.next_on
    changed(meeting, "record", "recorded_on", "next_on")
    meeting.present.set(present.values())
    facts = Facts({"number": meeting.number, "present": len(present)})
    record(events.RECORDED, meeting, actor=actor, at=at, facts=facts)
    return meeting


def _set_up(task_force: TaskForce) -> None:
    if task_force.set_up_on is None:
        raise Invalid(Words("먼저 실증추진단을 구성하십시오.", "Set up the task force first."))


def _refuse_twice(row: TaskForceMember) -> None:
    """The same organisation with the same part at once says the same thing twice."""
    same = row.task_force.members.filter(
        organisation=row.organisation, organisation_name=row.organisation_name, role=row.role
    )
    if any(other.left_before is None or other.left_before > row.joined_on for other in same):
        raise Invalid(
            Words(
                "같은 기관이 같은 역할로 이미 참여하고 있습니다.",
                "This organisation has that part in the task force already.",
            ),
            "organisation",
        )
