"""The task force of a new zone and the sites of its demonstrations: who may, what is kept, what is refused."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from madang.apps.demonstrations.acts.sites import change_site, close_site, end_site_use, use_site
from madang.apps.demonstrations.acts.task_forces import (
    Minutes,
    NewMeeting,
    call_task_force_meeting,
    leave_task_force,
    record_task_force_meeting,
)
from madang.apps.demonstrations.listeners import remind_of_task_force
from madang.apps.demonstrations.models import DemonstrationSite, TaskForce, TaskForceMember
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused, may
from madang.core.case_models import Duty
from madang.core.outbox.delivery import listeners_of
from tests.apps.demonstrations import builders as made
from tests.apps.selection import zone_builders
from tests.apps.zones.builders import a_zone
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def test_new_zone_stands_on_the_ministrys_desk_until_its_task_force_is_set_up() -> None:
    play = zone_builders.a_designated("ulsan")
    event = Event.objects.get(name="zones.designated")
    assert remind_of_task_force in listeners_of(event.name)
    for _ in range(2):
        remind_of_task_force(event)
    row = TaskForce.objects.get()
    duty = Duty.objects.get(case_id=row.pk)
    assert (duty.office_kind, duty.what_ko, duty.is_open) == ("ministry", "실증추진단 구성", True)
    assert duty.rule_id == ""
    made.a_task_force(play.applicant, row.zone)
    duty.refresh_from_db()
    assert not duty.is_open
    with pytest.raises(Invalid, match="set up already"):
        made.a_task_force(made.ministry(), row.zone)


def test_task_force_is_kept_by_its_own_province_and_the_ministry_alone() -> None:
    zone = made.busan()
    for stranger in (made.province("daegu"), made.a_firm(), an_actor(OfficeKind.AGENCY, "host")):
        with pytest.raises(Refused):
            made.a_task_force(stranger, zone)
    force = made.a_task_force(made.province(), zone)
    agency, rival = an_actor(OfficeKind.AGENCY, "host"), made.a_firm("a-rival")
    member = made.a_member(made.ministry(), force, agency)
    assert may(agency, "demonstrations.read_inside", zone)
    assert not may(rival, "demonstrations.read_inside", zone)
    with pytest.raises(Invalid, match="has that part"):
        made.a_member(made.province(), force, agency)
    leave_task_force(actor=made.province(), member=member, left_before=made.TODAY, at=made.noon())
    assert not may(agency, "demonstrations.read_inside", zone)
    made.a_member(made.province(), force, agency, joined_on=made.TODAY)


def test_member_that_is_nobody_or_two_or_writes_too_much_is_refused() -> None:
    by = made.province()
    force = made.a_task_force(by)
    refused: dict[str, dict[str, object]] = {
        "organisation": {}, "role": {"organisation_name": "어느 보험", "role": "king"},
        "person": {"organisation_name": "어느 보험", "person": "홍길동 900101-1234568"},
        "task": {"organisation_name": "어느 보험", "task": "가" * 1_000_000},
    }  # fmt: skip
    for field, given in refused.items():
        with pytest.raises(Invalid) as error:
            made.a_member(by, force, **given)
        assert error.value.field == field
    assert not TaskForceMember.objects.exists()
    nfd = unicodedata.normalize("NFD", "한빛 보험🛡")
    row = made.a_member(by, force, organisation_name=nfd, role="insurance")
    assert row.title.ko == unicodedata.normalize("NFC", nfd)


def test_meeting_is_recorded_once_with_members_of_its_day() -> None:
    by = made.province()
    force = made.a_task_force(by)
    host = made.a_member(by, force, an_actor(OfficeKind.AGENCY, "host"))
    late = made.a_member(by, force, organisation_name="늦은 기관", joined_on=date(2026, 3, 20))
    meeting = call_task_force_meeting(
        actor=by,
        task_force=force,
        meeting=NewMeeting(made.TODAY, "부산시청", "실증 준비"),
        at=made.noon(date(2026, 2, 20)),
    )
    given = {"actor": by, "meeting": meeting}
    early = made.noon(date(2026, 2, 20))
    for minutes, at, field in (
        (Minutes("준비함", [host]), early, "record"),
        (Minutes("준비함", [late]), made.noon(), "present"),
        (Minutes("준비함", []), made.noon(), "present"),
        (Minutes("준비함", [host], made.TODAY), made.noon(), "next_on"),
        (Minutes(" ", [host]), made.noon(), "record"),
    ):
        with pytest.raises(Invalid) as error:
            record_task_force_meeting(**given, minutes=minutes, at=at)
        assert error.value.field == field
    done = record_task_force_meeting(
        **given, minutes=Minutes("준비함", [host], date(2026, 4, 1)), at=made.noon()
    )
    assert (done.number, done.recorded_on, list(done.present.all())) == (1, made.TODAY, [host])
    with pytest.raises(Invalid, match="recorded already"):
        record_task_force_meeting(**given, minutes=Minutes("다시", [host]), at=made.noon())


def test_site_that_cannot_be_where_it_is_said_to_be_is_refused() -> None:
    by = made.province()
    made.a_site(by)
    for field, given in (
        ("within", {"address": "대구광역시 북구 1"}),
        ("within", {"country": "DE", "address": "Berlin"}),
        ("outside_reason", {"within": "outside", "address": "대구광역시 북구 1"}),
        ("ends_before", {"ends_before": made.STARTS}),
        ("latitude", {"latitude": Decimal("129.07"), "longitude": Decimal("35.17")}),
        ("latitude", {"latitude": Decimal("35.17")}),
        (
            "latitude",
            {"within": "unknown", "country": "US", "latitude": Decimal(95), "longitude": Decimal(1)},
        ),
        ("kind", {"kind": "moon"}),
        ("name", {"name": ""}),
    ):
        with pytest.raises(Invalid) as error:
            made.a_site(by, **given)
        assert error.value.field == field, given
    silent = a_zone("rfz-silent", regions=("busan",))
    with pytest.raises(Invalid, match="not on record"):
        made.a_site(by, silent)
    assert made.a_site(by, silent, within="unknown").within == "unknown"
    outside = made.a_site(
        by, within="outside", outside_reason="협력 도시의 시험장", address="대구광역시 북구 1"
    )
    assert outside.within_words.en == "Outside the designated place"
    assert made.a_site(by, latitude=Decimal("35.13"), longitude=Decimal("129.06")).latitude
    assert DemonstrationSite.objects.count() == 4


def test_use_of_a_site_keeps_within_its_days_and_its_zone() -> None:
    by, firm = made.province(), made.a_firm()
    project = made.a_project(firm)
    site = made.a_site(by, ends_before=date(2027, 1, 1))
    elsewhere = made.a_site(by, a_zone("rfz-other", regions=("busan",)), within="unknown")
    use = use_site(
        actor=firm, project=project, site=site, starts_on=made.STARTS, ends_before=made.TODAY, at=made.noon()
    )
    for field, where, first, before in (
        ("site", elsewhere, made.TODAY, None),
        ("starts_on", site, date(2027, 1, 1), None),
        ("starts_on", site, date(2026, 3, 1), None),
        ("ends_before", site, made.TODAY, date(2027, 1, 2)),
        ("ends_before", site, made.TODAY, made.TODAY),
    ):
        with pytest.raises(Invalid) as error:
            use_site(
                actor=firm, project=project, site=where, starts_on=first, ends_before=before, at=made.noon()
            )
        assert error.value.field == field
    with pytest.raises(Refused):
        use_site(
            actor=made.a_firm("a-rival"), project=project, site=site, starts_on=made.TODAY, at=made.noon()
        )
    open_use = use_site(actor=firm, project=project, site=site, starts_on=made.TODAY, at=made.noon())
    with pytest.raises(Invalid, match="Change the days of its use"):
        change_site(actor=by, site=site, draft=made.a_site_draft(starts_on=made.TODAY), at=made.noon())
    close_site(actor=made.ministry(), site=site, ends_before=date(2026, 6, 1), at=made.noon())
    open_use.refresh_from_db()
    assert open_use.ends_before == date(2026, 6, 1)
    with pytest.raises(Invalid):
        end_site_use(actor=firm, use=use, ends_before=use.starts_on, at=made.noon())
    end_site_use(actor=firm, use=use, ends_before=date(2026, 2, 1), at=made.noon())
