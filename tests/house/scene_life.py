"""Exemptions of the scene after their grant: one that runs, one that has ended, a change that waits at a ministry."""

from datetime import date
from typing import Any

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.changes import ask_change, consult_on_change
from madang.apps.exemptions.acts.endings import propose_measure
from madang.apps.exemptions.acts.extensions import pass_tool_request
from madang.apps.exemptions.acts.life import pass_term
from madang.apps.exemptions.jobs import midnight_after
from madang.apps.exemptions.views import life_steps as steps
from madang.core.authority import SYSTEM
from tests.apps.exemptions.builders import noon
from tests.apps.exemptions.life_builders import a_running_tool

#: granted for two years under the first law, which ended before the day of the scene; and granted later
EARLY, ENDED, LATER, CHANGED = date(2023, 3, 2), date(2025, 3, 2), date(2024, 10, 15), date(2025, 4, 21)
Rows = tuple[tuple[str, Any, dict[str, Any]], ...]


def rows(given: dict[str, Any], nothing: dict[str, str]) -> Rows:
    """Build them and return label, key and what stands further on in their addresses."""
    running = a_running_tool(on=LATER, **given)
    ended = a_running_tool(on=EARLY, **given)
    pass_term(actor=SYSTEM, tool=ended.fresh(), ended_on=ENDED, at=midnight_after(ENDED))
    changed, at = a_running_tool(on=LATER, **given), noon(CHANGED)
    change = ask_change(actor=changed.firm, tool=changed.fresh(), what="시속 20km", reason="실증 결과", at=at)
    pass_tool_request(actor=changed.local, tool_request=change, opinion="필요함", at=at)
    msit = Organisation.objects.get(slug="msit")
    consult_on_change(actor=changed.ministry, tool_request=change, ministry=msit, at=at)
    propose_measure(
        actor=changed.ministry, tool=changed.fresh(), ground="condition_unmet", reason="현장 점검", at=at
    )
    offered = tuple(step.key for step in (*steps.OF_TERM, *steps.OF_COVER[1:3]))
    measured = tuple(step.key for step in steps.OF_MEASURE)
    asked = tuple(step.key for step in steps.OF_REQUEST)
    return (
        ("that runs", running.tool.pk, {**nothing, "key": offered}),
        ("that has ended", ended.tool.pk, {**nothing, "key": tuple(step.key for step in steps.OF_END)}),
        ("with a measure under way", changed.tool.pk, {**nothing, "key": measured}),
        (
            "a change with msit",
            changed.tool.pk,
            {**nothing, "on": "requests", "part": change.pk, "key": asked},
        ),
    )
