"""The door to the questions: every kind, and the answer to one question as JSON data."""

from typing import Any

from madang.kernel.statutes.questions import (
    committees,
    counts,
    liability,
    periods,
    plans,
    public,
    replies,
    reports,
    terms,
)
from madang.kernel.statutes.questions.kind import KINDS, Kind, found_fields, written

__all__ = ["KINDS", "SUBJECTS", "Kind", "answer", "found_fields"]

#: Importing a subject registers its kinds.
SUBJECTS = (periods, plans, replies, committees, counts, terms, reports, liability, public)


def answer(facts: object) -> dict[str, Any]:
    """Answer one question; fields that cannot be told are null.

    Raises:
        Refusal: the question cannot be read, or nothing of it can be answered.

    >>> answer({"kind": "hearing", "hearing": "2020-04-29"})
    {'latest_announcement': '2020-04-15', 'in_time': None}
    """
    return {name: written(value) for name, value in found_fields(facts).items()}
