"""The desk: what waits for the reader's office, the earliest legal day first, with the sum behind each day."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from madang.core.authority import APPLICANTS, Actor, OfficeKind
from madang.core.doors import actor_of, moment
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Link, LinkGroup
from madang.portal.desk_rows import columns
from madang.portal.worklist import SHOWN, Counts, awaited_by, counted, paged, waiting_for

#: offices that also see what they wait for from others
WAITING = (*APPLICANTS, OfficeKind.MINISTRY)


@require_safe
@never_cache
def desk(request: HttpRequest) -> HttpResponse:
    """Show what waits for the reader's office, or (``?from=others``) what it waits for."""
    actor = actor_of(request)
    if actor.kind is OfficeKind.PUBLIC:
        return _without_office(request)
    at = moment(request)
    today = at.astimezone(SEOUL).date()
    others = request.GET.get("from") == "others" and actor.kind in WAITING
    shown = request.GET.get("show", "")
    shown = shown if shown in SHOWN else ""
    duties = awaited_by(actor, at) if others else waiting_for(actor)
    counts = counted(duties, today)
    page = paged(duties, counts, shown, today=today, number=request.GET.get("page"))
    context = {
        "page": page, "columns": columns(today, others=others), "others": others, "shown": shown,
        "tabs": _tabs(actor, others=others), "side_navigation": _filters(counts, shown, others=others),
        "counts": counts, "crumbs": [Link(_("첫 화면"), reverse("home")), Link(_("내 업무"))],
    }  # fmt: skip
    return render(request, "portal/desk.html", context)


def _without_office(request: HttpRequest) -> HttpResponse:
    """A reader without an office signs in first; one who has signed in but holds no office is told so."""
    if request.user.is_authenticated:
        return render(request, "portal/no_office.html")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': reverse('desk')})}")


def _tabs(actor: Actor, *, others: bool) -> Sequence[Link]:
    if actor.kind not in WAITING:
        return ()
    base = reverse("desk")
    return (
        Link(_("우리가 처리할 일"), base, not others),
        Link(_("다른 기관의 처리를 기다리는 일"), f"{base}?from=others", others),
    )


def _filters(counts: Counts, shown: str, *, others: bool) -> list[LinkGroup]:
    """The filters with their counts, for the side navigation."""
    labels = {"": _("모두"), "overdue": _("기한 지남"), "week": _("7일 안"), "undated": _("기한 없음")}
    base = {"from": "others"} if others else {}
    links = [
        Link(label, f"?{urlencode(base | ({'show': key} if key else {}))}", key == shown, counts.of(key))
        for key, label in labels.items()
    ]
    return [LinkGroup(_("법정 기한"), links)]
