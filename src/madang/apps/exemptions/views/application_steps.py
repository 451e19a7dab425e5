"""The steps of a tool up to its grant, of its conditions and of its review, as the web offers them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts import applications, conditions, examining, granting, reviews, tool_replies
from madang.apps.exemptions.forms import conditions as condition_forms
from madang.apps.exemptions.forms import tool_steps as forms
from madang.apps.exemptions.forms.confirmations import NoForm
from madang.apps.exemptions.models.tools import REVIEW
from madang.apps.exemptions.views.tool_shapes import CONDITIONS, REPLIES, REQUESTS, ToolStep

#: a review is asked for once the committee's result was told
REVIEWABLE = (
    "refused", "granted", "ready", "running", "active", "extended", "continuing", "deemed", "correcting",
)  # fmt: skip


def _is_review(row: Any) -> bool:
    return bool(row.kind == REVIEW)


def _not_reviewed(tool: Any) -> bool:
    return (
        tool.decided_on is not None
        and not tool.requests.filter(kind=REVIEW).exclude(state="drafting").exists()
    )


def _in_review(reply: Any) -> bool:
    return bool(reply.tool.state == "in_review")


def _unproven(condition: Any) -> bool:
    return not condition.has_papers


OF_TOOL = (
    ToolStep("withdraw", _("신청서 거두기"), _("쓰던 신청서를 거둡니다. 되돌릴 수 없습니다."), "exemptions.write_tool", ("drafting",),
             NoForm, applications.withdraw_tool, _("신청서를 거두었습니다.")),
    ToolStep("file", _("중소벤처기업부에 신청"), _("필요성을 검토한 의견을 붙여 신청합니다. 그날부터 상정 기한이 흐릅니다."),
             "exemptions.examine_tool", ("requested",), forms.FileToolForm, examining.file_tool,
             _("중소벤처기업부에 신청했습니다.")),
    ToolStep("decline", _("신청하지 않기"), _("신청하지 않는 사유를 기업에 알립니다."), "exemptions.examine_tool",
             ("requested",), forms.AnswerForm, examining.decline_tool, _("신청하지 않기로 하고 사유를 알렸습니다.")),
    ToolStep("consult", _("관계기관에 통보"), _("기관마다 회신 기한이 따로 흐릅니다."), "exemptions.handle_tool", ("filed",),
             forms.ConsultForm, examining.consult_ministries, _("통보했습니다. 회신 기한이 시작되었습니다.")),
    ToolStep("return", _("반려"), _("시행령이 정한 사유가 있을 때만 반려합니다."), "exemptions.handle_tool", ("filed",),
             forms.ReturnForm, examining.return_tool, _("반려했습니다.")),
    ToolStep("table", _("특구위원회에 상정"), _("회신이 모두 오거나 회신의 최종 한도가 지나면 상정합니다."),
             "exemptions.handle_tool", ("in_review",), NoForm, granting.table_tool, _("상정했습니다.")),
    ToolStep("extend-tabling", _("상정 기간 연장"), _("법이 정한 만큼 한 번 연장합니다."), "exemptions.handle_tool", ("in_review",),
             forms.ReasonForm, examining.extend_tabling, _("상정 기간을 연장했습니다.")),
    ToolStep("vote", _("특구위원회 표결 기록"), _("재적 과반수가 출석하고 출석 과반수가 찬성해야 가결됩니다."),
             "exemptions.record_tool_vote", ("tabled",), forms.BallotForm, granting.record_tool_vote,
             _("표결을 기록했습니다.")),
    ToolStep("grant", _("부여"), _("부여하면 지방자치단체와 기업에 알리고 확인서를 내주며 고시한 것으로 기록됩니다."),
             "exemptions.handle_tool", ("resolved",), forms.GrantForm, granting.grant_tool, _("부여했습니다.")),
    ToolStep("refuse", _("결과 통보(부여하지 않음)"), _("부결된 결과와 이유를 알립니다. 기업은 재심의를 요청할 수 있습니다."),
             "exemptions.handle_tool", ("rejected",), forms.AnswerForm, granting.refuse_tool, _("결과를 알렸습니다.")),
    ToolStep("review", _("재심의 요청"), _("결과를 통보받은 뒤 법이 정한 기간 안에 한 번 요청할 수 있습니다."), "exemptions.ask_review",
             REVIEWABLE, forms.ReasonForm, reviews.ask_review, _("재심의를 요청했습니다."), only=_not_reviewed),
)  # fmt: skip
OF_REPLY = (
    ToolStep("reply", _("회신"), _("기한이 지난 회신은 늦은 회신으로 기록됩니다."), "exemptions.reply_on_tool",
             ("waiting", "supplementing"), forms.ToolReplyForm, tool_replies.reply_on_tool, _("회신했습니다."), REPLIES),
    ToolStep("ask", _("보완 요구"), _("신청한 기업에 요구합니다. 회신의 최종 한도는 멈추지 않습니다."), "exemptions.reply_on_tool",
             ("waiting",), forms.AskSupplementForm, tool_replies.ask_tool_supplement,
             _("보완을 요구했습니다. 회신 기한이 멈춥니다."), REPLIES),
    ToolStep("extend", _("회신 기간 연장"), _("법이 정한 만큼 한 번 연장합니다."), "exemptions.reply_on_tool", ("waiting",),
             forms.ReasonForm, tool_replies.extend_tool_reply, _("회신 기간을 연장했습니다."), REPLIES),
    ToolStep("supplement", _("보완 자료 내기"), _("내면 그 기관의 회신 기한이 다시 흐릅니다."), "exemptions.file_tool_supplement",
             ("supplementing",), forms.FileSupplementForm, tool_replies.file_tool_supplement,
             _("보완 자료를 냈습니다."), REPLIES),
    ToolStep("condition", _("조건 요구"), _("안전을 위하여 필요한 조건을 입증자료와 함께 요구합니다."), "exemptions.ask_condition",
             ("waiting", "supplementing", "replied"), condition_forms.AskConditionForm, conditions.ask_condition,
             _("조건을 요구했습니다."), REPLIES, _in_review),
)  # fmt: skip
OF_CONDITION = (
    ToolStep("set", _("조건을 붙임"), _("조건마다 까닭과 확인 방법이 있어야 합니다."), "exemptions.decide_condition", ("asked",),
             condition_forms.SetConditionForm, conditions.set_condition, _("조건을 붙이기로 했습니다."), CONDITIONS),
    ToolStep("drop", _("조건을 붙이지 않음"), _("붙이지 않는 이유를 남깁니다."), "exemptions.decide_condition", ("asked",),
             condition_forms.RulingForm, conditions.drop_condition, _("조건을 붙이지 않기로 했습니다."), CONDITIONS),
    ToolStep("proof", _("입증자료 내기"), _("조건의 필요성과 비례성을 입증하는 자료입니다."), "exemptions.file_condition_papers",
             ("asked",), condition_forms.ProofForm, conditions.file_condition_papers, _("입증자료를 냈습니다."), CONDITIONS,
             _unproven),
    ToolStep("evidence", _("증빙 내기"), _("조건을 지키고 있다는 자료를 냅니다."), "exemptions.keep_condition",
             ("set", "contested"), condition_forms.EvidenceForm, conditions.file_condition_evidence,
             _("증빙을 냈습니다."), CONDITIONS),
    ToolStep("contest", _("이의 제기"), _("판단이 나올 때까지 조건은 그대로 지켜야 합니다."), "exemptions.keep_condition", ("set",),
             condition_forms.ObjectionForm, conditions.contest_condition, _("이의를 제기했습니다."), CONDITIONS),
    ToolStep("rule", _("이의에 대한 판단"), _("유지하거나 바꾸거나 없앱니다."), "exemptions.decide_condition", ("contested",),
             condition_forms.RuleForm, conditions.rule_on_condition, _("판단을 기록했습니다."), CONDITIONS),
    ToolStep("end", _("조건 종료"), _("더 지킬 필요가 없는 조건을 끝냅니다."), "exemptions.decide_condition", ("set",),
             condition_forms.RulingForm, conditions.end_condition, _("조건을 끝냈습니다."), CONDITIONS),
)  # fmt: skip
OF_REVIEW = (
    ToolStep("pass-review", _("재심의 요청 전달"), _("의견을 붙여 중소벤처기업부에 전달합니다."), "exemptions.pass_review", ("asked",),
             forms.ReviewOpinionForm, reviews.pass_review, _("전달했습니다."), REQUESTS, _is_review),
    ToolStep("table-review", _("재심의 안건 상정"), _("특구위원회에 상정합니다."), "exemptions.table_review", ("passed",), NoForm,
             reviews.table_review, _("상정했습니다."), REQUESTS, _is_review),
    ToolStep("extend-review", _("재심의 상정 기간 연장"), _("법이 정한 만큼 한 번 연장합니다."), "exemptions.table_review", ("passed",),
             forms.ReasonForm, reviews.extend_review, _("상정 기간을 연장했습니다."), REQUESTS, _is_review),
    ToolStep("vote-review", _("재심의 표결 기록"), _("결과를 바꾸는 데 찬성한 수를 적습니다."), "exemptions.record_review_vote",
             ("tabled",), forms.BallotForm, reviews.record_review_vote, _("표결을 기록했습니다."), REQUESTS, _is_review),
)  # fmt: skip
STEPS: tuple[ToolStep, ...] = (*OF_TOOL, *OF_REPLY, *OF_CONDITION, *OF_REVIEW)
