"""Review of the result: once, within sixty days, through the local government, and what a changed result changes."""

from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.reviews import (
    ask_review,
    extend_review,
    pass_review,
    record_review_vote,
    table_review,
)
from madang.apps.exemptions.models import ToolRequest
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.core.acts import Invalid
from madang.core.authority import Refused
from madang.core.case_models import Duty
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, noon
from tests.apps.exemptions.tool_builders import (
    CARRIED,
    LOST,
    ToolPlay,
    a_consulted_tool,
    a_granted_tool,
    a_refused_tool,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def reviewed(play: ToolPlay, ballot: object) -> ToolRequest:
    """Play a review through to the vote, fifty days after the notice."""
    at = noon(play.on + 50 * DAY)
    row = ask_review(actor=play.firm, tool=play.tool, reason="새 시험 결과가 있음", at=at)
    pass_review(actor=play.local, tool_request=row, opinion="타당함", at=at)
    extend_review(actor=play.ministry, tool_request=row, reason="전문위원회 검토", at=at)
    with pytest.raises(Invalid):
        extend_review(actor=play.ministry, tool_request=row, reason="또", at=at)
    table_review(actor=play.ministry, tool_request=row, at=at)
    record_review_vote(actor=play.secretary, tool_request=row, ballot=ballot, at=noon(play.on + 60 * DAY))
    return ToolRequest.objects.get(pk=row.pk)


@pytest.mark.parametrize("kind", [EXEMPTION, INTERIM_PERMIT])
def test_refused_tool_is_reopened_by_a_review_and_can_be_granted(kind: str) -> None:
    play = a_refused_tool(kind)
    assert reviewed(play, CARRIED).state == "changed"
    assert play.fresh().state == "resolved"
    play.on += 70 * DAY
    tool = play.granted().fresh()
    assert (tool.state, tool.votes.count()) == ("granted", 2)
    with pytest.raises(NotLawful, match="asked for 1 time"):
        ask_review(actor=play.firm, tool=tool, reason="또", at=noon(play.on + DAY))


def test_granted_tool_keeps_its_grant_and_the_answer_is_changed_in_words() -> None:
    play = a_granted_tool()
    row = reviewed(play, CARRIED)
    tool = play.fresh()
    assert (row.state, tool.state, tool.answer) == ("changed", "granted", CARRIED.grounds)
    clock = Duty.objects.get(case_id=row.pk, is_clock=True)
    assert (clock.rule_id, clock.extensions, clock.is_open) == ("EX-18.tabling", 1, False)


def test_upheld_result_stays_and_a_second_request_is_refused() -> None:
    play = a_refused_tool()
    assert reviewed(play, LOST).state == "upheld"
    assert play.fresh().state == "refused"
    with pytest.raises(NotLawful, match="asked for 1 time"):
        ask_review(actor=play.firm, tool=play.tool, reason="또", at=noon(play.on + 55 * DAY))
    assert ToolRequest.objects.count() == 1


def test_review_comes_within_sixty_days_of_a_result_and_from_its_firm() -> None:
    play = a_refused_tool(on=date(2026, 10, 15))
    with pytest.raises(Refused):
        ask_review(actor=a_firm("b-firm"), tool=play.tool, reason="?", at=noon(play.on + DAY))
    with pytest.raises(Invalid):
        ask_review(actor=play.firm, tool=play.tool, reason=" ", at=noon(play.on + DAY))
    with pytest.raises(NotLawful):
        ask_review(actor=play.firm, tool=play.tool, reason="늦음", at=noon(date(2026, 12, 15)))
    assert (
        ask_review(actor=play.firm, tool=play.tool, reason="마지막 날", at=noon(date(2026, 12, 14))).state
        == "asked"
    )
    open_one = a_consulted_tool()
    with pytest.raises(Invalid, match="after the notice"):
        ask_review(actor=open_one.firm, tool=open_one.tool, reason="?", at=open_one.back(20))


def test_result_told_before_august_2024_knows_no_review() -> None:
    play = a_refused_tool(on=date(2024, 8, 6))
    with pytest.raises((NotLawful, Invalid)):
        ask_review(actor=play.firm, tool=play.tool, reason="요청", at=noon(date(2024, 8, 6)))
    later = a_refused_tool(on=date(2024, 8, 7))
    assert (
        ask_review(actor=later.firm, tool=later.tool, reason="요청", at=noon(date(2024, 8, 7))).state
        == "asked"
    )


@pytest.mark.parametrize("kind", [EXEMPTION, INTERIM_PERMIT])
def test_result_told_before_the_law_knew_a_review_is_not_reviewed(kind: str) -> None:
    before, after = a_refused_tool(kind, on=date(2024, 8, 6)), a_refused_tool(kind, on=date(2024, 8, 7))
    at = noon(date(2024, 8, 8))
    with pytest.raises(Invalid):
        ask_review(actor=before.firm, tool=before.fresh(), reason="새 시험 결과", at=at)
    assert not ToolRequest.objects.exists()
    assert ask_review(actor=after.firm, tool=after.fresh(), reason="새 시험 결과", at=at).state == "asked"
