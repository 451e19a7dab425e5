"""What every request passes: a clear page while the database is away, the language of the address, kept pages."""

from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from madang.core import keeping
from madang.core.asked import asked
from madang.portal import errors

Answer = Callable[[HttpRequest], HttpResponse]


def database_outage(get_response: Answer) -> Answer:
    """Answer 503 with a clear page when the database cannot be reached; the next request tries afresh."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            return get_response(request)
        except (OperationalError, InterfaceError):
            connection.close()
            return errors.database_away(request)

    middleware.process_exception = errors.outage  # type: ignore[attr-defined]  # Django reads it from the callable
    return middleware


def language_from_path(get_response: Answer) -> Answer:
    """Set the language by the address alone: /en/… is English, everything else Korean."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = "en" if request.path_info.startswith("/en/") or request.path_info == "/en" else "ko"
        asked(request).LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def kept_pages(get_response: Answer) -> Answer:
    """Answer an anonymous reader from the kept pages when nothing that the page stands on has changed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return get_response(request)
        return keeping.kept(request) or keeping.keep(request, get_response(request))

    return middleware
