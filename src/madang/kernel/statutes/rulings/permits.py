"""Interim permits (IP-01 to IP-12); their review is in ``reviews``, their cancellation in ``tool_endings``.

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("IP-01", {"tool_ground": "legally_impossible"}, on=date(2025, 1, 2)).status.value
'breached'
"""

from datetime import timedelta

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, all_true, either, fails, holds
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.exemption_terms import (
    extension_fits,
    first_term,
    law_is_unrevised,
    only_once,
    requested_in_time,
)
from madang.kernel.statutes.rulings.exemptions import condition_is_proven, has_ground, reply_in_time
from madang.kernel.statutes.rulings.parts import all_of
from madang.kernel.statutes.rulings.reviews import ordinary_permit
from madang.kernel.words import Words

#: Since these days safety evidence may be waived, and the burden of conditions is kept to the least.
WAIVER_FROM = rule_info("IP-02").provisions[1].first_on
LEAST_BURDEN_FROM = rule_info("IP-04").provisions[1].first_on


@rule("IP-01")
def permit_has_a_ground(facts: Facts) -> Finding:
    return has_ground(facts, "IP-01", "tool_ground")


@rule("IP-02")
def safety_was_shown(facts: Facts) -> Finding:
    """Evidence, or a waiver after a notice that revision is needed; the other papers were not read one by one."""
    waiver = ("revision_need_notified", "safety_evidence_waived")
    if facts.on < WAIVER_FROM or not all(facts.said(name) for name in waiver):
        facts.require("safety_evidence_filed")
    if facts.said("safety_evidence_filed"):
        return holds("안전성 검증자료를 냈습니다.", "safety evidence was filed.")
    if facts.on < WAIVER_FROM:
        return fails("안전성 검증자료가 없습니다.", "no safety evidence was filed.")
    return all_true(
        facts,
        waiver,
        Words(
            "정비 필요 통지를 받아 면제되었습니다.", "waived: the operator was told that revision is needed."
        ),
        Words("안전성 검증자료가 없고 면제되지도 않았습니다.", "no safety evidence, and it was not waived."),
    )


@rule("IP-03")
def permit_reply_in_time(facts: Facts) -> Finding:
    return reply_in_time(facts, "IP-03")


@rule("IP-04")
def permit_follows_the_vote(facts: Facts) -> Finding:
    """A vote; a condition that was asked for or set is judged by the law of its day."""
    return all_of(
        lambda: all_true(
            facts,
            ("committee_resolved",),
            Words("특구위원회 의결을 거쳐 허가할 수 있습니다.", "the permit may be granted."),
            Words("특구위원회의 의결이 없습니다.", "there is no resolution of the Zone Committee."),
        ),
        lambda: _conditions(facts),
    )


@rule("IP-05")
def permit_was_issued_in_form(facts: Facts) -> Finding:
    """The seven criteria were not read one by one: whether all were examined is stated as one fact."""
    return all_true(
        facts,
        ("all_criteria_examined", "permit_issued", "tool_gazetted"),
        Words("기준을 살펴 허가서를 내주고 고시하였습니다.", "examined, issued and gazetted."),
        Words(
            "심사, 허가서나 고시 가운데 빠진 것이 있습니다.",
            "the examination, the permit or the gazette is lacking.",
        ),
    )


@rule("IP-06")
def early_permit_keeps_its_term(facts: Facts) -> Finding:
    return first_term(facts, "interim_permit", is_longer=False)


@rule("IP-07")
def permit_keeps_its_term(facts: Facts) -> Finding:
    return first_term(facts, "interim_permit", is_longer=True)


@rule("IP-08")
def permit_may_be_extended(facts: Facts) -> Finding:
    """In time, once, while the law is not revised, by the years of the law; the value is the latest day to ask."""
    return all_of(
        lambda: requested_in_time(facts, "IP-08"),
        lambda: only_once(facts, "permit.extensions"),
        lambda: law_is_unrevised(facts),
        lambda: extension_fits(facts, "interim_permit", needs_zone=False),
    )


@rule("IP-09")
def permit_is_deemed_extended(facts: Facts) -> Finding:
    """Satisfied when it goes on by law on the case's day; the value is the first day of that.

    Only an extended term that ended unrevised is followed by it, never the first.
    """
    return all_of(lambda: _extended_term_is_over(facts), lambda: law_is_unrevised(facts))


@rule("IP-10")
def permit_became_ordinary(facts: Facts) -> Finding:
    return ordinary_permit(facts)


@rule("IP-11")
def damage_was_answered_for(facts: Facts) -> Finding:
    """The value says whether the operator is liable; it is for the operator to prove that it was not at fault."""
    if not facts.truth("damage_caused"):
        return holds("생긴 손해가 없습니다.", "no damage was caused.", False)
    if facts.truth("no_fault_proven"):
        return holds(
            "고의나 과실이 없음을 입증하였습니다.", "the operator proved that it was not at fault.", False
        )
    return either(
        facts.truth("damage_compensated"),
        Words("손해를 배상하였습니다.", "the damage was compensated."),
        Words("배상할 손해를 배상하지 않았습니다.", "the operator is liable and did not compensate."),
        True,
    )


@rule("IP-12")
def official_took_part(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("ministry_official_took_part",),
        Words("관계 기관의 공무원이 참여하였습니다.", "an official of the ministry took part."),
        Words("관계 기관의 공무원이 참여하지 않았습니다.", "no official of the ministry took part."),
    )


def _conditions(facts: Facts) -> Finding:
    if facts.on >= LEAST_BURDEN_FROM and facts.said("condition_burden_minimised") is False:
        return fails("조건에 따른 부담을 최소로 하지 않았습니다.", "the burden was not kept to the least.")
    if facts.has("condition_asked_on"):
        return condition_is_proven(facts)
    return holds("요구된 조건이 없습니다.", "no condition was asked for.")


def _extended_term_is_over(facts: Facts) -> Finding:
    if facts.count("extensions_used") == 0:
        return fails(
            "연장하지 않은 첫 기간이 끝난 뒤에는 연장된 것으로 보지 않습니다.",
            "nothing is deemed after a first term that was not extended.",
            None,
        )
    ends = facts.day("term_ends_on")
    first = ends + timedelta(days=1)
    said, end = spoken(first), spoken(ends)
    return either(
        facts.on > ends,
        Words(f"{said.ko}부터 연장된 것으로 봅니다.", f"deemed extended from {said.en}."),
        Words(f"연장된 기간이 {end.ko}까지 남아 있습니다.", f"the extended term still runs until {end.en}."),
        first,
    )
