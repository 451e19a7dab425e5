"""“Does anything on the list concern my business?” on one screen, the list of any day, and the step to a confirmation."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from madang.apps.exemptions.forms.negative_list import ASKED, WORDS, ConcernForm
from madang.apps.exemptions.models import RegulationList
from madang.apps.exemptions.queries.negative_list import (
    Concern,
    concerns,
    draft_lists_visible_to,
    entries_of,
    global_zones,
    list_on,
    lists_by_zone,
)
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.zones.queries import zone_by_slug
from madang.core.authority import may
from madang.core.doors import actor_of, korean_day
from madang.core.personal_numbers import PersonalNumber, without_numbers
from madang.core.ui.shapes import Badge, Column, Link
from madang.core.ui.texts import text
from madang.kernel.procedures.regulation_list import EDITIONS
from madang.kernel.statutes.rules import rule_info

if TYPE_CHECKING:
    from madang.apps.zones.models import Zone

#: where the words wait until the form of the rapid confirmation takes them
WAITING = "words_for_confirmation"


@dataclass(frozen=True)
class Found:
    """What a search says: not_giz, no_list, found or nothing; for which zone, by which list, of which day."""

    said: str
    zone: "Zone"
    of_list: RegulationList | None
    on: date
    concerns: tuple[Concern, ...] = ()
    business: str = ""
    laws: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def front(request: HttpRequest) -> HttpResponse:
    """Ask whether a list concerns a business (nothing is kept), or read the list of a zone as it stood on a day."""
    today = korean_day(request)
    zone = zone_by_slug(request.GET.get("zone", "")[:60])
    form = ConcernForm(request.POST or None, initial={"zone": zone.pk if zone else None})
    found = _answer(form, today) if form.is_valid() else None
    on = _day(request.GET.get("on", ""), today)
    shown = list_on(zone, on) if zone and zone.kind == "giz" and not found else None
    actor = actor_of(request)
    context = {
        "form": form, "found": found, "zone": zone, "on": on, "shown": shown, "today": today,
        "entries": list(entries_of(shown)) if shown else [], "entry_columns": entry_columns(),
        "zones": _zones(on), "zone_columns": _zone_columns(), "crumbs": crumbs(),
        "drafts": [Link(row.title, reverse("exemptions:regulation_list", args=[row.pk])) for row in draft_lists_visible_to(actor)],
        "article": rule_info("NEG-01").citation_on(max(today, EDITIONS[0].in_force_from)).words,
        "can_write": may(actor, "exemptions.write_list"),
        "why": _("고시된 목록은 누구나 볼 수 있습니다. 여기에 쓴 사업의 내용은 저장하지 않습니다."),
    }  # fmt: skip
    return render(request, "exemptions/negative_list/front.html", context)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Take the words along to the form of the rapid confirmation; who is not signed in signs in first."""
    zone = request.POST.get("zone", "")[:60]
    business, laws = request.POST.get("business", "")[:ASKED], request.POST.get("laws", "")[:WORDS]
    try:
        request.session[WAITING] = {
            "business": without_numbers(business, "business"), "permits": without_numbers(laws, "laws"),
        }  # fmt: skip
    except PersonalNumber as error:
        messages.error(request, text(error.words))
        return redirect("exemptions:negative_list")
    form = f"{reverse('exemptions:new_confirmation')}?{urlencode({'zone': zone})}"
    if may(actor_of(request), "exemptions.begin_confirmation"):
        return redirect(form)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': form})}")


def waiting_words(request: HttpRequest) -> dict[str, str]:
    """The words that were taken along to the form of the rapid confirmation."""
    kept: dict[str, str] = request.session.get(WAITING, {})
    return dict(kept)


def forget_words(request: HttpRequest) -> None:
    """Drop them: the request holds them now."""
    request.session.pop(WAITING, None)


def crumbs(*below: Link) -> list[Link]:
    """Where a page on lists of regulations stands."""
    return [
        Link(_("첫 화면"), reverse("home")), Link(_("법령규제목록"), reverse("exemptions:negative_list")), *below
    ]  # fmt: skip


def entry_columns() -> list[Column]:
    """The columns of a list."""
    return [
        Column(_("법령"), "law"),
        Column(_("조문"), "article"),
        Column(_("종류"), lambda row: text(row.kind_words)),
        Column(_("금지된 채로 남는 것"), "forbids"),
        Column(_("소관 부처"), lambda row: text(row.ministry.words)),
    ]


def _answer(form: ConcernForm, today: date) -> Found:
    zone, data = form.cleaned_data["zone"], form.cleaned_data
    words: dict[str, Any] = {"business": data["business"], "laws": data["laws"]}
    if zone.kind != "giz":
        return Found("not_giz", zone, None, today, **words)
    row = list_on(zone, today)
    if row is None:
        return Found("no_list", zone, None, today, **words)
    found = tuple(concerns(row, form.asked()))
    return Found("found" if found else "nothing", zone, row, today, found, **words)


def _day(given: str, today: date) -> date:
    try:
        return date.fromisoformat(given[:10])
    except ValueError:
        return today


def _zones(on: date) -> list[tuple["Zone", RegulationList | None]]:
    lists = lists_by_zone(on)
    return [(zone, lists.get(zone.pk)) for zone in global_zones()]


def _zone_columns() -> list[Column]:
    return [
        Column(
            _("글로벌 혁신특구"), lambda pair: Link(zone_words(pair[0]), reverse("zone", args=[pair[0].slug]))
        ),
        Column(_("법령규제목록"), lambda pair: _standing(pair[0], pair[1])),
    ]


def _standing(zone: "Zone", row: RegulationList | None) -> object:
    if row is None:
        return Badge(_("기록된 목록 없음"), "warning")
    return Link(_("제%(n)d판") % {"n": row.number}, reverse("exemptions:regulation_list", args=[row.pk]))
