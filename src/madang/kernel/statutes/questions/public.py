"""Questions on petitions, disclosure and regulation: what the public asks of an agency, and what it is owed."""

from datetime import time

from madang.kernel.clocks.working_time import (
    LAST_PERIOD_IN_HOURS,
    WorkingDay,
    disclosure_days,
    petition_days,
    petition_hours,
)
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.questions.asked import Asked, FactsMissing, contradictory, tried, wrong
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.settled import settled
from madang.kernel.statutes.rulings.petitions import BARRED_GROUNDS, expressly_barred
from madang.kernel.words import Words

CLASSES = ("suggestion", "question_on_law", "question_other", "grievance")
_BREAK = Words(
    '휴게시간은 {"start": "12:00", "end": "13:00"}처럼 적으십시오.',
    'Write a break as in {"start": "12:00", "end": "13:00"}.',
)

_ORDER = Words("시작과 끝, 휴게시간의 순서를 확인하십시오.", "Check the order of start, break and end.")


@question(
    "petition",
    Words("민원 처리기한", "answer to a petition"),
    needs="received",
    may="class period_days working_day",
    gives="due",
    rules="PET-02 PET-03 CAL-D",
)
def petition(asked: Asked) -> Found:
    """Periods of six days and more end with a day, shorter ones with an hour."""
    on, office = asked.day_of_instant("received"), _working_day(asked)
    n = _period_days(asked)
    if n > LAST_PERIOD_IN_HOURS:
        return {"due": petition_days(on, n).due_on}
    return {"due": petition_hours(asked.instant("received"), n, office).due_at}


def _period_days(asked: Asked) -> int:
    named = asked.choice("class", CLASSES) if asked.has("class") else None
    given = asked.whole("period_days", 1) if asked.has("period_days") else None
    if named is None and given is None:
        raise FactsMissing("class", "period_days")
    by_class = parameter(f"petition.{named}_days", asked.day_of_instant("received")).value if named else given
    if given is not None and by_class != given:
        raise contradictory(
            f"{named}의 처리기간은 {by_class}일입니다.",
            f"a {named} has {by_class} days",
            "class",
            "period_days",
        )
    return by_class or 0


def _working_day(asked: Asked) -> WorkingDay:
    """Office hours as stated; a break that is not stated is the usual one, so far as it lies within them."""
    usual = WorkingDay()
    if not asked.has("working_day"):
        return usual
    given = asked.part("working_day")
    given.only(("start", "end", "break"))
    start = given.clock_time("start") if given.has("start") else usual.start
    end = given.clock_time("end") if given.has("end") else usual.end
    if "break" not in given.given:
        return WorkingDay(start, end, usual.break_start, usual.break_end)
    begins, ends = _break(given, start)
    if not start <= begins <= ends <= end:
        raise wrong("working_day", asked.given["working_day"], _ORDER)
    return WorkingDay(start, end, begins, ends)


def _break(given: Asked, none: time) -> tuple[time, time]:
    """A break as an object, as a pair of times or as one text; null or false for none."""
    said = given.given["break"]
    if said is None or said is False or said in ([], ""):
        return none, none
    if isinstance(said, str):
        said = said.replace("~", "-").split("-")
    if isinstance(said, list) and len(said) == 2:
        said = {"start": said[0], "end": said[1]}
    if not isinstance(said, dict) or set(said) != {"start", "end"}:
        raise wrong("working_day.break", given.given["break"], _BREAK)
    pair = Asked(said, "working_day.break")
    return pair.clock_time("start"), pair.clock_time("end")


@question(
    "disclosure",
    Words("정보공개 결정기한", "decision on a disclosure request"),
    needs="received",
    gives="due extended_due",
    rules="FOI-01 CAL-E",
)
def disclosure(asked: Asked) -> Found:
    received = asked.day_of_instant("received")
    n = parameter("disclosure.decision_days", received).value
    more = parameter("disclosure.extension_days", received).value
    return {
        "due": disclosure_days(received, n).due_on,
        "extended_due": tried(lambda: disclosure_days(received, n + more).due_on),
    }


@question(
    "petition_extension",
    Words("처리기간 연장 사유", "ground for extending a petition"),
    needs="asked ground",
    gives="expressly_barred",
    rules="PET-04",
)
def petition_extension(asked: Asked) -> Found:
    ground = asked.choice("ground", (*BARRED_GROUNDS, "other"))
    return {"expressly_barred": expressly_barred(ground, asked.day_of_instant("asked"))}


@question(
    "regulation_cost",
    Words("규제의 연간 비용", "yearly cost of a regulation"),
    needs="yearly_cost_krw",
    gives="forecast_by_cost important_by_cost",
    rules="FOR-01 REG-05",
)
def regulation_cost(asked: Asked) -> Found:
    """Both thresholds count from the sum itself."""
    cost = asked.money("yearly_cost_krw")
    return {
        "forecast_by_cost": cost >= settled("forecast.yearly_cost").value,
        "important_by_cost": cost >= settled("regulation.important_cost").value,
    }
