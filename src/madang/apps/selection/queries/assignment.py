"""What an assignment is computed from, and how it stands: fit, loads, panels, runs."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from uuid import UUID

from django.db.models import QuerySet

from madang.apps.selection.models import AssignmentRun, Call, EvaluationAssignment, Evaluator, Plan
from madang.kernel.scoring.rule_parts import Stage

FOUR_PLACES = Decimal("0.0001")


def labelled(pool: Sequence[Evaluator]) -> dict[UUID, str]:
    """Name every evaluator once: by name, with the affiliation where names are shared, numbered where both are."""
    shared = Counter(str(one.person) for one in pool)
    given: dict[UUID, str] = {}
    seen: Counter[str] = Counter()
    for one in sorted(pool, key=lambda each: each.pk):
        name = str(one.person)
        name = name if shared[name] == 1 else f"{name}({one.affiliation_text})"
        seen[name] += 1
        given[one.pk] = name if seen[name] == 1 else f"{name} {seen[name]}"
    return given


def loads(held: Iterable[EvaluationAssignment]) -> Counter[UUID]:
    """How many plans each evaluator has among these assignments."""
    return Counter(one.evaluator_id for one in held)


def affinities(pool: Sequence[Evaluator], plan: Plan) -> Iterator[tuple[Evaluator, Decimal, tuple[str, ...]]]:
    """Yield evaluator, fit and matching fields for everybody who named any field.

    The fit is the share (0 to 1, four places) of the evaluator's fields that the plan's title or items speak of.
    """
    text = _folded(" ".join([plan.title_ko, *(str(item) for item in plan.items.values())]))
    for one in pool:
        if one.fields:
            found = tuple(field for field in one.fields if _folded(field) in text)
            share = Decimal(len(found)) / len(one.fields)
            yield one, share.quantize(FOUR_PLACES, ROUND_HALF_EVEN), found


def runs_of(call: Call, stage: Stage) -> QuerySet[AssignmentRun]:
    """The runs of a stage, newest first."""
    return AssignmentRun.objects.filter(call=call, stage=stage).order_by("-at")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
