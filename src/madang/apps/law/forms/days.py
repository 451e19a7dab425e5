"""Fields for days, times and facts as people write them; the kernel reads them and says why one cannot be read."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from madang.core.ui.texts import text
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.written_days import MOST_LETTERS, read_day, read_exact_day, read_time

Read = TypeVar("Read")


def read_as(reader: Callable[[str], Read], written: str) -> Read:
    """Read what was written, or say on the form why it cannot be read."""
    try:
        return reader(written)
    except Refusal as refusal:
        raise ValidationError(text(refusal.sentence)) from refusal


class WrittenField(forms.CharField):
    """A short text without the browser's own memory; the value is what ``reader`` reads, None for nothing written."""

    reader: Callable[[str], Any]

    def __init__(self, **given: Any) -> None:
        attributes = {"autocomplete": "off", "maxlength": MOST_LETTERS, **given.pop("attrs", {})}
        super().__init__(widget=forms.TextInput(attrs=attributes), **given)

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        return read_as(self.reader, written) if written else None


class DayField(WrittenField):
    """A day as people write it: a date; a month or year is refused."""

    default_error_messages = {"required": gettext_lazy("날짜를 적어 주십시오.")}
    reader = staticmethod(read_exact_day)


class RoughDayField(WrittenField):
    """A day, month or year as people write it: a PartialDate."""

    default_error_messages = {"required": gettext_lazy("날짜를 적어 주십시오.")}
    reader = staticmethod(read_day)


class TimeField(WrittenField):
    """A time of day as people write it."""

    default_error_messages = {"required": gettext_lazy("시각을 적어 주십시오.")}
    reader = staticmethod(read_time)
