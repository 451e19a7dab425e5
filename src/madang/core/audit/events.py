"""Kinds of events and how one is recorded. A kind has its sentence in both languages and says who is told."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.db import models
from django.utils.timezone import localtime

from madang.core.audit.models import Event
from madang.core.audit.writing import write
from madang.core.authority import Actor
from madang.core.moments import Moment, instant_of, text_of
from madang.kernel.words import Words

_kinds: dict[str, "EventKind"] = {}
_ledger: ContextVar["Ledger | None"] = ContextVar("ledger", default=None)
_sources: ContextVar[tuple[str, ...]] = ContextVar("sources", default=())


@dataclass(frozen=True)
class EventKind:
    """A kind of event: dotted name, sentence with ``{facts}``, audience ("nobody" is an answer), kept pages it ends."""

    name: str
    words: Words
    audience: str
    topics: tuple[str, ...] = ()
    public: bool = False

    def __post_init__(self) -> None:
        if _kinds.setdefault(self.name, self) != self:
            raise ValueError(f"event kind {self.name} stands twice")

    def sentence(self, facts: Mapping[str, object]) -> Words:
        """Return the sentence with its facts; a missing fact reads as a dash."""
        known = _Dashes(facts)
        return Words(self.words.ko.format_map(known), self.words.en.format_map(known))


class _Dashes(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


@dataclass(frozen=True)
class Facts:
    """What an event carries beside who and when: facts before and after, the provision, the sources."""

    after: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    provision: str = ""
    sources: tuple[str, ...] = ()


def kinds() -> dict[str, EventKind]:
    """Return every kind by name."""
    return dict(sorted(_kinds.items()))


def kind_of(name: str) -> EventKind:
    """Return the kind of an event; KeyError when unknown."""
    return _kinds[name]


@dataclass
class Ledger:
    """What an act tells beside its tables: events, and the findings of the rules; written together at its end."""

    events: list[Event] = field(default_factory=list)
    findings: list[models.Model] = field(default_factory=list)

    def write(self) -> None:
        """Write all of it, and end the kept pages that the events touch."""
        topics = {topic for event in self.events for topic in kind_of(event.name).topics}
        write(self.findings, self.events, topics)


@contextmanager
def ledger() -> Iterator[Ledger]:
    """Collect what is recorded inside and write it at the end, unless an error leaves."""
    book = Ledger()
    token = _ledger.set(book)
    try:
        yield book
    finally:
        _ledger.reset(token)
    book.write()


def open_ledger(what: str) -> Ledger:
    """The ledger of the act that runs now; RuntimeError outside of acts."""
    book = _ledger.get()
    if book is None:
        raise RuntimeError(f"{what} recorded outside of an act")
    return book


@contextmanager
def citing(*sources: str) -> Iterator[None]:
    """Give every event recorded inside these sources, unless it brings its own; the published record uses it."""
    token = _sources.set(sources)
    try:
        yield
    finally:
        _sources.reset(token)


def record(
    kind: EventKind, subject: models.Model, *, actor: Actor, at: Moment, facts: Facts | None = None
) -> Event:
    """Enter one event about a subject in the ledger. Only inside an act: outside there is none: RuntimeError."""
    book = open_ledger(kind.name)
    given = facts or Facts()
    event = Event(
        name=kind.name,
        at=instant_of(at),
        at_text=text_of(at),
        person_id=actor.person_id,
        delegated_by=actor.delegated_by,
        office_id=actor.office.id,
        office_kind=actor.kind.value,
        office_ko=actor.office.words.ko,
        office_en=actor.office.words.en,
        channel=actor.channel.value,
        subject_kind=kind_name(subject),
        subject_id=str(subject.pk),
        region=getattr(subject, "region", "") or "",
        before=_plain(given.before),
        facts=_plain(given.after),
        provision=given.provision,
        sources=list(given.sources or _sources.get()),
    )
    book.events.append(event)
    return event


def kind_name(subject: models.Model) -> str:
    """Return ``app.model`` in lower case."""
    return cast(str, subject._meta.label_lower)


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _scalar(value) for key, value in facts.items()}


def _scalar(value: Any) -> Any:
    if isinstance(value, datetime):
        return localtime(value).isoformat()
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return str(value)
