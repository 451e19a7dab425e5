"""One candidate on its way through the record: from the shortlist to the gazette, or to where the reports end."""

from dataclasses import dataclass

from madang.apps.selection.acts.applications import Application, apply_for_designation
from madang.apps.selection.acts.designation import Candidate as NewCandidate
from madang.apps.selection.acts.designation import leave_out, open_designation
from madang.apps.selection.acts.gazette import GazetteNotice, gazette_designation
from madang.apps.selection.acts.votes import ReportedOutcome, decide_item, table_deliberation
from madang.apps.selection.models import Call, Designation, Plan, Sitting
from madang.apps.zones.acts import state_claims
from madang.apps.zones.steps import FormerName, NewZone
from madang.core.audit.events import citing, kind_name
from madang.history import claims
from madang.history.doing import do
from madang.history.offices import UNKNOWN, Offices
from madang.history.record import facts_of, rows, sources
from madang.history.rounds import Candidate, Round
from madang.history.sittings import Sittings
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

#: dated facts of the record and the fact names under which the rules ask for them
REPORTED = {
    "notice_starts_on": "notice_started_on",
    "hearing_held_on": "hearing_on",
    "hearing_announced_on": "hearing_announced_on",
}
AS_CANDIDATE = Words("후보 단계", "as a candidate")


@dataclass(frozen=True)
class Path:
    """A candidate with its round, its call and its plan."""

    round: Round
    call: Call
    candidate: Candidate
    plan: Plan


class Candidacy:
    """Follows candidates; remembers those that came back in a later round."""

    def __init__(self, offices: Offices, sittings: Sittings) -> None:
        self.offices, self.sittings = offices, sittings
        self._zones = {row["zone_id"]: row for row in rows("zones")}
        self._earlier: dict[str, Designation] = {}

    def follow(self, path: Path) -> str:
        """Carry a candidate as far as the reports go and return how it ended."""
        with citing(*path.candidate.sources):
            designation = self._open(path)
            if path.candidate.was_examined is None:
                return "unknown"
            if not path.candidate.was_examined:
                reason = path.candidate.note or path.candidate.result
                do(leave_out, actor=self.offices.ministry, designation=designation, reason=reason, at=UNKNOWN)
                return "not_examined"
            self._apply(path, designation)
            self._deliberate(path, designation)
            return self._decide(path, designation)

    def _open(self, path: Path) -> Designation:
        key = path.candidate.zone_id
        candidate = NewCandidate(
            organisation=self.offices.organisation(path.candidate.region), kind=path.call.kind,
            name_ko=path.candidate.title, plan=path.plan, call=path.call, earlier=self._earlier.get(key),
        )  # fmt: skip
        designation = do(
            open_designation, actor=self.offices.ministry, candidate=candidate, at=path.round.shortlisted_on
        )
        if key:
            self._earlier[key] = designation
        return designation

    def _apply(self, path: Path, designation: Designation) -> None:
        known = facts_of(path.candidate.zone_id) if path.candidate.is_designated else {}
        reported = {REPORTED[name]: day for name, (day, _) in known.items() if name in REPORTED}
        applied = known["applied_on"][0] if "applied_on" in known else UNKNOWN
        cited = tuple(source for _, where in known.values() for source in where)
        with citing(*(cited or path.candidate.sources)):
            do(apply_for_designation, actor=self.offices.government(path.candidate.region), designation=designation,
                application=Application(reported=reported), at=applied,
            )  # fmt: skip

    def _deliberate(self, path: Path, designation: Designation) -> None:
        sitting = self.sittings.deliberation(path.round)
        self._vote(designation, sitting, "carried", PartialDate.parse(sitting.held_on))

    def _decide(self, path: Path, designation: Designation) -> str:
        sitting = self.sittings.zone_committee(path.round)
        one = path.candidate
        outcome = "carried" if one.is_designated else "deferred" if one.is_deferred else "not_carried"
        self._vote(designation, sitting, outcome, path.round.decided_on)
        if outcome != "carried":
            return {"deferred": "deferred", "not_carried": "rejected"}[outcome]
        self._gazette(path, designation)
        return "designated"

    def _vote(self, designation: Designation, sitting: Sitting, outcome: str, at: PartialDate) -> None:
        item = do(
            table_deliberation, actor=self.offices.ministry, designation=designation, sitting=sitting, at=at
        )
        do(decide_item, actor=self.offices.secretary, item=item, reported=ReportedOutcome(outcome), at=at)

    def _gazette(self, path: Path, designation: Designation) -> None:
        row = self._zones[path.candidate.zone_id]
        with citing(*sources(row["source"])):
            done = do(gazette_designation, actor=self.offices.ministry, designation=designation, gazette=GazetteNotice("", UNKNOWN),
                zone=_zone(row, path), at=path.round.decided_on,
            )  # fmt: skip
            if done.zone is not None:
                do(state_claims, actor=self.offices.ministry, subject_kind=kind_name(done.zone), subject_id=str(done.zone.pk),
                    claims=claims.of_zone(row), at=UNKNOWN,
                )  # fmt: skip


def _zone(row: dict[str, str], path: Path) -> NewZone:
    former: tuple[FormerName, ...] = ()
    if path.candidate.title != row["name_ko"]:
        former = (FormerName(path.candidate.title, AS_CANDIDATE, path.round.shortlisted_on),)
    return NewZone(
        slug=row["zone_id"], name_ko=row["name_ko"], regions=(row["region_id"],), round=row["round"],
        industry=row["industry"], place=row["area_or_place"], designated_on=PartialDate.parse(row["decision_date"]),
        starts_on=PartialDate.parse(row["period_start"]), ends_on=PartialDate.parse(row["period_end"]),
        former_names=former,
    )  # fmt: skip
