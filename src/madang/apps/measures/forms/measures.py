"""Forms of the measures: a measure, a task, a table, a target, and the small steps of a task."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.models import Organisation
from madang.apps.measures.acts.measures import NewMeasure, NewTask
from madang.apps.measures.acts.sheet import Lines, lines_of, numbers_of, owners_in
from madang.apps.measures.acts.targets import NewTarget
from madang.apps.measures.acts.writing import LINK, NUMBER, TEXT, TITLE
from madang.apps.measures.models import Task
from madang.apps.measures.queries.measures import owners_named, taken_numbers
from madang.apps.measures.rules import OWNERS
from madang.core.acts import Invalid
from madang.core.files.tables import Fault, read_rows
from madang.core.ui.texts import text

DATE_HINT = _("아는 만큼 적습니다. 예: 2027-12-31, 2027-12, 2027")


def area(rows: int) -> forms.Textarea:
    """A text area of some rows."""
    return forms.Textarea(attrs={"rows": rows})


class LinesField(forms.CharField):
    """Addresses, one a line."""

    widget = area(3)

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]  # several for one
        """Return the lines that hold something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class MeasureForm(forms.Form):
    """A measure as it was announced."""

    number = forms.CharField(label=_("대책 번호"), max_length=NUMBER)
    title = forms.CharField(label=_("대책명"), max_length=200)
    description = forms.CharField(label=_("설명"), max_length=TEXT, widget=area(5), required=False)
    announced = forms.CharField(label=_("발표한 날"), required=False, max_length=10, help_text=DATE_HINT)
    sources = LinesField(label=_("출처 주소"), required=False, help_text=_("한 줄에 하나씩 적습니다."))

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return {"measure": NewMeasure(**self.cleaned_data)}


class TaskForm(forms.Form):
    """A task of a measure."""

    number = forms.CharField(label=_("과제 번호"), max_length=NUMBER)
    title = forms.CharField(label=_("과제명"), max_length=TITLE)
    owner: Any = forms.ModelChoiceField(
        label=_("담당 기관"), queryset=None, empty_label=_("담당 기관을 고르십시오")
    )
    due = forms.CharField(label=_("과제 기한"), required=False, max_length=20, help_text=DATE_HINT)
    description = forms.CharField(label=_("설명"), max_length=TEXT, widget=area(4), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = cast("forms.ModelChoiceField[Any]", self.fields["owner"])
        field.queryset = Organisation.objects.filter(kind__in=[kind.value for kind in OWNERS]).order_by(
            "name_ko"
        )
        field.label_from_instance = lambda row: text(row.words)  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return {"task": NewTask(**self.cleaned_data)}


class TableForm(forms.Form):
    """A table of tasks; ``faults`` names every place that must be mended before anything is kept."""

    table = forms.FileField(
        label=_("과제 표"), help_text=_("CSV 또는 XLSX, 5MB까지. 첫 줄에 칸 이름이 있어야 합니다.")
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.lines = Lines()
        self.faults: tuple[Fault, ...] = ()

    def clean_table(self) -> Any:
        """Read the whole table; a fault of the table is a fault of the field."""
        upload = self.cleaned_data["table"]
        try:
            rows = read_rows(upload.file, "table")
            self.lines = lines_of(rows, owners_named(owners_in(rows)), taken_numbers(numbers_of(rows)))
        except Invalid as error:
            self.faults = getattr(error, "faults", ())
            raise forms.ValidationError(text(error.words)) from error
        return upload

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return {"table": self.lines}


class TargetForm(forms.Form):
    """A number by a year."""

    slug = forms.SlugField(
        label=_("주소 이름"), max_length=60, help_text=_("영문 소문자, 숫자, ‘-’. 예: clusters-2027")
    )
    title = forms.CharField(label=_("무엇을"), max_length=200)
    title_en = forms.CharField(label=_("무엇을(영문)"), max_length=200, required=False)
    number = forms.DecimalField(label=_("목표 숫자"), max_digits=16, decimal_places=2)
    unit = forms.CharField(label=_("단위"), max_length=40)
    unit_en = forms.CharField(label=_("단위(영문)"), max_length=40, required=False)
    is_about = forms.BooleanField(label=_("‘여 곳’처럼 어림으로 발표했습니다"), required=False)
    year = forms.IntegerField(label=_("언제까지(연도)"), min_value=2010, max_value=2099)
    announced = forms.CharField(label=_("발표한 날"), required=False, max_length=10, help_text=DATE_HINT)
    sources = LinesField(label=_("출처 주소"), help_text=_("한 줄에 하나씩 적습니다."))

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return {"target": NewTarget(**self.cleaned_data)}


class FigureForm(forms.Form):
    """How far a target had come."""

    value = forms.DecimalField(label=_("실적"), max_digits=16, decimal_places=2, min_value=0)
    as_of = forms.CharField(label=_("기준일"), max_length=10, help_text=DATE_HINT)
    sources = LinesField(label=_("출처 주소"), help_text=_("한 줄에 하나씩 적습니다."))
    note = forms.CharField(label=_("비고"), max_length=300, required=False)

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return dict(self.cleaned_data)


class StepForm(forms.Form):
    """A form of one step of a task."""

    def __init__(self, *args: Any, task: Task, **named: Any) -> None:
        super().__init__(*args, **named)
        self.task = task

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return dict(self.cleaned_data)


class FinishForm(StepForm):
    """What shows that the task is done."""

    proof = forms.CharField(
        label=_("증빙"), max_length=TEXT, widget=area(4),
        help_text=_("무엇으로 완료를 알 수 있는지 적습니다. 누구나 볼 수 있습니다."),
    )  # fmt: skip
    proof_link = forms.URLField(
        label=_("증빙 주소"), required=False, max_length=LINK, assume_scheme="https",
        help_text=_("공고, 고시, 보도자료의 주소가 있으면 적습니다."),
    )  # fmt: skip


class MoveForm(StepForm):
    """A new date and why."""

    due = forms.CharField(label=_("새 기한"), max_length=20, help_text=DATE_HINT)
    reason = forms.CharField(
        label=_("이유"),
        max_length=TEXT,
        widget=area(3),
        help_text=_("누구나 볼 수 있고, 전의 기한도 남습니다."),
    )


class ReasonForm(StepForm):
    """Why."""

    reason = forms.CharField(
        label=_("이유"), max_length=TEXT, widget=area(3), help_text=_("누구나 볼 수 있습니다.")
    )


class PlainForm(StepForm):
    """A step that needs nothing but the button."""
