"""The ledger of an act in one statement: its findings, its events, and the topics of kept pages that end with them."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from madang.core.audit.models import Event

#: topics in a fixed order, so that two acts never wait for each other in a ring
END_TOPICS = (
    "INSERT INTO core_epoch (topic, number) SELECT topic, 1 FROM unnest(%s::text[]) AS topic ORDER BY topic"
    " ON CONFLICT (topic) DO UPDATE SET number = core_epoch.number + 1"
)


def write(findings: Sequence[models.Model], events: Sequence[Event], topics: Iterable[str]) -> None:
    """Write all rows and raise the number of every topic; without any row there is nothing to end."""
    if not (findings or events):
        return
    parts: list[str] = []
    params: list[str] = []
    for rows in (findings, events):
        if rows:
            parts.append(f"_{len(parts)} AS ({_insert(type(rows[0]))})")
            params.append(json.dumps([_row(row) for row in rows], cls=DjangoJSONEncoder, ensure_ascii=False))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)} {END_TOPICS}", [*params, sorted(topics)])


@cache
def _written(model: type[models.Model]) -> tuple[str, ...]:
    """The columns that we write; those with a default of the database are left to it."""
    return tuple(str(f.column) for f in model._meta.concrete_fields if not f.has_db_default())


@cache
def _insert(model: type[models.Model]) -> str:
    table, columns = model._meta.db_table, ", ".join(f'"{name}"' for name in _written(model))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(null::{table}, %s)"
    )


def _row(row: models.Model) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _written(type(row))}
