"""Due dates of the statutory clocks, each with its sum, its counting mode and its article.

A ``DueDate`` is stored with the case as JSON and reads back to the same bytes, so that a page years later
shows the sum as it was made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from madang.kernel.clocks.counting import Conditions, Pause, PauseCounting, Step
from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.working_time import CountedTime
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.ways import WAYS, Start, day_of, lengthened
from madang.kernel.words import Words

#: The zone Act says only that supplement time is not counted; the general rule of administrative procedure takes
#: out the day of asking and the day of receiving, and is followed by analogy (CAL-H).
DEFAULT_PAUSE_COUNTING: PauseCounting = "both_ends"


class NeedsCaseDate(Refusal, ValueError):
    """The version depends on a day that was not given, such as the day a change was applied for."""


class NotAllowedHere(Refusal, ValueError):
    """The clock does not stop for supplements, or is not extended that often."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """One due date with everything it was counted from; ``version_on`` is the day that chose the version.

    ``due_at`` is the instant, for clocks that count hours; ``extensions`` how often the clock was extended;
    ``table_version`` the holidays it was counted with (empty when stored before tables had versions), ``known_on`` the
    day whose knowledge of them was asked for.
    """

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
    due_at: datetime | None = None
    extensions: int = 0
    table_version: str = ""
    known_on: date | None = None

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
            "due_at": self.due_at.isoformat() if self.due_at else None,
            "extensions": self.extensions,
            "table_version": self.table_version,
            "known_on": self.known_on.isoformat() if self.known_on else None,
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
            due_at=datetime.fromisoformat(data["due_at"]) if data["due_at"] else None,
            extensions=data["extensions"],
            table_version=data.get("table_version", ""),
            known_on=day(data["known_on"]) if data.get("known_on") else None,
        )


def due_date(
    rule_id: str,
    *,
    start: Start,
    on: date | None = None,
    pauses: Sequence[Pause] = (),
    pause_counting: PauseCounting = DEFAULT_PAUSE_COUNTING,
    extensions: int = 0,
    table: HolidayTable | None = None,
) -> DueDate:
    """Count the due date of a rule's clock.

    ``start`` is the day (for clocks in hours the instant) the clock starts, for backward clocks the day of the event,
    for EVA-05 any day of the reported year; ``on`` the day that chooses the version (the case's date), the start when
    it is not given; ``extensions`` how often it was extended; ``table`` the holidays, the national ones if not given.

    Raises:
        NoSuchRule: the rule has no clock.
        NeedsCaseDate: a change notice without the day the change was applied for.
        NeedsTime: the clock counts hours and only a day was given.
        NotInForce, NotVerified, UnknownCalendar: see ``parameter`` and ``HolidayTable``.
        NotAllowedHere: supplements or extensions for a clock that has none, or too many.

    >>> due_date("DES-03", start=date(2020, 5, 26)).due_on
    datetime.date(2020, 8, 24)
    """
    asked = clock(rule_id)
    _refuse_bends(asked, pauses, extensions)
    version_on = on or _version_day(asked, day_of(start))
    number = parameter(asked.parameter, version_on)
    given = Conditions(
        pauses=pauses,
        pause_counting=pause_counting,
        hard_stop_days=parameter(asked.hard_stop, version_on).value if asked.hard_stop else None,
        table=table or national_table(),
    )
    longer = _longer(asked, number, extensions, version_on)
    counted = WAYS[asked.way](start, longer, given)
    due_at = counted.due_at if isinstance(counted, CountedTime) else None
    due_on = counted.due_at.date() if isinstance(counted, CountedTime) else counted.due_on
    return DueDate(
        rule_id=rule_id,
        start=day_of(start),
        due_on=due_on,
        mode=counted.mode,
        citation=number.citation,
        steps=(*_length_steps(asked, day_of(start), due_on, number, extensions), *counted.steps),
        sentence=_sentence(asked, due_on, due_at),
        pauses=tuple(pauses),
        pause_counting=pause_counting,
        version_on=version_on,
        due_at=due_at,
        extensions=extensions,
        table_version=given.table.version,
    )


def _refuse_bends(asked: Clock, pauses: Sequence[Pause], extensions: int) -> None:
    if pauses and not asked.may_pause:
        raise NotAllowedHere(
            Words(
                f"{asked.rule_id}: 보완 기간을 빼고 세는 기한이 아닙니다.",
                f"{asked.rule_id}: this period does not stop for supplements",
            )
        )
    if not 0 <= extensions <= asked.extensions:
        raise NotAllowedHere(
            Words(
                f"{asked.rule_id}: 연장은 {asked.extensions}번까지만 할 수 있습니다.",
                f"{asked.rule_id}: this period is extended {asked.extensions} times at most",
            )
        )


def _version_day(asked: Clock, start: date) -> date:
    # A change is applied for after its notice began: once the new version is in force it surely governs.
    if (
        asked.parameter == "change.notice_days"
        and parameter(asked.parameter, start).in_force_until is not None
    ):
        raise NeedsCaseDate(
            Words(
                "변경신청일에 따라 공고 기간이 달라지므로 변경신청일이 필요합니다.",
                "the length of the notice depends on the day the change was applied for: give that day",
            )
        )
    return start


def _longer(asked: Clock, number: Parameter, extensions: int, version_on: date) -> Parameter:
    if not extensions:
        return number
    return lengthened(number, parameter(asked.extension, version_on), extensions)


_UNITS = {
    "days": Words("일", "days"),
    "day": Words("일", "day"),
    "month": Words("월", "month"),
    "months": Words("개월", "months"),
    "years": Words("년", "years"),
    "weeks": Words("주", "weeks"),
    "hours": Words("시간", "hours"),
    "working_hours": Words("근무시간", "working hours"),
}


def _length_steps(asked: Clock, start: date, due: date, number: Parameter, extensions: int) -> list[Step]:
    steps = [_length_step(start, due, number)]
    if extensions:
        added = parameter(asked.extension, number.in_force_from)
        unit = _UNITS[added.unit]
        words = Words(
            f"{added.citation.article}: 연장 {extensions}회, 회당 {added.value}{unit.ko}",
            f"extended {extensions} times by {added.value} {unit.en}",
        )
        steps.append(Step(start, due, words, added.citation))
    return steps


def _length_step(start: date, due: date, number: Parameter) -> Step:
    unit = _UNITS[number.unit]
    words = Words(
        f"{number.citation.article}: {number.value}{unit.ko}", f"the law says {number.value} {unit.en}"
    )
    return Step(start, due, words, number.citation)


def _sentence(asked: Clock, due_on: date, due_at: datetime | None) -> Words:
    said, hour = spoken(due_on), f" {due_at:%H:%M}" if due_at else ""
    return Words(f"{asked.words.ko}: {said.ko}{hour}까지", f"{asked.words.en}: by {said.en}{hour}")


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
