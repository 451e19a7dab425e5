"""The entrance to the law: the subjects, a search, and the way to the calculator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.core.keeping import keepable
from madang.core.ui.shapes import Link


@require_safe
@keepable("law")
def front(request: HttpRequest) -> HttpResponse:
    """Show the subjects of the law."""
    return render(request, "law/front.html", {"crumbs": crumbs()})


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the law stands; the entrance itself without anything below."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("법령·기한"), reverse("law")), *below]
