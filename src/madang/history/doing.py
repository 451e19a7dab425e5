"""Doing one act of the record. A load that was cut off goes on where it stopped: what was done is not done again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid5

from madang.core.submissions import submitted

Result = TypeVar("Result")
RECORD = UUID("6d616461-6e67-7265-636f-726400000001")


@dataclass
class _Count:
    done: int = 0


_count: ContextVar[_Count | None] = ContextVar("count", default=None)


@contextmanager
def resumable() -> Iterator[None]:
    """Number the acts done inside and give each its own submission key, always the same for the same place."""
    token = _count.set(_Count())
    try:
        yield
    finally:
        _count.reset(token)


def do(act: Callable[..., Result], **given: Any) -> Result:
    """Do an act; inside ``resumable`` an act that was done before returns what came of it then."""
    count = _count.get()
    if count is None:
        return act(**given)
    count.done += 1
    with submitted(uuid5(RECORD, str(count.done))):
        return act(**given)
