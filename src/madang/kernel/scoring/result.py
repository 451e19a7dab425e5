"""The official result as values: what each plan got, step by step, and what is still undecided."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from madang.kernel.scoring.exact import Step, plain
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.scoring.sheets import PlanSheets
from madang.kernel.words import Words

NO_REASON = Words("", "")


@dataclass(frozen=True, slots=True)
class PlanResult:
    """The result of one plan. None means not known yet, never no.

    Scores are out of 100: ``paper``, ``presentation`` and ``total`` (before bonus) are shown to six places
    where they have no finite decimal (the steps hold them exactly); ``final`` is rounded once by the rule.
    """

    plan: str
    steps: tuple[Step, ...]
    missing: tuple[Words, ...] = ()
    paper: Decimal | None = None
    presentation: Decimal | None = None
    total: Decimal | None = None
    bonus: Decimal | None = None
    final: Decimal | None = None
    passed: bool | None = None
    rank: int | None = None
    tie_steps: tuple[Step, ...] = ()
    shortlisted: bool | None = None
    reason: Words = NO_REASON

    def to_json(self) -> dict[str, Any]:
        """Return the plan's result for a record."""
        numbers = {name: getattr(self, name) for name in ("paper", "presentation", "total", "bonus", "final")}
        return {
            "plan": self.plan,
            "steps": [one.to_json() for one in self.steps],
            "missing": [one._asdict() for one in self.missing],
            **{name: None if value is None else plain(value) for name, value in numbers.items()},
            "passed": self.passed,
            "rank": self.rank,
            "tie_steps": [one.to_json() for one in self.tie_steps],
            "shortlisted": self.shortlisted,
            "reason": self.reason._asdict(),
        }


@dataclass(frozen=True, slots=True)
class UnresolvedTie:
    """Plans that the whole tie chain leaves equal. ``at_cut``: the shortlist ends among them."""

    plans: tuple[str, ...]
    rank: int
    at_cut: bool
    words: Words

    def to_json(self) -> dict[str, Any]:
        """Return the tie for a record."""
        return {
            "plans": list(self.plans),
            "rank": self.rank,
            "at_cut": self.at_cut,
            "words": self.words._asdict(),
        }


@dataclass(frozen=True, slots=True)
class Result:
    """The official result of a round with everything it was made from, plans in order of rank."""

    rule: ScoringRule
    inputs: tuple[PlanSheets, ...]
    tie_order: tuple[str, ...]
    plans: tuple[PlanResult, ...]
    unresolved: tuple[UnresolvedTie, ...]

    @property
    def complete(self) -> bool:
        """Whether every score of every plan is in."""
        return not any(plan.missing for plan in self.plans)

    @property
    def decided(self) -> bool:
        """Whether the shortlist follows from the rule: nothing missing and no open tie at the cut line."""
        return self.complete and not any(tie.at_cut for tie in self.unresolved)

    @property
    def shortlist(self) -> tuple[str, ...] | None:
        """The shortlisted plans in order of rank, or None while that is not decided."""
        return tuple(plan.plan for plan in self.plans if plan.shortlisted) if self.decided else None

    def plan(self, name: str) -> PlanResult:
        """Return one plan's result.

        Raises:
            KeyError: no such plan was scored.
        """
        for one in self.plans:
            if one.plan == name:
                return one
        raise KeyError(name)

    def to_json(self) -> dict[str, Any]:
        """Return the record from which ``official.replay`` makes the same result again."""
        return {
            "rule": self.rule.to_json(),
            "inputs": [one.to_json() for one in self.inputs],
            "tie_order": list(self.tie_order),
            "plans": [one.to_json() for one in self.plans],
            "unresolved": [one.to_json() for one in self.unresolved],
            "complete": self.complete,
            "decided": self.decided,
        }

    def to_bytes(self) -> bytes:
        """Return the record as canonical bytes (sorted names, no spaces, UTF-8), fit to be hashed."""
        return json.dumps(
            self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        ).encode()
