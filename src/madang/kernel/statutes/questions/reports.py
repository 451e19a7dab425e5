"""Questions on the yearly report."""

from datetime import date

from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.questions.asked import Asked, tried
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.plans import value_of
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.reports import first_year
from madang.kernel.words import Words


@question(
    "annual_report",
    Words("첫해 성과보고", "report on the first year"),
    needs="designated",
    may="funded",
    gives="days_to_year_end six_months_end may_fold",
    rules="EVA-06",
)
def annual_report(asked: Asked) -> Found:
    designated = asked.day("designated")
    first = first_year(designated)
    funded = asked.truth("funded") if asked.has("funded") else None
    facts = {"designated_on": designated, "support_received": funded}
    return {
        "days_to_year_end": first.days_to_year_end,
        "six_months_end": first.six_months_end,
        "may_fold": tried(lambda: value_of(evaluate("EVA-06", facts, on=designated))),
    }


@question(
    "report_due",
    Words("운영성과보고서 기한", "yearly report"),
    needs="year",
    gives="due",
    rules="EVA-05 CAL-A",
)
def report_due(asked: Asked) -> Found:
    year = asked.whole("year", 1900)
    return {"due": due_date("EVA-05", start=date(year, 12, 31)).due_on}
