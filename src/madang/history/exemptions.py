"""The published exemptions of the record: projects, their tools, what became of them, and the laws concerned."""

from madang.apps.exemptions.acts.record import (
    ReportedOutcome,
    ReportedProject,
    ReportedTool,
    record_outcome,
    record_project,
    record_tool,
)
from madang.apps.exemptions.acts.revisions import NewLaw, enact_revision, register_revision
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.zones.acts import StatedClaim, state_claims
from madang.apps.zones.models import Zone
from madang.core.audit.events import citing, kind_name
from madang.history.doing import do
from madang.history.offices import UNKNOWN, Offices
from madang.history.record import rows, sources
from madang.kernel.partial_dates import PartialDate

#: which cells become claims, and the cell beside each that says it in English
CLAIMED = {
    "kind": "", "granted_on": "", "term": "term_en", "conditions": "conditions_en", "law": "",
    "outcome_text": "outcome_text_en", "outcome_on": "", "outcome_by": "",
}  # fmt: skip
FIELDS = {"outcome_text": "outcome"}
#: outcomes that stand on the exemption itself; every other one of a bridged project stands on its permit
NO_OUTCOME, BRIDGE = "unknown", "interim_permit"


class Exemptions:
    """Enters the exemptions and finds each project and its last tool again by the key of its row."""

    def __init__(self, offices: Offices) -> None:
        self.ministry = offices.ministry
        self.zones = {zone.slug: zone for zone in Zone.objects.all()}
        self.projects: dict[str, Project] = {}
        self._tools: dict[str, Tool] = {}

    def enter_all(self) -> None:
        """Enter every row in the order of the file, then the laws to be revised with the tools that hang on them."""
        found = rows("exemptions")
        for row in found:
            with citing(*sources(row["source"])):
                self._enter(row)
        for law in rows("revisions"):
            hanging = [row["key"] for row in found if law["slug"] in row["revisions"].split(";")]
            with citing(*sources(law["source"])):
                self._register(law, [self._tools[key] for key in hanging])

    def _enter(self, row: dict[str, str]) -> None:
        granted = PartialDate.parse(row["granted_on"])
        new = ReportedProject(row["key"], self.zones[row["zone_id"]], row["title_ko"], granted)
        project = do(record_project, actor=self.ministry, project=new, at=granted)
        self.projects[row["key"]] = project
        tool = do(
            record_tool, actor=self.ministry, project=project, at=granted,
            tool=ReportedTool(EXEMPTION, granted, PartialDate.parse(row["starts_on"]), PartialDate.parse(row["ends_on"])),
        )  # fmt: skip
        if row["permit"]:
            tool = self._bridge(row, tool)
        if row["outcome"] not in (NO_OUTCOME, BRIDGE):
            tool = self._outcome(tool, row["outcome"], row["outcome_on"], row["outcome_by"])
        self._tools[row["key"]] = tool
        do(
            state_claims, actor=self.ministry, subject_kind=kind_name(project), subject_id=str(project.pk),
            claims=claims_of(row), at=UNKNOWN,
        )  # fmt: skip

    def _bridge(self, row: dict[str, str], exemption: Tool) -> Tool:
        """The exemption became an interim permit, on the day that a source names if any does."""
        on = PartialDate.parse(row["permit_on"])
        by = row["outcome_by"] if row["outcome"] == BRIDGE else ""
        bridged = self._outcome(exemption, BRIDGE, row["permit_on"], by)
        permit = ReportedTool(
            INTERIM_PERMIT, on, PartialDate.parse(row["permit_starts_on"]), PartialDate.parse(row["permit_ends_on"]),
            follows=bridged,
        )  # fmt: skip
        return do(record_tool, actor=self.ministry, project=bridged.project, tool=permit, at=on)

    def _outcome(self, tool: Tool, code: str, on: str, by: str) -> Tool:
        day = PartialDate.parse(on)
        return do(
            record_outcome, actor=self.ministry, tool=tool, outcome=ReportedOutcome(code, day, by), at=day
        )

    def _register(self, row: dict[str, str], tools: list[Tool]) -> None:
        law = NewLaw(row["law"], row["provision"], slug=row["slug"])
        revision = do(register_revision, actor=self.ministry, law=law, tools=tools, at=UNKNOWN)
        if row["in_force_on"]:
            day = PartialDate.parse(row["in_force_on"])
            do(
                enact_revision,
                actor=self.ministry,
                revision=revision,
                in_force=day,
                words=row["words"],
                at=day,
            )


def claims_of(row: dict[str, str]) -> list[StatedClaim]:
    """Return what the sources of a row say: each cell as published, its English beside it."""
    return [
        StatedClaim(
            FIELDS.get(cell, cell), row[cell], note_en=row[english] if english else "", sources=sources(row["source"]),
            confidence=row["confidence"],
        )
        for cell, english in CLAIMED.items()
        if row[cell]
    ]  # fmt: skip
