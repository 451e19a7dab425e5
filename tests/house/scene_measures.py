"""Measures in the scene: one with a task of Daegu, and a target."""

from decimal import Decimal

from madang.apps.accounts.models import Organisation
from madang.apps.measures.acts.measures import NewMeasure, NewTask, add_task, announce_measure
from madang.apps.measures.acts.targets import NewTarget, set_target
from madang.apps.measures.views.tasks import STEPS
from madang.core.authority import Actor
from madang.core.moments import Moment


def measures(
    people: dict[str, Actor], at: Moment
) -> dict[str, tuple[tuple[str, object, dict[str, object]], ...]]:
    """A measure with one task, and a target; each subject in words, its key, and what stands further on."""
    ministry, daegu = people["ministry"], people["province daegu"]
    new = NewMeasure("1", "지역 혁신클러스터 육성", announced="2023-07-14")
    measure = announce_measure(actor=ministry, measure=new, at=at)
    owner = Organisation.objects.get(pk=daegu.office.organisation_id)
    task = add_task(
        actor=ministry, measure=measure, task=NewTask("1", "실증 기반 조성", owner, "2026-12"), at=at
    )
    target = NewTarget("clusters", "클러스터", "곳", Decimal(10), 2027, ["https://example.org/t"])
    set_target(actor=ministry, target=target, at=at)
    return {
        "measures/tasks/": (("of daegu", task.pk, {"key": tuple(STEPS)}),),
        "measures/": (("with a task", measure.number, {}),),
        "targets/": (("of clusters", "clusters", {}),),
    }
