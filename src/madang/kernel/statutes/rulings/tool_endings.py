"""Correction and cancellation of exemptions and interim permits (EX-33 to EX-35, IP-14 to IP-16)."""

from madang.kernel.statutes.facts import Facts, fact_label
from madang.kernel.statutes.findings import Finding, all_true, either, fails, holds
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.exemptions import has_ground
from madang.kernel.words import Words

FALSE_MEANS, SAFETY_PROBLEM = "false_means", "safety_problem"
CORRECTION, CANCELLATION = "correction", "cancellation"


@rule("EX-33")
def exemption_may_be_cancelled(facts: Facts) -> Finding:
    """The value says whether cancellation must or may follow."""
    return _ground(facts, "EX-33", (FALSE_MEANS,))


@rule("EX-34")
def exemption_measure_is_lawful(facts: Facts) -> Finding:
    return _measure(facts, "EX-34", "EX-33")


@rule("EX-35")
def exemption_cancellation_was_carried_out(facts: Facts) -> Finding:
    return _carried_out(facts)


@rule("IP-14")
def permit_may_be_cancelled(facts: Facts) -> Finding:
    """The value says whether the local government must or may apply for cancellation."""
    return _ground(facts, "IP-14", (FALSE_MEANS, SAFETY_PROBLEM))


@rule("IP-15")
def permit_measure_is_lawful(facts: Facts) -> Finding:
    return _measure(facts, "IP-15", "IP-14")


@rule("IP-16")
def permit_cancellation_was_carried_out(facts: Facts) -> Finding:
    return _carried_out(facts)


def _ground(facts: Facts, rule_id: str, binding: tuple[str, ...]) -> Finding:
    """A ground of the list; where it binds, the local government must have applied."""
    found = has_ground(facts, rule_id, "tool_cancellation_ground")
    if found.value is False:
        return found
    if facts.text("tool_cancellation_ground") not in binding:
        return holds(
            f"{found.sentence.ko} 취소할 수 있습니다.", f"{found.sentence.en} It may be cancelled.", "may"
        )
    return either(
        facts.truth("cancellation_applied"),
        Words(
            f"{found.sentence.ko} 취소를 신청하였습니다.",
            f"{found.sentence.en} Cancellation was applied for.",
        ),
        Words(
            f"{found.sentence.ko} 반드시 취소를 신청하여야 하나 하지 않았습니다.",
            f"{found.sentence.en} Cancellation must be applied for and was not.",
        ),
        "must",
    )


def _measure(facts: Facts, rule_id: str, grounds: str) -> Finding:
    """Correction since 2021-07-21 and never for false means; cancellation after a vote."""
    measure = facts.text("measure_ordered")
    if measure not in (CORRECTION, CANCELLATION):
        raise WrongFact("measure_ordered", fact_label("measure_ordered"), measure)
    found = has_ground(facts, grounds, "tool_cancellation_ground")
    if found.value is False:
        return found
    if measure == CORRECTION:
        return _correction(facts, rule_id)
    return either(
        facts.truth("committee_resolved"),
        Words("특구위원회 의결을 거친 취소입니다.", "cancelled after a vote of the Zone Committee."),
        Words("특구위원회 의결 없이 취소하였습니다.", "cancelled without a vote of the Zone Committee."),
    )


def _correction(facts: Facts, rule_id: str) -> Finding:
    if facts.on < rule_info(rule_id).provisions[1].first_on:
        return fails(
            "그날의 법률에는 시정명령이 없습니다.", "the law of that day knows no order of correction."
        )
    return either(
        facts.text("tool_cancellation_ground") != FALSE_MEANS,
        Words("시정을 명할 수 있습니다.", "correction may be ordered."),
        Words("부정한 방법이면 취소하여야 합니다.", "false means must lead to cancellation."),
    )


def _carried_out(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("local_government_told", "operator_told", "operation_stopped", "cancellation_gazetted"),
        Words("취소를 알리고 고시하였으며 사업을 멈추었습니다.", "told, stopped and gazetted."),
        Words(
            "통지, 중지나 고시 가운데 빠진 것이 있습니다.", "a notice, the stop or the gazette is lacking."
        ),
    )
