"""The form with which a designation begins: how the candidate is called."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CandidateForm(forms.Form):
    """The candidate's name in both languages; the statutory name follows with the zone plan."""

    name_ko = forms.CharField(label=_("후보 이름"), max_length=120)
    name_en = forms.CharField(label=_("후보 영문 이름"), max_length=160, required=False)
