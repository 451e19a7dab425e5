"""The gazette: nine items, the zone that begins, additions, and the record of the second round."""

from datetime import date

import pytest

from madang.apps.selection.acts.applications import Application, apply_for_designation
from madang.apps.selection.acts.committees import Convening, convene_sitting
from madang.apps.selection.acts.gazette import GazetteNotice, gazette_designation
from madang.apps.selection.acts.votes import ReportedOutcome, decide_item, table_deliberation
from madang.apps.zones.models import Zone
from madang.apps.zones.steps import NewZone
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.selection.zone_builders import (
    GAZETTE,
    Play,
    a_candidate,
    a_consulted,
    a_designated,
    a_gazette,
    an_approved,
    noon,
    recorded,
)

pytestmark = pytest.mark.django_db
ZONE = NewZone("giz-2-daegu", "AI 로봇", "AI robots", round="G2")


def publish(play: Play, gazette: GazetteNotice, zone: NewZone = ZONE) -> None:
    """Publish as the ministry on the day of the gazette."""
    gazette_designation(
        actor=play.ministry, designation=play.designation, gazette=gazette, zone=zone, at=noon(GAZETTE)
    )


def test_a_notice_with_eight_items_is_refused_and_nothing_begins() -> None:
    play = an_approved()
    with pytest.raises(NotLawful, match="items are lacking: map"):
        publish(play, a_gazette(leave_out="map"))
    assert (play.fresh().state, Zone.objects.count()) == ("approved", 0)
    publish(play, a_gazette())
    assert (play.fresh().state, Zone.objects.get().slug) == ("designated", "giz-2-daegu")


@pytest.mark.both_engines
def test_a_designation_begins_one_zone_with_one_public_event() -> None:
    play = a_designated()
    zone = Zone.objects.get()
    assert (zone.kind, zone.state, zone.designated_on, zone.round) == (
        "giz",
        "designated",
        "2025-04-21",
        "G2",
    )
    assert [r.region for r in zone.regions.all()] == ["daegu"]
    assert play.fresh().zone == zone
    assert Event.objects.filter(name="zones.designated").count() == 1
    assert Finding.objects.get(rule_id="DES-03", move="gazette").status == "satisfied"
    assert not Duty.objects.filter(case_id=play.designation.pk, is_open=True).exists()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"opinions_considered": False}, "regard to opinions"),
        ({"opinions_considered": None}, "missing"),
        ({"firms_informed": False}, "not told"),
        ({"map_gazetted_on": None}, "missing"),
    ],
)
def test_what_the_act_wants_beside_the_items_is_asked_too(more: dict[str, object], why: str) -> None:
    play = an_approved()
    with pytest.raises(NotLawful, match=why):
        publish(play, a_gazette(**more))
    assert play.fresh().state == "approved"


def test_nothing_is_gazetted_before_the_zone_committee_or_by_a_province() -> None:
    play = a_consulted()
    with pytest.raises(NotLawful, match="not open now"):
        publish(play, a_gazette())
    with pytest.raises(Refused):
        gazette_designation(
            actor=play.applicant,
            designation=play.designation,
            gazette=a_gazette(),
            zone=ZONE,
            at=noon(GAZETTE),
        )


def test_a_gazette_of_tomorrow_or_a_taken_address_is_refused() -> None:
    play = an_approved()
    with pytest.raises(Invalid, match="ahead"):
        publish(play, a_gazette(published_on=PartialDate.of(date(2025, 4, 22))))
    publish(play, a_gazette())
    other = an_approved("gyeongnam")
    with pytest.raises(Invalid, match="another zone"):
        publish(other, a_gazette())
    assert (other.fresh().state, Zone.objects.count()) == ("approved", 1)


def from_the_record(play: Play, *, zone: NewZone, held_on: str) -> None:
    """A designation of which only the session and its outcome are known."""
    ministry, secretary = recorded(play.ministry), recorded(play.secretary)
    day = PartialDate.parse(held_on)
    apply_for_designation(
        actor=recorded(play.applicant),
        designation=play.designation,
        application=Application(),
        at=UNKNOWN_DATE,
    )
    title = Convening(
        "zone_committee", "제4차 규제자유특구위원회", "4th Zone Committee", day, number=4, is_written=None
    )
    sitting = convene_sitting(actor=secretary, convening=title, at=UNKNOWN_DATE)
    table_deliberation(actor=ministry, designation=play.designation, sitting=sitting, at=UNKNOWN_DATE)
    item = sitting.items.get()
    decide_item(actor=secretary, item=item, reported=ReportedOutcome("carried"), at=day)
    gazette_designation(
        actor=ministry,
        designation=play.designation,
        gazette=GazetteNotice("", UNKNOWN_DATE),
        zone=zone,
        at=day,
    )


def test_the_record_is_kept_with_unknown_answers_and_nothing_invented() -> None:
    play = a_candidate("gangwon", is_record=True)
    new = NewZone("rfz-03-gangwon-hydrogen", "액화수소산업", designated_on=PartialDate.parse("2020-07-06"))
    from_the_record(play, zone=new, held_on="2020-07-06")
    zone = Zone.objects.get()
    assert (zone.designated_on, zone.gazetted_on, play.fresh().gazette.published_on) == ("2020-07-06", "", "")
    statuses = set(Finding.objects.filter(case_id=play.designation.pk).values_list("rule_id", "status"))
    assert ("ZC-05", "unknown") in statuses
    assert ("DES-03", "unknown") in statuses
    assert not any(status == "breached" for _rule, status in statuses)


def test_a_project_added_to_a_zone_makes_no_new_zone() -> None:
    play = a_designated()
    zone = Zone.objects.get()
    added = a_candidate("daegu", is_record=True, is_addition=True, zone=zone, name_ko="로봇 배송")
    from_the_record(added, zone=NewZone("", ""), held_on="2026-01-20")
    assert (added.fresh().zone, Zone.objects.count()) == (zone, 1)
    assert play.fresh().zone == zone
    assert Event.objects.filter(name="zones.designated").count() == 1
