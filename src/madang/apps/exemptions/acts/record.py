"""Entering the published record: a project, its tools as reported, and what sources last said of them.

Dates stay as precise as they were published. Nothing here is decided: a tool on record has no clock and no duty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from madang.apps.exemptions.acts.writing import line, said
from madang.apps.exemptions.events import record as events
from madang.apps.exemptions.models import Project, Tool, ToolTerm
from madang.apps.exemptions.models.follow_ups import STANDING_WORDS
from madang.apps.exemptions.models.tools import INTERIM_PERMIT, TOOL_WORDS
from madang.apps.exemptions.rules.record import MOVES, OF_EXEMPTIONS, OF_PERMITS
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import advance, begin
from madang.core.moments import Moment
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.words import Words

TITLE, BY, SLUG = 200, 120, 60


@dataclass(frozen=True)
class ReportedProject:
    """A project as sources name it; ``slug`` is its key in the record, ``began`` the day of its first tool."""

    slug: str
    zone: Zone
    title: str
    began: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True)
class ReportedTool:
    """A tool as reported: its kind, the day of the grant, the term where one was published, and what it follows."""

    kind: str
    granted: PartialDate = UNKNOWN_DATE
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE
    follows: Tool | None = None


@dataclass(frozen=True)
class ReportedOutcome:
    """What sources last said of a tool: a code of ``STANDING_WORDS``, of which day, and who or which sitting said it."""

    code: str
    on: PartialDate = UNKNOWN_DATE
    by: str = ""


@act(may="exemptions.record", records=events.PROJECT_FOUND)
def record_project(*, actor: Actor, project: ReportedProject, at: Moment) -> Project:
    """Enter a project of the published record; what became of it is unknown until a source is entered.

    Raises:
        Invalid: it has no title, or its key is missing, too long or taken.
    """
    slug = line(project.slug, "slug", most=SLUG)
    if Project.objects.filter(slug=slug).exists():
        raise Invalid(Words("이미 기록된 과제입니다.", "This project stands in the record already."), "slug")
    row = Project.objects.create(
        slug=slug, zone=project.zone, title_public=line(project.title, "title", most=TITLE), is_record=True,
        began_text=project.began.text, outcome="unknown",
    )  # fmt: skip
    facts = {"project": row.title_public, "zone": project.zone.slug, "began": project.began.text}
    record(events.PROJECT_FOUND, row, actor=actor, at=at, facts=Facts(facts))
    return row


@act(may="exemptions.record", records=events.TOOL_FOUND, subject="project")
def record_tool(*, actor: Actor, project: Project, tool: ReportedTool, at: Moment) -> Tool:
    """Enter a tool that sources report as granted, with its term as published.

    Raises:
        Invalid: no such kind, a project that is not of the record, a term that ends before it starts, or one that
            follows a tool which did not become a permit.
    """
    _refuse(project, tool)
    row = Tool(
        project=project, kind=tool.kind, is_record=True, bridges=tool.follows, region=project.region,
        granted_text=tool.granted.text, granted_on=_exact(tool.granted), starts_on=_exact(tool.starts),
        ends_on=_exact(tool.ends) if tool.starts.is_exact else None, ends_text=tool.ends.text,
    )  # fmt: skip
    begin(row, at=at)
    advance(row, "report_grant", actor=actor, at=at)
    if tool.starts.is_known or tool.ends.is_known:
        _term(row, tool)
    facts = {"project": project.title_public, "granted": tool.granted.text, "ends": tool.ends.text}
    told = Facts({**said(kind=TOOL_WORDS[tool.kind]), **facts})
    record(events.TOOL_FOUND, row, actor=actor, at=at, facts=told)
    return row


@act(may="exemptions.record", records=events.OUTCOME_FOUND, subject="tool")
def record_outcome(*, actor: Actor, tool: Tool, outcome: ReportedOutcome, at: Moment) -> Tool:
    """Enter what sources last said of a tool on record; the project keeps the newest.

    Raises:
        Invalid: no such outcome, or one that such a tool cannot have.
        NotLawful: the tool is not of the record, or has come to its end.
    """
    _refuse_outcome(tool, outcome.code)
    by = line(outcome.by, "by", most=BY, needed=False)
    advance(tool, MOVES[outcome.code], actor=actor, at=at)
    before = {"outcome": tool.project.outcome, "on": tool.project.outcome_text}
    _stand(tool.project, {"outcome": outcome.code, "outcome_text": outcome.on.text, "outcome_by": by})
    facts = {"project": tool.project.title_public, "on": outcome.on.text, "by": by}
    told = Facts({**said(outcome=STANDING_WORDS[outcome.code]), **facts}, before)
    record(events.OUTCOME_FOUND, tool, actor=actor, at=at, facts=told)
    return tool


def _refuse(project: Project, tool: ReportedTool) -> None:
    if tool.kind not in TOOL_WORDS:
        raise Invalid(
            Words("실증특례와 임시허가 가운데 고르십시오.", "It is an exemption or a permit."), "kind"
        )
    if not project.is_record:
        raise Invalid(
            Words(
                "이 과제는 이 시스템에서 진행 중입니다. 보도된 내용으로 고칠 수 없습니다.",
                "This project is at work here; what was reported cannot change it.",
            ),
            "project",
        )
    if tool.ends.before(tool.starts):
        raise Invalid(Words("기간의 끝이 시작보다 빠릅니다.", "The term ends before it starts."), "ends")
    follows = tool.follows
    if follows and (
        follows.project_id != project.pk or tool.kind != INTERIM_PERMIT or follows.state != "bridged"
    ):
        raise Invalid(
            Words(
                "임시허가로 전환된 같은 과제의 실증특례만 이을 수 있습니다.",
                "Only a permit can follow, and only an exemption of the same project that became one.",
            ),
            "follows",
        )


def _refuse_outcome(tool: Tool, code: str) -> None:
    other = OF_EXEMPTIONS if tool.kind == INTERIM_PERMIT else OF_PERMITS
    if code not in MOVES or code in other:
        words = [STANDING_WORDS[key] for key in MOVES if key not in other]
        raise Invalid(
            Words(
                f"다음 가운데 하나를 적으십시오: {', '.join(w.ko for w in words)}.",
                f"One of: {', '.join(w.en for w in words)}.",
            ),
            "code",
        )


def _term(row: Tool, tool: ReportedTool) -> None:
    ToolTerm.objects.create(
        tool=row, number=1, kind=ToolTerm.GRANTED, starts_on=_exact(tool.starts), ends_on=_exact(tool.ends),
        starts_text=tool.starts.text, ends_text=tool.ends.text, rule_id="",
    )  # fmt: skip


def _stand(project: Project, columns: Mapping[str, str]) -> None:
    for name, value in columns.items():
        setattr(project, name, value)
    project.save(update_fields=list(columns))


def _exact(day: PartialDate) -> date | None:
    return day.first if day.is_exact else None
