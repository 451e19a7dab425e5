"""Forms of a track abroad, its steps and papers, and of a partner."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts.abroad import StepDraft, TrackDraft
from madang.apps.demonstrations.acts.papers import Goods, NewCertificate
from madang.apps.demonstrations.acts.partners import NewPartner
from madang.apps.demonstrations.forms.steps import LINE, TEXT, StepForm, a_day, area, choices, files
from madang.apps.demonstrations.models import Track
from madang.apps.demonstrations.models.abroad import OUTCOME_WORDS, PAPER_WORDS, STEP_WORDS, TRACK_WORDS
from madang.apps.demonstrations.models.countries import COUNTRY_WORDS, CURRENCY_WORDS, HOME
from madang.apps.demonstrations.models.partners import KIND_WORDS
from madang.apps.demonstrations.queries.abroad import partners_open_to
from madang.apps.demonstrations.rules.parts import zone_of

ABROAD = {key: words for key, words in COUNTRY_WORDS.items() if key != HOME}


class TrackForm(StepForm):
    """A way abroad."""

    kind = forms.ChoiceField(label=_("종류"), choices=choices(TRACK_WORDS), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("이름"), max_length=160, help_text=_("누구나 볼 수 있습니다. 예: 자율운항 장비 CE 인증")
    )
    country = forms.ChoiceField(label=_("국가"), choices=choices(ABROAD, _("국가를 고르십시오")))
    partner: Any = forms.ModelChoiceField(
        label=_("협력기관"), queryset=None, required=False, empty_label=_("아직 없음")
    )
    standard = forms.CharField(
        label=_("인증ㆍ기준의 이름"), required=False, max_length=120, help_text=_("예: CE, FDA 510(k), UL")
    )
    goal = forms.CharField(label=_("목표"), required=False, max_length=TEXT, widget=area(3))

    def prepare(self) -> None:
        zone = zone_of(self.row)
        assert zone is not None
        self.choose_among("partner", partners_open_to(zone), lambda row: row.title)

    def given(self) -> dict[str, Any]:
        return {"track": TrackDraft(**self.cleaned_data)}


class TrackStepForm(StepForm):
    """A step at the end of a track."""

    kind = forms.ChoiceField(label=_("단계의 종류"), choices=choices(STEP_WORDS))
    name = forms.CharField(label=_("단계 이름"), required=False, max_length=160)
    planned_on = a_day(_("예정한 날"), required=False)

    def given(self) -> dict[str, Any]:
        return {"step": StepDraft(**self.cleaned_data)}


class FinishForm(StepForm):
    """A step that is done."""

    done_on = a_day(_("마친 날"))
    note = forms.CharField(
        label=_("내용"), required=False, max_length=TEXT, widget=area(4),
        help_text=_("실증추진단과 기업만 봅니다."),
    )  # fmt: skip
    upload = files(_("붙임 파일"))

    def given(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        kept = values.pop("upload")
        return {**values, "files": kept}


class GoodsForm(StepForm):
    """Goods that left, with their customs paper."""

    what = forms.CharField(label=_("물품"), max_length=160)
    hs_code = forms.CharField(
        label=_("HS 부호"), max_length=20, help_text=_("숫자 6자리에서 10자리. 예: 8501.10-1000")
    )
    value = forms.DecimalField(label=_("가액"), max_digits=15, decimal_places=2)
    currency = forms.ChoiceField(label=_("통화"), choices=choices(CURRENCY_WORDS))
    paper = forms.ChoiceField(label=_("통관 서류"), choices=choices(PAPER_WORDS))
    paper_number = forms.CharField(label=_("서류 번호"), required=False, max_length=60)
    out_on = a_day(_("나간 날"))
    due_back_on = a_day(_("돌아와야 하는 날"), required=False)

    def given(self) -> dict[str, Any]:
        return {"goods": Goods(**self.cleaned_data)}


class BackForm(StepForm):
    """Goods that came back."""

    back_on = a_day(_("돌아온 날"))


class CertificateForm(StepForm):
    """A certificate as issued."""

    number = forms.CharField(label=_("인증서 번호"), max_length=60)
    issuer = forms.CharField(label=_("발급 기관"), max_length=160)
    scope = forms.CharField(label=_("범위"), max_length=300)
    valid_from = a_day(_("유효기간의 첫날"))
    valid_until = a_day(_("유효기간의 마지막 날"), required=False, hint=_("정해진 끝이 없으면 비우십시오."))
    upload = files(_("인증서 파일"))

    def given(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        kept = values.pop("upload")
        return {"certificate": NewCertificate(**values), "files": kept}


class CloseTrackForm(StepForm):
    """What came of a track."""

    outcome = forms.ChoiceField(label=_("결과"), choices=choices(OUTCOME_WORDS), widget=forms.RadioSelect)
    result = forms.CharField(
        label=_("이룬 것"), max_length=TEXT, widget=area(5), help_text=_("누구나 볼 수 있습니다.")
    )
    closed_on = a_day(_("마친 날"))

    def stored(self) -> dict[str, Any]:
        row = cast(Track, self.row)
        return {"outcome": row.outcome, "result": row.result, "closed_on": row.closed_on}


class PartnerForm(StepForm):
    """A partner of a zone."""

    name_ko = forms.CharField(label=_("이름(국문)"), max_length=160)
    name_en = forms.CharField(label=_("이름(영문)"), max_length=160)
    slug = forms.CharField(
        label=_("주소 이름"),
        max_length=40,
        help_text=_("영문 소문자, 숫자, 붙임표로 적습니다. 예: fraunhofer-iml"),
    )
    kind = forms.ChoiceField(label=_("종류"), choices=choices(KIND_WORDS))
    country = forms.ChoiceField(
        label=_("국가"), required=False, choices=choices(COUNTRY_WORDS, _("확인되지 않음"))
    )
    field = forms.CharField(label=_("분야"), required=False, max_length=80)
    role = forms.CharField(label=_("하는 일"), max_length=LINE)
    agreed_text = forms.CharField(
        label=_("협약한 날"),
        required=False,
        max_length=10,
        help_text=_("아는 데까지만 적습니다. 예: 2024-07-16, 2024-07, 2024"),
    )
    sources = forms.CharField(
        label=_("출처"),
        required=False,
        max_length=TEXT,
        widget=area(3),
        help_text=_("한 줄에 하나씩, 10개까지 적습니다."),
    )

    def given(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["sources"] = [line for line in values["sources"].splitlines() if line.strip()]
        return {"partner": NewPartner(**values)}
