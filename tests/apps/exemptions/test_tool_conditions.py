"""Conditions as records: with ground, test and proof; contested, changed, ended; and nothing is granted over an open one."""

from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.conditions import (
    CHANGE,
    DROP,
    UPHOLD,
    Ruling,
    Wording,
    ask_condition,
    contest_condition,
    drop_condition,
    end_condition,
    file_condition_evidence,
    file_condition_papers,
    rule_on_condition,
    set_condition,
)
from madang.apps.exemptions.models import Condition
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind, Refused
from madang.core.files.models import Attachment
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.exemptions.tool_builders import CONDITION, ToolPlay, a_consulted_tool, a_granted_tool
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LAST_WITHOUT, FIRST_WITH = date(2026, 6, 30), date(2026, 7, 1)


def asked_on(day: date, *, proven: bool, kind: str = EXEMPTION) -> tuple[ToolPlay, Condition]:
    """A condition asked for on a day, with or without papers; the tool goes towards a grant 30 days later."""
    play = a_consulted_tool(kind, on=day + 30 * DAY)
    return play, play.condition(proven=proven, days=30)


@pytest.mark.parametrize("kind", [EXEMPTION, INTERIM_PERMIT])
def test_condition_without_papers_is_set_only_when_asked_before_july_2026(kind: str) -> None:
    play, early = asked_on(LAST_WITHOUT, proven=False, kind=kind)
    decided = set_condition(
        actor=play.ministry, condition=early, wording=CONDITION, at=noon(date(2026, 7, 10))
    )
    assert (decided.state, decided.set_on, decided.has_papers) == ("set", date(2026, 7, 10), False)
    for day in (FIRST_WITH, date(2026, 7, 2)):
        play, bare = asked_on(day, proven=False, kind=kind)
        with pytest.raises(NotLawful, match="no papers prove its need"):
            set_condition(actor=play.ministry, condition=bare, wording=CONDITION, at=noon(date(2026, 7, 10)))
        assert Condition.objects.get(pk=bare.pk).state == "asked"
    file_condition_papers(
        actor=play.ministries["molit"],
        condition=bare,
        papers=[a_paper("필요성.pdf")],
        at=noon(date(2026, 7, 11)),
    )
    proven = set_condition(actor=play.ministry, condition=bare, wording=CONDITION, at=noon(date(2026, 7, 12)))
    assert proven.has_papers
    assert Attachment.objects.filter(case_id=bare.pk, paper="proof").exists()


def test_condition_decided_under_the_law_before_july_needs_no_papers() -> None:
    play, early = asked_on(date(2026, 6, 20), proven=False)
    assert (
        set_condition(actor=play.ministry, condition=early, wording=CONDITION, at=noon(LAST_WITHOUT)).state
        == "set"
    )


def test_condition_needs_ground_and_test_and_a_decision_before_the_vote() -> None:
    play = a_consulted_tool()
    with pytest.raises(Invalid) as lacking:
        play.condition(Wording("천천히 운행", ""))
    assert lacking.value.field == "ground"
    row = play.condition(Wording("천천히 운행", "보행자 안전"))
    with pytest.raises(Invalid) as untested:
        play.set_condition(row, Wording("천천히 운행", "보행자 안전"))
    assert untested.value.field == "test"
    play.replied()
    with pytest.raises(Invalid, match="A condition is undecided"):
        play.tabled()
    with pytest.raises(Refused):
        drop_condition(actor=play.ministries["molit"], condition=row, ruling="?", at=play.back(20))
    dropped = drop_condition(
        actor=play.ministry, condition=row, ruling="더 가벼운 조건으로 충분함", at=play.back(20)
    )
    assert dropped.state == "dropped"
    play.tabled()
    with pytest.raises(Invalid, match="examination is over"):
        play.condition(days=10)
    other = an_actor(OfficeKind.OTHER_MINISTRY, "npa")
    with pytest.raises(Refused):
        ask_condition(actor=other, reply=play.reply(), wording=CONDITION, at=play.back(20))


def test_nothing_is_granted_while_a_condition_is_contested_or_burdens_too_much() -> None:
    play = a_consulted_tool()
    row = play.set_condition(play.condition())
    play.replied().tabled().voted()
    contest_condition(actor=play.firm, condition=row, objection="너무 느림", at=play.back(5))
    with pytest.raises(Invalid, match="undecided"):
        play.granted()
    rule_on_condition(actor=play.ministry, condition=row, ruling=Ruling(UPHOLD, "필요함"), at=play.back(4))
    for burden in ({"least_burden": False}, {"for_safety": False}):
        with pytest.raises(NotLawful):
            play.granted(**burden)
    assert play.granted().fresh().state == "granted"


def test_operator_contests_a_condition_and_the_ministry_changes_it_then_ends_it() -> None:
    play = a_granted_tool()
    row, at = play.tool.conditions.get(), noon(play.on + 10 * DAY)
    with pytest.raises(Refused):
        contest_condition(actor=a_firm("b-firm"), condition=row, objection="?", at=at)
    contest_condition(actor=play.firm, condition=row, objection="시속 20km도 안전함", at=at)
    with pytest.raises(NotLawful):
        contest_condition(actor=play.firm, condition=row, objection="또", at=at)
    with pytest.raises(Invalid) as wordless:
        rule_on_condition(actor=play.ministry, condition=row, ruling=Ruling(CHANGE, "타당함"), at=at)
    assert wordless.value.field == "text"
    faster = Wording("시속 20km 이하", "보행자 안전", "속도 기록을 매달 제출", ends_on=date(2027, 12, 31))
    rule_on_condition(actor=play.ministry, condition=row, ruling=Ruling(CHANGE, "타당함", faster), at=at)
    changed = Condition.objects.get(pk=row.pk)
    assert (changed.state, changed.text, changed.ends_on) == ("set", "시속 20km 이하", date(2027, 12, 31))
    file_condition_evidence(actor=play.firm, condition=row, files=[a_paper("속도 기록.pdf")], at=at)
    assert Attachment.objects.filter(case_id=row.pk, paper="evidence").exists()
    ended = end_condition(actor=play.ministry, condition=row, ruling="위험이 사라짐", at=at)
    assert (ended.state, ended.ended_on) == ("ended", play.on + 10 * DAY)
    with pytest.raises(Invalid):
        file_condition_evidence(actor=play.firm, condition=row, files=[a_paper()], at=at)


def test_objection_that_convinces_takes_the_condition_away() -> None:
    play = a_granted_tool()
    row, at = play.tool.conditions.get(), noon(play.on + DAY)
    contest_condition(actor=play.firm, condition=row, objection="필요하지 않음", at=at)
    with pytest.raises(Invalid):
        rule_on_condition(actor=play.ministry, condition=row, ruling=Ruling("ignore", "x"), at=at)
    gone = rule_on_condition(actor=play.ministry, condition=row, ruling=Ruling(DROP, "타당함"), at=at)
    assert gone.state == "dropped"
    with pytest.raises(Invalid):
        drop_condition(actor=play.ministry, condition=row, ruling="또", at=at)
