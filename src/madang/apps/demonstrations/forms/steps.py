"""What every form of a step in demonstrations has in common: its row, the day, what is stored, and files."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from madang.core.ui.texts import text
from madang.kernel.words import Words

LINE, TEXT = 200, 5_000


class StepForm(forms.Form):
    """A form of one step about a row on a day; ``given`` returns the arguments of its act."""

    def __init__(self, *args: Any, row: Model, today: date, **named: Any) -> None:
        self.row, self.today = row, today
        super().__init__(*args, **{**named, "initial": self.stored()})
        self.prepare()

    def stored(self) -> dict[str, Any]:
        """What the row holds already, by field: the form begins with it, and a stale tab shows it."""
        return {}

    def prepare(self) -> None:
        """Add what depends on the row or the reader's language."""

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return dict(self.cleaned_data)

    def choose_among(self, name: str, rows: "QuerySet[Any]", label: Callable[[Any], Words]) -> None:
        """Let a field choose among rows, each called by what it is in the reader's language."""
        field = cast("forms.ModelChoiceField[Any]", self.fields[name])
        field.queryset = rows
        field.label_from_instance = lambda row: text(label(row))  # type: ignore[assignment, method-assign]  # meant to be replaced


def choices(words: Mapping[str, Words], empty: Any = None) -> Callable[[], list[tuple[str, Any]]]:
    """The choices of a field in the language of the page that is being made."""

    def listed() -> list[tuple[str, Any]]:
        first = [("", empty)] if empty is not None else []
        return [*first, *((key, text(said)) for key, said in words.items())]

    return listed


def area(rows: int = 4) -> forms.Textarea:
    """A text area of some rows."""
    return forms.Textarea(attrs={"rows": rows})


def a_day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A day, chosen from a calendar."""
    return forms.DateField(
        label=label, required=required, help_text=hint, widget=forms.DateInput(attrs={"type": "date"})
    )


class ManyFiles(forms.ClearableFileInput):
    """A control that takes several files at once; on a phone it offers the camera."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; what each of them must be is decided where files are kept."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # type: ignore[override]  # several for one
        """Return the files, an empty one too: it is refused with its own sentence where files are kept."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [one for one in sent if one]


def files(label: Any) -> FilesField:
    """A field for files, with what is taken."""
    return FilesField(
        label=label, required=False,
        help_text=_("10개까지, 하나에 20MB까지 붙일 수 있습니다. 주민등록번호가 든 파일은 받지 않습니다."),
    )  # fmt: skip


class NoForm(StepForm):
    """A step that needs nothing but the button."""

    def given(self) -> dict[str, Any]:
        return {}
