"""Demonstrations in the scene: a zone of Daegu with its task force, a site, a project with its plan, a track abroad."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from madang.apps.demonstrations.acts import abroad, milestones, papers, sites, task_forces
from madang.apps.demonstrations.models import DemonstrationPlan, Track
from madang.apps.exemptions.models import Project
from madang.apps.zones.models import Zone
from madang.core.authority import Actor
from madang.core.files.models import Attachment
from tests.apps.demonstrations import builders as made
from tests.apps.zones.builders import a_zone

DAY = timedelta(days=1)


def demonstrations(
    people: dict[str, Actor], at: datetime
) -> dict[str, list[tuple[str, Any, dict[str, Any]]]]:
    """Build everything on a day; return subjects by the beginning of their addresses as label, value, more."""
    today, by, firm = at.date(), people["province daegu"], people["firm"]
    zone = a_zone(
        "rfz-scene-yard",
        regions=("daegu",),
        name_ko="로봇 실증 마당",
        name_en="Robot yard",
        place="대구 수성구",
    )
    force, meeting, member = _task_force(by, people["agency"], zone, at)
    made.a_partner(people["ministry"], zone)
    made.a_partner(people["ministry"], None, slug="of-no-zone")
    project = made.a_project(firm, zone, name="자율주행 배송")
    hidden = made.a_project(firm, zone, name="아직 쓰는 중인 과제", state="drafting")
    draft = made.a_site_draft(address="대구광역시 수성구 1", starts_on=today, name="수성구 시험 도로")
    site = sites.add_site(actor=by, zone=zone, site=draft, at=at)
    use = sites.use_site(actor=firm, project=project, site=site, starts_on=today, at=at)
    plan, moved = _plan(firm, project, at)
    track, step = _track(firm, project, at)
    zone_track = abroad.begin_zone_track(
        actor=by, zone=zone, track=abroad.TrackDraft("research", "물류 로봇 공동연구", "DE"), at=at
    )
    proof = Attachment.objects.get(case_kind="demonstrations.milestone")
    rows = (
        ("zones", zone, "set-up"), ("task-forces", force, "member"), ("members", member, "leave"), ("meetings", meeting, "record"),
        ("sites", site, "change"), ("uses", use, "end"), ("projects", project, "use"), ("projects", hidden, "plan"),
        ("plans", plan, "confirm"), ("milestones", moved, "move"), ("tracks", track, "step"), ("track-steps", step, "done"),
        ("customs", track.customs.get(), "back"), ("kings", zone, "crown"),
    )  # fmt: skip
    return {
        "demonstrations/": [(f"{kind}: {key}", kind, {"pk": row.pk, "key": key}) for kind, row, key in rows],
        "demonstrations/zones/": [("with a task force", zone.slug, {})],
        "demonstrations/projects/": [
            ("granted to the firm", project.pk, {}),
            ("draft of the firm", hidden.pk, {}),
        ],
        "demonstrations/tracks/": [("of the firm", track.pk, {}), ("of the zone", zone_track.pk, {})],
        "demonstrations/files/": [("evidence of the firm", proof.pk, {})],
    }


def _task_force(by: Actor, agency: Actor, zone: Zone, at: datetime) -> tuple[Any, Any, Any]:
    today = at.date()
    force = task_forces.set_up_task_force(
        actor=by, zone=zone, set_up_on=today - 30 * DAY, purpose="함께 이끕니다.", at=at
    )
    host = task_forces.NewMember(
        "host", today - 30 * DAY, made.organisation_of(agency), "", "홍길동", "현장 총괄"
    )
    member = task_forces.add_task_force_member(actor=by, task_force=force, member=host, at=at)
    insurer = task_forces.NewMember("insurance", today - 10 * DAY, None, "어느 보험회사")
    task_forces.add_task_force_member(actor=by, task_force=force, member=insurer, at=at)
    for day in (today - 7 * DAY, today):
        meeting = task_forces.call_task_force_meeting(
            actor=by,
            task_force=force,
            meeting=task_forces.NewMeeting(day, "대구시청", "실증 준비 상황"),
            at=at,
        )
        if day < today:
            minutes = task_forces.Minutes("보험 가입을 먼저 하기로 했습니다.", [member], today)
            task_forces.record_task_force_meeting(actor=by, meeting=meeting, minutes=minutes, at=at)
    return force, meeting, member


def _plan(firm: Actor, project: Project, at: datetime) -> tuple[DemonstrationPlan, Any]:
    today = at.date()
    draft = milestones.PlanDraft(
        "도심에서 사람과 함께 다녀도 안전한지 확인합니다.", today - 60 * DAY, date(2027, 1, 1)
    )
    plan = milestones.write_demonstration_plan(actor=firm, project=project, plan=draft, at=at)
    names = ("보험 가입", "시험 도로 준비", "시험 배송 1,000건")
    one, late, far = (
        milestones.add_milestone(actor=firm, plan=plan, name=name, due_on=today + days * DAY, at=at)
        for name, days in zip(names, (-20, -5, 30), strict=True)
    )
    given = {"actor": firm, "at": at}
    milestones.complete_milestone(
        **given, milestone=one, done_on=today - 10 * DAY, files=[made.a_file("보험증권.txt")]
    )
    milestones.move_milestone(**given, milestone=far, to_on=today + 61 * DAY, reason="부품이 늦게 왔습니다.")
    assert late.is_open
    return plan, far


def _track(firm: Actor, project: Project, at: datetime) -> tuple[Track, Any]:
    today, given = at.date(), {"actor": firm, "at": at}
    new = abroad.TrackDraft(
        "certification", "배송 로봇 CE 인증", "DE", None, "CE", "유럽에서 팔 수 있게 합니다."
    )
    track = abroad.begin_project_track(**given, project=project, track=new)
    first, step = (
        abroad.plan_track_step(**given, track=track, step=abroad.StepDraft(kind, planned_on=today - DAY))
        for kind in ("customs", "test")
    )
    abroad.finish_track_step(**given, step=first, done_on=today - DAY, note="까르네로 내보냄")
    goods = papers.Goods(
        "배송 로봇 2대",
        "8501101000",
        Decimal("12000.50"),
        "EUR",
        "carnet",
        today - 2 * DAY,
        "KR-1",
        today + 30 * DAY,
    )
    papers.record_goods_out(**given, track=track, goods=goods)
    new_paper = papers.NewCertificate("CE-1", "TÜV", "배송 로봇", today, today + 60 * DAY)
    papers.record_certificate(**given, track=track, certificate=new_paper)
    return track, step
