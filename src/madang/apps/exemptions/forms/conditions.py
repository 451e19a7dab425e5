"""The small forms of the steps of a condition."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.conditions import RULING_WORDS, Ruling, Wording
from madang.apps.exemptions.acts.writing import TEXT
from madang.apps.exemptions.forms.confirmations import FilesField, StepForm, area, choices
from madang.apps.exemptions.models import Condition
from madang.core.ui.texts import day
from madang.kernel.statutes.rulings.exemptions import PAPERS_FROM

WORDED = ("text", "ground", "test", "ends_on")


class WordingForm(StepForm):
    """A condition: text, ground, test and end."""

    text = forms.CharField(label=_("지켜야 할 조건"), max_length=TEXT, widget=area(3), required=False)
    ground = forms.CharField(
        label=_("조건이 필요한 까닭"), max_length=TEXT, widget=area(4), required=False,
        help_text=_("안전을 위하여 왜 필요한지, 더 가벼운 조건으로는 왜 안 되는지 쓰십시오."),
    )  # fmt: skip
    test = forms.CharField(
        label=_("지키는지 확인하는 방법"), max_length=TEXT, widget=area(3), required=False,
        help_text=_("무엇을 언제 어떻게 확인하는지 쓰십시오. 확인 방법이 없는 조건은 붙일 수 없습니다."),
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("조건이 끝나는 날"), widget=forms.DateInput, required=False,
        help_text=_("비워 두면 특례의 기간 내내 지킵니다."),
    )  # fmt: skip

    def wording(self) -> Wording:
        """The condition as it was written."""
        return Wording(**{name: self.cleaned_data[name] for name in WORDED})


class AskConditionForm(WordingForm):
    """What a ministry asks for, with the papers that prove it."""

    upload = FilesField(label=_("입증자료"), required=False)

    def prepare(self) -> None:
        self.fields["upload"].help_text = _(
            "필요성과 비례성을 입증하는 자료입니다. %(day)s부터 요구하는 조건은 이 자료가 없으면 붙일 수 없습니다."
        ) % {"day": day(PAPERS_FROM)}

    def given(self) -> dict[str, Any]:
        return {"wording": self.wording(), "papers": self.cleaned_data["upload"]}


class SetConditionForm(WordingForm):
    """The words in which a condition holds; they begin with what was asked for."""

    def prepare(self) -> None:
        for name in WORDED:
            self.fields[name].initial = getattr(self.case, name)

    def given(self) -> dict[str, Any]:
        return {"wording": self.wording()}


class RulingForm(StepForm):
    """Why a condition is not set, or ends."""

    ruling = forms.CharField(label=_("판단한 이유"), max_length=TEXT, widget=area(4), required=False)


class ObjectionForm(StepForm):
    """What the operator objects to."""

    objection = forms.CharField(
        label=_("이의의 내용과 이유"), max_length=TEXT, widget=area(5), required=False,
        help_text=_("판단이 나올 때까지 조건은 그대로 지켜야 합니다."),
    )  # fmt: skip


class RuleForm(SetConditionForm):
    """The Ministry's decision on an objection; the wording counts when the condition is changed."""

    decision = forms.ChoiceField(label=_("판단"), choices=choices(RULING_WORDS), widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("판단한 이유"), max_length=TEXT, widget=area(4), required=False)
    field_order = ("decision", "reasons", *WORDED)

    def prepare(self) -> None:
        super().prepare()
        objection = cast(Condition, self.case).objection
        self.fields["decision"].help_text = _("기업의 이의: %(objection)s") % {"objection": objection}
        self.fields["text"].help_text = _("조건을 바꿀 때만 아래 내용을 고칩니다.")

    def given(self) -> dict[str, Any]:
        decision, reasons = self.cleaned_data["decision"], self.cleaned_data["reasons"]
        return {"ruling": Ruling(decision, reasons, self.wording())}


class ProofForm(StepForm):
    """Papers that prove the need of a condition."""

    upload = FilesField(label=_("입증자료"), required=False)

    def given(self) -> dict[str, Any]:
        return {"papers": self.cleaned_data["upload"]}


class EvidenceForm(StepForm):
    """Evidence that a condition is kept."""

    upload = FilesField(
        label=_("지키고 있다는 증빙"),
        required=False,
        help_text=_("조건의 확인 방법에 맞는 자료를 붙이십시오."),
    )

    def given(self) -> dict[str, Any]:
        return {"files": self.cleaned_data["upload"]}
