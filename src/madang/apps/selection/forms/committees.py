"""Forms of the committees: convene, enrol, presence, exclusion, votes, decision, closing."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.committees import Challenge, Convening, NewMember
from madang.apps.selection.forms.designation import area
from madang.apps.selection.forms.fields import offer, offer_rows
from madang.apps.selection.models import Item, Sitting
from madang.apps.selection.queries.committees import Tally, members_on
from madang.apps.selection.rules.committees import BODY_WORDS, GROUND_WORDS, VOTE_WORDS
from madang.core.authority import OfficeKind
from madang.core.ui.texts import text
from madang.kernel.partial_dates import PartialDate


class BodyForm(forms.Form):
    """A form that names a committee."""

    body = forms.ChoiceField(label=pgettext_lazy("one", "위원회"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        offer(self, "body", ((key, text(words)) for key, words in BODY_WORDS.items()))


class ConveneForm(BodyForm):
    """The notice of a sitting."""

    title_ko = forms.CharField(label=_("회의 이름"), max_length=120)
    title_en = forms.CharField(label=_("영문 회의 이름"), max_length=160)
    number = forms.IntegerField(label=_("회차"), required=False, min_value=1, max_value=9_999)
    held_on = forms.DateField(label=_("회의 날"), widget=forms.DateInput)
    notice_on = forms.DateField(label=_("소집을 통지한 날"), widget=forms.DateInput)
    is_urgent = forms.BooleanField(
        label=_("긴급한 회의"), required=False, help_text=_("통지 기한을 지키지 못한 사유로 남습니다.")
    )
    is_written = forms.BooleanField(label=_("서면회의"), required=False)
    place = forms.CharField(label=_("장소"), required=False, max_length=160)
    chair_name = forms.CharField(label=_("위원장"), required=False, max_length=80)

    def convening(self) -> Convening:
        """Return the notice as the act takes it."""
        return Convening(**{**self.cleaned_data, "held_on": PartialDate.of(self.cleaned_data["held_on"])})


class MemberForm(BodyForm):
    """A member to enrol."""

    name_ko = forms.CharField(label=_("이름"), max_length=80)
    name_en = forms.CharField(label=_("영문 이름"), required=False, max_length=80)
    role_ko = forms.CharField(label=_("직책"), required=False, max_length=80)
    affiliation = forms.CharField(
        label=_("소속"), required=False, max_length=120,
        help_text=_("신청 기관이나 사업자의 이름과 같으면 그 안건에서 자동으로 빠집니다."),
    )  # fmt: skip
    affiliation_until = forms.DateField(label=_("소속이 끝난 날"), required=False, widget=forms.DateInput)
    is_chair = forms.BooleanField(label=_("위원장"), required=False)
    seat = forms.ChoiceField(
        label=_("위원의 구분"), required=False,
        choices=[("", _("확인하지 못함")), ("appointed", _("위촉위원")), ("ex_officio", _("당연직 위원"))],
        help_text=_("위촉위원의 임기는 법이 정한 기간을 넘을 수 없습니다. 당연직 위원에게는 임기를 묻지 않습니다."),
    )  # fmt: skip
    starts_on = forms.DateField(label=_("위촉일"), widget=forms.DateInput)
    ends_before = forms.DateField(
        label=_("임기가 끝나는 날의 다음 날"), required=False, widget=forms.DateInput
    )
    person: Any = forms.ModelChoiceField(label=_("로그인 계정"), queryset=None, required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        seats = Person.objects.filter(appointments__seat__kind=OfficeKind.MEMBER.value).distinct()
        offer_rows(self, "person", seats.order_by("name"))

    def member(self) -> NewMember:
        """Return the member as the act takes it."""
        given = {key: value for key, value in self.cleaned_data.items() if key not in {"body", "seat"}}
        seat = self.cleaned_data["seat"]
        return NewMember(**given, is_appointed=seat == "appointed" if seat else None)


class PresenceForm(forms.Form):
    """Who is present when the sitting opens."""

    present: Any = forms.ModelMultipleChoiceField(
        label=_("출석위원"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sitting: Sitting, today: date, **named: Any) -> None:
        super().__init__(*args, **named)
        offer_rows(self, "present", members_on(sitting.body, today), _member_label)


class RecuseForm(forms.Form):
    """A member who takes no part in an item, and why."""

    member: Any = forms.ModelChoiceField(label=_("위원"), queryset=None)
    ground = forms.ChoiceField(label=_("사유"))
    challenge_present = forms.IntegerField(
        label=_("기피 의결에 출석한 위원 수"), required=False, min_value=0, max_value=500,
        help_text=_("기피일 때만 적습니다. 기피 대상 위원은 세지 않습니다."),
    )  # fmt: skip
    challenge_yes = forms.IntegerField(
        label=_("기피에 찬성한 위원 수"), required=False, min_value=0, max_value=500,
        help_text=_("기피일 때만 적습니다."),
    )  # fmt: skip

    def __init__(self, *args: Any, item: Item, **named: Any) -> None:
        super().__init__(*args, **named)
        offer_rows(self, "member", item.sitting.present.all(), _member_label)
        offer(self, "ground", ((key, text(words)) for key, words in GROUND_WORDS.items()))

    def challenge(self) -> Challenge | None:
        """Return the vote on a challenge; None for another ground, or when a number is missing."""
        present, yes = self.cleaned_data["challenge_present"], self.cleaned_data["challenge_yes"]
        if self.cleaned_data["ground"] != "challenged" or present is None or yes is None:
            return None
        return Challenge(present, yes)


class VotesForm(forms.Form):
    """One choice for each member whose vote is not recorded yet."""

    def __init__(self, *args: Any, tally: Tally, **named: Any) -> None:
        super().__init__(*args, **named)
        for member in tally.silent:
            self.fields[str(member.pk)] = forms.ChoiceField(
                label=_member_label(member), required=False, widget=forms.RadioSelect,
                choices=[(key, text(words)) for key, words in VOTE_WORDS.items()],
            )  # fmt: skip

    def votes(self) -> dict[str, str]:
        """Return the votes that were chosen, by member."""
        return {key: vote for key, vote in self.cleaned_data.items() if vote}


class OwnVoteForm(forms.Form):
    """A member's own vote."""

    vote = forms.ChoiceField(label=_("표결"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        offer(self, "vote", ((key, text(words)) for key, words in VOTE_WORDS.items()))


class DeferForm(forms.Form):
    """A motion to defer an item."""

    reason = forms.CharField(label=_("보류 사유"), max_length=200, widget=area(2))
    in_favour = forms.IntegerField(label=_("보류 동의에 찬성한 위원 수"), min_value=0, max_value=500)


class CloseForm(forms.Form):
    """The end of a sitting."""

    withheld_reason = forms.CharField(
        label=_("결과를 공개하지 않기로 의결한 사유"), required=False, max_length=200,
        help_text=_("비워 두면 결과를 공개합니다."),
    )  # fmt: skip


def _member_label(member: Any) -> str:
    parts = [member.name_ko, member.role_ko, member.affiliation]
    return " · ".join(part for part in parts if part)
