"""The scoring rule of one call: a versioned, published record, never code and never presented as law.

Units: marks are points of a criterion; shares, weights, pass mark and bonus are points or per cent of 100.
A rule is checked when it is built, so that a rule that exists can be computed.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from madang.kernel.scoring.exact import Rounding, plain
from madang.kernel.scoring.rule_checks import check
from madang.kernel.scoring.rule_parts import (
    HUNDRED,
    TIE_LINKS,
    Criterion,
    DropRule,
    PaperRound,
    Stage,
    drop_from,
    paper_round_from,
    rounding_from,
)
from madang.kernel.scoring.rule_shape import (
    BadRule,
    bad,
    decimal_from,
    list_from,
    only_fields,
    text_from,
    whole_from,
)
from madang.kernel.words import Words


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """The whole published rule of a call.

    Raises:
        BadRule: the parts contradict each other; the sentence names the field.
    """

    criteria: tuple[Criterion, ...]
    paper_share: Decimal
    presentation_share: Decimal
    drop: DropRule
    pass_mark: Decimal
    bonus_cap: Decimal
    tie_chain: tuple[str, ...]
    decimals: int
    rounding: Rounding
    shortlist_size: int | None
    paper_round: PaperRound | None = None

    def __post_init__(self) -> None:
        check(self)

    def criteria_of(self, stage: Stage) -> tuple[Criterion, ...]:
        """Return the criteria of one stage in published order."""
        return tuple(criterion for criterion in self.criteria if criterion.stage == stage)

    def share_of(self, stage: Stage) -> Decimal:
        """Return the per cent with which a stage counts."""
        return self.paper_share if stage == Stage.PAPER else self.presentation_share

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that count, paper first."""
        return tuple(stage for stage in Stage if self.share_of(stage))

    def tie_words(self, link: str) -> Words:
        """Return the name of a tie link for people."""
        return TIE_LINKS.get(link) or next(c.words for c in self.criteria if c.key == link)

    def for_paper_round(self) -> "ScoringRule":
        """Return the rule that decides who passes the paper round alone: no bonus, no presentation.

        Raises:
            BadRule: this rule has no paper round.
        """
        if self.paper_round is None:
            raise bad(
                "paper_round", "서면평가 통과 기준이 없습니다.", "this rule has no paper round of its own."
            )
        criteria = self.criteria_of(Stage.PAPER)
        open_links = {"paper_total", "joint_plan_first", *(criterion.key for criterion in criteria)}
        return replace(
            self,
            criteria=criteria,
            paper_share=HUNDRED,
            presentation_share=Decimal(0),
            pass_mark=self.paper_round.pass_mark,
            bonus_cap=Decimal(0),
            tie_chain=tuple(link for link in self.tie_chain if link in open_links),
            shortlist_size=self.paper_round.size,
            paper_round=None,
        )

    @classmethod
    def from_json(cls, data: object) -> "ScoringRule":
        """Read a stored rule; numbers are texts ("12.5") or whole numbers, never floats.

        Raises:
            BadRule: the record has a wrong shape or its parts contradict each other.
        """
        fields = only_fields(data, _REQUIRED, frozenset({"paper_round"}))
        size = fields["shortlist_size"]
        return cls(
            criteria=tuple(Criterion.from_json(item) for item in list_from(fields["criteria"], "criteria")),
            paper_share=decimal_from(fields["paper_share"], "paper_share"),
            presentation_share=decimal_from(fields["presentation_share"], "presentation_share"),
            drop=drop_from(fields["drop"]),
            pass_mark=decimal_from(fields["pass_mark"], "pass_mark"),
            bonus_cap=decimal_from(fields["bonus_cap"], "bonus_cap"),
            tie_chain=tuple(
                text_from(item, "tie_chain") for item in list_from(fields["tie_chain"], "tie_chain")
            ),
            decimals=whole_from(fields["decimals"], "decimals"),
            rounding=rounding_from(fields["rounding"]),
            shortlist_size=None if size is None else whole_from(size, "shortlist_size"),
            paper_round=paper_round_from(fields.get("paper_round")),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the rule as stored; ``from_json`` of it is equal to this rule."""
        own = self.paper_round
        return {
            "criteria": [criterion.to_json() for criterion in self.criteria],
            "paper_share": plain(self.paper_share),
            "presentation_share": plain(self.presentation_share),
            "drop": {"kind": self.drop.kind, "at_least": self.drop.at_least},
            "pass_mark": plain(self.pass_mark),
            "bonus_cap": plain(self.bonus_cap),
            "tie_chain": list(self.tie_chain),
            "decimals": self.decimals,
            "rounding": self.rounding,
            "shortlist_size": self.shortlist_size,
            "paper_round": own and {"pass_mark": plain(own.pass_mark), "size": own.size},
        }


_REQUIRED = frozenset(ScoringRule.__dataclass_fields__) - {"paper_round"}

__all__ = ["BadRule", "Criterion", "DropRule", "PaperRound", "ScoringRule", "Stage"]
