"""Acts on the plan of a project: the firm writes and moves it, the local government confirms it as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files import File

from madang.apps.accounts.models import Organisation
from madang.apps.accounts.queries import organisation_by_id, province_of
from madang.apps.demonstrations.acts.checking import (
    changed,
    in_order,
    keep_files,
    needs_file,
    next_number,
    not_to_come,
    own_organisation,
    within,
)
from madang.apps.demonstrations.events import milestones as events
from madang.apps.demonstrations.models import DemonstrationPlan, Milestone, Slip
from madang.apps.demonstrations.rules import milestones as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.exemptions.models import Project
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.words import Words

MOST_MILESTONES, REASON = 60, 300
_GOAL = Words("실증으로 확인하려는 것을 적으십시오.", "Write what the demonstration is to show.")
_CONFIRM = Words("실증계획 확인", "Confirm the demonstration plan")
_OVER = Words("이미 마쳤거나 뺀 단계입니다.", "This milestone is done or dropped already.")


@dataclass(frozen=True)
class PlanDraft:
    """What a plan says: its goal and its days, half-open."""

    goal: str
    starts_on: date
    ends_before: date


@act(may="demonstrations.write_plan", records=events.WRITTEN, subject="project")
def write_demonstration_plan(
    *, actor: Actor, project: Project, plan: PlanDraft, at: Moment
) -> DemonstrationPlan:
    """Write the plan of a project (실증계획); the local government is to confirm it.

    Raises:
        Invalid: the project has one, the goal is missing, or the end is not after the start.
    """
    if DemonstrationPlan.objects.filter(project=project).exists():
        raise Invalid(
            Words(
                "이미 실증계획이 있습니다. 과제 화면에서 ‘목표와 기간 고치기’를 고르십시오.",
                "The project has a plan. Choose “Change goal and days” on its page.",
            )
        )
    return _written(DemonstrationPlan(project=project), plan, actor, at)


@act(may="demonstrations.write_plan", records=events.WRITTEN, subject="plan")
def change_demonstration_plan(
    *, actor: Actor, plan: DemonstrationPlan, draft: PlanDraft, at: Moment
) -> DemonstrationPlan:
    """Change the goal and the days of a plan; what it said before stays in the events, and it is confirmed again.

    Raises:
        Invalid: the goal is missing, the end is not after the start, or a milestone lies outside of the new days.
    """
    return _written(plan, draft, actor, at)


@act(may="demonstrations.write_plan", records=events.ADDED, subject="plan")
def add_milestone(*, actor: Actor, plan: DemonstrationPlan, name: str, due_on: date, at: Moment) -> Milestone:
    """Add a milestone with its due day to a plan.

    Raises:
        Invalid: the name is missing, the day lies outside of the plan's, or there are too many.
    """
    if plan.milestones.count() >= MOST_MILESTONES:
        raise Invalid(
            Words(
                f"단계는 {MOST_MILESTONES}개까지 넣을 수 있습니다.",
                f"A plan takes up to {MOST_MILESTONES} milestones.",
            )
        )
    within(due_on, plan.starts_on, plan.ends_before, field="due_on")
    row = Milestone.objects.create(
        plan=plan, number=next_number(plan.milestones.all()), name=line(name, "name", most=160), due_on=due_on
    )
    _to_be_confirmed(plan, at)
    record(events.ADDED, row, actor=actor, at=at, facts=Facts({"milestone": row.name, "due": row.due_on}))
    return row


@act(may="demonstrations.write_plan", records=events.MOVED, subject="milestone")
def move_milestone(*, actor: Actor, milestone: Milestone, to_on: date, reason: str, at: Moment) -> Milestone:
    """Move the due day of a milestone. The old day and the reason are kept for good and shown to everybody.

    Raises:
        Invalid: no reason, the same day, a day that is over or outside of the plan's, or the milestone is done.
    """
    why = line(reason, "reason", most=REASON, needed=False)
    if not why:
        raise Invalid(
            Words(
                "날을 옮기는 까닭을 적으십시오. 옮긴 기록은 까닭과 함께 공개됩니다.",
                "Write why the day is moved. The move is public with its reason.",
            ),
            "reason",
        )
    if not milestone.is_open:
        raise Invalid(_OVER)
    if to_on == milestone.due_on:
        raise Invalid(Words("지금과 같은 날입니다.", "That is the day it has now."), "to_on")
    today = today_of(at)
    if to_on < today:
        raise Invalid(
            Words("이미 지난 날로는 옮길 수 없습니다.", "It cannot be moved to a day that is over."), "to_on"
        )
    plan = locked(DemonstrationPlan, milestone.plan_id)
    within(to_on, plan.starts_on, plan.ends_before, field="to_on")
    slip = Slip.objects.create(
        milestone=milestone, from_on=milestone.due_on, to_on=to_on, reason=why, moved_on=today,
        by=own_organisation(actor),
    )  # fmt: skip
    milestone.due_on = to_on
    changed(milestone, "due_on")
    _to_be_confirmed(plan, at)
    told = {"milestone": milestone.name, "from_on": slip.from_on, "to_on": to_on, "reason": why}
    record(events.MOVED, milestone, actor=actor, at=at, facts=Facts(told, {"due_on": slip.from_on}))
    return milestone


@act(may="demonstrations.write_plan", records=events.DONE, subject="milestone")
def complete_milestone(
    *,
    actor: Actor,
    milestone: Milestone,
    done_on: date,
    note: str = "",
    files: Sequence[File] = (),
    at: Moment,
) -> Milestone:
    """Say that a milestone is done, on which day, with the files that prove it.

    Raises:
        Invalid: it is done or dropped already, the day has not come yet, or no file proves it or one cannot be kept.
    """
    if not milestone.is_open:
        raise Invalid(_OVER)
    not_to_come(done_on, at, "done_on")
    milestone.done_note = prose(note, "note")
    needs_file(files)
    keep_files(milestone, files, "evidence", actor=actor, at=at)
    milestone.done_on = done_on
    changed(milestone, "done_on", "done_note")
    facts = Facts({"milestone": milestone.name, "done": done_on})
    record(events.DONE, milestone, actor=actor, at=at, facts=facts)
    return milestone


@act(may="demonstrations.write_plan", records=events.DROPPED, subject="milestone")
def drop_milestone(*, actor: Actor, milestone: Milestone, reason: str, at: Moment) -> Milestone:
    """Take a milestone out of the plan; it stays to be seen with the reason, and is not counted any more.

    Raises:
        Invalid: no reason, or it is done or dropped already.
    """
    if not milestone.is_open:
        raise Invalid(_OVER)
    milestone.dropped_reason = line(reason, "reason", most=REASON)
    milestone.dropped_on = today_of(at)
    changed(milestone, "dropped_on", "dropped_reason")
    _to_be_confirmed(locked(DemonstrationPlan, milestone.plan_id), at)
    told = {"milestone": milestone.name, "reason": milestone.dropped_reason}
    record(events.DROPPED, milestone, actor=actor, at=at, facts=Facts(told))
    return milestone


@act(may="demonstrations.confirm_plan", records=events.CONFIRMED, subject="plan")
def confirm_demonstration_plan(*, actor: Actor, plan: DemonstrationPlan, at: Moment) -> DemonstrationPlan:
    """Confirm a plan as it stands; a later change of its days has it confirmed again.

    Raises:
        Invalid: it has no milestone, or is confirmed as it stands.
    """
    if plan.confirmed_on is not None:
        raise Invalid(Words("이미 확인한 실증계획입니다.", "The plan is confirmed as it stands."))
    if not plan.milestones.filter(dropped_on__isnull=True).exists():
        raise Invalid(
            Words(
                "단계가 하나도 없는 실증계획은 확인할 수 없습니다.",
                "A plan without milestones cannot be confirmed.",
            )
        )
    plan.confirmed_on, plan.confirmed_by = today_of(at), own_organisation(actor)
    changed(plan, "confirmed_on", "confirmed_by")
    close_duties(plan, at)
    record(events.CONFIRMED, plan, actor=actor, at=at, facts=Facts(said(local=actor.office.words)))
    return plan


def _written(row: DemonstrationPlan, draft: PlanDraft, actor: Actor, at: Moment) -> DemonstrationPlan:
    in_order(draft.starts_on, draft.ends_before, "ends_before")
    before = {name: getattr(row, name) for name in ("goal", "starts_on", "ends_before")}
    row.goal = prose(draft.goal, "goal", needed=_GOAL)
    row.starts_on, row.ends_before = draft.starts_on, draft.ends_before
    for one in Milestone.objects.filter(plan_id=row.pk, dropped_on__isnull=True):
        within(one.due_on, draft.starts_on, draft.ends_before, field="ends_before")
    _to_be_confirmed(row, at)
    record(events.WRITTEN, row, actor=actor, at=at, facts=Facts({"goal": row.goal}, before=before))
    return row


def _to_be_confirmed(plan: DemonstrationPlan, at: Moment) -> None:
    """Save a plan that was changed: the local government is to confirm it, and is told once."""
    is_new, was_confirmed = plan._state.adding, plan.confirmed_on is not None
    plan.confirmed_on, plan.confirmed_by = None, None
    plan.version += 1
    plan.save()
    if is_new or was_confirmed:
        local = _local_of(plan.project)
        kind = OfficeKind(local.kind) if local else OfficeKind.PROVINCE
        open_duty(plan, Charge(kind, local.pk if local else None), _CONFIRM, at)


def _local_of(project: Project) -> Organisation | None:
    key = project.local_id or project.zone.organisation_id
    return organisation_by_id(key) or province_of(project.zone.region)
