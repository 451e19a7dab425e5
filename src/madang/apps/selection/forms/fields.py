"""Fields that the selection forms share: Korean instants to the second, and numbers as people type them."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from madang.kernel.korean import nfc, plain_digits


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Set what a choice of a form offers, in the language of the page that is being made."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def offer_rows(
    form: forms.BaseForm, name: str, rows: QuerySet[Any], label: Callable[[Any], str] | None = None
) -> None:
    """Set the rows that a choice of a form offers, and how one of them is called."""
    field = cast(forms.ModelChoiceField[Any], form.fields[name])
    field.queryset = rows
    if label is not None:
        field.label_from_instance = label  # type: ignore[assignment, method-assign]  # Django means it to be replaced


class InstantField(forms.DateTimeField):
    """A Korean instant; the browser's own picker, to the second, and typed text where there is none."""

    def __init__(self, **given: object) -> None:
        widget = forms.DateTimeInput(
            attrs={"type": "datetime-local", "step": "1"}, format="%Y-%m-%dT%H:%M:%S"
        )
        super().__init__(widget=widget, **given)  # type: ignore[arg-type]  # passed on as they are


class NumberText(forms.CharField):
    """A number as text: full-width digits become ordinary ones; the record decides whether it is a number."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def clean(self, value: object) -> str:
        """Return the text with plain digits and without spaces around it."""
        return plain_digits(nfc(str(super().clean(value) or ""))).strip()
