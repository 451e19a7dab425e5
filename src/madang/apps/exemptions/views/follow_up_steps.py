"""What the Ministry does with a follow-up session on the web: open it, note and take back outcomes, close it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from madang.apps.exemptions.acts import follow_ups as acts
from madang.apps.exemptions.forms import follow_ups as forms
from madang.apps.exemptions.views.follow_up_parts import crumbs
from madang.apps.exemptions.views.follow_ups import shown, visible
from madang.core.doors import carry_out, new_key, require
from madang.core.ui.shapes import Link

MAY = "exemptions.keep_follow_up"


@dataclass(frozen=True)
class Step:
    """One step: its form, its act, and what is said when it is done."""

    form: type[forms.StepForm]
    act: Callable[..., Any]
    done: Any


STEPS: Mapping[str, Step] = {
    "note": Step(forms.NoteForm, acts.note_follow_up_outcome, gettext_lazy("결과를 적었습니다.")),
    "withdraw": Step(forms.WithdrawForm, acts.withdraw_follow_up_outcome, gettext_lazy("결과를 지웠습니다.")),
    "close": Step(
        forms.CloseForm, acts.close_follow_up, gettext_lazy("확정했습니다. 이제 누구나 볼 수 있습니다.")
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def new_follow_up(request: HttpRequest) -> HttpResponse:
    """Open a session."""
    require(request, MAY)
    form = forms.SessionForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.open_follow_up, **form.given())
        if outcome.done:
            messages.success(request, _("회의를 열었습니다. 과제마다 결과를 적으십시오."))
            return redirect("exemptions:follow_up", day=outcome.result.held_text)
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": crumbs(Link(_("새 후속조치 회의"))),
        "why": _("중소벤처기업부의 담당 직위로 로그인했으므로 기록할 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/follow_ups/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_step(request: HttpRequest, day: str, key: str) -> HttpResponse:
    """Take one step in an open session; what was refused is said on the session's page."""
    row, step = visible(request, day), STEPS.get(key)
    if step is None:
        raise Http404
    require(request, MAY, row)
    if request.method != "POST":
        return redirect("exemptions:follow_up", day=row.held_text)
    form = step.form(request.POST, session=row)
    if form.is_valid():
        outcome = carry_out(request, step.act, follow_up=row, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("exemptions:follow_up", day=row.held_text)
        outcome.onto(form)
    row.refresh_from_db()
    return shown(request, row, form)
