"""The exemptions and permits of a zone on its page: title, term, outcome and sources of each; what nobody names is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from madang.apps.exemptions.queries.follow_ups import Oddity, oddities
from madang.apps.exemptions.queries.record import ZoneProject, projects_in_zone, unnamed_outcomes
from madang.apps.exemptions.views.follow_up_parts import project_link
from madang.apps.zones.columns import short_day
from madang.apps.zones.dossier import KnownFact
from madang.apps.zones.sources import Numbered
from madang.core.ui.shapes import Badge, Column
from madang.core.ui.tags.actions import badge
from madang.core.ui.texts import in_english, text
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.exemptions.models import FollowUpOutcome
    from madang.apps.zones.models import Zone

TONES = {"law_revised": "success", "standard_revised": "success", "interpretation": "success", "ongoing": "success",
         "interim_permit": "info", "permit_extended": "info", "extended": "info"}  # fmt: skip


@dataclass(frozen=True)
class ZoneTools:
    """What the section shows."""

    projects: Sequence[ZoneProject]
    columns: Sequence[Column]
    unnamed: Sequence[SafeString]
    odd: Sequence[tuple[Words, Words | None, SafeString]]

    def __bool__(self) -> bool:
        return bool(self.projects or self.unnamed)


def zone_tools(zone: "Zone", numbered: Numbered) -> ZoneTools:
    """Return the section of a zone; its sources are numbered along with those of the page."""
    projects = projects_in_zone(zone.pk)
    for project in projects:
        numbered.of(project.sources)
    unnamed = unnamed_outcomes(zone.pk)
    odd = oddities(zone.pk) if unnamed else []
    return ZoneTools(
        projects, _columns(numbered), [_unnamed(one, numbered) for one in unnamed],
        [_odd(one, numbered) for one in odd],
    )  # fmt: skip


def _columns(numbered: Numbered) -> list[Column]:
    return [
        Column(_("과제"), lambda one: _project(one, numbered)),
        Column(_("특례와 부여일"), _tools),
        Column(_("기간과 조건"), _terms),
        Column(_("결과"), _outcome),
    ]


def _project(one: ZoneProject, numbered: Numbered) -> SafeString:
    marks = numbered.marks(one.sources)
    return _together(project_link(one.project), _small(marks) if marks else "")


def _tools(one: ZoneProject) -> SafeString:
    """Each tool with the day of its grant, in the order in which it was granted."""
    lines = ((text(tool.kind_words), _granted(tool.granted_text or tool.granted_on)) for tool in one.tools)
    return _together(
        *(part for kind, day in lines for part in (format_html("<div>{}</div>", kind), _small(day)))
    )


def _granted(day: object) -> str:
    return short_day(str(day)) if day else _("일자 미상")


def _terms(one: ZoneProject) -> SafeString | None:
    said = [_said(one.facts[name]) for name in ("term", "conditions", "law") if name in one.facts]
    term = [] if said else _live_term(one)
    return (
        _together(*(format_html("<div>{}</div>", line) for line in (*said, *term))) if said or term else None
    )


def _live_term(one: ZoneProject) -> list[str]:
    last = one.tools[-1]
    if last.starts_on is None or last.ends_on is None:
        return []
    return [f"{short_day(last.starts_on.isoformat())} – {short_day(last.ends_on.isoformat())}"]


def _said(fact: KnownFact) -> SafeString:
    """A value as published; an English reader gets its sense, or the Korean text marked as such."""
    label = text(fact.label)
    if in_english() and fact.note.en:
        return format_html("{}: {}", label, fact.note.en)
    return format_html('{}: <span lang="ko">{}</span>', label, fact.value)


def _outcome(one: ZoneProject) -> SafeString:
    project, tone = one.project, TONES.get(one.project.outcome, "neutral")
    mark = Badge(one.standing, tone if project.is_record else one.tools[-1].state_now.tone)
    when = short_day(project.outcome_text) if project.outcome_text else ""
    told = one.facts.get("outcome")
    sense = text(told.note) if told and in_english() and told.note.en else str(told.value) if told else ""
    notes = [note for note in (when, sense) if note]
    return _together(badge(mark), *(_small(note) for note in notes))


def _unnamed(one: "FollowUpOutcome", numbered: Numbered) -> SafeString:
    """One session's outcome for projects that no source names."""
    session = one.follow_up
    link = format_html(
        '<a href="{}">{}</a>',
        reverse("exemptions:follow_up", args=[session.held_text]),
        short_day(session.held_text),
    )
    number = _("과제 %(n)s건") % {"n": one.count} if one.count else _("수는 보도되지 않음")
    return format_html(
        "{}: {} ({}). {} {}",
        link,
        text(one.outcome_words),
        number,
        text(one.note),
        numbered.marks(one.sources),
    )


def _odd(one: Oddity, numbered: Numbered) -> tuple[Words, Words | None, SafeString]:
    article = rule_info(one.rule_id).citation_on(one.on).words if one.is_breach else None
    return one.words, article, numbered.marks(one.sources)


def _together(*parts: object) -> SafeString:
    """Parts of one cell in one box: on a narrow screen a cell is a line of a card."""
    return format_html("<div>{}</div>", format_html_join(SafeString(""), "{}", ((part,) for part in parts)))


def _small(inner: object) -> SafeString:
    return format_html('<span class="facts-note">{}</span>', inner)
