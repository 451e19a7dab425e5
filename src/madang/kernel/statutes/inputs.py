"""Which facts a rule reads, so that a form, a command or a program can ask for them before asking the rule.

The facts are read off the rule's own code: every name of a fact that the function, or a function it calls, or a
table it looks up, mentions. A test asks every rule and compares.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.facts import Kind, fact_kind, fact_label, fact_names
from madang.kernel.statutes.registry import RuleFunction, function_of, rule_info
from madang.kernel.words import Words

_LAW = "madang.kernel.statutes."


@dataclasses.dataclass(frozen=True, slots=True)
class FactAsked:
    """One fact a rule may ask for. ``kind`` says what a value looks like, see ``facts.Kind``."""

    name: str
    kind: Kind
    label: Words


def facts_of(rule_id: str) -> tuple[FactAsked, ...]:
    """The facts a rule may read, in the order of the register of facts; none for a rule that is refused.

    Raises:
        NoSuchRule: no rule has that id.

    >>> [(fact.name, fact.kind) for fact in facts_of("PLN-08")]
    [('hearing_on', 'day'), ('hearing_announced_on', 'day')]
    """
    rule_info(rule_id)
    function = function_of(rule_id)
    return () if function is None else _facts_read_by(function)


@cache
def _facts_read_by(function: RuleFunction) -> tuple[FactAsked, ...]:
    said = set(_strings(function, set()))
    said |= {row["needed_if"] for key in said for row in _items(key) if "needed_if" in row}
    return tuple(FactAsked(name, fact_kind(name), fact_label(name)) for name in fact_names() if name in said)


@cache
def names_of(rule_id: str) -> frozenset[str]:
    """The names of the facts a rule may read; to be asked only of a rule that has its function."""
    return frozenset(fact.name for fact in facts_of(rule_id))


def unknown_facts(rule_id: str, given: Iterable[str]) -> tuple[str, ...]:
    """Names that are no fact of the register: a slip of the pen, which a door must not pass over in silence.

    Raises:
        NoSuchRule: no rule has that id.

    >>> unknown_facts("PLN-08", ["hearing_on", "hearing_anounced_on"])
    ('hearing_anounced_on',)
    """
    rule_info(rule_id)
    return tuple(name for name in given if name not in _known())


def unread_facts(rule_id: str, given: Iterable[str]) -> tuple[str, ...]:
    """Facts of the register that this rule does not read; they change nothing in its answer.

    >>> unread_facts("PLN-08", ["hearing_on", "zone_name"])
    ('zone_name',)
    """
    return tuple(name for name in given if name in _known() and name not in names_of(rule_id))


@cache
def _known() -> frozenset[str]:
    return frozenset(fact_names())


def _items(rule_id: str) -> Iterable[Mapping[str, str]]:
    rows: Iterable[Mapping[str, str]] = data("checklists").get(rule_id, {}).get("items", ())
    return rows


def _strings(value: object, seen: set[int]) -> Iterator[str]:
    """Every text that a function or a value of the law's modules holds, functions it calls included."""
    if isinstance(value, str):
        yield value
        return
    if id(value) in seen:
        return
    seen.add(id(value))
    for part in _parts(value):
        yield from _strings(part, seen)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, FunctionType):
        return _parts_of_function(value)
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    if isinstance(value, tuple | list | set | frozenset):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return ()


def _parts_of_function(function: FunctionType) -> Iterator[object]:
    # The engine itself is about all facts; only chapters, and what is handed to the engine, speak of single ones.
    if not function.__module__.startswith(_LAW):
        return
    for cell in function.__closure__ or ():
        yield cell.cell_contents
    yield from function.__defaults__ or ()
    for code in _codes(function.__code__):
        yield from (constant for constant in code.co_consts if not isinstance(constant, CodeType))
        yield from (function.__globals__[name] for name in code.co_names if name in function.__globals__)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
