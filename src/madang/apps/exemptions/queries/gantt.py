"""Reads for the Gantt chart: each granted tool with its terms and the state of its laws, as plain values in four queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from madang.apps.exemptions.models import LawRevision, Tool, ToolTerm
from madang.apps.exemptions.queries.outlooks import ON_RADAR
from madang.apps.exemptions.queries.tools import NOT_PUBLIC
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate

#: where a law stands, from the one that holds a tool back most to the one that is done
LAW_ORDER = ("watched", "plan_due", "unneeded", "planned", "begun", "in_force")
NO_LAW = ""
_COLUMNS = (
    "pk", "kind", "state", "granted_on", "granted_text", "starts_on", "ends_on", "ends_text", "project__title_public",
    "project__zone__slug", "project__zone__name_ko", "project__zone__name_en", "project__zone__region",
    "outlook__kind", "outlook__next_on", "outlook__legal_end", "outlook__latest_end",
)  # fmt: skip


class Term(NamedTuple):
    """One term: what it is, and from when until when, each as precisely as it is known."""

    kind: str
    starts: PartialDate
    ends: PartialDate


class ToolRow(NamedTuple):
    """The columns of a tool that a chart shows, in the order in which they are read."""

    pk: UUID
    kind: str
    state: str
    granted_on: date | None
    granted_text: str
    starts_on: date | None
    ends_on: date | None
    ends_text: str
    title: str
    zone: str
    zone_ko: str
    zone_en: str
    region: str
    choice: str | None
    next_on: date | None
    legal_end: date | None
    latest_end: date | None


@dataclass(frozen=True)
class Charted:
    """A tool on the chart: its columns, its terms in order, and where its slowest law stands ("" for none on record)."""

    row: ToolRow
    terms: Sequence[Term] = field(default_factory=tuple)
    law: str = NO_LAW

    @property
    def granted(self) -> PartialDate:
        """The day of the grant."""
        return partial(self.row.granted_on, self.row.granted_text)

    @property
    def starts(self) -> PartialDate:
        """The first day of the first term."""
        return self.terms[0].starts if self.terms else UNKNOWN_DATE

    @property
    def ends(self) -> PartialDate:
        """The last day of the last term; unknown while the law lets it go on."""
        return self.terms[-1].ends if self.terms else UNKNOWN_DATE


def charted_tools(*, zone: str = "", ended: bool = False) -> QuerySet[Tool]:
    """The tools of a chart: of one zone or of all, those in force or also those that ended."""
    tools = Tool.objects.exclude(state__in=NOT_PUBLIC) if ended else Tool.objects.filter(state__in=ON_RADAR)
    if zone:
        tools = tools.filter(project__zone__slug=zone)
    return tools.order_by(
        "project__zone__region", "project__zone__name_ko", "project__zone__slug", "granted_on", "pk"
    )


def charted(tools: QuerySet[Tool]) -> list[Charted]:
    """Read the tools of one chart with their terms and laws."""
    rows = [ToolRow(*values) for values in tools.values_list(*_COLUMNS)]
    # the page is asked for again inside of the other questions: cheaper than hundreds of keys sent to and fro
    page = tools.values("pk")
    terms, laws = _terms(page), _laws(page)
    return [Charted(row, terms.get(row.pk) or _own_term(row), laws.get(row.pk, NO_LAW)) for row in rows]


def partial(day: date | None, text: str = "") -> PartialDate:
    """A day if it is known, else what was published of it."""
    return PartialDate.of(day) if day else PartialDate.parse(text) if text else UNKNOWN_DATE


def _terms(page: Any) -> dict[UUID, list[Term]]:
    found: dict[UUID, list[Term]] = {}
    wanted: Any = ToolTerm.objects.filter(tool__in=page).order_by("tool_id", "number")
    names = ("tool_id", "kind", "starts_on", "starts_text", "ends_on", "ends_text")
    for tool, kind, starts_on, starts_text, ends_on, ends_text in wanted.values_list(*names):
        term = Term(kind, partial(starts_on, starts_text), partial(ends_on, ends_text))
        found.setdefault(tool, []).append(term)
    return found


def _own_term(row: ToolRow) -> list[Term]:
    """What the tool itself says of its term, where no terms are on record."""
    return [Term(ToolTerm.GRANTED, partial(row.starts_on), partial(row.ends_on, row.ends_text))]


def _laws(page: Any) -> dict[UUID, str]:
    """The slowest law of each tool."""
    hung = LawRevision.tools.through.objects.filter(tool__in=page)
    found: dict[UUID, str] = {}
    for tool, state in hung.values_list("tool_id", "lawrevision__state"):
        known = found.get(tool)
        if known is None or LAW_ORDER.index(state) < LAW_ORDER.index(known):
            found[tool] = state
    return found
