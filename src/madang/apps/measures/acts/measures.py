"""Acts of the Ministry on the list: announce a measure, add a task, take a whole table over."""

from collections.abc import Sequence
from dataclasses import dataclass

from madang.apps.accounts.models import Organisation
from madang.apps.measures import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.measures.acts.sheet import Line, Lines
from madang.apps.measures.acts.writing import addresses, number, partial, prose, rank, title
from madang.apps.measures.models import Measure, Task
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.cases import begin
from madang.core.duties import open_duty
from madang.core.moments import Moment
from madang.kernel.words import Words

TO_DO = Words("과제를 추진하고 완료를 기록", "Carry out the task and record that it is done")


@dataclass(frozen=True)
class NewMeasure:
    """A measure as it was announced; ``announced`` may be partial."""

    number: str
    title: str
    description: str = ""
    announced: str = ""
    sources: Sequence[str] = ()


@dataclass(frozen=True)
class NewTask:
    """A task: its number within the measure, name, owner, and the day it is due as precise as it is known."""

    number: str
    title: str
    owner: Organisation
    due: str = ""
    description: str = ""


@act(may="measures.keep", records=events.ANNOUNCED)
def announce_measure(*, actor: Actor, measure: NewMeasure, at: Moment) -> Measure:
    """Put a measure that was announced on the list (대책 등록).

    Raises:
        Invalid: the number is taken, or a text, date or address cannot be kept.
    """
    row = Measure(
        number=number(measure.number, "number"),
        title_ko=title(measure.title, "title", most=200),
        description=prose(measure.description, "description"),
        announced_text=partial(measure.announced, "announced").text,
        sources=addresses(measure.sources, "sources"),
    )
    row.rank = rank(row.number)
    _refuse_taken(row.number)
    row.save(force_insert=True)
    told = Facts({"title": str(row)}, sources=tuple(row.sources))
    record(events.ANNOUNCED, row, actor=actor, at=at, facts=told)
    return row


@act(may="measures.keep", records=events.TASK_ADDED, subject="measure")
def add_task(*, actor: Actor, measure: Measure, task: NewTask, at: Moment) -> Task:
    """Add a task to a measure (과제 추가).

    Raises:
        Invalid: the number is taken, the owner is a firm, or a text or date cannot be kept.
    """
    row = Task(
        measure=measure, number=number(task.number, "number"), title_ko=title(task.title, "title"),
        description=prose(task.description, "description"), owner=task.owner,
    )  # fmt: skip
    if task.owner.kind == OfficeKind.FIRM.value:
        raise Invalid(
            Words("기업은 과제의 담당 기관이 될 수 없습니다.", "A firm cannot own a task."), "owner"
        )
    due = partial(task.due, "due")
    row.due_text, row.due_on = due.text, due.last
    if measure.tasks.filter(number=row.number).exists():
        raise Invalid(
            Words(
                f"이 대책에 {row.number}번 과제가 이미 있습니다.",
                f"This measure has a task {row.number} already.",
            ),
            "number",
        )
    _open(row, actor, at)
    return row


@act(may="measures.keep", records=(events.IMPORTED, events.LISTED, events.TASK_ADDED))
def import_tasks(*, actor: Actor, table: Lines, at: Moment) -> Measure:
    """Take over a table of tasks, whole or not at all (과제 표 들여오기).

    Measures that are not there yet are made; those that are there keep their name. Returns the first measure.

    Raises:
        Invalid: the table is empty, or a number was taken since the table was looked through.
    """
    if not table.lines:
        raise Invalid(Words("표에 과제가 없습니다.", "The table has no task."), "table")
    there = {row.number: row for row in Measure.objects.filter(number__in=table.measures)}
    for key, name in table.measures.items():
        if key not in there:
            there[key] = Measure(number=key, rank=rank(key), title_ko=name)
            there[key].save(force_insert=True)
            told = Facts({"title": str(there[key])})
            record(events.LISTED, there[key], actor=actor, at=at, facts=told)
    _refuse_taken_tasks(table.lines)
    for line in table.lines:
        _open(_task_of(line, there[line.measure]), actor, at)
    first = there[table.lines[0].measure]
    counts = Facts({"measures": len(table.measures), "tasks": len(table.lines)})
    record(events.IMPORTED, first, actor=actor, at=at, facts=counts)
    return first


def _task_of(line: Line, measure: Measure) -> Task:
    return Task(
        measure=measure, number=line.number, title_ko=line.title, description=line.description, owner=line.owner,
        due_text=line.due.text, due_on=line.due.last,
    )  # fmt: skip


def _open(task: Task, actor: Actor, at: Moment) -> None:
    task.rank = rank(task.number)
    begin(task, at=at)
    if not actor.is_history:
        open_duty(task, Charge(OfficeKind(task.owner.kind), task.owner_id), TO_DO, at, task.due_on)
    told = {"title": task.title_ko, "due": task.due_text or "–", "owner": task.owner.name_ko}
    record(events.TASK_ADDED, task, actor=actor, at=at, facts=Facts(told))


def _refuse_taken(key: str) -> None:
    if Measure.objects.filter(number=key).exists():
        raise Invalid(Words(f"{key}번 대책이 이미 있습니다.", f"There is a measure {key} already."), "number")


def _refuse_taken_tasks(lines: Sequence[Line]) -> None:
    wanted = {(line.measure, line.number) for line in lines}
    rows = Task.objects.filter(measure__number__in={line.measure for line in lines})
    taken = sorted(wanted & set(rows.values_list("measure__number", "number")))
    if taken:
        named = ", ".join("-".join(pair) for pair in taken[:5])
        raise Invalid(
            Words(f"이미 있는 과제입니다: {named}", f"These tasks are there already: {named}"), "table"
        )
