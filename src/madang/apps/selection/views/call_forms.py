"""The ministry's pages of a call: draft, edit, publish the rule, announce, cancel."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.selection.acts.calls import (
    announce_call,
    cancel_call,
    draft_call,
    publish_rule,
    revise_call,
)
from madang.apps.selection.forms.calls import (
    FRESH,
    MOST_ROWS,
    ROWS,
    CallForm,
    CriterionRows,
    ReasonForm,
    RuleForm,
    rule_initial,
)
from madang.apps.selection.models import Call
from madang.apps.selection.queries.calls import calls_visible_to, versions_of
from madang.apps.selection.views.call_parts import call_facts, call_link, crumbs, rule_shown, window_end
from madang.core.authority import OfficeKind
from madang.core.doors import actor_of, carry_out, new_key, require
from madang.core.ui.shapes import Link
from madang.kernel.words import Words

READ_AND_WRITE = ["GET", "HEAD", "POST"]
_WHY = Words(
    "공모를 운영하는 중소벤처기업부의 화면입니다.", "This page belongs to the ministry, which runs the calls."
)


@require_http_methods(READ_AND_WRITE)
def new_call(request: HttpRequest) -> HttpResponse:
    """Draft a call."""
    require(request, "selection.draft_call")
    form = CallForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, draft_call, call=form.draft(form.cleaned_data["slug"]))
        if outcome.done:
            messages.success(request, _("공모를 만들었습니다. 이어서 평가 기준을 정하십시오."))
            return redirect("selection:edit_rule", slug=outcome.result.slug)
        outcome.onto(form)
    return _page(request, "selection/calls/edit.html", {"form": form, "crumbs": crumbs(Link(_("새 공모")))})


@require_http_methods(READ_AND_WRITE)
def edit_call(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a call that has not been announced."""
    call = _call(request, slug)
    form, stale = CallForm(request.POST or None, call=call), False
    if form.is_valid():
        outcome = carry_out(request, revise_call, call=call, draft=form.draft(call.slug))
        if outcome.done:
            messages.success(request, _("저장했습니다."))
            return redirect("selection:call", slug=slug)
        outcome.onto(form)
        stale = outcome.is_stale
        call = _call(request, slug)
    stored = CallForm(call=call) if stale else None
    context = {"form": form, "call": call, "crumbs": _below(call, _("내용 수정")), "stored": stored}
    return _page(request, "selection/calls/edit.html", context)


@require_http_methods(READ_AND_WRITE)
def edit_rule(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish a version of the evaluation rule, typed in rows of criteria."""
    call = _call(request, slug)
    versions = versions_of(call)
    initial, rows = rule_initial(versions[0].record) if versions else (FRESH, [])
    count = _row_count(request, len(rows))
    form = RuleForm(request.POST or None, initial=initial, rows=count)
    criteria = CriterionRows(
        _with_rows(request, count), initial=rows + [{}] * (count - len(rows)), prefix="c"
    )
    if request.method == "POST" and "more" not in request.POST and form.is_valid() and criteria.is_valid():
        record = form.record(criteria.forms)
        outcome = carry_out(
            request, publish_rule, call=call, record=record, reason=form.cleaned_data["reason"]
        )
        if outcome.done:
            messages.success(
                request, _("평가 기준 %(number)d판을 올렸습니다.") % {"number": outcome.result.number}
            )
            return redirect("selection:call", slug=slug)
        outcome.onto(form)
    context = {
        "form": form, "criteria": criteria, "call": call, "crumbs": _below(call, _("평가 기준")),
        "more": count < MOST_ROWS, "newest": versions[0] if versions else None,
    }  # fmt: skip
    return _page(request, "selection/calls/rule.html", context)


@require_http_methods(READ_AND_WRITE)
def announce(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what will be public once more; on POST announce the call."""
    call = _call(request, slug)
    refusal = None
    if request.method == "POST":
        outcome = carry_out(request, announce_call, call=call)
        if outcome.done:
            messages.success(request, _("공모를 공고했습니다."))
            return redirect("selection:call", slug=slug)
        refusal = outcome.refusal
        call = _call(request, slug)
    versions = versions_of(call)
    context = {
        "call": call, "facts": call_facts(call), "window": window_end(call), "refusal": refusal,
        "rule": rule_shown(versions[0]) if versions else None, "crumbs": _below(call, _("공고")),
    }  # fmt: skip
    return _page(request, "selection/calls/announce.html", context)


@require_http_methods(READ_AND_WRITE)
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Cancel a call with its reason."""
    call = _call(request, slug)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, cancel_call, call=call, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("공모를 취소했습니다."))
            return redirect("selection:call", slug=slug)
        outcome.onto(form)
    context = {"form": form, "call": call, "crumbs": _below(call, _("공모 취소"))}
    return _page(request, "selection/calls/cancel.html", context)


def _call(request: HttpRequest, slug: str) -> Call:
    require(request, "selection.manage_calls")
    call = calls_visible_to(actor_of(request)).filter(slug=slug).first()
    if call is None:
        raise Http404
    return call


def _below(call: Call, label: str) -> list[Link]:
    return crumbs(call_link(call), Link(label))


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, {**context, "once": new_key(), "why": _WHY, "kind": OfficeKind.MINISTRY})


def _row_count(request: HttpRequest, stored: int) -> int:
    """How many rows the page has: those stored with two to spare, or those sent, three more when asked for."""
    if request.method != "POST":
        return min(MOST_ROWS, max(ROWS, stored + 2))
    sent = request.POST.get("c-TOTAL_FORMS", "")
    count = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else ROWS
    return max(1, min(MOST_ROWS, count + 3 if "more" in request.POST else count))


def _with_rows(request: HttpRequest, count: int) -> Any:
    """The sent rows, with as many as the page shall show."""
    if request.method != "POST":
        return None
    sent = request.POST.copy()
    sent["c-TOTAL_FORMS"] = str(count)
    sent.setdefault("c-INITIAL_FORMS", "0")
    return sent
