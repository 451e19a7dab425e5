"""Forms of the follow-up sessions: a new one, the outcome of one project, and the buttons that only need a key."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.follow_ups import MOST, NOTE, NewSession
from madang.apps.exemptions.forms.confirmations import choices
from madang.apps.exemptions.models import FollowUp, FollowUpOutcome
from madang.apps.exemptions.models.follow_ups import OUTCOME_WORDS
from madang.apps.exemptions.queries.follow_ups import projects_to_note
from madang.core.ui.texts import text


class SessionForm(forms.Form):
    """A session that is opened: its day and how many projects it took up."""

    held_on = forms.DateField(
        label=_("회의일"), widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("서면으로 의결했으면 마지막 날을 적으십시오."),
    )  # fmt: skip
    total = forms.IntegerField(
        label=_("대상 과제 수"), min_value=1, max_value=MOST,
        help_text=_("결과의 합이 이 수와 같아야 회의를 확정할 수 있습니다."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("덧붙임(선택)"), max_length=NOTE, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def given(self) -> dict[str, Any]:
        """What the act takes."""
        return {"session": NewSession(**self.cleaned_data)}


class StepForm(forms.Form):
    """A step in an open session."""

    def __init__(self, *args: Any, session: FollowUp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.prepare()

    def prepare(self) -> None:
        """Fill in what depends on the session."""

    def given(self) -> dict[str, Any]:
        """What the act takes."""
        return dict(self.cleaned_data)


class NoteForm(StepForm):
    """The outcome of one project."""

    project: Any = forms.ModelChoiceField(
        label=_("과제"), queryset=None, empty_label=_("과제를 고르십시오"),
        help_text=_("특례가 부여되었고 이 회의에 아직 결과가 없는 과제입니다."),
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label=_("결과"), choices=choices(OUTCOME_WORDS), widget=forms.RadioSelect,
        help_text=_("특례의 현재 상태와 맞아야 합니다. 연장이라면 연장을 먼저 기록하십시오."),
    )  # fmt: skip

    def prepare(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["project"])
        field.queryset = projects_to_note(self.session)
        field.label_from_instance = lambda row: f"{text(row.zone.title)} – {row.title_public}"  # type: ignore[assignment, method-assign]  # meant to be replaced


class WithdrawForm(StepForm):
    """Which outcome is taken back."""

    result: Any = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput, label=_("지울 결과"))

    def prepare(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["result"])
        field.queryset = FollowUpOutcome.objects.filter(follow_up=self.session)


class CloseForm(StepForm):
    """Nothing but the button."""
