"""Damages, cover, sanctions, and those who do the work (LIA-01 to LIA-07, SAN, OFF, INT-01, NEG-01).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"cover_ends_on": date(2026, 8, 30), "tool_ends_on": date(2026, 8, 31)}
>>> evaluate("LIA-03", facts, on=date(2025, 1, 2)).status.value
'breached'
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Status, TraceStep
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.stated import any_true, chosen
from madang.kernel.words import Words

#: The facts that state the sums of a policy, and the number each is held against.
LEAST_SUMS = {
    "death_per_person": "liability.death_sum",
    "injury_per_person": "liability.injury_sum",
    "disability_per_person": "liability.disability_sum",
    "property_per_accident": "liability.property_sum",
}


def sums_too_small(sums: Mapping[str, Decimal | int], on: date) -> tuple[str, ...]:
    """The names of the sums of a policy that fall short; sums that are not given are not looked at.

    >>> sums_too_small({"death_per_person": 150_000_000, "injury_per_person": 29_999_999}, date(2025, 1, 2))
    ('injury_per_person',)
    """
    return tuple(
        name
        for name, number in LEAST_SUMS.items()
        if name in sums and sums[name] < parameter(number, on).value
    )


def least_payment(harm_kind: str, actual_loss: Decimal | int, on: date) -> Decimal:
    """What a policy of the least sums pays for one loss, in won: the loss, up to the sum of its kind.

    A loss by death counts as no less than the floor.

    >>> least_payment("death_per_person", 19_999_999, date(2025, 1, 2))
    Decimal('20000000')
    """
    loss = Decimal(actual_loss)
    if harm_kind == "death_per_person":
        loss = max(loss, Decimal(parameter("liability.death_floor", on).value))
    return min(loss, Decimal(parameter(LEAST_SUMS[harm_kind], on).value))


def cover_lasts(cover_ends_on: date, tool_ends_on: date) -> bool:
    """Whether cover does not end before the exemption or permit; the same day is enough.

    >>> cover_lasts(date(2026, 8, 31), date(2026, 8, 31)), cover_lasts(date(2026, 8, 30), date(2026, 8, 31))
    (True, False)
    """
    return cover_ends_on >= tool_ends_on


@rule("LIA-01")
def operator_is_liable(facts: Facts) -> Finding:
    """Satisfied when the operator answers for the harm: it is for the operator to prove that it is not at fault."""
    if facts.said("harm_caused") is False:
        return fails("손해가 없어 배상 책임이 없습니다.", "no harm: the operator is not liable.")
    if facts.said("no_fault_proven"):
        return fails(
            "고의나 과실이 없음을 증명하여 책임이 없습니다.",
            "no intent or negligence was proven: not liable.",
        )
    facts.require("harm_caused", "harmed_under_tool", "no_fault_proven")
    step = TraceStep(
        Words("임시허가에 관한 조문", "the article on interim permits"), None, cite("act", "제90조", facts.on)
    )
    if chosen(facts, "LIA-01", "harmed_under_tool") == "interim_permit":
        return holds(
            "손해를 입은 누구에게나 배상할 책임이 있습니다.", "liable to anyone harmed.", trace=(step,)
        )
    return either(
        facts.truth("harmed_is_user"),
        Words("이용자에게 배상할 책임이 있습니다.", "liable to the user."),
        Words(
            "실증특례의 배상 책임은 이용자에 대한 것입니다.", "under an exemption this liability is to users."
        ),
    )


@rule("LIA-02")
def cover_stands_before_the_start(facts: Facts) -> Finding:
    """Cover and its proof come before the start; mutual aid is cover only since the law says so."""
    kinds = {item.key for item in checklist("LIA-02", on=facts.on)}
    if facts.has("cover_kind") and facts.text("cover_kind") not in kinds:
        return fails(
            "그때 인정되던 보장의 종류가 아닙니다.", "not a kind of cover that counted at that time."
        )
    if (late := _late_for_the_start(facts, "cover_begins_on", "cover_proof_filed_on")) is not None:
        return late
    facts.require("cover_kind")
    return holds("보험 등에 들고 증명을 낸 뒤 시작합니다.", "cover and proof come before the start.")


@rule("LIA-03")
def cover_outlasts_the_tool(facts: Facts) -> Finding:
    """The value is the day up to which cover is needed; an end on that day is enough."""
    facts.require("cover_ends_on", "tool_ends_on")
    last = facts.day("tool_ends_on")
    said = spoken(last)
    return either(
        cover_lasts(facts.day("cover_ends_on"), last),
        Words(f"{said.ko}까지 보장됩니다.", f"covered until {said.en} or longer."),
        Words(f"보장이 {said.ko}보다 먼저 끝납니다.", f"the cover ends before {said.en}."),
        last,
    )


@rule("LIA-03.renewal")
def renewed_cover_was_shown(facts: Facts) -> Finding:
    """Only where the term was extended or continues; the 30 days run from the renewal."""
    if not facts.truth("tool_was_extended"):
        return holds(
            "기간이 연장되지 않아 갱신할 필요가 없습니다.", "the term was not extended: nothing to renew."
        )
    facts.in_order("cover_renewed_on", "renewal_proof_filed_on")
    due = due_of(facts, "LIA-03.renewal", start=facts.day("cover_renewed_on"))
    return done_by(facts, due, "renewal_proof_filed_on")


@rule("LIA-04")
def sums_are_large_enough(facts: Facts) -> Finding:
    """One sum too small decides; the value names those that are, and all four are needed for a yes."""
    given = {name: facts.amount(name) for name in LEAST_SUMS if facts.has(name)}
    for name in given:
        facts.parameter(LEAST_SUMS[name])
    short = sums_too_small(given, facts.on)
    if not short:
        facts.require(*LEAST_SUMS)
    labels = {item.key: item.words for item in checklist("LIA-04.payment", on=facts.on)}
    ko, en = ", ".join(labels[name].ko for name in short), ", ".join(labels[name].en for name in short)
    return either(
        not short,
        Words("보장액이 모두 충분합니다.", "every sum is large enough."),
        Words(f"보장액이 부족합니다: {ko}.", f"sums too small: {en}."),
        short,
    )


@rule("LIA-04.payment")
def loss_was_paid(facts: Facts) -> Finding:
    """The value is the least that is due for the loss, in won."""
    facts.require("harm_kind", "actual_loss", "cover_paid")
    kind = chosen(facts, "LIA-04.payment", "harm_kind")
    due = least_payment(kind, facts.amount("actual_loss"), facts.on)
    facts.parameter(LEAST_SUMS[kind])
    if kind == "death_per_person":
        facts.parameter("liability.death_floor")
    return either(
        facts.amount("cover_paid") >= due,
        Words(f"{due:,}원 이상을 지급하였습니다.", f"at least {due:,} won was paid."),
        Words(f"{due:,}원을 지급해야 합니다.", f"{due:,} won is due."),
        due,
    )


@rule("LIA-05")
def plan_stands_in_for_cover(facts: Facts) -> Finding:
    """A plan instead of insurance, where none is to be had: reason, agreement before the start, equal level."""
    needed = ("insurance_unavailable", "unavailability_reason_given", "compensation_level_equal")
    no = Words("보험을 갈음할 요건이 빠졌습니다.", "what a plan needs to stand in for insurance is lacking.")
    if any(facts.said(name) is False for name in needed):
        return fails(*no)
    late = _late_for_the_start(facts, "compensation_plan_filed_on", "compensation_agreed_on")
    if late is not None:
        return late
    return all_true(
        facts, needed, Words("배상 계획으로 시작할 수 있습니다.", "the plan allows the start."), no
    )


@rule("LIA-06")
def claim_was_handled(facts: Facts) -> Finding:
    """Telling and reporting without delay (no number of days), paying within 30 days where there is no insurance."""
    if any(facts.said(name) is False for name in ("claimant_told_of_cover", "claim_reported")):
        return fails(
            "보장 내용을 알리거나 보고하지 않았습니다.",
            "the claimant was not told, or the claim not reported.",
        )
    if facts.said("claim_refused") and facts.said("refusal_reasons_written") is False:
        return fails("거절 이유를 서면으로 알리지 않았습니다.", "refused without reasons in writing.")
    paid = _paid_in_time(facts)
    if paid.status is Status.BREACHED:
        return paid
    facts.require("claimant_told_of_cover", "claim_reported", "claim_refused")
    if facts.truth("claim_refused"):
        facts.require("refusal_reasons_written")
    return paid


@rule("LIA-06.outcome")
def outcome_was_reported(facts: Facts) -> Finding:
    """Within 15 days of paying or refusing."""
    facts.require("claim_closed_on")
    facts.in_order("claim_closed_on", "outcome_reported_on")
    due = due_of(facts, "LIA-06.outcome", start=facts.day("claim_closed_on"))
    return done_by(facts, due, "outcome_reported_on")


@rule("LIA-07")
def compensation_is_safe(facts: Facts) -> Finding:
    """A dedicated account when asked for; claims for death or injury stay with the person."""
    if facts.said("dedicated_account_asked") and facts.said("paid_into_dedicated_account") is False:
        return fails("전용 계좌로 지급하지 않았습니다.", "it was not paid into the dedicated account.")
    if facts.said("claim_for_death_or_injury") and facts.said("claim_assigned_or_seized"):
        return fails(
            "양도하거나 압류할 수 없는 청구권입니다.", "this claim can be neither assigned nor seized."
        )
    facts.require("dedicated_account_asked", "claim_for_death_or_injury")
    if facts.truth("dedicated_account_asked"):
        facts.require("paid_into_dedicated_account")
    if facts.truth("claim_for_death_or_injury"):
        facts.require("claim_assigned_or_seized")
    return holds("배상금이 보호됩니다.", "the compensation is protected.")


@rule("SAN-02")
def fine_keeps_its_ceiling(facts: Facts) -> Finding:
    """A listed breach, and no more than the ceiling; the amount for each breach stands in an annex that was not read."""
    ceiling = facts.parameter("sanction.fine_ceiling").value
    if not facts.has("fine_breach"):
        facts.require("fine_breach", "fine_amount")
    if facts.text("fine_breach") not in {item.key for item in checklist("SAN-02", on=facts.on)}:
        return fails("과태료 대상이 아닙니다.", "not a breach that is fined.")
    return either(
        facts.amount("fine_amount") <= ceiling,
        Words(
            f"상한({ceiling:,}원) 안입니다. 위반별 금액은 확인하지 못하였습니다.",
            f"within the ceiling of {ceiling:,} won; the amount for each breach was not verified.",
        ),
        Words(f"상한({ceiling:,}원)을 넘습니다.", f"above the ceiling of {ceiling:,} won."),
        ceiling,
    )


@rule("SAN-03")
def fine_was_imposed_by_the_right_body(facts: Facts) -> Finding:
    """The Minister or the head of the local government."""
    return either(
        facts.text("fine_imposed_by") in {item.key for item in checklist("SAN-03", on=facts.on)},
        Words("부과할 권한이 있는 기관입니다.", "a body that may impose the fine."),
        Words("부과할 권한이 없는 기관입니다.", "not a body that may impose the fine."),
    )


@rule("OFF-01")
def active_work_is_shielded(facts: Facts) -> Finding:
    """Only work on the three tools, and only without intent or gross negligence."""
    if facts.said("work_under_special_articles") is False:
        return fails("이 규정이 보호하는 업무가 아닙니다.", "not the work this provision shields.")
    if facts.said("intent_or_gross_negligence"):
        return fails("고의나 중대한 과실이 있어 보호되지 않습니다.", "intent or gross negligence: no shield.")
    facts.require("work_under_special_articles", "intent_or_gross_negligence")
    return holds("적극적인 업무 처리로 보호됩니다.", "shielded as active work.")


@rule("OFF-02")
def person_counts_as_official(facts: Facts) -> Finding:
    return any_true(
        facts,
        ("person_is_committee_member", "person_works_for_delegated_body"),
        Words("벌칙을 적용할 때 공무원으로 봅니다.", "counts as an official for these offences."),
        Words("공무원으로 보는 사람이 아닙니다.", "does not count as an official here."),
    )


@rule("NEG-01")
def list_of_regulations_stands(facts: Facts) -> Finding:
    """Whether to draw up a list is left to the Minister; one that is to stand needs the vote and the gazette."""
    return all_true(
        facts,
        ("committee_resolved", "regulation_list_gazetted"),
        Words("의결을 거쳐 고시한 법령규제목록입니다.", "a list resolved on and gazetted."),
        Words("의결이나 고시가 빠진 목록입니다.", "the vote or the gazette is lacking."),
    )


def _paid_in_time(facts: Facts) -> Finding:
    facts.require("claimed_on", "operator_insured")
    facts.in_order("claimed_on", "claim_closed_on")
    if facts.truth("operator_insured"):
        return holds("청구를 알리고 보고하였습니다.", "the claim was told and reported.")
    return done_by(facts, due_of(facts, "LIA-06", start=facts.day("claimed_on")), "claim_closed_on")


def _late_for_the_start(facts: Facts, *names: str) -> Finding | None:
    """A breach when one of these days lies after the start, or never came; on the same day the hour decides.

    Raises:
        MissingFacts: a day is not known, or the hour on the day of the start.
    """
    if not facts.has("operation_starts_on"):
        facts.require("operation_starts_on", *names)
    start = facts.day("operation_starts_on")
    said = spoken(start)
    late = fails(f"시작일 {said.ko}까지 갖추지 못하였습니다.", f"not all was done by the start on {said.en}.")
    given = [facts.day(name) for name in names if facts.has(name)]
    never = len(given) < len(names) and facts.known_on is not None and facts.known_on > start
    if never or any(day > start for day in given):
        return late
    facts.require(*names)
    if start in given and not facts.truth("ready_before_start"):
        return late
    return None
