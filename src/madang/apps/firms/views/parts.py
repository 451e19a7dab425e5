"""The forms of a firm's file, one page for each part."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from madang.apps.firms import forms
from madang.apps.firms.acts import documents, files
from madang.apps.firms.models import Certificate, Company
from madang.apps.firms.queries.files import file_of
from madang.apps.firms.views.file import WHY, crumbs, own_file
from madang.core.doors import carry_out, new_key, require
from madang.core.ui.shapes import Link

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
def data(request: HttpRequest) -> HttpResponse:
    """Begin the file, or change what the firm says of itself."""
    actor = require(request, "firms.begin_file")
    company = file_of(actor)
    form = forms.DataForm(request.POST or None, company=company)
    if company is None:
        return _part(request, form, _("기업 정보 적기"), files.begin_file)
    return _part(request, form, _("기업 정보 고치기"), files.save_file, company=company)


@PAGE
def add_person(request: HttpRequest) -> HttpResponse:
    """Add somebody in charge."""
    form = forms.PersonForm(request.POST or None)
    return _part(request, form, _("담당자 더하기"), files.add_person, company=own_file(request))


@PAGE
def remove_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove somebody in charge, after asking once more."""
    company = own_file(request)
    person = company.people.filter(pk=pk).first()
    if person is None:
        raise Http404
    form = forms.NothingForm(request.POST or None)
    title = _("담당자 지우기: %(name)s") % {"name": person.name}
    return _part(request, form, title, files.remove_person, company=company, person_id=pk)


@PAGE
def add_certificate(request: HttpRequest) -> HttpResponse:
    """Add a certificate, or the one that takes another's place (``?replaces=``)."""
    company = own_file(request)
    replaced = _certificate(company, request.GET.get("replaces", ""))
    initial = {"name": replaced.name, "issuer": replaced.issuer} if replaced else None
    form = forms.CertificateForm(request.POST or None, request.FILES or None, initial=initial)
    title = _("인증서 갱신") if replaced else _("인증서 더하기")
    return _part(request, form, title, documents.add_certificate, company=company, replaces=replaced)


@PAGE
def set_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a certificate is not used any more."""
    row = _certificate(own_file(request), str(pk))
    if row is None:
        raise Http404
    form = forms.NothingForm(request.POST or None)
    title = _("사용 중지: %(name)s") % {"name": row.name}
    return _part(request, form, title, documents.set_certificate_aside, certificate=row)


@PAGE
def add_report(request: HttpRequest) -> HttpResponse:
    """Add a report."""
    form = forms.ReportForm(request.POST or None, request.FILES or None)
    return _part(request, form, _("보고서 더하기"), documents.add_report, company=own_file(request))


def _certificate(company: Company, key: str) -> Certificate | None:
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    return company.certificates.filter(pk=wanted, set_aside_on__isnull=True).first()


def _part(request: HttpRequest, form: Any, title: str, act: Callable[..., Any], **given: Any) -> HttpResponse:
    """Show a form of the file, or carry its act out and go back to the file."""
    stored: Company | None = None
    if form.is_valid():
        outcome = carry_out(request, act, **given, **form.given())
        if outcome.done:
            messages.success(request, _("저장했습니다."))
            return redirect("firms:file")
        outcome.onto(form)
        stored = given.get("company") if outcome.is_stale else None
    if stored is not None:
        stored.refresh_from_db()
    context = {
        "form": form, "title": title, "once": new_key(), "crumbs": crumbs(Link(title)), "why": WHY,
        "company": given.get("company"), "stored": _stored(form, stored),
    }  # fmt: skip
    return render(request, "firms/part.html", context)


def _stored(form: django_forms.Form, company: Company | None) -> list[tuple[Any, str]]:
    """What another tab stored, field by field where it differs from what was typed."""
    if company is None:
        return []
    kept = {name: getattr(company, name, None) for name in form.fields}
    return [
        (form[name].label, value)
        for name, value in kept.items()
        if isinstance(value, str) and value and value != form.cleaned_data.get(name)
    ]
