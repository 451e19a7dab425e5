"""The subjects under which people look for rules and deadlines, in the order of the work."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from madang.kernel.package_data import toml_chapters, toml_table
from madang.kernel.statutes.chapters import CHAPTERS
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.words import Words

_PACKAGE = "madang.kernel.statutes"


@dataclass(frozen=True, slots=True)
class Matter:
    """One subject: its name, what people come with, its rules and its clocks, by their ids in the order of the dossier."""

    key: str
    name: Words
    asks: Words
    rule_ids: tuple[str, ...]
    clock_ids: tuple[str, ...]


@cache
def matters() -> dict[str, Matter]:
    """Every subject by its key.

    >>> matters()["designation"].name.en
    'Consultation and designation'
    """
    found: dict[str, list[str]] = {}
    for clock_id in clock_rule_ids():
        found.setdefault(clock(clock_id).matter, []).append(clock_id)
    return {key: _matter(key, row, found.get(key, [])) for key, row in _table()["matters"].items()}


def _matter(key: str, row: dict[str, Any], clock_ids: list[str]) -> Matter:
    rules = toml_chapters(_PACKAGE, "rules", (key,)) if key in CHAPTERS else {}
    return Matter(key, Words(row["ko"], row["en"]), Words(*row["asks"]), tuple(rules), tuple(clock_ids))


@cache
def _matter_by_rule() -> dict[str, str]:
    return {rule_id: matter.key for matter in matters().values() for rule_id in matter.rule_ids}


def matter_of_rule(rule_id: str) -> Matter | None:
    """The subject of a rule; None for a rule of no chapter.

    >>> matter_of_rule("DES-03").key
    'designation'
    """
    key = _matter_by_rule().get(rule_id)
    return matters()[key] if key else None


@dataclass(frozen=True, slots=True)
class Succession:
    """Rules that follow each other, oldest first; ``name`` says which day decides between them."""

    name: Words
    rule_ids: tuple[str, ...]


def succession_of(rule_id: str) -> Succession | None:
    """The succession in which a rule stands; None for a rule that stands alone.

    >>> succession_of("EX-14").rule_ids
    ('EX-13', 'EX-14')
    """
    row = next((row for row in _table()["successions"] if rule_id in row["rules"]), None)
    return Succession(Words(row["ko"], row["en"]), tuple(row["rules"])) if row else None


def asked_often() -> tuple[Clock, ...]:
    """The clocks that are asked for most."""
    return tuple(clock(clock_id) for clock_id in _table()["often"])


def _table() -> dict[str, Any]:
    return toml_table(_PACKAGE, "matters.toml")
