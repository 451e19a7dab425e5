"""Evaluation of a zone, its yearly report, checks on the spot, and specialised zones (EVA, MON-01, SPZ-01).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"report_year": 2023, "report_filed_on": date(2024, 4, 2)}
>>> evaluate("EVA-05", facts, on=date(2024, 4, 2)).sentence.en
'operational performance report: by Mon 1 April 2024; done only on Tue 2 April 2024, too late.'
"""

from dataclasses import dataclass
from datetime import date, timedelta

from madang.kernel.clocks.lengths import days_between, end_of, months
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.exceptions import Unless, general
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, done_by, either, fails, holds
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.stated import whichever
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class FirstYear:
    """The stretch from the day of designation to the end of that year."""

    days_to_year_end: int
    six_months_end: date
    is_short: bool


def first_year(designated_on: date) -> FirstYear:
    """Measure the first year; it is short when six months are not over before 31 December.

    >>> first_year(date(2025, 6, 30)).is_short, first_year(date(2025, 6, 29)).is_short
    (True, False)
    """
    year_end = date(designated_on.year, 12, 31)
    length = months(parameter("report.fold_months", designated_on).value)
    end = end_of(designated_on + timedelta(days=1), length)
    return FirstYear(days_between(designated_on, year_end), end, end >= year_end)


@rule("EVA-02")
def result_was_fixed_and_followed(facts: Facts) -> Finding:
    """A vote, the result sent, and improvement where the result calls for it; one no is enough for a breach."""
    steps = ("committee_resolved", "evaluation_result_sent")
    no = Words("의결, 통보 또는 개선이 빠졌습니다.", "the vote, the sending or the improvement is lacking.")
    not_improved = facts.said("improvement_called_for") and facts.said("improvement_made") is False
    if not_improved or any(facts.said(name) is False for name in steps):
        return fails(*no)
    facts.require(*steps, "improvement_called_for")
    return either(
        not facts.truth("improvement_called_for") or facts.truth("improvement_made"),
        Words("의결로 확정하여 통보하고 그에 따랐습니다.", "fixed by a vote, sent, and followed."),
        no,
    )


@rule("EVA-03")
def evaluation_looked_at_every_criterion(facts: Facts) -> Finding:
    return all_present(facts, "EVA-03", "evaluation_criteria_examined")


@rule("EVA-04")
def outcome_was_made_public(facts: Facts) -> Finding:
    """Whether support differs is left to the Minister; making the outcome public is not."""
    return either(
        facts.truth("evaluation_outcome_gazetted"),
        Words("평가 결과와 주요 성과를 고시하였습니다.", "results and main outcomes were made public."),
        Words(
            "평가 결과와 주요 성과를 고시하지 않았습니다.", "results and main outcomes were not made public."
        ),
    )


def _filed_with_the_report_of(facts: Facts, years_later: int) -> Finding:
    _not_before_its_year(facts)
    in_year = date(facts.year("report_year") + years_later, 12, 31)
    return done_by(facts, due_of(facts, "EVA-05", start=in_year), "report_filed_on")


def _not_before_its_year(facts: Facts) -> None:
    year = facts.year("report_year")
    if facts.has("report_filed_on") and facts.day("report_filed_on") < date(year, 1, 1):
        raise ContradictoryFacts(
            ("report_year", "report_filed_on"),
            Words(
                f"사실이 서로 어긋납니다: {year}년도 보고서를 그해가 시작되기 전에 냈다고 되어 있습니다.",
                f"the facts contradict each other: the report on {year} is said to be filed before that year began",
            ),
        )


def _on_its_own(facts: Facts) -> Finding:
    return _filed_with_the_report_of(facts, 0)


def _with_the_next(facts: Facts) -> Finding:
    return _filed_with_the_report_of(facts, 1)


def _is_folded(facts: Facts) -> bool:
    """Only for the year of the designation, when that day is stated."""
    if not facts.has("designated_on") or facts.day("designated_on").year != facts.year("report_year"):
        return False
    return first_year(facts.day("designated_on")).is_short and not facts.truth("support_received")


#: The report on a year is due on 31 March of the next, unless a short first year may be told a year later (EVA-06).
report_was_filed = rule("EVA-05")(
    general(
        _on_its_own,
        unless=[Unless(Words("첫해 보고서의 통합", "a first year told later"), _is_folded, _with_the_next)],
    )
)


@rule("EVA-06")
def first_report_may_be_folded(facts: Facts) -> Finding:
    """A short first year without support is told in the next report; the value is the truth."""
    first = first_year(facts.day("designated_on"))
    facts.parameter("report.fold_months")
    end = spoken(first.six_months_end)
    if not first.is_short:
        return fails(
            f"지정 후 6개월({end.ko})이 연말 전에 지나므로 합칠 수 없습니다.",
            f"six months are over on {end.en}, before the year ends: a report of its own.",
        )
    if facts.truth("support_received"):
        return fails(
            "재정지원을 받아 합칠 수 없습니다.", "financial support was received: a report of its own."
        )
    return holds("다음 해 보고서에 합칠 수 있습니다.", "may be folded into the next report.")


@rule("EVA-07")
def report_is_complete(facts: Facts) -> Finding:
    return all_present(facts, "EVA-07", "report_items")


@rule("MON-01")
def checks_are_told_and_danger_is_met(facts: Facts) -> Finding:
    """The law sets no cycle: what is judged is what follows a check, not how often one is made."""
    if facts.said("check_was_local") and facts.said("check_told_to_ministry") is False:
        return fails(
            "지방자치단체의 점검을 알리지 않았습니다.", "a local check was not told to the ministry."
        )
    if facts.said("danger_found") and facts.said("reexamination_taken") is False:
        return fails(
            "위험이 있는데 재검토 조치를 하지 않았습니다.", "danger, and no re-examination measures."
        )
    facts.require("check_was_local", "danger_found")
    if facts.truth("check_was_local"):
        facts.require("check_told_to_ministry")
    if facts.truth("danger_found"):
        facts.require("reexamination_taken")
    return holds("점검에 따른 의무를 다하였습니다.", "what a check calls for was done.")


@rule("SPZ-01")
def specialised_zone_was_evaluated(facts: Facts) -> Finding:
    """For specialised zones, not for regulation-free ones; the time is longer once it was extended."""
    facts.require("specialised_reported_on")
    facts.in_order("specialised_reported_on", "specialised_evaluated_on")

    def judged(extended: bool) -> Finding:
        start = facts.day("specialised_reported_on")
        due = due_of(facts, "SPZ-01", start=start, extensions=int(extended))
        return done_by(facts, due, "specialised_evaluated_on")

    return whichever(facts, "specialised_evaluation_extended", judged)


@rule("SPZ-01.report")
def report_on_the_specialised_zone_was_filed(facts: Facts) -> Finding:
    year = facts.year("report_year")
    _not_before_its_year(facts)
    return done_by(facts, due_of(facts, "SPZ-01.report", start=date(year, 12, 31)), "report_filed_on")
