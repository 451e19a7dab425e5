"""Questions on plans and their way to a decision: notice, hearing, decision, who may apply, changes of the area."""

from datetime import date, timedelta
from typing import Any

from madang.kernel.clocks.counting import Conditions, period
from madang.kernel.clocks.lengths import days, days_between
from madang.kernel.partial_dates import UNKNOWN_DATE
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.questions.asked import Asked, FactsMissing, tried, wrong
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.settled import settled
from madang.kernel.statutes.rules import applicant_eligible, evaluate, must_inform_province
from madang.kernel.words import Words

_DAY = timedelta(days=1)
DESIGNATION, CHANGE = "designation", "change"
NOTICES = {
    DESIGNATION: "plan.notice_days",
    CHANGE: "change.notice_days",
    "legislation": "legislation.notice_days",
    "ordinance": "ordinance.notice_days",
    "administrative": "administrative.notice_days",
    "administrative_urgent": "administrative.urgent_notice_days",
}


@question(
    "notice",
    Words("공고ㆍ예고 기간", "public notice"),
    needs="procedure",
    may="start starts_at_midnight applied",
    gives="min_days end inspection_from inspection_days application_from satisfied",
    rules="PLN-05 PLN-06 CHG-02 LEG-01 LEG-04 CAL-A",
)
def notice(asked: Asked) -> Found:
    procedure = asked.choice("procedure", NOTICES)
    start, applied = asked.day_or_none("start"), asked.day_or_none("applied")
    midnight = asked.truth_or("starts_at_midnight", False)
    length = tried(lambda: _notice_length(procedure, start, applied).value)
    found: dict[str, Any] = {"min_days": length}
    found["end"] = end = tried(
        lambda: _notice_end(asked, _notice_length(procedure, start, applied), midnight)
    )
    found["application_from"] = end + _DAY if isinstance(end, date) else end
    found["satisfied"] = tried(
        lambda: asked.day("applied") > _notice_end(asked, _notice_length(procedure, start, applied), midnight)
    )
    if procedure == DESIGNATION:
        found["inspection_days"] = tried(lambda: _inspection(applied or start).value)
        found["inspection_from"] = tried(
            lambda: _inspection_from(asked.day("start"), applied or asked.day("start"), midnight)
        )
    return found


def _notice_length(procedure: str, start: date | None, applied: date | None) -> Parameter:
    name = NOTICES[procedure]
    if applied is not None:
        return parameter(name, applied)
    if procedure != CHANGE:
        return parameter(name, start) if start is not None else settled(name)
    # The day of the application decides; once the newest version is in force at the start, it surely governs.
    if start is not None and parameter(name, start).in_force_until is None:
        return parameter(name, start)
    raise FactsMissing("applied")


def _notice_end(asked: Asked, least: Parameter, midnight: bool) -> date:
    return period(asked.day("start"), days(least.value), Conditions(starts_at_midnight=midnight)).due_on


def _inspection(on: date | None) -> Parameter:
    name = "plan.inspection_days"
    return parameter(name, on) if on is not None else settled(name)


def _inspection_from(start: date, on: date, midnight: bool) -> date:
    """The day after the days of waiting, which are counted as the notice is."""
    wait = parameter("plan.inspection_wait_days", on).value
    return start + timedelta(days=wait + (0 if midnight else 1))


@question(
    "hearing",
    Words("공청회 공고", "announcement of a hearing"),
    needs="hearing",
    may="announced backward_rule",
    gives="latest_announcement in_time",
    rules="PLN-08 CAL-G",
)
def hearing(asked: Asked) -> Found:
    backward_rule(asked)
    latest = due_date("PLN-08", start=asked.day("hearing")).due_on
    return {"latest_announcement": latest, "in_time": tried(lambda: asked.day("announced") <= latest)}


def backward_rule(asked: Asked) -> None:
    """Periods before an event are subtracted; no other reading is computed (CAL-G)."""
    if asked.has("backward_rule"):
        asked.choice("backward_rule", ("subtract",))


@question(
    "decision",
    Words("승인ㆍ지정 결정 기한", "decision on a designation"),
    needs="applied",
    may="decided pauses pause_counting",
    gives="due used_days in_time",
    rules="DES-03 CAL-A CAL-H",
)
def decision(asked: Asked) -> Found:
    asked.in_order("applied", "decided")
    applied, pauses = asked.day("applied"), asked.pauses()
    due = due_date("DES-03", start=applied, pauses=pauses, pause_counting=asked.pause_counting()).due_on
    return {
        "due": due,
        "used_days": tried(lambda: days_between(applied, asked.day("decided"))),
        "in_time": tried(lambda: asked.day("decided") <= due),
    }


@question(
    "applicant",
    Words("신청 자격", "who may apply"),
    needs="office date",
    may="region members name",
    gives="eligible inform_province",
    rules="APP-01 APP-02 APP-03 APP-07",
)
def applicant(asked: Asked) -> Found:
    office = asked.choice("office", ("province", "basic", "special_local_government"))
    on = asked.day("date")
    region = asked.text("region") if asked.has("region") else None
    members = asked.texts("members") if asked.has("members") else None
    return {
        "eligible": tried(
            lambda: value_of(applicant_eligible(office, region_id=region, member_region_ids=members, on=on))
        ),
        "inform_province": must_inform_province(office, on),
    }


def value_of(answer: Answer) -> Any:
    """The value of an answer.

    Raises:
        FactsMissing: the answer is unknown; the names are those of this door where they differ.
    """
    if answer.missing:
        raise FactsMissing(*(_NAMES_HERE.get(name, name) for name in answer.missing))
    return answer.value


_NAMES_HERE = {"applicant_region_id": "region", "member_region_ids": "members", "support_received": "funded"}


@question(
    "area_change",
    Words("면적 변경", "change of the area"),
    needs="area_km2 change_km2",
    gives="minor",
    rules="CHG-03",
)
def area_change(asked: Asked) -> Found:
    area = asked.amount("area_km2")
    if area <= 0:
        raise wrong("area_km2", asked.given["area_km2"], Words("0보다 커야 합니다.", "It is more than zero."))
    facts = {"change_kind": "area", "zone_area_km2": area, "area_change_km2": asked.amount("change_km2")}
    return {"minor": value_of(evaluate("CHG-03", facts, on=UNKNOWN_DATE))}
