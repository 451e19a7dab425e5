"""What every write door of the web does alike: who, when, the submission key, and refusals as sentences on the page."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar, cast
from uuid import UUID, uuid4

from django import forms
from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from madang.core import clock
from madang.core.acts import Invalid, StaleVersion
from madang.core.asked import asked
from madang.core.authority import PUBLIC, Actor, Refused, may
from madang.core.moments import SEOUL, YEARS
from madang.core.submissions import submitted
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful

Result = TypeVar("Result")
WRONG_YEAR = Words(
    "날짜의 연도가 1900년에서 2200년 사이가 아닙니다. 연도를 확인해 다시 입력하십시오.",
    "The year is not between 1900 and 2200. Check it and enter the date again.",
)


def actor_of(request: HttpRequest) -> Actor:
    """Return who is asking; without a sign-in that is the public."""
    return cast(Actor, getattr(request, "actor", PUBLIC))


def moment(request: HttpRequest) -> datetime:
    """Return the instant of this request by the database's clock: read once, when first asked for."""
    if not hasattr(request, "moment"):
        asked(request).moment = clock.now()
    return asked(request).moment


def follow_the_calendar(request: HttpRequest) -> None:
    """Take up the days off that were recorded by now: doors that count days without an act begin with it.

    The calendar's number comes with the clock, which a request reads once.
    """
    moment(request)


def korean_day(request: HttpRequest) -> date:
    """Return the Korean day of this request."""
    return moment(request).astimezone(SEOUL).date()


def new_key() -> str:
    """Return a fresh submission key for a form that is about to be shown."""
    return str(uuid4())


def require(request: HttpRequest, permission: str, subject: object = None) -> Actor:
    """Return the actor, or answer like a page that does not exist when the permission is missing."""
    actor = actor_of(request)
    if not may(actor, permission, subject):
        raise Http404
    return actor


@dataclass(frozen=True)
class Outcome:
    """What came of an act at the web door: its result, or a refusal with the sentence to show."""

    result: Any = None
    refusal: Words | None = None
    field: str = ""
    error: Exception | None = None

    @property
    def done(self) -> bool:
        """True when the act was carried out."""
        return self.refusal is None

    @property
    def is_stale(self) -> bool:
        """True when the page shown was older than what is stored: show both."""
        return isinstance(self.error, StaleVersion)

    def onto(self, form: forms.BaseForm) -> None:
        """Put the refusal on the form, at its field when it has one."""
        if self.refusal is not None:
            field = self.field if self.field in form.fields else None
            form.add_error(field, self.refusal.in_(get_language() or "ko"))


def carry_out(request: HttpRequest, act: Callable[..., Result], **given: Any) -> Outcome:
    """Carry out an act for this request: actor and instant added, the submission key and shown version respected.

    Raises:
        Http404: the actor may not do it; the answer is that of a page that does not exist.
    """
    try:
        _refuse_strange_years(given)
        with submission_of(request):
            return Outcome(act(actor=actor_of(request), at=moment(request), **given))
    except Refused as error:
        raise Http404 from error
    except (Invalid, NotLawful, StaleVersion) as error:
        return Outcome(refusal=error.words, field=getattr(error, "field", ""), error=error)


def _refuse_strange_years(given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        day = value.first if isinstance(value, PartialDate) else value
        if isinstance(day, date) and day.year not in YEARS:
            raise Invalid(WRONG_YEAR, name)
        if is_dataclass(value):
            _refuse_strange_years({part.name: getattr(value, part.name) for part in fields(value)})


def submission_of(request: HttpRequest) -> AbstractContextManager[None]:
    """Return the submission that the form carried in its hidden fields ``once`` and ``seen``."""
    return submitted(_uuid(request.POST.get("once", "")), _number(request.POST.get("seen", "")))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
