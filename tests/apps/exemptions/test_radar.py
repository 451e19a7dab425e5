"""The radar: its lines follow the tools, its page says what comes next, and bad questions are answered in words."""

from datetime import date

import pytest

from madang.apps.exemptions.acts.outlooks import refresh_outlooks
from madang.apps.exemptions.models import Cover, ToolOutlook
from tests.apps.exemptions.revision_builders import a_tool, noon

TODAY = date(2026, 5, 4)


@pytest.mark.django_db
def test_the_worker_looks_once_a_day_at_every_tool_in_force_and_drops_those_that_left():
    soon, covered, unknown, over = (
        a_tool(ends_on=date(2026, 9, 1)),
        a_tool(),
        a_tool(starts_on=None, ends_on=None),
        a_tool(state="closed"),
    )
    Cover.objects.create(
        tool=covered,
        kind="insurance",
        begins_on=date(2025, 1, 2),
        ends_on=date(2026, 6, 1),
        filed_on=date(2025, 1, 2),
    )
    assert refresh_outlooks(noon(TODAY)) == 3
    assert refresh_outlooks(noon(TODAY)) == 0
    seen = {line.tool_id: (line.kind, line.next_on) for line in ToolOutlook.objects.all()}
    assert seen == {
        soon.pk: ("ask", date(2026, 7, 1)),
        covered.pk: ("cover", date(2026, 6, 1)),
        unknown.pk: ("unknown", None),
    }
    type(soon).objects.filter(pk=soon.pk).update(state="closed")
    assert refresh_outlooks(noon(date(2026, 7, 2))) == 2
    assert not ToolOutlook.objects.filter(tool__in=(soon, over)).exists()
