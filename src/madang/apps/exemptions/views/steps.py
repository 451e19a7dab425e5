"""The steps of a rapid confirmation as the web offers them: a table of what each office can do from which state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from madang.apps.exemptions.acts import committee, passing, replying
from madang.apps.exemptions.forms import confirmations as forms
from madang.apps.exemptions.models import Confirmation, ConfirmationReply
from madang.apps.exemptions.queries.confirmations import confirmations_visible_to
from madang.apps.exemptions.views.parts import frame
from madang.core.authority import Actor, may
from madang.core.case_models import Case
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Link


@dataclass(frozen=True)
class Step:
    """One step: address key, words, hint, permission, states, form, act and its subject's name, what it says when done."""

    key: str
    label: Any
    hint: Any
    permission: str
    states: tuple[str, ...]
    form: type[forms.StepForm]
    act: Callable[..., Any]
    done: Any
    subject: str = "confirmation"


OF_REQUEST = (
    Step("send", _("중소벤처기업부로 보내기"), _("우리 권한 밖의 일이면 지체 없이 보냅니다(제85조제2항)."),
         "exemptions.route_confirmation", ("received",), forms.NoForm, passing.send_confirmation,
         _("중소벤처기업부로 보냈습니다.")),
    Step("answer", _("스스로 답하기"), _("우리 권한 안의 일이면 스스로 확인하여 바로 알립니다(제85조제2항)."),
         "exemptions.route_confirmation", ("received",), forms.AnswerForm, passing.answer_confirmation,
         _("답했습니다. 신청인의 화면에 결과가 나옵니다.")),
    Step("pass", _("관계 부처에 통보"), _("즉시 통보합니다(제85조제3항)."), "exemptions.pass_on_confirmation", ("sent",),
         forms.PassOnForm, passing.pass_on_confirmation, _("통보했습니다. 회신 기한이 시작되었습니다.")),
    Step("vote", _("위원회 표결 기록"), _("출석 과반수의 찬성이 있어야 의결됩니다."), "exemptions.record_vote",
         ("reviewing",), forms.VoteForm, committee.record_confirmation_vote, _("표결을 기록했습니다.")),
    Step("report", _("지방자치단체에 결과 알리기"), _("즉시 알립니다(제85조제6항)."), "exemptions.report_result",
         ("agreed", "decided"), forms.ReportForm, passing.report_confirmation, _("결과를 지방자치단체에 알렸습니다.")),
    Step("tell", _("신청인에게 결과 알리기"), _("즉시 알립니다(제85조제6항). 신청인의 화면에 결과가 나옵니다."),
         "exemptions.tell_asker", ("reported",), forms.NoForm, passing.tell_confirmation, _("신청인에게 결과를 알렸습니다.")),
)  # fmt: skip
OF_REPLY = (
    Step("reply", _("회신"), _("기한이 지나면 회신할 수 없고, 소관이 아니거나 허가등이 필요하지 않은 것으로 봅니다."),
         "exemptions.reply", ("waiting", "supplementing"), forms.ReplyForm, replying.reply_to_confirmation,
         _("회신했습니다."), "reply"),
    Step("ask", _("보완 요구"), _("신청한 기업에 요구합니다."), "exemptions.ask_supplement", ("waiting",), forms.AskForm,
         replying.ask_confirmation_supplement, _("보완을 요구했습니다. 회신 기한이 멈춥니다."), "reply"),
    Step("file", _("보완 자료 내기"), _("내면 그 기관의 회신 기한이 다시 흐릅니다."), "exemptions.file_supplement",
         ("supplementing",), forms.FileForm, replying.file_confirmation_supplement, _("보완 자료를 냈습니다."), "reply"),
    Step("confirm", _("소관 사항 확인"), _("서류를 받은 날부터 기한이 흐릅니다. 무회신 의제는 없습니다."), "exemptions.confirm_own_field",
         ("confirming",), forms.ReplyForm, replying.confirm_own_field, _("확인했습니다."), "reply"),
)  # fmt: skip
BY_KEY = {step.key: step for step in OF_REQUEST}
REPLY_BY_KEY = {step.key: step for step in OF_REPLY}


@dataclass(frozen=True)
class Offer:
    """A step that is open to the reader now, where its form goes, and an empty form."""

    step: Step
    case: Case
    href: str
    form: forms.StepForm


def offers(actor: Actor, row: Confirmation, replies: list[ConfirmationReply], today: date) -> list[Offer]:
    """Return what the reader can do now, the request's own steps first."""
    found: list[tuple[Step, Case]] = [(step, row) for step in OF_REQUEST]
    for reply in replies:
        reply.confirmation = row
        found += [(step, reply) for step in OF_REPLY]
    return [
        Offer(step, case, address(step, case), step.form(case=case, today=today))
        for step, case in found
        if case.state in step.states and may(actor, step.permission, case)
    ]


def address(step: Step, case: Case) -> str:
    """Where the form of a step goes."""
    if isinstance(case, ConfirmationReply):
        return reverse("exemptions:confirmation_reply_step", args=[case.confirmation_id, case.pk, step.key])
    return reverse("exemptions:confirmation_step", args=[case.pk, step.key])


@require_http_methods(["GET", "HEAD", "POST"])
def confirmation_step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a request."""
    row = visible(request, pk)
    return _take(request, row, row, BY_KEY.get(key))


@require_http_methods(["GET", "HEAD", "POST"])
def reply_step(request: HttpRequest, pk: UUID, reply: UUID, key: str) -> HttpResponse:
    """Take one step of one ministry's part."""
    row = visible(request, pk)
    case = row.replies.select_related("organisation").filter(pk=reply).first()
    if case is None:
        raise Http404
    case.confirmation = row
    return _take(request, row, case, REPLY_BY_KEY.get(key))


def visible(request: HttpRequest, pk: UUID) -> Confirmation:
    """Return a request that the reader may see; any other is answered like one that does not exist."""
    row = confirmations_visible_to(actor_of(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _take(request: HttpRequest, row: Confirmation, case: Case, step: Step | None) -> HttpResponse:
    if step is None:
        raise Http404
    actor = require(request, step.permission, case)
    form = step.form(request.POST or None, case=case, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, step.act, **{step.subject: case}, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("exemptions:confirmation", pk=row.pk)
        outcome.onto(form)
    elif request.method == "POST" and not form.is_bound:
        return redirect("exemptions:confirmation", pk=row.pk)
    case.refresh_from_db()
    context = {
        **frame(actor, row, Link(step.label)), "step": step, "case": case, "form": form, "once": new_key(),
        "is_open": case.state in step.states,
    }  # fmt: skip
    return render(request, "exemptions/confirmations/step.html", context)
