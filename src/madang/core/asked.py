"""What this house keeps with a request beside Django's own: who asks, when, and the numbers of the topics."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse

from madang.core.authority import Actor


class Asked(HttpRequest):
    """A request as the middleware leaves it. Attributes are set when first needed; ask with ``hasattr``."""

    actor: Actor
    moment: datetime
    epoch_numbers: tuple[dict[str, int], float]
    page_stamp: tuple[tuple[str, int], ...]
    LANGUAGE_CODE: str


class Keepable(HttpResponse):
    """An answer that says what it stands on and until when it holds."""

    topics: tuple[str, ...]
    holds_until: datetime


def asked(request: HttpRequest) -> Asked:
    """Return the same request, typed."""
    return cast(Asked, request)
