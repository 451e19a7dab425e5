"""Builders of tools after their grant; they act through the real acts, from ``a_granted_tool`` on."""

from datetime import date, datetime, timedelta
from typing import Any

from madang.apps.exemptions.acts.covers import Policy, UserNotice, file_cover, start_tool
from madang.apps.exemptions.acts.endings import give_measure_opinion, propose_measure, record_hearing
from madang.apps.exemptions.acts.extensions import (
    Decision,
    Wish,
    ask_extension,
    decide_extension,
    pass_tool_request,
)
from madang.apps.exemptions.acts.life import Results, request_revision
from madang.apps.exemptions.jobs import record_ended_terms
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.core.audit.models import Event
from madang.kernel.statutes.checklists import checklist
from tests.apps.exemptions.builders import a_paper, noon
from tests.apps.exemptions.tool_builders import GRANTED, ToolPlay, a_granted_tool

DAY = timedelta(days=1)
#: the least sums of the decree, in won
SUMS = {
    "death_per_person": 150_000_000, "injury_per_person": 30_000_000, "disability_per_person": 150_000_000,
    "property_per_accident": 1_000_000_000,
}  # fmt: skip
RESULTS = Results(
    "목표 달성", "조건을 모두 지킴", "사고 없음", "보행자 안전 확인", "도로교통법 제8조 정비 필요"
)
NOTICE = tuple(item.key for item in checklist("EX-21", on=GRANTED))
END_EVENTS = ("tool_expired", "tool_continued", "tool_lapsed", "tool_deemed")


def a_policy(tool: Tool, **more: Any) -> Policy:
    """Insurance of the least sums that lasts exactly as long as the term."""
    given: dict[str, Any] = {
        "kind": "insurance", "provider": "부산화재", "policy": "제1호", "begins_on": tool.granted_on,
        "ends_on": tool.ends_on, "sums": SUMS,
    }  # fmt: skip
    return Policy(**given | more)


def covered(play: ToolPlay, **more: Any) -> ToolPlay:
    """Cover is filed on the day of the grant."""
    tool = play.fresh()
    policy = a_policy(tool, **more)
    file_cover(actor=play.firm, tool=tool, policy=policy, files=[a_paper("증권.pdf")], at=noon(play.on))
    return play


def started(play: ToolPlay, on: date | None = None) -> ToolPlay:
    """It begins on the first day of the term."""
    tool = play.fresh()
    day = on or tool.starts_on or play.on
    notice = UserNotice(day, NOTICE) if tool.kind == EXEMPTION else None
    start_tool(actor=play.firm, tool=tool, notice=notice, at=noon(day))
    return play


def a_running_tool(kind: str = EXEMPTION, **more: Any) -> ToolPlay:
    """A tool that was granted, covered and begun."""
    return started(covered(a_granted_tool(kind, **more)))


def extended(play: ToolPlay, until: date, *, on: date, decided_on: date | None = None) -> ToolPlay:
    """An extension that was asked for on a day, passed on and approved."""
    row = ask_extension(
        actor=play.firm, tool=play.fresh(), wish=Wish(until, "법령이 아직 정비되지 않음"), at=noon(on)
    )
    pass_tool_request(actor=play.local, tool_request=row, opinion="필요함", at=noon(on))
    decision = Decision(True, "법령이 정비되지 않음")
    decide_extension(actor=play.ministry, tool_request=row, decision=decision, at=noon(decided_on or on))
    return play


def revision_asked(play: ToolPlay, *, on: date) -> ToolPlay:
    """The revision was asked for, with results."""
    request_revision(
        actor=play.firm, tool=play.fresh(), results=RESULTS, files=[a_paper("결과.pdf")], at=noon(on)
    )
    return play


def heard(play: ToolPlay, ground: str, *, on: date) -> ToolPlay:
    """A measure is under way, and both sides have been heard on the same day."""
    propose_measure(actor=play.ministry, tool=play.fresh(), ground=ground, reason="현장 점검", at=noon(on))
    give_measure_opinion(actor=play.local, tool=play.fresh(), opinion="의견", at=noon(on))
    record_hearing(actor=play.ministry, tool=play.fresh(), held_on=on, record_text="청문 내용", at=noon(on))
    return play


def days_pass(play: ToolPlay, until: date) -> Tool:
    """Let the worker look once, at noon of a day."""
    record_ended_terms(noon(until))
    return play.fresh()


def ends() -> list[tuple[str, datetime]]:
    """Every legal event of the end of a term: which, and when."""
    names = [f"exemptions.{name}" for name in END_EVENTS]
    rows = Event.objects.filter(name__in=names).order_by("at", "id").values_list("name", "at")
    return [(name.removeprefix("exemptions.tool_"), at) for name, at in rows]
