"""Pages of the pool: the list of evaluators, their registration, and the dated conflict rules."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from madang.apps.selection.acts.evaluators import register_evaluator, set_conflict_rule
from madang.apps.selection.forms.evaluators import ConflictRuleForm, EvaluatorForm
from madang.apps.selection.models import ConflictRule
from madang.apps.selection.queries.evaluation import active_evaluators
from madang.core.doors import carry_out, new_key, require
from madang.core.ui.shapes import Badge, Column, Link
from madang.kernel.regions import region
from madang.kernel.words import Words

WHY = Words(
    "평가위원 명단은 중소벤처기업부만 볼 수 있습니다.", "Only the ministry sees the list of evaluators."
)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluator_list(request: HttpRequest) -> HttpResponse:
    """Show the pool and register an evaluator."""
    require(request, "selection.register_evaluator")
    form = EvaluatorForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, register_evaluator, person=form.person, profile=form.profile())
        if outcome.done:
            messages.success(request, _("평가위원을 등록했습니다."))
            return redirect("selection:evaluators")
        outcome.onto(form)
    return _page(request, form, ConflictRuleForm())


@require_POST
def new_conflict_rule(request: HttpRequest) -> HttpResponse:
    """Set the conflict rule from a day on."""
    require(request, "selection.set_conflict_rule")
    form = ConflictRuleForm(request.POST)
    if form.is_valid():
        outcome = carry_out(request, set_conflict_rule, rule=form.terms())
        if outcome.done:
            messages.success(request, _("이해충돌 기준을 정했습니다."))
            return redirect("selection:evaluators")
        outcome.onto(form)
    return _page(request, EvaluatorForm(), form)


def _page(request: HttpRequest, form: EvaluatorForm, rule_form: ConflictRuleForm) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form, "rule_form": rule_form, "evaluators": active_evaluators(), "columns": _columns(),
        "rules": ConflictRule.objects.order_by("-starts_on"), "rule_columns": _rule_columns(),
        "once": new_key(), "once_more": new_key(), "why": WHY,
        "crumbs": [Link(_("첫 화면"), reverse("home")), Link(_("평가위원 명단"))],
    }  # fmt: skip
    wrong = form.errors or rule_form.errors
    return render(request, "selection/evaluation/evaluators.html", context, status=422 if wrong else 200)


def _columns() -> list[Column]:
    return [
        Column(_("이름"), lambda one: str(one.person)),
        Column(_("소속"), "affiliation_text"),
        Column(_("지역"), lambda one: region(one.region).name if one.region else ""),
        Column(_("전문분야"), lambda one: ", ".join(one.fields)),
        Column(_("평가 한도"), "max_load", numeric=True),
    ]


def _rule_columns() -> list[Column]:
    return [
        Column(_("적용 시작일"), "starts_on"),
        Column(_("신청 기관 소속"), lambda rule: _barred(rule.same_affiliation)),
        Column(_("신청 지역 소속"), lambda rule: _barred(rule.same_region)),
        Column(_("근거"), "basis"),
    ]


def _barred(is_barred: bool) -> Badge:
    return Badge(_("제외"), "info") if is_barred else Badge(_("막지 않음"), "neutral")
