"""Pages of the official result: printed with every step, a tie to settle, the decision, and the applicant's own page."""

from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from madang.apps.selection.acts.results import compute_result, settle_tie
from madang.apps.selection.forms.evaluation import TieForm
from madang.apps.selection.models import Call, Evaluator, OfficialResult, Plan
from madang.apps.selection.queries.evaluation import results_with
from madang.apps.selection.rules.evaluation import CALL_STATE, outcome_is_open
from madang.apps.selection.views.call_parts import call_link, crumbs, rule_shown
from madang.apps.selection.views.evaluation_parts import (
    WHY_MINISTRY,
    Printed,
    address,
    call_for,
    hash_shown,
    menu,
    plan_address,
    printed,
    result_columns,
    score_facts,
    stage_name,
    stage_of,
)
from madang.core.authority import OfficeKind
from madang.core.doors import actor_of, carry_out, moment, new_key, require
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.core.ui.texts import text
from madang.core.walls import reading_as
from madang.kernel.scoring.analysis import Analysis, LeaveOneOut, analysis_of
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words


class Named(NamedTuple):
    """Which evaluator stands behind a number, for the ministry alone."""

    label: str
    name: str


@require_POST
def compute(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Compute the official result of the stage that runs."""
    call, wanted = call_for(request, slug), stage_of(stage)
    outcome = carry_out(request, compute_result, call=call, stage=wanted)
    if outcome.refusal:
        messages.error(request, text(outcome.refusal))
        return redirect(address("evaluation", call))
    messages.success(request, _("공식 결과를 산출했습니다."))
    return redirect(address("stage_result", call, wanted))


@require_safe
def stage_result(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Print the official result of a stage with every step, and the analysis sheet beside it."""
    call = call_for(request, slug)
    row = _row(call, stage)
    return _printed(request, call, row, None)


@require_POST
def settle(request: HttpRequest, slug: str, stage: str) -> HttpResponse:
    """Settle a tie at the cut line by a resolution."""
    call = call_for(request, slug)
    row = _row(call, stage)
    form = TieForm(request.POST, plans=_tied(row, printed(row)))
    if form.is_valid():
        outcome = carry_out(
            request, settle_tie, result=row, order=form.order(), reason=form.cleaned_data["reason"]
        )
        if outcome.done:
            messages.success(request, _("동점 순서를 정했습니다."))
            return redirect(address("stage_result", call, row.stage))
        outcome.onto(form)
    return _printed(request, call, row, form)


@require_safe
def own_result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an applicant the result of their own plan, from the embargo's instant on and not before."""
    actor, at = actor_of(request), moment(request)
    with reading_as(actor):
        plan = Plan.objects.select_related("call", "organisation").filter(pk=pk).first()
    require(request, "selection.read_result", plan)
    if plan is None or not outcome_is_open(actor, plan.call, at):
        raise Http404
    if plan.state not in ("shortlisted", "not_selected", "passed_paper"):
        raise Http404
    rows = results_with(plan.call, plan)
    version = rows[-1].rule if rows else None
    context = {
        "plan": plan, "call": plan.call, "state": plan.state_now, "why": _why(request, plan),
        "stages": [_own(row, plan) for row in reversed(rows)], "rule": rule_shown(version) if version else None,
        "crumbs": crumbs(call_link(plan.call), Link(plan.title_ko, plan_address(plan)), Link(_("평가 결과"))),
    }  # fmt: skip
    return render(request, "selection/evaluation/own_result.html", context)


def _why(request: HttpRequest, plan: Plan) -> Words:
    if actor_of(request).kind is OfficeKind.MINISTRY:
        return WHY_MINISTRY
    return Words(
        "이 계획서를 신청했거나 함께 신청한 기관입니다. 다른 기관의 점수와 평가위원 이름은 보이지 않습니다.",
        "Your organisation applied with this plan. Scores of others and names of evaluators are not shown.",
    )


def _own(row: OfficialResult, plan: Plan) -> dict[str, Any]:
    result = row.result
    one = result.plan(row.label_of(plan))
    return {
        "title": _round_title(row), "row": row, "result": one,
        "facts": score_facts(one, len(result.plans), result.rule.pass_mark), "steps": [*one.steps, *one.tie_steps],
    }  # fmt: skip


def _round_title(row: OfficialResult) -> str:
    """The final round counts both stages, so it is not called by one of them."""
    return _("최종 결과") if row.stage == Stage.PRESENTATION else stage_name(row.stage)


def _row(call: Call, stage: str) -> OfficialResult:
    row = call.results.select_related("rule", "call").filter(stage=stage_of(stage)).first()
    if row is None:
        raise Http404
    return row


def _printed(request: HttpRequest, call: Call, row: OfficialResult, form: TieForm | None) -> HttpResponse:
    plans, result = printed(row), row.result
    tied = _tied(row, plans) if call.state == CALL_STATE[Stage(row.stage)] else []
    context = {
        "call": call, "row": row, "result": result, "plans": plans, "columns": result_columns(), "why": WHY_MINISTRY,
        "facts": _record_facts(row), "ties": result.unresolved, "rule": rule_shown(row.rule) if row.rule else None,
        "tie_form": form or (TieForm(plans=tied) if tied else None), "once": new_key(),
        "panel": _panel_names(row), "panel_columns": [Column(_("표기"), "label"), Column(_("평가위원"), "name")],
        "side_navigation": menu(call, address("stage_result", call, row.stage)), **_analysis(row, plans),
        "crumbs": crumbs(call_link(call), Link(_("평가"), address("evaluation", call)), Link(row.stage_words)),
    }  # fmt: skip
    return render(request, "selection/evaluation/result.html", context, status=422 if form else 200)


def _record_facts(row: OfficialResult) -> list[Fact]:
    return [
        Fact(_("산출한 때"), row.at),
        Fact(_("적용한 기준"), _("%(number)d판") % {"number": row.rule.number} if row.rule else None),
        Fact(_("확인값(SHA-256)"), hash_shown(row.sha256)),
    ]


def _tied(row: OfficialResult, plans: list[Printed]) -> list[Plan]:
    labels = {label for tie in row.result.unresolved if tie.at_cut for label in tie.plans}
    return [one.plan for one in plans if one.label in labels]


def _panel_names(row: OfficialResult) -> list[Named]:
    keys = {key: label for label, key in row.names["evaluators"].items()}
    found = Evaluator.objects.select_related("person").filter(pk__in=keys)
    return sorted(Named(keys[str(one.pk)], str(one)) for one in found)


def _analysis(row: OfficialResult, plans: list[Printed]) -> dict[str, Any]:
    sheet: Analysis = analysis_of(row.result)
    titles = {one.label: one.plan.title_ko for one in plans}
    return {
        "analysis": sheet,
        "severity_columns": [
            Column(_("표기"), "evaluator"),
            Column(_("단계"), lambda one: stage_name(one.stage)),
            Column(_("읽은 계획서"), "plans", numeric=True),
            Column(_("다른 위원과의 차이(100점 기준)"), "difference", numeric=True),
        ],
        "run_columns": [
            Column(_("뺀 평가위원"), "evaluator"),
            Column(_("선정된 계획서"), lambda run: _otherwise(run, titles)),
            Column(_("공식 결과와"), _holds),
        ],
    }


def _otherwise(run: LeaveOneOut, titles: dict[str, str]) -> list[str]:
    """The shortlist without one evaluator, where it is another one."""
    return [] if run.holds or not run.shortlist else [titles[plan] for plan in run.shortlist]


def _holds(run: LeaveOneOut) -> Badge:
    if run.holds is None:
        return Badge(_("계산 불가"), "neutral")
    return Badge(_("같음"), "success") if run.holds else Badge(_("다름"), "warning")
