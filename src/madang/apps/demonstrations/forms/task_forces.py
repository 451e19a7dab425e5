"""Forms of a task force: set up, members in and out, meetings."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.accounts.queries import organisations_in
from madang.apps.demonstrations.acts.task_forces import Minutes, NewMeeting, NewMember
from madang.apps.demonstrations.forms.steps import LINE, TEXT, StepForm, a_day, area, choices
from madang.apps.demonstrations.models import TaskForceMeeting
from madang.apps.demonstrations.models.task_forces import ROLE_WORDS
from madang.apps.demonstrations.rules.parts import MEMBERS
from madang.kernel.words import Words


class SetUpForm(StepForm):
    """The day on which a task force was set up, and what for."""

    set_up_on = a_day(_("구성한 날"))
    purpose = forms.CharField(
        label=_("맡은 일"), required=False, max_length=TEXT, widget=area(4),
        help_text=_("누구나 볼 수 있습니다. 이 특구의 실증에서 추진단이 하는 일을 적으십시오."),
    )  # fmt: skip


class MemberForm(StepForm):
    """An organisation with its part."""

    organisation: Any = forms.ModelChoiceField(
        label=_("등록된 기관"), queryset=None, required=False, empty_label=_("목록에 없음"),
        help_text=_("계정이 있는 기관입니다. 고르면 그 기관의 담당자가 회의 기록을 볼 수 있습니다."),
    )  # fmt: skip
    organisation_name = forms.CharField(
        label=_("등록되지 않은 기관의 이름"), required=False, max_length=120,
        help_text=_("보험회사나 법무법인처럼 목록에 없는 기관만 적습니다."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("역할"), choices=choices(ROLE_WORDS))
    joined_on = a_day(_("참여를 시작한 날"))
    person = forms.CharField(
        label=_("담당자"), required=False, max_length=80,
        help_text=_("추진단에 참여하는 기관만 봅니다. 연락처는 적지 마십시오."),
    )  # fmt: skip
    task = forms.CharField(
        label=_("맡은 일"), required=False, max_length=LINE, help_text=_("추진단에 참여하는 기관만 봅니다.")
    )

    def prepare(self) -> None:
        self.choose_among(
            "organisation", organisations_in([kind.value for kind in MEMBERS]), lambda row: row.words
        )

    def given(self) -> dict[str, Any]:
        return {"member": NewMember(**self.cleaned_data)}


class LeaveForm(StepForm):
    """The day from which an organisation is no longer in."""

    left_before = a_day(
        _("참여하지 않게 된 첫날"), hint=_("이날부터 구성원이 아닙니다. 그동안의 기록은 남습니다.")
    )


class MeetingForm(StepForm):
    """A meeting that is called."""

    held_on = a_day(_("회의 날"))
    place = forms.CharField(label=_("장소"), max_length=LINE)
    agenda = forms.CharField(label=_("안건"), max_length=TEXT, widget=area(4))

    def given(self) -> dict[str, Any]:
        return {"meeting": NewMeeting(**self.cleaned_data)}


class MinutesForm(StepForm):
    """What a meeting came to."""

    record = forms.CharField(
        label=_("짧은 기록"), max_length=TEXT, widget=area(6),
        help_text=_("다룬 내용과 정한 일을 적으십시오. 추진단에 참여하는 기관만 봅니다."),
    )  # fmt: skip
    present: Any = forms.ModelMultipleChoiceField(
        label=_("참석한 기관"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    next_on = a_day(_("다음 회의 날"), required=False)

    def prepare(self) -> None:
        meeting = cast(TaskForceMeeting, self.row)
        members = meeting.task_force.members.select_related("organisation")
        self.choose_among("present", members, _called)

    def given(self) -> dict[str, Any]:
        return {"minutes": Minutes(**{**self.cleaned_data, "present": list(self.cleaned_data["present"])})}


def _called(member: Any) -> Words:
    name, role = member.title, member.role_words
    return Words(f"{name.ko}({role.ko})", f"{name.en} ({role.en})")
