"""Where a rule stands: the law, the article and the version that was in force.

An article is kept as Korean law writes it (``제75조제2항``); the English form is derived.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from madang.kernel.words import Words

_ARTICLE = re.compile(r"제(\d+)조(?:의(\d+))?((?:제\d+항)*)(?:제(\d+)호)?")
_PARAGRAPH = re.compile(r"제(\d+)항")


@lru_cache(maxsize=1024)
def article_in_english(article: str) -> str:
    """Write an article the English way.

    >>> article_in_english("제74조의2제1항제3호")
    'Art. 74-2(1) no. 3'
    >>> article_in_english("부칙 제2조, 제3조")
    'Addenda Art. 2, Art. 3'
    >>> article_in_english("제20236호 부칙 제3조(종전 제86조제6항)"), article_in_english("제85조제4항ㆍ제5항")
    ('No. 20236 Addenda Art. 3 (former Art. 86(6))', 'Art. 85(4), (5)')
    """
    text = article.replace("부칙", "Addenda").replace("별지 ", "").replace("부터", " to").replace("까지", "")
    text = re.sub(r"제(\d+)호서식", r"Form \1", text)
    text = re.sub(r"제(\d+)호 (?=Addenda)", r"No. \1 ", text).replace("(종전 ", " (former ")
    # What is left are further paragraphs of the article before them.
    return _PARAGRAPH.sub(r"(\1)", _ARTICLE.sub(_english_article, text)).replace("ㆍ", ", ")


def _english_article(found: "re.Match[str]") -> str:
    number, branch, paragraphs, item = found.groups()
    text = f"Art. {number}" + (f"-{branch}" if branch else "")
    text += "".join(f"({p})" for p in _PARAGRAPH.findall(paragraphs or ""))
    return text + (f" no. {item}" if item else "")


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision in one version.

    ``version`` is ``number@day in force`` (``20236@2024-08-07``), or empty when the dossier names no version.

    >>> act = Words("지역특구법", "Regional Special Zones Act")
    >>> print(Citation(act, "제75조제2항", "20236@2024-08-07").words.en)
    Regional Special Zones Act, Art. 75(2) (No. 20236, in force 2024-08-07)
    """

    law: Words
    article: str
    version: str = ""

    @property
    def words(self) -> Words:
        """The citation as people read it."""
        version = self.version_words
        return Words(
            f"「{self.law.ko}」 {self.article}".strip() + (f" ({version.ko})" if version.ko else ""),
            f"{self.law.en}, {article_in_english(self.article)}".rstrip(", ")
            + (f" ({version.en})" if version.en else ""),
        )

    @property
    def version_words(self) -> Words:
        """The version alone; empty words when none is named."""
        return version_words(self.version)

    def to_json(self) -> dict[str, Any]:
        return {"law": list(self.law), "article": self.article, "version": self.version}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Citation":
        return cls(Words(*data["law"]), data["article"], data["version"])


def version_words(version: str) -> Words:
    """A version as people read it; empty words for none.

    >>> version_words("20236@2024-08-07").en
    'No. 20236, in force 2024-08-07'
    """
    number, _, since = version.partition("@")
    if not since:
        return Words(number, number)
    if not number:
        return Words(f"{since} 시행", f"in force {since}")
    return Words(f"제{number}호, {since} 시행", f"No. {number}, in force {since}")
