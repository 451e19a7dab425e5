"""Fields that the selection forms share: Korean instants to the second, and numbers as people type them."""

from django import forms

from madang.kernel.korean import nfc, plain_digits


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
