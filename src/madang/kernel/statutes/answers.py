"""What a rule answers: satisfied, breached or unknown, with the missing facts, the trace that led there, and what was
asked.

An answer is stored with its case as JSON and reads back equal; ``replaying.replay`` asks the same again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, overload

from madang.kernel.partial_dates import PartialDate
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
    """One value that led to the answer: what it is, the value, and where it comes from.

    A fact that was stated has its name in ``fact``; any other value has its provision and version in ``citation`` and
    the rule it stands in.
    """

    words: Words
    value: Plain = None
    citation: Citation | None = None
    rule_id: str = ""
    fact: str = ""

    def to_json(self) -> dict[str, Any]:
        citation = self.citation.to_json() if self.citation else None
        return {
            "words": list(self.words),
            "value": to_plain_json(self.value),
            "citation": citation,
            "rule_id": self.rule_id,
            "fact": self.fact,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "TraceStep":
        citation = Citation.from_json(data["citation"]) if data["citation"] else None
        value, words = from_plain_json(data["value"]), Words(*data["words"])
        return cls(words, value, citation, data.get("rule_id", ""), data.get("fact", ""))


class Trace(Sequence[TraceStep]):
    """The steps of an answer, made when they are first read; equal to the tuple of the same steps."""

    __slots__ = ("_make", "_steps")

    def __init__(self, make: Callable[[], tuple[TraceStep, ...]]) -> None:
        self._make = make
        self._steps: tuple[TraceStep, ...] | None = None

    @property
    def steps(self) -> tuple[TraceStep, ...]:
        if self._steps is None:
            self._steps = self._make()
        return self._steps

    @overload
    def __getitem__(self, index: int) -> TraceStep: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[TraceStep, ...]: ...
    def __getitem__(self, index: int | slice) -> TraceStep | tuple[TraceStep, ...]:
        return self.steps[index]

    def __len__(self) -> int:
        return len(self.steps)

    def __iter__(self) -> Iterator[TraceStep]:
        return iter(self.steps)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Trace | tuple):
            return self.steps == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.steps)

    def __repr__(self) -> str:
        return repr(self.steps)

    def __reduce__(self) -> tuple[type[tuple[TraceStep, ...]], tuple[tuple[TraceStep, ...]]]:
        # copied and pickled as the plain tuple: what makes the steps cannot travel
        return tuple, (self.steps,)


class Asked(NamedTuple):
    """What a rule was asked with: everything that is needed to ask it again.

    ``facts`` are those that were given and looked at; ``texts`` the day up to which the laws were seen, ``holidays``
    the version of the table of holidays.
    """

    facts: Mapping[str, object]
    on: date | PartialDate
    known_on: date | None
    texts: date
    holidays: str

    def to_json(self) -> dict[str, Any]:
        return {
            "facts": {name: to_plain_json(value) for name, value in self.facts.items()},
            "on": to_plain_json(self.on),
            "known_on": to_plain_json(self.known_on),
            "texts": to_plain_json(self.texts),
            "holidays": self.holidays,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Asked":
        facts = {name: from_plain_json(value) for name, value in data["facts"].items()}
        on, known_on, texts = (from_plain_json(data[name]) for name in ("on", "known_on", "texts"))
        return cls(facts, on, known_on, texts, data["holidays"])


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one rule. ``missing`` names the facts that would decide an unknown answer.

    ``notes`` say what must be known beside it: texts that were not seen, versions that were passed over.
    """

    rule_id: str
    status: Status
    value: Plain
    missing: tuple[str, ...]
    trace: Sequence[TraceStep]
    sentence: Words
    citation: Citation
    notes: tuple[Words, ...] = ()
    asked: Asked | None = field(default=None, hash=False)

    @property
    def is_satisfied(self) -> bool:
        return self.status is Status.SATISFIED

    @property
    def on(self) -> date | PartialDate | None:
        """The day of the case; None for an answer that was not asked of the register."""
        return self.asked.on if self.asked else None

    @property
    def known_on(self) -> date | None:
        """The day of knowledge; None when all that is known was used."""
        return self.asked.known_on if self.asked else None

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
            "notes": [list(note) for note in self.notes],
            "asked": self.asked.to_json() if self.asked else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        return cls(
            rule_id=data["rule_id"],
            status=Status(data["status"]),
            value=from_plain_json(data["value"]),
            missing=tuple(data["missing"]),
            trace=tuple(TraceStep.from_json(step) for step in data["trace"]),
            sentence=Words(*data["sentence"]),
            citation=Citation.from_json(data["citation"]),
            notes=tuple(Words(*note) for note in data.get("notes", ())),
            asked=Asked.from_json(data["asked"]) if data.get("asked") else None,
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
