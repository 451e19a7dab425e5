"""A sentence or label in both languages: Korean is the source, English stands beside it."""

from typing import NamedTuple


class Words(NamedTuple):
    """One text in Korean and English.

    >>> Words("지정", "Designated").in_("en")
    'Designated'
    """

    ko: str
    en: str

    def in_(self, language: str) -> str:
        """Return the text for a language code; anything but English reads Korean."""
        return self.en if language.startswith("en") else self.ko

    def filled(self, **facts: object) -> "Words":
        """Return the words with ``{name}`` places filled; a fact that is Words speaks each language.

        >>> Words("{what} 없음", "no {what}").filled(what=Words("점수", "score")).en
        'no score'
        """
        ko = {name: fact.ko if isinstance(fact, Words) else fact for name, fact in facts.items()}
        en = {name: fact.en if isinstance(fact, Words) else fact for name, fact in facts.items()}
        return Words(self.ko.format(**ko), self.en.format(**en))
