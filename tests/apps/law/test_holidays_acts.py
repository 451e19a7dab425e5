"""Recording and withdrawing days off: which deadlines move, what is told, and what is refused."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from madang.apps.law.acts import add_holiday, withdraw_holiday
from madang.apps.law.models import RecordedHoliday
from madang.apps.selection.acts.applications import ask_supplement, file_supplement
from madang.core.acts import Invalid, StaleVersion
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, OfficeKind, Refused
from madang.core.case_models import Duty
from madang.core.submissions import submitted
from madang.kernel.statutes.due import DueDate
from tests.apps.law.holiday_builders import (
    DECISION_DUE,
    NOW,
    REPLY_DUE,
    TODAY,
    a_day_off,
    clock_of,
    ministry,
    moved_events,
    recorded,
)
from tests.apps.selection import zone_builders
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_new_day_off_moves_the_deadline_that_ends_on_it_and_says_why():
    play = zone_builders.an_applied()
    assert clock_of(play.designation).due_on == DECISION_DUE
    row = recorded()
    assert (clock_of(play.designation).due_on, row.moved) == (DECISION_DUE + DAY, 1)
    (told,) = moved_events()
    assert (told.subject_kind, told.subject_id) == ("selection.designation", str(play.designation.pk))
    assert (told.before["due_on"], told.facts["due_on"]) == ("2025-05-12", "2025-05-13")
    said = kind_of(told.name).sentence(told.facts)
    assert said.ko == (
        "‘지정 여부 결정’ 기한을 다시 계산했습니다: 2025년 5월 12일(월) → 2025년 5월 13일(화). "
        "사유: 2025년 5월 12일(월) ‘임시공휴일’ 쉬는 날(국무회의 의결(2025-02-28), 관보 제20100호)."
    )
    assert "Mon 12 May 2025 → Tue 13 May 2025" in said.en
    assert told.sources == ["국무회의 의결(2025-02-28), 관보 제20100호"]


def test_moved_deadline_brings_the_sum_with_the_day_off_and_the_table_it_was_counted_with():
    play = zone_builders.an_applied()
    before = DueDate.from_json(clock_of(play.designation).explanation)
    recorded()
    after = DueDate.from_json(clock_of(play.designation).explanation)
    assert after.due_on == DECISION_DUE + DAY
    assert after.table_version != before.table_version
    assert any("임시공휴일" in step.words.ko for step in after.steps)


def test_duty_of_the_state_shows_the_moved_clock_that_it_carries():
    play = zone_builders.an_applied()
    recorded()
    clock, shown = clock_of(play.designation), clock_of(play.designation, is_clock=False)
    assert shown.due_on == DECISION_DUE + DAY
    assert shown.explanation == clock.explanation
    assert (shown.rule_id, shown.started_on, shown.pauses) == (clock.rule_id, clock.started_on, clock.pauses)


def test_every_ministry_that_was_asked_gets_its_new_day_in_one_act():
    play = zone_builders.a_consulted()
    row = recorded(REPLY_DUE)
    dues = {clock_of(play.consultation(slug)).due_on for slug in play.ministries}
    assert dues == {REPLY_DUE + DAY}
    assert row.moved == 2 == len(moved_events())
    assert {told.at for told in moved_events()} == {row.recorded_at}
    assert clock_of(play.designation).due_on == DECISION_DUE


def test_supplement_that_stopped_the_clock_is_counted_with_the_new_day_off():
    play = zone_builders.an_applied()
    ask_supplement(
        actor=play.ministry, designation=play.designation, what="지도", wanted_by=date(2025, 3, 10), at=NOW
    )
    file_supplement(actor=play.applicant, designation=play.fresh(), answer="지도를 냅니다.", at=NOW + 2 * DAY)
    due = clock_of(play.designation).due_on
    assert due == DECISION_DUE + 3 * DAY
    recorded(due, at=NOW + 3 * DAY)
    clock = clock_of(play.designation)
    assert clock.due_on == due + DAY
    assert clock.pauses == [["2025-03-03", "2025-03-05"]]
    assert clock_of(play.designation, is_clock=False).due_on == due + DAY


def test_deadlines_that_do_not_end_on_the_day_are_neither_written_nor_told():
    play = zone_builders.a_consulted()
    before = {row.pk: (row.due_on, row.explanation) for row in Duty.objects.all()}
    row = recorded(DECISION_DUE - 3 * DAY)
    assert (row.moved, moved_events()) == (0, [])
    assert {row.pk: (row.due_on, row.explanation) for row in Duty.objects.all()} == before
    recorded(DECISION_DUE)
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


def test_closed_deadlines_stay_as_they_were_counted():
    play = zone_builders.a_consulted()
    zone_builders.all_replied(play, TODAY)
    assert recorded(REPLY_DUE).moved == 0
    closed = Duty.objects.filter(rule_id="DES-02", is_clock=True, is_open=False)
    assert {row.due_on for row in closed} == {REPLY_DUE}


def test_clock_started_after_the_recording_is_counted_with_the_day_off():
    recorded(DECISION_DUE, at=zone_builders.noon(date(2025, 2, 28)))
    play = zone_builders.an_applied()
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


def test_two_days_off_in_a_row_move_a_deadline_twice():
    play = zone_builders.an_applied()
    recorded(DECISION_DUE)
    recorded(DECISION_DUE + DAY)
    assert clock_of(play.designation).due_on == DECISION_DUE + 2 * DAY
    assert [told.facts["due_on"] for told in moved_events()] == ["2025-05-13", "2025-05-14"]


def test_withdrawn_day_off_brings_the_old_days_back_with_events():
    play = zone_builders.an_applied()
    first = clock_of(play.designation)
    row = recorded()
    row = withdraw_holiday(actor=ministry(), holiday=row, reason="의결이 취소됨", at=NOW + DAY)
    clock = clock_of(play.designation)
    assert (clock.due_on, clock.explanation) == (first.due_on, first.explanation)
    assert clock_of(play.designation, is_clock=False).due_on == DECISION_DUE
    assert (row.moved, row.moved_back, row.withdrawn_because) == (1, 1, "의결이 취소됨")
    back = moved_events()[-1]
    assert (back.before["due_on"], back.facts["due_on"]) == ("2025-05-13", "2025-05-12")
    assert "의결이 취소됨" in back.facts["why"]
    assert RecordedHoliday.objects.filter(pk=row.pk).exists()


def test_day_that_was_withdrawn_can_be_recorded_again_as_a_further_act():
    row = recorded()
    withdraw_holiday(actor=ministry(), holiday=row, reason="잘못 적음", at=NOW)
    again = recorded(name_ko="대통령 선거일", name_en="Presidential election", kind="election")
    assert again.pk != row.pk
    assert RecordedHoliday.objects.count() == 2


def test_withdrawing_twice_or_without_a_reason_is_refused():
    row = recorded()
    with pytest.raises(Invalid, match="empty"):
        withdraw_holiday(actor=ministry(), holiday=row, reason="  ", at=NOW)
    withdraw_holiday(actor=ministry(), holiday=row, reason="잘못 적음", at=NOW)
    with pytest.raises(Invalid, match="withdrawn already"):
        withdraw_holiday(actor=ministry(), holiday=row, reason="또", at=NOW)


def test_withdrawal_seen_on_an_old_page_is_shown_as_stale():
    row = recorded()
    with submitted(seen_version=0), pytest.raises(StaleVersion):
        withdraw_holiday(actor=ministry(), holiday=row, reason="잘못 적음", at=NOW)


def test_past_day_is_taken_only_when_its_consequences_were_looked_at():
    play = zone_builders.an_applied()
    late = zone_builders.noon(DECISION_DUE + 7 * DAY)
    with pytest.raises(Invalid, match="is past") as refusal:
        recorded(at=late)
    assert refusal.value.field == "is_late"
    assert clock_of(play.designation).due_on == DECISION_DUE
    assert recorded(at=late, is_late=True).moved == 1
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


@pytest.mark.parametrize(("wrong", "field", "said"), [
    ({"falls_on": date(2014, 12, 31)}, "falls_on", "table covers 2015-01-01 to"),
    ({"falls_on": date(2090, 1, 5)}, "falls_on", "table covers 2015-01-01 to"),
    ({"falls_on": date(2025, 5, 5)}, "falls_on", "is a day off already: Children's Day"),
    ({"falls_on": date(2025, 6, 3)}, "falls_on", "is a day off already"),
    ({"decided_on": DECISION_DUE + DAY}, "decided_on", "later than the day off"),
    ({"decided_on": TODAY + DAY}, "decided_on", "has not come yet"),
    ({"source": "   "}, "source", "cannot be left empty"),
    ({"source": "가" * 201}, "source", "too long"),
    ({"name_ko": ""}, "name_ko", "cannot be left empty"),
    ({"name_en": "\x00"}, "name_en", "cannot be kept"),
    ({"kind": "lunar"}, "kind", "The kind is one of"),
    ({"source_url": "javascript:alert(1)"}, "source_url", "begins with https"),
    ({"source_url": "https://[broken"}, "source_url", "begins with https"),
])  # fmt: skip
def test_bad_input_is_refused_at_its_field_and_nothing_is_kept(wrong, field, said):
    with pytest.raises(Invalid, match=said) as refusal:
        recorded(**wrong)
    assert refusal.value.field == field
    assert not RecordedHoliday.objects.exists()
    assert not Event.objects.filter(name__startswith="law.").exists()


def test_day_that_is_recorded_already_is_refused_by_its_name():
    recorded()
    with pytest.raises(Invalid, match="is a day off already: Ad hoc holiday"):
        recorded()


@pytest.mark.parametrize("kind", [k for k in OfficeKind if k is not OfficeKind.MINISTRY])
def test_only_the_ministry_may_record_or_withdraw_a_day_off(kind):
    row = recorded()
    other = (
        PUBLIC
        if kind in (OfficeKind.PUBLIC, OfficeKind.SYSTEM)
        else an_actor(kind, f"a-{kind.value.replace('_', '-')}")
    )
    with pytest.raises(Refused):
        add_holiday(actor=other, holiday=a_day_off(DECISION_DUE + DAY), at=NOW)
    with pytest.raises(Refused):
        withdraw_holiday(actor=other, holiday=row, reason="잘못 적음", at=NOW)
    assert RecordedHoliday.objects.get().withdrawn_at is None


def test_same_submission_twice_records_one_day_and_moves_once():
    zone_builders.an_applied()
    actor, key = ministry(), uuid4()
    results = []
    for _ in range(2):
        with submitted(key):
            results.append(add_holiday(actor=actor, holiday=a_day_off(), at=NOW).pk)
    assert results[0] == results[1]
    assert len(moved_events()) == 1


def test_every_event_about_the_calendar_names_the_decision_and_its_source():
    recorded(source_url="https://gwanbo.go.kr/1")
    told = Event.objects.get(name="law.holiday_added")
    said = kind_of(told.name).sentence(told.facts)
    assert "2025-02-28 결정" in said.ko
    assert "decided on 2025-02-28" in said.en
    assert told.sources == ["https://gwanbo.go.kr/1", "국무회의 의결(2025-02-28), 관보 제20100호"]
