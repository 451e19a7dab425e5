"""The files of a plan: attach, take out, download. Each read asks for permission anew."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from madang.apps.selection.acts.papers import attach_paper, remove_paper
from madang.apps.selection.forms.plans import PaperForm
from madang.apps.selection.queries.plans import files_now, readable_files
from madang.apps.selection.views.plan_parts import plan_for
from madang.core.doors import actor_of, carry_out, require
from madang.core.files.serving import as_download


@require_POST
def attach(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Attach a file; a refusal is said on the plan's page."""
    plan = plan_for(request, pk)
    require(request, "selection.attach_paper", plan)
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        outcome = carry_out(request, attach_paper, plan=plan, **form.cleaned_data)
        if outcome.refusal is None:
            messages.success(request, _("파일을 붙였습니다: %(name)s") % {"name": outcome.result.name})
        else:
            messages.error(request, outcome.refusal.in_(get_language() or "ko"))
    for errors in form.errors.values():
        messages.error(request, " ".join(str(error) for error in errors))
    return redirect("selection:plan", pk=plan.pk)


@require_POST
def remove(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    """Take a file out of the plan."""
    plan = plan_for(request, pk)
    attachment = files_now(plan).filter(pk=file).first()
    if attachment is None:
        raise Http404
    outcome = carry_out(request, remove_paper, plan=plan, attachment=attachment)
    if outcome.refusal is None:
        messages.success(request, _("파일을 삭제했습니다: %(name)s") % {"name": attachment.name})
    else:
        messages.error(request, outcome.refusal.in_(get_language() or "ko"))
    return redirect("selection:plan", pk=plan.pk)


@require_safe
def download(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponseBase:
    """Give a file out to those who may read it; for everybody else it does not exist."""
    plan = plan_for(request, pk)
    attachment = readable_files(plan, actor_of(request)).filter(pk=file).first()
    if attachment is None:
        raise Http404
    return as_download(attachment)
