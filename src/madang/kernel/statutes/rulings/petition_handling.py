"""Petitions: supplements, progress, repeats, results, national suggestions, secrecy (PET-06 to PET-13).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("PET-13", {"petitioner_kind": "local_government"}, on=date(2025, 1, 2)).value
False
"""

from datetime import timedelta
from functools import partial

from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, fact_label
from madang.kernel.statutes.findings import Finding, count_of, done_by, either, fails, holds
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.pieces import at_least, at_most, in_turn, joined
from madang.kernel.words import Words

PETITIONERS = ("person", "firm", "body")
#: Offices are no petitioners (the Act, Art. 2 no. 2).
NO_PETITIONERS = ("local_government", "state_agency")


@rule("PET-06")
def supplement_was_asked_within_limits(facts: Facts) -> Finding:
    """The petitioner's own requests for time, and the period of a second call by the Civil Code."""
    return joined(
        facts,
        partial(at_most, name="petitioner_time_requests", limit_name="petition.time_requests"),
        _second_call,
    )


@rule("PET-07")
def progress_was_told(facts: Facts) -> Finding:
    """The notice after the last thirty days that passed while the petition was open; the value is its due day."""
    if facts.said("progress_shown_online"):
        return holds("진행상황이 온라인에 공개됩니다.", "progress is shown online as announced.", None)
    facts.require("petition_received_at", "progress_notices_before")
    in_turn(facts, "petition_received_at", "petition_answered_at")
    in_turn(facts, "petition_received_at", "progress_told_on")
    span = facts.parameter("petition.progress_days").value
    passed = timedelta(days=span * facts.count("progress_notices_before"))
    due = due_of(facts, "PET-07", start=facts.day_of("petition_received_at") + passed)
    if facts.has("petition_answered_at") and facts.day_of("petition_answered_at") <= due.due_on:
        return holds("그 전에 처리하였습니다.", "answered before a notice was due.", due.due_on)
    told = facts.day_or_none("progress_told_on")
    if told is None or told > due.due_on:
        facts.require("progress_shown_online")
    return done_by(facts, due, "progress_told_on")


@rule("PET-08")
def repeated_petition_may_be_closed(facts: Facts) -> Finding:
    """Made and answered often enough; one of many people needs the mediation committee besides."""
    return joined(
        facts,
        partial(at_least, name="same_petition_times", least_name="petition.repeat_times"),
        partial(at_least, name="petition_answers_given", least_name="petition.repeat_answers"),
        _many_people,
    )


@rule("PET-09")
def result_was_told(facts: Facts) -> Finding:
    """In writing; a refusal with reasons and remedies."""
    return joined(facts, _in_writing, _refusal)


@rule("PET-10")
def petitions_were_checked(facts: Facts) -> Finding:
    return at_least(facts, "petition_checks_in_month", "petition.checks_a_month")


@rule("PET-11")
def national_suggestion_was_decided_in_time(facts: Facts) -> Finding:
    """Calls for supplements early enough, and the decision; the value lists the due days of both."""
    facts.require("suggestion_received_on")
    facts.in_order("suggestion_received_on", "suggestion_decided_on")
    return joined(facts, _supplement_call, _decision)


@rule("PET-12")
def petition_was_kept_confidential(facts: Facts) -> Finding:
    """One leak or one other use is a breach."""
    names = ("petition_data_leaked", "petition_data_used_otherwise")
    if any(facts.said(name) for name in names):
        return fails(
            "민원 내용이나 개인정보가 새거나 달리 쓰였습니다.", "leaked, or used for another purpose."
        )
    facts.require(*names)
    return holds("누설되거나 달리 쓰이지 않았습니다.", "neither leaked nor used otherwise.")


@rule("PET-13")
def who_asks_is_a_petitioner(facts: Facts) -> Finding:
    """Satisfied when what was asked is a petition; else its deadlines are policy, not law."""
    kind = facts.text("petitioner_kind")
    if kind not in PETITIONERS + NO_PETITIONERS:
        raise WrongFact("petitioner_kind", fact_label("petitioner_kind"), kind)
    return either(
        is_petitioner(kind),
        Words("민원인입니다. 민원의 법정 기한이 적용됩니다.", "a petitioner: the statutory deadlines apply."),
        Words(
            "민원인이 아닙니다. 처리 기한은 법이 아니라 방침에 따릅니다.",
            "no petitioner: deadlines are policy, not law.",
        ),
    )


def is_petitioner(kind: str) -> bool:
    """Whether what this kind of petitioner asks is a petition (PET-13).

    >>> is_petitioner("firm"), is_petitioner("local_government")
    (True, False)
    """
    return kind in PETITIONERS


def _second_call(facts: Facts) -> Finding:
    if not facts.truth("second_call_made"):
        return holds("보완을 다시 요구하지 않았습니다.", "no second call was made.", None)
    facts.require("second_call_on", "second_call_due_on")
    facts.in_order("second_call_on", "second_call_due_on")
    latest = due_of(facts, "PET-06", start=facts.day("second_call_on"))
    said = spoken(latest.due_on)
    return either(
        facts.day("second_call_due_on") <= latest.due_on,
        Words(f"{said.ko}을 넘지 않는 기한입니다.", f"set no later than {said.en}."),
        Words(f"{said.ko}을 넘는 기한입니다.", f"set later than {said.en}."),
        latest.due_on,
        count_of(latest),
    )


def _many_people(facts: Facts) -> Finding:
    if not facts.truth("petition_of_many"):
        return holds("다수인 관련 민원이 아닙니다.", "not a petition of many people.", None)
    return either(
        facts.truth("mediation_committee_heard"),
        Words("민원조정위원회의 심의를 거쳤습니다.", "the mediation committee deliberated."),
        Words("민원조정위원회의 심의를 거치지 않았습니다.", "the mediation committee did not deliberate."),
    )


def _in_writing(facts: Facts) -> Finding:
    return either(
        facts.truth("result_told_in_writing"),
        Words("결과를 문서로 알렸습니다.", "the result was told in writing."),
        Words("결과를 문서로 알리지 않았습니다.", "the result was not told in writing."),
    )


def _refusal(facts: Facts) -> Finding:
    if not facts.truth("petition_refused"):
        return holds("거부하지 않았습니다.", "not refused.")
    if facts.said("refusal_reasons_told") is False or facts.said("remedies_told") is False:
        return fails("거부 이유나 구제 절차를 알리지 않았습니다.", "reasons or remedies were not told.")
    facts.require("refusal_reasons_told", "remedies_told")
    return holds("거부 이유와 구제 절차를 알렸습니다.", "reasons and remedies were told.")


def _supplement_call(facts: Facts) -> Finding:
    latest = due_of(facts, "PET-11.supplement", start=facts.day("suggestion_received_on"))
    said = spoken(latest.due_on)
    return either(
        all(pause.asked <= latest.due_on for pause in facts.pauses("suggestion_supplements")),
        Words(f"보완 요청은 {said.ko}까지 할 수 있습니다.", f"a supplement may be called for by {said.en}."),
        Words(f"보완 요청이 {said.ko}을 넘겼습니다.", f"a supplement was called for after {said.en}."),
        latest.due_on,
        count_of(latest),
    )


def _decision(facts: Facts) -> Finding:
    asked = tuple(_experts_time(facts, pause) for pause in facts.pauses("expert_requests"))
    pauses = facts.pauses("suggestion_supplements") + asked
    due = due_of(facts, "PET-11", start=facts.day("suggestion_received_on"), pauses=pauses)
    return done_by(facts, due, "suggestion_decided_on")


def _experts_time(facts: Facts, pause: Pause) -> Pause:
    """Waiting for experts is taken out for three weeks at most."""
    limit = due_of(facts, "PET-11.experts", start=pause.asked).due_on
    return Pause(pause.asked, min(pause.received, limit))
