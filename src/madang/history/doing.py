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
class Count:
    """How many acts were done; with ``keyed`` each gets its own submission key, always the same for its place."""

    keyed: bool
    done: int = 0


_count: ContextVar[Count | None] = ContextVar("count", default=None)


@contextmanager
def counting(*, keyed: bool = False) -> Iterator[Count]:
    """Count the acts done inside. With keys, a second time goes on where a first was cut off."""
    count = Count(keyed)
    token = _count.set(count)
    try:
        yield count
    finally:
        _count.reset(token)


def do(act: Callable[..., Result], **given: Any) -> Result:
    """Do an act; while keys are given an act that was done before returns what came of it then."""
    count = _count.get() or Count(keyed=False)
    count.done += 1
    if not count.keyed:
        return act(**given)
    with submitted(uuid5(RECORD, str(count.done))):
        return act(**given)
