"""Demonstration exemptions: grounds, route, examination, conditions and grant (EX-01 to EX-12, EX-20 and EX-21).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("EX-01", {"tool_ground": "legally_impossible"}, on=date(2025, 1, 2)).status.value
'satisfied'
"""

from datetime import date

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.checklists import all_present, checklist
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.lengthened import lengthened_due
from madang.kernel.statutes.rulings.parts import all_of
from madang.kernel.words import Words

#: Since these days mediation is taken out, the burden of conditions is kept low, and their papers are needed.
MEDIATION_OUT_FROM = rule_info("EX-06").provisions[1].first_on
LEAST_BURDEN_FROM = rule_info("EX-10").provisions[1].first_on
PAPERS_FROM = rule_info("EX-11").provisions[0].first_on


def condition_admissible(asked_on: date, *, papers_filed: bool) -> bool:
    """Whether a condition a ministry asks for may be considered: since 2026-07-01 only with papers that prove it.

    >>> condition_admissible(date(2026, 6, 30), papers_filed=False)
    True
    >>> condition_admissible(date(2026, 7, 1), papers_filed=False)
    False
    """
    return papers_filed or asked_on < PAPERS_FROM


def has_ground(facts: Facts, rule_id: str, name: str) -> Finding:
    """Whether what is stated is one of the grounds in the list of a rule."""
    ground = facts.text(name)
    found = next((item for item in checklist(rule_id, on=facts.on) if item.key == ground), None)
    if found is None:
        return fails("법정 사유가 아닙니다.", "no ground of the law.")
    return holds(f"법정 사유입니다: {found.words.ko}.", f"a ground of the law: {found.words.en}.")


def reply_in_time(facts: Facts, clock_id: str) -> Finding:
    """A ministry's reply: 30 days net of supplements, 90 gross, and the days of extension that were stated."""
    facts.require("notified_on")
    facts.in_order("notified_on", "replied_on")
    due = lengthened_due(facts, clock_id, facts.day("notified_on"), facts.pauses("supplements"))
    return done_by(facts, due, "replied_on")


def condition_is_proven(facts: Facts) -> Finding:
    """The papers are needed for conditions asked for since 2026-07-01, as far as that law was known."""
    asked = facts.day("condition_asked_on")
    if asked < PAPERS_FROM or not rule_info("EX-11").provisions[0].is_known(facts.known_on):
        return holds("입증자료가 필요하지 않은 때의 요구입니다.", "asked for before papers were needed.")
    return either(
        condition_admissible(asked, papers_filed=facts.truth("condition_papers_filed")),
        Words("필요성과 비례성을 입증하는 자료를 냈습니다.", "papers prove its need and proportion."),
        Words("필요성과 비례성을 입증하는 자료가 없습니다.", "no papers prove its need and proportion."),
    )


@rule("EX-01")
def exemption_has_a_ground(facts: Facts) -> Finding:
    return has_ground(facts, "EX-01", "tool_ground")


@rule("EX-02")
def regulation_itself_is_disputed(facts: Facts) -> Finding:
    """Satisfied when the two opinions differ."""
    facts.require("ministry_sees_regulation", "local_government_sees_regulation")
    return either(
        facts.truth("ministry_sees_regulation") != facts.truth("local_government_sees_regulation"),
        Words("규제인지에 관한 의견이 다릅니다.", "they disagree whether it is regulated."),
        Words("규제인지에 관한 의견이 같습니다.", "they agree whether it is regulated."),
    )


@rule("EX-03")
def exemption_took_its_route(facts: Facts) -> Finding:
    """The papers (five) and the items of the demonstration plan (five) were not read one by one."""
    return all_true(
        facts,
        ("need_recognised", "filed_through_local_government"),
        Words("지방자치단체가 검토하여 신청하였습니다.", "examined and filed by the local government."),
        Words(
            "필요성의 인정이나 지방자치단체의 신청이 빠졌습니다.",
            "the need was not recognised, or the local government did not file it.",
        ),
    )


@rule("EX-04")
def exemption_reply_in_time(facts: Facts) -> Finding:
    return reply_in_time(facts, "EX-04")


@rule("EX-05")
def unsupplemented_application_was_answered(facts: Facts) -> Finding:
    """With a supplement in time there is nothing to answer without it."""
    facts.require("supplement_due_on")
    due = facts.day("supplement_due_on")
    if facts.has("supplement_received_on") and facts.day("supplement_received_on") <= due:
        return holds("기간 안에 보완하였습니다.", "supplemented in time.")
    is_known_late = facts.has("supplement_received_on") or (
        facts.known_on is not None and facts.known_on > due
    )
    if not is_known_late and not facts.said("replied_without_supplement"):
        raise MissingFacts(["supplement_received_on"])
    return either(
        facts.truth("replied_without_supplement"),
        Words("이미 낸 자료로 회신하였습니다.", "the ministry replied on what it had."),
        Words("보완이 없다고 회신하지 않았습니다.", "the ministry did not reply on what it had."),
    )


@rule("EX-06")
def application_was_tabled_in_time(facts: Facts) -> Finding:
    """Mediation asked for since 2024-12-10 is taken out of the period."""
    facts.require("tool_applied_on")
    facts.in_order("tool_applied_on", "tabled_on")
    due = lengthened_due(facts, "EX-06", facts.day("tool_applied_on"), _mediations_out(facts))
    return done_by(facts, due, "tabled_on")


@rule("EX-07")
def exemption_return_has_a_ground(facts: Facts) -> Finding:
    """One ground is enough."""
    grounds = ("clearly_no_ground", "papers_missing", "supplement_unmet", "application_false")
    if not any(facts.said(name) for name in grounds):
        facts.require(*grounds)
        return fails("반려할 사유가 없습니다.", "there is no ground to return the application.")
    return holds("반려할 사유가 있습니다.", "there is a ground to return the application.")


@rule("EX-08")
def exemption_follows_the_vote(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("committee_resolved",),
        Words("특구위원회 의결을 거쳐 부여할 수 있습니다.", "the exemption may be granted."),
        Words("특구위원회의 의결이 없습니다.", "there is no resolution of the Zone Committee."),
    )


@rule("EX-09")
def exemption_criteria_were_examined(facts: Facts) -> Finding:
    return all_present(facts, "EX-09", "criteria_examined")


@rule("EX-10")
def conditions_are_lawful(facts: Facts) -> Finding:
    """For safety; since 2026-07-01 with the least burden (the decree that says how was not seen)."""
    if not facts.truth("conditions_set"):
        return holds("붙인 조건이 없습니다.", "no conditions were set.")
    needed = ("conditions_for_safety", "condition_burden_minimised")
    return all_true(
        facts,
        needed if facts.on >= LEAST_BURDEN_FROM else needed[:1],
        Words("안전을 위한 조건입니다.", "the conditions serve safety as the law wants them."),
        Words(
            "안전을 위한 것이 아니거나 부담이 지나칩니다.", "they do not serve safety, or burden too much."
        ),
    )


@rule("EX-11")
def exemption_condition_is_proven(facts: Facts) -> Finding:
    return condition_is_proven(facts)


@rule("EX-12")
def exemption_result_was_told(facts: Facts) -> Finding:
    """At once: the law gives no number of days."""
    return all_true(
        facts,
        ("local_government_told", "operator_told", "certificate_issued", "tool_gazetted"),
        Words("결과를 알리고 확인서를 내주었으며 고시하였습니다.", "told, certified and gazetted."),
        Words(
            "통지, 확인서나 고시 가운데 빠진 것이 있습니다.",
            "a notice, the certificate or the gazette is lacking.",
        ),
    )


@rule("EX-20")
def exemption_is_supervised(facts: Facts) -> Finding:
    return all_present(facts, "EX-20", "supervision_items")


@rule("EX-21")
def users_were_told(facts: Facts) -> Finding:
    """By the operator, or else by an authority; and of all that the law names."""
    return all_of(
        lambda: _somebody_told_users(facts), lambda: all_present(facts, "EX-21", "user_notice_items")
    )


def _somebody_told_users(facts: Facts) -> Finding:
    tellers = ("operator_told_users", "authority_told_users")
    if any(facts.said(name) for name in tellers):
        return holds("이용자에게 알렸습니다.", "the users were told.")
    facts.require(*tellers)
    return fails("이용자에게 아무도 알리지 않았습니다.", "nobody told the users.")


def _mediations_out(facts: Facts) -> tuple[Pause, ...]:
    return tuple(pause for pause in facts.pauses("mediations") if pause.asked >= MEDIATION_OUT_FROM)
