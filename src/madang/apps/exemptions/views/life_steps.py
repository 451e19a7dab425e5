"""The steps of a tool's life after the grant: cover and start, requests, measures, report and what follows."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts import changes, covers, endings, extensions, life, reports
from madang.apps.exemptions.forms import covers as cover_forms
from madang.apps.exemptions.forms import endings as ending_forms
from madang.apps.exemptions.forms import life as forms
from madang.apps.exemptions.forms import tool_steps as tool_forms
from madang.apps.exemptions.forms.confirmations import NoForm
from madang.apps.exemptions.models.life import CORRECTION
from madang.apps.exemptions.models.tools import CHANGE, EXEMPTION, EXTENSION
from madang.apps.exemptions.queries.life import (
    IN_FORCE,
    LIVE,
    RENEWED,
    cover_of,
    has_gap,
    open_clock,
    open_measure,
    open_request,
)
from madang.apps.exemptions.views.tool_shapes import REQUESTS, ToolStep

_MEASURABLE = IN_FORCE


def _is_extension(row: Any) -> bool:
    return bool(row.kind == EXTENSION)


def _is_change(row: Any) -> bool:
    return bool(row.kind == CHANGE)


def _goes_by_both(row: Any) -> bool:
    return row.kind in (EXTENSION, CHANGE)


def _owes_proof(tool: Any) -> bool:
    return open_clock(tool, covers.RENEWAL) is not None


def _wants_cover(tool: Any) -> bool:
    """Before the start, and where the cover ends before the term that was extended or goes on."""
    if tool.state in ("granted", "ready"):
        return True
    return has_gap(tool) and not (tool.state in RENEWED and _owes_proof(tool))


def _has_cover(tool: Any) -> bool:
    return not has_gap(tool)


def _plan_waits(tool: Any) -> bool:
    row = cover_of(tool)
    return row is not None and row.kind == covers.PLAN and row.agreed_on is None


def _may_start(tool: Any) -> bool:
    return cover_of(tool) is not None and not _plan_waits(tool)


def _extendable(tool: Any) -> bool:
    return tool.extensions_used == 0 and open_request(tool) is None


def _changeable(tool: Any) -> bool:
    return open_request(tool, CHANGE) is None


def _revisable(tool: Any) -> bool:
    return bool(tool.kind == EXEMPTION and tool.revision_requested_on is None and tool.ends_on is not None)


def _unmeasured(tool: Any) -> bool:
    return open_measure(tool) is None


def _measured(tool: Any) -> bool:
    return open_measure(tool) is not None


def _not_applied(tool: Any) -> bool:
    row = open_measure(tool)
    return row is None or row.applied_on is None


def _local_unheard(tool: Any) -> bool:
    row = open_measure(tool)
    return row is not None and row.local_heard_on is None


def _firm_unheard(tool: Any) -> bool:
    row = open_measure(tool)
    return row is not None and row.hearing_on is None


def _undecided(tool: Any) -> bool:
    row = open_measure(tool)
    return row is not None and row.kind != CORRECTION


OF_COVER = (
    ToolStep("start", _("시작"), _("보장이 있고 이용자에게 알렸으면 시작합니다."), "exemptions.start_tool",
             ("granted", "ready"), cover_forms.StartForm, covers.start_tool, _("시작했습니다."), only=_may_start),
    ToolStep("prove-cover", _("갱신한 보장의 증명 내기"), _("갱신한 날부터 30일 안에 냅니다. 늦으면 늦은 것으로 기록됩니다."),
             "exemptions.file_cover", RENEWED, cover_forms.ProofForm, covers.prove_renewal, _("증명을 냈습니다."),
             only=_owes_proof),
    ToolStep("cover", _("보장 증명 내기"), _("책임보험이나 공제에 들고 그 증명을 냅니다. 보장은 기간이 끝나는 날까지 이어져야 합니다."),
             "exemptions.file_cover", IN_FORCE, cover_forms.CoverForm, covers.file_cover, _("보장 증명을 냈습니다."),
             only=_wants_cover),
    ToolStep("plan", _("이용자 배상계획 내기"), _("들 수 있는 보험이 없을 때만 냅니다. 지방자치단체가 합의해야 시작할 수 있습니다."),
             "exemptions.file_cover", ("granted", "ready"), cover_forms.PlanForm, covers.file_compensation_plan,
             _("배상계획을 냈습니다. 지방자치단체의 합의를 기다립니다.")),
    ToolStep("agree", _("배상계획에 합의"), _("보험과 같은 수준으로 배상하는 계획인지 확인합니다."), "exemptions.agree_to_plan",
             ("granted", "ready"), cover_forms.AgreeForm, covers.agree_to_plan, _("합의했습니다."), only=_plan_waits),
)  # fmt: skip
OF_TERM = (
    ToolStep("extension", _("기간 연장 신청"), _("기간이 끝나기 두 달 전까지 한 번만 신청할 수 있습니다."), "exemptions.ask_extension",
             extensions.OPEN, forms.ExtensionForm, extensions.ask_extension, _("연장을 신청했습니다."), only=_extendable),
    ToolStep("revision", _("법령정비 요청"), _("결과를 붙여 기간이 끝나기 두 달 전까지 요청하면, 검토하는 동안 기간이 이어집니다."),
             "exemptions.request_revision", ("running", "extended"), forms.ResultsForm, life.request_revision,
             _("법령정비를 요청했습니다."), only=_revisable),
    ToolStep("new-cover", _("바뀐 보장의 증명 내기"), _("보험이나 공제를 바꾸었으면 새 증명을 냅니다."), "exemptions.file_cover",
             (*LIVE, "correcting"), cover_forms.CoverForm, covers.file_cover, _("보장 증명을 냈습니다."), only=_has_cover),
    ToolStep("change", _("내용ㆍ조건 변경 신청"), _("지방자치단체를 거쳐 신청하며 규제부처가 회신합니다."), "exemptions.ask_change",
             IN_FORCE, forms.ChangeForm, changes.ask_change, _("변경을 신청했습니다."), only=_changeable),
)  # fmt: skip
OF_REQUEST = (
    ToolStep("pass", _("중소벤처기업부에 전달"), _("의견을 붙여 전달합니다."), "exemptions.pass_tool_request", ("asked",),
             forms.PassForm, extensions.pass_tool_request, _("전달했습니다."), REQUESTS, _goes_by_both),
    ToolStep("decide-extension", _("연장 결정"), _("법이 정한 한도와 특구의 지정기간 안에서 결정합니다."),
             "exemptions.decide_extension", ("passed",), forms.DecideExtensionForm, extensions.decide_extension,
             _("결정을 기록했습니다."), REQUESTS, _is_extension),
    ToolStep("consult-change", _("규제부처에 통보"), _("통보한 날부터 회신 기한이 흐릅니다."), "exemptions.handle_change",
             ("passed",), forms.ConsultChangeForm, changes.consult_on_change, _("통보했습니다."), REQUESTS, _is_change),
    ToolStep("answer-change", _("변경 신청에 회신"), _("기한이 지난 회신은 늦은 회신으로 기록됩니다."), "exemptions.answer_change",
             ("consulting",), forms.AnswerChangeForm, changes.answer_change, _("회신했습니다."), REQUESTS, _is_change),
    ToolStep("extend-change", _("회신 기간 연장"), _("법이 정한 만큼 한 번 연장합니다."), "exemptions.answer_change",
             ("consulting",), tool_forms.ReasonForm, changes.extend_change_reply, _("회신 기간을 연장했습니다."), REQUESTS,
             _is_change),
    ToolStep("decide-change", _("변경 결정"), _("규제부처의 회신을 보고 결정합니다."), "exemptions.handle_change", ("answered",),
             forms.DecideChangeForm, changes.decide_change, _("결정을 기록했습니다."), REQUESTS, _is_change),
)  # fmt: skip
OF_END = (
    ToolStep("report", _("결과보고서 내기"), _("법이 정한 항목을 모두 적습니다. 기한이 지나면 늦은 것으로 기록됩니다."),
             "exemptions.file_results", ("expired",), forms.ResultsForm, reports.file_results, _("결과보고서를 냈습니다.")),
    ToolStep("start-revision", _("법령정비 착수 기록"), _("정비가 필요하여 착수한 것을 기록합니다."), "exemptions.follow_revision",
             ("revision_review", "continuing"), ending_forms.LawForm, reports.start_revision, _("기록했습니다.")),
    ToolStep("no-need", _("법령정비 불필요 기록"), _("검토한 결과와 이유를 남깁니다."), "exemptions.follow_revision",
             ("revision_review", "continuing"), ending_forms.ReasonForm, reports.find_no_need, _("기록했습니다.")),
    ToolStep("again", _("다시 검토하도록 올리기"), _("불필요하다는 판단에 이견이 있으면 위원회에 올립니다."),
             "exemptions.follow_revision", ("revision_unneeded",), ending_forms.ReasonForm, reports.bring_up_again,
             _("다시 검토하도록 올렸습니다.")),
    ToolStep("bridge", _("임시허가로 전환"), _("정비에 착수했고 명백히 금지하는 법령이 없을 때 임시허가를 부여합니다."),
             "exemptions.follow_revision", ("revision_started",), ending_forms.BridgeForm, reports.bridge_tool,
             _("임시허가를 부여했습니다.")),
    ToolStep("ordinary", _("정식 허가등으로 전환"), _("정비된 법령이 시행되면 지체 없이 전환합니다."), "exemptions.follow_revision",
             (*LIVE, "correcting", "expired", "lapsed", "revision_review", "revision_started", "revision_unneeded"),
             ending_forms.OrdinaryForm, reports.normalise_tool, _("정식 허가등으로 전환했습니다.")),
    ToolStep("close", _("종료"), _("더 할 일이 없을 때 종료합니다."), "exemptions.close_tool",
             ("revision_unneeded", "lapsed", "refused"), NoForm, reports.close_tool, _("종료했습니다.")),
)  # fmt: skip
OF_MEASURE = (
    ToolStep("stop", _("사업 중지 알리기"), _("취소되면 사업을 즉시 멈추어야 합니다."), "exemptions.tell_stop", ("cancelled",),
             ending_forms.StopForm, endings.tell_stop, _("사업을 멈추었다고 알렸습니다."), only=_measured),
    ToolStep("opinion", _("시정ㆍ취소에 대한 의견"), _("지방자치단체의 의견을 들어야 취소할 수 있습니다."),
             "exemptions.give_measure_opinion", _MEASURABLE, ending_forms.OpinionForm, endings.give_measure_opinion,
             _("의견을 냈습니다."), only=_local_unheard),
    ToolStep("hearing", _("사업자 청문 기록"), _("청문한 날과 내용을 기록해야 취소할 수 있습니다."), "exemptions.decide_measure",
             _MEASURABLE, ending_forms.HearingForm, endings.record_hearing, _("청문을 기록했습니다."), only=_firm_unheard),
    ToolStep("vote-cancel", _("취소에 관한 표결 기록"), _("가결되어야 취소할 수 있습니다."), "exemptions.record_cancellation_vote",
             _MEASURABLE, tool_forms.BallotForm, endings.record_cancellation_vote, _("표결을 기록했습니다."),
             only=_measured),
    ToolStep("corrected", _("시정 확인"), _("명령한 대로 되었으면 확인합니다. 원래 상태로 돌아갑니다."), "exemptions.decide_measure",
             ("correcting",), ending_forms.FoundForm, endings.find_corrected, _("시정된 것을 확인했습니다.")),
    ToolStep("correction", _("시정명령"), _("부정한 방법으로 받은 것은 시정할 수 없고 취소해야 합니다."), "exemptions.decide_measure",
             LIVE, ending_forms.CorrectionForm, endings.order_correction, _("시정을 명령했습니다."), only=_measured),
    ToolStep("cancel", _("취소"), _("의견 청취, 청문, 위원회 의결을 거친 뒤에 취소합니다."), "exemptions.decide_measure", _MEASURABLE,
             ending_forms.CancelForm, endings.cancel_tool, _("취소하고 알렸습니다."), only=_measured),
    ToolStep("drop", _("시정ㆍ취소 절차 마치기"), _("사유가 없으면 시정ㆍ취소 없이 마칩니다."), "exemptions.decide_measure", _MEASURABLE,
             ending_forms.DropForm, endings.drop_measure, _("절차를 마쳤습니다."), only=_undecided),
    ToolStep("measure", _("시정ㆍ취소 절차 시작"), _("법이 정한 사유가 있을 때 시작합니다. 사업자와 지방자치단체에 알립니다."),
             "exemptions.propose_measure", _MEASURABLE, ending_forms.MeasureForm, endings.propose_measure,
             _("절차를 시작하고 알렸습니다."), only=_unmeasured),
    ToolStep("apply-cancel", _("취소 신청"), _("거짓이나 부정한 방법으로 받은 것은 반드시 신청해야 합니다."),
             "exemptions.apply_for_cancellation", _MEASURABLE, ending_forms.MeasureForm, endings.apply_for_cancellation,
             _("취소를 신청했습니다."), only=_not_applied),
)  # fmt: skip
STEPS: tuple[ToolStep, ...] = (*OF_COVER, *OF_END, *OF_TERM, *OF_MEASURE, *OF_REQUEST)
