"""Due dates of the statutory clocks, each with its sum, its counting mode and its article.

A ``DueDate`` is stored with the case as JSON and reads back to the same bytes, so that a page years later
shows the sum as it was made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from madang.kernel.clocks.counting import (
    Conditions,
    Counted,
    Pause,
    PauseCounting,
    Step,
    backward,
    period,
    roll,
)
from madang.kernel.clocks.lengths import days
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import NoSuchRule, Refusal
from madang.kernel.words import Words

#: The zone Act says only that supplement time is not counted; the general rule of administrative procedure takes
#: out the day of asking and the day of receiving, and is followed by analogy (CAL-H).
DEFAULT_PAUSE_COUNTING: PauseCounting = "both_ends"


@dataclass(frozen=True, slots=True)
class Clock:
    """How one rule counts: the parameter with its length, the way of counting, and what is due."""

    parameter: str
    count: Callable[[date, Parameter, Conditions], Counted]
    words: Words
    may_pause: bool = False


class NeedsCaseDate(Refusal, ValueError):
    """The version depends on a day that was not given, such as the day a change was applied for."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """One due date with everything it was counted from; ``version_on`` is the day that chose the version."""

    rule_id: str
    start: date
    due_on: date
    mode: str
    citation: Citation
    steps: tuple[Step, ...]
    sentence: Words
    pauses: tuple[Pause, ...]
    pause_counting: PauseCounting
    version_on: date

    def to_json(self) -> dict[str, Any]:
        return {
            "rule_id": self.rule_id,
            "start": self.start.isoformat(),
            "due_on": self.due_on.isoformat(),
            "mode": self.mode,
            "citation": self.citation.to_json(),
            "steps": [_step_to_json(step) for step in self.steps],
            "sentence": list(self.sentence),
            "pauses": [
                {"asked": p.asked.isoformat(), "received": p.received.isoformat()} for p in self.pauses
            ],
            "pause_counting": self.pause_counting,
            "version_on": self.version_on.isoformat(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "DueDate":
        day = date.fromisoformat
        return cls(
            rule_id=data["rule_id"],
            start=day(data["start"]),
            due_on=day(data["due_on"]),
            mode=data["mode"],
            citation=Citation.from_json(data["citation"]),
            steps=tuple(_step_from_json(step) for step in data["steps"]),
            sentence=Words(*data["sentence"]),
            pauses=tuple(Pause(day(p["asked"]), day(p["received"])) for p in data["pauses"]),
            pause_counting=data["pause_counting"],
            version_on=day(data["version_on"]),
        )


def due_date(
    rule_id: str,
    *,
    start: date,
    on: date | None = None,
    pauses: Sequence[Pause] = (),
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING,
) -> DueDate:
    """Count the due date of a rule's clock.

    ``start`` is the day the clock starts (for backward clocks the day of the event, for EVA-05 any day of the
    reported year); ``on`` the day that chooses the version (the case's date), the start when it is not given.

    Raises:
        NoSuchRule: the rule has no clock.
        NeedsCaseDate: a change notice without the day the change was applied for.
        NotInForce, NotVerified, UnknownCalendar: see ``parameter`` and ``HolidayTable``.
        ValueError: pauses were given to a clock that does not stop for supplements.

    >>> due_date("DES-03", start=date(2020, 5, 26)).due_on
    datetime.date(2020, 8, 24)
    """
    clock = CLOCKS.get(rule_id)
    if clock is None:
        raise NoSuchRule(rule_id)
    if pauses and not clock.may_pause:
        raise ValueError(f"{rule_id} does not stop for supplements")
    version_on = on or _version_day(clock, start)
    number = parameter(clock.parameter, version_on)
    counted = clock.count(start, number, Conditions(pauses=pauses, pause_counting=pause_counting))
    said = spoken(counted.due_on)
    sentence = Words(f"{clock.words.ko}: {said.ko}까지", f"{clock.words.en}: by {said.en}")
    return DueDate(
        rule_id,
        start,
        counted.due_on,
        counted.mode,
        number.citation,
        (_length_step(start, counted.due_on, number), *counted.steps),
        sentence,
        tuple(pauses),
        pause_counting,
        version_on,
    )


def clock_rule_ids() -> tuple[str, ...]:
    """Every rule id that ``due_date`` knows."""
    return tuple(CLOCKS)


def _version_day(clock: Clock, start: date) -> date:
    # A change is applied for after its notice began: once the new version is in force it surely governs.
    if (
        clock.parameter == "change.notice_days"
        and parameter(clock.parameter, start).in_force_until is not None
    ):
        raise NeedsCaseDate(
            Words(
                "변경신청일에 따라 공고 기간이 달라지므로 변경신청일이 필요합니다.",
                "the length of the notice depends on the day the change was applied for: give that day",
            )
        )
    return start


_UNITS = {"days": Words("일", "days"), "day": Words("일", "day"), "month": Words("월", "month")}


def _length_step(start: date, due: date, number: Parameter) -> Step:
    unit = _UNITS[number.unit]
    words = Words(
        f"{number.citation.article}: {number.value}{unit.ko}", f"the law says {number.value} {unit.en}"
    )
    return Step(start, due, words, number.citation)


def _forward(start: date, number: Parameter, given: Conditions) -> Counted:
    return period(start, days(number.value), given)


def _before(event: date, number: Parameter, given: Conditions) -> Counted:
    return backward(event, days(number.value))


def _inspection(start: date, number: Parameter, given: Conditions) -> Counted:
    """The inspection ends with the 24th day, which begins at 00:00 after the six days of waiting."""
    wait = parameter("plan.inspection_wait_days", number.in_force_from)
    waited = period(start, days(wait.value + number.value), given)
    words = Words(
        f"공고일부터 {wait.value}일이 지난 다음 날부터 {number.value}일 이상 열람",
        f"inspection from the day after {wait.value} days have passed, for {number.value} days or more",
    )
    return Counted(
        waited.due_on,
        waited.mode,
        (Step(start, waited.due_on, words, wait.citation), *waited.steps),
        waited.raw_due_on,
    )


def _report_day(in_year: date, number: Parameter, given: Conditions) -> Counted:
    month = parameter("report.due_month", number.in_force_from)
    last = date(in_year.year + 1, month.value, number.value)
    due, steps = roll(last, given.table)
    said = spoken(last)
    words = Words(
        f"{in_year.year}년도 보고서의 기한은 {said.ko}", f"the report for {in_year.year} is due on {said.en}"
    )
    if due != last:
        usual = Words(
            "날짜로 정한 기한에도 민법 제161조를 적용하는 통상의 해석(확인되지 않음)",
            "Civil Code 161 applied to a fixed date: the usual reading, not verified",
        )
        steps.append(Step(last, due, usual, None))
    return Counted(due, "CAL-A", (Step(in_year, last, words, number.citation), *steps), last)


CLOCKS: dict[str, Clock] = {
    "APP-05": Clock(
        "proposal.answer_days", _forward, Words("민간 제안에 대한 회신", "answer to the private proposal")
    ),
    "PLN-05": Clock("plan.notice_days", _forward, Words("계획 공고 기간의 끝", "end of the public notice")),
    "PLN-06": Clock("plan.inspection_days", _inspection, Words("열람 기간의 끝", "end of the inspection")),
    "PLN-08": Clock(
        "hearing.announcement_days", _before, Words("공청회 공고", "announcement of the hearing")
    ),
    "DES-02": Clock(
        "consultation.reply_days",
        _forward,
        Words(
            "관계 중앙행정기관과 지방시대위원회의 의견 회신", "replies of the ministries and the committee"
        ),
        may_pause=True,
    ),
    "DES-03": Clock(
        "designation.decision_days",
        _forward,
        Words("승인과 지정 여부의 결정", "decision on the designation"),
        may_pause=True,
    ),
    "ZC-04": Clock(
        "zone_committee.notice_days", _before, Words("특구위원회 소집 통지", "notice of the Zone Committee")
    ),
    "DC-06": Clock(
        "deliberation_committee.notice_days",
        _before,
        Words("심의위원회 소집 통지", "notice of the Deliberation Committee"),
    ),
    "COM-01": Clock("committee.notice_days", _before, Words("회의 소집 통지", "notice of the meeting")),
    "CHG-02": Clock(
        "change.notice_days", _forward, Words("변경 계획 공고 기간의 끝", "end of the notice of the change")
    ),
    "CHG-02.reply": Clock(
        "change.reply_days", _forward, Words("변경 협의 의견 회신", "replies on the change"), may_pause=True
    ),
    "REV-05": Clock(
        "cancellation.inspection_days",
        _forward,
        Words("지정해제 열람 기간의 끝", "end of the inspection of the cancellation"),
    ),
    "EVA-05": Clock(
        "report.due_day", _report_day, Words("운영성과보고서 제출", "operational performance report")
    ),
}


def _step_to_json(step: Step) -> dict[str, Any]:
    return {
        "first": step.first.isoformat(),
        "last": step.last.isoformat(),
        "words": list(step.words),
        "citation": step.citation.to_json() if step.citation else None,
    }


def _step_from_json(data: dict[str, Any]) -> Step:
    citation = Citation.from_json(data["citation"]) if data["citation"] else None
    return Step(
        date.fromisoformat(data["first"]), date.fromisoformat(data["last"]), Words(*data["words"]), citation
    )
