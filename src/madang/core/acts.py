"""One act: permission, one durable transaction, at least one event, a place in the registry.

    @act(may="zones.designate", records=events.DESIGNATED, subject="zone")
    def designate_zone(*, actor: Actor, zone: Zone, at: Moment) -> Zone: ...

The function named here is what every door calls: page, API and command line.
"""

import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast, get_type_hints

from django.apps import apps
from django.db import OperationalError, models, transaction

from madang.core import submissions
from madang.core.audit.events import EventKind, ledger
from madang.core.authority import Actor, Refused, refuse_unless
from madang.core.locks import locked_or_none
from madang.core.outbox.delivery import post
from madang.core.walls import stand_behind
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Function = TypeVar("Function", bound=Callable[..., Any])
#: serialisation failure and deadlock: the statement was right, only the moment was not (PostgreSQL codes)
RETRY = {"40001", "40P01"}
ATTEMPTS = 3


class SilentAct(Exception):
    """An act ended without recording an event; nothing of it was kept."""


class StaleVersion(Exception):
    """What the reader was shown has changed since; the door shows both versions."""

    def __init__(self, subject: models.Model, seen: int) -> None:
        super().__init__(f"{subject} is at version {getattr(subject, 'version', '?')}, seen {seen}")
        self.subject, self.seen = subject, seen
        self.words = Words(
            "화면을 연 뒤에 다른 사람이 내용을 바꾸었습니다. 저장하지 않았으니 두 내용을 비교하고 다시 저장하십시오.",
            "Somebody changed this after you opened the page. Nothing was saved: compare both and save again.",
        )


class Invalid(Exception):
    """The input cannot be taken as it is; ``words`` says why, ``field`` names the place."""

    def __init__(self, words: Words, field: str = "") -> None:
        super().__init__(words.en)
        self.words, self.field = words, field


@dataclass(frozen=True)
class Act:
    """An entry of the registry, from which the API and the command line are made."""

    name: str
    function: Callable[..., Any]
    may: str
    records: tuple[EventKind, ...]
    subject: str | None
    run: Callable[..., Any]

    @property
    def words(self) -> str:
        """First line of the docstring."""
        return (inspect.getdoc(self.function) or self.name).splitlines()[0]

    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """Return what a caller gives beside ``actor`` and ``at``, with resolved annotations."""
        hints = hints_of(self.function)
        given = inspect.signature(self.function).parameters
        return {n: p.replace(annotation=hints[n]) for n, p in given.items() if n not in ("actor", "at")}


def hints_of(thing: Any) -> dict[str, Any]:
    """Return resolved annotations; rows of other apps, which are imported for type checkers only, are known by name."""
    rows = {model.__name__: model for model in apps.get_models()}
    return get_type_hints(thing, globalns=rows | vars(sys.modules[thing.__module__]))


_registry: dict[str, Act] = {}


def registry() -> dict[str, Act]:
    """Return every act by name."""
    return dict(sorted(_registry.items()))


def act(
    *, may: str, records: EventKind | tuple[EventKind, ...], subject: str | None = None
) -> Callable[[Function], Function]:
    """Make a function an act. ``subject`` names the argument that is locked, re-read and asked for permission."""

    def enter(function: Function) -> Function:
        kinds = records if isinstance(records, tuple) else (records,)

        @wraps(function)
        def run(**given: Any) -> Any:
            return _until_done(entry, given)

        entry = Act(function.__name__, function, may, kinds, subject, run)
        if _registry.setdefault(entry.name, entry) is not entry:
            raise ValueError(f"act {entry.name} stands twice")
        return cast(Function, run)

    return enter


def _until_done(entry: Act, given: dict[str, Any]) -> Any:
    for attempt in range(ATTEMPTS):
        try:
            return _once(entry, dict(given))
        except OperationalError as error:
            code = getattr(error.__cause__, "sqlstate", "")
            if code not in RETRY or attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable: the last attempt returns or raises")


def _once(entry: Act, given: dict[str, Any]) -> Any:
    actor: Actor = given["actor"]
    with transaction.atomic(durable=True):
        stand_behind(actor)
        earlier = submissions.claim(entry.name, actor)
        if earlier is not None:
            return earlier
        if entry.subject:
            given[entry.subject] = _locked(given[entry.subject], entry.may)
        refuse_unless(actor, entry.may, given.get(entry.subject or ""))
        with ledger() as book:
            result = _done(entry, given)
            if not book.events:
                raise SilentAct(entry.name)
            submissions.settle(result)
            post(book.events, actor)
    return result


def _done(entry: Act, given: dict[str, Any]) -> Any:
    """What the law cannot count or answer with the input given, such as a day beyond the calendar, is bad input."""
    try:
        return entry.function(**given)
    except Refusal as error:
        raise Invalid(error.sentence) from error


def _locked(subject: models.Model, permission: str) -> models.Model:
    fresh = locked_or_none(type(subject), subject.pk)
    if fresh is None:
        # a row behind a wall is answered like one that does not exist
        raise Refused(permission)
    for name in getattr(subject, "STEADY", ()):
        _take_along(name, subject, fresh)
    seen = submissions.seen_version()
    if seen is not None and getattr(fresh, "version", seen) != seen:
        raise StaleVersion(fresh, seen)
    return fresh


def _take_along(name: str, subject: models.Model, fresh: models.Model) -> None:
    kept = subject._state.fields_cache.get(name)
    if kept is not None and kept.pk == getattr(fresh, f"{name}_id"):
        setattr(fresh, name, kept)
