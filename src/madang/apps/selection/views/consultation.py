"""The consultation desk: each ministry's own thirty days, the reply, the supplement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.selection.acts import consultation as acts
from madang.apps.selection.forms import consultation as forms
from madang.apps.selection.models import Consultation
from madang.apps.selection.queries.consultation import Asked, consultations_visible_to, with_clocks
from madang.apps.selection.rules.consultation import POSITION_WORDS
from madang.apps.selection.views import designation_parts as parts
from madang.core.authority import Actor, OfficeKind, may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.kernel.words import Words

PER_PAGE = 30
SILENCE = Words(
    "기한이 지나도 회신이 없는 것을 동의로 보지 않습니다. 늦은 회신도 받습니다.",
    "Silence is never taken for consent, and a late reply is still taken.",
)


@dataclass(frozen=True)
class Step:
    """One step of a consultation: address key, words, permission, states, form, act, what it says when done."""

    key: str
    label: Any
    permission: str
    states: tuple[str, ...]
    form: type[forms.ConsultationForm]
    act: Callable[..., Any]
    done: Any


STEPS = (
    Step("reply", _("회신"), "selection.reply_to_consultation", ("waiting", "supplementing"), forms.ReplyForm,
         acts.reply_to_consultation, _("회신했습니다.")),
    Step("ask", _("보완 요구"), "selection.ask_consultation_supplement", ("waiting",), forms.AskForm,
         acts.ask_consultation_supplement, _("보완을 요구했습니다. 회신 기한과 결정 기한이 멈춥니다.")),
    Step("file", _("보완 제출"), "selection.file_consultation_supplement", ("supplementing",), forms.FileForm,
         acts.file_consultation_supplement, _("보완 자료를 제출했습니다. 기간이 다시 흐릅니다.")),
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


@require_safe
def consultation_list(request: HttpRequest) -> HttpResponse:
    """Show the consultations of the reader's office, the waiting ones first."""
    actor = actor_of(request)
    if actor.kind not in parts.CONSULTATION_READERS:
        raise Http404
    done = request.GET.get("show") == "replied"
    rows = consultations_visible_to(actor)
    groups = {False: rows.exclude(state="replied"), True: rows.filter(state="replied")}
    page = Paginator(groups[done].order_by("notified_on", "id"), PER_PAGE).get_page(request.GET.get("page"))
    asked = with_clocks(list(page.object_list), korean_day(request))
    context = {
        "page": page, "asked": [(a, parts.shown(a.clock)) for a in asked], "columns": _columns(), "rows": asked,
        "tabs": [Link(gettext("회신 대기"), "?", not done, groups[False].count()),
                 Link(gettext("회신 완료"), "?show=replied", done, groups[True].count())],
        "done": done, "side_navigation": parts.office_links(actor), "why": _why(actor), "silence": SILENCE,
        "crumbs": [Link(gettext("첫 화면"), reverse("home")), Link(gettext("관계기관 협의"))],
    }  # fmt: skip
    return render(request, "selection/designation/consultations.html", context)


@require_safe
def consultation_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one ministry's consultation with its clock, and what the reader can do."""
    row = _visible(request, pk)
    actor, today = actor_of(request), korean_day(request)
    steps = [s for s in STEPS if row.state in s.states and may(actor, s.permission, row)]
    first = steps[0] if steps else None
    asked = with_clocks([row], today)[0]
    context = {
        **_frame(actor, row), "asked": asked, "clock": parts.shown(asked.clock), "facts": _facts(asked),
        "supplements": list(row.supplements.all()), "steps": steps, "first": first, "once": new_key(),
        "first_form": first.form(consultation=row, today=today) if first else None,
        "opinion_shown": actor.kind not in (OfficeKind.PROVINCE, OfficeKind.BASIC) or bool(row.replied_on),
        "today": today, "silence": SILENCE, "plan_items": parts.plan_items(row.designation, today),
    }  # fmt: skip
    return render(request, "selection/designation/consultation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def consultation_step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a consultation."""
    row, step = _visible(request, pk), BY_KEY.get(key)
    if step is None:
        raise Http404
    actor = require(request, step.permission, row)
    form = step.form(request.POST or None, consultation=row, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, step.act, consultation=row, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("selection:consultation", pk=pk)
        outcome.onto(form)
    is_open = row.state in step.states
    context = {**_frame(actor, row, step.label), "form": form, "once": new_key(), "is_open": is_open}
    return render(request, "selection/designation/step.html", context)


def _visible(request: HttpRequest, pk: UUID) -> Consultation:
    row = consultations_visible_to(actor_of(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _frame(actor: Actor, row: Consultation, label: Any = "") -> dict[str, Any]:
    page = Link(row.title, reverse("selection:consultation", args=[row.pk]) if label else "")
    desk = Link(gettext("관계기관 협의"), reverse("selection:consultations"))
    crumbs = [Link(gettext("첫 화면"), reverse("home")), desk, page, *([Link(label)] if label else [])]
    return {
        "row": row, "label": label, "crumbs": crumbs, "why": _why(actor), "layout": "layout/office.html",
        "side_navigation": parts.office_links(actor),
        "badge": Badge(row.state_now.office_words, row.state_now.tone),
    }  # fmt: skip


def _facts(asked: Asked) -> list[Fact]:
    row = asked.consultation
    facts = [
        Fact(gettext("협의할 계획"), parts.designation_link(row.designation)),
        Fact(gettext("신청 기관"), row.designation.organisation.words),
        Fact(gettext("회신할 기관"), row.organisation.words),
        Fact(gettext("통보한 날"), row.notified_on),
    ]
    if row.replied_on:
        facts += [
            Fact(gettext("회신한 날"), row.replied_on),
            Fact(gettext("의견의 종류"), POSITION_WORDS[row.position]),
        ]
    return [*facts, Fact(gettext("회신 기한"), lateness(asked))]


def lateness(asked: Asked) -> Badge:
    """Whether the reply is in time, late, overdue or stopped, in words."""
    if asked.days_late:
        return Badge(gettext("기한 %(days)d일 지남") % {"days": asked.days_late}, "danger")
    if not asked.is_waiting:
        return Badge(gettext("기한 안에 회신"), "success")
    if asked.clock and asked.clock.paused_on:
        return Badge(gettext("기한 정지"), "warning")
    return Badge(gettext("기한 안"), "info")


def _columns() -> list[Column]:
    return [
        Column(gettext("계획"), lambda a: Link(a.consultation.designation.title, reverse("selection:consultation", args=[a.consultation.pk]))),
        Column(gettext("기관"), "consultation.organisation.words"),
        Column(gettext("통보"), "consultation.notified_on"),
        Column(gettext("회신"), "consultation.replied_on"),
        Column(gettext("의견"), lambda a: POSITION_WORDS.get(a.consultation.position, "")),
        Column(gettext("회신 기한"), lateness),
    ]  # fmt: skip


def _why(actor: Actor) -> Words:
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        return Words("협의를 요청받은 기관의 화면입니다. 다른 기관의 협의는 보이지 않습니다.",
                     "You see what was asked of your own ministry, and nobody else's.")  # fmt: skip
    if actor.kind in (OfficeKind.PROVINCE, OfficeKind.BASIC):
        return Words(
            "신청 기관은 자기 계획에 대한 협의를 볼 수 있습니다.",
            "You see the consultations on your own plan.",
        )
    return Words(
        "지정 절차를 맡은 기관의 화면입니다.", "You see this as an office in charge of the procedure."
    )
