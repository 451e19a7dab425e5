"""After the decision on a tool: review, change, and revision of the law (EX-17 to EX-19, EX-23 to EX-31, IP-13)."""

from dataclasses import dataclass
from datetime import date

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.lengthened import lengthened_due
from madang.kernel.statutes.rulings.parts import all_of
from madang.kernel.statutes.rulings.tool_terms import Tool
from madang.kernel.words import Words

#: Results filed from this day on start the 60 days of the revision plan (supplementary provision 4).
PLANS_FROM = rule_info("EX-26").provisions[0].first_on
_REVIEWS: dict[Tool, tuple[str, str]] = {
    "exemption": ("EX-17", "exemption.reviews"),
    "interim_permit": ("IP-13", "permit.reviews"),
}


@dataclass(frozen=True, slots=True)
class Review:
    """A request to review the result: its due date, and whether one may still be made."""

    due: DueDate
    allowed: bool


def review(tool: Tool, *, notified_on: date, earlier_requests: int) -> Review:
    """By when a review may be asked for, and whether it was not used up.

    Raises:
        NotInForce: notified before 2024-08-07, when the law knew no review.

    >>> review("exemption", notified_on=date(2025, 5, 21), earlier_requests=0).due.due_on
    datetime.date(2025, 7, 21)
    """
    clock, number = _REVIEWS[tool]
    due = due_date(clock, start=notified_on)
    return Review(due, earlier_requests < parameter(number, notified_on).value)


def review_requested(facts: Facts, clock_id: str, number: str) -> Finding:
    """In time, and for the first time; the value is the due date."""
    return all_of(lambda: _asked_in_time(facts, clock_id), lambda: _first_time(facts, number))


@rule("EX-17")
def exemption_review_was_requested(facts: Facts) -> Finding:
    return review_requested(facts, "EX-17", "exemption.reviews")


@rule("EX-18")
def umbrella_review_was_requested(facts: Facts) -> Finding:
    """New evidence or circumstances, in time, once, tabled in time; heard on request. The value is the due date."""
    return all_of(
        lambda: _asked_in_time(facts, "EX-18"),
        lambda: _first_time(facts, "sandbox.reviews"),
        lambda: all_true(
            facts,
            ("new_evidence",),
            Words(
                "새로운 증거나 사정 변경이 있습니다.", "there is new evidence or a change of circumstances."
            ),
            Words(
                "새로운 증거나 사정 변경이 없습니다.", "there is no new evidence or change of circumstances."
            ),
        ),
        lambda: _review_was_tabled(facts),
        lambda: _applicant_was_heard(facts),
    )


@rule("EX-19")
def tool_change_was_answered(facts: Facts) -> Finding:
    """Filed through the local government and answered in time; telling the committee is judged once stated."""
    return all_of(
        lambda: _change_reply(facts),
        lambda: all_true(
            facts,
            ("filed_through_local_government",),
            Words("지방자치단체를 거쳐 신청하였습니다.", "filed through the local government."),
            Words("지방자치단체를 거치지 않았습니다.", "not filed through the local government."),
        ),
        lambda: _committee_was_informed(facts),
    )


@rule("EX-23")
def law_was_revised_before_the_end(facts: Facts) -> Finding:
    """Owed once safety is proven; the value is the last day of the exemption."""
    if not facts.truth("safety_proven"):
        return holds(
            "안전성이 입증되지 않아 정비할 의무가 없습니다.", "safety is not proven: nothing is owed.", None
        )
    facts.require("term_ends_on")
    return _no_later_than(facts, "law_revised_on", facts.day("term_ends_on"))


@rule("EX-24")
def ordinary_permit_followed(facts: Facts) -> Finding:
    return ordinary_permit(facts)


@rule("EX-26")
def revision_plan_was_filed(facts: Facts) -> Finding:
    """Only for results filed from 2024-08-07, and only where revision is needed; the value is the due date."""
    facts.require("results_filed_on")
    if facts.day("results_filed_on") < PLANS_FROM:
        return holds(
            "2024년 8월 7일 전에 낸 결과입니다.", "the results were filed before 7 August 2024.", None
        )
    if not facts.truth("revision_needed"):
        return holds("법령정비가 필요하지 않습니다.", "no revision is needed.", None)
    facts.require("deliberation_reported_on")
    facts.in_order("results_filed_on", "deliberation_reported_on")
    facts.in_order("deliberation_reported_on", "revision_plan_filed_on")
    due = due_of(facts, "EX-26", start=facts.day("deliberation_reported_on"))
    if not facts.has("revision_plan_items"):
        return done_by(facts, due, "revision_plan_filed_on")
    return all_of(
        lambda: done_by(facts, due, "revision_plan_filed_on"),
        lambda: all_present(facts, "EX-26", "revision_plan_items"),
    )


@rule("EX-29")
def permit_may_follow(facts: Facts) -> Finding:
    """The bridge from an exemption to an interim permit."""
    if facts.said("clearly_forbidden"):
        return fails("다른 법령이 명백히 금지합니다.", "another law clearly forbids it.")
    if facts.said("revision_started") is False:
        return fails("법령정비에 착수하지 않았습니다.", "revision was not started.")
    facts.require("revision_started", "clearly_forbidden")
    return holds("임시허가를 할 수 있습니다.", "an interim permit may be granted.")


@rule("EX-30")
def recommendation_was_answered(facts: Facts) -> Finding:
    """A recommendation needs a plan that was not kept; the minister then reports."""
    if not facts.truth("committee_recommended"):
        return holds("권고한 바가 없습니다.", "nothing was recommended.")
    if facts.said("revision_plan_kept"):
        return fails(
            "정비계획이 지켜져 권고할 사유가 없습니다.", "the plan was kept: no ground to recommend."
        )
    if facts.said("minister_reported") is not False:
        facts.require("revision_plan_kept", "minister_reported")
    return either(
        facts.truth("minister_reported"),
        Words("조치한 내용을 보고하였습니다.", "the minister reported what was done."),
        Words("조치한 내용을 보고하지 않았습니다.", "the minister did not report what was done."),
    )


@rule("EX-31")
def ministry_made_its_revision_plan(facts: Facts) -> Finding:
    """From the request where there is one, else from the grant; the value is the due date."""
    if facts.has("revision_requested_on"):
        clock, start = "EX-31", "revision_requested_on"
    else:
        clock, start = "EX-31.grant", "granted_on"
    facts.in_order(start, "revision_plan_filed_on")
    return done_by(facts, lengthened_due(facts, clock, facts.day(start)), "revision_plan_filed_on")


@rule("IP-13")
def permit_review_was_requested(facts: Facts) -> Finding:
    return review_requested(facts, "IP-13", "permit.reviews")


def ordinary_permit(facts: Facts) -> Finding:
    """Owed once the law exists; without delay, without a number of days."""
    if not facts.truth("law_in_force"):
        return holds("정비된 법령이 아직 시행되지 않았습니다.", "the revised law is not yet in force.")
    return either(
        facts.truth("ordinary_permit_given"),
        Words("정식 허가등을 하였습니다.", "the ordinary permit was given."),
        Words("정식 허가등을 하지 않았습니다.", "the ordinary permit was not given."),
    )


def _asked_in_time(facts: Facts, clock_id: str) -> Finding:
    facts.require("result_notified_on")
    facts.in_order("result_notified_on", "review_requested_on")
    due = due_of(facts, clock_id, start=facts.day("result_notified_on"))
    return done_by(facts, due, "review_requested_on")


def _first_time(facts: Facts, number: str) -> Finding:
    limit = facts.parameter(number).value
    return either(
        facts.count("earlier_reviews") < limit,
        Words("처음 하는 재심의 요청입니다.", "no review was asked for before."),
        Words(f"재심의 요청은 {limit}번만 할 수 있습니다.", f"a review is asked for {limit} time at most."),
    )


def _review_was_tabled(facts: Facts) -> Finding:
    facts.in_order("review_requested_on", "tabled_on")
    due = lengthened_due(facts, "EX-18.tabling", facts.day("review_requested_on"))
    return done_by(facts, due, "tabled_on")


def _applicant_was_heard(facts: Facts) -> Finding:
    if not facts.truth("hearing_requested"):
        return holds("의견 진술을 요청하지 않았습니다.", "no hearing was asked for.")
    return either(
        facts.truth("applicant_heard"),
        Words("신청인의 의견을 들었습니다.", "the applicant was heard."),
        Words("요청한 신청인의 의견을 듣지 않았습니다.", "the applicant asked to be heard and was not."),
    )


def _change_reply(facts: Facts) -> Finding:
    facts.require("tool_change_notified_on")
    facts.in_order("tool_change_notified_on", "replied_on")
    due = lengthened_due(facts, "EX-19", facts.day("tool_change_notified_on"))
    return done_by(facts, due, "replied_on")


def _committee_was_informed(facts: Facts) -> Finding:
    if facts.said("committee_informed") is False:
        return fails("위원회에 알리지 않았습니다.", "the committee was not informed.")
    return holds("위원회에 알리는 일이 남았거나 끝났습니다.", "the committee is or will be informed.")


def _no_later_than(facts: Facts, name: str, last: date) -> Finding:
    """Whether something was done by a day that hangs on the case; the value is that day."""
    said = spoken(last)
    if not facts.has(name) and facts.known_on is not None and facts.known_on > last:
        return fails(f"{said.ko}까지 이루어지지 않았습니다.", f"not done by {said.en}.", last)
    return either(
        facts.day(name) <= last,
        Words(f"{said.ko}까지 이루어졌습니다.", f"done by {said.en}."),
        Words(f"기한 {said.ko}을 넘겼습니다.", f"done only after {said.en}."),
        last,
    )
