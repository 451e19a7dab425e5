"""Forms of the term: results of a demonstration, an extension, a change, and what offices write on them."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.exemptions.acts.extensions import Decision, Wish
from madang.apps.exemptions.acts.life import Results
from madang.apps.exemptions.acts.writing import TEXT
from madang.apps.exemptions.forms.confirmations import FilesField, StepForm, area
from madang.apps.exemptions.models import Tool, ToolRequest
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.life import outlook_of
from madang.core.authority import OfficeKind
from madang.core.ui.texts import day, text
from madang.kernel.statutes.checklists import checklist
from madang.kernel.words import Words

APPROVE = (("yes", _("승인")), ("no", _("승인하지 않음")))
AGREE = (("yes", _("동의")), ("no", _("동의하지 않음")))
ITEMS = ("aims", "conditions", "accidents", "results", "need_to_revise")


def headed(words: Words) -> Words:
    """Words of a list as a label: English begins with a capital."""
    return Words(words.ko, f"{words.en[:1].upper()}{words.en[1:]}")


def yes_or_no(label: Any, answers: Any) -> forms.TypedChoiceField:
    """A choice of two; what is left open is said where it is taken."""
    return forms.TypedChoiceField(
        label=label, choices=answers, required=False, widget=forms.RadioSelect,
        coerce=lambda value: value == "yes", empty_value=None,
    )  # fmt: skip


def prose_field(label: Any, hint: Any = "", rows: int = 4) -> forms.CharField:
    """A longer text; whether it may be empty is said where it is taken."""
    return forms.CharField(label=label, max_length=TEXT, widget=area(rows), required=False, help_text=hint)


class ResultsForm(StepForm):
    """The results by the items of the decree, each in words, with papers."""

    aims = prose_field("")
    conditions = prose_field("")
    accidents = prose_field("", _("없으면 없다고 적으십시오."))
    results = prose_field("", rows=6)
    need_to_revise = prose_field("")
    upload = FilesField(label=_("결과보고서와 증빙"), required=False)

    def prepare(self) -> None:
        labels = {item.key: item.words for item in checklist("EX-25", on=self.today)}
        for name in ITEMS:
            self.fields[name].label = text(headed(labels[name]))

    def given(self) -> dict[str, Any]:
        return {
            "results": Results(**{name: self.cleaned_data[name] for name in ITEMS}),
            "files": self.cleaned_data["upload"],
        }


class ExtensionForm(StepForm):
    """What a firm asks for: until when, and why."""

    until = forms.DateField(label=_("언제까지 연장하려 합니까?"), widget=forms.DateInput)
    reason = prose_field(_("연장하려는 이유"))
    is_delay = forms.BooleanField(label=_("부득이한 사유로 실증이 늦어졌습니다"), required=False)

    def prepare(self) -> None:
        tool = cast(Tool, self.case)
        if tool.kind != EXEMPTION:
            del self.fields["is_delay"]
        latest = outlook_of(tool, self.today).latest_end
        if latest is not None:
            self.fields["until"].help_text = _("늦어도 %(day)s까지 연장할 수 있습니다.") % {
                "day": day(latest)
            }
        elif tool.kind == EXEMPTION:
            self.fields["until"].help_text = _(
                "특구의 지정기간이 끝나는 날이 기록되어 있지 않아 언제까지 연장할 수 있는지 계산하지 않았습니다."
            )

    def given(self) -> dict[str, Any]:
        return {"wish": Wish(**self.cleaned_data)}


class PassForm(StepForm):
    """What the local government thinks of a request."""

    opinion = prose_field(_("검토 의견"))


class DecideExtensionForm(StepForm):
    """The Ministry's decision on an extension."""

    is_approved = yes_or_no(_("결정"), APPROVE)
    until = forms.DateField(
        label=_("연장하는 마지막 날"), widget=forms.DateInput, required=False,
        help_text=_("신청한 날보다 뒤로 정할 수 없습니다."),
    )  # fmt: skip
    answer = prose_field(_("결정의 이유"), _("신청한 기업이 읽습니다."))

    def prepare(self) -> None:
        self.fields["until"].initial = cast(ToolRequest, self.case).until

    def clean_is_approved(self) -> bool:
        """Return the decision, which cannot be left open."""
        if self.cleaned_data["is_approved"] is None:
            raise forms.ValidationError(_("승인 여부를 고르십시오."))
        return bool(self.cleaned_data["is_approved"])

    def given(self) -> dict[str, Any]:
        return {"decision": Decision(**self.cleaned_data)}


class ChangeForm(StepForm):
    """What a firm wants to change, and why."""

    what = prose_field(_("무엇을 어떻게 바꾸려 합니까?"), rows=5)
    reason = prose_field(_("바꾸려는 이유"))


class ConsultChangeForm(StepForm):
    """Which ministry answers a change."""

    ministry: Any = forms.ModelChoiceField(
        label=_("통보할 규제부처"), queryset=None, empty_label=_("기관을 고르십시오"),
        help_text=_("오늘 통보하며, 오늘부터 회신 기한이 흐릅니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["ministry"])
        field.queryset = organisations_of(OfficeKind.OTHER_MINISTRY.value)
        field.label_from_instance = lambda row: text(row.words)  # type: ignore[assignment, method-assign]  # meant to be replaced


class AnswerChangeForm(StepForm):
    """A ministry's answer on a change."""

    is_in_favour = yes_or_no(_("회신"), AGREE)
    opinion = prose_field(_("회신의 이유"))


class DecideChangeForm(StepForm):
    """The Ministry's decision on a change."""

    is_approved = yes_or_no(_("결정"), APPROVE)
    answer = prose_field(_("결정의 이유"), _("신청한 기업이 읽습니다."))
