"""Notice of drafts and policies, opinions on them, and hearings (LEG-01 to LEG-08)."""

from functools import partial

from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.stated import any_true, chosen, ran_its_length, whichever
from madang.kernel.words import Words

#: The kinds of notice, and the clock of each.
NOTICE_CLOCKS = {
    "legislation": "LEG-01",
    "ordinance": "LEG-01.ordinance",
    "administrative": "LEG-04",
    "administrative_urgent": "LEG-04.urgent",
}


@rule("LEG-01")
def draft_was_on_notice(facts: Facts) -> Finding:
    """On notice for the least time, unless no notice is needed or it was shortened in consultation (LEG-02)."""
    if facts.said("draft_notice_exempt"):
        _one_exception_at_most(facts)
        return holds("입법예고를 하지 않아도 되는 경우입니다.", "no notice of this draft is needed.")
    facts.require("draft_kind", "draft_notice_started_on", "draft_notice_ended_on")
    facts.in_order("draft_notice_started_on", "draft_notice_ended_on")
    kind = chosen(facts, "LEG-01", "draft_kind")
    least = due_of(facts, NOTICE_CLOCKS[kind], start=facts.day("draft_notice_started_on"))
    found = ran_its_length(facts, least, "draft_notice_ended_on")
    if found.status is Status.BREACHED and kind == "legislation" and facts.said("draft_notice_shortened"):
        return holds("협의하여 기간을 줄였습니다.", "shortened in consultation.", found.value, found.trace)
    return found


def _one_exception_at_most(facts: Facts) -> None:
    # A notice that need not be given cannot have been shortened: no exception wins over the other.
    if facts.said("draft_notice_shortened"):
        raise ContradictoryFacts(
            ("draft_notice_exempt", "draft_notice_shortened"),
            Words(
                "사실이 서로 어긋납니다: 하지 않아도 되는 입법예고의 기간을 줄였다고 되어 있습니다.",
                "the facts contradict each other: a notice that is not needed cannot be shortened",
            ),
        )


@rule("LEG-02")
def shortening_was_consulted(facts: Facts) -> Finding:
    """Nothing to ask where the notice ran its full length."""
    if not facts.truth("notice_skipped_or_shortened"):
        return holds("예고를 생략하거나 줄이지 않았습니다.", "the notice was neither skipped nor shortened.")
    return either(
        facts.truth("legislation_minister_consulted"),
        Words("법제처장과 협의하였습니다.", "the Minister of Government Legislation was consulted."),
        Words("법제처장과 협의하지 않았습니다.", "the Minister of Government Legislation was not consulted."),
    )


@rule("LEG-03")
def submitter_was_answered(facts: Facts) -> Finding:
    """The duty is owed to those who filed on the notice; opinions given elsewhere do not raise it."""
    if not facts.truth("opinion_filed_on_notice"):
        return holds("입법예고에 대한 의견이 아닙니다.", "not an opinion on the notice: no duty from it.")
    return all_true(
        facts,
        ("opinion_respected", "submitter_told_outcome"),
        Words("의견을 처리하고 결과를 알렸습니다.", "dealt with, and the outcome was told."),
        Words("의견의 처리나 통지가 빠졌습니다.", "not dealt with, or the outcome was not told."),
    )


@rule("LEG-04")
def policy_was_on_notice(facts: Facts) -> Finding:
    """20 days or more, 10 if urgent; whether it is urgent matters only in between."""
    facts.require("administrative_notice_started_on", "administrative_notice_ended_on")
    facts.in_order("administrative_notice_started_on", "administrative_notice_ended_on")
    return whichever(facts, "administrative_notice_urgent", partial(_policy_notice, facts))


def _policy_notice(facts: Facts, is_urgent: bool) -> Finding:
    kind = "administrative_urgent" if is_urgent else "administrative"
    least = due_of(facts, NOTICE_CLOCKS[kind], start=facts.day("administrative_notice_started_on"))
    return ran_its_length(facts, least, "administrative_notice_ended_on")


@rule("LEG-05")
def agencies_had_time_to_reply(facts: Facts) -> Finding:
    """Asked before the notice, with the least time to reply."""
    facts.require("agencies_asked_on", "agencies_may_reply_until")
    facts.in_order("agencies_asked_on", "agencies_may_reply_until")
    asked = facts.day("agencies_asked_on")
    found = ran_its_length(facts, due_of(facts, "LEG-05", start=asked), "agencies_may_reply_until")
    if (
        facts.has("administrative_notice_started_on")
        and facts.day("administrative_notice_started_on") <= asked
    ):
        return fails(
            "행정예고를 시작한 뒤에 의견을 물었습니다.",
            "the agencies were asked only once the notice had begun.",
        )
    return found


@rule("LEG-06")
def outcome_was_told_or_published(facts: Facts) -> Finding:
    """One of the two is enough."""
    return any_true(
        facts,
        ("outcome_and_reasons_told", "outcome_and_reasons_published"),
        Words("처리 결과와 이유를 알리거나 공표하였습니다.", "outcome and reasons were told or published."),
        Words("처리 결과와 이유를 알리지도 공표하지도 않았습니다.", "neither told nor published."),
    )


@rule("LEG-07")
def hearing_was_announced_in_time(facts: Facts) -> Finding:
    """14 days before, 7 where it was set anew; which of the two it is matters only in between."""
    facts.require("hearing_on")
    facts.in_order("hearing_announced_on", "hearing_on")
    return whichever(facts, "hearing_rescheduled", partial(_announced, facts))


def _announced(facts: Facts, is_rescheduled: bool) -> Finding:
    clock = "LEG-07.rescheduled" if is_rescheduled else "LEG-07"
    return done_by(facts, due_of(facts, clock, start=facts.day("hearing_on")), "hearing_announced_on")


@rule("LEG-08")
def online_hearing_is_allowed(facts: Facts) -> Finding:
    """Beside a physical hearing, or in one of the cases the law lists."""
    cases = facts.parameter("procedure.online_only_cases").value
    if not facts.truth("hearing_is_online"):
        return holds("온라인공청회가 아닙니다.", "not an online hearing.")
    return any_true(
        facts,
        ("held_beside_physical", "online_only_case_applies"),
        Words("온라인공청회를 열 수 있습니다.", "the online hearing is allowed."),
        Words(
            f"함께 여는 공청회가 없고 정해진 {cases}가지 경우도 아닙니다.",
            f"held alone, and none of the {cases} cases applies.",
        ),
    )
