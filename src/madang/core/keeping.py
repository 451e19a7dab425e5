"""Kept pages: what an anonymous reader saw is given again until an event ends one of its topics or its time is over."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from madang.core import calendar, clock, epochs
from madang.core.asked import Keepable, asked

CAPACITY = 400
#: characters of an address: longer ones come from nobody who reads, and what they name need not be kept
LONGEST = 500
LOOKS = ("light", "dark", "contrast")
_lock = threading.Lock()
_pages: "OrderedDict[tuple[str, ...], Page]" = OrderedDict()
Stamp = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Page:
    """One kept answer: body and headers, the topics it stands on with their numbers, and until when it holds."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    stamp: Stamp
    until: float


def keepable(*topics: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Mark a public view as keepable under topics. Set ``response.holds_until`` when time alone changes the page."""

    def mark(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            asked(request).page_stamp = _stamp(_numbers(request)[0], ("clock", *topics))
            response = view(request, *args, **kwargs)
            cast(Keepable, response).topics = ("clock", *topics)
            return response

        return run

    return mark


def kept(request: HttpRequest) -> HttpResponse | None:
    """Return the kept answer if every topic it stands on is unchanged and its time is not over."""
    page = _pages.get(_key(request))
    if page is None:
        return None
    numbers, seconds = _numbers(request)
    if page.stamp != _stamp(numbers, page.topics) or seconds >= page.until:
        return None
    response = HttpResponse(page.body)
    for name, value in page.headers:
        response.headers[name] = value
    return response


def keep(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep a fresh answer of a keepable view: status 200, no cookie set, nothing private."""
    topics = getattr(response, "topics", None)
    if topics is None or response.status_code != 200 or response.cookies or response.streaming:
        return response
    if len(request.get_full_path()) > LONGEST:
        return response
    patch_cache_control(response, no_cache=True)
    midnight = _next_midnight(request)
    until = min(getattr(response, "holds_until", None) or midnight, midnight)
    stamp = asked(request).page_stamp
    page = Page(response.content, tuple(response.items()), topics, stamp, until.timestamp())
    with _lock:
        _pages[_key(request)] = page
        while len(_pages) > CAPACITY:
            _pages.popitem(last=False)
    return response


def _key(request: HttpRequest) -> tuple[str, ...]:
    return (request.get_host(), request.get_full_path(), _look(request))


def _look(request: HttpRequest) -> str:
    """The look the reader chose; anything else counts as none, so that strangers cannot fill the pages."""
    chosen = request.COOKIES.get("look", "")
    return chosen if chosen in LOOKS else ""


def _numbers(request: HttpRequest) -> tuple[dict[str, int], float]:
    known = getattr(request, "epoch_numbers", None)
    if known is None:
        numbers, seconds = epochs.now()
        calendar.ensure(numbers.get(calendar.TOPIC, 0))
        offset = numbers.get(clock.OFFSET, 0) if settings.DEMO else 0
        known = asked(request).epoch_numbers = (numbers, seconds + offset)
    return known


def _stamp(numbers: dict[str, int], topics: tuple[str, ...]) -> Stamp:
    return tuple((topic, numbers.get(topic, 0)) for topic in topics)


def _next_midnight(request: HttpRequest) -> datetime:
    # Korea has no summer time: midnight there is 15:00 UTC
    seconds = _numbers(request)[1]
    return datetime.fromtimestamp((int(seconds + 32400) // 86400 + 1) * 86400 - 32400, UTC)


def forget() -> None:
    """Drop every kept page; tests begin with it."""
    _pages.clear()
