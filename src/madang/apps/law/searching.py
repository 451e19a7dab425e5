"""Finding rules and deadlines by number, article or word."""

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


def asked(text: str) -> str:
    """The words of a search as they are looked for: in one Unicode form, without case, not too long."""
    return unicodedata.normalize("NFKC", text)[:MOST_LETTERS].strip()


def rules_found(text: str) -> Sequence[str]:
    """The ids of the rules in which every word occurs, in the order of the dossier."""
    wanted = _wanted(text)
    return [rule_id for rule_id in rule_ids() if _holds(_rule_text(rule_id), wanted)] if wanted else []


def clocks_found(text: str) -> Sequence[Clock]:
    """The clocks in which every word occurs; the words of their subject and rule count too."""
    wanted = _wanted(text)
    return [clock(key) for key in clock_rule_ids() if _holds(_clock_text(key), wanted)] if wanted else []


def _wanted(text: str) -> list[str]:
    return [
        article_asked(word) for word in asked(text).casefold().replace("「", " ").replace("」", " ").split()
    ]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)


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
