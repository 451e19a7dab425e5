"""Questions on replies of ministries: consultations, exemptions, interim permits, rapid confirmation."""

from datetime import date, timedelta

from madang.kernel.clocks.counting import roll
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.questions.asked import Asked, FactsMissing, contradictory, wrong
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.rulings.confirmations import Reply, close_confirmation
from madang.kernel.words import Words

ZONE_CHANGE = "zone_change"
CLOCKS = {
    "zone_plan": "DES-02",
    ZONE_CHANGE: "CHG-02.reply",
    "exemption": "EX-04",
    "interim_permit": "IP-03",
    "rapid_confirmation": "RC-04",
}


@question(
    "reply",
    Words("관계 기관의 회신", "reply of a ministry"),
    needs="procedure notified",
    may="applied pauses pause_counting",
    gives="due hard_stop",
    rules="DES-02 CHG-02 EX-04 IP-03 RC-04 CAL-A CAL-H",
)
def reply(asked: Asked) -> Found:
    procedure = asked.choice("procedure", CLOCKS)
    rule_id, notified = CLOCKS[procedure], asked.day("notified")
    asked.day_or_none("applied")
    on = _version_day(asked, notified) if procedure == ZONE_CHANGE else notified
    due = due_date(
        rule_id, start=notified, on=on, pauses=asked.pauses(), pause_counting=asked.pause_counting()
    ).due_on
    return {"due": due, "hard_stop": _hard_stop(rule_id, notified)}


def _version_day(asked: Asked, notified: date) -> date:
    """The day of the application; nobody is notified before it, so a notification under the old law settles it."""
    if asked.has("applied"):
        return asked.day("applied")
    if parameter(clock(CLOCKS[ZONE_CHANGE]).parameter, notified).in_force_until is None:
        raise FactsMissing("applied")
    return notified


def _hard_stop(rule_id: str, notified: date) -> date | None:
    name = clock(rule_id).hard_stop
    return roll(notified + timedelta(days=parameter(name, notified).value))[0] if name else None


@question(
    "rapid",
    Words("규제의 신속확인", "rapid confirmation"),
    needs="notified ministries",
    may="pause_counting",
    gives="ministries closed_on",
    rules="RC-04 RC-06 RC-09 CAL-H",
)
def rapid(asked: Asked) -> Found:
    """Each ministry has its own clock; one that lets it run out is deemed to have answered on the day after."""
    notified, ministries = asked.day("notified"), asked.part("ministries")
    if not ministries.given:
        raise wrong("ministries", {}, Words("부처를 하나 이상 적으십시오.", "Name one ministry or more."))
    replies = {name: _reply(ministries.part(name), notified) for name in ministries.given}
    done = close_confirmation(notified, replies, pause_counting=asked.pause_counting())
    parts = {
        name: {"due": one.due.due_on, "state": one.state, "deemed_from": one.deemed_from}
        for name, one in done.ministries.items()
    }
    return {"ministries": parts, "closed_on": done.closed_on}


def _reply(one: Asked, notified: date) -> Reply:
    one.only(("replied", "pauses"))
    if "replied" not in one.given:
        raise FactsMissing(f"{one.inside}.replied")
    replied = one.day_or_none("replied")
    if replied is not None and replied < notified:
        raise contradictory(
            "통보하기 전에 회신하였다고 되어 있습니다.",
            "a reply is said to have come before the notification",
            f"{one.inside}.replied",
        )
    return Reply(replied, one.pauses())


@question(
    "conflict_review",
    Words("회신이 엇갈릴 때의 심의", "review of conflicting replies"),
    needs="last_reply",
    gives="due",
    rules="RC-08 CAL-A",
)
def conflict_review(asked: Asked) -> Found:
    return {"due": due_date("RC-08", start=asked.day("last_reply")).due_on}
