"""The one screen on which a firm asks, and the page of a request, on which everybody who has a part in it works."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.exemptions.acts import asking as acts
from madang.apps.exemptions.forms.confirmations import RequestForm, stored_in
from madang.apps.exemptions.models import Confirmation
from madang.apps.exemptions.queries.confirmations import (
    committee_clock,
    events_of,
    files_of,
    knows_result,
    replies_to,
)
from madang.apps.exemptions.rules.confirmations import TOLD
from madang.apps.exemptions.views import parts
from madang.apps.exemptions.views.negative_list import forget_words, waiting_words
from madang.apps.exemptions.views.steps import offers, visible
from madang.apps.firms.queries.files import starting_values
from madang.apps.zones.queries import zone_by_slug
from madang.core.authority import Actor, OfficeKind, may
from madang.core.doors import Outcome, actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Link


@require_http_methods(["GET", "HEAD", "POST"])
def new_confirmation(request: HttpRequest) -> HttpResponse:
    """Ask: everything on one screen, sent at once or kept as a draft."""
    actor = require(request, "exemptions.begin_confirmation")
    zone = zone_by_slug(request.GET.get("zone", "")[:60])
    form = RequestForm(
        request.POST or None, request.FILES or None, actor=actor, initial=_begun_with(request, actor, zone)
    )
    if form.is_valid():
        act: Callable[..., Confirmation] = (
            acts.ask_confirmation if _sends(request) else acts.begin_confirmation
        )
        outcome = carry_out(request, act, **form.given())
        if outcome.done:
            forget_words(request)
            return _done(request, outcome)
        outcome.onto(form)
    here = Link(_("신속확인 신청"))
    context = {
        "form": form, "once": new_key(), "crumbs": parts.crumbs(here),
        "why": _("기업의 담당 직위로 로그인했으므로 신청할 수 있습니다. 내기 전에는 우리 기업만 봅니다."),
    }  # fmt: skip
    return render(request, "exemptions/confirmations/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def confirmation_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a request with where it waits, its clocks and what the reader can do; a draft is written here."""
    row, actor = visible(request, pk), actor_of(request)
    if row.state == "drafting" or request.method == "POST":
        return _draft(request, row)
    asked = replies_to(row)
    today = korean_day(request)
    offered = offers(actor, row, [one.reply for one in asked], today)
    context = {
        **parts.frame(actor, row), "today": today, "waits_at": parts.waits_at(row, asked), "offers": offered,
        "once": new_key(), "facts": parts.facts_of(row), "files": parts.file_links(row, files_of(row)),
        "timeline": parts.timeline(events_of(row)), "committee": parts.shown(committee_clock(row)),
        "votes": list(row.votes.all()), "is_told": row.state in TOLD, "is_firm": actor.kind is OfficeKind.FIRM,
        "result": parts.PLAIN_RESULT.get(row.outcome) if knows_result(actor, row) else None,
        "asked": [(one, parts.shown(one.clock), _may_read(actor, row, one)) for one in asked],
    }  # fmt: skip
    return render(request, "exemptions/confirmations/page.html", context)


def _begun_with(request: HttpRequest, actor: Actor, zone: Any) -> dict[str, Any]:
    """What a new request starts with: the firm's file, and over it the words brought along from another page."""
    kept = starting_values(actor.office.organisation_id)
    own = {"zone": zone.pk if zone else None, "business": kept.business, "contact": kept.contact}
    return own | {name: value for name, value in waiting_words(request).items() if value}


def _draft(request: HttpRequest, row: Confirmation) -> HttpResponse:
    """Write on in a draft. What was sent meanwhile from another window is said, with what is stored."""
    actor = require(request, "exemptions.write_confirmation", row)
    form = RequestForm(request.POST or None, request.FILES or None, actor=actor, confirmation=row)
    outcome = None
    if row.state != "drafting" and not form.is_bound:
        return redirect("exemptions:confirmation", pk=row.pk)
    if form.is_valid():
        act: Callable[..., Confirmation] = (
            acts.submit_confirmation if _sends(request) else acts.save_confirmation
        )
        outcome = carry_out(request, act, confirmation=row, **form.given())
        if outcome.done:
            return _done(request, outcome)
        outcome.onto(form)
    row.refresh_from_db()
    context = {
        **parts.frame(actor, row), "form": form, "once": new_key(), "facts": parts.facts_of(row),
        "files": parts.file_links(row, files_of(row)), "stored": _stored(row, form, outcome),
    }  # fmt: skip
    return render(request, "exemptions/confirmations/draft.html", context)


def _sends(request: HttpRequest) -> bool:
    return "send" in request.POST


def _done(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    row: Confirmation = outcome.result
    if row.state == "drafting":
        messages.success(request, _("저장했습니다. 아직 내지 않았습니다. 나중에 이어서 쓸 수 있습니다."))
    else:
        said = {"receipt": row.receipt, "local": row.local.name_ko}
        messages.success(request, _("신청했습니다. 접수번호는 %(receipt)s입니다.") % said)
    return redirect(reverse("exemptions:confirmation", args=[row.pk]))


def _stored(row: Confirmation, form: RequestForm, outcome: Outcome | None) -> list[tuple[Any, str]]:
    """What is stored beside what was typed, field by field where they differ, when the tab was stale."""
    if outcome is None or not outcome.is_stale:
        return []
    kept = stored_in(row)
    names = ("subject_public", "business", "permits", "refusals", "contact")
    return [(form[name].label, kept[name]) for name in names if kept[name] != form.cleaned_data[name]]


def _may_read(actor: Actor, row: Confirmation, one: Any) -> bool:
    """Whether the reader may see what a ministry answered: its own always, others' when the result may be known."""
    return may(actor, "exemptions.reply", one.reply) or knows_result(actor, row)
