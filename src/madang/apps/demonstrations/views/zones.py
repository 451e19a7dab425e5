"""The overview of demonstrations by zone, and one zone's page: task force, sites, projects, tracks, partners."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.demonstrations.queries.abroad import tracks_visible_to
from madang.apps.demonstrations.queries.milestones import PlanView, plans_of
from madang.apps.demonstrations.queries.overview import NO_FORCE, SET_UP, WANTED, ZoneRow, zone_rows
from madang.apps.demonstrations.queries.projects import projects_visible_to
from madang.apps.demonstrations.queries.sites import sites_of
from madang.apps.demonstrations.queries.task_forces import TaskForceView, task_force_of
from madang.apps.demonstrations.views.parts import (
    crumbs,
    days_words,
    period,
    practice,
    project_link,
    within_badge,
    zone_link,
)
from madang.apps.demonstrations.views.steps import Offers
from madang.apps.exemptions.models import Project
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.zones.queries import zone_by_slug
from madang.core.authority import may
from madang.core.doors import actor_of, korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Badge, Column, Link
from madang.core.ui.texts import day, text


@require_safe
@keepable("demonstrations", "zones", "tools")
def overview(request: HttpRequest) -> HttpResponse:
    """Show every zone with its task force, sites, projects, and its milestones on time and late."""
    rows = zone_rows(korean_day(request))
    context = {
        "crumbs": crumbs(), "rows": [row for row in rows if row.has_any], "columns": _columns(),
        "silent": [zone_link(row.zone) for row in rows if not row.has_any], "practice": practice(),
        "why": _("누구나 볼 수 있습니다. 담당자 이름, 회의 기록, 증빙 파일, 통관 내용은 나오지 않습니다."),
    }  # fmt: skip
    return render(request, "demonstrations/overview.html", context)


def _columns() -> list[Column]:
    return [
        Column(_("실증하는 특구"), lambda row: zone_link(row.zone)),
        Column(_("실증추진단"), lambda row: force_badge(row.force)),
        Column(_("실증 장소"), "sites", numeric=True),
        Column(_("과제 수"), "projects", numeric=True),
        Column(_("마친 단계"), _done),
        Column(_("지연된 단계"), lambda row: late_badge(row) if row.progress.total else None),
        Column(_("해외 트랙"), "tracks", numeric=True),
        Column(_("협력기관"), "partners", numeric=True),
    ]


def force_badge(force: str) -> Badge:
    """Whether a zone has its task force."""
    return {
        NO_FORCE: Badge(_("기록 없음"), "neutral"),
        WANTED: Badge(_("구성해야 함"), "warning"),
        SET_UP: Badge(_("구성됨"), "success"),
    }[force]


def late_badge(row: ZoneRow) -> Badge:
    """How many milestones are open after their day."""
    late = row.progress.late
    return Badge(_("%(n)d개 지연") % {"n": late}, "danger") if late else Badge(_("지연 없음"), "success")


def _done(row: ZoneRow) -> str:
    one = row.progress
    return f"{one.done}/{one.total} ({one.percent}%)" if one.total else ""


@require_safe
@keepable("demonstrations", "zones", "tools")
def zone_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the demonstrations of one zone; people and meeting records to the task force's own organisations only."""
    zone = zone_by_slug(slug)
    if zone is None:
        raise Http404
    actor, today = actor_of(request), korean_day(request)
    inside, offers = may(actor, "demonstrations.read_inside", zone), Offers(actor, zone)
    projects = list(projects_visible_to(actor).filter(zone=zone))
    plans = plans_of([row.pk for row in projects], today)
    sites = list(sites_of(zone, [row.pk for row in projects]))
    force = task_force_of(zone, today)
    context: dict[str, Any] = {
        "zone": zone, "name": zone_words(zone), "crumbs": crumbs(Link(zone_words(zone))), "practice": practice(),
        "force": force, "inside": inside, "members": _member_columns(inside=inside), "today": today,
        "zone_offers": offers.of("zones", zone), "force_offers": offers.of("task-forces", force.row) if force else [],
        "with_steps": _with_steps(offers, force), "meetings": _meetings(offers, force),
        "sites": [(site, within_badge(site.within, site.within_words), period(site.starts_on, site.ends_before),
                   site.stands_on(today), [project_link(use.project) for use in getattr(site, "shown_uses", ())], offers.of("sites", site))
                  for site in sites],
        "projects": [(row, plans.get(row.pk)) for row in projects], "project_columns": _project_columns(),
        "tracks": list(tracks_visible_to(actor).filter(zone=zone)), "track_columns": track_columns(),
        "partners": list(zone.partners.all()), "partner_columns": _partner_columns(),
        "why": _why(inside=inside),
    }  # fmt: skip
    return render(request, "demonstrations/zone.html", context)


def _why(*, inside: bool) -> str:
    if inside:
        return _("이 특구의 실증에 참여하는 기관이라 담당자와 회의 기록도 볼 수 있습니다.")
    return _("누구나 볼 수 있습니다. 담당자 이름과 회의 기록은 실증추진단에 참여하는 기관만 봅니다.")


def _member_columns(*, inside: bool) -> list[Column]:
    people = [Column(_("담당자"), "person"), Column(_("맡은 일"), "task")] if inside else []
    return [
        Column(_("기관"), "title"),
        Column(_("역할"), "role_words"),
        Column(_("참여"), lambda row: period(row.joined_on, row.left_before)),
        *people,
    ]


def _with_steps(offers: Offers, force: TaskForceView | None) -> list[tuple[Any, list[Link]]]:
    """The members whose part the reader may end."""
    pairs = [(row, offers.of("members", row)) for row in force.members] if force else []
    return [(row, links) for row, links in pairs if links]


def _meetings(offers: Offers, force: TaskForceView | None) -> list[tuple[Any, list[str], list[Link]]]:
    if force is None:
        return []
    return [
        (row, [text(one.title) for one in row.present.all()], offers.of("meetings", row))
        for row in force.meetings
    ]


def _project_columns() -> list[Column]:
    return [
        Column(_("과제"), lambda pair: project_link(pair[0])),
        Column(_("마친 단계"), _pair_done),
        Column(_("지연"), _pair_late),
        Column(_("미룬 날"), _pair_slipped),
    ]


def _pair_done(pair: tuple[Project, PlanView | None]) -> object:
    view = pair[1]
    if view is None:
        return Badge(_("실증계획 없음"), "neutral")
    one = view.progress
    return f"{one.done}/{one.total} ({one.percent}%)" if one.total else _("단계 없음")


def _pair_late(pair: tuple[Project, PlanView | None]) -> object:
    view = pair[1]
    if view is None or not view.progress.total:
        return None
    late = view.progress.late
    return Badge(_("%(n)d개 지연") % {"n": late}, "danger") if late else Badge(_("지연 없음"), "success")


def _pair_slipped(pair: tuple[Project, PlanView | None]) -> object:
    return days_words(pair[1].progress.slipped_days) if pair[1] and pair[1].progress.total else None


def track_columns() -> list[Column]:
    """The columns of a list of tracks."""
    return [
        Column(_("트랙"), lambda row: Link(row.title, reverse("demonstrations:track", args=[row.pk]))),
        Column(_("종류"), "kind_words"),
        Column(_("국가"), "country_words"),
        Column(_("인증ㆍ기준"), "standard"),
        Column(_("지금"), track_badge),
    ]


def track_badge(row: Any) -> Badge:
    """Where a track stands."""
    if row.closed_on is None:
        return Badge(_("진행 중"), "info")
    tone = {"reached": "success", "partly": "warning"}.get(row.outcome, "neutral")
    return Badge(row.outcome_words, tone)


def _partner_columns() -> list[Column]:
    return [
        Column(_("협력기관"), "title"),
        Column(_("국가"), "country_words"),
        Column(_("하는 일"), "role"),
        Column(_("협약"), lambda row: day(row.agreed) if row.agreed_text else None),
    ]
