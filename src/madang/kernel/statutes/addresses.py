"""Where an article stands in the national law database, and how people ask for it."""

import re
from urllib.parse import quote

from madang.kernel.statutes.citations import Citation

LAW_DATABASE = "https://www.law.go.kr/법령"
_ARTICLE = re.compile(r"제\d+조(?:의\d+)?")
_ASKED = re.compile(r"제?(\d+조.*)")
_ADDENDA = "부칙"


def address_of(citation: Citation) -> str:
    """The page of the article; of the whole law where the citation names no article of its body.

    >>> from madang.kernel.words import Words
    >>> address_of(Citation(Words("민법", "Civil Code"), "제161조")).rpartition("/")[2] == quote("제161조")
    True
    """
    law = quote(citation.law.ko.replace(" ", ""))
    article = _ARTICLE.search(citation.article)
    if article is None or _ADDENDA in citation.article:
        return f"{LAW_DATABASE}/{law}"
    return f"{LAW_DATABASE}/{law}/{quote(article.group())}"


def article_asked(word: str) -> str:
    """An article as the texts write it, from how people ask for it; any other word stays.

    >>> article_asked("75조제2항"), article_asked("제75조"), article_asked("공청회")
    ('제75조제2항', '제75조', '공청회')
    """
    found = _ASKED.fullmatch(word)
    return f"제{found[1]}" if found else word
