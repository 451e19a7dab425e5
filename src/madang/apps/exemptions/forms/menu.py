"""Forms on special cases of the Act: attach one to a zone, keep it beyond the zone, end it."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.menu import REASON, Ground
from madang.apps.exemptions.acts.writing import LINE
from madang.apps.exemptions.forms.confirmations import StepForm
from madang.apps.exemptions.queries.menu import zones_run_by
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.core.authority import Actor
from madang.core.ui.texts import text
from madang.core.ui.widgets import PlainSelect
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.special_cases import special_cases


def day_input() -> forms.DateInput:
    """A control for a day."""
    return forms.DateInput(attrs={"type": "date"})


class AttachForm(forms.Form):
    """Which special case applies in which zone, and where the gazetted plan says so."""

    zone: Any = forms.ModelChoiceField(label=_("특구"), queryset=None, empty_label=_("특구를 고르십시오"))
    key = forms.ChoiceField(label=_("법에 적힌 특례"), widget=PlainSelect)
    gazette_number = forms.CharField(
        label=_("관보 번호"), max_length=60, help_text=_("그 특구의 계획을 고시한 관보나 고시의 번호입니다.")
    )
    gazetted_on = forms.DateField(
        label=_("고시된 날"), widget=day_input(), help_text=_("이 날부터 적용됩니다. 따로 허가받지 않습니다.")
    )
    place = forms.CharField(
        label=_("계획에서 이 특례가 적힌 곳"),
        max_length=LINE,
        help_text=_("예: 특구계획 제3장, 규제특례 목록 2번"),
    )
    is_named = forms.BooleanField(
        label=_("고시된 계획에 이 특례가 적혀 있음을 확인했습니다."), required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, today: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = cast("forms.ModelChoiceField[Any]", self.fields["zone"])
        field.queryset = zones_run_by(actor)
        field.label_from_instance = lambda zone: text(zone_words(zone))  # type: ignore[assignment, method-assign]  # meant to be replaced
        key = cast("forms.ChoiceField", self.fields["key"])
        key.choices = [("", _("특례를 고르십시오")), *((c.key, text(c.words)) for c in special_cases(today))]

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        values = dict(self.cleaned_data)
        ground = Ground(
            values["gazette_number"], PartialDate.parse(values["gazetted_on"].isoformat()), values["place"],
            values["is_named"],
        )  # fmt: skip
        return {"zone": values["zone"], "key": values["key"], "ground": ground}


class KeepForm(StepForm):
    """The vote by which the committee keeps a special case."""

    ground = forms.ChoiceField(label=_("유지하는 사유"), widget=forms.RadioSelect)
    resolved_on = forms.DateField(label=_("의결한 날"), widget=day_input())

    def prepare(self) -> None:
        field = cast("forms.ChoiceField", self.fields["ground"])
        field.choices = [(item.key, text(item.words)) for item in checklist("CHG-05", on=self.today)]


class EndForm(StepForm):
    """Why a special case applies no more."""

    ended_on = forms.DateField(label=_("적용이 끝난 날"), widget=day_input())
    reason = forms.CharField(
        label=_("이유"), max_length=REASON, help_text=_("예: 계획 변경으로 빠짐(변경 고시 번호), 법 개정")
    )
