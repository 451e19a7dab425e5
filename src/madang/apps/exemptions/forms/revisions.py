"""Forms of the laws to be revised: the entry into the list, and one small form for each step of an office."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.exemptions.acts.revision_plans import RevisionPlan
from madang.apps.exemptions.acts.revision_steps import NewStep
from madang.apps.exemptions.acts.revisions import LAW, PROVISION, NewLaw
from madang.apps.exemptions.acts.writing import LINE, TEXT
from madang.apps.exemptions.forms.confirmations import StepForm, area, choices
from madang.apps.exemptions.models import LawRevision, Tool
from madang.apps.exemptions.models.revisions import STEP_WORDS
from madang.apps.exemptions.queries.revisions import grants_of, tools_named
from madang.core.authority import OfficeKind
from madang.core.ui.texts import day, text
from madang.kernel.partial_dates import PartialDate

MOST_TOOLS = 100


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, by the browser's own control."""
    control = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=control)


class ToolsField(forms.CharField):
    """Granted tools, one a line: by the address of their page, or the number of their certificate or receipt."""

    def __init__(self, **named: Any) -> None:
        hint = _("한 줄에 하나씩, 특례 페이지의 주소나 증서 번호 또는 접수번호를 적으십시오.")
        super().__init__(label=_("걸린 특례"), help_text=hint, max_length=TEXT, widget=area(4), **named)

    def clean(self, value: Any) -> list[Tool]:
        """Return the tools; a line that means none, or more than one, is named in the refusal."""
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_TOOLS:
            raise forms.ValidationError(gettext("한 번에 %(n)d건까지 적을 수 있습니다.") % {"n": MOST_TOOLS})
        found = {line: tools_named(line[:LINE]) for line in lines}
        wrong = [line[:60] for line, tools in found.items() if len(tools) != 1]
        if wrong:
            said = gettext("부여된 특례를 찾지 못했습니다: %(lines)s")
            raise forms.ValidationError(said % {"lines": ", ".join(wrong)})
        return list({tools[0].pk: tools[0] for tools in found.values()}.values())


class OwnerField(forms.ModelChoiceField):  # type: ignore[type-arg]  # organisations
    """The ministry whose law it is, by name in the language of the page."""

    def __init__(self, **named: Any) -> None:
        super().__init__(queryset=None, label=_("법령 소관 중앙행정기관"), **named)

    def label_from_instance(self, obj: Any) -> str:
        """Return its name."""
        return text(obj.words)


class LawForm(forms.Form):
    """A law that goes on the list."""

    law = forms.CharField(
        label=_("법령 이름"),
        max_length=LAW,
        help_text=_("공포된 이름 그대로 적으십시오. 예: 도로교통법 시행규칙"),
    )
    provision = forms.CharField(
        label=_("조문"), max_length=PROVISION, required=False, help_text=_("예: 제2조제17호")
    )
    what = forms.CharField(label=_("바뀌어야 할 내용"), max_length=TEXT, required=False, widget=area(4))
    owner = OwnerField(required=False, empty_label=_("아직 정하지 않음"))
    tools = ToolsField(required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        _offer_ministries(self)

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        values = dict(self.cleaned_data)
        tools = values.pop("tools")
        return {"law": NewLaw(**values), "tools": tools}


class OwnerForm(StepForm):
    """Who owes the revision."""

    owner = OwnerField(empty_label=_("기관을 고르십시오"))

    def prepare(self) -> None:
        _offer_ministries(self)


class HangForm(StepForm):
    """More tools that hang on the law."""

    tools = ToolsField()


class GrantForm(StepForm):
    """Which grant starts the time for the plan."""

    tool: Any = forms.ModelChoiceField(
        label=_("기간을 시작하는 특례"), queryset=None, empty_label=_("특례를 고르십시오"),
        help_text=_("고른 특례를 부여한 날부터 기간을 셉니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["tool"])
        field.queryset = grants_of(cast(LawRevision, self.case))
        field.label_from_instance = lambda tool: f"{text(tool.title)} ({day(tool.granted_on)})"  # type: ignore[assignment, method-assign]  # meant to be replaced


class ReasonForm(StepForm):
    """A step that needs a reason."""

    reason = forms.CharField(label=_("까닭"), max_length=TEXT, widget=area(4))


class AskedForm(StepForm):
    """A request for revision; what is to change may be said."""

    reason = forms.CharField(label=_("요청하는 내용"), max_length=TEXT, widget=area(4), required=False)


class ExtendForm(StepForm):
    """Why the plan needs more time."""

    reason = forms.CharField(label=_("연장하는 까닭"), max_length=LINE)


class NeedForm(StepForm):
    """The day of the report to the Deliberation Committee."""

    reported_on = day_field(_("심의위원회에 보고한 날"))


class PlanForm(StepForm):
    """The plan of a ministry."""

    plan = forms.CharField(
        label=_("정비할 내용"), max_length=TEXT, widget=area(6),
        help_text=_("어느 조문을 어떻게 바꿀지, 어떤 차례로 할지 적으십시오. 누구나 봅니다."),
    )  # fmt: skip
    planned_until = day_field(_("마치려는 날"), _("시행까지 마치려는 날입니다."))

    def given(self) -> dict[str, Any]:
        return {"plan": RevisionPlan(**self.cleaned_data)}


class TakenForm(StepForm):
    """A step on the way."""

    kind = forms.ChoiceField(label=_("단계"), choices=choices(STEP_WORDS))
    taken_on = day_field(_("이루어진 날"))
    words = forms.CharField(
        label=_("덧붙이는 말"), max_length=LINE, required=False, help_text=_("예: 공고 번호")
    )
    source = forms.CharField(
        label=_("근거 주소"), max_length=200, required=False, help_text=_("관보나 입법예고가 실린 웹 주소")
    )

    def given(self) -> dict[str, Any]:
        return {"step": NewStep(**self.cleaned_data)}


class ForceForm(StepForm):
    """The day on which the revised law came into force."""

    in_force = day_field(_("시행일"))
    words = forms.CharField(
        label=_("시행된 법령"), max_length=LINE, required=False, help_text=_("법령 이름과 공포 번호")
    )

    def given(self) -> dict[str, Any]:
        on: date = self.cleaned_data["in_force"]
        return {"in_force": PartialDate.of(on), "words": self.cleaned_data["words"]}


class PlainForm(StepForm):
    """A step that needs nothing but the button."""


def _offer_ministries(form: forms.Form) -> None:
    cast("forms.ModelChoiceField[Any]", form.fields["owner"]).queryset = organisations_of(
        OfficeKind.OTHER_MINISTRY.value
    )
