"""Forms of a firm's own file, one for each part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.firms.acts.documents import NewCertificate, NewReport
from madang.apps.firms.acts.files import ADDRESS, FIELD_WORDS, CompanyData, NewPerson
from madang.apps.firms.acts.writing import LINE, TEXT
from madang.apps.firms.models import ROLE_WORDS, Company
from madang.core.ui.texts import text


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class DataForm(forms.Form):
    """What a firm says of itself."""

    business_number = forms.CharField(
        label=_("사업자등록번호"), required=False, max_length=20,
        help_text=_("숫자 10자리입니다. 예: 000-00-00000"),
    )  # fmt: skip
    address = forms.CharField(label=_("주소"), required=False, max_length=ADDRESS)
    industry = forms.CharField(
        label=_("업종"), required=False, max_length=LINE, help_text=_("예: 산업용 로봇 제조업")
    )
    business = forms.CharField(
        label=_("하는 사업"), required=False, max_length=TEXT, widget=_area(6),
        help_text=_("신속확인을 신청할 때 이 글로 시작합니다. 신청마다 고칠 수 있습니다."),
    )  # fmt: skip
    products = forms.CharField(label=_("제품과 서비스"), required=False, max_length=TEXT, widget=_area(4))

    def __init__(self, *args: Any, company: Company | None, **named: Any) -> None:
        if company is not None:
            named["initial"] = {name: getattr(company, name) for name in FIELD_WORDS}
            named["initial"]["business_number"] = company.number_written
        super().__init__(*args, **named)

    def given(self) -> dict[str, Any]:
        """Return the arguments of the acts."""
        return {"data": CompanyData(**self.cleaned_data)}


class PersonForm(forms.Form):
    """Somebody in charge."""

    role = forms.ChoiceField(label=_("맡은 일"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("이름"), max_length=80)
    phone = forms.CharField(
        label=_("업무 전화"), required=False, max_length=40, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("업무 전자우편"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["role"].choices = [(key, text(words)) for key, words in ROLE_WORDS.items()]  # type: ignore[attr-defined]  # a choice field

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        return {"person": NewPerson(**self.cleaned_data)}


class CertificateForm(forms.Form):
    """A certificate with its paper."""

    name = forms.CharField(label=_("인증서 이름"), max_length=LINE, help_text=_("예: 품질경영시스템 인증"))
    number = forms.CharField(label=_("인증 번호"), required=False, max_length=80)
    issuer = forms.CharField(label=_("발급 기관"), max_length=LINE)
    valid_from = forms.DateField(label=_("유효기간 시작일"), widget=_day())
    valid_until = forms.DateField(
        label=_("유효기간 마지막 날"), required=False, widget=_day(),
        help_text=_("끝나지 않는 인증서이면 비워 두십시오. 끝나기 90일 전과 30일 전에 ‘내 업무’에서 알려 드립니다."),
    )  # fmt: skip
    upload = forms.FileField(
        label=_("인증서 파일"), required=False,
        help_text=_("20MB까지 붙일 수 있습니다. 주민등록번호가 든 파일은 받지 않습니다."),
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        values = {key: value for key, value in self.cleaned_data.items() if key != "upload"}
        return {"certificate": NewCertificate(**values), "upload": self.cleaned_data["upload"]}


class ReportForm(forms.Form):
    """A report with its paper."""

    name = forms.CharField(
        label=_("보고서 이름"), max_length=160, help_text=_("예: 시험성적서, 안전성 평가 보고서")
    )
    made_on = forms.DateField(label=_("작성한 날"), widget=_day())
    upload = forms.FileField(
        label=_("보고서 파일"),
        help_text=_("20MB까지 붙일 수 있습니다. 주민등록번호가 든 파일은 받지 않습니다."),
    )

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act."""
        values = {key: value for key, value in self.cleaned_data.items() if key != "upload"}
        return {"report": NewReport(**values), "upload": self.cleaned_data["upload"]}


class NothingForm(forms.Form):
    """A step that needs nothing but the button."""

    def given(self) -> dict[str, Any]:
        """Return no arguments."""
        return {}
