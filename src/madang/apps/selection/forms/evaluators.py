"""Shapes of what the ministry types about evaluators and the conflict rule."""

from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.selection.acts.evaluators import ConflictTerms, EvaluatorProfile
from madang.kernel.regions import regions

#: the kinds of organisation that an evaluator can belong to and that a conflict can follow from
EMPLOYERS = ("province", "basic", "agency", "firm", "other_ministry", "ministry")


class EvaluatorForm(forms.Form):
    """Who evaluates, where they belong, what they know, and how much they take."""

    email = forms.EmailField(label=_("계정(전자우편)"), help_text=_("먼저 계정이 있어야 합니다."))
    affiliation_text = forms.CharField(label=_("소속"), max_length=120)
    affiliation = forms.ModelChoiceField(
        organisations_of("province"),
        label=_("등록된 소속 기관"),
        required=False,
        empty_label=_("없음"),
        help_text=_("이 기관이 신청하면 이해충돌로 막힙니다."),
    )
    region = forms.ChoiceField(label=_("지역"), required=False)
    fields_text = forms.CharField(
        label=_("전문분야"),
        max_length=400,
        required=False,
        help_text=_("쉼표로 나누어 적습니다. 예: 로봇, 인공지능, 바이오"),
    )
    max_load = forms.IntegerField(label=_("단계마다 평가 한도(건)"), min_value=1, max_value=100, initial=6)

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        language = get_language() or "ko"
        self.fields["affiliation"].queryset = reduce(or_, map(organisations_of, EMPLOYERS))  # type: ignore[attr-defined]  # a choice of rows
        self.fields["region"].choices = [  # type: ignore[attr-defined]  # a choice
            ("", _("없음")),
            *((one.id, one.name.in_(language)) for one in regions()),
        ]

    def clean_email(self) -> str:
        """Find the account; its person is kept for ``person``."""
        email = str(self.cleaned_data["email"]).lower()
        self.person = get_user_model().objects.filter(email=email, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError(_("이 전자우편으로 만든 계정이 없습니다. 계정을 먼저 만드십시오."))
        return email

    def profile(self) -> EvaluatorProfile:
        """Return the profile as the act takes it."""
        data = self.cleaned_data
        fields = [field.strip() for field in data["fields_text"].replace("，", ",").split(",")]
        return EvaluatorProfile(
            data["affiliation_text"], data["affiliation"], data["region"], fields, data["max_load"]
        )


class ConflictRuleForm(forms.Form):
    """Which ties bar an evaluator from a day on."""

    starts_on = forms.DateField(label=_("적용 시작일"), widget=forms.DateInput)
    same_affiliation = forms.BooleanField(label=_("신청 기관 소속이면 제외"), required=False, initial=True)
    same_region = forms.BooleanField(
        label=_("신청 지역 소속이면 제외(공동신청 지역 포함)"), required=False, initial=True
    )
    basis = forms.CharField(label=_("근거"), max_length=200, help_text=_("예: 평가위원 운영 지침 제5조"))

    def terms(self) -> ConflictTerms:
        """Return the rule as the act takes it."""
        return ConflictTerms(**self.cleaned_data)
