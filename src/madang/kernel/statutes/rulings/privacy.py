"""Personal data: bases, children, leaks, requests, impact assessments (PRV-01 to PRV-10).

>>> from datetime import date, datetime
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"leak_known_at": datetime(2026, 9, 25, 9), "persons_told_at": datetime(2026, 9, 28, 9)}
>>> evaluate("PRV-06", facts, on=date(2026, 9, 25)).status.value
'satisfied'
"""

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import AnyDue, Finding, all_true, count_of, done_by, either, fails, holds
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.pieces import done_by_moment, in_turn, joined
from madang.kernel.words import Words

#: Each threshold of an impact assessment: the fact that is compared and the number it is compared with.
THRESHOLDS = {
    "persons_with_sensitive_data": "privacy.assessment_sensitive_persons",
    "persons_by_linkage": "privacy.assessment_linked_persons",
    "persons_in_file": "privacy.assessment_persons",
}


@rule("PRV-01")
def data_have_a_base(facts: Facts) -> Finding:
    """Base and minimum always; separate consents and a harmless refusal where the data rest on consent."""
    return joined(facts, _base_and_minimum, _consent)


@rule("PRV-02")
def child_has_a_guardians_consent(facts: Facts) -> Finding:
    """Below the age of the Act; on the birthday itself consent is the person's own."""
    limit, age = facts.parameter("privacy.guardian_age").value, facts.count("person_age")
    if age >= limit:
        return holds(f"만 {limit}세 이상입니다.", f"{limit} years old or more.")
    return either(
        facts.truth("guardian_consented"),
        Words("법정대리인이 동의하였습니다.", "the guardian consented."),
        Words("법정대리인의 동의가 없습니다.", "the guardian's consent is lacking."),
    )


@rule("PRV-03")
def resident_number_is_not_asked_for(facts: Facts) -> Finding:
    """Either no such number at all, or a rule of law for it and another way to sign up."""
    if not facts.truth("resident_number_handled"):
        return holds("주민등록번호를 처리하지 않습니다.", "no resident registration number is handled.")
    return all_true(
        facts,
        ("resident_number_has_rule", "signup_without_number"),
        Words(
            "근거 법령이 있고 그것 없이도 가입할 수 있습니다.",
            "a rule allows it, and one can sign up without it.",
        ),
        Words(
            "근거 법령이 없거나 그것 없이는 가입할 수 없습니다.",
            "no rule allows it, or one cannot sign up without it.",
        ),
    )


@rule("PRV-04")
def data_no_longer_needed_are_gone(facts: Facts) -> Finding:
    """The Act gives no number of days for "without delay"."""
    if facts.truth("data_still_needed"):
        return holds("아직 필요한 개인정보입니다.", "the data are still needed.")
    if facts.said("data_kept_by_other_law"):
        return either(
            facts.truth("data_stored_apart"),
            Words("다른 법령에 따라 분리하여 저장합니다.", "kept by another law and stored apart."),
            Words("분리하여 저장하지 않습니다.", "kept by another law, but not stored apart."),
        )
    facts.require("data_destroyed", "data_kept_by_other_law")
    return either(
        facts.truth("data_destroyed"),
        Words("파기하였습니다.", "the data were destroyed."),
        Words("지체 없이 파기하지 않았습니다.", "the data were not destroyed without delay."),
    )


@rule("PRV-05")
def policy_officer_and_safety_are_there(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("privacy_policy_published", "privacy_officer_named", "safety_measures_taken", "access_logs_kept"),
        Words(
            "처리방침, 책임자, 안전조치와 접속기록이 있습니다.",
            "policy, officer, safety measures and logs are there.",
        ),
        Words(
            "처리방침, 책임자, 안전조치, 접속기록 가운데 빠진 것이 있습니다.",
            "policy, officer, safety measures or logs are lacking.",
        ),
    )


@rule("PRV-06")
def leak_was_told(facts: Facts) -> Finding:
    """Within the hours, or on the website for the days where persons cannot be reached.

    Raises:
        NotVerified: a leak that is only possible, from 2026-09-11; the decree was not read (before: NotInForce).
    """
    if facts.said("leak_only_possible"):
        facts.parameter("privacy.possible_leak_hours")
    due = due_of(facts, "PRV-06", start=facts.instant("leak_known_at"))
    in_turn(facts, "leak_known_at", "persons_told_at")
    in_turn(facts, "leak_known_at", "leak_posted_at")
    in_turn(facts, "leak_posted_at", "leak_posting_removed_on")
    if facts.said("persons_reachable") is False:
        return joined(facts, lambda given: done_by_moment(given, due, "leak_posted_at"), _posted_long_enough)
    if facts.has("persons_told_at") and not _told_in_time(facts, due):
        facts.require("persons_reachable")
    if not facts.has("persons_told_at") and not facts.has("persons_reachable"):
        raise MissingFacts(["persons_told_at", "persons_reachable"])
    return done_by_moment(facts, due, "persons_told_at")


@rule("PRV-07")
def leak_was_reported(facts: Facts) -> Finding:
    """One of three grounds makes the report a duty; the value is the due moment, None where there is no duty."""
    grounds = ("sensitive_data_leaked", "leak_by_unlawful_access")
    least = facts.parameter("privacy.leak_report_persons").value
    many = facts.count("persons_leaked") >= least if facts.has("persons_leaked") else None
    if not many and not any(facts.said(name) for name in grounds):
        facts.require("persons_leaked", *grounds)
        return holds("신고할 유출이 아닙니다.", "no leak that must be reported.", None)
    due = due_of(facts, "PRV-07", start=facts.instant("leak_known_at"))
    in_turn(facts, "leak_known_at", "leak_reported_at")
    return done_by_moment(facts, due, "leak_reported_at")


@rule("PRV-08")
def request_about_data_was_answered(facts: Facts) -> Finding:
    facts.require("data_request_on")
    facts.in_order("data_request_on", "data_request_answered_on")
    due = due_of(facts, "PRV-08", start=facts.day("data_request_on"))
    return done_by(facts, due, "data_request_answered_on")


@rule("PRV-09")
def impact_was_assessed(facts: Facts) -> Finding:
    """Assessed where a threshold is reached; the value is whether one is."""
    reached = [name for name, limit in THRESHOLDS.items() if _reaches(facts, name, limit)]
    if not reached:
        facts.require(*THRESHOLDS)
        return holds("영향평가 대상이 아닙니다.", "no threshold is reached.", False)
    return either(
        facts.truth("impact_assessed"),
        Words("영향평가를 하였습니다.", "a threshold is reached, and the impact was assessed."),
        Words(
            "영향평가 대상이나 하지 않았습니다.", "a threshold is reached, but the impact was not assessed."
        ),
        True,
    )


@rule("PRV-10")
def processor_is_bound(facts: Facts) -> Finding:
    if not facts.truth("data_processor_used"):
        return holds("처리를 위탁하지 않습니다.", "no processor is used.")
    return all_true(
        facts,
        ("processor_contract_written", "processor_published", "processor_supervised"),
        Words("문서로 위탁하고 공개ㆍ감독합니다.", "in writing, published and supervised."),
        Words(
            "문서, 공개, 감독 가운데 빠진 것이 있습니다.", "writing, publication or supervision is lacking."
        ),
    )


def _base_and_minimum(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("purpose_has_legal_base", "only_minimum_collected"),
        Words("법적 근거가 있고 최소한만 모읍니다.", "there is a base, and only the least is collected."),
        Words(
            "법적 근거가 없거나 최소한을 넘습니다.", "a base is lacking, or more than the least is collected."
        ),
    )


def _consent(facts: Facts) -> Finding:
    if not facts.truth("data_rest_on_consent"):
        return holds("동의를 근거로 하지 않습니다.", "the data do not rest on consent.")
    return all_true(
        facts,
        ("consents_separate", "optional_refusal_harmless"),
        Words("동의를 나누어 받고 거부하여도 서비스를 줍니다.", "consents are separate and may be refused."),
        Words(
            "동의를 나누지 않거나 거부하면 서비스를 주지 않습니다.",
            "consents are not separate, or refusal costs the service.",
        ),
    )


def _told_in_time(facts: Facts, due: AnyDue) -> bool:
    return due.due_at is not None and facts.instant("persons_told_at") <= due.due_at


def _posted_long_enough(facts: Facts) -> Finding:
    """Taken off only after the last day; while it is up, the end must be known to have passed."""
    due = due_of(facts, "PRV-06.posting", start=facts.day_of("leak_posted_at"))
    removed, said = facts.day_or_none("leak_posting_removed_on"), spoken(due.due_on)
    if removed is None and (facts.known_on is None or facts.known_on <= due.due_on):
        raise MissingFacts(["leak_posting_removed_on"])
    if removed is not None and removed <= due.due_on:
        return fails(
            f"{said.ko}까지 올려야 하나 그 전에 내렸습니다.",
            f"to be posted until {said.en}, but taken off before.",
            due.due_on,
            count_of(due),
        )
    return holds(f"{said.ko}까지 올렸습니다.", f"posted until {said.en}.", due.due_on, count_of(due))


def _reaches(facts: Facts, name: str, limit: str) -> bool:
    return facts.has(name) and facts.count(name) >= facts.parameter(limit).value
