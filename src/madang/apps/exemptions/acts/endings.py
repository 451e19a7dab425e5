"""Acts towards a correction or a cancellation (EX-33 to EX-35, IP-14 to IP-16, REV-07): ground, both sides, vote, order."""

from datetime import date

from madang.apps.exemptions.acts.ballots import Ballot, counted, kept
from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.exemptions.events import endings as events
from madang.apps.exemptions.models import Tool, ToolMeasure, ToolTerm
from madang.apps.exemptions.models.life import CANCELLATION, CORRECTION
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.life import (
    IN_FORCE,
    open_measure,
    present_term,
    was_cancellation_carried,
)
from madang.apps.exemptions.rules import endings as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

ABOUT = "cancel"
STOP = Words("사업을 즉시 멈추고 알리기", "Stop the business at once, and say so")
#: where a corrected tool goes on: by the term that runs
RESUME = {
    ToolTerm.GRANTED: "resume", ToolTerm.EXTENDED: "resume_extended",
    ToolTerm.CONTINUED: "resume_continuing", ToolTerm.DEEMED: "resume_deemed",
}  # fmt: skip
_REASON = Words("구체적인 사유를 적으십시오.", "Write the particular reasons.")
_OPINION = Words("의견을 적으십시오.", "Write your opinion.")
_RECORD = Words(
    "청문에서 나온 말과 그에 대한 판단을 적으십시오.", "Write what was said in the hearing and what follows."
)
_ORDER = Words("무엇을 시정하여야 하는지 적으십시오.", "Write what is to be corrected.")
_FOUND = Words("확인한 내용을 적으십시오.", "Write what was found.")


@act(may="exemptions.propose_measure", records=events.PROPOSED, subject="tool")
def propose_measure(*, actor: Actor, tool: Tool, ground: str, reason: str, at: Moment) -> Tool:
    """Open the way to a correction or cancellation on a ground of the law (EX-33, IP-14).

    Raises:
        Invalid: no ground of the list, no reasons, nothing in force, or a measure is under way.
    """
    _open(tool, ground, reason, today_of(at))
    facts = Facts(said(ground=ground_words(tool, ground, today_of(at))), provision=_rule(tool, "ground"))
    record(events.PROPOSED, tool, actor=actor, at=at, facts=facts)
    return tool


@act(may="exemptions.apply_for_cancellation", records=events.APPLIED, subject="tool")
def apply_for_cancellation(*, actor: Actor, tool: Tool, ground: str, reason: str, at: Moment) -> Tool:
    """Apply for cancellation as the local government, which says its opinion with it (EX-33, IP-14).

    Raises:
        Invalid: no ground of the list, no reasons, or nothing in force.
    """
    today = today_of(at)
    row = open_measure(tool) or _open(tool, ground, reason, today)
    if row.applied_on is not None:
        raise Invalid(Words("이미 취소를 신청했습니다.", "Cancellation was applied for already."))
    row.applied_on = row.local_heard_on = today
    row.local_opinion = prose(reason, "reason", needed=_REASON)
    row.save()
    told = said(ground=ground_words(tool, row.ground, today), **_local(tool))
    record(events.APPLIED, tool, actor=actor, at=at, facts=Facts(told, provision=_rule(tool, "ground")))
    return tool


@act(may="exemptions.give_measure_opinion", records=events.LOCAL_HEARD, subject="tool")
def give_measure_opinion(*, actor: Actor, tool: Tool, opinion: str, at: Moment) -> Tool:
    """Give the local government's opinion on a measure (REV-07).

    Raises:
        Invalid: no measure is under way, or nothing is said.
    """
    row = _under_way(tool)
    row.local_opinion = prose(opinion, "opinion", needed=_OPINION)
    row.local_heard_on = today_of(at)
    row.save()
    record(
        events.LOCAL_HEARD, tool, actor=actor, at=at, facts=Facts(said(**_local(tool)), provision="REV-07")
    )
    return tool


@act(may="exemptions.decide_measure", records=events.HEARD, subject="tool")
def record_hearing(*, actor: Actor, tool: Tool, held_on: date, record_text: str, at: Moment) -> Tool:
    """Record the formal hearing of the operator with its day (청문, REV-07).

    Raises:
        Invalid: no measure is under way, the day has not come or lies before the measure, or nothing is recorded.
    """
    row, today = _under_way(tool), today_of(at)
    if not row.opened_on <= held_on <= today:
        begun = spoken(row.opened_on)
        words = Words(
            f"청문한 날은 절차를 시작한 {begun.ko}부터 오늘까지여야 합니다.",
            f"The hearing lies between {begun.en}, when this began, and today.",
        )
        raise Invalid(words, "held_on")
    row.hearing_on, row.hearing_record = held_on, prose(record_text, "record_text", needed=_RECORD)
    row.save()
    facts = Facts({"held_on": held_on}, provision="REV-07")
    record(events.HEARD, tool, actor=actor, at=at, facts=facts)
    return tool


@act(may="exemptions.record_cancellation_vote", records=events.VOTED, subject="tool")
def record_cancellation_vote(*, actor: Actor, tool: Tool, ballot: Ballot, at: Moment) -> Tool:
    """Record the Zone Committee's vote on a cancellation; only one that was carried allows it (EX-34, IP-15).

    Raises:
        Invalid: no measure is under way, no grounds, or numbers that cannot be.
    """
    _under_way(tool)
    _, result = counted(ballot)
    kept(tool, ABOUT, ballot, at)
    facts = Facts({**said(result=result), **ballot.facts}, provision="ZC-05")
    record(events.VOTED, tool, actor=actor, at=at, facts=facts)
    return tool


@act(may="exemptions.decide_measure", records=events.CORRECTION_ORDERED, subject="tool")
def order_correction(*, actor: Actor, tool: Tool, order: str, due_on: date, at: Moment) -> Tool:
    """Order a correction by a day; false means are never corrected but cancelled (EX-34, IP-15).

    Raises:
        Invalid: no measure is under way, nothing is ordered, or its day is not to come.
        NotLawful: nothing that runs, or the law of the day allows no correction on this ground.
    """
    row, today = _under_way(tool), today_of(at)
    if due_on <= today:
        raise Invalid(Words("오늘보다 뒤의 날을 적으십시오.", "Give a day after today."), "due_on")
    row.kind, row.order = CORRECTION, prose(order, "order", needed=_ORDER)
    row.ordered_on, row.due_on = today, due_on
    tool.measure, tool.measure_ground, tool.measure_due_on = row.order, row.ground, due_on
    law = Law(_facts(tool, row, CORRECTION))
    advance(tool, "order_correction", actor=actor, at=at, law=law, also=_MEASURE)
    row.save()
    told = Facts({"due_on": due_on, "order": row.order}, provision=_rule(tool, "measure"))
    record(events.CORRECTION_ORDERED, tool, actor=actor, at=at, facts=told)
    return tool


@act(may="exemptions.decide_measure", records=events.CORRECTED, subject="tool")
def find_corrected(*, actor: Actor, tool: Tool, found: str, at: Moment) -> Tool:
    """Find that what was ordered has been done; the tool goes on in the state it came from.

    Raises:
        Invalid: nothing is said.
        NotLawful: no order of correction stands.
    """
    row, term = _under_way(tool), present_term(tool)
    text = prose(found, "found", needed=_FOUND)
    advance(tool, RESUME[term.kind if term else ToolTerm.GRANTED], actor=actor, at=at)
    _close(row, text, today_of(at))
    record(events.CORRECTED, tool, actor=actor, at=at, facts=Facts(provision=_rule(tool, "measure")))
    return tool


@act(may="exemptions.decide_measure", records=events.CANCELLED, subject="tool")
def cancel_tool(*, actor: Actor, tool: Tool, reason: str, gazette_number: str, at: Moment) -> Tool:
    """Cancel after both sides were heard and the committee voted: told at once, stopped at once, gazetted (EX-35).

    Raises:
        Invalid: no measure is under way, no reasons, or no gazette.
        NotLawful: somebody was not heard, there is no vote, or the local government must apply first.
    """
    row, today = _under_way(tool), today_of(at)
    row.kind, row.order, row.ordered_on = CANCELLATION, prose(reason, "reason", needed=_REASON), today
    row.gazette_number = line(gazette_number, "gazette_number", most=60)
    tool.measure, tool.measure_ground, tool.measure_due_on = row.order, row.ground, None
    advance(tool, "cancel", actor=actor, at=at, law=Law(_facts(tool, row, CANCELLATION)), also=_MEASURE)
    row.save()
    open_duty(tool, tool.in_charge("firm"), STOP, at, today)
    told = {**said(ground=ground_words(tool, row.ground, today)), "gazette": row.gazette_number}
    record(
        events.CANCELLED, tool, actor=actor, at=at, facts=Facts(told, provision=_rule(tool, "carried_out"))
    )
    return tool


@act(may="exemptions.tell_stop", records=events.STOPPED, subject="tool")
def tell_stop(*, actor: Actor, tool: Tool, stopped_on: date, at: Moment) -> Tool:
    """Tell that the business has stopped after a cancellation (EX-35, IP-16).

    Raises:
        Invalid: nothing was cancelled, it was told before, or the day has not come.
    """
    row, today = _under_way(tool), today_of(at)
    if tool.state != "cancelled":
        raise Invalid(Words("취소된 특례나 허가가 아닙니다.", "Nothing has been cancelled."))
    if row.ordered_on is not None and not row.ordered_on <= stopped_on <= today:
        day = spoken(row.ordered_on)
        words = Words(
            f"취소된 {day.ko}부터 오늘까지의 날을 적으십시오.",
            f"Give a day from {day.en}, when it was cancelled, until today.",
        )
        raise Invalid(words, "stopped_on")  # fmt: skip
    _close(row, "", today)
    close_duties(tool, at)
    facts = {
        "local_government_told": True, "operator_told": True, "operation_stopped": True,
        "cancellation_gazetted": bool(row.gazette_number),
    }  # fmt: skip
    answer = evaluate(_rule(tool, "carried_out"), facts, on=today)
    told = Facts({"stopped_on": stopped_on, "carried_out": answer.is_satisfied}, provision=answer.rule_id)
    record(events.STOPPED, tool, actor=actor, at=at, facts=told)
    return tool


@act(may="exemptions.decide_measure", records=events.DROPPED, subject="tool")
def drop_measure(*, actor: Actor, tool: Tool, outcome: str, at: Moment) -> Tool:
    """End a measure without an order: the ground was not there, or is gone.

    Raises:
        Invalid: no measure is under way or its order stands, or nothing is said.
    """
    row = _under_way(tool)
    if row.kind:
        raise Invalid(Words("이미 명령했거나 취소했습니다.", "It has been ordered already."))
    text = prose(outcome, "outcome", needed=_FOUND)
    _close(row, text, today_of(at))
    facts = Facts({"outcome": text}, provision=_rule(tool, "ground"))
    record(events.DROPPED, tool, actor=actor, at=at, facts=facts)
    return tool


def ground_words(tool: Tool, ground: str, on: date) -> Words:
    """A ground of the list of the day.

    Raises:
        Invalid: it is not on the list.
    """
    for item in checklist(_rule(tool, "ground"), on=on):
        if item.key == ground:
            return item.words
    raise Invalid(Words("법이 정한 사유를 고르십시오.", "Choose a ground of the law."), "ground")


_MEASURE = ("measure", "measure_ground", "measure_due_on")
_RULES = {
    "ground": ("EX-33", "IP-14"),
    "measure": ("EX-34", "IP-15"),
    "carried_out": ("EX-35", "IP-16"),
}


def _rule(tool: Tool, of: str) -> str:
    return _RULES[of][0 if tool.kind == EXEMPTION else 1]


def _open(tool: Tool, ground: str, reason: str, today: date) -> ToolMeasure:
    if tool.state not in IN_FORCE:
        raise Invalid(
            Words("효력이 있는 특례나 허가만 시정ㆍ취소할 수 있습니다.", "Only what is in force can be corrected or cancelled.")
        )  # fmt: skip
    if open_measure(tool) is not None:
        raise Invalid(Words("시정ㆍ취소 절차가 이미 진행 중입니다.", "A measure is already under way."))
    ground_words(tool, ground, today)
    text = prose(reason, "reason", needed=_REASON)
    return ToolMeasure.objects.create(tool=tool, ground=ground, reason=text, opened_on=today)


def _under_way(tool: Tool) -> ToolMeasure:
    row = open_measure(tool)
    if row is None:
        raise Invalid(Words("진행 중인 시정ㆍ취소 절차가 없습니다.", "No measure is under way."))
    return row


def _close(row: ToolMeasure, outcome: str, today: date) -> None:
    row.outcome, row.closed_on = outcome, today
    row.save(update_fields=["outcome", "closed_on"])


def _local(tool: Tool) -> dict[str, Words]:
    return {"local": tool.project.local.words} if tool.project.local else {}


def _facts(tool: Tool, row: ToolMeasure, measure: str) -> dict[str, object]:
    """What the rules are asked with; of the votes held since the measure was opened the last one counts."""
    carried = was_cancellation_carried(tool, row.opened_on)
    return {
        "tool_cancellation_ground": row.ground, "cancellation_applied": row.applied_on is not None,
        "measure_ordered": measure, "committee_resolved": carried, "measure_against_operator": True,
        "local_government_heard": row.local_heard_on is not None,
        "formal_hearing_held": row.hearing_on is not None,
    }  # fmt: skip
