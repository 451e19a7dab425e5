"""The same submit twice changes nothing twice: a key given by the door is kept with what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models

from madang.core.authority import Actor, Refused

_given: ContextVar["Submission | None"] = ContextVar("submission", default=None)


@dataclass(frozen=True)
class Submission:
    """What a write door hands over: the idempotency key and the version that was shown."""

    key: UUID | None = None
    seen_version: int | None = None


@contextmanager
def submitted(key: UUID | None = None, seen_version: int | None = None) -> Iterator[None]:
    """Run an act under a submission; without it every call is a new one."""
    token = _given.set(Submission(key, seen_version))
    try:
        yield
    finally:
        _given.reset(token)


def seen_version() -> int | None:
    """Return the version that the reader was shown, if the door said so."""
    given = _given.get()
    return given.seen_version if given else None


def claim(act: str, actor: Actor) -> models.Model | None:
    """Take the key for this act, or return what the first submit with this key made.

    Raises:
        Refused: the key belongs to another act or person.
    """
    given = _given.get()
    if given is None or given.key is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_submitted (key, act, person_id, office_id, result_kind, result_id)"
            " VALUES (%s, %s, %s, %s, '', '') ON CONFLICT DO NOTHING",
            [given.key, act, actor.person_id, actor.office.id],
        )
        return None if cursor.rowcount else _earlier(given.key, act, actor)


def _earlier(key: UUID, act: str, actor: Actor) -> models.Model:
    row = apps.get_model("core", "Submitted").objects.get(pk=key)
    if (row.act, row.person_id, row.office_id) != (
        act,
        actor.person_id,
        actor.office.id,
    ) or not row.result_kind:
        raise Refused(act)
    result: models.Model = apps.get_model(row.result_kind)._default_manager.get(pk=row.result_id)
    return result


def settle(result: Any) -> None:
    """Keep what the act returned under the key."""
    given = _given.get()
    if given is None or given.key is None or not isinstance(result, models.Model):
        return
    apps.get_model("core", "Submitted").objects.filter(pk=given.key).update(
        result_kind=result._meta.label_lower, result_id=str(result.pk)
    )
