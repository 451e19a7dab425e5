"""Pages of seats, delegations and tokens of the API, and the demo pages."""

import hashlib
import secrets
from datetime import timedelta
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from madang.apps.accounts import acts, demo
from madang.apps.accounts.doors import SEAT, signed_in
from madang.apps.accounts.forms import DelegationForm, DemoClockForm, TokenForm
from madang.apps.accounts.models import ApiToken, Delegation, Seat
from madang.apps.accounts.queries import delegations_of, living_tokens, seats_of
from madang.core import clock
from madang.core.authority import SYSTEM, OfficeKind
from madang.core.doors import actor_of, carry_out, korean_day, moment, new_key
from madang.core.moments import SEOUL


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def seats(request: HttpRequest) -> HttpResponse:
    """Show the seats of the person; change to another one."""
    held = seats_of(signed_in(request), korean_day(request))
    if request.method == "POST":
        wanted = request.POST.get("seat", "")
        if wanted not in {str(seat.pk) for seat, _holder in held}:
            raise Http404
        request.session.cycle_key()
        request.session[SEAT] = wanted
        return redirect("desk")
    return _seats_page(request)


@login_required
@require_POST
def delegate(request: HttpRequest) -> HttpResponse:
    """Lend the present seat to a deputy."""
    form = DelegationForm(request.POST)
    if form.is_valid():
        seat = get_object_or_404(Seat, pk=actor_of(request).office.id)
        outcome = carry_out(request, acts.delegate, seat=seat, **form.cleaned_data)
        if outcome.done:
            messages.success(request, _("대리를 맡겼습니다."))
            return redirect("seats")
        outcome.onto(form)
    return _seats_page(request, form=form)


@login_required
@require_POST
def end_delegation(request: HttpRequest, key: UUID) -> HttpResponse:
    """End a delegation at once."""
    delegation = get_object_or_404(Delegation, pk=key)
    carry_out(request, acts.end_delegation, delegation=delegation)
    messages.success(request, _("대리를 끝냈습니다."))
    return redirect("seats")


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def issue_token(request: HttpRequest) -> HttpResponse:
    """Issue a token for the present seat; its secret stands on this answer and nowhere else."""
    if request.method == "GET":
        return redirect("seats")
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _seats_page(request, token_form=form)
    seat = get_object_or_404(Seat, pk=actor_of(request).office.id)
    secret = secrets.token_urlsafe(32)
    new = acts.NewToken(digest=hashlib.sha256(secret.encode()).hexdigest(), **form.cleaned_data)
    outcome = carry_out(request, acts.issue_token, seat=seat, token=new)
    if not outcome.done:
        outcome.onto(form)
        return _seats_page(request, token_form=form)
    # the same form sent twice gets the token of the first time, to which this secret does not belong
    if outcome.result.digest != new.digest:
        messages.warning(request, _("이미 발급한 토큰입니다. 비밀값은 다시 볼 수 없습니다."))
        return redirect("seats")
    return _seats_page(request, secret=secret)


@login_required
@require_POST
def revoke_token(request: HttpRequest, key: UUID) -> HttpResponse:
    """Revoke a token at once."""
    outcome = carry_out(request, acts.revoke_token, token=get_object_or_404(ApiToken, pk=key))
    if outcome.refusal is None:
        messages.success(request, _("토큰을 취소했습니다."))
    else:
        messages.warning(request, outcome.refusal.in_(get_language() or "ko"))
    return redirect("seats")


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """Say that addresses and accounts are kept by the offices, where the sign-in library would let people change them."""
    return render(request, "account/signup_closed.html")


def _seats_page(
    request: HttpRequest,
    *,
    form: DelegationForm | None = None,
    token_form: TokenForm | None = None,
    secret: str = "",
) -> HttpResponse:
    context = {
        "seats": seats_of(signed_in(request), korean_day(request)),
        "delegations": [(one, new_key()) for one in delegations_of(signed_in(request))],
        "form": form or DelegationForm(),
        "once": new_key(),
        "tokens": [(one, new_key()) for one in living_tokens(signed_in(request), moment(request))],
        "token_form": token_form or TokenForm(),
        "token_once": new_key(),
        "is_deputy": actor_of(request).delegated_by is not None,
        "secret": secret,
    }
    wrong = any(given is not None and given.errors for given in (form, token_form))
    return render(request, "accounts/seats.html", context, status=422 if wrong else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def step_in(request: HttpRequest) -> HttpResponse:
    """Demo mode only: choose a seat and act from it."""
    if request.method == "POST":
        seat = demo.seat_by_key(request.POST.get("seat", ""))
        if seat is None:
            raise Http404
        person = demo.open_demo_seat(actor=SYSTEM, seat=seat, at=moment(request))
        login(request, person, "django.contrib.auth.backends.ModelBackend")
        request.session.pop(SEAT, None)
        return redirect("desk")
    return _demo_page(request, DemoClockForm(initial={"now": moment(request).astimezone(SEOUL)}))


@require_POST
def set_clock(request: HttpRequest) -> HttpResponse:
    """Demo mode only: move the clock of the demo, or set it back to the real time."""
    form = DemoClockForm(request.POST)
    if request.POST.get("reset"):
        clock.set_demo(timedelta(0))
        return redirect("demo")
    if form.is_valid():
        clock.set_demo(form.cleaned_data["now"] - clock.real_now())
        return redirect("demo")
    return _demo_page(request, form)


def _demo_page(request: HttpRequest, form: DemoClockForm) -> HttpResponse:
    rows = sorted(demo.seats(), key=lambda seat: list(OfficeKind).index(seat.kind))
    groups = [
        {"title": kind.words, "seats": list(found)}
        for kind, found in groupby(rows, key=lambda seat: seat.kind)
    ]
    context = {"groups": groups, "clock_form": form}
    return render(request, "accounts/demo.html", context, status=422 if form.errors else 200)
