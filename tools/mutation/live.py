"""Puts a change into a kernel that is loaded: the code of its functions is exchanged, what was kept is forgotten."""

import functools
import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

from tools.mutation.changes import Change, Scope

#: tables read from files, which no change of a rule alters
KEPT = ("toml_table", "toml_chapters")


class NotInPlace(Exception):
    """The functions that are loaded cannot take the changed code."""


def functions(folder: Path) -> dict[tuple[str, str, int], list[FunctionType]]:
    """The functions that are loaded from a folder, by file, name and first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__.co_filename.startswith(str(folder)):
            code = one.__code__
            key = (code.co_filename, code.co_name, code.co_firstlineno)
            found.setdefault(key, []).append(one)
    return found


def caches() -> list["functools._lru_cache_wrapper[object]"]:
    """What functions of the kernel keep between calls."""
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, functools._lru_cache_wrapper)
        and (one.__module__ or "").startswith("madang.")
        and one.__name__ not in KEPT
    ]


def exchange(
    change: Change,
    source: bytes,
    file: str,
    loaded: dict[tuple[str, str, int], list[FunctionType]],
) -> None:
    """Let the functions around a change run the changed code.

    Raises:
        NotInPlace: there is no such function, or it closes over other names now.
    """
    module = compile(change.made(source), file, "exec", dont_inherit=True)
    exchanged = 0
    for scope in change.scopes:
        new = next((code for code in _codes(module) if _is(code, scope)), None)
        for one in loaded.get((file, *scope[:2]), ()):
            if not _is(one.__code__, scope):
                continue
            try:
                one.__code__ = new  # type: ignore[assignment]
            except (ValueError, TypeError) as error:
                raise NotInPlace(change.where) from error
            exchanged += 1
    if not exchanged:
        raise NotInPlace(change.where)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _is(code: CodeType, scope: Scope) -> bool:
    name, line, begins = scope
    if (code.co_name, code.co_firstlineno) != (name, line):
        return False
    return begins is None or _beginning(code) == begins


def _beginning(code: CodeType) -> tuple[int, int]:
    """Line and column of the first thing in a code, its own entry left out."""
    places = ((line, column) for line, _, column, until in code.co_positions() if column is not None and until)
    return min((place for place in places if place[0] is not None), default=(0, 0))
