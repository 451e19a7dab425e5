"""Controls written at once, for filters on pages that many read: Django runs a template for each control and option."""

from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString


class PlainSelect(forms.Select):
    """A select; a page of filters has a hundred options."""

    def render(
        self, name: str, value: object, attrs: dict[str, Any] | None = None, renderer: object = None
    ) -> SafeString:
        """Return the markup with the chosen value marked."""
        options = "".join(
            f'<option value="{escape(key)}"{" selected" if key == (value or "") else ""}>{escape(str(label))}</option>'
            for key, label in self.choices
        )
        given = forms.utils.flatatt(self.build_attrs(self.attrs, attrs))
        return SafeString(f'<select name="{escape(name)}"{given}>{options}</select>')


class _Written(forms.Widget):
    """An input whose markup is its attributes and nothing else."""

    def render(
        self, name: str, value: object, attrs: dict[str, Any] | None = None, renderer: object = None
    ) -> SafeString:
        """Return the markup; an empty value is left out."""
        given = {"type": getattr(self, "input_type", "text"), "name": name}
        if (written := self.format_value(value)) is not None:
            given["value"] = written
        return SafeString(f"<input{forms.utils.flatatt(given | self.build_attrs(self.attrs, attrs))}>")


class PlainInput(_Written, forms.TextInput):
    """A line of text."""


class PlainHidden(_Written, forms.HiddenInput):
    """A value that goes along unseen."""
