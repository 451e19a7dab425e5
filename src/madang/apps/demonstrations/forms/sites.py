"""Forms of a site and of its use by a project."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts.sites import COLUMNS, SiteDraft
from madang.apps.demonstrations.forms.steps import LINE, StepForm, a_day, choices
from madang.apps.demonstrations.models import DemonstrationSite
from madang.apps.demonstrations.models.countries import COUNTRY_WORDS, HOME
from madang.apps.demonstrations.models.sites import KIND_WORDS, WITHIN_WORDS
from madang.apps.demonstrations.queries.sites import sites_open_to
from madang.apps.exemptions.models import Project


class SiteForm(StepForm):
    """A new site of a zone."""

    name = forms.CharField(label=_("장소 이름"), max_length=120)
    kind = forms.ChoiceField(label=_("종류"), choices=choices(KIND_WORDS))
    address = forms.CharField(label=_("주소 또는 위치"), max_length=LINE)
    country = forms.ChoiceField(label=_("국가"), choices=choices(COUNTRY_WORDS), initial=HOME)
    within = forms.ChoiceField(
        label=_("특구의 지정된 위치 안입니까?"), choices=choices(WITHIN_WORDS), widget=forms.RadioSelect
    )
    outside_reason = forms.CharField(
        label=_("지정된 위치 밖인 까닭"),
        required=False,
        max_length=LINE,
        help_text=_("위치 밖일 때만 적습니다."),
    )
    starts_on = a_day(_("쓰기 시작하는 날"))
    ends_before = a_day(
        _("더 쓰지 않는 첫날"),
        required=False,
        hint=_("이날부터는 쓰지 않습니다. 정해지지 않았으면 비우십시오."),
    )
    latitude = forms.DecimalField(
        label=_("위도"),
        required=False,
        max_digits=8,
        decimal_places=5,
        help_text=_("선택입니다. 예: 35.17955"),
    )
    longitude = forms.DecimalField(
        label=_("경도"),
        required=False,
        max_digits=8,
        decimal_places=5,
        help_text=_("선택입니다. 예: 129.07564"),
    )

    def given(self) -> dict[str, Any]:
        return {"site": SiteDraft(**self.cleaned_data)}


class SiteChangeForm(SiteForm):
    """What is written of a site, to be changed."""

    def stored(self) -> dict[str, Any]:
        row = cast(DemonstrationSite, self.row)
        return {name: getattr(row, name) for name in COLUMNS}

    def given(self) -> dict[str, Any]:
        return {"draft": SiteDraft(**self.cleaned_data)}


class EndForm(StepForm):
    """The day from which something is not used any more."""

    ends_before = a_day(_("더 쓰지 않는 첫날"), hint=_("이날부터는 쓰지 않습니다."))


class UseForm(StepForm):
    """Which site a project uses, and from when."""

    site: Any = forms.ModelChoiceField(
        label=_("실증 장소"), queryset=None, empty_label=_("장소를 고르십시오")
    )
    starts_on = a_day(_("쓰기 시작하는 날"))
    ends_before = a_day(
        _("더 쓰지 않는 첫날"),
        required=False,
        hint=_("이날부터는 쓰지 않습니다. 정해지지 않았으면 비우십시오."),
    )

    def prepare(self) -> None:
        self.choose_among("site", sites_open_to(cast(Project, self.row)), lambda row: row.title)
