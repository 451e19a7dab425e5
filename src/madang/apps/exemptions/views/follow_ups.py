"""The public list of follow-up sessions, and one session with its sum, what is named and what is not."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.exemptions.forms.follow_ups import CloseForm, NoteForm, StepForm
from madang.apps.exemptions.models import FollowUp
from madang.apps.exemptions.queries.follow_ups import follow_ups_visible_to, outcomes_of
from madang.apps.exemptions.rules.follow_ups import tally
from madang.apps.exemptions.views import follow_up_parts as parts
from madang.apps.zones.sources import Numbered, confidence_words
from madang.core.authority import may
from madang.core.doors import actor_of, new_key
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link


@require_safe
@keepable("follow_ups")
def follow_up_list(request: HttpRequest) -> HttpResponse:
    """Show every session with its numbers as stated."""
    actor = actor_of(request)
    context = {
        "sessions": list(follow_ups_visible_to(actor)), "columns": parts.list_columns(), "crumbs": parts.crumbs(),
        "can_open": may(actor, "exemptions.keep_follow_up"),
        "why": _("위원회가 정한 결과는 공개되므로 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/follow_ups/list.html", context)


@require_safe
@keepable("follow_ups", "tools", "zones")
def follow_up_page(request: HttpRequest, day: str) -> HttpResponse:
    """Show one session; the Ministry finds what it can do in an open one."""
    return shown(request, visible(request, day))


def visible(request: HttpRequest, day: str) -> FollowUp:
    """Return a session that the reader may see; any other is answered like one that does not exist."""
    found = follow_ups_visible_to(actor_of(request)).filter(held_text=day).first()
    if found is None:
        raise Http404
    return found


def shown(request: HttpRequest, row: FollowUp, form: StepForm | None = None) -> HttpResponse:
    """Render a session; ``form`` is one that was refused."""
    outcomes, numbered = outcomes_of(row), Numbered()
    count = tally(row, outcomes)
    numbered.of(row.sources)
    context: dict[str, Any] = {
        "row": row, "outcomes": outcomes, "crumbs": parts.crumbs(Link(row.title)), "sum": parts.sum_words(row),
        "explained": parts.explained(row), "named": parts.named_words(row, count, outcomes),
        "facts": parts.part_facts(row, outcomes) if row.is_public else (), "verdict": parts.verdict(row),
        "columns": parts.outcome_columns(numbered, reverse("zones"), has_sources=row.is_record), "numbered": numbered,
        "confidence": confidence_words(row.confidence), "session_marks": numbered.marks(row.sources),
        "why": _why(row), **_open(request, row, form, count),
    }  # fmt: skip
    return render(request, "exemptions/follow_ups/page.html", context)


def _open(request: HttpRequest, row: FollowUp, form: StepForm | None, count: Any) -> dict[str, Any]:
    if row.is_public or not may(actor_of(request), "exemptions.keep_follow_up", row):
        return {"is_open": False, "refused": form}
    note = form if isinstance(form, NoteForm) else NoteForm(session=row)
    close = form if isinstance(form, CloseForm) else CloseForm(session=row)
    return {
        "is_open": True, "note": note, "close": close, "refused": form, "count": count, "noted": parts.noted_words(count),
        "once": {key: new_key() for key in ("note", "withdraw", "close")},
    }  # fmt: skip


def _why(row: FollowUp) -> str:
    if row.is_public:
        return _("위원회가 정한 결과는 공개되므로 누구나 볼 수 있습니다.")
    return _("후속조치 회의를 기록하는 중소벤처기업부만 볼 수 있습니다. 확정하면 공개됩니다.")
