"""Special cases written in the Act itself, and the time that offices have for them (MNU-01 to MNU-12).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> asked = {"transport_opinion_asked_on": date(2025, 3, 4)}
>>> evaluate("MNU-06", asked, on=date(2025, 3, 4), known_on=date(2025, 4, 4)).value
'no_opinion'
"""

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds, steps_of
from madang.kernel.statutes.refusals import NotInForce
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.stated import chosen, number_not_of_the_law
from madang.kernel.words import Words

#: What the press counted; shown beside the rule, never used to decide it.
PRESS_FIGURES = {
    "menu.items_at_launch": Words("시행을 앞둔 메뉴판식 특례의 수", "special cases in the Act at its launch"),
    "menu.used_in_first_round": Words("1차 지정에 쓰인 메뉴판식 특례", "of these used in the first round"),
    "menu.all_tools_in_first_round": Words(
        "1차 지정의 모든 특례", "special cases of every kind in the first round"
    ),
    "menu.used_by_2021": Words("2021년 1월까지 쓰인 메뉴판식 특례", "of these used by January 2021"),
    "menu.all_tools_by_2021": Words(
        "2021년 1월까지의 모든 특례", "special cases of every kind by January 2021"
    ),
}


@rule("MNU-01")
def special_case_applies(facts: Facts) -> Finding:
    """Without a grant of its own, from the day the plan that names it is gazetted."""
    named = ("menu_case_in_act", "menu_case_named_in_plan")
    if any(facts.said(name) is False for name in named):
        return fails(
            "법과 고시된 계획에 함께 적힌 특례가 아닙니다.", "not a special case that both Act and plan name."
        )
    facts.require(*named, "gazetted_on")
    day = facts.day("gazetted_on")
    _show_press_figures(facts)
    said = spoken(day)
    return either(
        day <= facts.on,
        Words(
            f"고시일 {said.ko}부터 따로 허가받지 않고 적용됩니다.",
            f"applies since {said.en} without a grant.",
        ),
        Words(f"{said.ko}에 고시되므로 아직 적용되지 않습니다.", f"gazetted only on {said.en}: not yet."),
        day,
    )


@rule("MNU-03")
def feasibility_study_is_shortened(facts: Facts) -> Finding:
    """For a project that needs the study and that the committee resolved on; by how much is not stated there."""
    return all_true(
        facts,
        ("feasibility_study_needed", "committee_resolved"),
        Words("예비타당성조사 기간을 줄일 수 있습니다.", "the study may be shortened."),
        Words("기간을 줄일 대상이 아닙니다.", "not a project whose study is shortened."),
    )


@rule("MNU-05")
def assessment_was_answered(facts: Facts) -> Finding:
    """Each kind has its own time; a second supplement is a breach once it is stated."""
    most = facts.parameter("menu.assessment_supplements").value
    if facts.has("assessment_supplements") and facts.count("assessment_supplements") > most:
        return fails(f"보완은 {most}번만 요구할 수 있습니다.", f"a supplement is asked for {most} time only.")
    facts.require("assessment_kind", "assessment_asked_on")
    clock = {"strategic": "MNU-05", "impact": "MNU-05.impact"}[chosen(facts, "MNU-05", "assessment_kind")]
    return _answered(facts, clock, "assessment_asked_on", "assessment_answered_on")


@rule("MNU-06")
def province_gave_its_opinion(facts: Facts) -> Finding:
    """The value is "opinion" when one came in time, else "no_opinion": silence, and what came late, counts as none."""
    facts.require("transport_opinion_asked_on")
    facts.in_order("transport_opinion_asked_on", "transport_opinion_given_on")
    due = due_of(facts, "MNU-06", start=facts.day("transport_opinion_asked_on"))
    end, steps = spoken(due.due_on), steps_of(due.steps)
    if facts.has("transport_opinion_given_on") and facts.day("transport_opinion_given_on") <= due.due_on:
        return holds(
            f"기한({end.ko}) 안에 의견을 냈습니다.", f"an opinion by {end.en}, in time.", "opinion", steps
        )
    is_late = facts.has("transport_opinion_given_on")
    if not is_late and (facts.known_on is None or facts.known_on <= due.due_on):
        raise MissingFacts(["transport_opinion_given_on"])
    return holds(
        f"{end.ko}까지 의견을 내지 않아 의견이 없는 것으로 봅니다.",
        f"nothing by {end.en}: this counts as no opinion.",
        "no_opinion",
        steps,
    )


@rule("MNU-07")
def industrial_park_was_approved(facts: Facts) -> Finding:
    return _answered(facts, "MNU-07", "park_applied_on", "park_approved_on")


@rule("MNU-08")
def self_driving_cars_may_run(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("menu_case_named_in_plan", "provincial_ordinance_in_force"),
        Words("조례에 따라 임시로 운행할 수 있습니다.", "they may run as the ordinance says."),
        Words("계획이나 조례에 근거가 없습니다.", "plan or ordinance is lacking."),
    )


@rule("MNU-09")
def car_data_are_outside_the_acts(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("menu_case_named_in_plan", "car_data_deidentified"),
        Words("위치정보법과 정보통신망법이 적용되지 않습니다.", "the two acts do not apply."),
        Words("두 법률이 그대로 적용됩니다.", "the two acts apply."),
    )


@rule("MNU-10")
def modified_organism_was_answered(facts: Facts) -> Finding:
    return _answered(facts, "MNU-10", "organism_applied_on", "organism_answered_on")


@rule("MNU-11")
def natural_park_was_answered(facts: Facts) -> Finding:
    return _answered(facts, "MNU-11", "natural_park_applied_on", "natural_park_answered_on")


def _answered(facts: Facts, clock: str, asked: str, answered: str) -> Finding:
    facts.require(asked)
    facts.in_order(asked, answered)
    return done_by(facts, due_of(facts, clock, start=facts.day(asked)), answered)


def _show_press_figures(facts: Facts) -> None:
    for name, what in PRESS_FIGURES.items():
        try:
            number_not_of_the_law(facts, name, what)
        except NotInForce:
            continue  # reported only later than the case's day
