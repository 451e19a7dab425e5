"""Pages of the panel: assignments with their reasons, conflicts, the way to assign and to end an assignment."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from madang.apps.selection.acts.assignment import assign_evaluators, assign_one, unassign
from madang.apps.selection.forms.evaluation import AssignForm, AssignOneForm, ReasonForm
from madang.apps.selection.models import AssignmentRun, Call, EvaluationAssignment, Plan
from madang.apps.selection.queries.assignment import runs_of
from madang.apps.selection.queries.evaluation import active_evaluators, closed_pairs, ended_in, panel_of
from madang.apps.selection.queries.results import plans_in
from madang.apps.selection.rules.conflicts import conflict_rule_on
from madang.apps.selection.rules.evaluation import CALL_STATE
from madang.apps.selection.views.call_parts import call_link, crumbs
from madang.apps.selection.views.evaluation_parts import (
    WHY_MINISTRY,
    address,
    call_for,
    closed_columns,
    closed_rows,
    menu,
    panels_of,
    seat_columns,
    stage_of,
    stages_of,
)
from madang.core.doors import actor_of, carry_out, korean_day, new_key
from madang.core.ui.shapes import Column, Fact, Link
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage
from madang.kernel.words import Words


@require_safe
def panel_page(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Show who reads which plan and why, who is barred, and the forms to assign."""
    call = call_for(request, slug)
    return _panel(request, call, _stage_in(call, stage), {})


@require_POST
def assign(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Assign by the solver."""
    call = call_for(request, slug)
    at, form = _stage_in(call, stage), AssignForm(request.POST)
    if form.is_valid():
        outcome = carry_out(request, assign_evaluators, call=call, stage=at, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _run_said(outcome.result))
            return redirect(address("panel", call, at))
        outcome.onto(form)
    return _panel(request, call, at, {"assign_form": form}, 422)


@require_POST
def assign_by_hand(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Assign one evaluator to one plan."""
    call = call_for(request, slug)
    at = _stage_in(call, stage)
    form = AssignOneForm(request.POST, plans=plans_in(call, at), evaluators=active_evaluators())
    if form.is_valid():
        outcome = carry_out(request, assign_one, stage=at, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("평가위원을 배정했습니다."))
            return redirect(address("panel", call, at))
        outcome.onto(form)
    return _panel(request, call, at, {"one_form": form}, 422)


@require_http_methods(["GET", "HEAD", "POST"])
def end_assignment(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """End an assignment with a reason."""
    call = call_for(request, slug)
    row = (
        EvaluationAssignment.objects.select_related("plan", "evaluator__person")
        .filter(call=call, pk=pk)
        .first()
    )
    if row is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, unassign, assignment=row, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("배정을 해제했습니다."))
            return redirect(address("panel", call, row.stage))
        outcome.onto(form)
    context = {
        "call": call, "row": row, "form": form, "once": new_key(), "why": WHY_MINISTRY,
        "side_navigation": menu(call, address("panel", call, row.stage)),
        "crumbs": crumbs(call_link(call), Link(_("평가"), address("evaluation", call)), Link(_("배정 해제"))),
    }  # fmt: skip
    return render(
        request, "selection/evaluation/end_assignment.html", context, status=422 if form.errors else 200
    )


def _stage_in(call: Call, name: str) -> Stage:
    stage = stage_of(name)
    if stage not in stages_of(call):
        raise Http404
    return stage


def _panel(
    request: HttpRequest, call: Call, stage: Stage, bound: dict[str, forms.Form], status: int = 200
) -> HttpResponse:
    on = korean_day(request)
    is_open = call.state == CALL_STATE[stage] and not call.results.filter(stage=stage).exists()
    plans = plans_in(call, stage)
    one_form = AssignOneForm(plans=plans, evaluators=active_evaluators())
    context: dict[str, Any] = {
        "call": call, "stage": stage, "words": STAGE_WORDS[stage], "is_open": is_open, "why": WHY_MINISTRY,
        "panels": panels_of(plans if is_open else (), panel_of(actor_of(request), call, stage)), "seat_columns": seat_columns(call, can_end=is_open),
        "closed": closed_rows(closed_pairs(call, stage, on)), "closed_columns": closed_columns(),
        "rule": conflict_rule_on(on), "runs": [_run_facts(run) for run in runs_of(call, stage)],
        "ended": ended_in(call, stage), "ended_columns": _ended_columns(), "once": new_key(), "once_more": new_key(),
        "assign_form": AssignForm(), "one_form": one_form,
        "side_navigation": menu(call, address("panel", call, stage)),
        "crumbs": crumbs(call_link(call), Link(_("평가"), address("evaluation", call)), Link(_("배정"))), **bound,
    }  # fmt: skip
    return render(request, "selection/evaluation/panel.html", context, status=status)


def _ended_columns() -> list[Column]:
    return [
        Column(_("계획서"), "plan.title_ko"),
        Column(_("평가위원"), lambda row: str(row.evaluator)),
        Column(_("끝난 때"), "ended_at"),
        Column(_("사유"), "ended_reason"),
    ]


def _run_facts(run: AssignmentRun) -> dict[str, Any]:
    titles = dict(
        Plan.objects.filter(pk__in=[one["plan"] for one in run.record["short"]]).values_list("pk", "title_ko")
    )
    short = [(titles[UUID(one["plan"])], Words(one["ko"], one["en"])) for one in run.record["short"]]
    ceiling, worst = run.record["ceiling"], run.record["worst_mean"]
    return {
        "at": run.at,
        "facts": [
            Fact(_("추첨값"), str(run.seed)),
            Fact(_("계획서마다"), _("%(count)d명") % {"count": run.needed}),
            Fact(_("새로 배정"), _("%(count)d건") % {"count": len(run.record["pairs"])}),
            Fact(
                _("적합도 합계"),
                f"{_short(run.record['total'])} / {_short(run.record['best_total'])}",
                _("가능한 최댓값과 견줌"),
            ),
            Fact(
                _("적합도가 가장 낮은 계획서"),
                f"{_short(worst)} / {_short(ceiling)}" if worst else "–",
                _("가능한 최댓값과 견줌"),
            ),
        ],
        "short": short,
    }


def _short(number: str) -> str:
    """A number without the noughts at its end."""
    return format(Decimal(number).normalize(), "f")


def _run_said(run: AssignmentRun) -> str:
    lacking = sum(one["lacking"] for one in run.record["short"])
    said = _("%(pairs)d건을 배정했습니다.") % {"pairs": len(run.record["pairs"])}
    return (
        f"{said} {_('평가위원 배정이 %(lacking)d건 부족합니다.') % {'lacking': lacking}}" if lacking else said
    )
