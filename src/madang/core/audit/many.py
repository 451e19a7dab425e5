"""Many events of one kind at once, for acts that touch as many rows as there are: the database writes them by itself."""

import json
from dataclasses import dataclass
from typing import Any

from madang.core.audit.events import EventKind, open_ledger
from madang.core.authority import Actor
from madang.core.keys import uuid7
from madang.core.moments import Moment, instant_of, text_of


@dataclass(frozen=True)
class Telling:
    """A part of a statement (``name AS (…)``) that writes an event for each row of a relation, with its parameters."""

    sql: str
    params: list[Any]


@dataclass(frozen=True)
class Ground:
    """What all of them stand on: the provision and the sources."""

    provision: str = ""
    sources: tuple[str, ...] = ()


#: keys of version 7 (RFC 9562) in the order of the rows, as ``core.keys`` makes them: milliseconds, counter, chance
KEY = """(lpad(to_hex(%s + row_number() OVER () / 4096), 12, '0') || '7'
    || lpad(to_hex(row_number() OVER () %% 4096), 3, '0') || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid"""
_OWN = ("subject_kind", "subject_id", "region", "facts", "before")
_MILLISECONDS = 80


def tell_each(relation: str, kind: EventKind, *, actor: Actor, at: Moment, ground: Ground) -> Telling:
    """Return the part that tells of every row of a relation of the same statement. Only inside an act.

    The relation has the columns subject_kind, subject_id, region, facts and before. These events stand outside of the
    act's ledger: the act records one event beside them, which ends the kept pages for all of them and to which
    listeners listen.
    """
    open_ledger(kind.name)
    shared = _shared(kind, actor, at, ground)
    names = ", ".join(("id", *_OWN, *shared))
    values = ", ".join((KEY, *_OWN, *("%s" + cast for cast, _ in shared.values())))
    sql = f"told AS (INSERT INTO core_event ({names}) SELECT {values} FROM {relation})"
    return Telling(sql, [first_key(), *(value for _, value in shared.values())])


def first_key() -> int:
    """The parameter of KEY: the milliseconds of this moment."""
    return uuid7().int >> _MILLISECONDS


def _shared(kind: EventKind, actor: Actor, at: Moment, ground: Ground) -> dict[str, tuple[str, Any]]:
    return {
        "name": ("", kind.name),
        "at": ("::timestamptz", instant_of(at)),
        "at_text": ("", text_of(at)),
        "person_id": ("::uuid", actor.person_id),
        "delegated_by": ("::uuid", actor.delegated_by),
        "office_id": ("::uuid", actor.office.id),
        "office_kind": ("", actor.kind.value),
        "office_ko": ("", actor.office.words.ko),
        "office_en": ("", actor.office.words.en),
        "channel": ("", actor.channel.value),
        "provision": ("", ground.provision),
        "sources": ("::jsonb", json.dumps(ground.sources, ensure_ascii=False)),
    }
