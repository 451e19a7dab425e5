"""The page of a task with every moved date, and the steps of its owner; targets with the way so far."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.measures.acts import targets as target_acts
from madang.apps.measures.acts import tasks as acts
from madang.apps.measures.forms import measures as forms
from madang.apps.measures.models import Target, Task
from madang.apps.measures.queries import measures as queries
from madang.apps.measures.views import parts
from madang.core.authority import may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Fact, Link
from madang.kernel.procedures.measure_task import OPEN

PUBLIC_WHY = gettext_lazy("과제와 목표, 기한의 변경은 누구나 볼 수 있습니다.")


@dataclass(frozen=True)
class Step:
    """One step of a task: address key, words, permission, states, form, act and what it says when done."""

    key: str
    label: Any
    permission: str
    states: tuple[str, ...]
    form: type[forms.StepForm]
    act: Callable[..., Any]
    done: Any


STEPS = {
    step.key: step
    for step in (
        Step("begin", gettext_lazy("착수 기록"), "measures.report_task", ("planned",), forms.PlainForm, acts.begin_task,
             gettext_lazy("착수를 기록했습니다.")),
        Step("finish", gettext_lazy("완료 기록"), "measures.report_task", OPEN, forms.FinishForm, acts.finish_task,
             gettext_lazy("완료를 기록했습니다.")),
        Step("move", gettext_lazy("기한 변경"), "measures.report_task", OPEN, forms.MoveForm, acts.move_task,
             gettext_lazy("기한을 옮겼습니다. 전의 기한도 남아 있습니다.")),
        Step("drop", gettext_lazy("추진하지 않음"), "measures.report_task", OPEN, forms.ReasonForm, acts.drop_task,
             gettext_lazy("추진하지 않는 것으로 기록했습니다.")),
        Step("reopen", gettext_lazy("다시 추진"), "measures.reopen_task", ("done", "dropped"), forms.ReasonForm,
             acts.reopen_task, gettext_lazy("다시 추진하는 것으로 기록했습니다.")),
    )
}  # fmt: skip


@require_safe
@keepable("measures")
def task_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a task: owner, date, every slip, proof, and what happened."""
    task, actor = _task(pk), actor_of(request)
    today = korean_day(request)
    offered = [
        Link(step.label, reverse("measures:task_step", args=[task.pk, step.key]))
        for step in STEPS.values()
        if task.state in step.states and may(actor, step.permission, task)
    ]
    context = {
        **_frame(task), "badge": parts.badge(task, today), "facts": _facts(task), "offered": offered,
        "slips": list(task.slips.all()), "slip_columns": parts.slip_columns(),
        "timeline": parts.timeline(queries.events_of(task)), "why": PUBLIC_WHY,
    }  # fmt: skip
    return render(request, "measures/task.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def task_step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a task."""
    task, step = _task(pk), STEPS.get(key)
    if step is None:
        raise Http404
    require(request, step.permission, task)
    form = step.form(request.POST or None, task=task)
    if form.is_valid():
        outcome = carry_out(request, step.act, task=task, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("measures:task", pk=task.pk)
        outcome.onto(form)
    task = _task(pk)
    context = {
        **_frame(task, Link(step.label)), "form": form, "once": new_key(), "label": step.label, "seen": task.version,
        "why": _("과제의 담당 기관이 합니다."),
    }  # fmt: skip
    return render(request, "measures/form.html", context)


@require_safe
@keepable("measures")
def target_list(request: HttpRequest) -> HttpResponse:
    """Show every target with the way so far."""
    may_keep = may(actor_of(request), "measures.keep")
    context = {
        "ways": queries.targets(), "may_keep": may_keep, "crumbs": parts.crumbs(Link(_("목표와 실적"))), "why": PUBLIC_WHY,
    }  # fmt: skip
    return render(request, "measures/targets.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_target(request: HttpRequest) -> HttpResponse:
    """Register a target."""
    require(request, "measures.keep")
    return _target_form(
        request, forms.TargetForm(request.POST or None), target_acts.set_target, _("목표 등록")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_figure(request: HttpRequest, slug: str) -> HttpResponse:
    """Report how far a target has come."""
    require(request, "measures.keep")
    target = get_object_or_404(Target, slug=slug)
    form = forms.FigureForm(request.POST or None)
    return _target_form(request, form, target_acts.report_figure, _("실적 기록"), target=target)


def _target_form(
    request: HttpRequest, form: Any, act: Callable[..., Any], label: str, **given: Any
) -> HttpResponse:
    if form.is_valid():
        outcome = carry_out(request, act, **given, **form.given())
        if outcome.done:
            messages.success(request, _("기록했습니다."))
            return redirect("measures:targets")
        outcome.onto(form)
    above = Link(_("목표와 실적"), reverse("measures:targets"))
    context = {
        "form": form, "once": new_key(), "label": label, "crumbs": parts.crumbs(above, Link(label)),
        "lead": given["target"].title if given else "", "why": _("중소벤처기업부가 대책과 목표를 관리합니다."),
    }  # fmt: skip
    return render(request, "measures/form.html", context)


def _task(pk: UUID) -> Task:
    return get_object_or_404(queries.tasks(), pk=pk)


def _frame(task: Task, *below: Link) -> dict[str, Any]:
    measure = Link(task.measure.title, reverse("measures:measure", args=[task.measure.number]))
    here = Link(task.title, reverse("measures:task", args=[task.pk]) if below else "")
    return {"task": task, "crumbs": parts.crumbs(measure, here, *below), "lead": task.title if below else ""}


def _facts(task: Task) -> list[Fact]:
    facts = [
        Fact(_("번호"), f"{task.measure.number}-{task.number}"),
        Fact(_("담당 기관"), task.owner.words),
        Fact(_("과제 기한"), parts.due_text(task)),
    ]
    return [*facts, *([Fact(_("완료한 날"), task.done_on)] if task.done_on else [])]
