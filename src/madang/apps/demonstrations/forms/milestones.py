"""Forms of a demonstration plan and its milestones."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts.milestones import REASON, PlanDraft
from madang.apps.demonstrations.forms.steps import TEXT, StepForm, a_day, area, files
from madang.apps.demonstrations.models import Milestone


class PlanForm(StepForm):
    """What a demonstration is to show, and its days."""

    goal = forms.CharField(
        label=_("실증의 목표"), max_length=TEXT, widget=area(5),
        help_text=_("무엇을 확인하면 이 실증이 끝나는지 적으십시오. 누구나 볼 수 있으니 영업비밀은 적지 마십시오."),
    )  # fmt: skip
    starts_on = a_day(_("실증을 시작하는 날"))
    ends_before = a_day(_("실증이 끝난 다음 날"), hint=_("이날부터는 실증하지 않습니다."))

    def given(self) -> dict[str, Any]:
        return {"plan": PlanDraft(**self.cleaned_data)}


class PlanChangeForm(PlanForm):
    """What a plan says, to be changed."""

    def stored(self) -> dict[str, Any]:
        return {name: getattr(self.row, name) for name in ("goal", "starts_on", "ends_before")}

    def given(self) -> dict[str, Any]:
        return {"draft": PlanDraft(**self.cleaned_data)}


class MilestoneForm(StepForm):
    """A new milestone."""

    name = forms.CharField(
        label=_("실증 단계 이름"), max_length=160, help_text=_("예: 시험 주행 1,000km 완료")
    )
    due_on = a_day(_("마칠 날"))


class MoveForm(StepForm):
    """The new day of a milestone, and why."""

    to_on = a_day(_("옮길 날"))
    reason = forms.CharField(
        label=_("옮기는 까닭"), required=False, max_length=REASON, widget=area(3),
        help_text=_("처음 정한 날과 까닭은 지워지지 않고 누구에게나 공개됩니다."),
    )  # fmt: skip

    def stored(self) -> dict[str, Any]:
        return {"to_on": cast(Milestone, self.row).due_on}


class DoneForm(StepForm):
    """The day on which a milestone was done, with what proves it."""

    done_on = a_day(_("마친 날"))
    note = forms.CharField(label=_("결과"), required=False, max_length=TEXT, widget=area(4))
    upload = files(_("증빙 파일"))

    def given(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        kept = values.pop("upload")
        return {**values, "files": kept}


class DropForm(StepForm):
    """Why a milestone is taken out."""

    reason = forms.CharField(
        label=_("빼는 까닭"), max_length=REASON, widget=area(3),
        help_text=_("뺀 단계는 까닭과 함께 남고 진행률에서 빠집니다."),
    )  # fmt: skip
