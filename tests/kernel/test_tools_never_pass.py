"""Random histories over the three life cycles: no path past a term, without cover, without a vote, or extended twice.

The tables of moves and the rules they name are all there is: a history tries any move with any input, and the worker
records what the law makes of a term on the day after it. What must never be is looked at after every step.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.procedures import confirmation, exemption, interim_permit
from madang.kernel.procedures.confirmation import DEEMED, closing_move
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.tool_terms import LONGER_TERMS_FROM, latest_end
from madang.kernel.statutes.votes import count_votes
from madang.kernel.workflow import Procedure

DAY = timedelta(days=1)
BEGIN = date(2024, 3, 4)
TABLES = {"exemption": exemption.EDITIONS[0], "interim_permit": interim_permit.EDITIONS[0]}
LIVE = {"exemption": exemption.LIVE, "interim_permit": interim_permit.LIVE}
NOTICE = [item.key for item in checklist("EX-21", on=date(2025, 1, 2))]
#: what a step brings beside its move: days that pass before it, two lengths in days, and yes or no
Step = tuple[str, int, int, int, bool]


@dataclass
class Life:
    """A tool and everything that is true about it; ``ends_on`` is None while the law lets it go on."""

    kind: str
    on: date
    zone_ends_on: date
    state: str = "drafting"
    granted_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    used: int = 0
    cover_ends_on: date | None = None
    carried: bool = False
    is_bridged: bool = False
    asked_on: date | None = None
    cancel_vote: bool = False
    revised: bool = False
    began_under: list[tuple[date, date | None]] = field(default_factory=list)

    @property
    def table(self) -> Procedure:
        return TABLES[self.kind]

    def facts(self, step: Step) -> dict[str, Any]:
        """The truth on the day, with what the step brings."""
        _, _, long, short, yes = step
        known = {
            "tool_ground": "unfit_standard", "need_recognised": True, "filed_through_local_government": True,
            "safety_evidence_filed": yes, "all_criteria_examined": yes, "committee_resolved": self.carried,
            "members_enrolled": 40, "members_present": 21, "votes_yes": 11 if yes else 10, "returned_reason": yes,
            "conditions_set": False, "granted_on": self.granted_on or self.on, "zone_ends_on": self.zone_ends_on,
            "term_starts_on": self.starts_on or self.on, "term_ends_on": self.ends_on or self.on + long * DAY,
            "extended_to_on": (self.ends_on or self.on) + long * DAY, "extensions_used": self.used,
            "law_revised": self.revised, "extension_requested_on": self.on, "operation_starts_on": self.on,
            "revision_requested_on": self.asked_on, "results_submitted": self.asked_on is not None,
            "cover_kind": "insurance", "cover_begins_on": self.on, "cover_proof_filed_on": self.on, "ready_before_start": True,
            "cover_ends_on": self.cover_ends_on, "tool_ends_on": self.ends_on, "operator_told_users": yes,
            "user_notice_items": NOTICE[: len(NOTICE) - short % 2], "tool_cancellation_ground": "condition_unmet",
            "measure_ordered": "cancellation" if step[0] == "cancel" else "correction", "cancellation_applied": yes,
            "local_government_heard": yes, "measure_against_operator": True, "formal_hearing_held": yes,
            "law_in_force": self.revised, "ordinary_permit_given": True, "revision_started": True, "clearly_forbidden": not yes,
        }  # fmt: skip
        if step[0] in ("cancel", "order_correction"):
            known["committee_resolved"] = self.cancel_vote
        return {name: value for name, value in known.items() if value is not None}

    def allows(self, step: Step) -> bool:
        """Whether the table has the move here, and the law of the day says yes to each of its guards."""
        found = [move for move in self.table.open_moves(self.state) if move.name == step[0]]
        if not found or "system" in found[0].offices:
            return False
        if step[0].endswith("_early") != (self.on < LONGER_TERMS_FROM) and step[0].startswith(
            ("grant", "bridge_")
        ):
            return False  # the acts grant by the table of the day
        return all(asked(rule, self.facts(step), self.on) for rule in found[0].guards)

    def take(self, step: Step) -> None:
        """Take a step as the acts do: what it writes is written, the state is the table's."""
        name, _, long, _, yes = step
        if not self.allows(step):
            return
        if name in ("resolve", "reopen"):
            self.carried = yes
        if name in ("grant", "grant_early", "bridge_grant", "bridge_early"):
            self.granted_on = self.starts_on = self.on
            self.ends_on = self.on + long * DAY
            self.is_bridged = name.startswith("bridge")
        if name == "extend":
            assert self.ends_on is not None
            self.ends_on, self.used = self.ends_on + long * DAY, self.used + 1
        if name in ("start", "start_on_plan"):
            assert self.cover_ends_on is not None
            self.began_under.append((self.cover_ends_on, self.ends_on))
        self.state = self.table.move(name, self.state).target

    def worker(self) -> None:
        """What the scheduler records on the day after a term: at most one move for each term."""
        for _ in range(2):
            last = self.ends_on or (self.zone_ends_on if self.kind == "exemption" else None)
            if (
                self.state not in (*LIVE[self.kind], "granted", "ready", "correcting")
                or last is None
                or self.on <= last
            ):
                return
            self.over(last)

    def over(self, last: date) -> None:
        goes_on = {"exemption": ("EX-27", "continue"), "interim_permit": ("IP-09", "deem")}[self.kind]
        facts = self.facts(("", 0, 0, 0, True)) | {"term_ends_on": last}
        name = goes_on[1] if self.state != "correcting" else f"{goes_on[1]}_correcting"
        open_here = {move.name for move in self.table.open_moves(self.state)}
        if self.ends_on is not None and name in open_here and asked(goes_on[0], facts, last + DAY):
            self.ends_on = None
        else:
            name = "expire" if self.kind == "exemption" else "lapse"
        self.state = self.table.move(name, self.state).target


def asked(rule: str, facts: dict[str, Any], on: date) -> bool:
    """Whether a rule is satisfied; what the law does not know on that day does not let a live act pass."""
    try:
        return evaluate(rule, facts, on=on).status is Status.SATISFIED
    except Refusal:
        return False


NAMES = sorted({move.name for table in TABLES.values() for move in table.moves})
#: the way to a running tool, walked often enough that what lies behind it is reached
ROAD = ("submit", "file", "consult", "table", "resolve", "grant", "make_ready", "start")
steps = st.tuples(
    st.one_of(st.sampled_from(NAMES), st.sampled_from(("extend", "ask", "cover", "revise", "vote", "wait"))),
    st.one_of(st.integers(0, 40), st.integers(41, 900)), st.integers(1, 1600), st.integers(0, 3), st.booleans(),
)  # fmt: skip


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(TABLES)), st.integers(0, 400), st.integers(200, 4000), st.integers(0, len(ROAD)),
    st.integers(300, 1461), st.lists(steps, max_size=14),
)  # fmt: skip
def test_no_history_of_a_tool_passes_its_term_its_cover_its_vote_or_its_one_extension(
    kind: str, late: int, zone: int, far: int, long: int, more: list[Step]
) -> None:
    life = Life(kind, BEGIN + late * DAY, BEGIN + zone * DAY)
    for name in ROAD[:far]:
        known = f"{name}_early" if name == "grant" and life.on < LONGER_TERMS_FROM else name
        life.cover_ends_on = life.ends_on
        life.take((known, 0, long, 0, True))
        hold(life)
    for step in more:
        life.on += step[1] * DAY
        life.worker()
        hold(life)
        turn(life, step)
        hold(life)


def test_road_of_these_histories_leads_to_tools_that_run_extend_and_go_on_by_law() -> None:
    seen = set()
    for kind in TABLES:
        life = Life(kind, date(2025, 3, 4), date(2031, 3, 3))
        for name in ROAD:
            life.cover_ends_on = life.ends_on
            life.take((name, 0, 700, 0, True))
        seen.add(life.state)
        life.take(("extend", 0, 600, 0, True))
        seen.add(life.state)
        life.asked_on = life.on
        life.on += 1500 * DAY
        life.worker()
        seen.add(life.state)
    assert seen == {"running", "active", "extended", "continuing", "deemed"}


def turn(life: Life, step: Step) -> None:
    """Something happens beside the table, or a move of it is tried."""
    if step[0] == "cover":
        life.cover_ends_on = life.on + step[2] * DAY
    elif step[0] == "ask":
        life.asked_on = life.asked_on or life.on
    elif step[0] == "revise":
        life.revised = True
    elif step[0] == "vote":
        life.cancel_vote = step[4]
    else:
        life.take(step)


def hold(life: Life) -> None:
    """What must never be."""
    if life.state in (*LIVE[life.kind], "correcting", "granted", "ready"):
        assert life.carried or life.is_bridged, "granted without a vote"
        assert life.granted_on is not None
        assert life.starts_on is not None
        assert life.ends_on is None or life.on <= life.ends_on, "past its term"
        if life.kind == "exemption":
            assert life.on <= life.zone_ends_on, "past its zone"
        elif life.ends_on is None:
            assert life.used == 1, "a first term that went on"
    if life.state in LIVE[life.kind]:
        assert life.began_under, "running without a start"
        assert all(end is not None and cover >= end for cover, end in life.began_under), (
            "running without cover"
        )
    if (
        life.used == 0
        and life.granted_on is not None
        and life.ends_on is not None
        and life.starts_on is not None
    ):
        tool: Any = life.kind
        assert life.ends_on <= latest_end(tool, granted_on=life.granted_on, starts_on=life.starts_on).due_on
    assert life.used <= 1, "extended twice"
    if life.state == "cancelled":
        assert life.cancel_vote, "cancelled without a vote"


@settings(derandomize=True, max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(("needed", "not_needed", "not_ours", DEEMED)), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_no_history_of_a_confirmation_decides_a_conflict_without_a_vote_that_carried(
    answers: list[str], votes: list[tuple[int, int, int]]
) -> None:
    table = confirmation.EDITIONS[0]
    state = table.move(closing_move(answers), "consulting").target
    said = set(answers) - {DEEMED, "not_ours"}
    assert (state == "reviewing") == (said == {"needed", "not_needed"})
    for enrolled, present, yes in votes:
        if state != "reviewing" or not yes <= present <= enrolled:
            continue
        carried = bool(count_votes("zone_committee", enrolled=enrolled, present=present, yes=yes).carried)
        decide = next(move for move in table.moves if move.name == "decide")
        facts = {"members_enrolled": enrolled, "members_present": present, "votes_yes": yes}
        assert all(asked(rule, facts, date(2026, 9, 1)) for rule in decide.guards) is carried
        state = table.move("decide" if carried else "lose_vote", state).target
        assert (state == "decided") is carried
