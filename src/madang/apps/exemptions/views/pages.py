"""The list for everybody with the reader's own requests above it, and the papers of a request."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.queries.confirmations import (
    confirmations_visible_to,
    files_of,
    public_confirmations,
)
from madang.apps.exemptions.views.parts import crumbs, own_columns, public_columns
from madang.apps.exemptions.views.steps import visible
from madang.core.authority import OfficeKind, may
from madang.core.doors import actor_of, korean_day
from madang.core.files.serving import as_download
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.kernel.procedures.confirmation import EDITIONS
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rules import rule_info

PER_PAGE, MOST_OWN = 30, 50


@require_safe
@keepable("confirmations", "zones")
def confirmation_list(request: HttpRequest) -> HttpResponse:
    """Show what a rapid confirmation is, the reader's own requests, and what everybody may know of all."""
    actor, today = actor_of(request), korean_day(request)
    firm, law_on = actor.kind is OfficeKind.FIRM, max(today, EDITIONS[0].in_force_from)
    page = Paginator(public_confirmations(), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "page": page, "columns": public_columns(today), "crumbs": [*crumbs()[:1], Link(_("신속확인"))],
        "own": list(confirmations_visible_to(actor)[:MOST_OWN]), "own_columns": own_columns(firm=firm), "is_firm": firm,
        "has_own": actor.kind is not OfficeKind.PUBLIC, "can_ask": may(actor, "exemptions.begin_confirmation"),
        "reply_days": parameter("confirmation.reply_days", law_on).value,
        "committee_days": parameter("confirmation.conflict_days", law_on).value,
        "silence_article": rule_info("RC-06").citation_on(law_on).words,
        "why": _("누구나 볼 수 있는 목록입니다. 신청한 기업과 사업의 내용은 나오지 않습니다."),
    }  # fmt: skip
    return render(request, "exemptions/confirmations/list.html", context)


@require_safe
def confirmation_file(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponseBase:
    """Give a paper out to those who may see its request; for everybody else it does not exist."""
    attachment = files_of(visible(request, pk)).filter(pk=file).first()
    if attachment is None:
        raise Http404
    return as_download(attachment)
