"""What can be done about the safety of a demonstration: entered with the door of every step."""

from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts import claims, incidents, inspections
from madang.apps.demonstrations.forms import safety as forms
from madang.apps.demonstrations.forms.steps import NoForm
from madang.apps.demonstrations.queries import safety as queries
from madang.apps.demonstrations.views.steps import Step, enter

_CLAIM = "demonstrations.settle_claim"

enter("tools", queries.watched_by, (
    Step("incident", _("사고 신고"), "demonstrations.report_incident", forms.IncidentForm, incidents.report_incident, "tool",
         _("신고했습니다. 지방자치단체와 중소벤처기업부의 업무 목록에 바로 올라갔습니다."),
         lambda tool: tool.state in queries.IN_FORCE, _("아는 것만 먼저 신고하고, 나머지는 나중에 조치로 덧붙일 수 있습니다.")),
    Step("inspection", _("현장점검 기록"), "demonstrations.inspect", forms.InspectionForm, inspections.inspect_demonstration,
         "tool", _("점검을 기록했습니다. 고칠 것은 기업의 업무 목록에 올라갔습니다."),
         lambda tool: tool.state in queries.IN_FORCE),
    Step("claim", _("손해배상 청구 보고"), _CLAIM, forms.ClaimForm, claims.report_claim, "tool",
         _("보고했습니다. 지급하거나 거절하면 그 결과도 기한 안에 보고해야 합니다.")),
))  # fmt: skip
enter("incidents", queries.incidents_visible_to, (
    Step("measure", _("조치 기록"), "demonstrations.handle_incident", forms.MeasureForm, incidents.handle_incident, "incident",
         _("조치를 기록했습니다."), lambda row: row.state != "closed"),
    Step("close", _("사고 종결"), "demonstrations.close_incident", forms.CloseForm, incidents.close_incident, "incident",
         _("사고 처리를 마쳤습니다."), lambda row: row.state == "handling"),
))  # fmt: skip
enter("inspections", queries.inspections_visible_to, (
    Step("reexamine", _("재검토 조치 기록"), "demonstrations.reexamine", forms.ReexaminationForm, inspections.reexamine_danger,
         "inspection", _("조치를 기록했습니다."), lambda row: row.is_dangerous and not row.reexamination),
))  # fmt: skip
enter("defects", queries.defects_visible_to, (
    Step("remedy", _("고친 결과 내기"), "demonstrations.remedy_defect", forms.RemedyForm, inspections.remedy_defect, "defect",
         _("냈습니다. 지방자치단체가 확인합니다."), lambda row: row.remedied_on is None),
    Step("confirm", _("고친 것 확인"), "demonstrations.confirm_remedy", NoForm, inspections.confirm_remedy, "defect",
         _("확인했습니다."), lambda row: row.remedied_on is not None and row.confirmed_on is None),
))  # fmt: skip
enter("claims", queries.claims_visible_to, (
    Step("pay", _("지급 기록"), _CLAIM, forms.PayForm, claims.pay_claim, "claim", _("지급을 기록했습니다. 결과를 보고하십시오."),
         lambda row: row.state == "claimed"),
    Step("refuse", _("거절 기록"), _CLAIM, forms.RefuseForm, claims.refuse_claim, "claim",
         _("거절을 기록했습니다. 결과를 보고하십시오."), lambda row: row.state == "claimed"),
    Step("report", _("결과 보고"), _CLAIM, NoForm, claims.report_claim_outcome, "claim", _("결과를 보고했습니다."),
         lambda row: row.state in ("paid", "refused"), _("지급하거나 거절한 날부터 15일 안에 보고합니다.")),
))  # fmt: skip
