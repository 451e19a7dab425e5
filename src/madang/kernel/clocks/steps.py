"""The steps of a count: each says which days it is about, what was done with them, and by which provision."""

from datetime import date
from typing import NamedTuple

from madang.kernel.statutes.citations import Citation
from madang.kernel.words import Words


class Step(NamedTuple):
    """One step of a count: the days it is about (first and last, the same for one day), in words, and why."""

    first: date
    last: date
    words: Words
    citation: Citation | None = None


class Counted(NamedTuple):
    """The outcome of a count. ``raw_due_on`` is the last day before any roll."""

    due_on: date
    mode: str
    steps: tuple[Step, ...]
    raw_due_on: date
