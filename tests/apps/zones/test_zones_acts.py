"""What becomes of a zone: its end, its release, what sources say of it, and what is refused."""

from datetime import date

import pytest

from madang.apps.zones import events
from madang.apps.zones.acts import (
    NewOtherZone,
    OtherName,
    StatedClaim,
    end_zone,
    list_other_zone,
    note_standing,
    release_zone,
    rename_zone,
    state_claims,
)
from madang.apps.zones.models import Claim, OtherZone, Zone
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful
from tests.apps.zones.builders import MINISTER, NOON, RECORD, SOURCE, a_zone, an_other_zone, day
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def claims(zone, *stated, at=NOON):
    return state_claims(
        actor=MINISTER, subject_kind="zones.zone", subject_id=str(zone.pk), claims=stated, at=at
    )


def test_ended_zone_stands_as_ended_with_its_note_and_source():
    zone = end_zone(actor=RECORD, zone=a_zone(), note="법령 정비", sources=(SOURCE,), at=day("2024-11-22"))
    zone.refresh_from_db()
    assert (zone.state, zone.standing, zone.standing_on) == ("ended", "ended", "2024-11-22")
    event = Event.objects.get(name=events.ENDED.name)
    assert (event.at_text, event.sources, event.facts["note"]) == ("2024-11-22", [SOURCE], "법령 정비")
    assert event.before["standing"] == "operating"


def test_end_known_to_the_year_alone_is_never_completed():
    zone = end_zone(actor=RECORD, zone=a_zone(), note="", sources=(), at=day("2024"))
    assert zone.standing_on == "2024"


def test_zone_that_has_ended_cannot_be_released_and_nothing_changes():
    zone = end_zone(actor=MINISTER, zone=a_zone(), note="기간 만료", sources=(), at=NOON)
    with pytest.raises(NotLawful) as refused:
        release_zone(actor=MINISTER, zone=zone, ground="규제 정비", sources=(), at=NOON)
    assert "종료" in refused.value.words.ko
    zone.refresh_from_db()
    assert (zone.state, zone.standing_note) == ("ended", "기간 만료")


def test_release_of_today_starts_thirty_days_of_inspection():
    zone = release_zone(actor=MINISTER, zone=a_zone(), ground="목적 달성", sources=(), at=NOON)
    duty = Duty.objects.get(case_id=zone.pk, rule_id="REV-05")
    assert (duty.is_open, duty.due_on) == (True, date(2025, 12, 24))
    assert Event.objects.get(name=events.RELEASED.name).provision == "REV-02"


@pytest.mark.parametrize("ground", ["", "   "])
def test_release_without_a_ground_is_refused_before_anything_moves(ground):
    zone = a_zone()
    with pytest.raises(Invalid) as refused:
        release_zone(actor=MINISTER, zone=zone, ground=ground, sources=(), at=NOON)
    assert refused.value.field == "ground"
    assert Zone.objects.get().state == "designated"


@pytest.mark.parametrize("kind", ["province", "other_ministry", "firm"])
def test_office_other_than_the_ministry_cannot_end_a_zone(kind):
    zone, actor = a_zone(), an_actor(OfficeKind(kind), "some-office")
    with pytest.raises(Refused):
        end_zone(actor=actor, zone=zone, note="", sources=(), at=NOON)
    assert Zone.objects.get().state == "designated"


def test_standing_keeps_the_day_of_which_sources_speak():
    zone = note_standing(
        actor=RECORD,
        zone=a_zone(),
        standing="unknown",
        on_text="2023-08-02",
        note="",
        sources=(),
        at=day("2023-08"),
    )
    assert (zone.standing, zone.standing_on, zone.state) == ("unknown", "2023-08-02", "designated")


@pytest.mark.parametrize(("standing", "on_text", "field"), [
    ("closed", "2024", "standing"),
    ("ended", "2024-13", "on_text"),
    ("ended", "지난해", "on_text"),
])  # fmt: skip
def test_standing_outside_the_table_is_refused_with_a_sentence(standing, on_text, field):
    zone = a_zone()
    with pytest.raises(Invalid) as refused:
        note_standing(
            actor=MINISTER, zone=zone, standing=standing, on_text=on_text, note="", sources=(), at=NOON
        )
    assert refused.value.field == field
    assert Zone.objects.get().standing == "operating"


def test_note_longer_than_its_place_is_refused_not_cut():
    with pytest.raises(Invalid, match="too long"):
        end_zone(actor=MINISTER, zone=a_zone(), note="가" * 301, sources=(), at=NOON)
    assert Zone.objects.get().state == "designated"


def test_other_name_is_kept_in_one_form_beside_the_name_of_today():
    pieces = "IoT \u110b\u1170\u11af\u1102\u1175\u1109\u1173"
    name = OtherName(pieces, Words("우선협의 대상", "Priority candidate"), "2019-04-17")
    zone = rename_zone(actor=RECORD, zone=a_zone(), name=name, sources=(SOURCE,), at=day("2019-04-17"))
    kept = zone.names.get()
    assert (kept.name_ko, kept.stage_en, zone.name_ko) == ("IoT 웰니스", "Priority candidate", "블록체인")


def test_name_of_today_is_not_another_name():
    stage = Words("후보", "Candidate")
    with pytest.raises(Invalid):
        rename_zone(actor=MINISTER, zone=a_zone(), name=OtherName("블록체인", stage), sources=(), at=NOON)


def test_disagreeing_sources_both_stand_with_one_shown_first():
    zone = a_zone()
    claims(
        zone,
        StatedClaim("ends_on", "2024-12", sources=(SOURCE,)),
        StatedClaim("ends_on", "2024-11", is_shown=False),
    )
    assert list(Claim.objects.values_list("value", "is_shown")) == [("2024-12", True), ("2024-11", False)]


def test_two_shown_claims_of_one_field_are_refused_together():
    with pytest.raises(Invalid) as refused:
        claims(a_zone(), StatedClaim("ends_on", "2024-12"), StatedClaim("ends_on", "2024-11"))
    assert refused.value.field == "claims"
    assert not Claim.objects.exists()


def test_corrected_claim_replaces_its_field_and_the_event_keeps_the_earlier_value():
    zone = a_zone()
    claims(zone, StatedClaim("ends_on", "2024-12"), StatedClaim("industry", "정보통신"))
    claims(zone, StatedClaim("ends_on", "2025-12"))
    assert dict(Claim.objects.values_list("field", "value")) == {"industry": "정보통신", "ends_on": "2025-12"}
    last = Event.objects.filter(name=events.CLAIMS_STATED.name).order_by("id").last()
    assert last.before == {"claims": {"ends_on": ["2024-12"]}}


@pytest.mark.parametrize(("kind", "key"), [
    ("zones.zone", "00000000-0000-7000-8000-000000000000"),
    ("zones.zone", "없음"),
    ("zones.nothing", "00000000-0000-7000-8000-000000000000"),
    ("nonsense", "1"),
])  # fmt: skip
def test_claim_about_a_record_that_does_not_exist_is_refused(kind, key):
    with pytest.raises(Invalid):
        state_claims(
            actor=MINISTER, subject_kind=kind, subject_id=key, claims=[StatedClaim("name", "가")], at=NOON
        )


@pytest.mark.parametrize(("more", "field"), [
    ({"slug": "fez-incheon"}, "slug"),
    ({"slug": "인천 구역"}, "slug"),
    ({"slug": "fez-new", "regions": ("atlantis",)}, "regions"),
    ({"slug": "fez-new", "designated_on": "2003/08"}, "designated_on"),
    ({"slug": "fez-new", "confidence": "certain"}, "confidence"),
    ({"slug": "fez-new", "name_ko": ""}, "name_ko"),
])  # fmt: skip
def test_other_ministrys_zone_with_a_fault_is_not_listed(more, field):
    an_other_zone()
    given = {
        "slug": "fez-new", "scheme": "경제자유구역", "name_ko": "새 구역", "regions": ("busan",), "ministry": "산업통상부",
        "standing": "운영",
    } | more  # fmt: skip
    with pytest.raises(Invalid) as refused:
        list_other_zone(actor=MINISTER, other=NewOtherZone(**given), at=NOON)
    assert refused.value.field == field
    assert OtherZone.objects.count() == 1
