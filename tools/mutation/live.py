"""Puts a change into a kernel that is loaded, in a process of its own.

A change inside of functions exchanges their code. A change outside of functions lets the module run again, and hands
what it made to the modules that hold what it had made before.
"""

import functools
import gc
import sys
from collections.abc import Iterator
from types import CodeType, FunctionType

from madang.kernel.statutes import registry
from tools.mutation.changes import Change, Scope

#: tables read from files, which no change of a rule alters
KEPT = ("toml_table", "toml_chapters")
#: functions by file, name and first line
Loaded = dict[tuple[str, str, int], list[FunctionType]]


class NotInPlace(Exception):
    """What is loaded cannot take the change."""


class Renewed(dict[str, registry.RuleFunction]):
    """The functions of the rules, which may be given anew."""

    def __contains__(self, rule_id: object) -> bool:
        return False


def functions(folder: str) -> Loaded:
    """The functions that are loaded from a folder."""
    found: Loaded = {}
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__.co_filename.startswith(folder):
            code = one.__code__
            found.setdefault((code.co_filename, code.co_name, code.co_firstlineno), []).append(one)
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


def exchange(text: bytes, file: str, change: Change, loaded: Loaded) -> None:
    """Let the functions around a change run their changed code; ``text`` is the changed module.

    Raises:
        NotInPlace: there is no such function, or it closes over other names now.
    """
    module = compile(text, file, "exec", dont_inherit=True)
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


def run_again(text: bytes, file: str, name: str) -> None:
    """Run a module again from a text; whoever took something from it by its name gets the new one."""
    module = vars(sys.modules[name])
    before = dict(module)
    registry._functions = Renewed(registry._functions)
    exec(compile(text, file, "exec", dont_inherit=True), module)
    for other in [vars(one) for at, one in list(sys.modules.items()) if at.startswith(("madang.", "tests."))]:
        for key, value in list(other.items()):
            if not key.startswith("__") and key in before and value is before[key]:
                other[key] = module[key]


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
    places = [
        (line, column)
        for line, _, column, until in code.co_positions()
        if line and column is not None and until
    ]
    return min(places, default=(0, 0))
