"""The way of a law from the list to its entry into force: whose turn it is, by when, and what is refused."""

from datetime import date

import pytest

from madang.apps.exemptions.acts.revisions import enact_revision
from madang.core.acts import Invalid
from madang.kernel.partial_dates import PartialDate
from tests.apps.exemptions.revision_builders import a_law, a_ministry, a_tool, noon


@pytest.mark.django_db(transaction=True)
def test_a_law_goes_on_the_list_once_with_its_tools_and_ends_in_force():
    tool = a_tool()
    law = a_law(tool)
    assert [law.state, law.slug[:4], law.projects.get()] == ["watched", "law-", tool.project]
    with pytest.raises(Invalid) as refused:
        a_law(tool)
    assert refused.value.field == "law"
    enacted = enact_revision(
        actor=a_ministry(), revision=law, in_force=PartialDate.of(date(2026, 5, 1)), at=noon(date(2026, 5, 2))
    )
    assert (enacted.state, enacted.in_force_on) == ("in_force", date(2026, 5, 1))
