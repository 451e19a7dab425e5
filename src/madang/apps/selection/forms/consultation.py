"""Forms of the consultation: whom to ask, the reply, the supplement."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.selection.forms.designation import StepForm, area
from madang.apps.selection.forms.fields import offer, offer_rows
from madang.apps.selection.models import Consultation
from madang.apps.selection.rules.consultation import POSITION_WORDS
from madang.apps.selection.rules.designation import BALANCE_COMMITTEE
from madang.core.authority import OfficeKind
from madang.core.ui.texts import text


class OpenConsultationForm(StepForm):
    """Which ministries are asked, and when they were notified."""

    ministries: Any = forms.ModelMultipleChoiceField(
        label=_("협의할 기관"), queryset=None, widget=forms.CheckboxSelectMultiple,
        help_text=_("지방시대위원회에는 언제나 알려야 합니다."),
    )  # fmt: skip
    notified_on = forms.DateField(label=_("통보한 날"), widget=forms.DateInput)

    def prepare(self) -> None:
        wanted = organisations_of(OfficeKind.OTHER_MINISTRY.value)
        offer_rows(self, "ministries", wanted, lambda row: text(row.words))
        self.fields["ministries"].initial = [row.pk for row in wanted if row.slug == BALANCE_COMMITTEE]

    def given(self) -> dict[str, Any]:
        return {
            "ministries": list(self.cleaned_data["ministries"]),
            "notified_on": self.cleaned_data["notified_on"],
        }


class ConsultationForm(forms.Form):
    """A form of one step of one ministry's consultation."""

    def __init__(self, *args: Any, consultation: Consultation, today: date, **named: Any) -> None:
        super().__init__(*args, **named)
        self.consultation, self.today = consultation, today
        self.prepare()

    def prepare(self) -> None:
        """Add what depends on the reader's language."""

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return dict(self.cleaned_data)


class ReplyForm(ConsultationForm):
    """The reply."""

    position = forms.ChoiceField(label=_("의견의 종류"), widget=forms.RadioSelect)
    opinion = forms.CharField(
        label=_("의견"), required=False, max_length=5_000, widget=area(6),
        help_text=_("조건부 동의나 부동의에는 조건이나 사유가 필요합니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        offer(self, "position", ((key, text(words)) for key, words in POSITION_WORDS.items()))


class AskForm(ConsultationForm):
    """What the ministry asks to be supplemented."""

    what = forms.CharField(label=_("보완을 요구하는 내용"), max_length=5_000, widget=area())
    wanted_by = forms.DateField(
        label=_("보완 기한"), widget=forms.DateInput, help_text=_("보완 기간에는 회신 기한이 멈춥니다.")
    )


class FileForm(ConsultationForm):
    """The supplement."""

    answer = forms.CharField(label=_("보완 내용"), max_length=5_000, widget=area(6))
