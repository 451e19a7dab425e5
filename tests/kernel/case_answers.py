"""Answers to the questions of ``cases.json``, asked of the kernel through its public names, one function a kind."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from madang.kernel.clocks.counting import Conditions, Pause, effective, period, roll
from madang.kernel.clocks.holidays import national_table
from madang.kernel.clocks.lengths import Length, Unit, calendar_months, days, days_between, shift_months
from madang.kernel.clocks.substitutes import NamedDay, rules_from, substitute_days
from madang.kernel.clocks.working_time import (
    WorkingDay,
    disclosure_days,
    hours,
    petition_days,
    petition_hours,
)
from madang.kernel.package_data import toml_table
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rules import (
    applicant_eligible,
    count_votes,
    evaluate,
    must_inform_province,
)
from madang.kernel.statutes.rulings.reports import first_year

day = date.fromisoformat

#: The days of 2014, before the kernel's own table begins.
DAYS_OF_2014 = {
    "new_year": ["2014-01-01"],
    "seollal": ["2014-01-30", "2014-01-31", "2014-02-01"],
    "national": ["2014-03-01", "2014-08-15", "2014-10-03", "2014-10-09"],
    "children": ["2014-05-05"],
    "buddha": ["2014-05-06"],
    "memorial": ["2014-06-06"],
    "chuseok": ["2014-09-07", "2014-09-08", "2014-09-09"],
    "christmas": ["2014-12-25"],
}


def answer(facts: dict[str, Any]) -> dict[str, Any]:
    """Answer one question; days are written as ISO text, as in the file."""
    return {key: _written(value) for key, value in KINDS[facts["kind"]](facts).items()}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return [_written(v) for v in value] if isinstance(value, list) else value


def effective_date(facts: dict[str, Any]) -> dict[str, Any]:
    counted = effective(day(facts["promulgated"]), Length(facts["n"], Unit(facts["unit"])))
    return {"last_day": counted.raw_due_on, "effective": counted.due_on}


def rolled(facts: dict[str, Any]) -> dict[str, Any]:
    return {"due": roll(day(facts["raw_due"]))[0]}


def between(facts: dict[str, Any]) -> dict[str, Any]:
    return {"days": days_between(day(facts["from"]), day(facts["to"]))}


def month_count(facts: dict[str, Any]) -> dict[str, Any]:
    last = PartialDate.parse(facts["last"])
    longer = shift_months(last.first, facts["extension_months"])[0].isoformat()[:7]
    return {"months": calendar_months(PartialDate.parse(facts["first"]), last), "extended_end": longer}


def substitutes(facts: dict[str, Any]) -> dict[str, Any]:
    if facts["year"] >= national_table().known_from.year:
        found = [h.on for h in national_table() if h.kind == "substitute" and h.on.year == facts["year"]]
        return {"dates": found}
    rules = rules_from(toml_table("madang.kernel.clocks", "holidays.toml")["substitutes"])
    named = [NamedDay(day(on), group) for group, days_ in DAYS_OF_2014.items() for on in days_]
    return {"dates": list(substitute_days(named, rules))}


_NOTICES = {
    "designation": "plan.notice_days",
    "change": "change.notice_days",
    "legislation": "legislation.notice_days",
    "ordinance": "ordinance.notice_days",
    "administrative": "administrative.notice_days",
    "administrative_urgent": "administrative.urgent_notice_days",
}


def notice(facts: dict[str, Any]) -> dict[str, Any]:
    decided_by = day(facts.get("applied") or facts.get("start") or "2025-01-02")
    least = parameter(_NOTICES[facts["procedure"]], decided_by).value
    found: dict[str, Any] = {"min_days": least}
    if "start" not in facts:
        return found
    start, midnight = day(facts["start"]), facts.get("starts_at_midnight", False)
    end = period(start, days(least), Conditions(starts_at_midnight=midnight)).due_on
    found |= {"end": end, "application_from": end + timedelta(days=1)}
    if "applied" in facts:
        rule, applied = (
            ("PLN-05", "applied_on")
            if facts["procedure"] == "designation"
            else ("CHG-02", "change_applied_on")
        )
        asked = {"notice_started_on": start, applied: decided_by, "notice_from_midnight": midnight}
        found["satisfied"] = evaluate(rule, asked, on=decided_by).is_satisfied
    if facts["procedure"] == "designation":
        asked = {"notice_started_on": start, "inspection_opened_on": start, "inspection_closed_on": end}
        first = evaluate("PLN-06", asked, on=decided_by).value[0]
        least = parameter("plan.inspection_days", decided_by).value
        found |= {"inspection_from": first, "inspection_days": least}
    return found


def hearing(facts: dict[str, Any]) -> dict[str, Any]:
    held = day(facts["hearing"])
    found: dict[str, Any] = {"latest_announcement": due_date("PLN-08", start=held).due_on}
    if "announced" in facts:
        asked = {"hearing_on": held, "hearing_announced_on": day(facts["announced"])}
        found["in_time"] = evaluate("PLN-08", asked, on=held).is_satisfied
    return found


def decision(facts: dict[str, Any]) -> dict[str, Any]:
    applied, decided = day(facts["applied"]), day(facts["decided"])
    answer_ = evaluate("DES-03", {"applied_on": applied, "decided_on": decided}, on=applied)
    return {
        "due": answer_.value,
        "used_days": days_between(applied, decided),
        "in_time": answer_.is_satisfied,
    }


def reply(facts: dict[str, Any]) -> dict[str, Any]:
    pauses = [Pause(day(p["asked"]), day(p["received"])) for p in facts.get("pauses", [])]
    rule = {"zone_plan": "DES-02", "zone_change": "CHG-02.reply"}[facts["procedure"]]
    on = day(facts["applied"]) if "applied" in facts else None
    counting = facts.get("pause_counting", "both_ends")
    return {
        "due": due_date(
            rule, start=day(facts["notified"]), on=on, pauses=pauses, pause_counting=counting
        ).due_on
    }


def vote(facts: dict[str, Any]) -> dict[str, Any]:
    count = count_votes(
        facts["body"], enrolled=facts["enrolled"], present=facts["present"], yes=facts.get("yes")
    )
    return {
        "quorum_min": count.quorum_min,
        "quorum": count.quorum,
        "yes_min": count.yes_min,
        "carried": count.carried,
    }


def applicant(facts: dict[str, Any]) -> dict[str, Any]:
    on, members = day(facts["date"]), facts.get("members")
    found = applicant_eligible(
        facts["office"], region_id=facts.get("region"), member_region_ids=members, on=on
    )
    return {"eligible": found.value, "inform_province": must_inform_province(facts["office"], on)}


def annual_report(facts: dict[str, Any]) -> dict[str, Any]:
    designated = day(facts["designated"])
    first = first_year(designated)
    asked = {"designated_on": designated, "support_received": facts["funded"]}
    may_fold = evaluate("EVA-06", asked, on=designated).is_satisfied
    return {
        "days_to_year_end": first.days_to_year_end,
        "six_months_end": first.six_months_end,
        "may_fold": may_fold,
    }


def report_due(facts: dict[str, Any]) -> dict[str, Any]:
    return {"due": due_date("EVA-05", start=date(facts["year"], 12, 31)).due_on}


def area_change(facts: dict[str, Any]) -> dict[str, Any]:
    asked = {
        "change_kind": "area",
        "zone_area_km2": Decimal(str(facts["area_km2"])),
        "area_change_km2": Decimal(str(facts["change_km2"])),
    }
    return {"minor": evaluate("CHG-03", asked, on=date(2025, 1, 2)).value}


NO_OTHER_TIES = dict.fromkeys(
    [
        *("member_is_party", "spouse_is_party", "member_is_co_obliged"),
        *("relative_is_party", "member_advised", "member_represents_party"),
    ],
    False,
)


def interest(facts: dict[str, Any]) -> dict[str, Any]:
    meeting = day(facts["meeting"])
    asked = {**NO_OTHER_TIES, "employment_ended_on": day(facts["employment_ended"]), "meeting_on": meeting}
    return {"excluded": evaluate("COI-01", asked, on=meeting).value}


def petition(facts: dict[str, Any]) -> dict[str, Any]:
    received = datetime.fromisoformat(facts["received"])
    n = facts.get("period_days") or parameter(f"petition.{facts['class']}_days", received.date()).value
    if n > 5:
        return {"due": petition_days(received.date(), n).due_on}
    office = WorkingDay()
    if "working_day" in facts:
        office = WorkingDay(*(time.fromisoformat(facts["working_day"][key]) for key in ("start", "end")))
    return {"due": petition_hours(received, n, office).due_at}


def disclosure(facts: dict[str, Any]) -> dict[str, Any]:
    received = day(facts["received"])
    n = parameter("disclosure.decision_days", received).value
    more = parameter("disclosure.extension_days", received).value
    return {
        "due": disclosure_days(received, n).due_on,
        "extended_due": disclosure_days(received, n + more).due_on,
    }


def plain_hours(facts: dict[str, Any]) -> dict[str, Any]:
    return {"due_at": hours(datetime.fromisoformat(facts["from"]), facts["hours"]).due_at}


KINDS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "effective_date": effective_date,
    "roll": rolled,
    "days_between": between,
    "months": month_count,
    "substitute_days": substitutes,
    "notice": notice,
    "hearing": hearing,
    "decision": decision,
    "reply": reply,
    "vote": vote,
    "applicant": applicant,
    "annual_report": annual_report,
    "report_due": report_due,
    "area_change": area_change,
    "interest": interest,
    "petition": petition,
    "disclosure": disclosure,
    "hours": plain_hours,
}
