"""Who asks through the API: a token bound to a seat, a signed-in session (with CSRF), or the public."""

import hashlib

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.utils import check_csrf

from madang.apps.accounts.queries import actor_by_token
from madang.core.authority import PUBLIC, Actor, OfficeKind
from madang.core.doors import actor_of, moment


def asking(request: HttpRequest) -> Actor:
    """Return the actor of an API request.

    Raises:
        HttpError: 401 for a token that is wrong, over or revoked; 403 for a session without its CSRF token.
    """
    header = request.headers.get("Authorization", "")
    if header:
        return _by_token(header, request)
    actor = actor_of(request)
    if actor.kind is OfficeKind.PUBLIC:
        return PUBLIC
    if request.method != "GET" and check_csrf(request):
        raise HttpError(403, "CSRF token missing or wrong")
    return actor


def _by_token(header: str, request: HttpRequest) -> Actor:
    scheme, _, token = header.partition(" ")
    digest = hashlib.sha256(token.encode()).hexdigest()
    actor = actor_by_token(digest, moment(request)) if scheme.lower() == "bearer" else None
    if actor is None:
        raise HttpError(401, "token unknown, over or revoked")
    return actor
