"""One round of the record: its call, its candidates, and what each stage is known to have decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from madang.history.record import Count, Dated, rows, sources, zones_of_round
from madang.kernel.partial_dates import PartialDate

KINDS = {"RFZ": "rfz", "GIZ": "giz", "RFZ-wide": "linked", "RFZ+GIZ": "rfz"}
STAGES = {
    "applicants": "regions", "plans_applied": "plans", "passed_paper": "passed_paper", "shortlisted": "shortlisted",
    "deliberated": "deliberated", "designated": "designated",
}  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """A plan that the record names: where it came from, how far it came, and the zone that it or a later one became."""

    region: str
    title: str
    reached: str
    result: str
    zone_id: str
    sources: tuple[str, ...]
    note: str = ""

    @property
    def is_designated(self) -> bool:
        """It became a zone in this very round."""
        return self.reached == "designated"

    @property
    def is_deferred(self) -> bool:
        """The Zone Committee put it off to a later round."""
        return self.result.startswith("보류")

    @property
    def was_examined(self) -> bool | None:
        """Whether it came before the committees; None when no report says."""
        if self.reached == "candidate":
            return None
        return self.reached in ("deliberation", "designated")


@dataclass(frozen=True)
class Round:
    """A row of the rounds with the candidates that are known by name."""

    row: dict[str, str]

    @property
    def number(self) -> str:
        """1 … 10, G1, G2, or the year of a call without known result."""
        return self.row["round"]

    @property
    def kind(self) -> str:
        """What was called for."""
        return KINDS[self.row["kind"]]

    @property
    def slug(self) -> str:
        """Address of the call."""
        number = self.number.lower()
        return f"giz-{number[1:]}" if number.startswith("g") else f"rfz-{number}"

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the row was read."""
        return sources(self.row["source"])

    @cached_property
    def dates(self) -> Dated:
        """The dates by stage."""
        return Dated.read(self.row["key_dates"])

    @property
    def called_on(self) -> PartialDate:
        """The day of the call, where a source names it."""
        return PartialDate.parse(self.row["call_date"])

    @property
    def shortlisted_on(self) -> PartialDate:
        """When the priority or shortlisted candidates were announced."""
        return self.dates.first_of("우선협의", "후보")

    @property
    def decided_on(self) -> PartialDate:
        """When the Zone Committee decided."""
        return self.dates.first_of("의결")

    def counts(self) -> Iterator[tuple[str, Count]]:
        """Yield the reported counts by stage; a cell left empty is yielded by nobody."""
        return ((stage, Count.read(self.row[cell])) for cell, stage in STAGES.items() if self.row[cell])

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates by name; without a list the designated zones speak for themselves."""
        named = tuple(_named(row) for row in rows("candidates") if row["round"] == self.number)
        return named or tuple(_from_zone(row) for row in zones_of_round(self.number))


def _named(row: dict[str, str]) -> Candidate:
    return Candidate(
        row["region_id"], row["title_ko"], row["stage_reached"], row["result"], row["zone_id"],
        sources(row["source"]), row["note"],
    )  # fmt: skip


def _from_zone(row: dict[str, str]) -> Candidate:
    return Candidate(
        row["region_id"], row["name_ko"], "designated", "지정", row["zone_id"], sources(row["source"])
    )


def all_rounds() -> tuple[Round, ...]:
    """Return the rounds in the order of their decisions; calls without a known result stand last."""
    found = [Round(row) for row in rows("selection_rounds")]
    return tuple(sorted(found, key=lambda r: (r.decided_on.first is None, str(r.decided_on), r.number)))
