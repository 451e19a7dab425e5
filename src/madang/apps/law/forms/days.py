"""Days and times as people write them: with dots, in words, without separators, in full-width digits.

A day may be known only to the month or year; it stays so. What cannot be a day is refused with the reason.
"""

import calendar
import re
import unicodedata
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from madang.kernel.partial_dates import PartialDate

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_LETTERS = 40
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WEEKDAY = re.compile(
    r"\(?\s*[월화수목금토일](?:요일)?\s*\)|\(?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\)?,?", re.IGNORECASE
)
_SHAPES = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<y>\d{4})\s*[-./]\s*(?P<m>\d{1,2})(?:\s*[-./]\s*(?P<d>\d{1,2}))?\s*[-./]?"),
    re.compile(r"(?P<y>\d{4})\s*년(?:\s*(?P<m>\d{1,2})\s*월(?:\s*(?P<d>\d{1,2})\s*일)?)?\s*(?:까지|부터)?"),
    re.compile(r"(?P<y>\d{4})\s*[.]?"),
    re.compile(r"(?:(?P<d>\d{1,2})\s+)?(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})"),
)
_CLOCK = re.compile(
    r"(?P<half>오전|오후)?\s*(?P<h>\d{1,2})(?:\s*[:시]\s*(?P<m>\d{1,2})?\s*분?)?\s*(?P<late>am|pm)?",
    re.IGNORECASE,
)


def read_day(written: str) -> PartialDate:
    """Read a day, a month or a year.

    Raises:
        ValidationError: it is no date, a day that no month has, or a year that no deadline lies in.

    >>> read_day("2026. 11. 3.").text, read_day("２０２６１１０３").text, read_day("2020-08").text
    ('2026-11-03', '2026-11-03', '2020-08')
    """
    plain = _WEEKDAY.sub(" ", unicodedata.normalize("NFKC", written)).strip()
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(plain))), None)
    if found is None or not plain.replace(" ", ""):
        raise _not_understood(written)
    parts = found.groupdict()
    year, month = int(parts["y"]), _month(parts, written)
    day = int(parts["d"]) if parts.get("d") else None
    _refuse_impossible(year, month, day)
    known = (year, month, day)
    return PartialDate.parse("-".join(f"{part:02}" for part in known if part is not None))


def _month(parts: dict[str, Any], written: str) -> int | None:
    if name := parts.get("name"):
        if name.lower() not in _MONTHS:
            raise _not_understood(written)
        return _MONTHS[name.lower()]
    return int(parts["m"]) if parts.get("m") else None


def _refuse_impossible(year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        words = _("%(first)s년부터 %(last)s년 사이의 날짜를 적어 주십시오.")
        raise ValidationError(words % {"first": FIRST_YEAR, "last": LAST_YEAR})
    if month is None:
        return
    if not 1 <= month <= 12:
        raise ValidationError(
            _("%(month)s월은 없는 달입니다. 1월부터 12월 가운데에서 적어 주십시오.") % {"month": month}
        )
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        words = _("%(year)s년 %(month)s월은 %(last)s일까지입니다. %(day)s일은 없는 날입니다.")
        raise ValidationError(words % {"year": year, "month": month, "last": last, "day": day})


def _not_understood(written: str) -> ValidationError:
    words = _("날짜로 읽을 수 없습니다: %(written)s. 2026-11-03 또는 2026. 11. 3.처럼 적어 주십시오.")
    return ValidationError(words % {"written": written[:MOST_LETTERS]})


def read_time(written: str) -> time:
    """Read a time of day.

    Raises:
        ValidationError: it is no time of day.

    >>> read_time("09:00"), read_time("오후 3시 30분"), read_time("0930")
    (datetime.time(9, 0), datetime.time(15, 30), datetime.time(9, 30))
    """
    plain = unicodedata.normalize("NFKC", written).strip()
    if re.fullmatch(r"\d{4}", plain):
        plain = f"{plain[:2]}:{plain[2:]}"
    found = _CLOCK.fullmatch(plain)
    hour, minute = (int(found["h"]), int(found["m"] or 0)) if found else (99, 99)
    half = ((found["half"] or found["late"] or "") if found else "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in ("오후", "pm") else 0)
    if hour > 23 or minute > 59:
        words = _("시각으로 읽을 수 없습니다: %(written)s. 09:00 또는 오후 3시 30분처럼 적어 주십시오.")
        raise ValidationError(words % {"written": written[:MOST_LETTERS]})
    return time(hour, minute)


class _Written(forms.CharField):
    """A short text without the browser's own memory."""

    def __init__(self, **given: Any) -> None:
        attributes = {"autocomplete": "off", "maxlength": MOST_LETTERS, **given.pop("attrs", {})}
        super().__init__(widget=forms.TextInput(attrs=attributes), **given)


class DayField(_Written):
    """A day as people write it; the value is a PartialDate, or None when nothing was written.

    With ``exact`` a day known only to the month or year is refused.
    """

    default_error_messages = {"required": gettext_lazy("날짜를 적어 주십시오.")}

    def __init__(self, *, exact: bool = True, **given: Any) -> None:
        self.exact = exact
        super().__init__(**given)

    def clean(self, value: Any) -> PartialDate | None:
        written = super().clean(value)
        if not written:
            return None
        day = read_day(written)
        if self.exact and not day.is_exact:
            raise ValidationError(_("연월일을 모두 적어 주십시오. 예: 2026-11-03"))
        return day


class TimeField(_Written):
    """A time of day as people write it; None when nothing was written."""

    default_error_messages = {"required": gettext_lazy("시각을 적어 주십시오.")}

    def clean(self, value: Any) -> time | None:
        written = super().clean(value)
        return read_time(written) if written else None
