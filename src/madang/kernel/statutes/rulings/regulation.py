"""Review and revision of regulation, and its forecast to small firms (REG-01 to REG-08, FOR-01 to FOR-04).

The forecast is a programme, not law: what it does is computed and said to be practice.

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> asked = {"review_asked_on": date(2025, 3, 10), "importance_decided_on": date(2025, 3, 21)}
>>> evaluate("REG-04", asked, on=date(2025, 3, 10)).status.value
'breached'
"""

from datetime import date
from functools import partial

from madang.kernel.clocks.counting import duty
from madang.kernel.clocks.lengths import years
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds, steps_of
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.legislation import NOTICE_CLOCKS
from madang.kernel.statutes.rulings.stated import any_true, chosen, number_not_of_the_law, whichever
from madang.kernel.statutes.votes import vote_result
from madang.kernel.words import Words

_FORECAST_COST = Words(
    "예보 대상을 고르는 연간 비용", "yearly cost from which a regulation is forecast (won)"
)
_ASSOCIATIONS = Words("의견을 함께 모으는 단체의 수", "associations with which opinions are gathered")


def committee_name(on: date) -> Words:
    """What the committee on regulation was called on a day.

    >>> committee_name(date(2026, 2, 18)).en, committee_name(date(2026, 2, 19)).en
    ('Regulatory Reform Committee', 'Regulatory Rationalisation Committee')
    """
    return checklist("REG-VOTE", on=on)[-1].words


@rule("REG-01")
def impact_was_analysed(facts: Facts) -> Finding:
    """All items, published with the notice, opinions answered; only for new or stronger regulation."""
    if not facts.truth("regulation_new_or_stronger"):
        return holds("신설하거나 강화하는 규제가 아닙니다.", "neither new nor stronger.")
    least = facts.parameter("regulation.analysis_items").value
    if facts.has("analysis_items_covered") and facts.count("analysis_items_covered") < least:
        return fails(f"{least}개 사항을 모두 다루지 않았습니다.", f"not all {least} items are covered.")
    steps = (
        *("effect_on_small_firms_analysed", "analysis_published_with_notice"),
        "opinions_on_analysis_answered",
    )
    if all(facts.said(name) is not False for name in steps):
        facts.require("analysis_items_covered", *steps)
    return all_true(
        facts,
        steps,
        Words("영향을 분석하여 공표하고 의견에 답하였습니다.", "analysed, published, and opinions answered."),
        Words("분석, 공표 또는 답변이 빠졌습니다.", "analysis, publication or answers are lacking."),
    )


@rule("REG-02")
def sunset_is_near_enough(facts: Facts) -> Finding:
    """The value is the last day there may be; the years count from the first day in force itself (CAL-B)."""
    facts.require("regulation_in_force_on", "sunset_on")
    facts.in_order("regulation_in_force_on", "sunset_on")
    most = facts.parameter("regulation.sunset_years").value
    counted = duty(facts.day("regulation_in_force_on"), years(most))
    end = spoken(counted.due_on)
    return either(
        facts.day("sunset_on") <= counted.due_on,
        Words(f"{most}년({end.ko}까지) 안입니다.", f"within {most} years, until {end.en}."),
        Words(f"{most}년({end.ko}까지)을 넘습니다.", f"beyond {most} years, which end on {end.en}."),
        counted.due_on,
        steps_of(counted.steps),
    )


@rule("REG-03")
def small_firms_were_thought_of(facts: Facts) -> Finding:
    """Relief is examined; where none is given, the request for review says why."""
    no = Words("검토하지 않았거나 적용 사유를 밝히지 않았습니다.", "not examined, or no reasons were given.")
    unreasoned = all(facts.said(n) is False for n in ("small_firm_relief_given", "no_relief_reasons_filed"))
    if unreasoned or facts.said("small_firm_relief_examined") is False:
        return fails(*no)
    facts.require("small_firm_relief_examined", "small_firm_relief_given")
    return either(
        facts.truth("small_firm_relief_given") or facts.truth("no_relief_reasons_filed"),
        Words(
            "면제나 유예를 두었거나 그러지 않는 사유를 밝혔습니다.", "relief was given, or reasons for none."
        ),
        no,
    )


@rule("REG-04")
def importance_was_decided(facts: Facts) -> Finding:
    return _done_after(facts, "REG-04", "review_asked_on", "importance_decided_on")


@rule("REG-04.review")
def important_one_was_reviewed(facts: Facts) -> Finding:
    """Only important ones are reviewed; whether the time was extended matters only in between."""
    if not facts.truth("regulation_is_important"):
        return holds("중요규제가 아니어서 심사하지 않습니다.", "not important: there is no review.")
    facts.require("review_asked_on")
    facts.in_order("review_asked_on", "review_done_on")
    return whichever(facts, "review_extended", partial(_reviewed, facts))


def _reviewed(facts: Facts, is_extended: bool) -> Finding:
    due = due_of(
        facts,
        "REG-04.review",
        start=facts.day("review_asked_on"),
        pauses=facts.pauses("supplements"),
        extensions=int(is_extended),
    )
    return done_by(facts, due, "review_done_on")


@rule("REG-05")
def regulation_is_important(facts: Facts) -> Finding:
    """One ground is enough; a no needs all of them, those not listed here among them."""
    cost, people = (
        facts.parameter("regulation.important_cost"),
        facts.parameter("regulation.important_people"),
    )
    yes = Words("중요규제입니다.", "an important regulation.")
    if facts.has("yearly_cost_krw") and facts.amount("yearly_cost_krw") >= cost.value:
        return holds(*yes)
    if facts.has("people_affected") and facts.count("people_affected") >= people.value:
        return holds(*yes)
    grounds = ("competition_barred", "small_firm_assessment_asks_change", "other_importance_ground")
    if not any(facts.said(name) for name in grounds):
        facts.require("yearly_cost_krw", "people_affected", *grounds)
    return any_true(facts, grounds, yes, Words("중요규제가 아닙니다.", "not an important regulation."))


@rule("REG-06")
def urgent_review_was_done(facts: Facts) -> Finding:
    return _done_after(facts, "REG-06", "review_asked_on", "review_done_on")


@rule("REG-06.analysis")
def analysis_followed_the_urgent_review(facts: Facts) -> Finding:
    return _done_after(facts, "REG-06.analysis", "urgent_result_received_on", "later_analysis_filed_on")


@rule("REG-07")
def revision_request_was_answered(facts: Facts) -> Finding:
    """In time, and with a named official once that is stated."""
    if facts.said("answer_names_official") is False:
        return fails("답변에 담당자의 이름이 없습니다.", "the answer names no official.")
    facts.require("revision_asked_on")
    facts.in_order("revision_asked_on", "revision_answered_on")
    return whichever(facts, "revision_answer_extended", partial(_revision_answered, facts))


def _revision_answered(facts: Facts, is_extended: bool) -> Finding:
    start = facts.day("revision_asked_on")
    return done_by(
        facts,
        due_of(facts, "REG-07", start=start, extensions=int(is_extended)),
        "revision_answered_on",
    )


@rule("REG-07.proof")
def need_was_proven(facts: Facts) -> Finding:
    return _done_after(facts, "REG-07.proof", "proof_asked_on", "need_proven_on")


@rule("REG-07.long_term")
def long_term_matter_was_answered_again(facts: Facts) -> Finding:
    return _done_after(facts, "REG-07.long_term", "revision_answered_on", "answered_again_on")


@rule("REG-08")
def action_plan_was_filed(facts: Facts) -> Finding:
    return _done_after(facts, "REG-08", "ombudsman_advised_on", "action_plan_filed_on")


@rule("REG-08.publication")
def refusal_is_published_and_nobody_suffers(facts: Facts) -> Finding:
    """A disadvantage for those who complained is a breach whatever else was done."""
    if facts.said("complainant_disadvantaged"):
        return fails("의견을 낸 사람에게 불이익을 주었습니다.", "those who complained had a disadvantage.")
    if facts.said("advice_followed") is False and facts.said("refusal_published") is False:
        return fails("따르지 않은 사실을 공표하지 않았습니다.", "not following the advice was not published.")
    facts.require("advice_followed", "complainant_disadvantaged")
    if not facts.truth("advice_followed"):
        facts.require("refusal_published")
    return holds("권고의 뒤처리를 다하였습니다.", "what follows the advice was done.")


@rule("REG-VOTE")
def committee_on_regulation_carried(facts: Facts) -> Finding:
    """A majority of the enrolled, not only of those present; the committee's name of the day stands in the trace."""
    facts.require("members_enrolled", "members_present")
    enrolled, present = facts.count("members_enrolled"), facts.count("members_present")
    yes = facts.count("votes_yes") if facts.has("votes_yes") else None
    answer = vote_result("rationalisation_committee", enrolled, present, yes, facts.on)
    if answer.missing:
        raise MissingFacts(answer.missing)
    sums = tuple(step for step in answer.trace if step.citation)
    return Finding(answer.status, answer.sentence, answer.value, (TraceStep(committee_name(facts.on)), *sums))


@rule("FOR-01")
def regulation_is_forecast(facts: Facts) -> Finding:
    """Practice: the cost alone is enough, or a burden that seems excessive."""
    least = number_not_of_the_law(facts, "forecast.yearly_cost", _FORECAST_COST)
    yes = Words(
        "운영 방식(법령 아님)에 따라 예보할 대상입니다.", "to be forecast, by practice and not by law."
    )
    if facts.has("yearly_cost_krw") and facts.amount("yearly_cost_krw") >= least.value:
        return holds(*yes)
    if not facts.said("burden_seems_excessive"):
        facts.require("yearly_cost_krw", "burden_seems_excessive")
    no = Words(
        "운영 방식(법령 아님)에 따른 예보 대상이 아닙니다.", "not to be forecast, by practice and not by law."
    )
    return either(facts.truth("burden_seems_excessive"), yes, no)


@rule("FOR-02")
def forecast_took_its_steps(facts: Facts) -> Finding:
    """Practice: key points, the associations, and where the opinions go."""
    number_not_of_the_law(facts, "forecast.associations", _ASSOCIATIONS)
    steps = ("key_points_visualised", "opinions_passed_on")
    no = Words("운영 방식(법령 아님)의 단계가 빠졌습니다.", "a step is lacking, by practice and not by law.")
    wanted = {item.key for item in checklist("FOR-02", on=facts.on)}
    if facts.has("associations_asked") and not wanted <= facts.keys("associations_asked"):
        return fails(*no)
    if all(facts.said(name) is not False for name in steps):
        facts.require("associations_asked", *steps)
    yes = Words(
        "운영 방식(법령 아님)의 단계를 모두 거쳤습니다.", "every step was taken, by practice and not by law."
    )
    return all_true(facts, steps, yes, no)


@rule("FOR-04")
def opinions_come_within_the_notice(facts: Facts) -> Finding:
    """Inferred: against the real end of the notice, or its least end where that is enough; the value is that end."""
    if not facts.has("forecast_window_ends_on"):
        facts.require("forecast_window_ends_on", "forecast_notice_ends_on")
    window = facts.day("forecast_window_ends_on")
    facts.in_order("forecast_notice_started_on", "forecast_notice_ends_on")
    if facts.has("forecast_notice_ends_on"):
        return _within(window, facts.day("forecast_notice_ends_on"))
    if not (facts.has("forecast_notice_kind") and facts.has("forecast_notice_started_on")):
        raise MissingFacts(["forecast_notice_ends_on"])
    kind = chosen(facts, "FOR-04", "forecast_notice_kind")
    least = due_of(facts, NOTICE_CLOCKS[kind], start=facts.day("forecast_notice_started_on")).due_on
    if window > least:  # a notice may run longer than it must
        raise MissingFacts(["forecast_notice_ends_on"])
    return _within(window, least)


def _within(window_ends: date, notice_ends: date) -> Finding:
    end = spoken(notice_ends)
    return either(
        window_ends <= notice_ends,
        Words(
            f"예고가 끝나는 {end.ko}까지 의견을 받습니다(추론).",
            f"opinions come in until the notice ends on {end.en} (inferred).",
        ),
        Words(
            f"예고가 {end.ko}에 끝나 그 뒤의 의견은 쓸 수 없습니다(추론).",
            f"the notice ends on {end.en}: later opinions cannot be used (inferred).",
        ),
        notice_ends,
    )


def _done_after(facts: Facts, clock: str, start: str, done: str) -> Finding:
    facts.require(start)
    facts.in_order(start, done)
    return done_by(facts, due_of(facts, clock, start=facts.day(start)), done)
