"""A due date as it is kept: stored with the case as JSON and read back to the same bytes.

A page years later shows the sum as it was made, with the holidays and the version of the law of that time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from madang.kernel.clocks.pauses import Pause, PauseCounting
from madang.kernel.clocks.steps import Step
from madang.kernel.statutes.citations import Citation
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class DueDate:
    """One due date with everything it was counted from; ``version_on`` is the day that chose the version.

    ``due_at`` is the instant, for clocks that count hours; ``extensions`` how often the clock was extended;
    ``table_version`` the holidays it was counted with (empty when stored before tables had versions), ``known_on`` the
    day whose knowledge of them was asked for; ``starts_at_midnight`` that its first day counted.
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
    starts_at_midnight: bool = False

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
            "starts_at_midnight": self.starts_at_midnight,
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
            pauses=tuple(Pause(day(p["asked"]), day(p["received"]), of_record=True) for p in data["pauses"]),
            pause_counting=data["pause_counting"],
            version_on=day(data["version_on"]),
            due_at=datetime.fromisoformat(data["due_at"]) if data["due_at"] else None,
            extensions=data["extensions"],
            table_version=data.get("table_version", ""),
            known_on=day(data["known_on"]) if data.get("known_on") else None,
            starts_at_midnight=data.get("starts_at_midnight", False),
        )


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
