"""Reads on measures: the list with what is done of what, a measure with its tasks, targets with the way so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from madang.apps.accounts.models import Organisation
from madang.apps.measures.models import Measure, Target, TargetFigure, Task
from madang.core.audit.models import Event
from madang.kernel.procedures.measure_task import OPEN


@dataclass(frozen=True)
class Progress:
    """Tasks of a measure, counted: all of them, done, dropped, and open past their day."""

    total: int
    done: int
    dropped: int
    late: int


def measures() -> QuerySet[Measure]:
    """Every measure, by number."""
    return Measure.objects.order_by("rank")


def progress_of(found: Iterable[Measure], today: date) -> dict[UUID, Progress]:
    """Count the tasks of measures in one query."""
    late = Q(state__in=OPEN, due_on__lt=today)
    rows = (
        Task.objects.filter(measure__in=[m.pk for m in found])
        .order_by()
        .values_list("measure")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state="done")),
            dropped=Count("pk", filter=Q(state="dropped")),
            late=Count("pk", filter=late),
        )
    )
    return {key: Progress(*counts) for key, *counts in rows}


def tasks_of(measure: Measure) -> QuerySet[Task]:
    """The tasks of a measure with how often each date was moved."""
    return measure.tasks.select_related("owner", "measure").annotate(moves=Count("slips")).order_by("rank")


def tasks() -> QuerySet[Task]:
    """Every task with its measure and owner."""
    return Task.objects.select_related("owner", "measure")


def open_tasks_of(organisation_id: UUID | None) -> QuerySet[Task]:
    """What an office still has to do, the earliest day first."""
    return (
        tasks().filter(owner_id=organisation_id, state__in=OPEN).order_by("due_on", "measure__rank", "rank")
    )


def owners_named(names: Iterable[str]) -> dict[str, Organisation]:
    """Organisations by the Korean or English name that a table has."""
    wanted = set(names)
    rows = Organisation.objects.filter(Q(name_ko__in=wanted) | Q(name_en__in=wanted)).exclude(kind="firm")
    return {name: row for row in rows for name in (row.name_ko, row.name_en) if name in wanted}


def taken_numbers(numbers: Iterable[str]) -> set[tuple[str, str]]:
    """Numbers of tasks that exist already, each with the number of its measure."""
    rows = Task.objects.filter(measure__number__in=set(numbers))
    return set(rows.values_list("measure__number", "number"))


@dataclass(frozen=True)
class Way:
    """A target with its figures, the newest last."""

    target: Target
    figures: Sequence[TargetFigure]

    @property
    def newest(self) -> TargetFigure | None:
        """The last figure that was reported."""
        return self.figures[-1] if self.figures else None

    @property
    def percent(self) -> int | None:
        """How far it has come, rounded down; None while nothing was reported."""
        return int(self.newest.value * 100 / self.target.number) if self.newest else None

    @property
    def missing(self) -> Decimal | None:
        """What is still to come; None while nothing was reported."""
        return max(self.target.number - self.newest.value, Decimal(0)) if self.newest else None


def target_rows() -> QuerySet[Target]:
    """Every target, by its year."""
    return Target.objects.select_related("measure").order_by("year", "title_ko")


def targets() -> list[Way]:
    """Every target with its figures."""
    rows = target_rows().prefetch_related("figures")
    return [Way(row, list(row.figures.all())) for row in rows]


def events_of(task: Task) -> QuerySet[Event]:
    """What happened to a task, in order."""
    return Event.objects.filter(subject_kind="measures.task", subject_id=str(task.pk)).order_by("at", "id")
