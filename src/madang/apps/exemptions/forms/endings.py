"""Forms of what ends a tool: correction, cancellation, the law that is revised, the permit that follows."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.reports import Bridge, Ordinary
from madang.apps.exemptions.forms.confirmations import StepForm
from madang.apps.exemptions.forms.life import headed, prose_field
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.core.ui.texts import text
from madang.kernel.statutes.checklists import checklist


class MeasureForm(StepForm):
    """The ground of the law on which something is to be corrected or cancelled."""

    ground = forms.ChoiceField(label=_("법이 정한 사유"), widget=forms.RadioSelect)
    reason = prose_field(_("구체적인 사유"), _("사업자와 지방자치단체가 읽습니다."), 5)

    def prepare(self) -> None:
        rule_id = "EX-33" if cast(Tool, self.case).kind == EXEMPTION else "IP-14"
        grounds = [(item.key, text(headed(item.words))) for item in checklist(rule_id, on=self.today)]
        cast(forms.ChoiceField, self.fields["ground"]).choices = grounds


class OpinionForm(StepForm):
    """The local government's opinion on a measure."""

    opinion = prose_field(_("의견"), rows=5)


class HearingForm(StepForm):
    """The formal hearing of the operator."""

    held_on = forms.DateField(label=_("청문한 날"), widget=forms.DateInput)
    record_text = prose_field(_("청문에서 나온 말과 그에 대한 판단"), rows=6)


class CorrectionForm(StepForm):
    """What is to be corrected, by when."""

    order = prose_field(_("시정할 내용"), rows=5)
    due_on = forms.DateField(label=_("시정 기한"), widget=forms.DateInput)


class FoundForm(StepForm):
    """What was found when the correction was looked at."""

    found = prose_field(_("확인한 내용"))


class CancelForm(StepForm):
    """The cancellation."""

    reason = prose_field(_("취소하는 이유"), _("사업자가 읽습니다. 알린 즉시 사업을 멈추어야 합니다."), 5)
    gazette_number = forms.CharField(label=_("고시 번호"), max_length=60)


class StopForm(StepForm):
    """The day on which the business stopped."""

    stopped_on = forms.DateField(label=_("사업을 멈춘 날"), widget=forms.DateInput)

    def prepare(self) -> None:
        self.fields["stopped_on"].initial = self.today


class DropForm(StepForm):
    """Why a measure ends without an order."""

    outcome = prose_field(_("절차를 마치는 이유"))


class ReasonForm(StepForm):
    """What was examined, and why."""

    reason = prose_field(_("검토한 내용과 이유"), rows=5)


class LawForm(StepForm):
    """The law whose revision has begun."""

    law = forms.CharField(
        label=_("정비하는 법령과 조문"), max_length=200, help_text=_("예: 도로교통법 제8조")
    )


class BridgeForm(StepForm):
    """The first term of the permit that follows an exemption."""

    starts_on = forms.DateField(label=_("임시허가 기간의 첫날"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("임시허가 기간의 마지막 날"), widget=forms.DateInput)
    gazette_number = forms.CharField(label=_("고시 번호"), max_length=60)
    is_forbidden = forms.BooleanField(
        label=_("다른 법령이 이 사업을 명백히 금지합니다"), required=False,
        help_text=_("명백히 금지하는 법령이 있으면 임시허가를 할 수 없습니다(제87조제8항)."),
    )  # fmt: skip

    def prepare(self) -> None:
        self.fields["starts_on"].initial = self.today

    def given(self) -> dict[str, Any]:
        return {"bridge": Bridge(**self.cleaned_data)}


class OrdinaryForm(StepForm):
    """The law in force and the ordinary permit."""

    law = forms.CharField(label=_("시행된 법령과 조문"), max_length=120)
    in_force_on = forms.DateField(label=_("시행일"), widget=forms.DateInput)
    permit = forms.CharField(label=_("정식 허가등의 이름과 번호"), max_length=70)

    def prepare(self) -> None:
        row = (
            cast(Tool, self.case).revisions.filter(in_force_on__isnull=False).order_by("-in_force_on").first()
        )
        if row is not None:
            named = f"{row.law} {row.provision}".strip()
            self.fields["law"].initial, self.fields["in_force_on"].initial = named[:120], row.in_force_on

    def given(self) -> dict[str, Any]:
        return {"ordinary": Ordinary(**self.cleaned_data)}
