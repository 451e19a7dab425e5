"""The ministry's evaluation page: where the call stands, who has sealed, and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from madang.apps.selection.acts.evaluation import begin_paper_review
from madang.apps.selection.models import Call, Plan
from madang.apps.selection.queries.evaluation import panel_of
from madang.apps.selection.queries.results import cuts_after, plans_in
from madang.apps.selection.rules.evaluation import CALL_STATE
from madang.apps.selection.views.call_parts import call_link, crumbs
from madang.apps.selection.views.evaluation_parts import (
    WHY_MINISTRY,
    Panel,
    address,
    call_for,
    menu,
    panels_of,
    place_of,
    plan_address,
    stages_of,
    steps_of,
)
from madang.core.authority import Actor
from madang.core.doors import actor_of, carry_out, moment, new_key
from madang.core.ui.shapes import Badge, Column, Link
from madang.core.ui.texts import text
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage


@dataclass(frozen=True)
class Next:
    """What the officer does next: a sentence, and the button that does it or leads there."""

    sentence: str
    label: str = ""
    href: str = ""
    post: str = ""


@require_safe
def evaluation_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the course of an evaluation with each plan's progress."""
    call, at, actor = call_for(request, slug), moment(request), actor_of(request)
    own = address("evaluation", call)
    stages = [_stage(actor, call, stage) for stage in stages_of(call) if call.state == CALL_STATE[stage]]
    context = {
        "call": call, "state": call.state_now, "steps": steps_of(call), "place": place_of(call, at),
        "next": _next(call, at, [row for stage in stages for row in stage["rows"]]), "once": new_key(), "why": WHY_MINISTRY,
        "stages": stages,
        "columns": _columns(), "side_navigation": menu(call, own), "decided": _decided(call),
        "decided_columns": _decided_columns(), "embargo_at": call.embargo_at,
        "crumbs": crumbs(call_link(call), Link(_("평가"))),
    }  # fmt: skip
    return render(request, "selection/evaluation/course.html", context)


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the paper review."""
    call = call_for(request, slug)
    outcome = carry_out(request, begin_paper_review, call=call)
    if outcome.refusal:
        messages.error(request, text(outcome.refusal))
    else:
        messages.success(request, _("서면평가를 시작했습니다. 이제 평가위원을 배정하십시오."))
    return redirect(address("evaluation", call))


def _stage(actor: Actor, call: Call, stage: Stage) -> dict[str, Any]:
    return {
        "words": STAGE_WORDS[stage],
        "rows": panels_of(plans_in(call, stage), panel_of(actor, call, stage)),
    }


def _columns() -> list[Column]:
    return [
        Column(_("계획서"), lambda row: Link(row.plan.title_ko, plan_address(row.plan))),
        Column(_("신청 기관"), "plan.organisation.words"),
        Column(_("봉인한 평가표"), "badge"),
        Column(_("기다리는 평가위원"), lambda row: ", ".join(row.waiting)),
    ]


def _decided(call: Call) -> list[Plan]:
    decided = Plan.objects.filter(call=call, state__in=("passed_paper", "shortlisted", "not_selected"))
    return list(decided.select_related("organisation").order_by("-state", "region"))


def _decided_columns() -> list[Column]:
    return [
        Column(_("계획서"), lambda plan: Link(plan.title_ko, plan_address(plan))),
        Column(_("신청 기관"), "organisation.words"),
        Column(_("결과"), lambda plan: Badge(plan.state_now.office_words, plan.state_now.tone)),
        Column(_("사유"), "reason_ko"),
    ]


def _next(call: Call, at: datetime, panels: list[Panel]) -> Next:
    if call.state == "announced":
        if call.closes_at and at >= call.closes_at:
            return Next(_("접수를 마감했습니다. 제출된 계획서를 평가에 부칠 수 있습니다."), _("서면평가 시작"),
                        post=address("begin_review", call))  # fmt: skip
        return Next(_("접수 중입니다. 마감한 뒤에 서면평가를 시작할 수 있습니다."))
    if call.state == "decided":
        return Next(_("후보 선정을 마쳤습니다."))
    stage = Stage.PAPER if call.state == "paper_review" else Stage.PRESENTATION
    if stage not in stages_of(call) or not cuts_after(call, stage):
        return Next(
            _("이 단계에는 통과 기준이 없어 바로 확정할 수 있습니다."),
            _("결과 확정"),
            address("decide", call),
        )
    if call.results.filter(stage=stage).exists():
        return Next(_("공식 결과가 나왔습니다. 신청 기관이 읽을 사유를 적고 확정하십시오."), _("결과 확정"),
                    address("decide", call))  # fmt: skip
    return _scoring(call, stage, panels)


def _scoring(call: Call, stage: Stage, panels: list[Panel]) -> Next:
    if not all(panel.seats for panel in panels):
        said = _("평가위원이 없는 계획서가 있습니다. 먼저 배정하십시오.")
        return Next(said, _("평가위원 배정"), address("panel", call, stage))
    given, sealed = sum(len(panel.seats) for panel in panels), sum(panel.sealed for panel in panels)
    if sealed < given:
        said = _(
            "평가표 %(given)d건 가운데 %(sealed)d건을 봉인했습니다. 모두 봉인하면 공식 결과를 산출할 수 있습니다."
        )
        return Next(said % {"given": given, "sealed": sealed})
    said = _("모든 평가표를 봉인했습니다. 공식 결과를 산출하십시오.")
    return Next(said, _("공식 결과 산출"), post=address("compute_result", call, stage))
