"""The register of the kinds of question: what each needs, what it may take, and the fields it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from typing import Any

from madang.kernel.statutes.questions.asked import Asked, Lacking, WrongQuestion
from madang.kernel.words import Words

Found = dict[str, Any]
Answering = Callable[[Asked], Found]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question. ``needs`` and ``may`` are names of facts, ``gives`` the fields of the answer."""

    name: str
    words: Words
    needs: tuple[str, ...]
    may: tuple[str, ...]
    gives: tuple[str, ...]
    rules: tuple[str, ...]
    function: Answering


KINDS: dict[str, Kind] = {}
#: Facts every question may carry: the kind itself.
KIND = "kind"


def question(
    name: str, words: Words, *, needs: str, may: str = "", gives: str, rules: str
) -> Callable[[Answering], Answering]:
    """Register a function as the answer to a kind of question; names are given as words in one text."""

    def register(function: Answering) -> Answering:
        KINDS[name] = Kind(
            name=name,
            words=words,
            needs=tuple(needs.split()),
            may=tuple(may.split()),
            gives=tuple(gives.split()),
            rules=tuple(rules.split()),
            function=function,
        )
        return function

    return register


def found_fields(facts: object) -> Found:
    """Every field that answers a question; a field that cannot be told is ``Lacking``.

    Raises:
        WrongQuestion: the kind is unknown, or a fact is misspelt, of the wrong type or impossible.
        FactsMissing: facts without which nothing can be answered were not stated.
        Refusal: other refusals of the kernel, such as a day outside the table of holidays.
    """
    asked = Asked(facts)
    kind = kind_of(asked)
    asked.only((KIND, *kind.needs, *kind.may))
    asked.require(*kind.needs)
    try:
        return kind.function(asked)
    except OverflowError as error:
        raise WrongQuestion(
            Words("달력이 미치지 않는 날까지 셉니다.", "the count runs past the end of the calendar")
        ) from error


def kind_of(asked: Asked) -> Kind:
    """The kind a question names."""
    name = asked.value(KIND)
    if isinstance(name, str) and name in KINDS:
        return KINDS[name]
    near = next(iter(get_close_matches(str(name), KINDS, 1)), "")
    hint = Words(f" ‘{near}’을 뜻하십니까?", f" Is “{near}” meant?") if near else Words("", "")
    raise WrongQuestion(
        Words(
            f"그런 종류의 질문은 없습니다: {name}.{hint.ko}",
            f"there is no kind of question “{name}”.{hint.en}",
        )
    )


def written(value: Any) -> Any:
    """A field as JSON data: days and instants as ISO text; what cannot be told is null."""
    if isinstance(value, Lacking):
        return None
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        return _number(value)
    if isinstance(value, dict):
        return {name: written(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    return value


def _number(value: Decimal | float) -> int | float | str:
    """A number as JSON has them; what is none is written out."""
    if not isfinite(value):
        return str(value)
    return int(value) if value == int(value) else float(value)
