"""Locking one row and reading it as it stands: how acts begin, and how they take a second row."""

from functools import cache
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def locked_or_none(model: type[Row], pk: Any) -> Row | None:
    """Lock a row until the transaction ends and return it as it stands now; None when there is none to be seen."""
    return next(iter(model._default_manager.raw(_statement(model), [pk])), None)


def locked(model: type[Row], pk: Any) -> Row:
    """Lock a row that is known to be there and return it as it stands now.

    Raises:
        DoesNotExist: there is none, or it stands behind a wall.
    """
    row = locked_or_none(model, pk)
    if row is None:
        raise model.DoesNotExist(f"{model._meta.label} {pk}")  # type: ignore[attr-defined]  # Django adds it to each
    return row


@cache
def _statement(model: type[models.Model]) -> str:
    """Made once for each table: every act runs it, and composing it anew would cost more than running it."""
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    key = model._meta.pk.column
    return f'SELECT {columns} FROM "{model._meta.db_table}" WHERE "{key}" = %s FOR UPDATE'
