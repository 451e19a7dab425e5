"""Exemptions and permits of the scene, in a zone of Daegu: from the draft of a firm to a grant whose result is reviewed."""

from datetime import date, timedelta
from typing import Any

from madang.apps.exemptions.acts.reviews import ask_review
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.apps.exemptions.views import application_steps as steps
from madang.core.authority import Actor
from madang.core.moments import Moment
from tests.apps.exemptions import tool_builders as tools
from tests.apps.exemptions.builders import noon
from tests.apps.zones.builders import a_zone, day
from tests.house import scene_life

NOBODY = "00000000-0000-7000-8000-000000000000"
#: days towards which the tools of the scene go: soon, and long enough ago for a review to be under way
SOON, EARLIER = date(2025, 5, 20), date(2025, 4, 10)


def keys(rows: Any) -> tuple[str, ...]:
    """The address keys of steps."""
    return tuple(step.key for step in rows)


def subjects(people: dict[str, Actor], _at: Moment) -> dict[str, tuple[tuple[str, Any, dict[str, Any]], ...]]:
    """Build the tools and return what addresses speak of: label, key and what stands further on, by their beginning."""
    zone = a_zone("rfz-scene-tools", regions=("daegu",), ends_on=day("2031-06-30"))
    given: dict[str, Any] = {"zone": zone, "firm": people["firm"]}
    nothing = {"file": NOBODY, "on": "replies", "part": NOBODY}
    after_the_grant = scene_life.rows(given | {"region": "daegu"}, nothing)
    draft = tools.a_tool_draft(on=SOON, **given)
    given |= {"region": "daegu"}
    come = tools.a_requested_tool(on=SOON, **given)
    asked = tools.a_consulted_tool(tools.EXEMPTION, "msit", "molit", on=SOON, **given)
    condition = asked.condition()
    tabled = tools.a_tabled_tool(INTERIM_PERMIT, on=date(2025, 5, 1), **given)
    granted = tools.a_granted_tool(on=EARLIER, **given)
    review = ask_review(
        actor=granted.firm, tool=granted.tool, reason="조건이 지나침", at=noon(EARLIER + timedelta(days=5))
    )
    reply = {**nothing, "part": asked.reply("msit").pk}
    return {
        "tools/": (
            ("draft of the firm", draft.pk, {**nothing, "key": "withdraw"}),
            ("come to daegu", come.tool.pk, {**nothing, "key": ("file", "decline")}),
            ("with msit", asked.tool.pk, {**reply, "key": keys(steps.OF_REPLY)}),
            (
                "with msit, a condition",
                asked.tool.pk,
                {**nothing, "on": "conditions", "part": condition.pk, "key": keys(steps.OF_CONDITION)},
            ),
            ("before the committee", tabled.tool.pk, {**nothing, "key": ("vote", "grant", "table")}),
            (
                "granted, under review",
                granted.tool.pk,
                {**nothing, "on": "requests", "part": review.pk, "key": keys(steps.OF_REVIEW)},
            ),
            *after_the_grant,
        ),
        "projects/": (
            ("of a draft", draft.project_id, {}),
            ("with a grant", granted.tool.project_id, {}),
        ),
    }
