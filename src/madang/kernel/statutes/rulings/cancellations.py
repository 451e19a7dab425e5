"""The end of a zone by decision, and what ends with it (REV-01 to REV-09).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"tool_ends_on": date(2027, 1, 1), "zone_ends_on": date(2026, 12, 31)}
>>> evaluate("REV-09", facts, on=date(2025, 1, 2)).status.value
'breached'
"""

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, all_true, count_of, either, fails, holds
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.changes import old_special_case_may_stay
from madang.kernel.words import Words

_NOTICES_OF_CANCELLATION = ("zone_cancellation_gazetted", "local_government_told", "firms_informed")


@rule("REV-01")
def cancellation_has_a_ground(facts: Facts) -> Finding:
    """One of the grounds of the Act and the decree."""
    ground = facts.text("cancellation_ground")
    return either(
        any(item.key == ground for item in checklist("REV-01", on=facts.on)),
        Words("지정해제를 신청할 사유입니다.", "a ground to apply for cancellation."),
        Words("법정 해제 사유가 아닙니다.", "no ground of the Act or the decree."),
    )


@rule("REV-02")
def cancellation_was_resolved(facts: Facts) -> Finding:
    """Consultation and a vote; one no is enough for a breach."""
    return all_true(
        facts,
        ("ministries_consulted", "committee_resolved"),
        Words("협의와 특구위원회 의결을 거쳤습니다.", "consulted, and resolved by the Zone Committee."),
        Words("협의나 특구위원회 의결이 빠졌습니다.", "the consultation or the resolution is lacking."),
    )


@rule("REV-05")
def cancellation_was_open_for_inspection(facts: Facts) -> Finding:
    """Open for the least number of days, the first day not counted; notice and telling are judged once they are stated."""
    if any(facts.said(name) is False for name in _NOTICES_OF_CANCELLATION):
        return fails(
            "지정해제를 고시하지 않았거나 알리지 않은 상대가 있습니다.",
            "the cancellation was not gazetted, or somebody was not told.",
        )
    facts.require("inspection_opened_on", "inspection_closed_on")
    facts.in_order("inspection_opened_on", "inspection_closed_on")
    due = due_of(facts, "REV-05", start=facts.day("inspection_opened_on"))
    closed, end = facts.day("inspection_closed_on"), spoken(due.due_on)
    return either(
        closed >= due.due_on,
        Words(f"{end.ko}까지 열람할 수 있었습니다.", f"open until {end.en} or longer."),
        Words(f"{end.ko}까지 열람하게 하지 않았습니다.", f"closed before {end.en}."),
        due.due_on,
        count_of(due),
    )


@rule("REV-06")
def special_cases_cease(facts: Facts) -> Finding:
    """They end with the zone unless the committee keeps one on the grounds of CHG-05."""
    if facts.truth("special_case_kept"):
        return old_special_case_may_stay(facts)
    return holds("규제특례가 특구와 함께 끝납니다.", "the special case ends with the zone.")


@rule("REV-07")
def those_concerned_were_heard(facts: Facts) -> Finding:
    """The local government always; operators in a formal hearing when the measure is against them."""
    if facts.said("local_government_heard") is False:
        return fails("지방자치단체의 의견을 듣지 않았습니다.", "the local government was not heard.")
    if facts.said("measure_against_operator") and facts.said("formal_hearing_held") is False:
        return fails("사업자에 대한 청문을 하지 않았습니다.", "no formal hearing for the operator.")
    facts.require("local_government_heard", "measure_against_operator")
    if not facts.truth("measure_against_operator"):
        return holds("지방자치단체의 의견을 들었습니다.", "the local government was heard.")
    facts.require("formal_hearing_held")
    return holds("의견을 듣고 청문을 하였습니다.", "heard, with a formal hearing.")


@rule("REV-09")
def tool_ends_with_the_zone(facts: Facts) -> Finding:
    """The value is the last day a tool can run: the zone's last day. Inferred from the caps on extension."""
    facts.require("tool_ends_on", "zone_ends_on")
    last = facts.day("zone_ends_on")
    end = spoken(last)
    return either(
        facts.day("tool_ends_on") <= last,
        Words(f"특구의 지정기간({end.ko}까지) 안입니다.", f"within the zone's period, until {end.en}."),
        Words(
            f"특구의 지정기간({end.ko}까지)을 넘습니다.",
            f"runs past the zone's period, which ends on {end.en}.",
        ),
        last,
    )
