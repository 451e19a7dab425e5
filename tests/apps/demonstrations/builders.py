"""Builders of demonstrations; they act through the real acts, on Monday 2 March 2026 unless told otherwise."""

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from madang.apps.accounts.models import Organisation
from madang.apps.demonstrations.acts.abroad import TrackDraft, begin_project_track, begin_zone_track
from madang.apps.demonstrations.acts.milestones import PlanDraft, add_milestone, write_demonstration_plan
from madang.apps.demonstrations.acts.partners import NewPartner, list_partner
from madang.apps.demonstrations.acts.sites import SiteDraft, add_site
from madang.apps.demonstrations.acts.task_forces import (
    NewMember,
    add_task_force_member,
    set_up_task_force,
)
from madang.apps.demonstrations.models import (
    DemonstrationPlan,
    DemonstrationSite,
    Milestone,
    Partner,
    TaskForce,
    TaskForceMember,
    Track,
)
from madang.apps.exemptions.models import Project, Tool
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from madang.kernel.procedures.editions import edition_on
from tests.apps.zones.builders import a_zone
from tests.people import an_actor

TODAY = date(2026, 3, 2)
GRANTED = date(2025, 1, 2)
STARTS, ENDS = date(2026, 1, 1), date(2028, 1, 1)
PLACE = "문현 혁신지구"


def noon(day: date = TODAY) -> datetime:
    """Noon in Korea."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def a_file(name: str = "결과.txt", content: bytes = "시험을 마쳤습니다.".encode()) -> SimpleUploadedFile:
    """A file on its way in."""
    return SimpleUploadedFile(name, content)


def busan() -> Zone:
    """A zone of Busan whose place is on record."""
    return Zone.objects.filter(slug="rfz-01-busan-blockchain").first() or a_zone(place=PLACE)


def province(region: str = "busan") -> Actor:
    """Somebody in the local government."""
    return an_actor(OfficeKind.PROVINCE, region, region)


def ministry() -> Actor:
    """Somebody in the Ministry."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def a_firm(slug: str = "a-firm") -> Actor:
    """Somebody in a firm."""
    return an_actor(OfficeKind.FIRM, slug)


def organisation_of(actor: Actor) -> Organisation:
    """The organisation of an actor."""
    return Organisation.objects.get(pk=actor.office.organisation_id)


def a_project(
    firm: Actor, zone: Zone | None = None, *, state: str = "granted", name: str = "블록체인 배송"
) -> Project:
    """A project of a firm with one tool in a state; requests have acts of their own elsewhere."""
    zone = zone or busan()
    local = Organisation.objects.filter(kind="province", region=zone.region).first()
    project = Project.objects.create(
        zone=zone, operator=organisation_of(firm), local=local, title_public=name
    )
    Tool.objects.create(
        project=project,
        kind="exemption",
        state=state,
        edition=edition_on("exemption", TODAY),
        region=zone.region,
        granted_on=None if state == "drafting" else GRANTED,
    )
    return project


def a_plan(firm: Actor, project: Project | None = None, **more: Any) -> DemonstrationPlan:
    """The plan of a project, over two years."""
    draft = PlanDraft(**{"goal": "배송 시간을 확인합니다.", "starts_on": STARTS, "ends_before": ENDS} | more)
    project = project or a_project(firm)
    return write_demonstration_plan(actor=firm, project=project, plan=draft, at=noon())


def a_milestone(
    firm: Actor, plan: DemonstrationPlan, due_on: date, name: str = "시험 배송 1,000건"
) -> Milestone:
    """A milestone with its day."""
    return add_milestone(actor=firm, plan=plan, name=name, due_on=due_on, at=noon())


def a_task_force(by: Actor, zone: Zone | None = None) -> TaskForce:
    """A task force that was set up."""
    return set_up_task_force(
        actor=by, zone=zone or busan(), set_up_on=date(2026, 2, 1), purpose="실증을 함께 이끕니다.", at=noon()
    )


def a_member(by: Actor, force: TaskForce, who: Actor | None = None, **more: Any) -> TaskForceMember:
    """A member: an organisation with an account, or one with a name only."""
    given: dict[str, Any] = {
        "role": "host",
        "joined_on": date(2026, 2, 1),
        "person": "홍길동",
        "task": "총괄 지원",
    } | more
    if who is not None:
        given["organisation"] = organisation_of(who)
    return add_task_force_member(actor=by, task_force=force, member=NewMember(**given), at=noon())


def a_site_draft(**more: Any) -> SiteDraft:
    """A site in Busan, inside the place of the zone."""
    given: dict[str, Any] = {
        "name": "문현 물류센터", "kind": "facility", "address": "부산광역시 남구 문현동 1", "within": "inside",
        "starts_on": STARTS,
    }  # fmt: skip
    return SiteDraft(**given | more)


def a_site(by: Actor, zone: Zone | None = None, **more: Any) -> DemonstrationSite:
    """A site of a zone."""
    return add_site(actor=by, zone=zone or busan(), site=a_site_draft(**more), at=noon())


def a_partner(by: Actor, zone: Zone | None = None, **more: Any) -> Partner:
    """A partner in Germany."""
    given: dict[str, Any] = {
        "slug": "a-lab", "name_ko": "어느 연구소", "name_en": "Some Laboratory", "kind": "research institute",
        "role": "공동연구", "country": "DE", "sources": ("https://www.example.kr/news/1",), "confidence": "high",
    }  # fmt: skip
    return list_partner(actor=by, partner=NewPartner(**given | more), zone=zone, at=noon())


def a_track(by: Actor, on: Zone | Project, **more: Any) -> Track:
    """A certification abroad, of a zone or of a project."""
    draft = TrackDraft(
        **{"kind": "certification", "name": "배송 장비 CE 인증", "country": "DE", "standard": "CE"} | more
    )
    if isinstance(on, Zone):
        return begin_zone_track(actor=by, zone=on, track=draft, at=noon())
    return begin_project_track(actor=by, project=on, track=draft, at=noon())
