"""The parts of the pages of a law to be revised: whose turn it is, clocks, facts, steps, columns."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.exemptions.models import LawRevision, RevisionStep, Tool
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.exemptions.rules.revisions import owner_words
from madang.apps.exemptions.views.parts import Shown
from madang.apps.exemptions.views.radar_columns import here
from madang.core.case_models import Duty
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Badge, Column, Fact, Link, Source, TimelineItem
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import DueDate
from madang.kernel.words import Words


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the tracker stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("실증 레이더"), reverse("exemptions:radar")),
        Link(_("정비할 법령"), reverse("exemptions:revisions")),
        *below,
    ]


def waits_at(row: LawRevision) -> Words:
    """Where a revision waits now, in words for everybody."""
    owner = owner_words(row)
    until = row.planned_until.isoformat() if row.planned_until else ""
    return {
        "watched": Words("정비할 법령 목록에 있으며, 아직 계획을 요청한 기록이 없습니다.", "On the list; no plan is on record as asked for."),
        "plan_due": Words(f"{owner.ko}의 법령정비계획을 기다립니다.", f"The revision plan of {owner.en} is awaited."),
        "planned": Words(f"{owner.ko}의 정비계획이 있습니다. 마치려는 날: {until or '미상'}.", f"{owner.en} has a plan; to be done by {until or 'a day not on record'}."),
        "begun": Words(f"{owner.ko}에서 법령을 고치고 있습니다.", f"{owner.en} is revising the law."),
        "in_force": Words("정비된 법령이 시행되었습니다.", "The revised law is in force."),
        "unneeded": Words(f"{owner.ko}에서 정비가 필요하지 않다고 보았습니다.", f"{owner.en} found that no revision is needed."),
    }[row.state]  # fmt: skip


def badge(row: LawRevision) -> Badge:
    """The state as everybody reads it."""
    return Badge(row.state_now.public_words, row.state_now.tone)


def facts_of(row: LawRevision) -> list[Fact]:
    """The key facts of a law; days that are not there are left out, what must be known is said to be unknown."""
    in_force: Any = row.in_force_on or (PartialDate.parse(row.in_force_text) if row.in_force_text else None)
    days = (
        (_("정비를 요청한 날"), row.requested_on),
        (_("심의위원회에 보고한 날"), row.reported_on),
        (_("정비계획을 낸 날"), row.plan_filed_on),
        (_("마치려는 날"), row.planned_until),
        (_("시행일"), in_force),
    )
    first = [Fact(_("법령"), row.law), Fact(_("소관 기관"), owner_words(row))]
    provision = [Fact(_("조문"), row.provision)] if row.provision else []
    return [*first[:1], *provision, *first[1:], *(Fact(label, on) for label, on in days if on)]


def clocks_shown(clocks: Iterable[Duty]) -> list[tuple[Words, Shown]]:
    """Each clock as the deadline component takes it."""
    shown = []
    for clock in clocks:
        due = DueDate.from_json(clock.explanation) if clock.explanation else None
        met = clock.closed_at.astimezone(SEOUL).date() if clock.closed_at and not clock.is_open else None
        shown.append((clock.what, Shown(due, "", met)))
    return shown


def steps_shown(steps: Iterable[RevisionStep]) -> list[TimelineItem]:
    """The steps on the way, each with its source."""
    source = _("근거")
    return [
        TimelineItem(
            title=step.kind_words, on=step.taken_on, note=step.words,
            source=Source(source, step.source) if step.source else None,
        )
        for step in steps
    ]  # fmt: skip


def list_columns(today: date) -> list[Column]:
    """The columns of the list of laws."""
    return [
        Column(_("법령"), _law),
        Column(_("소관 기관"), owner_words),
        Column(_("상태"), badge),
        Column(_("계획 제출 기한"), lambda row: _due(row, today)),
        Column(_("걸린 특례"), lambda row: _hung(row)),
    ]


def tool_columns() -> list[Column]:
    """The columns of the tools that hang on a law."""
    return [
        Column(_("과제"), lambda tool: Link(tool.title, here(tool.path))),
        Column(_("종류"), "kind_words"),
        Column(_("해당 특구"), lambda tool: Link(zone_words(tool.project.zone), reverse("zone", args=[tool.project.zone.slug]))),
        Column(_("상태"), lambda tool: Badge(tool.state_now.public_words, tool.state_now.tone)),
        Column(_("기간의 끝"), _ends),
        Column(_("다음 결정일"), lambda tool: tool.outlook.next_on if hasattr(tool, "outlook") else None),
    ]  # fmt: skip


def _law(row: LawRevision) -> SafeString:
    return format_html('<a href="{}">{}</a> {}', here(row.path), row.law, row.provision)


def _due(row: Any, today: date) -> Sequence[object] | None:
    if row.due_on is None:
        return None
    left = (row.due_on - today).days
    if left < 0:
        return [
            row.due_on,
            Badge(ngettext("%(days)d일 지남", "%(days)d일 지남", -left) % {"days": -left}, "danger"),
        ]
    said = ngettext("%(days)d일 남음", "%(days)d일 남음", left) % {"days": left} if left else _("오늘까지")
    return [row.due_on, Badge(said, "warning" if left <= 30 else "neutral")]


def _hung(row: Any) -> str:
    return ngettext("%(n)d건", "%(n)d건", row.hung) % {"n": row.hung}


def _ends(tool: Tool) -> object:
    return tool.ends_on or (PartialDate.parse(tool.ends_text) if tool.ends_text else None)
