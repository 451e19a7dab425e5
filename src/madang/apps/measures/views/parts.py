"""Parts of the pages of the measures: where they stand, columns, the bar of what is done, the timeline."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.measures.models import Measure, Task, TaskSlip
from madang.apps.measures.queries.measures import Progress
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.ui.shapes import Badge, Column, Link, TimelineItem
from madang.core.ui.texts import day, text
from madang.kernel.procedures.measure_task import OPEN
from madang.kernel.words import Words

NOTHING = Progress(0, 0, 0, 0)


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the measures stands."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("대책과 과제"), reverse("measures:measures")), *below]


def measure_columns(progress: Mapping[UUID, Progress]) -> list[Column]:
    """The columns of the list of measures."""

    def of(row: Measure) -> Progress:
        return progress.get(row.pk, NOTHING)

    return [
        Column(_("번호"), "number"),
        Column(_("대책"), lambda row: Link(row.title, reverse("measures:measure", args=[row.number]))),
        Column(_("발표"), lambda row: day(row.announced) if row.announced else ""),
        Column(_("세부 과제"), lambda row: of(row).total, numeric=True),
        Column(_("완료"), lambda row: of(row).done, numeric=True),
        Column(_("기한이 지남"), lambda row: of(row).late, numeric=True),
    ]


def task_columns(today: date) -> list[Column]:
    """The columns of the tasks of a measure."""
    return [
        Column(_("번호"), "number"),
        Column(_("세부 과제"), lambda row: Link(row.title, reverse("measures:task", args=[row.pk]))),
        Column(_("담당 기관"), lambda row: text(row.owner.words)),
        Column(_("과제 기한"), lambda row: due_text(row)),
        Column(
            _("기한 변경"), lambda row: _("%(n)d번") % {"n": row.moves} if row.moves else "", numeric=True
        ),
        Column(_("상태"), lambda row: badge(row, today)),
    ]


def due_text(task: Task) -> str:
    """When a task is due, as precise as it was said."""
    return day(task.due) if task.due else _("정해지지 않음")


def badge(task: Task, today: date) -> Badge:
    """Where a task stands; an open one past its day is late."""
    if task.state in OPEN and task.due_on is not None and task.due_on < today:
        return Badge(Words("기한이 지남", "Late"), "danger")
    return Badge(task.state_now.public_words, task.state_now.tone)


def slip_columns() -> list[Column]:
    """The columns of the moved dates of a task."""
    return [
        Column(_("옮긴 날"), "moved_on"),
        Column(_("전"), lambda row: day(row.before) if row.before else _("정해지지 않음")),
        Column(_("후"), lambda row: day(row.after)),
        Column(_("차이"), difference, numeric=True),
        Column(_("이유"), "reason"),
        Column(_("옮긴 기관"), "office"),
    ]


def difference(slip: TaskSlip) -> str:
    """How far a date was moved, where both ends are known to the day."""
    if slip.days is None:
        return _("날짜가 정확하지 않아 계산하지 않음")
    return _("%(n)+d일") % {"n": slip.days}


def timeline(events: Iterable[Event]) -> list[TimelineItem]:
    """What happened to a task."""
    return [
        TimelineItem(
            title=kind_of(event.name).sentence(event.facts),
            on=event.at,
            office=Words(event.office_ko, event.office_en),
        )
        for event in events
    ]
