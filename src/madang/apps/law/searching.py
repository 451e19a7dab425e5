"""Finding rules and deadlines by number, article or word."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from madang.kernel.statutes.addresses import article_asked
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.statutes.laws import laws
from madang.kernel.statutes.matters import matters
from madang.kernel.statutes.rules import rule_ids, rule_info

MOST_LETTERS = 60
_ENGLISH_ARTICLE = re.compile(r"\bart(?:icle)?\.?\s*\d+(?:-\d+)?(?:\(\d+\))*")


def asked(text: str) -> str:
    """The words of a search as they are looked for: in one Unicode form, without case, not too long."""
    return unicodedata.normalize("NFKC", text)[:MOST_LETTERS].strip()


def rules_found(text: str) -> Sequence[str]:
    """The ids of the rules in which every word occurs, in the order of the dossier."""
    wanted = _wanted(text)
    return [rule_id for rule_id in rule_ids() if _holds(_rule_text(rule_id), wanted)] if wanted else []


def clocks_found(text: str) -> Sequence[Clock]:
    """The clocks in which every word occurs, first those whose own words hold them; subject and rule count too."""
    wanted = _wanted(text)
    if not wanted:
        return []
    found = [clock(key) for key in clock_rule_ids() if _holds(_clock_text(key), wanted)]
    return sorted(found, key=lambda one: not _holds(" ".join([one.rule_id, *one.words]).casefold(), wanted))


def _wanted(text: str) -> list[str]:
    plain = asked(text).casefold().replace("「", " ").replace("」", " ")
    return [*_ENGLISH_ARTICLE.findall(plain), *map(article_asked, _ENGLISH_ARTICLE.sub(" ", plain).split())]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(_occurs(word, text) for word in wanted)


def _occurs(word: str, text: str) -> bool:
    """Whether a word occurs; an English article only as a whole, so that Art. 7 does not find Art. 75."""
    found = _ENGLISH_ARTICLE.fullmatch(word)
    if found is None:
        return word in text
    number = re.escape(re.sub(r"^art(icle)?\.?\s*", "", word))
    return re.search(rf"art\. {number}(?![\d-])", text) is not None


@cache
def _rule_text(rule_id: str) -> str:
    info = rule_info(rule_id)
    stands = [
        f"{laws()[p.law].name.ko} {laws()[p.law].name.en} {p.article} {article_in_english(p.article)}"
        for p in info.provisions
    ]
    return " ".join([rule_id, *info.statement, *stands]).casefold()


@cache
def _clock_text(clock_id: str) -> str:
    found, rule_id = clock(clock_id), clock_id.partition(".")[0]
    subject = matters().get(found.matter)
    rule = _rule_text(rule_id) if rule_id in rule_ids() else ""
    names = [*subject.name, *subject.asks] if subject else []
    return " ".join([clock_id, *found.words, *found.start, *names, rule]).casefold()
