"""The page that shows every component in every state; only where the copy is a demonstration or is developed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from madang.core.ui.design_samples import SampleForm, everything


def design(request: HttpRequest) -> HttpResponse:
    """Show all components; ``?layout=office`` shows them where officers work, close together."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404("the page of components is shown in demonstration and development only")
    office = request.GET.get("layout") == "office"
    shown = everything() | {
        "layout": "layout/office.html" if office else "layout/page.html",
        "office": office,
        "form": SampleForm(),
        "wrong_form": SampleForm({"wrong-share": "120", "wrong-starts_on": "2026-02-30"}, prefix="wrong"),
    }
    return render(request, "ui/design.html", shown)
