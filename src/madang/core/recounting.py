"""Open statutory clocks counted anew when the calendar has changed: many at once, and only those whose day moves.

Clocks with the same rule, first day, version, pauses and extensions end on the same day: each such group is counted once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.fields.json import KT

from madang.core.audit.many import Telling
from madang.core.case_models import Duty
from madang.core.duties import counted
from madang.kernel.clocks.holidays import HolidayTable
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

#: groups that are written with one statement; each brings its sum of a few kilobytes
BATCH = 2000


class Group(NamedTuple):
    """Clocks that end on the same day by the same sum."""

    rule_id: str
    started_on: date
    decided_by: date | None
    pauses: list[list[str]]
    extensions: int
    due_on: date | None
    clocks: int


class Recounted(NamedTuple):
    """A group with its new last day (None: the calendar does not reach so far) and the sum as it is kept."""

    group: Group
    due_on: date | None
    explanation: dict[str, Any]


#: what is told of every clock of a group, beside the names of its case and duty
Why = Callable[[Recounted], dict[str, str]]
#: the relation of a recount that has a row for each clock that moved
MOVED = "moved"


class Moved(NamedTuple):
    """A deadline that would move: the case it belongs to, what is to be done, and the day before and after."""

    title: Words
    what: Words
    path: str
    before: date | None
    after: date | None


@dataclass(frozen=True)
class Foreseen:
    """What a change would do: how many open deadlines move, and some of them."""

    count: int
    examples: Sequence[Moved]


def spanning(before: HolidayTable, after: HolidayTable) -> QuerySet[Duty]:
    """Open clocks that run over a day that is off in one of two tables only; the others end as they did."""
    days = before.days_off_unlike(after)
    if not days:
        return Duty.objects.none()
    return _running().filter(started_on__lte=days[-1], due_on__gte=days[0])


def counted_otherwise(table: HolidayTable) -> QuerySet[Duty]:
    """Open clocks that were not counted with this table: by another one, or not at all because it ended too soon."""
    made_with = _running().annotate(made_with=KT("explanation__table_version"))
    return made_with.filter(Q(made_with__isnull=True) | ~Q(made_with=table.version))


def recount(clocks: QuerySet[Duty], table: HolidayTable, telling: Telling, why: Why) -> int:
    """Count clocks with a table, write those whose day changes with the duties that carry them, and tell each.

    Only inside an act that holds the calendar alone. ``telling`` writes an event about the case of every row of the
    relation MOVED; its facts are the names of case and duty, and what ``why`` gives for its group. Returns how many
    deadlines moved.
    """
    changed, count = _changed(clocks, table), 0
    while batch := list(islice(changed, BATCH)):
        cases = _write(batch, telling, why)
        _carry(set(cases))
        count += len(cases)
    return count


def foresee(clocks: QuerySet[Duty], table: HolidayTable, *, examples: int) -> Foreseen:
    """Return what ``recount`` would do, without doing it; the examples are those with the earliest days."""
    changed = sorted(_changed(clocks, table), key=lambda one: one.group.due_on or date.max)
    shown: list[Moved] = []
    for one in changed:
        if len(shown) < examples:
            shown += _examples(clocks, one, examples - len(shown))
    return Foreseen(sum(one.group.clocks for one in changed), shown)


def _running() -> QuerySet[Duty]:
    return Duty.objects.filter(is_open=True, is_clock=True, started_on__isnull=False).exclude(rule_id="")


def _changed(clocks: QuerySet[Duty], table: HolidayTable) -> Iterator[Recounted]:
    groups = clocks.order_by().values_list(*_KEY).annotate(clocks=Count("pk"))
    for row in groups.iterator():
        group = Group(*row)
        try:
            due = counted(*group[:5], table=table)
        except Refusal:  # a clock that the law as it stands here no longer counts stays as it was counted
            continue
        due_on = due.due_on if due else None
        if due_on != group.due_on:
            yield Recounted(group, due_on, due.to_json() if due else {})


def _examples(clocks: QuerySet[Duty], one: Recounted, most: int) -> list[Moved]:
    rows = clocks.filter(**{name: value for name, value in one.group._asdict().items() if name in _KEY})
    return [
        Moved(row.title, row.what, row.path, row.due_on, one.due_on)
        for row in rows.order_by("opened_at", "id")[:most]
    ]  # fmt: skip


_KEY = ("rule_id", "started_on", "decided_by", "pauses", "extensions", "due_on")

#: a table keeps each sum compressed, so that it is not compressed again for every clock of its group
_GROUPS = """
CREATE TEMPORARY TABLE IF NOT EXISTS recounted_groups (rule_id text, started_on date, decided_by date, pauses jsonb, extensions int,
    was_due_on date, due_on date, explanation jsonb, facts jsonb) ON COMMIT DELETE ROWS;
DELETE FROM recounted_groups;
INSERT INTO recounted_groups SELECT rule_id, started_on, decided_by, pauses::jsonb, extensions, was_due_on, due_on,
    explanation::jsonb, facts::jsonb
FROM unnest(%s::text[], %s::date[], %s::date[], %s::text[], %s::int[], %s::date[], %s::date[], %s::text[], %s::text[])
    AS given (rule_id, started_on, decided_by, pauses, extensions, was_due_on, due_on, explanation, facts);
ANALYZE recounted_groups
"""
#: a clock that was stopped or resumed meanwhile is no longer in its group
_UPDATE = f"""
WITH {MOVED} AS (
    UPDATE core_duty AS clock SET due_on = counted.due_on, explanation = counted.explanation
    FROM recounted_groups AS counted
    WHERE clock.is_open AND clock.is_clock AND clock.rule_id = counted.rule_id
        AND clock.started_on = counted.started_on AND clock.pauses = counted.pauses AND clock.extensions = counted.extensions
        AND clock.decided_by IS NOT DISTINCT FROM counted.decided_by
        AND clock.due_on IS NOT DISTINCT FROM counted.was_due_on
    RETURNING clock.case_kind AS subject_kind, clock.case_id::text AS subject_id, clock.region,
        jsonb_build_object('due_on', counted.was_due_on) AS before,
        counted.facts || jsonb_build_object(
            'case', clock.title_ko, 'case_en', clock.title_en, 'what', clock.what_ko, 'what_en', clock.what_en,
            'path', clock.path, 'rule', clock.rule_id, 'due_on', counted.due_on) AS facts),
"""


def _write(batch: Sequence[Recounted], telling: Telling, why: Why) -> list[str]:
    """Write a batch with its events in one statement; return the key of the case of each clock that moved."""
    rows = [
        (*one.group[:3], json.dumps(one.group.pauses), one.group.extensions, one.group.due_on, one.due_on,
         json.dumps(one.explanation, ensure_ascii=False), json.dumps(why(one), ensure_ascii=False))
        for one in batch
    ]  # fmt: skip
    statement = f"{_UPDATE} {telling.sql} SELECT subject_id FROM {MOVED}"
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS, [list(column) for column in zip(*rows, strict=True)])
        cursor.execute(statement, telling.params)
        return [case for (case,) in cursor.fetchall()]


#: what ``duties.carry`` does for one case, for many: a state's duty that shows a clock shows the earliest of its role
_CARRY = """
WITH first AS (
    SELECT DISTINCT ON (case_id, role) case_id, role, id FROM core_duty
    WHERE is_open AND is_clock AND case_id = ANY(%s::uuid[])
    ORDER BY case_id, role, due_on NULLS LAST, id)
UPDATE core_duty AS shown SET rule_id = clock.rule_id, started_on = clock.started_on, due_on = clock.due_on,
    explanation = clock.explanation, pauses = clock.pauses, paused_on = clock.paused_on,
    extensions = clock.extensions
FROM first JOIN core_duty AS clock ON clock.id = first.id
WHERE shown.case_id = first.case_id AND shown.role = first.role AND shown.is_open AND NOT shown.is_clock
    AND shown.rule_id <> ''
"""


def _carry(cases: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_CARRY, [list(cases)])
