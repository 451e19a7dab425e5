"""Reads on demonstration plans: progress from milestones alone, slips in days, and the plans of many projects at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from madang.apps.demonstrations.models import DemonstrationPlan, Milestone, Slip
from madang.kernel.words import Words


@dataclass(frozen=True)
class Progress:
    """How far a plan is: milestones counted and done, nothing else; late ones are those open after their day."""

    done: int
    total: int
    late: int
    slipped_days: int

    @property
    def percent(self) -> int | None:
        """Whole per cent, rounded down; None without milestones: nothing is not "0 %"."""
        return self.done * 100 // self.total if self.total else None

    @property
    def sum_words(self) -> Words:
        """The sum behind the per cent."""
        if not self.total:
            return Words("아직 단계가 없습니다.", "No milestones yet.")
        return Words(
            f"단계 {self.total}개 가운데 {self.done}개 완료: {self.done} ÷ {self.total} = {self.percent}%",
            f"{self.done} of {self.total} milestones done: {self.done} ÷ {self.total} = {self.percent}%",
        )


@dataclass(frozen=True)
class PlanView:
    """A plan with its milestones in order and the slips of each."""

    plan: DemonstrationPlan
    milestones: Sequence[tuple[Milestone, Sequence[Slip]]]
    progress: Progress


def plans_of(project_ids: Iterable[UUID], today: date) -> dict[UUID, PlanView]:
    """The plans of projects by project, in three queries whatever their number."""
    plans = {
        row.pk: row
        for row in DemonstrationPlan.objects.filter(project_id__in=list(project_ids)).select_related(
            "project__zone", "confirmed_by"
        )
    }
    steps: dict[UUID, list[Milestone]] = {key: [] for key in plans}
    for one in Milestone.objects.filter(plan_id__in=plans):
        one.plan = plans[one.plan_id]
        steps[one.plan_id].append(one)
    slips: dict[UUID, list[Slip]] = {}
    for slip in Slip.objects.filter(milestone__plan_id__in=plans).select_related("by"):
        slips.setdefault(slip.milestone_id, []).append(slip)
    return {plan.project_id: _view(plan, steps[key], slips, today) for key, plan in plans.items()}


def _view(
    plan: DemonstrationPlan, steps: Sequence[Milestone], slips: dict[UUID, list[Slip]], today: date
) -> PlanView:
    pairs = [(one, slips.get(one.pk, [])) for one in steps]
    return PlanView(plan, pairs, progress_of(pairs, today))


def progress_of(pairs: Sequence[tuple[Milestone, Sequence[Slip]]], today: date) -> Progress:
    """Count milestones that were not dropped, and the days by which those were put off in all."""
    counted = [(one, moves) for one, moves in pairs if one.dropped_on is None]
    keys = Counter(one.standing(today).key for one, _ in counted)
    return Progress(
        done=keys["done"] + keys["done_late"],
        total=len(counted),
        late=keys["late"],
        slipped_days=sum(slip.days for _, moves in counted for slip in moves),
    )
