"""Asking again what was asked before: an answer that was stored with its case, from the inputs stored with it."""

from collections.abc import Mapping
from typing import Any

from madang.kernel.statutes.answers import Answer, Asked
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words


class NothingToReplay(Refusal, LookupError):
    """The stored answer does not say what it was asked with."""

    def __init__(self, rule_id: str) -> None:
        self.rule_id = rule_id
        super().__init__(
            Words(
                f"{rule_id}: 무엇을 근거로 물었는지 남아 있지 않아 다시 판정할 수 없습니다.",
                f"{rule_id}: cannot be asked again, because what it was asked with was not kept.",
            )
        )


def replay(stored: Mapping[str, Any]) -> Answer:
    """Ask the rule of a stored answer again, with the same facts and the same two days.

    With the same texts and the same holidays the new answer is the old one, byte by byte. When either has changed
    since, ``asked`` of both says so.

    Raises:
        NothingToReplay: the stored answer has no inputs.
        Refusal: the rule refuses today what it answered then; see ``rules.evaluate``.

    >>> from datetime import date
    >>> first = evaluate("ZC-01", {"committee_size": 40}, on=date(2021, 7, 20))
    >>> replay(first.to_json()) == first
    True
    """
    if not stored.get("asked"):
        raise NothingToReplay(stored["rule_id"])
    asked = Asked.from_json(stored["asked"])
    return evaluate(stored["rule_id"], asked.facts, on=asked.on, known_on=asked.known_on)


def replays(stored: Mapping[str, Any]) -> bool:
    """Whether asking again gives the same bytes."""
    return canonical_json(replay(stored).to_json()) == canonical_json(stored)
