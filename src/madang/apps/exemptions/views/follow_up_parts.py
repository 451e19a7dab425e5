"""The parts of the follow-up pages: columns, the sum in words, what is named and what is not, outcomes with sources."""

from collections.abc import Sequence
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.exemptions.models import FollowUp, FollowUpOutcome
from madang.apps.exemptions.models.follow_ups import ENDED, PART_WORDS, PARTS, REVISED
from madang.apps.exemptions.rules.follow_ups import Tally, sum_of
from madang.apps.zones.columns import short_day
from madang.apps.zones.sources import Numbered
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.core.ui.texts import text

TONES = {
    REVISED: "success",
    ENDED: "neutral",
    "interim_permit": "info",
    "permit_extended": "info",
    "extended": "info",
}


def crumbs(*below: Link) -> list[Link]:
    """Where a follow-up page stands."""
    listed = Link(_("후속조치"), reverse("exemptions:follow_ups") if below else "")
    return [Link(_("첫 화면"), reverse("home")), listed, *below]


def list_columns() -> list[Column]:
    """The columns of the list of sessions."""
    return [
        Column(_("회의"), lambda row: Link(short_day(row.held_text), address(row))),
        Column(_("위원회"), lambda row: row.title),
        Column(_("대상 과제"), "total", numeric=True),
        *(_part_column(part) for part in PARTS),
        Column(_("합의 확인"), verdict),
    ]


def _part_column(part: str) -> Column:
    return Column(text(PART_WORDS[part]), part, numeric=True)


def address(row: FollowUp) -> str:
    """The page of a session."""
    return reverse("exemptions:follow_up", args=[row.held_text])


def verdict(row: FollowUp) -> Badge:
    """Whether the stated parts make up the total."""
    if not row.is_public:
        return Badge(_("기록 중"), "warning")
    if row.is_whole:
        return Badge(_("합이 맞음"), "success")
    return Badge(_("일부만 보도됨"), "neutral")


def sum_words(row: FollowUp) -> str:
    """The sum as stated: 24 = 2 + 5 + 17 in words; what sources leave out is said to be left out."""
    if row.is_whole and row.total is not None:
        return text(sum_of(row.total, row.stated))
    said = [f"{text(PART_WORDS[part])} {number}" for part, number in row.stated.items()]
    total = _("대상 %(n)s건") % {"n": row.total} if row.total is not None else _("대상 수는 보도되지 않음")
    return ", ".join([total, *said])


def explained(row: FollowUp) -> str:
    """What the sum means to a reader."""
    if not row.is_public:
        return _("아직 확정되지 않았습니다. 결과의 합이 대상 과제 수와 같아지면 확정할 수 있습니다.")
    if row.is_whole:
        return (
            _("출처가 밝힌 결과를 모두 더하면 대상 과제 수와 같습니다.")
            if row.is_record
            else _("모든 과제의 결과가 하나씩 있고, 그 합이 대상 과제 수와 같습니다.")
        )
    return _("출처가 결과별 수를 모두 밝히지 않아 합을 확인할 수 없습니다.")


def named_words(row: FollowUp, count: Tally, outcomes: Sequence[FollowUpOutcome]) -> str:
    """How many of the projects sources name, and how many they do not."""
    named = sum(one.project_id is not None for one in outcomes)
    if row.total is None:
        return ngettext(
            "이름이 보도된 과제는 %(n)s건입니다.", "이름이 보도된 과제는 %(n)s건입니다.", named
        ) % {"n": named}
    known = {"total": row.total, "named": named, "rest": row.total - named}
    if not known["rest"]:
        return _("%(total)s건의 이름이 모두 있습니다.") % known
    return _("%(total)s건 가운데 %(named)s건의 이름이 있고, %(rest)s건의 이름은 출처에 없습니다.") % known


def part_facts(row: FollowUp, outcomes: Sequence[FollowUpOutcome]) -> list[Fact]:
    """The numbers by part; of each, how many projects are named."""
    return [
        Fact(PART_WORDS[part], _number(row, part), _named_of(part, outcomes, row))
        for part in PARTS
        if part in row.stated or any(one.outcome in PARTS[part] for one in outcomes)
    ]


def _number(row: FollowUp, part: str) -> SafeString:
    number = row.stated.get(part)
    if number is None:
        return format_html('<span class="none">{}</span>', _("보도되지 않음"))
    return format_html("{}", _("과제 %(n)s건") % {"n": number})


def _named_of(part: str, outcomes: Sequence[FollowUpOutcome], row: FollowUp) -> str:
    if not row.is_record:
        return ""
    named = sum(one.project_id is not None and one.outcome in PARTS[part] for one in outcomes)
    return _("이름이 있는 과제 %(n)s건") % {"n": named}


def outcome_columns(numbered: Numbered, base: str, *, has_sources: bool) -> list[Column]:
    """The columns of the outcomes of one session; ``base`` is the address of the register of zones."""
    read = [
        Column(_("덧붙임"), lambda one: text(one.note)),
        Column(_("출처"), lambda one: _marks(one, numbered)),
    ]
    return [
        Column(_("과제"), _project),
        Column(_("과제의 특구"), lambda one: Link(one.zone.title, f"{base}{one.zone.slug}/")),
        Column(_("결과"), lambda one: Badge(one.outcome_words, TONES[one.outcome])),
        *(read if has_sources else ()),
    ]


def _marks(one: FollowUpOutcome, numbered: Numbered) -> SafeString | None:
    return format_html("<span>{}</span>", numbered.marks(one.sources)) if one.sources else None


def _project(one: FollowUpOutcome) -> SafeString:
    if one.project is not None:
        return project_link(one.project)
    if one.count:
        said = ngettext(
            "이름이 보도되지 않은 과제 %(n)s건", "이름이 보도되지 않은 과제 %(n)s건", one.count
        ) % {"n": one.count}
    else:
        said = _("이름과 수가 보도되지 않은 과제")
    return format_html('<span class="none">{}</span>', said)


def project_link(project: Any) -> SafeString:
    """The project's name, which is Korean, leading to its page where there is one."""
    try:
        href = reverse("exemptions:project", args=[project.pk])
    except NoReverseMatch:
        return format_html('<span lang="ko">{}</span>', project.title_public)
    return format_html('<a href="{}" lang="ko">{}</a>', href, project.title_public)


def noted_words(count: Tally) -> str:
    """How far an open session has come, with the sum."""
    said = {"sum": text(count.sum), "total": count.total}
    if not count.missing:
        return _("적힌 결과: %(sum)s. 대상 과제 수와 같습니다.") % said
    rest = {"n": abs(count.missing)}
    more = _("%(n)s건이 더 필요합니다.") if count.missing > 0 else _("%(n)s건이 더 많습니다.")
    return " ".join([_("적힌 결과: %(sum)s. 대상은 %(total)s건입니다.") % said, more % rest])
