"""The door that remembers how the reader wants pages to look. It changes nothing but a cookie of the reader."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from madang.core.ui.tags.page import LOOKS

YEAR = 365 * 24 * 60 * 60


@require_GET
def look(request: HttpRequest) -> HttpResponse:
    """Keep ``look`` (light, dark, contrast; anything else follows the device) and go back to ``next``.

    A GET, so that every page can hold the form without a token of its own; it writes one harmless cookie.
    """
    back = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.GET.get("look")
    if chosen in LOOKS:
        response.set_cookie(
            "look", chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie("look", samesite="Lax")
    return response
