"""Pages of designations: the public list, one designation for everybody and for offices, its steps and opinions."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.selection.acts.notices import answer_opinion, submit_opinion
from madang.apps.selection.forms.designation import AnswerForm, OpinionForm
from madang.apps.selection.models import Designation, Opinion
from madang.apps.selection.queries.consultation import asked_for
from madang.apps.selection.queries.designation import (
    decision_clock,
    designations_visible_to,
    findings_of,
    may_begin_again,
    next_change,
    opinions_on,
    public_events,
)
from madang.apps.selection.rules.designation import takes_opinions
from madang.apps.selection.views import designation_parts as parts
from madang.apps.selection.views.designation_steps import BY_KEY, LONG, open_steps
from madang.core.authority import Actor, OfficeKind, may
from madang.core.doors import actor_of, carry_out, korean_day, moment, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Column, Link
from madang.kernel.words import Words

READ_AND_WRITE = ["GET", "HEAD", "POST"]
PER_PAGE = 30
DONE = ("designated",)
ENDED = ("rejected", "deferred", "returned", "not_examined")
_PUBLIC_WHY = Words(
    "지정 절차의 진행 상황은 누구나 볼 수 있습니다.", "The course of a designation is open to everybody."
)


@require_safe
@keepable("designations")
def designation_list(request: HttpRequest) -> HttpResponse:
    """Show the candidates on their way, the designated ones, and those that came to another end."""
    at, actor = moment(request), actor_of(request)
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in ("designated", "ended") else ""
    rows = designations_visible_to(actor, at)
    groups = {"designated": rows.filter(state__in=DONE), "ended": rows.filter(state__in=ENDED)}
    groups[""] = rows.exclude(state__in=(*DONE, *ENDED))
    page = Paginator(groups[chosen].order_by("-id"), PER_PAGE).get_page(request.GET.get("page"))
    labels = {"": _("진행 중"), "designated": _("지정"), "ended": _("부결·보류·반려·미상정")}
    tabs = [
        Link(label, f"?show={key}" if key else "?", key == chosen, groups[key].count())
        for key, label in labels.items()
    ]
    context = {
        "page": page, "tabs": tabs, "chosen": labels[chosen], "columns": _list_columns(actor),
        "crumbs": parts.crumbs(), "why": _PUBLIC_WHY, "layout": layout_of(actor),
        "side_navigation": parts.office_links(actor),
    }  # fmt: skip
    response = render(request, "selection/designation/list.html", context)
    response.holds_until = next_change(None, at)  # type: ignore[attr-defined]  # read by the keeping of pages
    return response


@require_safe
def designation_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a designation. While opinions are taken the page holds a form, and is made afresh for each reader."""
    row = _visible(request, pk)
    takes = takes_opinions(getattr(row, "notice", None), moment(request)) and row.state == "noticed"
    return _page(request, row, takes=True) if takes else _kept_page(request, row)


@keepable("designations")
def _kept_page(request: HttpRequest, row: Designation) -> HttpResponse:
    response = _page(request, row, takes=False)
    response.holds_until = next_change(row, moment(request))  # type: ignore[attr-defined]  # as above
    return response


def _page(request: HttpRequest, row: Designation, *, takes: bool) -> HttpResponse:
    actor, today = actor_of(request), korean_day(request)
    context = {
        **_public_part(actor, row, today), **_office_part(request, actor, row, today),
        "takes_opinions": takes, "today": today,
    }  # fmt: skip
    if takes:
        context |= {"opinion_form": OpinionForm(designation=row, today=today), "once": new_key()}
    return render(request, "selection/designation/page.html", context)


@require_http_methods(READ_AND_WRITE)
def designation_step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a designation: its form, and the act behind it."""
    row, step = _visible(request, pk), BY_KEY.get(key)
    if step is None:
        raise Http404
    actor, today = require(request, step.permission, row), korean_day(request)
    form = step.form(request.POST or None, designation=row, today=today)
    stale = False
    if form.is_valid():
        outcome = carry_out(request, step.act, designation=row, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("selection:designation", pk=pk)
        outcome.onto(form)
        stale = outcome.is_stale
        row = _visible(request, pk)
    context = {
        **_frame(actor, row, step.label), "form": form, "step": step, "once": new_key(),
        "stored": step.form(designation=row, today=today) if stale else None,
        "is_open": step in open_steps(actor, row, today),
    }  # fmt: skip
    return render(request, "selection/designation/step.html", context)


@require_http_methods(["POST"])
def give_opinion(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an opinion from anybody while the plan is open for inspection."""
    row, today = _visible(request, pk), korean_day(request)
    form = OpinionForm(request.POST, designation=row, today=today)
    if form.is_valid():
        outcome = carry_out(request, submit_opinion, designation=row, **form.given())
        if outcome.done:
            number = str(outcome.result.pk)[-8:].upper()
            messages.success(
                request, _("의견을 접수했습니다. 접수번호는 %(number)s입니다.") % {"number": number}
            )
            return redirect("selection:designation", pk=pk)
        outcome.onto(form)
    context = {
        **_frame(actor_of(request), row, _("의견 내기")),
        "form": form,
        "once": new_key(),
        "is_open": True,
    }
    context["layout"] = "layout/page.html"
    return render(request, "selection/designation/step.html", context)


@require_http_methods(READ_AND_WRITE)
def opinion_answer(request: HttpRequest, pk: UUID, opinion_pk: UUID) -> HttpResponse:
    """Decide on one opinion."""
    row = _visible(request, pk)
    opinion = Opinion.objects.filter(pk=opinion_pk, designation=row).first()
    if opinion is None:
        raise Http404
    actor = require(request, "selection.answer_opinion", opinion)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, answer_opinion, opinion=opinion, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("의견에 대한 결정을 기록했습니다."))
            return redirect(f"{reverse('selection:designation', args=[pk])}#opinions")
        outcome.onto(form)
    context = {
        **_frame(actor, row, _("의견 검토")), "form": form, "once": new_key(), "opinion": opinion, "is_open": True,
    }  # fmt: skip
    return render(request, "selection/designation/step.html", context)


def layout_of(actor: Actor) -> str:
    """Offices work in the dense layout, everybody else reads in the roomy one."""
    return "layout/page.html" if actor.kind is OfficeKind.PUBLIC else "layout/office.html"


def _visible(request: HttpRequest, pk: UUID) -> Designation:
    row = designations_visible_to(actor_of(request), moment(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _list_columns(actor: Actor) -> list[Column]:
    office = actor.kind is not OfficeKind.PUBLIC
    return [
        Column(_("후보"), parts.designation_link),
        Column(_("신청 기관"), "organisation.words"),
        Column(_("지정 종류"), "kind_words"),
        Column(_("회차"), lambda row: row.call.round if row.call else ""),
        Column(_("진행 상태"), lambda row: parts.state_badge(row, office=office)),
        Column(_("상태가 된 날"), lambda row: parts.day_of(row.entered_text)),
    ]


def _public_part(actor: Actor, row: Designation, today: date) -> dict[str, Any]:
    gazette = getattr(row, "gazette", None)
    noticed = getattr(row, "notice", None) is not None
    return {
        "row": row, "crumbs": parts.crumbs(Link(row.title)), "layout": layout_of(actor),
        "side_navigation": parts.office_links(actor), "awaited": parts.awaited(row),
        "badge": parts.state_badge(row, office=actor.kind is not OfficeKind.PUBLIC),
        "facts": parts.facts_shown(row), "timeline": parts.timeline(public_events(row)),
        "decision": parts.shown(decision_clock(row)), "decisions": parts.decisions(actor, row),
        "decision_columns": parts.decision_columns(), "why": _why(actor, row), **parts.notice_shown(row),
        "gazette": gazette, "gazette_items": parts.gazette_items(gazette),
        "plan_items": parts.plan_items(row, today) if noticed else [],
    }  # fmt: skip


def _office_part(request: HttpRequest, actor: Actor, row: Designation, today: date) -> dict[str, Any]:
    """What offices see beside: steps, consultation, papers, supplements, opinions, answers of the rules."""
    if actor.kind is OfficeKind.PUBLIC:
        return {}
    reads = may(actor, "selection.read_designation_papers", row)
    asked = asked_for(row, today) if reads else []
    own = [a for a in asked_for(row, today) if a.consultation.organisation_id == actor.office.organisation_id]
    context: dict[str, Any] = {
        **_steps(actor, row, today), "reads": reads, "comes_back": may_begin_again(actor, row),
        "asked": [(a, parts.shown(a.clock)) for a in (asked or own)],
    }  # fmt: skip
    if reads:
        context |= {
            "plan_checks": parts.plan_checks(row, today), "paper_checks": parts.paper_checks(row, today),
            "supplements": list(row.supplements.select_related("consultation__organisation")),
            "opinions": list(opinions_on(row)), "findings": findings_of(row),
            "finding_columns": parts.finding_columns(row),
            "answers_opinions": row.state == "noticed" and actor.office.organisation_id == row.organisation_id,
        }  # fmt: skip
    return context


def _steps(actor: Actor, row: Designation, today: date) -> dict[str, Any]:
    """The first step with its form when the form is short, the others as links."""
    steps = open_steps(actor, row, today)
    first = next((step for step in steps if step.kind == "primary" and step.key not in LONG), None)
    form = first.form(designation=row, today=today) if first else None
    return {"steps": steps, "first": first, "first_form": form, "once": new_key()}


def _frame(actor: Actor, row: Designation, label: Any) -> dict[str, Any]:
    return {
        "row": row, "label": label, "layout": layout_of(actor), "why": _why(actor, row),
        "side_navigation": parts.office_links(actor),
        "crumbs": parts.crumbs(parts.designation_link(row), Link(label)),
    }  # fmt: skip


def _why(actor: Actor, row: Designation) -> Words:
    if actor.kind is OfficeKind.MINISTRY:
        return Words(
            "지정 절차를 맡은 중소벤처기업부의 화면입니다.",
            "The ministry in charge sees the whole application.",
        )
    if actor.office.organisation_id and actor.office.organisation_id == row.organisation_id:
        return Words("신청 기관의 화면입니다.", "You see this as the applicant.")
    if actor.kind is OfficeKind.SECRETARY:
        return Words(
            "위원회 간사는 신청 서류를 볼 수 있습니다.", "The committees' secretary may read the papers."
        )
    return _PUBLIC_WHY
