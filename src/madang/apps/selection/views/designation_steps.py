"""The steps of a designation as the web offers them: a table of what each office can do from which state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts import applications, consultation, designation, gazette, notices, votes
from madang.apps.selection.forms import designation as forms
from madang.apps.selection.forms.consultation import OpenConsultationForm
from madang.apps.selection.forms.gazette import GazetteForm
from madang.apps.selection.models import Designation
from madang.apps.selection.rules.designation import PLAN_IS_OPEN
from madang.core.authority import Actor, may

Form = type[forms.StepForm]


@dataclass(frozen=True)
class Step:
    """One step: its address key, what it is called, who may, from which states, its form, its act, what it says."""

    key: str
    label: Any
    permission: str
    states: tuple[str, ...]
    form: Form
    act: Callable[..., Any]
    done: Any
    hint: Any = ""
    kind: str = "secondary"
    ready: Callable[[Designation, date], bool] = lambda row, today: True


def _consulted(row: Designation, today: date) -> bool:
    return row.prior_consultations.count() == len(designation.PARTNERS)


def _not_all_consulted(row: Designation, today: date) -> bool:
    return not _consulted(row, today)


def _drafted(row: Designation, today: date) -> bool:
    return row.drafting_started_on is not None


def _notice_over(row: Designation, today: date) -> bool:
    notice = getattr(row, "notice", None)
    return notice is not None and today > notice.ends_on


def _hearing_was_held(row: Designation, today: date) -> bool:
    return row.hearings.filter(held_on__lte=today, result="").exists()


def _not_on_an_agenda(row: Designation, today: date) -> bool:
    return not row.agenda.filter(outcome="").exists()


_WRITES = "selection.save_zone_plan"
STEPS = (
    Step("prior", _("사전협의 기록"), "selection.consult_beforehand", ("preparing",), forms.PriorConsultationForm,
         designation.consult_beforehand, _("사전협의를 기록했습니다."),
         _("계획을 작성하기 전에 중소벤처기업부, 시·도 지방시대위원회와 미리 협의합니다."), "primary", _not_all_consulted),
    Step("plan", _("규제자유특구계획 작성"), _WRITES, PLAN_IS_OPEN, forms.ZonePlanForm, designation.save_zone_plan,
         _("계획을 저장했습니다."), _("법과 시행령이 정한 항목을 모두 적습니다."), "secondary", _consulted),
    Step("notice", _("계획안 공고"), "selection.give_notice", ("preparing",), forms.NoticeForm, notices.give_notice,
         _("공고를 기록했습니다. 열람 기간에 의견을 받습니다."), "", "primary", _drafted),
    Step("hearing", _("공청회 공고"), "selection.announce_hearing", ("noticed",), forms.HearingForm,
         notices.announce_hearing, _("공청회 공고를 기록했습니다.")),
    Step("hearing-result", _("공청회 결과 기록"), "selection.record_hearing", ("noticed",), forms.HearingResultForm,
         notices.record_hearing_result, _("공청회 결과를 기록했습니다."), "", "secondary", _hearing_was_held),
    Step("apply", _("지정 신청"), "selection.apply_for_designation", ("noticed",), forms.ApplicationForm,
         applications.apply_for_designation, _("지정을 신청했습니다. 결정 기한이 시작되었습니다."),
         _("공고 기간이 끝난 다음 날부터 신청할 수 있습니다. 서류는 문서번호로 적습니다."), "primary", _notice_over),
    Step("supplement-file", _("보완 제출"), "selection.file_supplement", ("supplementing", "consulting_supplement"),
         forms.FileSupplementForm, applications.file_supplement, _("보완 자료를 제출했습니다. 기간이 다시 흐릅니다."),
         "", "primary"),
    Step("consult", _("관계기관 협의 요청"), "selection.open_consultation", ("applied",), OpenConsultationForm,
         consultation.open_consultation, _("협의를 요청했습니다. 기관마다 회신 기한이 시작되었습니다."), "", "primary"),
    Step("table", _("위원회 상정"), "selection.table_designation",
         ("consulting", "deliberating", "deliberated", "tabled", "deferred"), forms.TableForm, votes.table_deliberation,
         _("상정했습니다."), _("모든 기관이 회신했거나 기한이 지나야 합니다. 회신이 없어도 동의로 보지 않습니다."), "primary",
         _not_on_an_agenda),
    Step("gazette", _("관보 고시"), "selection.gazette_designation", ("approved",), GazetteForm,
         gazette.gazette_designation, _("지정을 고시했습니다."),
         _("고시할 항목은 계획의 내용으로 미리 채워 두었습니다. 확인해 고치십시오."), "primary"),
    Step("supplement", _("보완 요구"), "selection.ask_supplement", ("applied", "consulting"), forms.AskSupplementForm,
         applications.ask_supplement, _("보완을 요구했습니다. 처리 기간이 멈춥니다.")),
    Step("return", _("반려"), "selection.return_application",
         ("applied", "supplementing", "consulting", "consulting_supplement"), forms.ReturnForm,
         applications.return_application, _("신청을 반려했습니다."), "", "tertiary"),
    Step("leave-out", _("심의 미상정 기록"), "selection.leave_out", ("preparing", "noticed"), forms.LeaveOutForm,
         designation.leave_out, _("심의 미상정으로 기록했습니다."), "", "tertiary"),
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}
#: steps whose form is long: the page of the designation links to them instead of holding the form
LONG = ("plan", "apply", "gazette")


def open_steps(actor: Actor, row: Designation, today: date) -> list[Step]:
    """Return what the reader's office can do now, in the order of the procedure."""
    return [
        step
        for step in STEPS
        if row.state in step.states and may(actor, step.permission, row) and step.ready(row, today)
    ]
