"""The regional SME policy council and the bodies under it (CON-01 to CON-05).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("CON-01", {"council_matter": "results"}, on=date(2022, 1, 28)).status.value
'satisfied'
"""

from datetime import date
from functools import partial
from typing import Any

from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, done_by, either, fails, holds
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.pieces import at_least, at_most, joined
from madang.kernel.statutes.votes import vote_result
from madang.kernel.words import Words


@rule("CON-01")
def matter_is_the_councils(facts: Facts) -> Finding:
    """The kind of the matter is one of the eight of the Act."""
    kind = facts.text("council_matter")
    return either(
        any(item.key == kind for item in checklist("CON-01", on=facts.on)),
        Words("정책협의회의 심의ㆍ조정 사항입니다.", "a matter for the policy council."),
        Words("정책협의회의 심의ㆍ조정 사항이 아닙니다.", "no matter of the Act for the policy council."),
    )


@rule("CON-02")
def council_is_made_up_as_listed(facts: Facts) -> Finding:
    """The Minister in the chair, the listed members, and no more of them than the Act allows."""
    return joined(facts, _council_size, _council_chair, _council_members)


@rule("CON-03")
def council_was_called_and_carried(facts: Facts) -> Finding:
    """Form, notice and vote together; the value is whether the resolution was carried, None while that is open."""
    found = joined(facts, _council_form, _council_notice, _council_agenda, _council_vote)
    values: Any = found.value
    carried = next((value[0] for value in values if isinstance(value, tuple)), None)
    return found._replace(value=carried)


@rule("CON-04")
def lower_councils_keep_size_and_rhythm(facts: Facts) -> Finding:
    """The working council's size, and the support council's size and monthly meetings."""
    return joined(
        facts,
        partial(at_most, name="working_council_size", limit_name="council.working_members"),
        partial(at_most, name="support_council_size", limit_name="council.support_members"),
        partial(at_least, name="support_meetings_in_month", least_name="council.support_meetings_a_month"),
    )


@rule("CON-05")
def yearly_cycle_was_kept(facts: Facts) -> Finding:
    """Guideline before the year, plan in its first month, analysis after it; the value lists the three due days."""
    facts.require("cycle_year")
    return joined(facts, _guideline, _plan, _analysis)


def yearly_dues(year: int) -> tuple[date, date, date]:
    """The due days of the cycle of a year: guideline, plan, analysis.

    >>> [day.isoformat() for day in yearly_dues(2023)]
    ['2023-01-02', '2023-01-31', '2024-02-29']
    """
    guideline, plan, analysis = (
        due_date(f"CON-05.{clock}", start=date(year + shift, 12, 31)).due_on
        for clock, shift in _CYCLE.items()
    )
    return guideline, plan, analysis


#: The clock of each paper, and the year of its due day counted from the year the plan is for.
_CYCLE = {"guideline": -1, "plan": 0, "analysis": 1}


def _council_size(facts: Facts) -> Finding:
    return at_most(facts, "committee_size", "council.members")


def _council_chair(facts: Facts) -> Finding:
    return either(
        facts.truth("council_chaired_by_minister"),
        Words("중소벤처기업부장관이 위원장입니다.", "the Minister is in the chair."),
        Words("중소벤처기업부장관이 위원장이 아닙니다.", "the Minister is not in the chair."),
    )


def _council_members(facts: Facts) -> Finding:
    return either(
        facts.truth("council_members_as_listed"),
        Words("위원이 모두 법정 공무원입니다.", "all members are those listed."),
        Words("법정 공무원이 아닌 위원이 있습니다.", "there are members who are not listed."),
    )


def _council_form(facts: Facts) -> Finding:
    if not facts.truth("held_in_writing"):
        return holds("출석하여 회의하였습니다.", "held in presence.")
    ground = facts.text("written_meeting_ground")
    return either(
        any(item.key == ground for item in checklist("CON-03", on=facts.on)),
        Words("서면으로 회의할 사유가 있습니다.", "there is a ground for meeting in writing."),
        Words("서면으로 회의할 사유가 없습니다.", "there is no ground for meeting in writing."),
    )


def _council_notice(facts: Facts) -> Finding:
    """Seven days before; a later notice needs urgency, and even then goes out by the day before."""
    facts.require("meeting_on")
    facts.in_order("meeting_notice_sent_on", "meeting_on")
    meeting = facts.day("meeting_on")
    usual = due_of(facts, "CON-03", start=meeting)
    urgent = due_of(facts, "CON-03.urgent", start=meeting)
    sent = facts.day_or_none("meeting_notice_sent_on")
    if sent is None:
        return done_by(facts, urgent, "meeting_notice_sent_on")
    if usual.due_on < sent <= urgent.due_on and facts.truth("meeting_is_urgent"):
        return done_by(facts, urgent, "meeting_notice_sent_on")
    return done_by(facts, usual, "meeting_notice_sent_on")


def _council_agenda(facts: Facts) -> Finding:
    if facts.truth("notice_names_agenda"):
        return holds("안건을 알렸습니다.", "the notice names the agenda.")
    return fails("통지에 안건이 없습니다.", "the notice does not name the agenda.")


def _council_vote(facts: Facts) -> Finding:
    """The value is a tuple, so that whoever joins the parts can tell it from theirs."""
    facts.require("members_enrolled", "members_present")
    enrolled, present = facts.count("members_enrolled"), facts.count("members_present")
    yes = facts.count("votes_yes") if facts.has("votes_yes") else None
    answer = vote_result("regional_council", enrolled, present, yes, facts.on)
    if answer.missing:
        raise MissingFacts(answer.missing)
    sums = tuple(step for step in answer.trace if step.citation)
    return Finding(answer.status, answer.sentence, (answer.value,), sums)


def _guideline(facts: Facts) -> Finding:
    return _in_the_cycle(facts, "guideline", "guideline_issued_on")


def _plan(facts: Facts) -> Finding:
    return _in_the_cycle(facts, "plan", "plan_filed_on")


def _analysis(facts: Facts) -> Finding:
    return _in_the_cycle(facts, "analysis", "analysis_filed_on")


def _in_the_cycle(facts: Facts, clock: str, name: str) -> Finding:
    year = facts.count("cycle_year")
    if not date.min.year < year < date.max.year:
        raise ContradictoryFacts(
            ("cycle_year",), Words(f"달력에 없는 해입니다: {year}", f"no year of the calendar: {year}")
        )
    in_year = date(year + _CYCLE[clock], 12, 31)
    return done_by(facts, due_of(facts, f"CON-05.{clock}", start=in_year), name)
