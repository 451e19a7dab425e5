"""Forms of cover and of the start: a policy with its four sums, a plan in its place, the notice to users."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.covers import CompensationPlan, Policy, UserNotice
from madang.apps.exemptions.acts.writing import LINE, TEXT
from madang.apps.exemptions.forms.confirmations import FilesField, StepForm, area
from madang.apps.exemptions.forms.life import headed
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.models.conditions import COVER_WORDS
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.life import RENEWED, last_day
from madang.core.ui.texts import day, number, text
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rulings.liability import LEAST_SUMS

PROOF = _("증권이나 증서의 사본을 붙이십시오.")


def amount() -> forms.IntegerField:
    """A sum in won; its label and least sum come from the law of the day."""
    return forms.IntegerField(min_value=0, max_value=10**15)


class TermForm(StepForm):
    """Something that must last as long as the term; the day is said beside the field."""

    begins_on = forms.DateField(label=_("보장이 시작하는 날"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("보장이 끝나는 날"), widget=forms.DateInput)

    def prepare(self) -> None:
        needed = last_day(cast(Tool, self.case))
        if needed is not None:
            self.fields["ends_on"].help_text = _("%(day)s까지 또는 그 뒤까지 보장되어야 합니다.") % {
                "day": day(needed)
            }


class CoverForm(TermForm):
    """Insurance or mutual aid."""

    kind = forms.ChoiceField(label=_("보장의 종류"), widget=forms.RadioSelect)
    provider = forms.CharField(label=_("보험사나 공제조합"), max_length=LINE)
    policy = forms.CharField(label=_("증권 번호"), max_length=80)
    death_per_person = amount()
    injury_per_person = amount()
    disability_per_person = amount()
    property_per_accident = amount()
    renewed_on = forms.DateField(
        label=_("보장을 갱신한 날"), widget=forms.DateInput,
        help_text=_("이날부터 30일 안에 갱신한 증명을 내야 합니다. 증명이 있으면 지금 함께 내십시오."),
    )  # fmt: skip
    upload = FilesField(label=_("보장 증명"), required=False, help_text=PROOF)
    field_order = ("kind", "provider", "policy", "renewed_on", "begins_on", "ends_on", *LEAST_SUMS, "upload")

    def prepare(self) -> None:
        super().prepare()
        kinds = [(item.key, text(COVER_WORDS[item.key])) for item in checklist("LIA-02", on=self.today)]
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds
        labels = {item.key: item.words for item in checklist("LIA-04.payment", on=self.today)}
        for name, least in LEAST_SUMS.items():
            self.fields[name].label = _("보장액(원): %(what)s") % {"what": text(labels[name])}
            sum_needed = number(parameter(least, self.today).value)
            self.fields[name].help_text = _("최소 %(won)s원") % {"won": sum_needed}
        if self.case.state not in RENEWED:
            del self.fields["renewed_on"]

    def given(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        files, sums = given.pop("upload"), {name: given.pop(name) for name in LEAST_SUMS}
        return {"policy": Policy(sums=sums, **given), "files": files}


class ProofForm(StepForm):
    """The proof of cover that was renewed."""

    upload = FilesField(label=_("갱신한 보장의 증명"), required=False, help_text=PROOF)

    def given(self) -> dict[str, Any]:
        return {"files": self.cleaned_data["upload"]}


class PlanForm(TermForm):
    """A compensation plan where no insurance is to be had."""

    reason = forms.CharField(
        label=_("보험에 들 수 없는 이유"), max_length=TEXT, widget=area(4), required=False
    )
    upload = FilesField(label=_("이용자 배상계획"), required=False)
    field_order = ("reason", "begins_on", "ends_on", "upload")

    def given(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        files = given.pop("upload")
        return {"plan": CompensationPlan(**given), "files": files}


class AgreeForm(StepForm):
    """The local government's agreement to a plan."""

    equal_level = forms.BooleanField(
        label=_("보험에 든 것과 같은 수준으로 배상하는 계획임을 확인했습니다"), required=False
    )


class StartForm(StepForm):
    """The start; for an exemption with what users were told."""

    told_on = forms.DateField(label=_("이용자에게 알린 날"), widget=forms.DateInput)
    items = forms.MultipleChoiceField(
        label=_("이용자에게 알린 내용"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("법이 정한 내용을 모두 알려야 시작할 수 있습니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        if cast(Tool, self.case).kind != EXEMPTION:
            del self.fields["told_on"], self.fields["items"]
            return
        self.fields["told_on"].initial = self.today
        items = [(item.key, text(headed(item.words))) for item in checklist("EX-21", on=self.today)]
        cast(forms.MultipleChoiceField, self.fields["items"]).choices = items

    def given(self) -> dict[str, Any]:
        return {"notice": UserNotice(**self.cleaned_data) if self.cleaned_data else None}
