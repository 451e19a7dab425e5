"""The small forms of the steps of a tool up to its grant, and of its review."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.exemptions.acts.ballots import Ballot
from madang.apps.exemptions.acts.examining import RETURN_WORDS
from madang.apps.exemptions.acts.granting import Grant
from madang.apps.exemptions.acts.tool_replies import Opinion
from madang.apps.exemptions.acts.writing import TEXT
from madang.apps.exemptions.forms.confirmations import FilesField, StepForm, area, choices
from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.exemptions.queries.applications import longest_first_term, term_by_law, zone_end
from madang.core.authority import OfficeKind
from madang.core.ui.texts import text
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.due import DueDate

SEES = (("yes", _("규제에 해당함")), ("no", _("규제에 해당하지 않음")))
FAVOUR = (("yes", _("찬성")), ("no", _("반대")))


def regulated(hint: Any = "") -> forms.TypedChoiceField:
    """Whether an office sees a regulation at all; it may be left open."""
    return forms.TypedChoiceField(
        label=_("규제에 해당하는지에 관한 의견"), choices=SEES, required=False, widget=forms.RadioSelect,
        coerce=lambda value: value == "yes", empty_value=None, help_text=hint,
    )  # fmt: skip


class FileToolForm(StepForm):
    """The local government's opinion, with which it files a request."""

    opinion = forms.CharField(
        label=_("검토 의견"), max_length=TEXT, widget=area(5), required=False,
        help_text=_("특례가 왜 필요한지 검토한 내용입니다. 신청한 기업과 검토하는 기관이 읽습니다."),
    )  # fmt: skip
    sees_regulation = regulated(_("관계 중앙행정기관과 의견이 다르면 그 사실도 기록됩니다."))
    is_waived = forms.BooleanField(label=_("안전성 검증자료가 면제됨을 확인했습니다"), required=False)

    def prepare(self) -> None:
        tool = cast(Tool, self.case)
        if tool.kind != INTERIM_PERMIT or not tool.waiver:
            del self.fields["is_waived"]


class AnswerForm(StepForm):
    """Reasons that the operator reads."""

    answer = forms.CharField(
        label=_("사유"),
        max_length=TEXT,
        widget=area(5),
        required=False,
        help_text=_("신청한 기업이 읽습니다."),
    )


class ReturnForm(AnswerForm):
    """The grounds of the decree on which an application is returned."""

    grounds = forms.MultipleChoiceField(
        label=_("반려 사유"),
        choices=choices(RETURN_WORDS),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = ("grounds", "answer")


class ConsultForm(StepForm):
    """Which ministries are notified."""

    ministries: Any = forms.ModelMultipleChoiceField(
        label=_("통보할 관계 중앙행정기관"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("오늘 통보합니다. 기관마다 오늘부터 회신 기한이 따로 흐릅니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        field = cast("forms.ModelMultipleChoiceField[Any]", self.fields["ministries"])
        field.queryset = organisations_of(OfficeKind.OTHER_MINISTRY.value)
        field.label_from_instance = lambda row: text(row.words)  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        return {"ministries": list(self.cleaned_data["ministries"])}


class ReasonForm(StepForm):
    """Why a time is extended, or why a review is asked for."""

    reason = forms.CharField(label=_("사유"), max_length=TEXT, widget=area(4), required=False)


class ReviewOpinionForm(StepForm):
    """What the local government thinks of a request for review."""

    opinion = forms.CharField(label=_("검토 의견"), max_length=TEXT, widget=area(4), required=False)


class AskSupplementForm(StepForm):
    """What a ministry asks of the operator, and by when."""

    what = forms.CharField(label=_("보완할 내용"), max_length=TEXT, widget=area(4), required=False)
    due_on = forms.DateField(
        label=_("보완 기한"), widget=forms.DateInput,
        help_text=_("보완 자료가 올 때까지 이 기관의 회신 기한이 멈춥니다. 기한이 지나면 이미 낸 자료로 회신합니다."),
    )  # fmt: skip


class FileSupplementForm(StepForm):
    """The operator's supplement."""

    answer = forms.CharField(label=_("보완 내용"), max_length=TEXT, widget=area(6), required=False)
    upload = FilesField(label=_("붙임 파일"), required=False)

    def given(self) -> dict[str, Any]:
        return {"answer": self.cleaned_data["answer"], "files": self.cleaned_data["upload"]}


class ToolReplyForm(StepForm):
    """A ministry's reply."""

    is_in_favour = forms.TypedChoiceField(
        label=_("회신"), choices=FAVOUR, widget=forms.RadioSelect, coerce=lambda value: value == "yes"
    )
    opinion = forms.CharField(
        label=_("검토 의견"), max_length=TEXT, widget=area(5), required=False,
        help_text=_("법령 이름과 조문을 함께 적으십시오."),
    )  # fmt: skip
    sees_regulation = regulated()

    def given(self) -> dict[str, Any]:
        return {"opinion": Opinion(**self.cleaned_data)}


class BallotForm(StepForm):
    """A vote of the Zone Committee."""

    grounds = forms.CharField(label=_("의결의 이유"), max_length=TEXT, widget=area(5), required=False)
    enrolled = forms.IntegerField(label=_("재적위원 수"), min_value=1, max_value=1_000)
    present = forms.IntegerField(label=_("출석위원 수"), min_value=0, max_value=1_000)
    yes = forms.IntegerField(label=_("찬성 수"), min_value=0, max_value=1_000)

    def given(self) -> dict[str, Any]:
        return {"ballot": Ballot(**self.cleaned_data)}


@dataclass(frozen=True)
class Longest:
    """The longest first term that begins tomorrow: by the years of the law, and the last day of the zone."""

    due: DueDate
    zone_ends_on: date | None


class GrantForm(StepForm):
    """A grant: term, gazette, reasons, and what was examined. It starts with the longest term that the law allows."""

    before_template = "exemptions/tools/_longest.html"
    starts_on = forms.DateField(label=_("기간의 첫날"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("기간의 마지막 날"), widget=forms.DateInput,
        help_text=_("법률과 특구의 지정기간이 허용하는 가장 긴 날이 들어 있습니다. 첫날을 바꾸면 함께 살펴보십시오."),
    )  # fmt: skip
    gazette_number = forms.CharField(label=_("고시 번호"), max_length=60, required=False)
    answer = forms.CharField(label=_("결정의 이유"), max_length=TEXT, widget=area(4), required=False)
    criteria = forms.MultipleChoiceField(
        label=_("살핀 심의 기준"), widget=forms.CheckboxSelectMultiple, required=False
    )
    all_criteria = forms.BooleanField(label=_("심의 기준을 모두 살폈습니다"), required=False)
    for_safety = forms.BooleanField(label=_("붙인 조건은 모두 안전을 위한 것입니다"), required=False)
    least_burden = forms.BooleanField(label=_("조건에 따른 부담을 최소로 했습니다"), required=False)

    def prepare(self) -> None:
        tool = cast(Tool, self.case)
        first = self.today + timedelta(days=1)
        self.fields["starts_on"].initial = first
        self.fields["ends_on"].initial = longest_first_term(tool, self.today, first)
        if tool.kind == EXEMPTION:
            items = checklist("EX-09", on=self.today)
            rows = [(item.key, capfirst(text(item.words))) for item in items]
            cast("forms.MultipleChoiceField", self.fields["criteria"]).choices = rows
            del self.fields["all_criteria"]
        else:
            del self.fields["criteria"]
        if not tool.conditions.filter(state="set").exists():
            del self.fields["for_safety"], self.fields["least_burden"]

    @property
    def before(self) -> "Longest":
        """How long the term may be, with the sum, as the page shows it above the form."""
        tool = cast(Tool, self.case)
        return Longest(term_by_law(tool, self.today, self.today + timedelta(days=1)), zone_end(tool))

    def given(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        if "criteria" in values:
            values["other_criteria"] = "others" in values["criteria"]
        return {"grant": Grant(**values)}
