"""The pages on which a designation begins: from a shortlisted plan, or again after an earlier outcome."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.selection.acts.designation import Candidate, open_designation
from madang.apps.selection.forms.starting import CandidateForm
from madang.apps.selection.models import Designation
from madang.apps.selection.queries.designation import designations_visible_to, may_begin, may_begin_again
from madang.apps.selection.views import designation_parts
from madang.apps.selection.views.call_parts import call_link, crumbs
from madang.apps.selection.views.plan_parts import plan_for
from madang.core.doors import actor_of, carry_out, moment, new_key, require
from madang.core.ui.shapes import Link
from madang.kernel.words import Words

READ_AND_WRITE = ["GET", "HEAD", "POST"]
#: kind of call → kind of zone; a linked call leads to regulation-free zones
KINDS = {"giz": "giz"}
WHY = Words(
    "선정된 후보의 신청 기관과 중소벤처기업부가 지정 절차를 시작할 수 있습니다.",
    "The applicant of a shortlisted candidate and the ministry may begin its designation.",
)


@require_http_methods(READ_AND_WRITE)
def from_plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the designation of a shortlisted plan, once its result is open."""
    actor = require(request, "selection.open_designation")
    plan = plan_for(request, pk)
    begun = Designation.objects.filter(plan=plan).first()
    if begun is not None:
        return redirect("selection:designation", pk=begun.pk)
    if not may_begin(actor, plan, moment(request)):
        raise Http404
    own = Link(plan.title_ko, reverse("selection:plan", args=[plan.pk]))
    given = {"organisation": plan.organisation, "kind": KINDS.get(plan.call.kind, "rfz"), "plan": plan}
    return _begin(request, given, plan.title_ko, crumbs(call_link(plan.call), own, Link(_("지정 절차 시작"))))


@require_http_methods(READ_AND_WRITE)
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin again after a deferral, a rejection, a return, or a round that did not examine the candidate."""
    actor = require(request, "selection.open_designation")
    earlier = designations_visible_to(actor, moment(request)).filter(pk=pk).first()
    if earlier is None or not may_begin_again(actor, earlier):
        raise Http404
    given = {
        "organisation": earlier.organisation,
        "kind": earlier.kind,
        "call": earlier.call,
        "earlier": earlier,
    }
    below = designation_parts.crumbs(designation_parts.designation_link(earlier), Link(_("지정 절차 시작")))
    return _begin(request, given, earlier.name_ko, below)


def _begin(request: HttpRequest, given: dict[str, Any], name: str, trail: list[Link]) -> HttpResponse:
    form = CandidateForm(request.POST or None, initial={"name_ko": name})
    if form.is_valid():
        candidate = Candidate(**given, **form.cleaned_data)
        outcome = carry_out(request, open_designation, candidate=candidate)
        if outcome.done:
            messages.success(request, _("지정 절차를 시작했습니다. 먼저 사전협의를 기록하십시오."))
            return redirect("selection:designation", pk=outcome.result.pk)
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": trail, "why": WHY, "name": name,
        "side_navigation": designation_parts.office_links(actor_of(request)),
    }  # fmt: skip
    return render(request, "selection/designation/begin.html", context, status=422 if form.errors else 200)
