"""Many events of one kind at once, for acts that touch as many rows as there are: written in batches, not kept in memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from madang.core.audit.events import EventKind, open_ledger
from madang.core.audit.models import Event
from madang.core.audit.writing import write
from madang.core.authority import Actor
from madang.core.moments import Moment, instant_of, text_of

BATCH = 5000


@dataclass(frozen=True, slots=True)
class About:
    """One event: kind (``app.model``), key and region of the row it is about, and its facts as they are kept."""

    kind: str
    id: str
    region: str
    facts: dict[str, Any]
    before: dict[str, Any]


@dataclass(frozen=True)
class Ground:
    """What all of them stand on: the provision and the sources."""

    provision: str = ""
    sources: tuple[str, ...] = ()


def record_many(kind: EventKind, told: Iterable[About], *, actor: Actor, at: Moment, ground: Ground) -> int:
    """Write an event about each of many rows and return how many there were. Only inside an act.

    They are written at once, outside of the act's ledger: the act records one event beside them, which ends the kept
    pages for all of them and to which listeners listen.
    """
    open_ledger(kind.name)
    rows, count = iter(told), 0
    shared = _shared(kind, actor, at, ground)
    while batch := [_event(one, shared) for one in islice(rows, BATCH)]:
        write([], batch, ())
        count += len(batch)
    return count


def _event(about: About, shared: dict[str, Any]) -> Event:
    return Event(
        subject_kind=about.kind,
        subject_id=about.id,
        region=about.region,
        facts=about.facts,
        before=about.before,
        **shared,
    )


def _shared(kind: EventKind, actor: Actor, at: Moment, ground: Ground) -> dict[str, Any]:
    return {
        "name": kind.name, "at": instant_of(at), "at_text": text_of(at),
        "person_id": actor.person_id, "delegated_by": actor.delegated_by, "office_id": actor.office.id,
        "office_kind": actor.kind.value, "office_ko": actor.office.words.ko, "office_en": actor.office.words.en,
        "channel": actor.channel.value, "provision": ground.provision, "sources": list(ground.sources),
    }  # fmt: skip
