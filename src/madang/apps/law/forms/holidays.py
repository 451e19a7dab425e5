"""What the ministry enters about a day off."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.law.entries import NewHoliday
from madang.apps.law.models import KIND_WORDS
from madang.core.ui.texts import text


class HolidayForm(forms.Form):
    """A day off with the decision that set it."""

    falls_on = forms.DateField(label=_("날짜"), widget=forms.DateInput)
    kind = forms.ChoiceField(label=_("종류"), widget=forms.RadioSelect, initial="cabinet")
    name_ko = forms.CharField(label=_("이름(국문)"), max_length=60)
    name_en = forms.CharField(label=_("이름(영문)"), max_length=100)
    decided_on = forms.DateField(
        label=_("결정한 날"), widget=forms.DateInput, help_text=_("국무회의 의결일 또는 공고일")
    )
    source = forms.CharField(
        label=_("출처"),
        max_length=200,
        help_text=_("결정을 알 수 있는 문서와 번호(예: 국무회의 의결, 관보 호수)"),
    )
    source_url = forms.CharField(
        label=_("출처의 주소"),
        max_length=500,
        required=False,
        help_text=_("있으면 https://로 시작하는 웹 주소"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kinds that can be recorded."""
        super().__init__(*args, **kwargs)
        kinds = [(key, text(words)) for key, words in KIND_WORDS.items()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a choice field has choices

    def given(self, *, is_late: bool) -> NewHoliday:
        """Return the day as the act takes it; ``is_late`` when the reader was shown what a past day moves."""
        return NewHoliday(**self.cleaned_data, is_late=is_late)


class WithdrawForm(forms.Form):
    """Why the record of a day off is withdrawn."""

    reason = forms.CharField(
        label=_("취소하는 까닭"), max_length=200, help_text=_("잘못 기록했거나 결정이 바뀐 사정과 그 출처")
    )
