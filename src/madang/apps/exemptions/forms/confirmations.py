"""Forms of the rapid confirmation: the one screen of the firm, and one small form for each step of an office."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.exemptions.acts.asking import SUBJECT, Question
from madang.apps.exemptions.acts.committee import Vote
from madang.apps.exemptions.acts.replying import Answer
from madang.apps.exemptions.acts.writing import LINE, TEXT
from madang.apps.exemptions.models.confirmations import ANSWER_WORDS, OUTCOME_WORDS, Confirmation
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.firms.queries.files import documents_of
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC, Actor, OfficeKind
from madang.core.case_models import Case
from madang.core.ui.texts import text
from madang.kernel.words import Words

YES_NO = (("yes", _("예, 거부당한 일이 있습니다")), ("no", _("아니요")))


def area(rows: int = 4) -> forms.Textarea:
    """A text area of some rows."""
    return forms.Textarea(attrs={"rows": rows})


def choices(words: dict[str, Words]) -> Callable[[], list[tuple[str, str]]]:
    """The choices of a field in the language of the page that is being made."""
    return lambda: [(key, text(said)) for key, said in words.items()]


class ManyFiles(forms.ClearableFileInput):
    """A control that takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; what each of them must be is decided where files are kept."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # type: ignore[override]  # several for one
        """Return the files, an empty one too: it is refused with its own sentence where files are kept."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [one for one in sent if one]


class RequestForm(forms.Form):
    """Everything that a firm writes to ask, on one screen. What may still be missing in a draft is asked when it is sent."""

    zone: Any = forms.ModelChoiceField(
        label=_("어느 특구에서 하려는 일입니까?"), queryset=None, empty_label=_("특구를 고르십시오"),
        help_text=_("사업을 하려는 곳의 특구입니다. 그 특구의 지방자치단체가 신청을 받습니다."),
    )  # fmt: skip
    subject_public = forms.CharField(
        label=_("무엇에 관한 일입니까? (공개 제목)"), max_length=SUBJECT,
        help_text=_("누구나 보는 한 줄입니다. 회사 이름, 사람 이름, 영업비밀은 쓰지 마십시오. 예: 배달 로봇의 보도 통행"),
    )  # fmt: skip
    business = forms.CharField(
        label=_("하려는 사업"), required=False, max_length=TEXT, widget=area(7),
        help_text=_("무엇을, 어디에서, 어떻게 하려는지 평소 말로 쓰십시오. 신청한 기업과 검토하는 기관만 봅니다."),
    )  # fmt: skip
    permits = forms.CharField(
        label=_("필요할 수 있는 허가와 법령"), required=False, max_length=TEXT, widget=area(4),
        help_text=_("어떤 허가가 필요할지 걱정되는지, 아는 만큼 쓰십시오. 법령을 모르면 ‘모름’이라고 쓰면 됩니다."),
    )  # fmt: skip
    was_refused = forms.TypedChoiceField(
        label=_("같은 일로 전에 거부당한 적이 있습니까?"), required=False, choices=YES_NO, widget=forms.RadioSelect,
        coerce=lambda value: value == "yes", empty_value=None,
    )  # fmt: skip
    refusals = forms.CharField(
        label=_("거부당한 내용"), required=False, max_length=TEXT, widget=area(3),
        help_text=_("있다면 언제, 어느 기관이, 어떤 이유로 거부했는지 쓰십시오."),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("연락받을 사람"), required=False, max_length=LINE,
        help_text=_("선택입니다. 이름과 업무 연락처를 적으면 이 신청을 검토하는 기관이 봅니다."),
    )  # fmt: skip
    papers: Any = forms.ModelMultipleChoiceField(
        label=_("우리 기업 파일에서 붙일 서류"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("다시 올리지 않아도 됩니다. 고른 서류의 사본을 검토하는 기관이 봅니다."),
    )  # fmt: skip
    upload = FilesField(
        label=_("붙임 파일"), required=False,
        help_text=_("선택입니다. 10개까지, 하나에 20MB까지 붙일 수 있습니다. 주민등록번호가 든 파일은 받지 않습니다."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, actor: Actor, confirmation: Confirmation | None = None, **named: Any
    ) -> None:
        if confirmation is not None:
            named["initial"] = stored_in(confirmation)
        super().__init__(*args, **named)
        papers = cast("forms.ModelMultipleChoiceField[Any]", self.fields["papers"])
        papers.queryset = documents_of(actor.office.organisation_id)
        if not papers.queryset.exists():
            del self.fields["papers"]
        field = cast("forms.ModelChoiceField[Any]", self.fields["zone"])
        field.queryset = zones_visible_to(PUBLIC).exclude(standing="ended").order_by("region", "name_ko")
        field.label_from_instance = lambda zone: text(zone_words(zone))  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        """Return the arguments of the acts."""
        values = {key: value for key, value in self.cleaned_data.items() if key not in ("upload", "papers")}
        files: list[File] = list(self.cleaned_data["upload"])
        papers = list(self.cleaned_data.get("papers", ()))
        return {"question": Question(**values), "files": files, "papers": papers}


def stored_in(row: Confirmation) -> dict[str, Any]:
    """What a draft holds, as the form takes it."""
    refused = {None: "", True: "yes", False: "no"}[row.was_refused]
    names = ("subject_public", "business", "permits", "refusals", "contact")
    return {**{name: getattr(row, name) for name in names}, "zone": row.zone_id, "was_refused": refused}


class StepForm(forms.Form):
    """A form of one step of a case on a day; ``given`` returns the arguments of its act."""

    def __init__(self, *args: Any, case: Case, today: date, **named: Any) -> None:
        super().__init__(*args, **named)
        self.case, self.today = case, today
        self.prepare()

    def prepare(self) -> None:
        """Add what depends on the case or the reader's language."""

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return dict(self.cleaned_data)


class AnswerForm(StepForm):
    """The local government's own answer."""

    outcome = forms.ChoiceField(label=_("결과"), choices=choices(OUTCOME_WORDS), widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("근거 법령과 설명"), max_length=TEXT, widget=area(5), required=False,
        help_text=_("신청인이 읽습니다. 법령 이름과 조문을 적으십시오."),
    )  # fmt: skip


class PassOnForm(StepForm):
    """Which ministries are notified, and whether the Ministry's own field is touched."""

    ministries: Any = forms.ModelMultipleChoiceField(
        label=_("통보할 관계 중앙행정기관"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("오늘 통보합니다. 기관마다 오늘부터 회신 기한이 따로 흐릅니다."),
    )  # fmt: skip
    own_field = forms.BooleanField(label=_("중소벤처기업부 소관 사항이 있습니다"), required=False)

    def prepare(self) -> None:
        field = cast("forms.ModelMultipleChoiceField[Any]", self.fields["ministries"])
        field.queryset = organisations_of(OfficeKind.OTHER_MINISTRY.value)
        field.label_from_instance = lambda row: text(row.words)  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        return {
            "ministries": list(self.cleaned_data["ministries"]),
            "own_field": self.cleaned_data["own_field"],
        }


class ReplyForm(StepForm):
    """A ministry's reply."""

    answer = forms.ChoiceField(label=_("회신"), choices=choices(ANSWER_WORDS), widget=forms.RadioSelect)
    permit = forms.CharField(
        label=_("필요한 허가등과 근거 조문"),
        required=False,
        max_length=LINE,
        help_text=_("허가등이 필요할 때 적습니다."),
    )
    grounds = forms.CharField(
        label=_("판단의 근거"), required=False, max_length=TEXT, widget=area(5),
        help_text=_("법령 이름과 조문을 함께 적으십시오. 결과가 통지되면 신청인이 읽습니다."),
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        return {"answer": Answer(**self.cleaned_data)}


class AskForm(StepForm):
    """What a ministry asks of the firm."""

    what = forms.CharField(
        label=_("보완할 내용"), max_length=TEXT, widget=area(4), required=False,
        help_text=_("보완 자료가 올 때까지 이 기관의 회신 기한이 멈춥니다."),
    )  # fmt: skip


class FileForm(StepForm):
    """The firm's supplement."""

    answer = forms.CharField(label=_("보완 내용"), max_length=TEXT, widget=area(6), required=False)


class VoteForm(StepForm):
    """A vote of the Zone Committee."""

    outcome = forms.ChoiceField(
        label=_("의결하는 내용"), choices=choices(OUTCOME_WORDS), widget=forms.RadioSelect
    )
    grounds = forms.CharField(label=_("이유와 근거 조문"), max_length=TEXT, widget=area(5), required=False)
    enrolled = forms.IntegerField(label=_("재적위원 수"), min_value=1, max_value=1_000)
    present = forms.IntegerField(label=_("출석위원 수"), min_value=0, max_value=1_000)
    yes = forms.IntegerField(label=_("찬성 수"), min_value=0, max_value=1_000)

    def given(self) -> dict[str, Any]:
        return {"vote": Vote(**self.cleaned_data)}


class ReportForm(StepForm):
    """The gist of the result, as the asker will read it."""

    answer = forms.CharField(
        label=_("결과의 요지"), max_length=TEXT, widget=area(5), required=False,
        help_text=_("지방자치단체를 거쳐 신청인이 읽습니다. 기관별 회신은 함께 전달됩니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        self.fields["answer"].initial = getattr(self.case, "answer", "")


class NoForm(StepForm):
    """A step that needs nothing but the button."""
