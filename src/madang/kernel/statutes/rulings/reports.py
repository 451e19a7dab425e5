"""The yearly report on a zone (EVA-05, EVA-06)."""

from dataclasses import dataclass
from datetime import date, timedelta

from madang.kernel.clocks.lengths import days_between, end_of, months
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding, done_by, fails, holds
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.registry import rule


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


@rule("EVA-05")
def report_was_filed(facts: Facts) -> Finding:
    """The report on a year is due on 31 March of the next."""
    year = facts.count("report_year")
    return done_by(facts, due_date("EVA-05", start=date(year, 12, 31), on=facts.on), "report_filed_on")


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
