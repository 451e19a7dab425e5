"""What can be done with the rows of task forces, sites, plans and tracks: entered here, taken at one door."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from madang.apps.demonstrations.acts import abroad, milestones, papers, partners, sites, task_forces
from madang.apps.demonstrations.forms import abroad as abroad_forms
from madang.apps.demonstrations.forms import milestones as milestone_forms
from madang.apps.demonstrations.forms import sites as site_forms
from madang.apps.demonstrations.forms import task_forces as force_forms
from madang.apps.demonstrations.forms.steps import NoForm
from madang.apps.demonstrations.models import (
    CustomsRecord,
    DemonstrationPlan,
    DemonstrationSite,
    Milestone,
    SiteUse,
    TaskForce,
    TaskForceMeeting,
    TaskForceMember,
    TrackStep,
)
from madang.apps.demonstrations.queries.abroad import tracks_visible_to
from madang.apps.demonstrations.queries.projects import projects_visible_to
from madang.apps.demonstrations.views import offered_safety  # noqa: F401 -- enters the steps of safety
from madang.apps.demonstrations.views.steps import Step, enter, take_step
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC, Actor

_FORCE, _SITE, _PLAN = (
    "demonstrations.keep_task_force",
    "demonstrations.keep_site",
    "demonstrations.write_plan",
)
_USE, _TRACK = "demonstrations.use_site", "demonstrations.carry_on_track"


def _plans(actor: Actor) -> "QuerySet[Any]":
    known = projects_visible_to(actor).values("pk")
    return DemonstrationPlan.objects.filter(project_id__in=known).select_related("project__zone")


def _milestones(actor: Actor) -> "QuerySet[Any]":
    known = projects_visible_to(actor).values("pk")
    return Milestone.objects.filter(plan__project_id__in=known).select_related("plan__project__zone")


def _uses(actor: Actor) -> "QuerySet[Any]":
    known = projects_visible_to(actor).values("pk")
    return SiteUse.objects.filter(project_id__in=known).select_related("project__zone", "site")


def _of_track(rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    known = tracks_visible_to(actor).values("pk")
    return rows.filter(track_id__in=known).select_related("track__zone", "track__project")


enter("zones", lambda actor: zones_visible_to(PUBLIC), (
    Step("set-up", _("실증추진단 구성"), _FORCE, force_forms.SetUpForm, task_forces.set_up_task_force, "zone",
         _("실증추진단을 구성했습니다. 이제 참여 기관을 넣으십시오."),
         lambda zone: not TaskForce.objects.filter(zone=zone, set_up_on__isnull=False).exists(),
         _("실증추진단은 법정 기구가 아니라 특구를 운영하며 두는 협의체입니다.")),
    Step("site", _("실증 장소 등록"), _SITE, site_forms.SiteForm, sites.add_site, "zone", _("실증 장소를 등록했습니다.")),
    Step("track", _("해외 트랙 열기"), "demonstrations.begin_zone_track", abroad_forms.TrackForm, abroad.begin_zone_track,
         "zone", _("트랙을 열었습니다. 단계를 순서대로 넣으십시오."),
         hint=_("해외실증, 해외인증, 공동연구를 단계별로 이끌어 갑니다.")),
    Step("partner", _("협력기관 등록"), "demonstrations.add_partner", abroad_forms.PartnerForm, partners.add_zone_partner,
         "zone", _("협력기관을 등록했습니다.")),
))  # fmt: skip
enter("task-forces", lambda actor: TaskForce.objects.select_related("zone"), (
    Step("member", _("참여 기관 넣기"), _FORCE, force_forms.MemberForm, task_forces.add_task_force_member, "task_force",
         _("참여 기관을 넣었습니다.")),
    Step("meeting", _("회의 열기"), _FORCE, force_forms.MeetingForm, task_forces.call_task_force_meeting, "task_force",
         _("회의를 넣었습니다. 회의가 끝나면 기록하십시오.")),
))  # fmt: skip
enter("members", lambda actor: TaskForceMember.objects.select_related("task_force__zone", "organisation"), (
    Step("leave", _("참여 마침"), _FORCE, force_forms.LeaveForm, task_forces.leave_task_force, "member",
         _("참여를 마친 것으로 기록했습니다."), lambda row: row.left_before is None),
))  # fmt: skip
enter("meetings", lambda actor: TaskForceMeeting.objects.select_related("task_force__zone"), (
    Step("record", _("회의 기록"), _FORCE, force_forms.MinutesForm, task_forces.record_task_force_meeting, "meeting",
         _("회의를 기록했습니다."), lambda row: row.recorded_on is None),
))  # fmt: skip
enter("sites", lambda actor: DemonstrationSite.objects.select_related("zone"), (
    Step("change", _("고치기"), _SITE, site_forms.SiteChangeForm, sites.change_site, "site", _("실증 장소의 내용을 고쳤습니다.")),
    Step("close", _("사용 마침"), _SITE, site_forms.EndForm, sites.close_site, "site", _("실증 장소의 사용을 마쳤습니다."),
         lambda row: row.ends_before is None),
))  # fmt: skip
enter("uses", _uses, (
    Step("end", _("사용 마침"), _USE, site_forms.EndForm, sites.end_site_use, "use", _("사용을 마친 것으로 기록했습니다."),
         lambda row: row.ends_before is None),
))  # fmt: skip
enter("projects", projects_visible_to, (
    Step("plan", _("실증계획 쓰기"), _PLAN, milestone_forms.PlanForm, milestones.write_demonstration_plan, "project",
         _("실증계획을 저장했습니다."),
         lambda project: not DemonstrationPlan.objects.filter(project=project).exists()),
    Step("use", _("실증 장소 쓰기"), _USE, site_forms.UseForm, sites.use_site, "project", _("실증 장소를 넣었습니다.")),
    Step("track", _("해외 트랙 열기"), "demonstrations.begin_project_track", abroad_forms.TrackForm,
         abroad.begin_project_track, "project", _("트랙을 열었습니다. 단계를 순서대로 넣으십시오.")),
))  # fmt: skip
enter("plans", _plans, (
    Step("change", _("목표와 기간 고치기"), _PLAN, milestone_forms.PlanChangeForm, milestones.change_demonstration_plan, "plan",
         _("실증계획을 저장했습니다.")),
    Step("milestone", _("실증 단계 넣기"), _PLAN, milestone_forms.MilestoneForm, milestones.add_milestone, "plan", _("실증 단계를 넣었습니다.")),
    Step("confirm", _("실증계획 확인"), "demonstrations.confirm_plan", NoForm, milestones.confirm_demonstration_plan, "plan",
         _("실증계획을 확인했습니다."), lambda plan: plan.confirmed_on is None,
         _("지금 적힌 목표와 단계를 그대로 확인합니다. 나중에 날이 바뀌면 다시 확인합니다.")),
))  # fmt: skip
enter("milestones", _milestones, (
    Step("done", _("마침"), _PLAN, milestone_forms.DoneForm, milestones.complete_milestone, "milestone",
         _("실증 단계를 마쳤습니다."), lambda row: row.is_open),
    Step("move", _("날 옮기기"), _PLAN, milestone_forms.MoveForm, milestones.move_milestone, "milestone",
         _("날을 옮겼습니다. 옮긴 기록은 공개됩니다."), lambda row: row.is_open),
    Step("drop", _("빼기"), _PLAN, milestone_forms.DropForm, milestones.drop_milestone, "milestone",
         _("실증 단계를 뺐습니다."), lambda row: row.is_open),
))  # fmt: skip
enter("tracks", tracks_visible_to, (
    Step("step", _("단계 넣기"), _TRACK, abroad_forms.TrackStepForm, abroad.plan_track_step, "track", _("단계를 넣었습니다."),
         lambda row: row.closed_on is None),
    Step("goods", _("나간 물품 기록"), _TRACK, abroad_forms.GoodsForm, papers.record_goods_out, "track",
         _("나간 물품을 기록했습니다."), lambda row: row.closed_on is None),
    Step("certificate", _("인증서 기록"), _TRACK, abroad_forms.CertificateForm, papers.record_certificate, "track",
         _("인증서를 기록했습니다.")),
    Step("close", _("트랙 마침"), _TRACK, abroad_forms.CloseTrackForm, abroad.close_track, "track", _("트랙을 마쳤습니다."),
         lambda row: row.closed_on is None),
))  # fmt: skip
enter("track-steps", lambda actor: _of_track(TrackStep.objects.all(), actor), (
    Step("done", _("마침"), _TRACK, abroad_forms.FinishForm, abroad.finish_track_step, "step", _("단계를 마쳤습니다."),
         lambda row: row.done_on is None and row.track.closed_on is None),
))  # fmt: skip
enter("customs", lambda actor: _of_track(CustomsRecord.objects.all(), actor), (
    Step("back", _("돌아온 날 기록"), _TRACK, abroad_forms.BackForm, papers.record_goods_back, "customs",
         _("돌아온 날을 기록했습니다."), lambda row: row.back_on is None),
))  # fmt: skip

#: the door of every step, behind which they stand from here on
door = take_step
