"""Lists of what a plan, an application or a gazette notice must contain, by day, each item with a stable key."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, either
from madang.kernel.statutes.refusals import NoSuchRule
from madang.kernel.statutes.registry import rule_info
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``needed_if`` names the fact that says whether it is needed at all; empty for always."""

    key: str
    words: Words
    citation: Citation
    needed_if: str = ""


def checklist_ids() -> tuple[str, ...]:
    """The rules that have a checklist."""
    return tuple(data("checklists"))


@lru_cache(maxsize=1024)
def checklist(rule_id: str, *, on: date) -> tuple[Item, ...]:
    """The items of a rule's checklist as they stood on a day.

    Raises:
        NoSuchRule: the rule has no checklist.
        NotInForce: the rule did not exist on that day.

    >>> len(checklist("PLN-01", on=date(2025, 1, 1))), len(checklist("DES-07", on=date(2021, 7, 20)))
    (10, 10)
    """
    table = data("checklists")
    if rule_id not in table:
        raise NoSuchRule(rule_id)
    citation = rule_info(rule_id).citation_on(on)
    return tuple(
        Item(row["key"], Words(row["ko"], row["en"]), citation, row.get("needed_if", ""))
        for row in table[rule_id]["items"]
        if row.get("from", date.min) <= on
    )


def all_present(facts: Facts, rule_id: str, name: str) -> Finding:
    """Whether the keys stated under a fact cover the checklist; the value names the items that are lacking."""
    items = checklist(rule_id, on=facts.on)
    present = facts.keys(name)
    absent = [item for item in items if item.key not in present]
    lacking = [item for item in absent if not item.needed_if or facts.said(item.needed_if)]
    if not lacking:
        open_questions = [item.needed_if for item in absent if not facts.has(item.needed_if)]
        if open_questions:
            raise MissingFacts(open_questions)
    ko, en = "; ".join(item.words.ko for item in lacking), "; ".join(item.words.en for item in lacking)
    yes = Words("필요한 항목이 모두 있습니다.", "every item that is needed is there.")
    no = Words(f"빠진 항목이 있습니다: {ko}.", f"items are lacking: {en}.")
    return either(not lacking, yes, no, tuple(item.key for item in lacking))
