"""Forms on lists of regulations: what a firm asks of one, and the steps of the offices that make one."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_of
from madang.apps.exemptions.acts.negative_list import MINISTRIES, Entry, ListVote
from madang.apps.exemptions.acts.writing import TEXT
from madang.apps.exemptions.forms.confirmations import StepForm, area, choices
from madang.apps.exemptions.forms.menu import day_input
from madang.apps.exemptions.models.negative_list import KIND_WORDS
from madang.apps.exemptions.queries.negative_list import global_zones
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC
from madang.core.ui.texts import text

ASKED, WORDS = 2_000, 300


def _named_by_region(field: forms.Field, zones: Any) -> None:
    chosen = cast("forms.ModelChoiceField[Any]", field)
    chosen.queryset = zones
    chosen.label_from_instance = lambda zone: text(zone_words(zone))  # type: ignore[assignment, method-assign]  # meant to be replaced


class ConcernForm(forms.Form):
    """What a firm says of its business; nothing of it is kept."""

    zone: Any = forms.ModelChoiceField(
        label=_("어느 특구에서 하려는 일입니까?"), queryset=None, empty_label=_("특구를 고르십시오")
    )
    business = forms.CharField(
        label=_("하려는 사업"), max_length=ASKED, widget=area(5),
        help_text=_("무엇을, 어디에서, 어떻게 하려는지 평소 말로 쓰십시오. 여기에 쓴 글은 저장하지 않습니다."),
    )  # fmt: skip
    laws = forms.CharField(
        label=_("걱정되는 법령이나 낱말"), required=False, max_length=WORDS,
        help_text=_("선택입니다. 아는 법령 이름이나 낱말을 띄어 쓰십시오. 예: 도로교통법 보도 통행"),
    )  # fmt: skip

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        zones = zones_visible_to(PUBLIC).exclude(standing="ended")
        _named_by_region(self.fields["zone"], zones.order_by("kind", "region", "name_ko"))

    def asked(self) -> str:
        """Everything that was written, as one text to search with."""
        return f"{self.cleaned_data['laws']} {self.cleaned_data['business']}"


class BeginListForm(forms.Form):
    """For which zone a new edition is begun."""

    zone: Any = forms.ModelChoiceField(
        label=_("글로벌 혁신특구"), queryset=None, empty_label=_("특구를 고르십시오"),
        help_text=_("시행 중인 목록이 있으면 그 항목을 옮겨 와서 시작합니다."),
    )  # fmt: skip

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        _named_by_region(self.fields["zone"], global_zones())


class EntryForm(StepForm):
    """One entry of a list."""

    law = forms.CharField(label=_("법령 이름"), max_length=120)
    article = forms.CharField(label=_("조문"), max_length=120)
    kind = forms.ChoiceField(label=_("종류"), choices=choices(KIND_WORDS), widget=forms.RadioSelect)
    forbids = forms.CharField(
        label=_("금지된 채로 남는 것"), max_length=TEXT, widget=area(4), required=False,
        help_text=_("기업이 알아볼 수 있게 평소 말로 적으십시오. 기업이 쓴 낱말과 견주어 찾습니다."),
    )  # fmt: skip
    ministry: Any = forms.ModelChoiceField(
        label=_("소관 부처"), queryset=None, empty_label=_("부처를 고르십시오")
    )

    def prepare(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["ministry"])
        field.queryset = organisations_of(MINISTRIES[0]) | organisations_of(MINISTRIES[1])
        field.label_from_instance = lambda row: text(row.words)  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        return {"entry": Entry(**self.cleaned_data)}


class ListVoteForm(StepForm):
    """A vote of the Zone Committee on a list."""

    held_on = forms.DateField(label=_("표결한 날"), widget=day_input())
    enrolled = forms.IntegerField(label=_("재적위원 수"), min_value=1, max_value=1_000)
    present = forms.IntegerField(label=_("출석위원 수"), min_value=0, max_value=1_000)
    yes = forms.IntegerField(label=_("찬성 수"), min_value=0, max_value=1_000)

    def given(self) -> dict[str, Any]:
        return {"vote": ListVote(**self.cleaned_data)}


class GazetteForm(StepForm):
    """The gazette of a list."""

    gazette_number = forms.CharField(label=_("관보 번호"), max_length=60)
    gazetted_on = forms.DateField(
        label=_("고시된 날"), widget=day_input(),
        help_text=_("이 날부터 시행되며, 앞선 목록은 이 날 바뀝니다."),
    )  # fmt: skip
