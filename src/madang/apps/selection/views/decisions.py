"""Pages on which the ministry decides: reasons for every applicant, the embargo, bonus points, the timetable."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.selection.acts.evaluation import decide_shortlist, fix_paper_result
from madang.apps.selection.acts.presentations import schedule_presentations
from madang.apps.selection.acts.results import record_bonus
from madang.apps.selection.forms.evaluation import BonusForm, DecisionForm, TimetableForm
from madang.apps.selection.models import Bonus, Call, Plan, PresentationSlot
from madang.apps.selection.queries.results import final_stage, official_outcomes, plans_in
from madang.apps.selection.rules.evaluation import CALL_STATE
from madang.apps.selection.views.call_parts import call_link, crumbs
from madang.apps.selection.views.evaluation_parts import WHY_MINISTRY, address, call_for, menu, stages_of
from madang.core.acts import Invalid
from madang.core.doors import Outcome, carry_out, new_key
from madang.core.ui.shapes import Column, Link
from madang.core.ui.texts import text
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Fix the result of the stage that runs; what follows from the official result stands there and is not typed."""
    call = call_for(request, slug)
    stage = next((stage for stage, state in CALL_STATE.items() if state == call.state), None)
    if stage is None:
        return _decision(request, call, None, _("지금은 확정할 결과가 없습니다."))
    try:
        is_last = stage == final_stage(call)
        form = DecisionForm(
            request.POST or None, outcomes=_outcomes(call, stage), with_embargo=is_last,
            initial={"embargo_at": call.embargo_at},
        )  # fmt: skip
    except Invalid as error:
        return _decision(request, call, None, text(error.words))
    if form.is_valid():
        outcome = _carry_out(request, call, form, is_last=is_last)
        if outcome.done:
            messages.success(request, _("결과를 확정했습니다."))
            return redirect(address("evaluation", call))
        outcome.onto(form)
    return _decision(request, call, form, "")


@require_http_methods(["GET", "HEAD", "POST"])
def timetable(request: HttpRequest, slug: str) -> HttpResponse:
    """Show and set the presentation timetable."""
    call = call_for(request, slug)
    plans = list(plans_in(call, Stage.PRESENTATION))
    slots = list(
        PresentationSlot.objects.filter(call=call).select_related("plan__organisation").order_by("time")
    )
    is_open = call.state == "presentation" and not call.results.filter(stage=Stage.PRESENTATION).exists()
    form = TimetableForm(request.POST or None, plans=plans, slots=slots) if is_open else None
    if form is not None and form.is_valid():
        outcome = carry_out(request, schedule_presentations, call=call, slots=form.slots())
        if outcome.done:
            messages.success(request, _("발표 시간표를 저장했습니다."))
            return redirect(address("timetable", call))
        outcome.onto(form)
    columns = [
        Column(_("발표 시각"), lambda slot: slot.time.lower),
        Column(
            _("시간(분)"),
            lambda slot: (slot.time.upper - slot.time.lower) // timedelta(minutes=1),
            numeric=True,
        ),
        Column(_("계획서"), "plan.title_ko"),
        Column(_("신청 기관"), "plan.organisation.words"),
        Column(_("장소"), "place"),
    ]
    context = {
        "form": form,
        "slots": slots,
        "columns": columns,
        **_frame(call, "timetable", _("발표 시간표")),
    }
    return render(request, "selection/evaluation/timetable.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def bonuses(request: HttpRequest, slug: str) -> HttpResponse:
    """Show and record bonus points."""
    call = call_for(request, slug)
    is_open = call.state in CALL_STATE.values() and not call.results.exists()
    plans = Plan.objects.filter(call=call, state__in=("under_review", "passed_paper")).order_by("title_ko")
    form = BonusForm(request.POST or None, plans=plans) if is_open else None
    if form is not None and form.is_valid():
        outcome = carry_out(request, record_bonus, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("가점 신청을 기록했습니다."))
            return redirect(address("bonuses", call))
        outcome.onto(form)
    columns = [
        Column(_("계획서"), "plan.title_ko"),
        Column(_("가점"), "points", numeric=True),
        Column(_("근거"), "ground"),
    ]
    rows = Bonus.objects.filter(plan__call=call).select_related("plan").order_by("plan__title_ko", "pk")
    context = {"form": form, "rows": rows, "columns": columns, **_frame(call, "bonuses", _("가점"))}
    return render(request, "selection/evaluation/bonuses.html", context, status=_status(form))


def _outcomes(call: Call, stage: Stage) -> list[tuple[Plan, bool, Words]]:
    """Each plan with its outcome and the sentence of the official result, as a first draft of the reason.

    Raises:
        Invalid: there is no official result, or a tie at the cut line is open.
    """
    plans = {plan.pk: plan for plan in plans_in(call, stage)}
    row = call.results.filter(stage=stage).first()
    said = {one["plan"]: Words(**one["reason"]) for one in row.record["plans"]} if row else {}
    found = []
    for key, chosen in official_outcomes(call, stage).items():
        if chosen is None:
            raise Invalid(
                Words(
                    "선정선에 걸린 동점이 있습니다. 결과 화면에서 의결로 순서를 먼저 정하십시오.",
                    "A tie lies on the cut line. Settle it by resolution on the page of the result first.",
                )
            )
        reason = said[row.label_of(plans[key])] if row else Words("", "")
        found.append((plans[key], chosen, reason))
    return found


def _carry_out(request: HttpRequest, call: Call, form: DecisionForm, *, is_last: bool) -> Outcome:
    if not is_last:
        return carry_out(request, fix_paper_result, call=call, decisions=form.decisions())
    return carry_out(
        request,
        decide_shortlist,
        call=call,
        decisions=form.decisions(),
        embargo_at=form.cleaned_data["embargo_at"],
    )


def _decision(request: HttpRequest, call: Call, form: DecisionForm | None, instead: str) -> HttpResponse:
    context = {
        "form": form, "instead": instead, "is_last": form is not None and "embargo_at" in form.fields,
        **_frame(call, "decide", _("결과 확정")),
    }  # fmt: skip
    return render(request, "selection/evaluation/decide.html", context, status=_status(form))


def _frame(call: Call, name: str, title: str) -> dict[str, Any]:
    own = address(name, call)
    return {
        "call": call, "once": new_key(), "why": WHY_MINISTRY, "side_navigation": menu(call, own),
        "crumbs": crumbs(call_link(call), Link(_("평가"), address("evaluation", call)), Link(title)),
        "two_stages": len(stages_of(call)) == 2,
    }  # fmt: skip


def _status(form: forms.Form | None) -> int:
    return 422 if form is not None and form.is_bound and form.errors else 200
