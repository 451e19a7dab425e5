"""Cases whose statutory clock ran out on one day, moved all at once as ``core.cases`` moves one: set by set, not row by row.

The move, its guard and the clock are those of the procedure's table. The guard is asked once for each group of clocks
that were counted alike; a group for which it is not satisfied, or says another day, is left as it is.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from madang.core.audit.many import KEY, Telling, first_key
from madang.core.case_models import Case, Duty
from madang.core.moments import Moment, instant_of, text_of
from madang.kernel.clocks.counting import Pause
from madang.kernel.procedures.editions import edition_on, procedure
from madang.kernel.statutes.answers import Answer
from madang.kernel.workflow import Move

#: the relation of a lapse that has a row for each case that moved
LAPSED = "lapsed"


class Group(NamedTuple):
    """Clocks that run from the same day with the same supplements."""

    started_on: date
    pauses: list[list[str]]

    @property
    def stood(self) -> list[Pause]:
        """The supplements as the rules take them."""
        day = date.fromisoformat
        return [Pause(day(asked), day(received), of_record=True) for asked, received in self.pauses]


#: the guard's answer for a group; None leaves its cases where they are
Asks = Callable[[Group], Answer | None]


@dataclass(frozen=True)
class Lapse:
    """What lapses: the table, the state it leaves and enters, the clock, and the facts of the event as SQL.

    ``facts`` may speak of the row (``subject``) and of what ``joined`` joins to it; both are written by developers.
    ``columns`` are set alike on every row.
    """

    model: type[Case]
    move: str
    clock: str
    due_on: date
    facts: str
    joined: str = ""
    columns: Mapping[str, Any] = field(default_factory=dict)


def groups_of(lapse: Lapse) -> list[Group]:
    """Return the groups of open clocks that end on the lapse's day and do not stand still."""
    clocks = Duty.objects.filter(
        rule_id=lapse.clock, due_on=lapse.due_on, is_clock=True, is_open=True, paused_on__isnull=True,
        case_kind=lapse.model._meta.label_lower, started_on__isnull=False,
    )  # fmt: skip
    rows = clocks.order_by().values_list("started_on", "pauses").distinct()
    return [Group(started_on, pauses) for started_on, pauses in rows if started_on is not None]


def let_lapse(lapse: Lapse, groups: Iterable[Group], asks: Asks, telling: Telling, at: Moment) -> int:
    """Move every waiting case of the groups, close its duties, keep the guard's answers and tell; return how many moved.

    Only inside an act that holds the calendar. A case that somebody moved meanwhile is not moved again: its row is
    locked and looked at anew. ``telling`` writes an event for each row of the relation LAPSED.
    """
    answered = [(group, answer) for group in groups if (answer := asks(group)) is not None]
    if not answered:
        return 0
    sql, params = _statement(lapse, answered, at)
    with connection.cursor() as cursor:
        # a hundred thousand keys fit into it; the rows themselves never stand there
        cursor.execute("SET LOCAL work_mem = '64MB'")
        cursor.execute(f"{sql}, {telling.sql} SELECT count(*) FROM {LAPSED}", [*params, *telling.params])
        return int(cursor.fetchone()[0])


#: the answer of a group is long: rows carry the place of their group, and the answer is looked up where it is kept
_FOUND = """
WITH given AS MATERIALIZED (
    SELECT started_on, pauses::jsonb, place
    FROM unnest(%s::date[], %s::text[]) WITH ORDINALITY AS g (started_on, pauses, place)),
said AS MATERIALIZED (
    SELECT answer::jsonb, place FROM unnest(%s::text[]) WITH ORDINALITY AS s (answer, place)),
found AS (
    SELECT subject.id, given.place FROM {table} AS subject
    JOIN core_duty AS clock ON clock.case_id = subject.id
    JOIN given ON given.started_on = clock.started_on AND given.pauses = clock.pauses
    WHERE subject.state = ANY(%s) AND clock.is_open AND clock.is_clock AND clock.paused_on IS NULL
        AND clock.rule_id = %s AND clock.due_on = %s
    ORDER BY subject.id FOR UPDATE OF subject),
"""
_MOVED = """
moved AS (
    UPDATE {table} AS subject
    SET state = %s, version = subject.version + 1, entered_at = %s, entered_text = %s{columns}
    FROM found WHERE subject.id = found.id RETURNING subject.id, found.place),
{lapsed} AS (
    SELECT moved.place, subject.id, %s AS subject_kind, subject.id::text AS subject_id, subject.region,
        jsonb_build_object('state', subject.state) AS before, {facts} AS facts
    FROM moved JOIN {table} AS subject ON subject.id = moved.id {joined}),
closed AS (
    UPDATE core_duty SET is_open = false, closed_at = %s, paused_on = NULL FROM moved
    WHERE core_duty.case_id = moved.id AND core_duty.is_open),
kept AS (
    INSERT INTO core_finding (id, case_kind, case_id, region, move, rule_id, status, answer, on_text)
    SELECT {key}, subject_kind, id, region, %s, %s, 'satisfied', answer, %s FROM {lapsed} JOIN said USING (place))
"""


def _statement(lapse: Lapse, answered: Sequence[tuple[Group, Answer]], at: Moment) -> tuple[str, list[Any]]:
    move = _move(lapse)
    meta = lapse.model._meta
    columns = "".join(f', "{name}" = %s' for name in lapse.columns)
    words = {"table": meta.db_table, "columns": columns, "lapsed": LAPSED, "facts": lapse.facts,
             "joined": lapse.joined, "key": KEY}  # fmt: skip
    instant, text = instant_of(at), text_of(at)
    params: list[Any] = [
        [group.started_on for group, _ in answered],
        [json.dumps(group.pauses) for group, _ in answered],
        [json.dumps(answer.to_json(), ensure_ascii=False) for _, answer in answered],
        list(move.sources), lapse.clock, lapse.due_on,
        move.target, instant, text, *lapse.columns.values(), meta.label_lower, instant,
        first_key(), move.name, move.guards[0], text,
    ]  # fmt: skip
    return (_FOUND + _MOVED).format(**words), params


def _move(lapse: Lapse) -> Move:
    """The move in the edition of the day; a move that lapses is the same in all of them."""
    table = procedure(lapse.model.PROCEDURE, edition_on(lapse.model.PROCEDURE, lapse.due_on))
    return next(move for move in table.moves if move.name == lapse.move)
