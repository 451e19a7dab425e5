"""The calendar of holidays for everybody, and the pages on which the ministry records and withdraws days off."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.law import acts
from madang.apps.law.calendar_feed import year_feed
from madang.apps.law.entries import checked
from madang.apps.law.forms.holidays import HolidayForm, WithdrawForm
from madang.apps.law.queries import foreseen, holidays_visible_to_all, moves, recorded_in, table_without
from madang.apps.law.views import holiday_parts as parts
from madang.apps.law.views.front import page
from madang.core import calendar
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind, may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.kernel.clocks.holidays import HolidayTable, national_table

PAGE_ROWS = 50


@require_safe
@keepable(calendar.TOPIC)
def holidays(request: HttpRequest) -> HttpResponse:
    """Show the days off of a year; without one the present year, or the last that is known."""
    table = national_table()
    year = _year_asked(request, table)
    recorded = {row.falls_on: row for row in recorded_in(year) if row.withdrawn_at is None}
    days = parts.days_of(table, year, recorded)
    context = {
        "year": year, "tabs": parts.year_tabs(table, year), "days": days, "columns": parts.columns(),
        "caption": _("%(year)s년 쉬는 날") % {"year": year}, "table": table, "counts": parts.counts(days),
        "withdrawn": [row for row in recorded_in(year) if row.withdrawn_at], "crumbs": parts.crumbs(),
        "withdrawn_columns": parts.withdrawn_columns(), "may_add": may(actor_of(request), "law.add_holiday"),
    }  # fmt: skip
    return page(request, "law/holidays.html", context)


def _year_asked(request: HttpRequest, table: HolidayTable) -> int:
    """The year in the address; a year that is not known is no page."""
    known = range(table.known_from.year, table.known_until.year + 1)
    asked = request.GET.get("year", "")
    if asked:
        if not (asked.isascii() and asked.isdigit()) or int(asked) not in known:
            raise Http404
        return int(asked)
    return min(max(_today(request).year, known[0]), known[-1])


@require_safe
@keepable(calendar.TOPIC)
def holiday_feed(request: HttpRequest, year: int) -> HttpResponse:
    """Give the days off of a year as a calendar file that calendars can subscribe to."""
    table = national_table()
    if not table.known_from.year <= year <= table.known_until.year:
        raise Http404
    response = HttpResponse(year_feed(table, year), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="holidays-{year}.ics"'
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def add_holiday(request: HttpRequest) -> HttpResponse:
    """Take a day off, show what it will move, and record it once that is confirmed."""
    require(request, "law.add_holiday")
    form = HolidayForm(request.POST or None)
    if request.method != "POST" or "back" in request.POST or not form.is_valid():
        return _add_page(
            request, HolidayForm(initial=request.POST.dict()) if "back" in request.POST else form
        )
    if "confirm" in request.POST:
        # the reader was shown what a past day moves: that page alone has the button
        outcome = carry_out(request, acts.add_holiday, holiday=form.given(is_late=True))
        if outcome.done:
            messages.success(request, _("쉬는 날을 기록하고 기한을 다시 계산했습니다."))
            return redirect("holiday", pk=outcome.result.pk)
        outcome.onto(form)
        return _add_page(request, form)
    return _preview(request, form)


def _preview(request: HttpRequest, form: HolidayForm) -> HttpResponse:
    table = national_table()
    try:
        new = checked(form.given(is_late=True), table, _today(request))
    except Invalid as error:
        form.add_error(
            error.field if error.field in form.fields else None, error.words.in_(get_language() or "ko")
        )
        return _add_page(request, form)
    change = foreseen(table, table.with_entries([new.entry]))
    context = {
        "form": form, "once": new_key(), "crumbs": parts.crumbs(Link(_("쉬는 날 기록"))), "new": new,
        "facts": parts.facts_of_new(new), "change": change, "is_past": new.falls_on < _today(request),
        "columns": parts.move_columns(), "caption": parts.examples_caption(change),
    }  # fmt: skip
    return render(request, "law/holiday_preview.html", context)


def _add_page(request: HttpRequest, form: HolidayForm) -> HttpResponse:
    context = {"form": form, "crumbs": parts.crumbs(Link(_("쉬는 날 기록"))), "table": national_table()}
    return render(request, "law/holiday_add.html", context, status=422 if form.errors else 200)


@require_safe
def holiday(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a recorded day off; the ministry also sees which deadlines it moved."""
    row = get_object_or_404(holidays_visible_to_all(), pk=pk)
    sees_moves = actor_of(request).kind is OfficeKind.MINISTRY
    context = {
        "row": row, "facts": parts.facts_of(row), "crumbs": parts.crumbs(Link(row.title)),
        "may_withdraw": row.withdrawn_at is None and may(actor_of(request), "law.withdraw_holiday"),
        "sees_moves": sees_moves, "columns": parts.event_columns(),
    }  # fmt: skip
    if sees_moves:
        found = moves(row, row.withdrawn_at or row.recorded_at)
        context["page"] = Paginator(found, PAGE_ROWS).get_page(request.GET.get("page"))
    return page(request, "law/holiday.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def withdraw_holiday(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what the withdrawal of a day off will move, and withdraw it for a reason."""
    require(request, "law.withdraw_holiday")
    row = get_object_or_404(holidays_visible_to_all(), pk=pk)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.withdraw_holiday, holiday=row, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("쉬는 날의 기록을 취소하고 기한을 다시 계산했습니다."))
            return redirect("holiday", pk=row.pk)
        outcome.onto(form)
        row.refresh_from_db()
    change = foreseen(national_table(), table_without(row))
    context = {
        "row": row, "form": form, "once": new_key(), "change": change, "facts": parts.facts_of(row),
        "columns": parts.move_columns(), "caption": parts.examples_caption(change),
        "is_past": row.falls_on < _today(request),
        "crumbs": parts.crumbs(Link(row.title, reverse("holiday", args=[row.pk])), Link(_("기록 취소"))),
    }  # fmt: skip
    return render(request, "law/holiday_withdraw.html", context, status=422 if form.errors else 200)


def _today(request: HttpRequest) -> date:
    return korean_day(request)
