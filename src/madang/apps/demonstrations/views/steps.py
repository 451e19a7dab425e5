"""The steps of demonstrations as the web offers them: for each kind of row a table of what can be done with it.

A topic adds its kind of row to ``READ`` (which rows a reader may name) and its steps to ``STEPS``; the door is the same.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.demonstrations.forms.steps import StepForm
from madang.apps.demonstrations.views.parts import address_of, crumbs
from madang.core.authority import Actor, may
from madang.core.doors import Outcome, actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Link

Rows = Callable[[Actor], "QuerySet[Any]"]


def always(_row: Any) -> bool:
    """A step that stays open."""
    return True


@dataclass(frozen=True)
class Step:
    """One step: address key, words, permission, form, act, its subject's name, what it says when done, while it is open."""

    key: str
    label: Any
    permission: str
    form: type[StepForm]
    act: Callable[..., Any]
    subject: str
    done: Any
    is_open: Callable[[Any], bool] = always
    hint: Any = ""


#: kind of row in the address → the rows that a reader may name, and what can be done with one
READ: dict[str, Rows] = {}
STEPS: dict[str, Mapping[str, Step]] = {}


def enter(kind: str, rows: Rows, steps: Iterable[Step]) -> None:
    """Enter a kind of row with its steps."""
    if kind in READ:
        raise ValueError(f"kind {kind} stands twice")
    READ[kind], STEPS[kind] = rows, {step.key: step for step in steps}


@dataclass
class Offers:
    """What a reader can do on one page; whether they may is asked once for the page's own subject (zone or project)."""

    actor: Actor
    ground: Model
    known: dict[str, bool] = field(default_factory=dict)

    def of(self, kind: str, row: Model) -> list[Link]:
        """The steps of a row that are open to the reader, as links to their forms."""
        return [
            Link(step.label, reverse("demonstrations:step", args=[kind, row.pk, step.key]))
            for step in STEPS[kind].values()
            if step.is_open(row) and self._may(step.permission)
        ]

    def _may(self, permission: str) -> bool:
        if permission not in self.known:
            self.known[permission] = may(self.actor, permission, self.ground)
        return self.known[permission]


@require_http_methods(["GET", "HEAD", "POST"])
def take_step(request: HttpRequest, kind: str, pk: UUID, key: str) -> HttpResponse:
    """Show the form of one step of one row, and take the step."""
    if kind not in READ or key not in STEPS[kind]:
        raise Http404
    row, step = READ[kind](actor_of(request)).filter(pk=pk).first(), STEPS[kind][key]
    require(request, step.permission, row)
    assert row is not None
    form = step.form(request.POST or None, request.FILES or None, row=row, today=korean_day(request))
    outcome = None
    if form.is_valid() or (form.is_bound and not form.fields):
        outcome = carry_out(request, step.act, **{step.subject: row}, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect(address_of(outcome.result))
        outcome.onto(form)
    row.refresh_from_db()
    back = address_of(row)
    context = {
        "crumbs": crumbs(Link(row.title, back), Link(step.label)), "row": row, "step": step, "form": form, "back": back,
        "once": new_key(), "is_open": step.is_open(row), "stored": _stored(form, outcome, step, row),
        "version": getattr(row, "version", ""), "why": _("이 일을 맡은 기관이나 기업이라 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "demonstrations/step.html", context)


def _stored(form: StepForm, outcome: Outcome | None, step: Step, row: Model) -> list[tuple[Any, Any]]:
    """What is stored beside what was typed, where they differ, when the tab was stale."""
    if outcome is None or not outcome.is_stale:
        return []
    kept = step.form(row=row, today=form.today).stored()
    return [(form[name].label, value) for name, value in kept.items() if value != form.cleaned_data.get(name)]
