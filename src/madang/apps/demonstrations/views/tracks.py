"""The page of a track abroad, the register of partners, and the files of demonstrations."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from madang.apps.demonstrations.models import Milestone, Partner, Track, TrackCertificate, TrackStep
from madang.apps.demonstrations.queries.abroad import WARNING_DAYS, partners, tracks_visible_to
from madang.apps.demonstrations.views.parts import crumbs, file_links, project_link, zone_link
from madang.apps.demonstrations.views.steps import Offers
from madang.apps.demonstrations.views.zones import track_badge
from madang.apps.zones.sources import confidence_words, source_of
from madang.core.authority import may
from madang.core.doors import actor_of, korean_day
from madang.core.files.models import Attachment
from madang.core.files.serving import as_download
from madang.core.keeping import keepable
from madang.core.ui.shapes import Badge, Fact, Link
from madang.core.ui.texts import day, number

#: rows whose files are given out here
HOLDERS: Mapping[str, Callable[[UUID], Model | None]] = {
    "demonstrations.milestone": lambda pk: Milestone.objects.select_related("plan__project__zone").filter(pk=pk).first(),
    "demonstrations.trackstep": lambda pk: TrackStep.objects.select_related("track__zone").filter(pk=pk).first(),
    "demonstrations.trackcertificate": lambda pk: TrackCertificate.objects.select_related("track__zone").filter(pk=pk).first(),
}  # fmt: skip


@require_safe
@keepable("demonstrations", "zones", "tools")
def track_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one track with its steps; goods, notes and files to those with a part in it only."""
    actor, today = actor_of(request), korean_day(request)
    track = tracks_visible_to(actor).filter(pk=pk).first()
    if track is None:
        raise Http404
    inside, offers = may(actor, "demonstrations.read_inside", track), Offers(actor, track)
    steps, certificates = list(track.steps.all()), list(track.certificates.all())
    files = file_links(row.pk for row in (*steps, *certificates)) if inside else {}
    for row in steps:
        row.track = track
    context: dict[str, Any] = {
        "track": track, "crumbs": crumbs(zone_link(track.zone), Link(track.title)), "badge": track_badge(track),
        "facts": _facts(track), "offers": offers.of("tracks", track), "inside": inside,
        "steps": [(row, _step_badge(row, today), files.get(row.pk, []), offers.of("track-steps", row)) for row in steps],
        "certificates": [(row, _certificate_badge(row, today), files.get(row.pk, [])) for row in certificates],
        "goods": [(row, f"{number(row.value)} {row.currency}", _goods_badge(row, today), offers.of("customs", row))
                  for row in track.customs.all()] if inside else [],
        "why": _why(inside=inside),
    }  # fmt: skip
    return render(request, "demonstrations/track.html", context)


def _why(*, inside: bool) -> str:
    if inside:
        return _("이 트랙에 할 일이 있는 기관이나 기업이라 통관 내용과 파일도 볼 수 있습니다.")
    return _("누구나 볼 수 있습니다. 통관 내용, 단계의 내용, 파일은 나오지 않습니다.")


def _facts(track: Track) -> list[Fact]:
    facts = [Fact(_("실증하는 특구"), zone_link(track.zone))]
    if track.project is not None:
        facts.append(Fact(_("과제"), project_link(track.project)))
    facts += [Fact(_("종류"), track.kind_words), Fact(_("국가"), track.country_words)]
    facts.append(Fact(_("협력기관"), track.partner.title if track.partner else _("아직 없음")))
    if track.standard:
        facts.append(Fact(_("인증ㆍ기준"), track.standard))
    return facts


def _step_badge(row: TrackStep, today: date) -> Badge:
    if row.done_on is not None:
        return Badge(_("마침"), "success")
    if row.is_late_on(today) and row.planned_on is not None:
        over = (today - row.planned_on).days
        return Badge(ngettext("%(n)d일 지남", "%(n)d일 지남", over) % {"n": over}, "danger")
    return Badge(_("예정"), "info")


def _certificate_badge(row: TrackCertificate, today: date) -> Badge:
    """How long a certificate still holds; a warning begins some days before its last one."""
    if row.valid_until is None:
        return Badge(_("끝나는 날 없음"), "neutral")
    if row.valid_until < today:
        return Badge(_("유효기간이 끝남"), "danger")
    if row.valid_until <= today + timedelta(days=WARNING_DAYS):
        left = (row.valid_until - today).days
        return Badge(ngettext("%(n)d일 뒤에 끝남", "%(n)d일 뒤에 끝남", left) % {"n": left}, "warning")
    return Badge(_("유효"), "success")


def _goods_badge(row: Any, today: date) -> Badge:
    if row.back_on is not None:
        return Badge(_("돌아옴"), "success")
    if row.is_overdue_on(today):
        return Badge(_("돌아올 날이 지남"), "danger")
    return Badge(_("나가 있음"), "info")


@require_safe
@keepable("demonstrations", "zones")
def partner_list(request: HttpRequest) -> HttpResponse:
    """Show every partner by zone, with sources; those of no zone in particular stand apart and say so."""
    groups: dict[Any, list[Any]] = {}
    general = []
    for row in partners():
        shown = (row, _agreed(row), confidence_words(row.confidence), [source_of(one) for one in row.sources])
        if row.zone is None:
            general.append(shown)
        else:
            groups.setdefault(row.zone, []).append(shown)
    context = {
        "crumbs": crumbs(Link(_("협력기관"))), "general": general,
        "groups": [(zone_link(zone), rows) for zone, rows in groups.items()],
        "count": len(general) + sum(len(rows) for rows in groups.values()),
        "why": _("공개된 보도와 기관이 등록한 내용이므로 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "demonstrations/partners.html", context)


def _agreed(row: Partner) -> str:
    return day(row.agreed) if row.agreed_text else ""


@require_safe
def demonstration_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Give a file out to those who may see what it hangs on; for everybody else it does not exist."""
    attachment = Attachment.objects.filter(pk=pk, is_removed=False, case_kind__in=list(HOLDERS)).first()
    row = HOLDERS[attachment.case_kind](attachment.case_id) if attachment else None
    if attachment is None or row is None or not may(actor_of(request), "demonstrations.read_inside", row):
        raise Http404
    return as_download(attachment)
