"""What a rule answers: satisfied, breached or unknown, with the missing facts and the trace that led there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.plain import Plain, from_plain_json, to_plain_json
from madang.kernel.words import Words


class Status(StrEnum):
    """The three answers; unknown is an answer, a guess is not."""

    SATISFIED = "satisfied"
    BREACHED = "breached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One value that led to the answer: what it is, the value, and where it stands (none for a given fact)."""

    words: Words
    value: Plain = None
    citation: Citation | None = None

    def to_json(self) -> dict[str, Any]:
        citation = self.citation.to_json() if self.citation else None
        return {"words": list(self.words), "value": to_plain_json(self.value), "citation": citation}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TraceStep":
        citation = Citation.from_json(data["citation"]) if data["citation"] else None
        return cls(Words(*data["words"]), from_plain_json(data["value"]), citation)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one rule. ``missing`` names the facts that would decide an unknown answer."""

    rule_id: str
    status: Status
    value: Plain
    missing: tuple[str, ...]
    trace: tuple[TraceStep, ...]
    sentence: Words
    citation: Citation

    @property
    def is_satisfied(self) -> bool:
        return self.status is Status.SATISFIED

    def to_json(self) -> dict[str, Any]:
        """Stable data for storage; ``Answer.from_json`` gives an equal answer back."""
        return {
            "rule_id": self.rule_id,
            "status": self.status.value,
            "value": to_plain_json(self.value),
            "missing": list(self.missing),
            "trace": [step.to_json() for step in self.trace],
            "sentence": list(self.sentence),
            "citation": self.citation.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Answer":
        return cls(
            rule_id=data["rule_id"],
            status=Status(data["status"]),
            value=from_plain_json(data["value"]),
            missing=tuple(data["missing"]),
            trace=tuple(TraceStep.from_json(step) for step in data["trace"]),
            sentence=Words(*data["sentence"]),
            citation=Citation.from_json(data["citation"]),
        )


def worst(statuses: Sequence[Status]) -> Status:
    """Join answers that must all hold: one breach breaks all, else one unknown leaves all unknown.

    >>> worst([Status.SATISFIED, Status.UNKNOWN])
    <Status.UNKNOWN: 'unknown'>
    """
    for status in (Status.BREACHED, Status.UNKNOWN):
        if status in statuses:
            return status
    return Status.SATISFIED
