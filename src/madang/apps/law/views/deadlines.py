"""The deadline calculator: choose the matter, enter the dates, see the day and the sum, take it away."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.law.answers import Shown, shown
from madang.apps.law.calendar_file import calendar_file
from madang.apps.law.forms.deadline import DeadlineForm, query_of
from madang.apps.law.refusing import told
from madang.apps.law.searching import MOST_LETTERS, clocks_found
from madang.apps.law.views.front import crumbs, lines, missing, page
from madang.apps.law.wording import span
from madang.core.doors import follow_the_calendar, korean_day, moment
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link, Step
from madang.core.ui.texts import text
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.statutes.matters import asked_often, matters
from madang.kernel.statutes.reckoning import Reckoned, is_verified, place_of, reckon
from madang.kernel.statutes.refusals import Refusal


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Show what has a deadline, by subject, or what a search finds among it."""
    wanted = request.GET.get("q", "")[:MOST_LETTERS].strip()
    return _narrowed(request, wanted) if wanted else _every(request)


@keepable("law")
def _every(request: HttpRequest) -> HttpResponse:
    groups = [(matter, lines(matter.clock_ids)) for matter in matters().values() if matter.clock_ids]
    often = [(one, span(one)) for one in asked_often()]
    return page(request, "law/deadlines.html", _choosing(groups=groups, often=often, q=""))


def _narrowed(request: HttpRequest, wanted: str) -> HttpResponse:
    found: dict[str, list[str]] = {}
    for one in clocks_found(wanted):
        found.setdefault(one.matter, []).append(one.rule_id)
    groups = [(matter, lines(tuple(found[key]))) for key, matter in matters().items() if key in found]
    count = sum(map(len, found.values()))
    return page(request, "law/deadlines.html", _choosing(groups=groups, q=wanted, count=count))


def _choosing(**given: object) -> dict[str, object]:
    return {"crumbs": crumbs(Link(_("기한 계산"))), "steps": _steps(), **given}


@require_safe
def deadline(request: HttpRequest, clock_id: str) -> HttpResponse:
    """Show the form of one clock and, when dates were given, the due date with its sum."""
    if clock_id not in clock_rule_ids():
        return missing(request, clock_id)
    follow_the_calendar(request)
    wanted = clock(clock_id)
    form = _form(request, wanted)
    found = _reckoned(form)
    result = _shown(request, found) if found else None
    above = [Link(_("기한 계산"), reverse("law_deadlines")), Link(capfirst(text(wanted.words)))]
    context = {
        "clock": wanted, "crumbs": crumbs(*above), "form": form, "result": result, "span": span(wanted),
        "steps": _steps(), "step": 3 if result else 2, "verified": is_verified(wanted),
        "matter": matters().get(wanted.matter), "rule_id": clock_id.partition(".")[0],
    }  # fmt: skip
    return page(request, "law/deadline.html", context)


@require_safe
def deadline_file(request: HttpRequest, clock_id: str) -> HttpResponse:
    """Give the due date as a calendar file; without sound dates, lead back to the form, which says what is wrong."""
    if clock_id not in clock_rule_ids():
        return missing(request, clock_id)
    follow_the_calendar(request)
    form = _form(request, clock(clock_id))
    found = _reckoned(form)
    if found is None or not found.is_exact:
        return HttpResponseRedirect(f"{reverse('law_deadline', args=[clock_id])}?{request.GET.urlencode()}")
    body = calendar_file(
        found.earliest,
        title=capfirst(text(found.question.clock.words)),
        address=_address(request, found),
        at=moment(request),
    )
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{clock_id}-{found.earliest.due_on}.ics"'
    return response


def _form(request: HttpRequest, wanted: Clock) -> DeadlineForm:
    """The form as it was sent: judged when an answer was asked for, and not when only room for more was."""
    return DeadlineForm(
        wanted, request.GET.dict(), asked="start" in request.GET and "rows" not in request.GET
    )


def _reckoned(form: DeadlineForm) -> Reckoned | None:
    """The due date; None when nothing was asked yet or the form says why there is none."""
    if not is_verified(form.clock) or not form.is_valid():
        return None
    question = form.question()
    try:
        return reckon(question)
    except Refusal as refusal:
        form.refuse(refusal, place_of(refusal, question), told(refusal))
        return None


def _shown(request: HttpRequest, found: Reckoned) -> Shown:
    today = korean_day(request)
    query = urlencode(query_of(found.question))
    file = f"{reverse('law_deadline_file', args=[found.question.clock.rule_id])}?{query}"
    return shown(found, today, address=_address(request, found), file=file)


def _address(request: HttpRequest, found: Reckoned) -> str:
    """The whole address that asks the same question again."""
    path = reverse("law_deadline", args=[found.question.clock.rule_id])
    return request.build_absolute_uri(f"{path}?{urlencode(query_of(found.question))}")


def _steps() -> Sequence[Step]:
    return [Step(_("무엇의 기한인지 고르기")), Step(_("날짜 적기")), Step(_("기한과 계산 확인"))]
