"""The list of measures, a measure with its tasks, and the Ministry's forms: a measure, a task, a whole table."""

import csv
import io
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.measures.acts import measures as acts
from madang.apps.measures.acts.sheet import COLUMNS
from madang.apps.measures.forms.measures import MeasureForm, TableForm, TaskForm
from madang.apps.measures.models import Measure
from madang.apps.measures.queries import measures as queries
from madang.apps.measures.views import parts
from madang.core.authority import OfficeKind, may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Column, Link
from madang.core.ui.texts import text

PER_PAGE, MOST_FAULTS, MOST_OWN = 50, 200, 50
PUBLIC_WHY = gettext_lazy("대책과 과제, 기한과 그 변경은 누구나 볼 수 있습니다.")


@require_safe
@keepable("measures")
def measure_list(request: HttpRequest) -> HttpResponse:
    """Show every measure with what is done of what, and an office its own open tasks first."""
    actor, today = actor_of(request), korean_day(request)
    page = Paginator(queries.measures(), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    own = queries.open_tasks_of(actor.office.organisation_id) if actor.kind is not OfficeKind.PUBLIC else None
    context: dict[str, Any] = {
        "page": page, "rows": shown, "columns": parts.measure_columns(queries.progress_of(shown, today)),
        "own": list(own[:MOST_OWN]) if own is not None else [], "own_columns": _own_columns(),
        "may_keep": may(actor, "measures.keep"), "crumbs": [*parts.crumbs()[:1], Link(_("대책과 과제"))], "why": PUBLIC_WHY,
    }  # fmt: skip
    return render(request, "measures/list.html", context)


@require_safe
@keepable("measures")
def measure_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a measure with its tasks."""
    actor, today = actor_of(request), korean_day(request)
    measure = _measure(number)
    progress = queries.progress_of([measure], today).get(measure.pk, parts.NOTHING)
    page = Paginator(queries.tasks_of(measure), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "measure": measure, "progress": progress, "page": page, "columns": parts.task_columns(today),
        "may_keep": may(actor, "measures.keep"), "crumbs": parts.crumbs(Link(measure.title)), "why": PUBLIC_WHY,
    }  # fmt: skip
    return render(request, "measures/measure.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_measure(request: HttpRequest) -> HttpResponse:
    """Put a measure on the list."""
    require(request, "measures.keep")
    form = MeasureForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.announce_measure, **form.given())
        if outcome.done:
            messages.success(request, _("대책을 등록했습니다."))
            return redirect("measures:measure", number=outcome.result.number)
        outcome.onto(form)
    return _form(request, form, _("대책 등록"))


@require_http_methods(["GET", "HEAD", "POST"])
def new_task(request: HttpRequest, number: str) -> HttpResponse:
    """Add a task to a measure."""
    require(request, "measures.keep")
    measure = _measure(number)
    form = TaskForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.add_task, measure=measure, **form.given())
        if outcome.done:
            messages.success(request, _("과제를 추가했습니다."))
            return redirect("measures:measure", number=measure.number)
        outcome.onto(form)
    here = Link(measure.title, reverse("measures:measure", args=[measure.number]))
    return _form(request, form, _("과제 추가"), here)


@require_http_methods(["GET", "HEAD", "POST"])
def import_table(request: HttpRequest) -> HttpResponse:
    """Take over a table, whole or not at all; “look through only” says what would come of it."""
    require(request, "measures.keep")
    form = TableForm(request.POST or None, request.FILES or None)
    looked = None
    if form.is_valid():
        if "look" in request.POST:
            looked = form.lines
        else:
            outcome = carry_out(request, acts.import_tasks, **form.given())
            if outcome.done:
                n = len(form.lines.lines)
                said = ngettext("과제 %(n)d개를 들여왔습니다.", "과제 %(n)d개를 들여왔습니다.", n) % {"n": n}
                messages.success(request, said)
                return redirect("measures:measures")
            outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "looked": looked, "faults": form.faults[:MOST_FAULTS],
        "more_faults": max(len(form.faults) - MOST_FAULTS, 0), "fault_columns": _fault_columns(),
        "names": [text(words) for words in COLUMNS.values()], "crumbs": parts.crumbs(Link(_("과제 표 들여오기"))),
        "why": _("중소벤처기업부만 과제 표를 들여올 수 있습니다."),
    }  # fmt: skip
    return render(request, "measures/import.html", context, status=422 if form.faults else 200)


@require_safe
def empty_table(request: HttpRequest) -> HttpResponse:
    """Give out a table that has its columns and no rows."""
    require(request, "measures.keep")
    written = io.StringIO()
    csv.writer(written).writerow(text(words) for words in COLUMNS.values())
    body = b"\xef\xbb\xbf" + written.getvalue().encode()
    kind = {"Content-Disposition": 'attachment; filename="tasks.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=kind)


def _measure(number: str) -> Measure:
    """The measure of an address; one that no text of the database can hold is of none."""
    if "\0" in number:
        raise Http404
    return get_object_or_404(Measure, number=number)


def _form(request: HttpRequest, form: Any, label: str, *below: Link) -> HttpResponse:
    context = {
        "form": form, "once": new_key(), "label": label, "crumbs": parts.crumbs(*below, Link(label)),
        "why": _("중소벤처기업부가 대책과 목표를 관리합니다."),
    }  # fmt: skip
    return render(request, "measures/form.html", context)


def _own_columns() -> list[Column]:
    return [
        Column(_("세부 과제"), lambda row: Link(row.title, reverse("measures:task", args=[row.pk]))),
        Column(_("대책"), lambda row: row.measure.title),
        Column(_("과제 기한"), parts.due_text),
    ]


def _fault_columns() -> list[Column]:
    return [
        Column(_("줄"), "row", numeric=True),
        Column(_("칸"), "column"),
        Column(_("무엇을 고쳐야 하나"), "words"),
    ]
