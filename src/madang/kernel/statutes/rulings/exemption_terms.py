"""Terms of demonstration exemptions: first term, extension, end and continuation (EX-13 to EX-16, EX-25, EX-27).

A rule of terms that does not govern a grant says so and is satisfied: the other one governs, see ``tool_terms``.
"""

from datetime import date

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.checklists import all_present
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import AnyDue, Finding, count_of, done_by, either, fails, holds, timely
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.parts import all_of
from madang.kernel.statutes.rulings.tool_terms import (
    DELAY_COUNTS_FROM,
    LONGER_TERMS_FROM,
    Running,
    Tool,
    day_of_law,
    extension_end,
    latest_new_end,
    term_law,
)
from madang.kernel.words import Words


def first_term(facts: Facts, tool: Tool, *, is_longer: bool) -> Finding:
    """Whether a first term keeps to its longest; the value is the last day it may reach.

    A zone's end that is stated caps it too, by inference. What a record tells past that end is unknown: the zone's
    period may have been changed in between.
    """
    facts.require("granted_on", "term_starts_on", "term_ends_on")
    facts.in_order("granted_on", "term_starts_on")
    facts.in_order("term_starts_on", "term_ends_on")
    law_day = day_of_law(facts.day("granted_on"), facts.known_on)
    clock = term_law(tool, law_day).first_term
    if (law_day >= LONGER_TERMS_FROM) != is_longer:
        return holds(f"{clock}에 따르는 기간입니다.", f"this term is governed by {clock}.", None)
    due = due_of(facts, clock, start=facts.day("term_starts_on"), on=law_day)
    ends = facts.day("term_ends_on")
    if ends > due.due_on:
        return timely(ends, due)
    return _within_the_zone(facts, ends, due)


def zone_end(facts: Facts) -> date | None:
    """The last day of the zone's period, as changed where that is stated."""
    return facts.day_or_none("changed_zone_end_on") or facts.day_or_none("zone_ends_on")


def running(facts: Facts, tool: Tool) -> Running:
    """The tool in its present term, from the facts."""
    law_day = day_of_law(facts.day("granted_on"), facts.known_on)
    return Running(tool, law_day, facts.day("term_ends_on"), zone_ends_on=zone_end(facts))


def only_once(facts: Facts, number: str) -> Finding:
    """Whether there is an extension left."""
    limit = facts.parameter(number).value
    return either(
        facts.count("extensions_used") < limit,
        Words("아직 연장하지 않았습니다.", "it was not extended before."),
        Words(f"연장은 {limit}번만 할 수 있습니다.", f"it is extended {limit} time at most."),
    )


def law_is_unrevised(facts: Facts) -> Finding:
    return either(
        not facts.truth("law_revised"),
        Words("근거 법령이 아직 정비되지 않았습니다.", "the law is not yet revised."),
        Words("근거 법령이 이미 정비되었습니다.", "the law has been revised."),
    )


def requested_in_time(facts: Facts, clock_id: str) -> Finding:
    """Whether the extension was applied for by its latest day; the value is that day."""
    due = due_of(facts, clock_id, start=facts.day("term_ends_on"))
    return done_by(facts, due, "extension_requested_on")


def extension_fits(facts: Facts, tool: Tool, *, needs_zone: bool) -> Finding:
    """Whether there is room for an extension, and the new end within it; the value is the last day it may reach."""
    facts.require("granted_on", "term_ends_on")
    facts.in_order("granted_on", "term_ends_on")
    facts.in_order("term_ends_on", "extended_to_on")
    present = running(facts, tool)
    if needs_zone and present.zone_ends_on is None:
        raise MissingFacts(["zone_ends_on"])
    latest, by_law = latest_new_end(present), extension_end(present)
    trace = count_of(by_law) if by_law else (_no_years(present),)
    if latest is None:
        end = spoken(present.zone_ends_on or present.expires_on)
        return fails(
            f"특구의 지정기간이 {end.ko}에 끝나 연장할 수 없으므로 먼저 그 기간을 바꾸어야 합니다.",
            f"the zone's period ends on {end.en}: it must be changed before an extension.",
            None,
            trace,
        )
    said = spoken(latest)
    yes = Words(f"{said.ko}까지 연장할 수 있습니다.", f"it may be extended until {said.en}.")
    no = Words(f"연장은 {said.ko}을 넘을 수 없습니다.", f"no extension may go past {said.en}.")
    new_end = facts.day_or_none("extended_to_on")
    return either(new_end is None or new_end <= latest, yes, no, latest, trace)


@rule("EX-13")
def early_exemption_keeps_its_term(facts: Facts) -> Finding:
    return first_term(facts, "exemption", is_longer=False)


@rule("EX-14")
def exemption_keeps_its_term(facts: Facts) -> Finding:
    return first_term(facts, "exemption", is_longer=True)


@rule("EX-15")
def exemption_may_be_extended(facts: Facts) -> Finding:
    """Once, on a ground, within the years of the law (if it states any) and the zone's period."""
    return all_of(
        lambda: extension_fits(facts, "exemption", needs_zone=True),
        lambda: only_once(facts, "exemption.extensions"),
        lambda: _ground_of_extension(facts),
    )


@rule("EX-16")
def exemption_extension_was_requested_in_time(facts: Facts) -> Finding:
    """The six papers of the application were not read one by one."""
    return requested_in_time(facts, "EX-16")


@rule("EX-25")
def result_report_was_filed(facts: Facts) -> Finding:
    """Not owed while the exemption continues; what the report holds is judged once it is stated."""
    if facts.said("deemed_continued"):
        return holds(
            "법령정비 요청으로 기간이 이어지고 있습니다.", "the exemption continues: no report yet.", None
        )
    due = due_of(facts, "EX-25", start=facts.day("term_ends_on"))
    if not facts.has("result_report_items"):
        return done_by(facts, due, "result_report_filed_on")
    return all_of(
        lambda: done_by(facts, due, "result_report_filed_on"),
        lambda: all_present(facts, "EX-25", "result_report_items"),
    )


@rule("EX-27")
def exemption_continues(facts: Facts) -> Finding:
    """Satisfied when the exemption is deemed not to have ended; the value is the last day that can reach.

    It lasts while the revision is examined and no longer than the zone.
    """
    return all_of(
        lambda: _continues_until(facts),
        lambda: _revision_was_requested(facts),
        lambda: _came_with_results(facts),
    )


def _within_the_zone(facts: Facts, ends: date, due: AnyDue) -> Finding:
    last = zone_end(facts)
    if last is None or ends <= last:
        return timely(ends, due)
    if facts.said("grant_is_recorded") and not facts.has("changed_zone_end_on"):
        raise MissingFacts(["changed_zone_end_on"])
    said = spoken(last)
    inferred = TraceStep(
        Words(
            "명문의 규정이 아니라 법문에서 추론한 한계", "a limit inferred from the Act, not its express text"
        ),
        last,
        rule_info("REV-09").citation_on(facts.on),
        "REV-09",
    )
    return fails(
        f"특구의 지정기간({said.ko}까지)을 넘습니다(추론: 특례는 특구보다 오래갈 수 없음).",
        f"it runs past the zone's period, which ends on {said.en} (inference: no tool outlives its zone).",
        last,
        (*count_of(due), inferred),
    )


def _no_years(present: Running) -> TraceStep:
    return TraceStep(
        Words(
            "부여한 날의 법률은 연장 기간의 연수를 정하지 않음: 특구의 지정기간 안에서만",
            "the law of the day of grant states no number of years: within the zone's period only",
        ),
        present.zone_ends_on,
        rule_info("EX-15").citation_on(present.granted_on),
        "EX-15",
    )


def _ground_of_extension(facts: Facts) -> Finding:
    """One ground is enough: the law is not revised or, since the law says so, a delay that nobody could avoid."""
    if facts.on < DELAY_COUNTS_FROM or facts.said("law_revised") is False:
        return law_is_unrevised(facts)
    if not facts.said("delay_unavoidable"):
        facts.require("law_revised")
    return either(
        facts.truth("delay_unavoidable"),
        Words("부득이한 사유로 실증이 늦어졌습니다.", "the demonstration is unavoidably delayed."),
        Words(
            "법령이 정비되었고 부득이한 지연도 없습니다.", "the law is revised and no delay was unavoidable."
        ),
    )


def _continues_until(facts: Facts) -> Finding:
    facts.require("term_ends_on", "zone_ends_on")
    facts.in_order("revision_requested_on", "revision_review_ended_on")
    term, zone = facts.day("term_ends_on"), zone_end(facts) or date.max
    last = min(zone, facts.day_or_none("revision_review_ended_on") or zone)
    said, end = spoken(last), spoken(zone)
    return either(
        last > term,
        Words(f"늦어도 {said.ko}까지 이어집니다.", f"it continues, until {said.en} at the latest."),
        Words(
            f"특구의 지정기간({end.ko}까지)이나 검토가 먼저 끝나 이어지지 않습니다.",
            f"it does not continue: the zone's period (until {end.en}) or the examination ends first.",
        ),
        last,
    )


def _revision_was_requested(facts: Facts) -> Finding:
    due = due_of(facts, "EX-27", start=facts.day("term_ends_on"))
    since = rule_info("EX-27").provisions[0].first_on
    if facts.has("revision_requested_on") and facts.day("revision_requested_on") < since:
        said = spoken(since)
        return fails(
            f"{said.ko} 전에는 이러한 요청이 없었습니다.", f"there was no such request before {said.en}."
        )
    return done_by(facts, due, "revision_requested_on")


def _came_with_results(facts: Facts) -> Finding:
    return either(
        facts.truth("results_submitted"),
        Words("결과를 붙여 요청하였습니다.", "it was asked for with results."),
        Words("결과를 붙이지 않았습니다.", "it was asked for without results."),
    )
