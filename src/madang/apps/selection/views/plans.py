"""Pages of a plan: the editor with its autosave, the review before submitting, the receipt, the withdrawal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from madang.apps.accounts.queries import organisations_of
from madang.apps.selection.acts.plans import save_draft, start_plan, submit_plan, withdraw_plan
from madang.apps.selection.forms.plans import PaperForm, PartnerForm, PlanForm, StartForm
from madang.apps.selection.models import Call, Plan
from madang.apps.selection.queries.calls import calls_visible_to
from madang.apps.selection.queries.designation import may_begin
from madang.apps.selection.queries.plans import (
    files_now,
    has_unsubmitted_changes,
    last_receipt,
    obstacles,
    partners_of,
    readable_files,
    working_content,
)
from madang.apps.selection.rules.applicants import must_tell_province
from madang.apps.selection.rules.calls import results_are_open
from madang.apps.selection.rules.completeness import ACT_LIST, DECREE_LIST, ItemCheck, completeness
from madang.apps.selection.views.call_parts import call_link, crumbs, window_end
from madang.apps.selection.views.plan_parts import (
    can_change,
    checklist,
    file_columns,
    leads,
    partner_badge,
    plan_for,
    receipt_card,
    short_article,
    side_links,
    state_badge,
    why,
)
from madang.core.authority import APPLICANTS, Actor, OfficeKind
from madang.core.doors import Outcome, actor_of, carry_out, moment, new_key, require
from madang.core.files.models import Attachment
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Column, Link
from madang.core.walls import reading_as
from madang.kernel.words import Words


@dataclass(frozen=True)
class Section:
    """A part of the editor: its title, the provision it rests on, the names of its fields, folded or open."""

    title: str
    citation: Words
    names: list[str]
    is_open: bool


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Start a plan under an open call."""
    call = calls_visible_to(actor_of(request)).filter(slug=slug).first()
    if call is None:
        raise Http404
    require(request, "selection.start_plan", call)
    form = StartForm(request.POST)
    if form.is_valid():
        outcome = carry_out(request, start_plan, call=call, **form.cleaned_data)
        if outcome.done:
            messages.success(
                request, _("계획서를 만들었습니다. 항목을 차례로 쓰십시오. 쓰는 동안 저장됩니다.")
            )
            return redirect("selection:plan", pk=outcome.result.pk)
        outcome.onto(form)
    for errors in form.errors.values():
        messages.error(request, " ".join(str(error) for error in errors))
    return redirect("selection:call", slug=call.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a plan, or save it: the lead edits while the window is open, everybody else reads."""
    plan, at, actor = plan_for(request, pk), moment(request), actor_of(request)
    form, outcome = _form(request, plan), None
    if request.method == "POST":
        if not leads(actor, plan):
            raise Http404
        if form.is_valid():
            outcome = carry_out(request, save_draft, plan=plan, draft=form.draft())
            if outcome.done:
                messages.success(request, _("저장했습니다."))
                then = "selection:submit_plan" if "review" in request.POST else "selection:plan"
                return redirect(then, pk=plan.pk)
            outcome.onto(form)
    context = _page(request, plan, at) | {
        "form": form,
        "once": new_key(),
        **_both(plan_for(request, pk), form, outcome),
    }
    late = context.get("refusal") and not context["changes"]
    status = 409 if context["stale"] or late else 200
    return render(request, "selection/plans/plan.html", context, status=status)


@require_POST
def autosave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save what the page sends by itself: 200 saved, 409 changed elsewhere, 422 cannot be kept (with the sentence)."""
    plan = plan_for(request, pk)
    if not leads(actor_of(request), plan):
        raise Http404
    form = _form(request, plan)
    if not form.is_valid():
        return JsonResponse(
            {"refusal": {name: list(errors) for name, errors in form.errors.items()}}, status=422
        )
    outcome = carry_out(_each_time(request), save_draft, plan=plan, draft=form.draft())
    if outcome.refusal is not None:
        said = outcome.refusal.in_(get_language() or "ko")
        return JsonResponse({"refusal": {outcome.field: [said]}}, status=409 if outcome.is_stale else 422)
    saved = outcome.result
    return JsonResponse({"version": saved.version, "saved_at": saved.saved_at.isoformat()})


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show everything once more with what is missing; on POST submit it."""
    plan, at = plan_for(request, pk), moment(request)
    if not leads(actor_of(request), plan):
        raise Http404
    refusal = None
    if request.method == "POST":
        outcome = carry_out(request, submit_plan, plan=plan)
        if outcome.done:
            messages.success(request, _("접수했습니다. 접수증을 확인하십시오."))
            return redirect("selection:plan", pk=plan.pk)
        refusal = outcome.refusal
        plan = plan_for(request, pk)
    with reading_as(actor_of(request)):
        in_the_way = obstacles(plan, plan.call, at)
    context = _page(request, plan, at) | {
        "refusal": refusal, "obstacles": in_the_way, "once": new_key(),
        "crumbs": _crumbs(plan, Link(_("제출 전 확인"))),
    }  # fmt: skip
    return render(request, "selection/plans/submit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask once more, then withdraw the submitted plan."""
    plan = plan_for(request, pk)
    if not leads(actor_of(request), plan):
        raise Http404
    refusal = None
    if request.method == "POST":
        outcome = carry_out(request, withdraw_plan, plan=plan)
        if outcome.done:
            messages.success(request, _("계획서를 철회했습니다. 접수증은 그대로 남습니다."))
            return redirect("selection:plan", pk=plan.pk)
        refusal = outcome.refusal
    context = {
        "plan": plan, "receipt": last_receipt(plan), "refusal": refusal, "once": new_key(),
        "crumbs": _crumbs(plan, Link(_("철회"))), "why": why(actor_of(request), plan),
    }  # fmt: skip
    return render(request, "selection/plans/withdraw.html", context)


@require_safe
def receipt(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Show a receipt as a sheet to print, with what it stands for."""
    plan = plan_for(request, pk)
    found = plan.receipts.filter(number=number).first()
    if found is None:
        raise Http404
    labels = {check.item.key: check.item.words for check in _checks(plan, found.content["items"])}
    items = [(labels.get(key, key), text) for key, text in found.content["items"].items()]
    context = {
        "plan": plan, "receipt": found, "card": receipt_card(found), "items": items,
        "why": why(actor_of(request), plan),
    }  # fmt: skip
    return render(request, "selection/plans/receipt.html", context)


def _form(request: HttpRequest, plan: Plan) -> PlanForm:
    content = working_content(plan)
    return PlanForm(
        request.POST if request.method == "POST" else None, content=content, checks=_checks(plan, content.items),
        tells_province=must_tell_province(plan.organisation, _law_day(plan.call, moment(request))),
    )  # fmt: skip


def _checks(plan: Plan, items: Mapping[str, str]) -> list[ItemCheck]:
    closes = plan.call.closes_at
    return completeness(plan.call, items, closes.astimezone(SEOUL).date() if closes else None)


def _law_day(call: Call, at: datetime) -> Any:
    return (call.closes_at or at).astimezone(SEOUL).date()


def _page(request: HttpRequest, plan: Plan, at: datetime) -> dict[str, Any]:
    actor = actor_of(request)
    changes = can_change(actor, plan, at)
    content = working_content(plan) if leads(actor, plan) else working_content(_as_submitted(plan))
    checks = _checks(plan, dict(content.items))
    with reading_as(actor):
        newest = last_receipt(plan)
        receipts, files, partners = list(plan.receipts.all()), list(_files(actor, plan)), partners_of(plan)
        unsent = leads(actor, plan) and has_unsubmitted_changes(plan, newest)
    return {
        "plan": plan, "call": plan.call, "side_navigation": side_links(plan, changes), "state": state_badge(plan, at, actor), "why": why(actor, plan),
        "window": window_end(plan.call), "crumbs": _crumbs(plan), "changes": changes, "leads": leads(actor, plan),
        "content": content, "checks": checklist([c for c in checks if c.required], linked=changes),
        "other_checks": checklist([c for c in checks if not c.required], linked=changes),
        "written": [(c.item.words, short_article(c), content.items[c.item.key]) for c in checks
                    if content.items.get(c.item.key)],
        "sections": _sections(checks), "receipt": receipt_card(newest) if newest else None, "newest": newest,
        "receipts": receipts, "unsent": unsent, "files": files, "file_columns": file_columns(plan),
        "reason": plan.reason_ko if results_are_open(plan.call, at) else "", "begins": may_begin(actor, plan, at),
        **_joint(request, plan, partners, changes),
    }  # fmt: skip


def _files(actor: Actor, plan: Plan) -> QuerySet[Attachment]:
    """What stands in the plan now for those who write it; for everybody else what was submitted."""
    return files_now(plan) if actor.kind in APPLICANTS else readable_files(plan, actor)


def _as_submitted(plan: Plan) -> Plan:
    """For everybody but the lead, a revision that was not submitted does not exist."""
    plan.revision = None
    return plan


def _joint(request: HttpRequest, plan: Plan, partners: list[Any], changes: bool) -> dict[str, Any]:
    own = actor_of(request).office.organisation_id
    invited = next((p for p in partners if p.organisation_id == own), None)
    taken = {plan.organisation_id, *(p.organisation_id for p in partners)}
    candidates = [
        o
        for kind in (OfficeKind.PROVINCE, OfficeKind.BASIC)
        for o in organisations_of(kind.value)
        if o.pk not in taken
    ]
    return {
        "partners": partners, "invited": invited, "can_join": plan.state == "drafting",
        "partner_columns": [Column(_("기관"), "organisation.words"), Column(_("동의 여부"), partner_badge),
                            Column(_("동의한 때"), "agreed_at")],
        "partner_form": PartnerForm(candidates=candidates) if changes and plan.state == "drafting" else None,
        "paper_form": PaperForm() if changes else None,
    }  # fmt: skip


def _sections(checks: list[ItemCheck]) -> list[Section]:
    """The fields of the editor under the list that they come from; what the call does not ask for is folded."""
    titles = {ACT_LIST: _("법에서 정한 항목"), DECREE_LIST: _("시행령에서 정한 항목")}
    return [
        Section(
            title,
            listed[0].item.citation.words,
            [c.item.key for c in listed],
            is_open=any(c.required or c.met for c in listed),
        )
        for rule_id, title in titles.items()
        if (listed := [c for c in checks if c.rule_id == rule_id])
    ]


def _both(stored: Plan, form: PlanForm, outcome: Outcome | None) -> dict[str, Any]:
    """After a refused save: what differs between what was typed and what is stored, and the version stored now."""
    if outcome is None:
        return {"stale": False, "seen": stored.version}
    content = working_content(stored)
    now = {**content.items, "title_ko": content.title_ko}
    differing = [
        (form.fields[name].label, form.cleaned_data[name], now.get(name, ""))
        for name in form.fields
        if name in form.cleaned_data
        and name != "province_informed_on"
        and form.cleaned_data[name] != now.get(name, "")
    ]
    told = {"stale": outcome.is_stale, "refusal": outcome.refusal, "differing": differing}
    return {**told, "seen": stored.version}


def _crumbs(plan: Plan, *below: Link) -> list[Link]:
    here = Link(plan.title_ko, reverse("selection:plan", args=[plan.pk]) if below else "")
    return crumbs(call_link(plan.call), here, *below)


def _each_time(request: HttpRequest) -> HttpRequest:
    """An autosave is new each time: the key of the page's form belongs to its button alone."""
    posted = request.POST.copy()
    posted.pop("once", None)
    request.POST = posted  # type: ignore[assignment]  # the same kind of mapping, without one name
    return request
