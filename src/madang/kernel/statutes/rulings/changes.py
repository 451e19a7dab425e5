"""Changes of a plan or zone (CHG-01 to CHG-06).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"change_kind": "area", "zone_area_km2": 20, "area_change_km2": 1}
>>> evaluate("CHG-03", facts, on=date(2025, 1, 2)).sentence.en
'the area changes by 5.00 %, below 10 %.'
"""

from datetime import timedelta

from madang.kernel.statutes.checklists import all_present, checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.exceptions import Unless, general
from madang.kernel.statutes.facts import Facts, fact_label
from madang.kernel.statutes.findings import Finding, either, fails, holds, period_over
from madang.kernel.statutes.refusals import ContradictoryFacts, WrongFact
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.plans import OTHER_LAW
from madang.kernel.words import Words

AREA, NO_RIGHT_RESTRICTED, OTHER = "area", "no_right_restricted", "other"
_PERCENT = 100


def _committee_resolved(facts: Facts) -> Finding:
    return either(
        facts.truth("committee_resolved"),
        Words("위원회 의결을 거쳤습니다.", "the committee resolved on the change."),
        Words("위원회 의결을 거치지 않았습니다.", "the committee did not resolve on the change."),
    )


def _is_minor(facts: Facts) -> bool:
    return facts.truth("change_is_minor")


def _no_vote_needed(facts: Facts) -> Finding:
    return holds("경미한 변경이라 심의를 거치지 않습니다.", "a minor change: no vote is needed.")


#: A change needs the vote of the committee, unless it is minor (CHG-03).
change_went_through_the_procedure = rule("CHG-01")(
    general(
        _committee_resolved,
        unless=[Unless(Words("경미한 사항의 변경", "a minor change"), _is_minor, _no_vote_needed)],
    )
)


def _change_notice_ran_its_length(facts: Facts) -> Finding:
    facts.require("notice_started_on", "change_applied_on")
    facts.in_order("notice_started_on", "change_applied_on")
    applied, start = facts.day("change_applied_on"), facts.day("notice_started_on")
    if facts.said("notice_from_midnight"):
        start -= timedelta(days=1)
    return period_over(applied, due_of(facts, "CHG-02", start=start, on=applied))


#: As PLN-05, with the length of the day the change was applied for.
change_notice_was_long_enough = rule("CHG-02")(general(_change_notice_ran_its_length, unless=[OTHER_LAW]))


@rule("CHG-03")
def change_is_minor(facts: Facts) -> Finding:
    """Satisfied when the change is minor; the value is the truth.

    Kinds are the keys of the checklist, and ``other``; since 2021-07-21 any change that restricts no right.
    """
    kind = facts.text("change_kind")
    kinds = {item.key for item in checklist("CHG-03", on=facts.on)}
    if kind not in kinds | {NO_RIGHT_RESTRICTED, OTHER}:
        raise WrongFact("change_kind", fact_label("change_kind"), kind)
    if kind == AREA:
        return _area_is_minor(facts)
    if kind in kinds - {NO_RIGHT_RESTRICTED}:
        return holds("경미한 사항입니다.", "a minor matter.")
    if NO_RIGHT_RESTRICTED not in kinds:
        return fails("그날의 규정으로는 경미한 사항이 아닙니다.", "no minor matter by the rule of that day.")
    return either(
        not facts.truth("change_restricts_rights"),
        Words(
            "권리를 제한하거나 의무를 부과하지 않는 경미한 변경입니다.",
            "minor: it restricts no right and imposes no duty.",
        ),
        Words(
            "권리를 제한하거나 의무를 부과하여 경미하지 않습니다.",
            "not minor: it restricts a right or imposes a duty.",
        ),
    )


@rule("CHG-04")
def change_applies_from_the_gazette(facts: Facts) -> Finding:
    facts.require("gazetted_on", "change_applies_from")
    day = facts.day("gazetted_on")
    return either(
        facts.day("change_applies_from") >= day,
        Words(f"고시일 {day}부터 적용됩니다.", f"applies from the gazette date {day}."),
        Words(f"고시일 {day}보다 앞서 적용할 수 없습니다.", f"cannot apply before the gazette date {day}."),
        day,
    )


@rule("CHG-05")
def old_special_case_may_stay(facts: Facts) -> Finding:
    """A listed ground and a vote."""
    ground = facts.text("keeping_ground")
    if all(item.key != ground for item in checklist("CHG-05", on=facts.on)):
        return fails("유지할 사유가 아닙니다.", "no ground for keeping it.")
    return either(
        facts.truth("committee_resolved"),
        Words("위원회 의결로 종전 규제특례를 유지합니다.", "the old special case stays by vote."),
        Words("위원회 의결이 없습니다.", "there is no vote of the committee."),
    )


@rule("CHG-06")
def change_papers_are_complete(facts: Facts) -> Finding:
    return all_present(facts, "CHG-06", "change_papers")


def _area_is_minor(facts: Facts) -> Finding:
    facts.require("zone_area_km2", "area_change_km2")
    area, change = facts.amount("zone_area_km2"), abs(facts.amount("area_change_km2"))
    if area <= 0:
        words = Words("특구의 면적이 0보다 커야 합니다.", "the area of the zone must be more than zero")
        raise ContradictoryFacts(["zone_area_km2"], words)
    limit = facts.parameter("change.minor_area_percent").value
    percent = round(change * _PERCENT / area, 2)
    return either(
        change * _PERCENT < area * limit,
        Words(
            f"면적 변경이 {percent}%로 {limit}% 미만입니다.",
            f"the area changes by {percent} %, below {limit} %.",
        ),
        Words(
            f"면적 변경이 {percent}%로 {limit}% 이상입니다.",
            f"the area changes by {percent} %, {limit} % or more.",
        ),
    )
