"""The step that acts share when a tie has come up: assignments that it bars end at once."""

from datetime import datetime

from django.db.models import QuerySet

from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import EvaluationAssignment, OfficialResult
from madang.apps.selection.rules.conflicts import barred_pairs
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.duties import close_duties
from madang.core.moments import SEOUL


def end_barred(held: "QuerySet[EvaluationAssignment]", *, actor: Actor, at: datetime) -> None:
    """End those of these assignments that a tie bars on this day; a sheet sealed under them does not count.

    What has entered an official result already stays as it is. Works only inside an act.
    """
    rows = held.filter(ended_at=None).select_related("plan__organisation", "evaluator__affiliation")
    rows = rows.prefetch_related("plan__partners__organisation").order_by("pk")
    settled = set(OfficialResult.objects.filter(call__in=rows.values("call")).values_list("call_id", "stage"))
    waiting = [row for row in rows if (row.call_id, row.stage) not in settled]
    evaluators = {row.evaluator_id: row.evaluator for row in waiting}
    plans = {row.plan_id: row.plan for row in waiting}
    barred = barred_pairs(list(evaluators.values()), list(plans.values()), at.astimezone(SEOUL).date())
    for row in waiting:
        tie = barred.get((row.plan_id, row.evaluator_id))
        if tie is None:
            continue
        row.ended_at, row.ended_reason = at, tie.ko
        row.save(update_fields=["ended_at", "ended_reason"])
        close_duties(row, at)
        record(events.EVALUATOR_UNASSIGNED, row, actor=actor, at=at, facts=Facts({"reason": tie.ko}))
