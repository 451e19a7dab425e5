"""Shape of what people enter about seats, delegations, tokens and the demo clock."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.models import Organisation, Person


class DelegationForm(forms.Form):
    """Who deputises, from when to when, and why."""

    deputy = forms.EmailField(label=_("대리할 사람의 전자우편"), max_length=120)
    starts_on = forms.DateField(label=_("시작일"), widget=forms.DateInput)
    last_on = forms.DateField(label=_("마지막 날"), widget=forms.DateInput)
    reason = forms.CharField(label=_("사유"), max_length=200)

    def clean_deputy(self) -> Person:
        """Find the deputy by address."""
        person = Person.objects.filter(email=self.cleaned_data["deputy"].lower(), is_active=True).first()
        if person is None:
            raise forms.ValidationError(_("등록된 사람을 찾지 못했습니다. 전자우편 주소를 확인하십시오."))
        return person


class TokenForm(forms.Form):
    """What a token of the API is for, and its last day."""

    name = forms.CharField(
        label=_("토큰 이름"), max_length=80, help_text=_("어디에 쓰는 토큰인지 알아볼 이름")
    )
    expires_on = forms.DateField(
        label=_("토큰을 쓸 마지막 날"), widget=forms.DateInput, help_text=_("오늘부터 366일 안의 날")
    )


#: the days for which the law and the calendar of holidays are known well enough to play
DEMO_YEARS = range(2015, 2101)


class DemoClockForm(forms.Form):
    """The instant to which the demo clock is set."""

    now = forms.DateTimeField(
        label=_("옮길 시각"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )

    def clean_now(self) -> datetime:
        """Refuse a time from which no day could be counted any more."""
        wanted: datetime = self.cleaned_data["now"]
        if wanted.year not in DEMO_YEARS:
            raise forms.ValidationError(_("체험 시각은 2015년부터 2100년까지 옮길 수 있습니다."))
        return wanted


class PersonForm(forms.Form):
    """Whose account is made, and in which organisation they sit."""

    email = forms.EmailField(label=_("전자우편"), max_length=120, help_text=_("로그인할 때 쓰는 주소"))
    name = forms.CharField(label=_("이름"), max_length=80)
    organisation = forms.ChoiceField(label=_("기관"))
    starts_on = forms.DateField(label=_("시작일"), widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every organisation that is not a demo one, by name."""
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.filter(is_demo=False).order_by("kind", "name_ko")
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            (str(row.pk), row.words.in_(get_language() or "ko")) for row in rows
        ]
