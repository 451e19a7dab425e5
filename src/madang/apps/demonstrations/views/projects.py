"""The page of a project's demonstration: its plan, progress with the sum, milestones with every slip, sites, tracks."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from madang.apps.demonstrations.models import Milestone, Slip
from madang.apps.demonstrations.queries.abroad import tracks_visible_to
from madang.apps.demonstrations.queries.milestones import PlanView, plans_of
from madang.apps.demonstrations.queries.projects import projects_visible_to
from madang.apps.demonstrations.queries.sites import uses_of
from madang.apps.demonstrations.views.parts import (
    crumbs,
    days_words,
    file_links,
    period,
    within_badge,
    zone_link,
)
from madang.apps.demonstrations.views.steps import Offers
from madang.apps.demonstrations.views.zones import track_columns
from madang.apps.exemptions.models import Project
from madang.core.authority import may
from madang.core.doors import actor_of, korean_day
from madang.core.keeping import keepable
from madang.core.ui.shapes import Badge, Fact, Link
from madang.core.ui.texts import day, text


@require_safe
@keepable("demonstrations", "zones", "tools")
def project_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the demonstration of one project; evidence to those with a part in it only."""
    actor, today = actor_of(request), korean_day(request)
    project = projects_visible_to(actor).filter(pk=pk).first()
    if project is None:
        raise Http404
    inside, offers = may(actor, "demonstrations.read_inside", project), Offers(actor, project)
    view = plans_of([project.pk], today).get(project.pk)
    context: dict[str, Any] = {
        "project": project, "crumbs": crumbs(zone_link(project.zone), Link(project.title)), "view": view,
        "facts": _facts(project, view), "offers": offers.of("projects", project), "inside": inside,
        "plan_offers": offers.of("plans", view.plan) if view else [], "badge": _badge(view),
        "late": _late(view), "milestones": _milestones(view, offers, inside=inside, today=today),
        "uses": [(use.site, within_badge(use.site.within, use.site.within_words), period(use.starts_on, use.ends_before),
                  offers.of("uses", use)) for use in uses_of(project)],
        "tracks": list(tracks_visible_to(actor).filter(project=project)), "track_columns": track_columns(),
        "why": _why(inside=inside),
    }  # fmt: skip
    return render(request, "demonstrations/project.html", context)


def _why(*, inside: bool) -> str:
    if inside:
        return _("이 과제에 할 일이 있는 기관이나 기업이라 증빙 파일도 볼 수 있습니다.")
    return _("실증계획의 단계와 옮긴 기록은 누구나 볼 수 있습니다. 증빙 파일은 나오지 않습니다.")


def _badge(view: PlanView | None) -> Badge | None:
    if view is None:
        return None
    if view.plan.confirmed_on:
        return Badge(_("지방자치단체 확인함"), "success")
    return Badge(_("지방자치단체 확인 전"), "warning")


def _facts(project: Project, view: PlanView | None) -> list[Fact]:
    facts = [Fact(_("실증하는 특구"), zone_link(project.zone))]
    if project.operator is not None:
        facts.append(Fact(_("수행 기업"), project.operator.words))
    if view is None:
        return facts
    plan = view.plan
    facts.append(Fact(_("실증 기간"), period(plan.starts_on, plan.ends_before)))
    if plan.confirmed_on:
        by = text(plan.confirmed_by.words) if plan.confirmed_by else ""
        facts.append(Fact(_("실증계획 확인"), plan.confirmed_on, by))
    slipped = view.progress.slipped_days
    return [*facts, Fact(_("미룬 날"), days_words(slipped), _("단계마다 옮긴 날을 더한 값입니다."))]


def _late(view: PlanView | None) -> str:
    late = view.progress.late if view else 0
    said = ngettext("%(n)d개 단계가 지연되었습니다.", "%(n)d개 단계가 지연되었습니다.", late)
    return said % {"n": late} if late else ""


def _milestones(view: PlanView | None, offers: Offers, *, inside: bool, today: Any) -> list[dict[str, Any]]:
    if view is None:
        return []
    files = file_links(one.pk for one, _slips in view.milestones) if inside else {}
    return [
        {
            "row": one, "standing": one.standing(today), "said": _said(one, today), "slips": [_slip(s) for s in slips],
            "total": days_words(sum(s.days for s in slips)), "files": files.get(one.pk, []),
            "offers": offers.of("milestones", one),
        }
        for one, slips in view.milestones
    ]  # fmt: skip


def _said(one: Milestone, today: Any) -> str:
    """How the day of a milestone stands to what happened, in one line."""
    late = one.standing(today).days
    known = {"due": day(one.due_on), "done": day(one.done_on), "n": late}
    return {
        "done": _("%(due)s까지, %(done)s 마침"),
        "done_late": ngettext(
            "%(due)s까지, %(done)s 마침(%(n)d일 늦음)", "%(due)s까지, %(done)s 마침(%(n)d일 늦음)", late
        ),
        "late": ngettext("%(due)s까지, %(n)d일 지남", "%(due)s까지, %(n)d일 지남", late),
        "due": _("%(due)s까지"),
        "dropped": _("%(due)s까지였음"),
    }[one.standing(today).key] % known


def _slip(slip: Slip) -> dict[str, Any]:
    count = abs(slip.days)
    later = ngettext("%(n)d일 미룸", "%(n)d일 미룸", count)
    sooner = ngettext("%(n)d일 당김", "%(n)d일 당김", count)
    return {
        "row": slip,
        "moved": (later if slip.days > 0 else sooner) % {"n": count},
        "by": slip.by.words if slip.by else "",
    }
