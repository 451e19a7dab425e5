"""The register of rules: what each says, where it stands, and the function that is its meaning.

A rule function reads facts and returns a finding; ``asking`` turns that into an answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import Finding
from madang.kernel.statutes.refusals import NoSuchRule, NotInForce, NotYetKnown
from madang.kernel.statutes.standing import Provision, Standing, standing_on
from madang.kernel.words import Words

#: The name under which the day of the case is asked for, when it is not known well enough.
CASE_DAY = "case_on"

RuleFunction = Callable[[Facts], Finding]
_functions: dict[str, RuleFunction] = {}

WHY_NOT = {
    "power": Words(
        "재량에 맡겨진 권한이므로 사실만으로 판정하지 않습니다.",
        "a power left to discretion: no fact decides it.",
    ),
    "principle": Words(
        "원칙을 정한 규정이므로 개별 사실로 판정하지 않습니다.", "a principle: single facts do not decide it."
    ),
    "unread": Words(
        "세부 항목의 원문을 모두 확인하지 못하여 판정하지 않습니다.",
        "its items were not all read: it is not computed.",
    ),
    "no_statute": Words(
        "법령에 정함이 없어 운영하는 곳이 정할 사항이므로 판정하지 않습니다.",
        "laid down in no statute and set by whoever runs it: nothing to judge by law.",
    ),
    "counting": Words(
        "기간을 세는 방법이므로 기한을 계산할 때 적용하고 따로 판정하지 않습니다.",
        "a way of counting: it is applied where a due date is counted and not judged by itself.",
    ),
    "practice": Words(
        "법령이 아니라 실무의 안내이므로 판정하지 않습니다.",
        "guidance of practice, not law: it is not judged.",
    ),
    "penalty": Words(
        "형벌이므로 법원이 정하며 여기서 판정하지 않습니다.",
        "a penalty: the courts decide it, not the facts alone.",
    ),
}


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One rule of the register. ``refused`` says why it is not computed, empty when it is."""

    id: str
    statement: Words
    provisions: tuple[Provision, ...]
    confidence: str
    refused: str

    def citation_on(self, day: date, known_on: date | None = None) -> Citation:
        """The provision of a day, to the knowledge of another; raises as ``standing_on``."""
        return self.standing_on(day, known_on).citation

    def standing_on(self, day: date, known_on: date | None = None) -> Standing:
        """Where the rule stands on a day, to the knowledge of another (None: all that is known).

        Raises:
            NotInForce: the rule did not exist yet (NotYetKnown: nobody could know then that it would).
        """
        found = standing_on(self.provisions, day, known_on)
        if found is not None:
            return found
        since = self.provisions[0].first_on
        if since <= day and known_on is not None:
            raise NotYetKnown(self.id, day, known_on, since)
        raise NotInForce(self.id, day, since)


def rule(rule_id: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as the meaning of a rule of the table.

    Raises:
        NoSuchRule: the table has no such rule.
        ValueError: the rule is refused there, or has a function already.
    """
    info = rule_info(rule_id)

    def register(function: RuleFunction) -> RuleFunction:
        if info.refused or rule_id in _functions:
            raise ValueError(f"{rule_id} cannot be given a function")
        _functions[rule_id] = function
        return function

    return register


def rule_ids() -> tuple[str, ...]:
    """Every rule of the register, refused ones included, in the order of the dossier."""
    return tuple(_infos())


def is_rule(rule_id: str) -> bool:
    """Whether the register has a rule of that id."""
    return rule_id in _infos()


def computable_rule_ids() -> tuple[str, ...]:
    """The rules that have a function."""
    return tuple(rule_id for rule_id in _infos() if rule_id in _functions)


def meaning_of(rule_id: str) -> RuleFunction:
    """The function that is the meaning of a rule that is not refused; the registry's own test sees that it has one."""
    return _functions[rule_id]


def function_of(rule_id: str) -> RuleFunction | None:
    """The function that is the meaning of a rule; None when the rule is refused."""
    return _functions.get(rule_id)


def rule_info(rule_id: str) -> RuleInfo:
    """What a rule says and where it stands.

    Raises:
        NoSuchRule: no rule has that id.

    >>> rule_info("DES-03").citation_on(date(2025, 1, 2)).article
    '제44조제1항'
    """
    found = _infos().get(rule_id)
    if found is None:
        raise NoSuchRule(rule_id)
    return found


@cache
def _infos() -> dict[str, RuleInfo]:
    return {rule_id: _info(rule_id, row) for rule_id, row in data("rules").items()}


def _info(rule_id: str, row: Mapping[str, Any]) -> RuleInfo:
    provisions = tuple(Provision(law, article, day) for law, article, day in row["provisions"])
    return RuleInfo(
        rule_id, Words(row["ko"], row["en"]), provisions, row.get("confidence", "T"), row.get("refused", "")
    )
