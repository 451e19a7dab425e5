"""Forms of an inspection on its four points, an incident from a phone, and a claim."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts.claims import NewClaim
from madang.apps.demonstrations.acts.incidents import Report
from madang.apps.demonstrations.acts.inspections import Found, Inspected
from madang.apps.demonstrations.forms.steps import LINE, TEXT, StepForm, a_day, area, choices, files
from madang.apps.demonstrations.models import Incident
from madang.apps.demonstrations.models.safety import (
    HARM_WORDS,
    MEASURE_WORDS,
    POINT_WORDS,
    POINTS,
    RESULT_WORDS,
)
from madang.apps.exemptions.models import Tool
from madang.core.ui.texts import text

YES_NO = (("yes", _("예")), ("no", _("아니요")))


def a_choice(label: Any, words: Any, hint: Any = "") -> forms.ChoiceField:
    """One of some, as large buttons for a thumb."""
    return forms.ChoiceField(label=label, choices=choices(words), widget=forms.RadioSelect, help_text=hint)


def yes_or_no(label: Any, hint: Any = "") -> forms.TypedChoiceField:
    """A question that must be answered."""
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        help_text=hint,
    )


class InspectionForm(StepForm):
    """An inspection: each of the four points has its result, a note, and the day by which it is to be mended."""

    inspected_on = a_day(_("점검한 날"))
    place = forms.CharField(label=_("점검한 곳"), max_length=LINE, required=False)
    upload = files(_("현장 사진ㆍ자료"))
    is_dangerous = yes_or_no(
        _("사람이나 시설에 위험이 있습니까?"),
        _("‘예’를 고르면 중소벤처기업부의 업무 목록에 바로 올라갑니다."),
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        order = ["inspected_on", "place"]
        for key, words in POINT_WORDS.items():
            self.fields[key] = a_choice(text(words), RESULT_WORDS)
            self.fields[f"{key}_note"] = forms.CharField(
                label=_("본 것, 고칠 것"), max_length=TEXT, required=False, widget=area(2)
            )
            self.fields[f"{key}_due_on"] = a_day(_("언제까지 고칠지"), required=False)
            order += [key, f"{key}_note", f"{key}_due_on"]
        self.order_fields([*order, "is_dangerous", "upload"])

    def stored(self) -> dict[str, Any]:
        return {"inspected_on": self.today}

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        points = {key: Found(said[key], said[f"{key}_note"], said[f"{key}_due_on"]) for key in POINTS}
        seen = Inspected(said["inspected_on"], points, said["place"], said["is_dangerous"])
        return {"inspection": seen, "files": said["upload"]}


class RemedyForm(StepForm):
    """How a defect was mended."""

    remedy = forms.CharField(label=_("어떻게 고쳤습니까?"), max_length=TEXT, widget=area(3))
    upload = files(_("증빙 사진ㆍ자료"))

    def given(self) -> dict[str, Any]:
        return {"remedy": self.cleaned_data["remedy"], "files": self.cleaned_data["upload"]}


class ReexaminationForm(StepForm):
    """What was done about a danger."""

    reexamination = forms.CharField(label=_("재검토 조치"), max_length=TEXT, widget=area(4))


class IncidentForm(StepForm):
    """An incident as it is reported from the spot: the fewest questions that the offices need."""

    is_dangerous = yes_or_no(_("지금도 위험합니까?"), _("사람이 위험하면 먼저 119나 112에 신고하십시오."))
    harm = a_choice(_("어떤 피해가 있습니까?"), HARM_WORDS)
    harmed = forms.IntegerField(
        label=_("다치거나 숨진 사람 수"), min_value=0, max_value=100_000, initial=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    happened_at = forms.DateTimeField(
        label=_("사고가 난 때"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    place = forms.CharField(label=_("사고가 난 곳"), max_length=LINE)
    what = forms.CharField(
        label=_("무슨 일이 있었습니까?"), max_length=TEXT, widget=area(4),
        help_text=_("본 대로 짧게 씁니다. 사람 이름과 주민등록번호는 쓰지 마십시오."),
    )  # fmt: skip
    upload = files(_("사진"))

    def given(self) -> dict[str, Any]:
        said = {key: value for key, value in self.cleaned_data.items() if key != "upload"}
        return {"report": Report(**said), "files": self.cleaned_data["upload"]}


class MeasureForm(StepForm):
    """What was done about an incident."""

    kind = a_choice(_("조치"), MEASURE_WORDS)
    text = forms.CharField(label=_("무엇을 했습니까?"), max_length=TEXT, widget=area(3))
    upload = files(_("사진ㆍ자료"))

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"kind": said["kind"], "text": said["text"], "files": said["upload"]}


class CloseForm(StepForm):
    """Why it happened."""

    cause = forms.CharField(
        label=_("원인"), max_length=TEXT, widget=area(3), help_text=_("밝혀지지 않았으면 그렇게 적습니다.")
    )


class ClaimForm(StepForm):
    """A claim as it came to the firm. The claimant is not named."""

    claimed_on = a_day(_("청구받은 날"))
    harm = a_choice(_("어떤 손해입니까?"), {key: HARM_WORDS[key] for key in ("property", "injury", "death")})
    is_user = yes_or_no(_("청구한 사람이 이용자입니까?"), _("이름은 적지 않습니다."))
    is_told_of_cover = yes_or_no(
        _("보험ㆍ배상계획의 내용을 알렸습니까?"), _("청구를 받으면 지체 없이 알려야 합니다.")
    )
    amount = forms.IntegerField(label=_("청구 금액(원)"), required=False, min_value=1)
    incident: Any = forms.ModelChoiceField(
        label=_("관련 사고"), queryset=None, required=False, empty_label=_("없음")
    )

    def prepare(self) -> None:
        assert isinstance(self.row, Tool)
        self.choose_among(
            "incident",
            Incident.objects.filter(tool=self.row).select_related("tool__project"),
            lambda row: row.title,
        )

    def given(self) -> dict[str, Any]:
        return {"claim": NewClaim(**self.cleaned_data)}


class PayForm(StepForm):
    """What was paid, and when."""

    settled_on = a_day(_("지급한 날"))
    paid = forms.IntegerField(label=_("지급한 금액(원)"), min_value=1)


class RefuseForm(StepForm):
    """Why a claim was refused, and when."""

    settled_on = a_day(_("거절한 날"))
    refusal = forms.CharField(
        label=_("거절한 이유"),
        max_length=TEXT,
        widget=area(4),
        help_text=_("청구한 사람에게 서면으로 알린 그대로 적습니다."),
    )
