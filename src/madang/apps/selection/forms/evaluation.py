"""Shapes of what the ministry types while it runs an evaluation."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts.evaluation import Decision
from madang.apps.selection.acts.presentations import Slot
from madang.apps.selection.forms.fields import InstantField
from madang.apps.selection.models import Evaluator, Plan, PresentationSlot
from madang.kernel.words import Words

CHOOSE = _("고르십시오")


class AssignForm(forms.Form):
    """How many evaluators each plan gets, and the seed by which anybody can repeat the assignment."""

    needed = forms.IntegerField(label=_("계획서마다 평가위원 수"), min_value=1, max_value=20, initial=5)
    seed = forms.IntegerField(
        label=_("추첨값"),
        min_value=0,
        max_value=2**53,
        help_text=_("미리 공개한 수를 넣으십시오. 같은 추첨값이면 누구나 같은 배정을 다시 낼 수 있습니다."),
    )


class AssignOneForm(forms.Form):
    """One evaluator for one plan, by hand."""

    plan = forms.ModelChoiceField(Plan.objects.none(), label=_("계획서"), empty_label=CHOOSE)
    evaluator = forms.ModelChoiceField(Evaluator.objects.none(), label=_("평가위원"), empty_label=CHOOSE)
    reason = forms.CharField(label=_("배정 사유"), max_length=300)

    def __init__(self, *given: Any, plans: Any, evaluators: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]  # a choice of rows
        self.fields["evaluator"].queryset = evaluators  # type: ignore[attr-defined]  # a choice of rows


class ReasonForm(forms.Form):
    """A reason, for what needs nothing else."""

    reason = forms.CharField(label=_("사유"), max_length=300)


class BonusForm(forms.Form):
    """Bonus points that a plan applies for."""

    plan = forms.ModelChoiceField(Plan.objects.none(), label=_("계획서"), empty_label=CHOOSE)
    points = forms.DecimalField(label=_("가점"), min_value=0, max_value=100, max_digits=6, decimal_places=2)
    ground = forms.CharField(label=_("근거"), max_length=200)

    def __init__(self, *given: Any, plans: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]  # a choice of rows


class TieForm(forms.Form):
    """The order that a resolution gave to tied plans: a place for each, and why."""

    reason = forms.CharField(label=_("의결 내용"), max_length=300)

    def __init__(self, *given: Any, plans: Sequence[Plan], **more: Any) -> None:
        super().__init__(*given, **more)
        self.plans = plans
        for plan in plans:
            self.fields[f"place.{plan.pk}"] = forms.IntegerField(
                label=plan.title_ko, min_value=1, max_value=len(plans)
            )

    def clean(self) -> dict[str, Any]:
        """Refuse two plans in one place."""
        given = super().clean() or {}
        places = [given.get(f"place.{plan.pk}") for plan in self.plans]
        if None not in places and len(set(places)) != len(places):
            raise forms.ValidationError(_("같은 순서를 두 계획서에 줄 수 없습니다."))
        return given

    def order(self) -> list[Plan]:
        """Return the plans, best first."""
        return sorted(self.plans, key=lambda plan: self.cleaned_data[f"place.{plan.pk}"])


class DecisionForm(forms.Form):
    """The reason that each applicant will read. Who is selected follows the official result and is not typed."""

    def __init__(
        self, *given: Any, outcomes: Sequence[tuple[Plan, bool, Words]], with_embargo: bool, **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.outcomes = outcomes
        if with_embargo:
            self.fields["embargo_at"] = InstantField(
                label=_("결과 공개 시각"),
                help_text=_("이 시각 전에는 신청 기관을 비롯해 누구도 결과를 볼 수 없습니다."),
            )
        for plan, _chosen, said in outcomes:
            self.fields[f"reason.{plan.pk}"] = forms.CharField(
                label=plan.title_ko,
                max_length=2000,
                initial=said.ko,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def decisions(self) -> list[Decision]:
        """Return what the official result says, with the reasons as typed."""
        return [
            Decision(plan, chosen, self.cleaned_data[f"reason.{plan.pk}"])
            for plan, chosen, _said in self.outcomes
        ]

    def lines(self) -> list[tuple[Plan, bool, forms.BoundField]]:
        """Return plan, outcome and field, for the page."""
        return [(plan, chosen, self[f"reason.{plan.pk}"]) for plan, chosen, _said in self.outcomes]


class TimetableForm(forms.Form):
    """A start, a length and a place for each plan that passed; a plan without a start has no turn yet."""

    def __init__(
        self, *given: Any, plans: Sequence[Plan], slots: Sequence[PresentationSlot], **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.plans = plans
        known = {slot.plan_id: slot for slot in slots}
        for plan in plans:
            self._add(plan, known.get(plan.pk))

    def _add(self, plan: Plan, slot: PresentationSlot | None) -> None:
        length = (slot.time.upper - slot.time.lower) // timedelta(minutes=1) if slot else 40
        self.fields[f"starts_at.{plan.pk}"] = InstantField(
            label=_("발표 시작"), required=False, initial=slot.time.lower if slot else None
        )
        self.fields[f"minutes.{plan.pk}"] = forms.IntegerField(
            label=_("시간(분)"), min_value=1, max_value=480, initial=length
        )
        self.fields[f"place.{plan.pk}"] = forms.CharField(
            label=_("장소"), max_length=120, required=False, initial=slot.place if slot else ""
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a place wherever a start was given."""
        given = super().clean() or {}
        for plan in self.plans:
            if given.get(f"starts_at.{plan.pk}") and not given.get(f"place.{plan.pk}"):
                self.add_error(f"place.{plan.pk}", _("장소를 입력하십시오."))
        return given

    def slots(self) -> list[Slot]:
        """Return the turns that were given."""
        data = self.cleaned_data
        return [
            Slot(plan, data[f"starts_at.{plan.pk}"], data[f"minutes.{plan.pk}"], data[f"place.{plan.pk}"])
            for plan in self.plans
            if data[f"starts_at.{plan.pk}"]
        ]

    def lines(self) -> list[tuple[Plan, list[forms.BoundField]]]:
        """Return each plan with its three fields, for the page."""
        names = ("starts_at", "minutes", "place")
        return [(plan, [self[f"{name}.{plan.pk}"] for name in names]) for plan in self.plans]
