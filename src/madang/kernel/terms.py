"""The glossary: one English word for one statutory term, used by programmers and readers alike."""

from dataclasses import dataclass
from functools import cache

from madang.kernel.package_data import toml_table
from madang.kernel.words import Words


class NoSuchTerm(LookupError):
    """The glossary has no such identifier or Korean term."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        self.sentence = Words(f"용어집에 없는 말입니다: {asked}", f"not in the glossary: {asked}")
        super().__init__(self.sentence.en)


@dataclass(frozen=True, slots=True)
class Term:
    """One term: the identifier in code, the words people read, and what they mean."""

    identifier: str
    words: Words
    meaning: Words


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the glossary."""
    table = toml_table("madang.kernel", "terms.toml")
    return tuple(
        Term(identifier, Words(row["ko"], row["en"]), Words(row["meaning_ko"], row["meaning_en"]))
        for identifier, row in table.items()
    )


def term(identifier: str) -> Term:
    """The term of an English identifier.

    Raises:
        NoSuchTerm: the glossary does not have it.

    >>> term("interim_permit").words.ko
    '임시허가'
    """
    return _found(_by_identifier(), identifier)


def term_of(korean: str) -> Term:
    """The term of a Korean word.

    Raises:
        NoSuchTerm: the glossary does not have it.

    >>> term_of("실증특례").identifier
    'exemption'
    """
    return _found(_by_korean(), korean)


def _found(table: dict[str, Term], asked: str) -> Term:
    if asked not in table:
        raise NoSuchTerm(asked)
    return table[asked]


@cache
def _by_identifier() -> dict[str, Term]:
    return {term.identifier: term for term in terms()}


@cache
def _by_korean() -> dict[str, Term]:
    return {term.words.ko: term for term in terms()}
