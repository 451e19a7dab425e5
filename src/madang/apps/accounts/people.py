"""The page on which the ministry makes accounts. A view like those of ``views``, kept apart for its size."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from madang.apps.accounts.acts import NewPerson, register_person
from madang.apps.accounts.forms import PersonForm
from madang.apps.accounts.models import Person
from madang.apps.accounts.queries import first_seat_of
from madang.apps.accounts.sign_in import password_link
from madang.core.doors import carry_out, korean_day, new_key, require


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Make an account and show, once, the link by which its person sets a password."""
    require(request, "accounts.register")
    today = korean_day(request)
    form = PersonForm(request.POST or None, initial={"starts_on": today})
    made: Person | None = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        seat = first_seat_of(given["organisation"])
        person = NewPerson(given["email"], given["name"])
        outcome = carry_out(request, register_person, seat=seat, person=person, starts_on=given["starts_on"])
        outcome.onto(form)
        made = outcome.result
    link = request.build_absolute_uri(password_link(made)) if made and not made.has_usable_password() else ""
    context = {"form": PersonForm(initial={"starts_on": today}) if made else form, "made": made, "link": link}
    status = 422 if form.errors else 200
    return render(request, "accounts/people.html", {**context, "once": new_key()}, status=status)
