"""Consultation, decision, gazette and effect of a designation (DES-01 to DES-08).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"applied_on": date(2020, 5, 26), "decided_on": date(2020, 7, 6)}
>>> evaluate("DES-03", facts, on=date(2020, 5, 26)).sentence.en
'decision on the designation: by Mon 24 August 2020; done on Mon 6 July 2020, in time.'
"""

from datetime import date

from madang.kernel.clocks.lengths import shift_months
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, fails, holds
from madang.kernel.statutes.registry import rule
from madang.kernel.words import Words


@rule("DES-01")
def bodies_are_notified(facts: Facts) -> Finding:
    """Ministries and committee; one no is enough for a breach."""
    return all_true(
        facts,
        ("ministries_notified", "balance_committee_notified"),
        Words("관계 기관에 모두 알렸습니다.", "all bodies were notified."),
        Words("알리지 않은 기관이 있습니다.", "a body was not notified."),
    )


@rule("DES-02")
def body_replied_in_time(facts: Facts) -> Finding:
    """One ministry's reply; silence is a breach once the day has passed, never a consent."""
    facts.require("notified_on")
    facts.in_order("notified_on", "replied_on")
    due = due_of(facts, "DES-02", start=facts.day("notified_on"), pauses=facts.pauses("supplements"))
    return done_by(facts, due, "replied_on")


@rule("DES-03")
def decided_in_time(facts: Facts) -> Finding:
    """The decision within 90 days of the application, supplements not counted."""
    facts.require("applied_on")
    facts.in_order("applied_on", "decided_on")
    due = due_of(facts, "DES-03", start=facts.day("applied_on"), pauses=facts.pauses("supplements"))
    return done_by(facts, due, "decided_on")


@rule("DES-04")
def designation_follows_the_vote(facts: Facts) -> Finding:
    """A resolution, and regard to the opinions; one no is enough for a breach."""
    return all_true(
        facts,
        ("committee_resolved", "opinions_considered"),
        Words("특구위원회 의결을 거쳐 지정할 수 있습니다.", "the zone may be designated."),
        Words(
            "특구위원회의 의결이나 의견의 고려가 빠졌습니다.",
            "the resolution or the regard to opinions is lacking.",
        ),
    )


@rule("DES-05")
def gazette_notice_is_complete(facts: Facts) -> Finding:
    """Nine items. Telling the applicant and the firms follows the notice, so it is judged once it is stated."""
    listed = all_present(facts, "DES-05", "gazette_items")
    if listed.value != ():
        return listed
    untold = [name for name in ("applicant_informed", "firms_informed") if facts.said(name) is False]
    told = Words(
        "고시는 갖추었으나 알리지 않은 상대가 있습니다.", "the notice is complete, but somebody was not told."
    )
    return either(not untold, listed.sentence, told, tuple(untold))


@rule("DES-06")
def designation_has_effect(facts: Facts) -> Finding:
    """With the gazette notice, or with the map where one is needed; the value is the day of effect, None without."""
    facts.require("gazetted_on", "map_needed")
    gazetted = facts.day("gazetted_on")
    if not facts.truth("map_needed"):
        return holds(
            f"고시일 {gazetted}부터 효력이 있습니다.", f"in effect since the notice of {gazetted}.", gazetted
        )
    last = _last_day_for_the_map(facts, gazetted)
    if not facts.has("map_gazetted_on"):
        if facts.known_on is None or facts.known_on <= last:
            raise MissingFacts(["map_gazetted_on"])
        return fails(
            f"{last}까지 지형도면이 고시되지 않아 효력을 잃었습니다.", f"no map by {last}: lapsed.", None
        )
    if facts.day("map_gazetted_on") > last:
        said = spoken(last)
        return fails(
            f"지형도면 고시가 {said.ko}을 넘겨 효력을 잃었습니다.",
            f"the map came after {said.en}: lapsed.",
            None,
        )
    day = max(facts.day("map_gazetted_on"), gazetted)
    return holds(f"지형도면 고시일 {day}부터 효력이 있습니다.", f"in effect since the map of {day}.", day)


@rule("DES-07")
def criteria_were_examined(facts: Facts) -> Finding:
    return all_present(facts, "DES-07", "criteria_examined")


@rule("DES-08")
def application_may_be_recommended(facts: Facts) -> Finding:
    """A specialised zone that stayed among the best for the years the decree names."""
    needed = facts.parameter("recommendation.years").value
    facts.parameter("recommendation.top_percent")
    run = facts.count("excellent_years_in_a_row")
    return either(
        run >= needed,
        Words(f"{run}년 연속으로 권고할 수 있습니다.", f"{run} years running: may be recommended."),
        Words(
            f"{needed}년 연속이어야 하나 {run}년입니다.",
            f"{needed} years running are needed, {run} are shown.",
        ),
    )


def _last_day_for_the_map(facts: Facts, gazetted: date) -> date:
    years = facts.parameter("designation.map_deferral_years").value
    return shift_months(gazetted, 12 * years)[0]
