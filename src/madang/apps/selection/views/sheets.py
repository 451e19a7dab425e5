"""Pages of an evaluator: the desk, the sheet beside the plan, the seal, the declaration of a conflict."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.selection.acts.evaluators import declare_conflict
from madang.apps.selection.acts.sheets import criteria_of, save_sheet, seal_sheet
from madang.apps.selection.forms.sheets import ConflictForm, SheetForm
from madang.apps.selection.models import PresentationSlot, ScoreSheet
from madang.apps.selection.queries.evaluation import Task, own_label, sheets_in_result, task_of, tasks_of
from madang.apps.selection.queries.plans import readable_files
from madang.apps.selection.rules.completeness import items_on
from madang.apps.selection.rules.evaluation import CALL_STATE
from madang.apps.selection.rules.sheets import is_intact
from madang.apps.selection.views.evaluation_parts import hash_shown, stage_name, stage_of
from madang.apps.selection.views.plan_parts import file_columns
from madang.core.doors import Outcome, actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Badge, Column, Fact, Link, LinkGroup
from madang.core.ui.texts import text
from madang.kernel.scoring.exact import plain
from madang.kernel.scoring.rule_parts import Criterion, Stage
from madang.kernel.words import Words

WHY = Words(
    "이 계획서의 평가위원으로 배정되었습니다. 다른 평가위원의 점수는 공식 결과가 나올 때까지 누구도 볼 수 없습니다.",
    "You are assigned to this plan. Nobody sees the scores of other evaluators before the official result.",
)
WHY_DESK = Words(
    "평가위원 본인에게 배정된 계획서만 보입니다. 이해충돌이 있는 계획서는 보이지 않습니다.",
    "Only plans assigned to you in person are shown, and none with a conflict.",
)


@require_safe
def evaluator_desk(request: HttpRequest) -> HttpResponse:
    """Show an evaluator what they have to score and what they have sealed."""
    actor = require(request, "selection.see_own_evaluations")
    tasks = tasks_of(actor, korean_day(request))
    columns = [
        Column(_("계획서"), lambda task: Link(task.assignment.plan.title_ko, _sheet_address(task))),
        Column(pgettext("one", "공모"), "assignment.plan.call.title"),
        Column(_("신청 기관"), "assignment.plan.organisation.words"),
        Column(_("단계"), lambda task: stage_name(task.assignment.stage)),
        Column(_("평가표"), _task_badge),
    ]
    waiting = [task for task in tasks if not (task.sheet and task.sheet.sealed_at)]
    context = {
        "waiting": waiting, "done": [task for task in tasks if task not in waiting], "columns": columns,
        "side_navigation": _menu(tasks, None),
        "why": WHY_DESK, "crumbs": _crumbs(),
    }  # fmt: skip
    return render(request, "selection/evaluation/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_page(request: HttpRequest, plan: UUID, stage: str) -> HttpResponse:
    """Show the plan beside the evaluator's own sheet, and save it."""
    task = _task(request, plan, stage)
    criteria = criteria_of(task.assignment.plan, Stage(stage))
    form, refused = SheetForm(request.POST or None, criteria=criteria, sheet=task.sheet), ""
    if request.method == "POST" and form.is_valid():
        outcome = _save(request, task, form)
        if outcome.done:
            if "seal" in request.POST:
                return redirect("selection:seal_sheet", plan=plan, stage=stage)
            messages.success(request, _("평가표를 임시저장했습니다. 봉인하기 전에는 제출되지 않습니다."))
            return redirect("selection:score_sheet", plan=plan, stage=stage)
        if outcome.is_stale:
            return _stale(request, task, form, criteria)
        outcome.onto(form)
        refused = text(outcome.refusal)
    context = _sheet(request, task, form, criteria) | {"refused": refused}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "selection/evaluation/sheet.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def seal(request: HttpRequest, plan: UUID, stage: str) -> HttpResponse:
    """Ask whether to seal, showing once more what will be sealed; then seal."""
    task = _task(request, plan, stage)
    if task.sheet is None or task.sheet.sealed_at:
        return redirect("selection:score_sheet", plan=plan, stage=stage)
    refused = ""
    if request.method == "POST":
        outcome = carry_out(request, seal_sheet, sheet=task.sheet)
        if outcome.done:
            messages.success(request, _("평가표를 봉인했습니다. 이제 누구도 고칠 수 없습니다."))
            return redirect("selection:score_sheet", plan=plan, stage=stage)
        refused = text(outcome.refusal)
    criteria = criteria_of(task.assignment.plan, Stage(stage))
    context = {
        "task": task, "plan": task.assignment.plan, "rows": _score_rows(task.sheet, criteria),
        "columns": _score_columns(), "refused": refused, "once": new_key(), "why": WHY,
        "crumbs": _crumbs(Link(task.assignment.plan.title_ko, _sheet_address(task)), Link(_("봉인"))),
    }  # fmt: skip
    return render(request, "selection/evaluation/seal.html", context, status=422 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Declare a conflict with a plan."""
    actor, on = require(request, "selection.see_own_evaluations"), korean_day(request)
    task = next((task for stage in Stage if (task := task_of(actor, plan, stage, on))), None)
    if task is None:
        raise Http404
    form = ConflictForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, declare_conflict, plan=task.assignment.plan, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("이해충돌을 신고했습니다. 이 계획서는 이제 열리지 않습니다."))
            return redirect("selection:evaluations")
        outcome.onto(form)
    context = {
        "plan": task.assignment.plan, "form": form, "once": new_key(), "why": WHY,
        "crumbs": _crumbs(Link(task.assignment.plan.title_ko, _sheet_address(task)), Link(_("이해충돌 신고"))),
    }  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "selection/evaluation/conflict.html", context, status=status)


def _task(request: HttpRequest, plan: UUID, stage: str) -> Task:
    """The task, or the answer of a page that does not exist: not theirs, barred, or no such plan."""
    actor = require(request, "selection.see_own_evaluations")
    task = task_of(actor, plan, stage_of(stage), korean_day(request))
    if task is None:
        raise Http404
    return task


def _save(request: HttpRequest, task: Task, form: SheetForm) -> Outcome:
    return carry_out(
        request, save_sheet, plan=task.assignment.plan, stage=Stage(task.assignment.stage), scores=form.scores(),
        opinion=form.cleaned_data["opinion"], seen=form.cleaned_data["version"],
    )  # fmt: skip


def _stale(
    request: HttpRequest, task: Task, form: SheetForm, criteria: tuple[Criterion, ...]
) -> HttpResponse:
    """Show what was typed beside what is stored by now; saving again replaces it knowingly."""
    again = (
        task_of(actor_of(request), task.assignment.plan_id, Stage(task.assignment.stage), korean_day(request))
        or task
    )
    typed = request.POST.copy()
    typed["version"] = str(again.sheet.version if again.sheet else 0)
    fresh = SheetForm(typed, criteria=criteria, sheet=again.sheet)
    context = _sheet(request, again, fresh, criteria)
    context["stored"] = _score_rows(again.sheet, criteria) if again.sheet else []
    return render(request, "selection/evaluation/sheet.html", context, status=409)


def _sheet(
    request: HttpRequest, task: Task, form: SheetForm, criteria: tuple[Criterion, ...]
) -> dict[str, Any]:
    plan, sheet = task.assignment.plan, task.sheet
    stage = Stage(task.assignment.stage)
    result = plan.call.results.filter(stage=stage).first()
    is_open = plan.call.state == CALL_STATE[stage] and result is None and not (sheet and sheet.sealed_at)
    slot = PresentationSlot.objects.filter(plan=plan).first() if stage is Stage.PRESENTATION else None
    context: dict[str, Any] = {
        "task": task, "plan": plan, "stage_name": stage_name(stage), "is_open": is_open, "form": form,
        "badge": _task_badge(task), "items": _items(plan.items), "facts": _facts(task, slot), "once": new_key(),
        "score_rows": _score_rows(sheet, criteria) if sheet and not is_open else [],
        "score_columns": _score_columns(), "sealed": _seal(sheet), "why": WHY,
        "crumbs": _crumbs(Link(plan.title_ko)), "files": list(readable_files(plan, actor_of(request))),
        "file_columns": file_columns(plan)[:3], "side_navigation": _menu(tasks_of(actor_of(request), korean_day(request)), task),
    }  # fmt: skip
    if result is not None:
        context |= _others(task, result, criteria)
    return context


def _others(task: Task, result: Any, criteria: tuple[Criterion, ...]) -> dict[str, Any]:
    """After the official result: the sheets that counted for this plan, without names."""
    own = own_label(result, task.assignment.evaluator)
    rows = list(sheets_in_result(result, task.assignment.plan).items())
    columns = [Column(_("평가위원"), lambda row: f"{row[0]} ({_('본인')})" if row[0] == own else row[0])]
    columns += [Column(c.words, partial(_mark, c.key), numeric=True) for c in criteria]
    return {"counted": rows, "counted_columns": columns}


def _mark(key: str, row: tuple[str, Mapping[str, str]]) -> str:
    return row[1].get(key, "")


def _facts(task: Task, slot: PresentationSlot | None) -> list[Fact]:
    plan = task.assignment.plan
    partners = [p.organisation.words for p in plan.partners.select_related("organisation") if p.agreed_at]
    facts = [Fact(pgettext("one", "공모"), plan.call.title), Fact(_("신청 기관"), plan.organisation.words)]
    if partners:
        facts.append(Fact(_("공동신청"), partners))
    if slot:
        facts += [Fact(_("발표 시각"), slot.time.lower), Fact(_("장소"), slot.place)]
    return facts


def _items(items: Mapping[str, str]) -> list[tuple[Words, str]]:
    """The items in the law's order, then what the lists of today no longer name."""
    words = {item.key: item.words for _rule, item in items_on(None)}
    known = [(words[key], items[key]) for key in words if items.get(key)]
    return known + [(Words(key, key), value) for key, value in items.items() if value and key not in words]


def _seal(sheet: ScoreSheet | None) -> list[Fact]:
    """When the sheet was sealed, and its hash while the content still matches it."""
    if sheet is None or sheet.sealed_at is None:
        return []
    told = (
        hash_shown(sheet.sha256)
        if is_intact(sheet)
        else _("내용이 확인값과 다릅니다. 중소벤처기업부에 알리십시오.")
    )
    return [Fact(_("봉인한 때"), sheet.sealed_at), Fact(_("확인값(SHA-256)"), told)]


def _score_rows(sheet: ScoreSheet, criteria: tuple[Criterion, ...]) -> list[tuple[Words, str, str]]:
    return [(c.words, sheet.scores.get(c.key, ""), plain(c.full_marks)) for c in criteria]


def _score_columns() -> list[Column]:
    return [
        Column(_("심사항목"), lambda row: row[0]),
        Column(_("점수"), lambda row: row[1], numeric=True),
        Column(_("배점"), lambda row: row[2], numeric=True),
    ]


def _task_badge(task: Task) -> Badge:
    if task.sheet is None:
        return Badge(_("작성 전"), "warning")
    return (
        Badge(_("봉인"), "success", "lock")
        if task.sheet.sealed_at
        else Badge(pgettext("state", "임시저장"), "info")
    )


def _sheet_address(task: Task) -> str:
    return reverse("selection:score_sheet", args=[task.assignment.plan_id, task.assignment.stage])


def _menu(tasks: list[Task], current: Task | None) -> list[LinkGroup]:
    """The plans that the evaluator has been given, with the open one marked."""
    shown = current.assignment.pk if current else None
    links = [
        Link(
            f"{task.assignment.plan.title_ko} · {stage_name(task.assignment.stage)}",
            _sheet_address(task),
            task.assignment.pk == shown,
        )
        for task in tasks
    ]
    own = Link(_("내 평가"), reverse("selection:evaluations"), current is None)
    return [LinkGroup(_("평가"), [own, *links])]


def _crumbs(*below: Link) -> list[Link]:
    return [Link(_("첫 화면"), reverse("home")), Link(_("평가"), reverse("selection:evaluations")), *below]
