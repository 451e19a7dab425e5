"""Plausible input for any act, made from its annotations: what a machine would send that has read the schema."""

import types
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin
from uuid import UUID

from django.core.files.base import File
from django.db.models import Model

from madang.core.acts import Act, hints_of
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

#: most rows of the subject that are tried
MOST = 6
PLAIN: dict[Any, Any] = {
    str: "글", int: 1, bool: True, float: 1.0, Any: {}, UUID: "00000000-0000-7000-8000-000000000000",
    date: "2025-04-24", datetime: "2025-04-24T10:00:00+09:00", Decimal: "1", PartialDate: "2025-04",
    Words: {"ko": "글", "en": "text"},
}  # fmt: skip


def bodies(entry: Act) -> Iterator[dict[str, Any]]:
    """Yield one body for each row that the act's subject may be, or a single one; rows come from the database."""
    given = {n: p for n, p in entry.parameters().items() if p.default is p.empty}
    subject = given.get(entry.subject or "")
    rest = {n: value_of(p.annotation) for n, p in given.items() if n != entry.subject}
    if subject is None:
        yield rest
        return
    for row in rows_of(subject.annotation):
        yield {entry.subject: row, **rest}


def rows_of(model: type[Model]) -> list[str]:
    """Return ids of rows of a kind, the newest first."""
    return [str(key) for key in model._default_manager.order_by("-pk").values_list("pk", flat=True)[:MOST]]


def value_of(wanted: Any) -> Any:
    """Return something of the right form for an annotation."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return value_of(next(i for i in inner if i is not type(None)))
    if origin is Literal:
        return inner[0]
    if origin in (list, tuple, set, frozenset, Sequence):
        return [value_of(inner[0])]
    if origin in (dict, Mapping):
        return {"글": value_of(inner[1])}
    if wanted in PLAIN:
        return PLAIN[wanted]
    return _made(wanted)


def _made(wanted: type) -> Any:
    if issubclass(wanted, Enum):
        return next(iter(wanted)).value
    if issubclass(wanted, Model):
        return next(iter(rows_of(wanted)), str(PLAIN[UUID]))
    if issubclass(wanted, File):
        return {"name": "글.txt", "content_base64": b64encode("글".encode()).decode()}
    if is_dataclass(wanted):
        hints = hints_of(wanted)
        needed = (f for f in fields(wanted) if f.default is MISSING and f.default_factory is MISSING)
        return {f.name: value_of(hints[f.name]) for f in needed}
    raise AssertionError(f"tests/house/plausible.py does not know what to send for {wanted}")
