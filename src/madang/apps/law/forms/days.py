"""Fields for days and times as people write them; the kernel reads them and says why one cannot be read."""

from collections.abc import Callable
from datetime import time
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from madang.core.ui.texts import text
from madang.kernel.partial_dates import PartialDate
from madang.kernel.written_days import MOST_LETTERS, CannotBeRead, read_day, read_time

Read = TypeVar("Read")


def read_as(reader: Callable[[str], Read], written: str) -> Read:
    """Read what was written, or say on the form why it cannot be read."""
    try:
        return reader(written)
    except CannotBeRead as refusal:
        raise ValidationError(text(refusal.sentence)) from refusal


def exact_day(day: PartialDate) -> PartialDate:
    """Return a day that is known to the day; refuse a month or a year on the form."""
    if not day.is_exact:
        raise ValidationError(_("연월일을 모두 적어 주십시오. 예: 2026-11-03"))
    return day


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
        day = read_as(read_day, written)
        return exact_day(day) if self.exact else day


class TimeField(_Written):
    """A time of day as people write it; None when nothing was written."""

    default_error_messages = {"required": gettext_lazy("시각을 적어 주십시오.")}

    def clean(self, value: Any) -> time | None:
        written = super().clean(value)
        return read_as(read_time, written) if written else None
