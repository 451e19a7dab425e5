"""The sum of a follow-up session, and whether a noted outcome agrees with where the project's tools stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from madang.apps.exemptions.models import FollowUp, FollowUpOutcome, Tool
from madang.apps.exemptions.models.follow_ups import (
    ENDED,
    EXTENDED,
    NEW_PERMIT,
    PART_WORDS,
    PARTS,
    PERMIT_EXTENDED,
    REVISED,
    part_of,
)
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.core.authority import OfficeKind, permit
from madang.kernel.procedures import exemption, interim_permit
from madang.kernel.procedures.tools import REQUEST_STATES
from madang.kernel.words import Words

BEFORE_GRANT = tuple(state.key for state in REQUEST_STATES)
IN_FORCE = {EXEMPTION: exemption.IN_FORCE, INTERIM_PERMIT: interim_permit.IN_FORCE}
#: what must have been done with the project's tools before an outcome can be noted
WANTED = {
    REVISED: Words("정식 허가등으로 전환된 특례", "a tool that became an ordinary permit"),
    ENDED: Words("부여된 특례가 모두 끝난 과제", "a project whose tools have all ended"),
    NEW_PERMIT: Words("새로 받은 임시허가", "an interim permit in force, in its first term"),
    PERMIT_EXTENDED: Words("기간이 연장된 임시허가", "an interim permit that was extended"),
    EXTENDED: Words("기간이 연장된 실증특례", "an exemption that was extended"),
}


@dataclass(frozen=True)
class Tally:
    """What is counted against what is stated. ``noted`` counts projects by part; ``stated`` holds the stated parts."""

    total: int | None
    noted: Mapping[str, int]
    stated: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many projects have an outcome."""
        return sum(self.noted.values())

    @property
    def missing(self) -> int | None:
        """How many projects of the total are without one; None when nobody states the total."""
        return None if self.total is None else self.total - self.count

    @property
    def fits(self) -> bool:
        """Whether the outcomes make up the total, and every stated part."""
        return self.missing == 0 and all(
            self.noted.get(part, 0) == number for part, number in self.stated.items()
        )

    @property
    def sum(self) -> Words:
        """The outcomes as a sum: 24 = 2 + 5 + 17 in words."""
        return sum_of(self.count, {part: self.noted.get(part, 0) for part in PARTS})


def tally(session: FollowUp, outcomes: Iterable[FollowUpOutcome]) -> Tally:
    """Count the outcomes of a session; an outcome of a whole zone counts the projects that its source states."""
    noted: Counter[str] = Counter()
    for row in outcomes:
        noted[part_of(row.outcome)] += (row.count or 0) if row.project_id is None else 1
    return Tally(session.total, noted, session.stated)


def sum_of(total: int, parts: Mapping[str, int]) -> Words:
    """Return a sum as people read it; a part of which there is none is left out.

    >>> sum_of(24, {"ended": 2, "interim_permit": 5, "permit_extended": 0, "extended": 17}).en
    '24 = ended 2 + interim permit 5 + exemption extended 17'
    """
    there = [(PART_WORDS[part], number) for part, number in parts.items() if number]
    ko = " + ".join(f"{words.ko} {number}" for words, number in there) or "0"
    en = " + ".join(f"{words.en[0].lower()}{words.en[1:]} {number}" for words, number in there) or "0"
    return Words(f"{total}건 = {ko}", f"{total} = {en}")


def agrees(outcome: str, tools: Iterable[Tool]) -> bool:
    """Whether a project's tools stand where the outcome says: an extension needs an extended tool, and so on."""
    granted = [tool for tool in tools if tool.state not in BEFORE_GRANT]
    if outcome == ENDED:
        return bool(granted) and not any(_in_force(tool) for tool in granted)
    return any(_shows(outcome, tool) for tool in granted)


def _shows(outcome: str, tool: Tool) -> bool:
    if outcome == REVISED:
        return tool.state == "normalised"
    kind = EXEMPTION if outcome == EXTENDED else INTERIM_PERMIT
    was_extended = tool.state in ("extended", "deemed") or tool.extensions_used > 0
    return tool.kind == kind and _in_force(tool) and was_extended is (outcome != NEW_PERMIT)


def _in_force(tool: Tool) -> bool:
    return tool.state in IN_FORCE[tool.kind]


_KEEPS = Words(
    "후속조치 회의의 결과는 중소벤처기업부가 기록합니다.",
    "The Ministry records what a follow-up session decided.",
)
permit("exemptions.report_follow_up", (OfficeKind.MINISTRY, OfficeKind.SYSTEM), because=_KEEPS)
permit("exemptions.keep_follow_up", (OfficeKind.MINISTRY,), because=_KEEPS)
