"""What every request passes: a clear page when something is in the way, the language of the address, kept pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation

from madang.core import keeping
from madang.core.asked import asked
from madang.portal import errors

Answer = Callable[[HttpRequest], HttpResponse]


def clear_answers(get_response: Answer) -> Answer:
    """Answer a lost database and a wrong method with a page that says what happened and what to do.

    What is lost inside another middleware never reaches this one as an exception: ``errors.broken`` answers it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            return errors.wrong_method(request, response.headers["Allow"])
        return response

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
