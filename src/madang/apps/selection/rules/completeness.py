"""Which items a plan has and which its call asks for: each with its article, met or not met.

The call's own list (practice) decides what a submission needs. The Act's and the Decree's lists (PLN-01, PLN-02)
are shown beside it, because the application for designation will need them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from madang.apps.selection.models import Call
from madang.kernel.statutes.checklists import Item, checklist

ACT_LIST, DECREE_LIST = "PLN-01", "PLN-02"
#: an item of the Act that is nothing but the Decree's whole list: met when that list is
COMPOSED = "decree_items"
_FIRST_DAY = date(2019, 4, 17)


@dataclass(frozen=True)
class ItemCheck:
    """One item: whether it is written, whether this call asks for it, and whether the law needs it only sometimes."""

    item: Item
    rule_id: str
    met: bool
    required: bool

    @property
    def lacking(self) -> bool:
        """Asked for and not there."""
        return self.required and not self.met


def known_items() -> tuple[str, ...]:
    """Every key that can be written in a plan."""
    return tuple(item.key for _, item in items_on(None) if item.key != COMPOSED)


def default_items() -> tuple[str, ...]:
    """What a call asks for unless it says otherwise: the items of the Act, without the Decree's list."""
    return tuple(item.key for rule_id, item in items_on(None) if rule_id == ACT_LIST and item.key != COMPOSED)


def items_on(day: date | None) -> list[tuple[str, Item]]:
    """The items of both lists as they stood on a day (None: when the Act came into force), with their rule."""
    on = max(day, _FIRST_DAY) if day else _FIRST_DAY
    return [(rule_id, item) for rule_id in (ACT_LIST, DECREE_LIST) for item in checklist(rule_id, on=on)]


def written_keys(items: Mapping[str, str]) -> set[str]:
    """The keys under which something is written; the composed item stands when the Decree's list is complete."""
    keys = {key for key, text in items.items() if text.strip()}
    decree = {item.key for rule_id, item in items_on(None) if rule_id == DECREE_LIST and not item.needed_if}
    return keys | {COMPOSED} if decree <= keys else keys - {COMPOSED}


def completeness(call: Call, items: Mapping[str, str], day: date | None) -> list[ItemCheck]:
    """Every item of the lists of the day with what is written and what the call asks for, in the law's order."""
    written = written_keys(items)
    return [
        ItemCheck(item, rule_id, item.key in written, item.key in call.required_items)
        for rule_id, item in items_on(day)
    ]
