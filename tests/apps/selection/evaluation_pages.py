"""Opens a page as an office at an exact instant: the view behind the address, without waiting for any clock."""

from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import Http404, HttpResponse, HttpResponseBase
from django.test import RequestFactory
from django.test.client import closing_iterator_wrapper
from django.urls import resolve
from django.utils import translation

from madang.core.authority import Actor


def opened(actor: Actor, path: str, at: datetime, data: dict[str, Any] | None = None) -> HttpResponse:
    """Return the answer to a GET, or to a POST when ``data`` is given; a page that does not exist answers 404."""
    request = RequestFactory().get(path) if data is None else RequestFactory().post(path, data)
    request.actor, request.moment, request.user = actor, at, AnonymousUser()  # type: ignore[attr-defined]
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    language = "en" if path.startswith("/en/") else "ko"
    request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
    with translation.override(language):
        view = resolve(urlsplit(path).path)
        request.resolver_match = view
        try:
            return read_to_the_end(view.func(request, *view.args, **view.kwargs))
        except Http404:
            return HttpResponse(status=404)


def read_to_the_end(answer: HttpResponseBase) -> HttpResponse:
    """Return a streamed file as a plain answer, with the file closed."""
    if not answer.streaming:
        return cast(HttpResponse, answer)
    parts = closing_iterator_wrapper(answer.streaming_content, answer.close)  # type: ignore[attr-defined]
    return HttpResponse(b"".join(parts), status=answer.status_code)


def seen(actor: Actor, path: str, at: datetime) -> str:
    """Return what a page says; "" when it does not exist."""
    answer = opened(actor, path, at)
    return answer.content.decode() if answer.status_code == 200 else ""
