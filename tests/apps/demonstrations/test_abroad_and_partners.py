"""Tracks abroad with their papers, and the register of partners as the record gives it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from madang.apps.demonstrations.acts.abroad import StepDraft, close_track, finish_track_step, plan_track_step
from madang.apps.demonstrations.acts.papers import (
    Goods,
    NewCertificate,
    record_certificate,
    record_goods_back,
    record_goods_out,
)
from madang.apps.demonstrations.jobs import warn_of_certificates
from madang.apps.demonstrations.models import CustomsRecord, Partner, TrackCertificate
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty
from madang.history.partners import partner_of
from madang.history.record import rows
from tests.apps.demonstrations import builders as made
from tests.apps.zones.builders import a_zone
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def goods(**more: object) -> Goods:
    given: dict[str, object] = {
        "what": "배송 로봇 2대", "hs_code": "8501.10-1000", "value": Decimal("12000.50"), "currency": "EUR",
        "paper": "carnet", "paper_number": "KR-1", "out_on": date(2026, 2, 1), "due_back_on": date(2026, 2, 20),
    }  # fmt: skip
    return Goods(**given | more)


def test_steps_of_a_track_are_done_in_their_order_and_end_with_what_came_of_it() -> None:
    firm = made.a_firm()
    track = made.a_track(firm, made.a_project(firm))
    plan, test = (
        plan_track_step(
            actor=firm, track=track, step=StepDraft(kind, planned_on=date(2026, 2, 1)), at=made.noon()
        )
        for kind in ("plan", "test")
    )
    assert plan.is_late_on(made.TODAY)
    with pytest.raises(Invalid, match="earlier step"):
        finish_track_step(actor=firm, step=test, done_on=made.TODAY, at=made.noon())
    with pytest.raises(Invalid, match="has not come yet"):
        finish_track_step(actor=firm, step=plan, done_on=made.TODAY + timedelta(days=1), at=made.noon())
    finish_track_step(actor=firm, step=plan, done_on=made.TODAY, files=[made.a_file()], at=made.noon())
    with pytest.raises(Invalid, match="done already"):
        finish_track_step(actor=firm, step=plan, done_on=made.TODAY, at=made.noon())
    with pytest.raises(Refused):
        plan_track_step(actor=made.a_firm("a-rival"), track=track, step=StepDraft("audit"), at=made.noon())
    end = {"actor": firm, "track": track, "closed_on": made.TODAY, "at": made.noon()}
    with pytest.raises(Invalid, match="Choose one of"):
        close_track(**end, outcome="won", result="인증")
    assert close_track(**end, outcome="reached", result="CE를 받음").closed_on == made.TODAY
    with pytest.raises(Invalid, match="closed"):
        plan_track_step(actor=firm, track=track, step=StepDraft("audit"), at=made.noon())


def test_track_of_a_zone_is_opened_by_those_who_host_and_names_its_standard() -> None:
    by, zone, host = made.province(), made.busan(), an_actor(OfficeKind.AGENCY, "host")
    with pytest.raises(Refused):
        made.a_track(host, zone)
    made.a_member(by, made.a_task_force(by, zone), host)
    assert made.a_track(host, zone).standard == "CE"
    with pytest.raises(Invalid) as error:
        made.a_track(by, zone, standard=" ")
    assert error.value.field == "standard"
    stranger = made.a_partner(made.ministry(), a_zone("rfz-other", regions=("daegu",)))
    with pytest.raises(Invalid, match="another zone's"):
        made.a_track(by, zone, partner=stranger)


def test_goods_need_a_code_in_digits_and_come_back_after_they_left() -> None:
    firm = made.a_firm()
    track = made.a_track(firm, made.a_project(firm))
    for field, wrong in (
        ("hs_code", {"hs_code": "85A1.10"}), ("hs_code", {"hs_code": "8501"}), ("hs_code", {"hs_code": "８５０１１０"}),
        ("value", {"value": Decimal(0)}), ("value", {"value": Decimal("NaN")}), ("value", {"value": Decimal("1.001")}),
        ("currency", {"currency": "XXX"}), ("paper_number", {"paper_number": ""}),
        ("due_back_on", {"due_back_on": date(2026, 1, 31)}), ("out_on", {"out_on": date(2026, 3, 3)}),
    ):  # fmt: skip
        with pytest.raises(Invalid) as error:
            record_goods_out(actor=firm, track=track, goods=goods(**wrong), at=made.noon())
        assert error.value.field == field, wrong
    row = record_goods_out(actor=firm, track=track, goods=goods(), at=made.noon())
    assert row.hs_code == "8501101000"
    assert row.is_overdue_on(made.TODAY)
    with pytest.raises(Invalid, match="before they left"):
        record_goods_back(actor=firm, customs=row, back_on=date(2026, 1, 31), at=made.noon())
    record_goods_back(actor=firm, customs=row, back_on=made.TODAY, at=made.noon())
    assert not CustomsRecord.objects.get().is_overdue_on(made.TODAY)
    with pytest.raises(Invalid, match="back already"):
        record_goods_back(actor=firm, customs=row, back_on=made.TODAY, at=made.noon())


def test_certificate_comes_onto_the_firms_desk_once_before_it_ends() -> None:
    firm = made.a_firm()
    track = made.a_track(firm, made.a_project(firm))
    last = date(2026, 12, 31)
    new = NewCertificate("CE-1", "TÜV", "배송 로봇", made.TODAY, last)
    row = record_certificate(actor=firm, track=track, certificate=new, files=[made.a_file()], at=made.noon())
    with pytest.raises(Invalid, match="on record"):
        record_certificate(actor=firm, track=track, certificate=new, at=made.noon())
    backwards = NewCertificate("CE-2", "TÜV", "배송 로봇", made.TODAY, date(2026, 3, 1))
    with pytest.raises(Invalid, match="earlier than the first"):
        record_certificate(actor=firm, track=track, certificate=backwards, at=made.noon())
    warn_of_certificates(made.noon(last - timedelta(days=91)))
    assert not Duty.objects.filter(case_id=row.pk).exists()
    for day in (90, 89):
        warn_of_certificates(made.noon(last - timedelta(days=day)))
    duty = Duty.objects.get(case_id=row.pk)
    assert (duty.due_on, duty.organisation_id) == (last, firm.office.organisation_id)
    assert TrackCertificate.objects.get().warned_on == last - timedelta(days=90)
    renewed = NewCertificate("CE-2", "TÜV", "배송 로봇", last, None)
    record_certificate(actor=firm, track=track, certificate=renewed, at=made.noon(last))
    duty.refresh_from_db()
    assert not duty.is_open


def test_record_lists_every_partner_as_its_sources_give_it() -> None:
    ministry, listed = made.ministry(), [partner_of(row) for row in rows("partners")]
    assert len(listed) == 24
    for one in listed:
        made.a_partner(ministry, **vars(one))
    inferred = Partner.objects.get(slug="pt-014")
    assert inferred.country_words.ko == "그리스(추정)"
    assert Partner.objects.get(slug="pt-009").country_words.en == "Country not stated"
    assert Partner.objects.get(slug="pt-004").agreed.precision == "month"
    assert Partner.objects.filter(sources=[]).count() == 0
    assert [row["partner_id"] for row in rows("partners") if not row["zone_id"]] == [
        "pt-021",
        "pt-022",
        "pt-023",
        "pt-024",
    ]
    for field, wrong in (
        ("slug", {"slug": "pt-001"}), ("slug", {"slug": "나쁜 이름"}), ("kind", {"slug": "x", "kind": "king"}),
        ("country", {"slug": "x", "country": "XX"}), ("agreed_text", {"slug": "x", "agreed_text": "작년"}),
        ("confidence", {"slug": "x", "confidence": "sure"}), ("sources", {"slug": "x", "sources": ["a"] * 11}),
    ):  # fmt: skip
        with pytest.raises(Invalid) as error:
            made.a_partner(ministry, **wrong)
        assert error.value.field == field
