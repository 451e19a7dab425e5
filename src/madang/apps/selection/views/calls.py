"""Public pages of calls: the list, and one call with its rule, its funnel and, after the embargo, its results."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from madang.apps.selection.forms.plans import StartForm
from madang.apps.selection.models import Call, Plan
from madang.apps.selection.queries.calls import (
    StageCount,
    calls_at,
    calls_visible_to,
    drafts,
    funnels_of,
    law_day_of,
    next_change,
    results_of,
    shown_state,
    versions_of,
)
from madang.apps.selection.queries.plans import plans_of_mine
from madang.apps.selection.rules.calls import window_is_open
from madang.apps.selection.views.call_parts import (
    call_facts,
    call_link,
    crumbs,
    eligibility,
    funnel_chart,
    funnel_text,
    rule_shown,
    sources_of,
    window_end,
    window_note,
)
from madang.apps.selection.views.plan_parts import state_badge
from madang.core.authority import APPLICANTS, Actor, may
from madang.core.doors import actor_of, moment, new_key
from madang.core.keeping import keepable
from madang.core.ui.shapes import Badge, Column, Link
from madang.core.ui.texts import day
from madang.core.walls import reading_as


@require_safe
@keepable("calls")
def call_list(request: HttpRequest) -> HttpResponse:
    """Show the calls: open now, coming, past with their funnels."""
    at, actor = moment(request), actor_of(request)
    found = calls_at(at)
    funnels = funnels_of(found.past, at)
    runs_calls = may(actor, "selection.manage_calls")
    context = {
        "open": [(call, window_end(call)) for call in found.open],
        "coming": [(call, window_end(call)) for call in found.coming],
        "past": found.past,
        "columns": _list_columns(funnels, at),
        "drafts": list(drafts(actor)) if runs_calls else [],
        "runs_calls": runs_calls,
        "crumbs": crumbs(),
        "why": _("공고한 공모는 누구나 볼 수 있습니다."),
    }
    response = render(request, "selection/calls/list.html", context)
    instants = [
        change for call in (*found.open, *found.coming, *found.past) if (change := next_change(call, at))
    ]
    response.holds_until = min(instants, default=None)  # type: ignore[attr-defined]  # read by the keeping of pages
    return response


@require_safe
@keepable("calls")
def call_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a call: what for, when, who may apply, by which rule, what came of it; and what the reader can do."""
    at, actor = moment(request), actor_of(request)
    call = calls_visible_to(actor).prefetch_related("funnel").filter(slug=slug).first()
    if call is None:
        raise Http404
    stages = funnels_of([call], at)[call.slug]
    context = {
        "call": call, "state": shown_state(call, at), "window": window_end(call), "note": window_note(call, at),
        "is_open": window_is_open(call, at), "facts": call_facts(call), "funnel": funnel_chart(call, stages),
        "crumbs": crumbs(Link(call.title)), "why": _why(call), **_law(call), **_rule(request, call),
        **_results(call, stages, at), **_mine(request, call, actor), **_office(call, actor),
    }  # fmt: skip
    response = render(request, "selection/calls/call.html", context)
    response.holds_until = next_change(call, at)  # type: ignore[attr-defined]  # read by the keeping of pages
    return response


def _list_columns(funnels: Mapping[str, list[StageCount]], at: datetime) -> list[Column]:
    return [
        Column(pgettext("one", "공모"), call_link),
        Column(_("구분"), "kind_words"),
        Column(_("공고일"), lambda call: day(call.announced_on)),
        Column(_("상태"), lambda call: _badge(call, at)),
        Column(_("단계별 수"), lambda call: funnel_text(funnels[call.slug])),
    ]


def _badge(call: Call, at: datetime) -> Badge:
    state = shown_state(call, at)
    return Badge(window_note(call, at) or state.public_words, state.tone)


def _why(call: Call) -> str:
    if call.state == "draft":
        return _("공고하기 전이라 중소벤처기업부만 볼 수 있습니다.")
    return _("공고한 공모는 누구나 볼 수 있습니다. 선정 결과는 공개 시각부터 보입니다.")


def _law(call: Call) -> dict[str, Any]:
    on = law_day_of(call)
    return {"law_day": on, "eligibility": eligibility(on.first) if on and on.first else []}


def _rule(request: HttpRequest, call: Call) -> dict[str, Any]:
    versions = versions_of(call)
    asked = request.GET.get("rule", "")
    chosen = next((v for v in versions if str(v.number) == asked), versions[0] if versions else None)
    tabs = [
        Link(_("%(number)d판") % {"number": v.number}, f"?rule={v.number}#rule", v == chosen)
        for v in versions
    ]
    return {"rule": rule_shown(chosen) if chosen else None, "versions": tabs if len(tabs) > 1 else []}


def _results(call: Call, stages: list[StageCount], at: datetime) -> dict[str, Any]:
    columns = [
        Column(_("계획"), "title_ko"),
        Column(_("신청 기관"), "organisation.words"),
        Column(_("결과"), lambda plan: Badge(plan.state_now.public_words, plan.state_now.tone)),
    ]
    sources = [*call.sources, *(source for stage in stages for source in stage.sources)]
    confidence = call.confidence or next((s.confidence for s in stages if s.confidence), "")
    return {
        "results": results_of(call, at), "result_columns": columns,
        "sources": sources_of(sources), "confidence": confidence,
    }  # fmt: skip


def _mine(request: HttpRequest, call: Call, actor: Actor) -> dict[str, Any]:
    if actor.kind not in APPLICANTS or call.is_record:
        return {}
    with reading_as(actor):
        own = list(plans_of_mine(actor, call))
    return {
        "applies": True, "my_plans": own, "my_columns": _my_columns(moment(request)), "start_form": StartForm(),
        "once": new_key(),
    }  # fmt: skip


def _my_columns(at: datetime) -> list[Column]:
    return [
        Column(_("계획서"), lambda plan: Link(plan.title_ko, reverse("selection:plan", args=[plan.pk]))),
        Column(_("대표 기관"), "organisation.words"),
        Column(_("상태"), lambda plan: state_badge(plan, at)),
        Column(_("저장한 때"), "saved_at"),
        Column(_("제출한 때"), "submitted_at"),
    ]


def _office(call: Call, actor: Actor) -> dict[str, Any]:
    if not may(actor, "selection.manage_calls"):
        return {}
    submitted = Plan.objects.filter(call=call).exclude(state__in=("drafting", "withdrawn"))
    return {
        "runs_calls": True,
        "received": list(submitted.select_related("organisation").order_by("submitted_at", "id")),
        "received_columns": [
            Column(_("계획서"), lambda plan: Link(plan.title_ko, reverse("selection:plan", args=[plan.pk]))),
            Column(_("신청 기관"), "organisation.words"),
            Column(_("제출한 때"), "submitted_at"),
            Column(_("상태"), lambda plan: Badge(plan.state_now.office_words, plan.state_now.tone)),
        ],
        "can": {"edit": call.state == "draft", "announce": call.state == "draft" and bool(call.rules.all()),
                "rule": call.state in ("draft", "announced"), "cancel": call.state in ("draft", "announced")},
    }  # fmt: skip
