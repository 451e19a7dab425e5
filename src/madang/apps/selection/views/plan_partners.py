"""The partners of a plan: invite, agree, leave. Each is one button and comes back to the plan."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from madang.apps.accounts.queries import organisations_of
from madang.apps.selection.acts.partners import agree_to_partner, invite_partner, leave_partnership
from madang.apps.selection.models import Plan
from madang.apps.selection.views.plan_parts import leads, plan_for
from madang.core.authority import APPLICANTS
from madang.core.doors import Outcome, actor_of, carry_out


@require_POST
def invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Invite a local government."""
    plan = plan_for(request, pk)
    outcome = carry_out(request, invite_partner, plan=plan, organisation=_organisation(request))
    return _back(
        request, plan, outcome, _("공동신청을 제안했습니다. 그 기관이 동의하면 함께 제출할 수 있습니다.")
    )


@require_POST
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree as the invited local government."""
    plan = plan_for(request, pk)
    return _back(
        request, plan, carry_out(request, agree_to_partner, plan=plan), _("공동신청에 동의했습니다.")
    )


@require_POST
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave as a partner, or take an invitation back as the lead."""
    plan = plan_for(request, pk)
    is_lead = leads(actor_of(request), plan)
    organisation = _organisation(request) if is_lead else None
    outcome = carry_out(request, leave_partnership, plan=plan, organisation=organisation)
    if outcome.done and not is_lead:
        messages.success(request, _("공동신청에서 빠졌습니다."))
        return redirect("selection:call", slug=plan.call.slug)
    return _back(request, plan, outcome, _("공동신청 제안을 철회했습니다."))


def _organisation(request: HttpRequest) -> object:
    try:
        wanted = UUID(request.POST.get("organisation", ""))
    except ValueError as error:
        raise Http404 from error
    for kind in APPLICANTS:
        for organisation in organisations_of(kind.value):
            if organisation.pk == wanted:
                return organisation
    raise Http404


def _back(request: HttpRequest, plan: Plan, outcome: Outcome, done: str) -> HttpResponse:
    if outcome.refusal is None:
        messages.success(request, done)
    else:
        messages.error(request, outcome.refusal.in_(get_language() or "ko"))
    return redirect("selection:plan", pk=plan.pk)
