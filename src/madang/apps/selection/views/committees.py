"""Pages of the committees: sittings for everybody; roster, exclusion, votes and decision for the secretary."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.selection.acts import ballots, votes
from madang.apps.selection.acts import committees as acts
from madang.apps.selection.forms import committees as forms
from madang.apps.selection.models import Item, Sitting
from madang.apps.selection.queries.committees import (
    items_of,
    members_on,
    seat_of,
    shows_results,
    sittings_visible_to,
    tally_of,
)
from madang.apps.selection.rules.committees import BODY_WORDS
from madang.apps.selection.views import committee_parts as parts
from madang.apps.selection.views.designation_parts import office_links
from madang.core.authority import Actor, OfficeKind, may
from madang.core.doors import Outcome, actor_of, carry_out, korean_day, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.kernel.words import Words

READ_AND_WRITE = ["GET", "HEAD", "POST"]
PER_PAGE = 30


@require_safe
@keepable("committees", "designations")
def committee_list(request: HttpRequest) -> HttpResponse:
    """Show the sittings of both committees, the newest first."""
    actor = actor_of(request)
    body = request.GET.get("body", "")
    body = body if body in BODY_WORDS else ""
    rows = sittings_visible_to(actor)
    shown = rows.filter(body__key=body) if body else rows
    page = Paginator(shown.prefetch_related("items"), PER_PAGE).get_page(request.GET.get("page"))
    tabs = [Link(_("모두"), "?", not body, rows.count())]
    tabs += [
        Link(words, f"?body={key}", key == body, rows.filter(body__key=key).count())
        for key, words in BODY_WORDS.items()
    ]
    context = {
        "page": page, "tabs": tabs, "columns": parts.list_columns(), "crumbs": parts.crumbs(),
        "runs": may(actor, "selection.convene_sitting"), "layout": parts.layout_of(actor), "why": parts.PUBLIC_WHY,
        "side_navigation": office_links(actor),
    }  # fmt: skip
    return render(request, "selection/committees/list.html", context)


@require_safe
@keepable("committees", "designations")
def committee_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a sitting: agenda and, unless withheld, results; to the secretary and members what they can do."""
    return _page(request, _visible(request, slug))


@require_http_methods(READ_AND_WRITE)
def convene(request: HttpRequest) -> HttpResponse:
    """Convene a sitting."""
    actor = require(request, "selection.convene_sitting")
    form = forms.ConveneForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.convene_sitting, convening=form.convening())
        if outcome.done:
            messages.success(request, _("회의를 소집했습니다."))
            return redirect("selection:committee", slug=outcome.result.slug)
        outcome.onto(form)
    return _form_page(request, actor, form, _("회의 소집"))


@require_http_methods(READ_AND_WRITE)
def members(request: HttpRequest) -> HttpResponse:
    """Show the enrolled members of both committees and enrol one."""
    actor, today = require(request, "selection.enrol_member"), korean_day(request)
    form = forms.MemberForm(request.POST or None)
    if form.is_valid():
        body = form.cleaned_data["body"]
        outcome = carry_out(request, acts.enrol_member, body=body, member=form.member())
        if outcome.done:
            messages.success(request, _("위원을 등록했습니다."))
            return redirect("selection:committee_members")
        outcome.onto(form)
    context = {"rosters": parts.rosters(today), "member_columns": parts.member_columns()}
    return _form_page(request, actor, form, _("위원 명단"), **context)


@require_http_methods(["POST"])
def open_sitting(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a sitting with the members present."""
    sitting = _visible(request, slug)
    require(request, "selection.open_sitting", sitting)
    form = forms.PresenceForm(request.POST, sitting=sitting, today=korean_day(request))
    if form.is_valid():
        present = list(form.cleaned_data["present"])
        outcome = carry_out(request, acts.open_sitting, sitting=sitting, present=present)
        return _after(
            request, sitting, outcome, form, _("개의했습니다. 재적과 출석을 확정했습니다."), presence=form
        )
    return _page(request, sitting, presence=form)


@require_http_methods(["POST"])
def close_sitting(request: HttpRequest, slug: str) -> HttpResponse:
    """Close a sitting."""
    sitting = _visible(request, slug)
    require(request, "selection.close_sitting", sitting)
    form = forms.CloseForm(request.POST)
    if form.is_valid():
        outcome = carry_out(request, acts.close_sitting, sitting=sitting, **form.cleaned_data)
        return _after(request, sitting, outcome, form, _("회의를 마쳤습니다."), closing=form)
    return _page(request, sitting, closing=form)


@require_http_methods(["POST"])
def item_step(request: HttpRequest, slug: str, pk: UUID, key: str) -> HttpResponse:
    """Take one step on an agenda item: exclude a member, record votes, cast one's own, decide, defer."""
    sitting = _visible(request, slug)
    item = items_of(sitting).filter(pk=pk).first()
    if item is None or key not in ITEM_STEPS:
        raise Http404
    permission, done = ITEM_STEPS[key]
    actor = require(request, permission, item)
    form = _item_form(key, item, actor, request)
    if not form.is_valid():
        return _page(request, sitting, item_form=(item.pk, key, form))
    outcome = _carry(request, key, item, form, actor)
    return _after(request, sitting, outcome, form, done(), item_form=(item.pk, key, form))


#: step → permission and what is said when it is done (asked for when needed, in the reader's language)
ITEM_STEPS: dict[str, tuple[str, Any]] = {
    "recuse": ("selection.recuse_member", lambda: _("안건에서 제외했습니다.")),
    "votes": ("selection.record_votes", lambda: _("표를 기록했습니다.")),
    "vote": ("selection.cast_ballot", lambda: _("표결했습니다.")),
    "decide": ("selection.decide_item", lambda: _("의결을 기록했습니다.")),
    "defer": ("selection.defer_item", lambda: _("보류로 기록했습니다.")),
}


def _item_form(key: str, item: Item, actor: Actor, request: HttpRequest) -> django_forms.Form:
    tally = tally_of(item, korean_day(request))
    if key == "recuse":
        return forms.RecuseForm(request.POST, item=item)
    if key == "votes":
        return forms.VotesForm(request.POST, tally=tally)
    if key == "vote":
        return forms.OwnVoteForm(request.POST)
    return forms.DeferForm(request.POST) if key == "defer" else django_forms.Form(request.POST)


def _carry(request: HttpRequest, key: str, item: Item, form: Any, actor: Actor) -> Outcome:
    if key == "recuse":
        given = {name: form.cleaned_data[name] for name in ("member", "ground")}
        return carry_out(request, acts.recuse_member, item=item, **given, challenge=form.challenge())
    if key == "votes":
        return carry_out(request, ballots.record_votes, item=item, votes=form.votes())
    if key == "vote":
        member = seat_of(actor, item.sitting)
        if member is None:
            raise Http404
        return carry_out(
            request, ballots.cast_ballot, item=item, member=member, vote=form.cleaned_data["vote"]
        )
    if key == "defer":
        return carry_out(request, votes.defer_item, item=item, **form.cleaned_data)
    return carry_out(request, votes.decide_item, item=item)


def _after(
    request: HttpRequest, sitting: Sitting, outcome: Outcome, form: Any, done: str, **shown: Any
) -> HttpResponse:
    if outcome.done:
        messages.success(request, done)
        return redirect("selection:committee", slug=sitting.slug)
    outcome.onto(form)
    return _page(request, _visible(request, sitting.slug), **shown)


def _page(
    request: HttpRequest,
    sitting: Sitting,
    *,
    presence: Any = None,
    closing: Any = None,
    item_form: Any = None,
) -> HttpResponse:
    actor, today = actor_of(request), korean_day(request)
    runs = may(actor, "selection.open_sitting", sitting)
    is_open = sitting.opened_at is not None and sitting.closed_at is None
    seat = seat_of(actor, sitting)
    context = {
        "sitting": sitting, "layout": parts.layout_of(actor), "facts": parts.sitting_facts(sitting), "runs": runs,
        "agenda": [parts.agenda_line(i, today, item_form, runs and is_open, seat) for i in items_of(sitting)],
        "shows_results": shows_results(actor, sitting), "badge": parts.sitting_badge(sitting), "seat": seat,
        "is_open": is_open, "once": new_key(), "notice": parts.notice_due(sitting), "today": today,
        "crumbs": parts.crumbs(Link(sitting.title)), "why": _why(actor), "side_navigation": office_links(actor),
    }  # fmt: skip
    if runs and sitting.opened_at is None and not sitting.is_record:
        context["presence"] = presence or forms.PresenceForm(sitting=sitting, today=today)
        context["enrolled"] = members_on(sitting.body, today).count()
    if runs and is_open:
        context["closing"] = closing or forms.CloseForm()
    return render(request, "selection/committees/sitting.html", context)


def _form_page(request: HttpRequest, actor: Actor, form: Any, label: str, **more: Any) -> HttpResponse:
    context = {
        "form": form, "label": label, "once": new_key(), "crumbs": parts.crumbs(Link(label)), "why": _why(actor),
        "side_navigation": office_links(actor), **more,
    }  # fmt: skip
    return render(request, "selection/committees/form.html", context)


def _visible(request: HttpRequest, slug: str) -> Sitting:
    sitting = sittings_visible_to(actor_of(request)).filter(slug=slug).first()
    if sitting is None:
        raise Http404
    return sitting


def _why(actor: Actor) -> Words:
    if actor.kind is OfficeKind.SECRETARY:
        return Words("위원회를 운영하는 간사의 화면입니다.", "You see this as the committees' secretary.")
    if actor.kind is OfficeKind.MEMBER:
        return Words("위원에게 보이는 화면입니다.", "You see this as a member.")
    return parts.PUBLIC_WHY
