"""The end of an examination: tabled at the Zone Committee, voted on, granted with its term or refused (EX-06 to EX-14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from madang.apps.exemptions.acts.ballots import Ballot, counted, kept
from madang.apps.exemptions.acts.writing import line, prose, refuse_zone_over, said, today_of
from madang.apps.exemptions.events import applications as events
from madang.apps.exemptions.models import Tool, ToolTerm
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.applications import (
    TABLING_CLOCK,
    blocking_replies,
    reply_limit,
    term_facts,
    undecided_conditions,
)
from madang.apps.exemptions.queries.confirmations import clock_row
from madang.apps.exemptions.rules import applications as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, keep_answer
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.tool_terms import LONGER_TERMS_FROM, term_law
from madang.kernel.words import Words

GRANT = "grant"
_REASONS = Words("결정의 이유를 적으십시오.", "Write the reasons of the decision.")


@dataclass(frozen=True)
class Grant:
    """A grant: first and last day of the term, the gazette, the reasons, and what was examined.

    ``criteria`` are keys of the list of the decree for exemptions; for permits ``all_criteria`` says it as one fact.
    ``for_safety`` and ``least_burden`` speak of the conditions that are set.
    """

    starts_on: date
    ends_on: date
    gazette_number: str
    answer: str
    criteria: Sequence[str] = ()
    other_criteria: bool = False
    all_criteria: bool = False
    for_safety: bool = False
    least_burden: bool = False


@act(may="exemptions.handle_tool", records=events.TABLED, subject="tool")
def table_tool(*, actor: Actor, tool: Tool, at: Moment) -> Tool:
    """Table an application when all ministries have replied, or the last day for it in any case is over (EX-06).

    Raises:
        Invalid: a ministry still has time to reply, or a condition is undecided.
        NotLawful: the application is not with the ministries.
    """
    tool.procedure.move("table", tool.state)
    today = today_of(at)
    _refuse_undecided(tool)
    if waiting := blocking_replies(tool, today):
        names = [row.organisation.words for row in waiting]
        ko, en = ", ".join(w.ko for w in names), ", ".join(w.en for w in names)
        last = spoken(max(reply_limit(tool, row) or today for row in waiting))
        raise Invalid(
            Words(
                f"아직 회신하지 않은 기관이 있습니다: {ko}. 회신이 모두 오거나 {last.ko}이 지난 뒤에 상정할 수 있습니다.",
                f"Still to reply: {en}. It can be tabled when all have replied, or after {last.en}.",
            )
        )
    keep_answer(tool, "table", _tabled_in_time(tool, today), at)
    tool.tabled_on = today
    advance(tool, "table", actor=actor, at=at, also=("tabled_on",))
    record(events.TABLED, tool, actor=actor, at=at, facts=Facts(provision="EX-06"))
    return tool


@act(may="exemptions.record_tool_vote", records=events.VOTED, subject="tool")
def record_tool_vote(*, actor: Actor, tool: Tool, ballot: Ballot, at: Moment) -> Tool:
    """Record the committee's vote on a tool: carried, it may be granted; lost, the refusal is to be told (EX-08, IP-04).

    Raises:
        Invalid: no reasons, numbers that cannot be, or no quorum.
        NotLawful: the tool is not before the committee.
    """
    is_carried, result = counted(ballot)
    tool.decided_on = today_of(at)
    move = "resolve" if is_carried else "reject"
    advance(tool, move, actor=actor, at=at, law=Law(ballot.facts), also=("decided_on",))
    kept(tool, GRANT, ballot, at)
    told = Facts({**said(result=result), **ballot.facts}, provision="ZC-05")
    record(events.VOTED, tool, actor=actor, at=at, facts=told)
    return tool


@act(may="exemptions.handle_tool", records=events.GRANTED, subject="tool")
def grant_tool(*, actor: Actor, tool: Tool, grant: Grant, at: Moment) -> Tool:
    """Grant a tool after its vote, with its first term, and tell, certify and gazette it (EX-08 to EX-14, IP-04 to IP-07).

    Raises:
        Invalid: a condition is undecided, a criterion was not examined, gazette or reasons are missing, or the zone is over.
        NotLawful: there is no vote, the term is longer than the law or the zone allows, or a condition burdens too much.
    """
    today = today_of(at)
    move = GRANT if today >= LONGER_TERMS_FROM else "grant_early"
    tool.procedure.move(move, tool.state)
    refuse_zone_over(tool.project.zone)
    _refuse_undecided(tool)
    tool.gazette_number = line(grant.gazette_number, "gazette_number", most=60)
    tool.answer = prose(grant.answer, "answer", needed=_REASONS)
    _examined(tool, grant, move, actor, at)
    tool.granted_on = tool.told_on = today
    tool.starts_on, tool.ends_on = grant.starts_on, grant.ends_on
    tool.certificate = f"{_letters(tool)}C-{today:%y%m%d}-{tool.pk.hex[-8:].upper()}"
    advance(tool, move, actor=actor, at=at, law=Law(_facts(tool, grant, today)), also=_GRANTED)
    ToolTerm.objects.create(
        tool=tool, number=1, kind=ToolTerm.GRANTED, starts_on=grant.starts_on, ends_on=grant.ends_on,
        rule_id=term_law("exemption" if tool.kind == EXEMPTION else "interim_permit", today).first_term,
    )  # fmt: skip
    days = said(starts=spoken(grant.starts_on), ends=spoken(grant.ends_on), kind=tool.kind_words)
    told = {**days, "title": tool.project.title_public, "gazette": tool.gazette_number}
    provision = "EX-12" if tool.kind == EXEMPTION else "IP-05"
    record(events.GRANTED, tool, actor=actor, at=at, facts=Facts(told, provision=provision))
    return tool


@act(may="exemptions.handle_tool", records=events.REFUSED, subject="tool")
def refuse_tool(*, actor: Actor, tool: Tool, answer: str, at: Moment) -> Tool:
    """Tell the operator and the local government that the committee did not carry it, with reasons (EX-12, IP-05).

    Raises:
        Invalid: no reasons.
        NotLawful: the committee has not voted it down.
    """
    tool.answer, tool.told_on = prose(answer, "answer", needed=_REASONS), today_of(at)
    advance(tool, "refuse", actor=actor, at=at, also=("answer", "told_on"))
    provision = "EX-12" if tool.kind == EXEMPTION else "IP-05"
    facts = Facts(said(kind=tool.kind_words), provision=provision)
    record(events.REFUSED, tool, actor=actor, at=at, facts=facts)
    return tool


_GRANTED = (
    "gazette_number", "answer", "granted_on", "told_on", "starts_on", "ends_on", "certificate",
)  # fmt: skip


def _letters(tool: Tool) -> str:
    return "EX" if tool.kind == EXEMPTION else "IP"


def _refuse_undecided(tool: Tool) -> None:
    undecided = undecided_conditions(tool)
    if undecided:
        words = [str(row) for row in undecided]
        raise Invalid(
            Words(
                f"결정하지 않은 조건이 있습니다: {'; '.join(words)}. 조건마다 붙일지를 먼저 결정하십시오.",
                f"A condition is undecided: {'; '.join(words)}. Decide on each condition first.",
            )
        )


def _tabled_in_time(tool: Tool, today: date) -> Answer:
    facts: dict[str, Any] = {"tool_applied_on": tool.filed_on, "tabled_on": today}
    clock = clock_row(tool, TABLING_CLOCK)
    if clock and clock.extensions:
        facts["period_extension_days"] = parameter("sandbox.tabling_extension_days", today).value
    return evaluate(TABLING_CLOCK, facts, on=today)


def _examined(tool: Tool, grant: Grant, move: str, actor: Actor, at: Moment) -> None:
    """Keep what the rules say of the criteria and of the notices; a criterion left out refuses the grant."""
    today = today_of(at)
    if tool.kind == EXEMPTION:
        criteria = {"criteria_examined": list(grant.criteria), "other_criteria_set": grant.other_criteria}
        told = dict.fromkeys(
            ("local_government_told", "operator_told", "certificate_issued", "tool_gazetted"), True
        )
        answers = [evaluate("EX-09", criteria, on=today), evaluate("EX-12", told, on=today)]
    else:
        facts = {"all_criteria_examined": grant.all_criteria, "permit_issued": True, "tool_gazetted": True}
        answers = [evaluate("IP-05", facts, on=today)]
    if not answers[0].is_satisfied and not actor.is_history:
        raise Invalid(answers[0].sentence, "criteria" if tool.kind == EXEMPTION else "all_criteria")
    for answer in answers:
        keep_answer(tool, move, answer, at)


def _facts(tool: Tool, grant: Grant, today: date) -> dict[str, Any]:
    """What the guards of the grant are asked with."""
    set_now = list(tool.conditions.filter(state="set").order_by("has_papers", "-asked_on"))
    facts: dict[str, Any] = {
        "committee_resolved": tool.votes.filter(is_carried=True).exists(), "conditions_set": bool(set_now),
        **term_facts(tool, granted_on=today, starts_on=grant.starts_on, ends_on=grant.ends_on),
    }  # fmt: skip
    if set_now:
        # the least proven of the conditions speaks for all
        facts |= {
            "conditions_for_safety": grant.for_safety, "condition_burden_minimised": grant.least_burden,
            "condition_asked_on": set_now[0].asked_on, "condition_papers_filed": set_now[0].has_papers,
        }  # fmt: skip
    return facts
