"""The calendar in force: every process follows it, clocks wait for it, and no date counted beside it stays wrong."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from madang.apps.law.acts import add_holiday, withdraw_holiday
from madang.core import calendar, clock, schedule
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.case_models import Duty
from madang.history.scratch import scratch_database
from madang.kernel.clocks.holidays import national_table, shipped_table, use_table
from madang.kernel.statutes.due import DueDate, due_date
from tests.apps.law.holiday_builders import (
    DECISION_DUE,
    NOW,
    a_day_off,
    clock_of,
    ministry,
    moved_events,
    recorded,
)
from tests.apps.selection import zone_builders
from tests.apps.selection.web import at, signed_in, text_of

DAY = timedelta(days=1)
RECOUNTED = "law.clocks_recounted"


def checks() -> list[Event]:
    """What the regular check has told, in order."""
    return list(Event.objects.filter(name=RECOUNTED).order_by("id"))


@pytest.mark.django_db
def test_process_takes_the_new_table_when_it_next_reads_the_clock():
    recorded()
    assert national_table() is shipped_table()
    clock.now()
    assert national_table().holiday_on(DECISION_DUE).name.en == "Ad hoc holiday"


@pytest.mark.django_db
def test_calendar_that_has_not_changed_costs_no_query_beside_the_clock(django_assert_num_queries):
    recorded()
    clock.now()
    with django_assert_num_queries(1):
        clock.now()


@pytest.mark.django_db
def test_withdrawn_day_leaves_the_table_of_every_process():
    row = recorded()
    clock.now()
    withdraw_holiday(actor=ministry(), holiday=row, reason="잘못 적음", at=NOW)
    clock.now()
    assert national_table().version == shipped_table().version


@pytest.mark.django_db
def test_kernel_counts_everything_else_with_the_recorded_days_too():
    recorded()
    clock.now()
    assert due_date("DES-03", start=zone_builders.APPLY).due_on == DECISION_DUE + DAY


@pytest.mark.django_db
def test_table_of_a_new_release_that_knows_a_recorded_day_takes_precedence():
    from madang.apps.law.queries import days_in_force

    recorded()
    assert [day.on for day in days_in_force()] == [DECISION_DUE]
    connection.cursor().execute("UPDATE law_recordedholiday SET falls_on = '2025-05-05'")
    assert days_in_force() == []


@pytest.mark.django_db
def test_clock_that_ends_beyond_the_table_waits_with_an_unknown_end():
    use_table(shorter_table())
    play = zone_builders.an_applied()
    clock_row, shown = clock_of(play.designation), clock_of(play.designation, is_clock=False)
    assert (clock_row.is_open, clock_row.due_on, clock_row.explanation) == (True, None, {})
    assert (shown.rule_id, shown.due_on) == ("DES-03", None)


@pytest.mark.django_db
def test_notice_that_ends_beyond_the_table_is_refused_with_the_day_until_which_it_is_known():
    use_table(shorter_table())
    play = zone_builders.a_planned(on=date(2025, 4, 8))
    notice = zone_builders.a_notice(date(2025, 4, 10), date(2025, 5, 12))
    with pytest.raises(Invalid, match="table covers 2015-01-01 to 2025-04-30"):
        zone_builders.give_notice(
            actor=play.applicant, designation=play.designation, notice=notice,
            at=zone_builders.noon(date(2025, 4, 10)),
        )  # fmt: skip
    assert play.fresh().state == "preparing"


@pytest.mark.django_db
@pytest.mark.parametrize("lang", ["", "/en"])
def test_pages_of_a_clock_with_an_unknown_end_say_so_and_do_not_fail(lang):
    use_table(shorter_table())
    play = zone_builders.an_applied()
    at(NOW)
    for path in (f"/designations/{play.designation.pk}/", "/desk/", "/desk/?show=undated", "/"):
        response = signed_in(play.ministry).get(lang + path)
        assert response.status_code == 200, path
    listed = text_of(signed_in(play.ministry).get(f"{lang}/desk/?show=undated"))
    assert play.designation.title.in_("en" if lang else "ko") in listed


def shorter_table() -> Any:
    """The holidays as far as the end of April 2025."""
    from madang.kernel.clocks.holidays import HolidayTable

    last = date(2025, 4, 30)
    return HolidayTable((d for d in shipped_table() if d.on <= last), shipped_table().known_from, last)


@pytest.mark.django_db
def test_regular_check_counts_waiting_clocks_once_the_table_reaches_their_end():
    use_table(shorter_table())
    play = zone_builders.an_applied()
    calendar.forget()
    call_command("run_schedule")
    assert clock_of(play.designation).due_on == DECISION_DUE
    assert clock_of(play.designation, is_clock=False).due_on == DECISION_DUE
    (told,) = moved_events()
    assert (told.before["due_on"], told.facts["old"], told.facts["due_on"]) == (
        None,
        "알 수 없음",
        "2025-05-12",
    )
    assert "공휴일 표가 바뀜" in told.facts["why"]


@pytest.mark.django_db
def test_regular_check_mends_a_date_that_was_counted_with_another_table_and_does_so_once():
    play = zone_builders.an_applied()
    row = clock_of(play.designation)
    wrong = row.explanation | {"table_version": "2024-old", "due_on": "2025-05-13"}
    Duty.objects.filter(rule_id="DES-03").update(due_on=DECISION_DUE + DAY, explanation=wrong)
    call_command("run_schedule")
    assert clock_of(play.designation).due_on == DECISION_DUE
    assert DueDate.from_json(clock_of(play.designation).explanation).due_on == DECISION_DUE
    assert [told.facts["moved"] for told in checks()] == [1]
    call_command("run_schedule")
    assert len(checks()) == len(moved_events()) == 1


@pytest.mark.django_db
def test_regular_check_follows_each_recorded_day_and_then_rests():
    play = zone_builders.an_applied()
    call_command("run_schedule")
    recorded()
    for _ in range(3):
        call_command("run_schedule")
    assert [told.facts["moved"] for told in checks()] == [0, 0]
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


@pytest.mark.django_db
def test_job_that_fails_does_not_keep_the_others_from_their_turn(caplog):
    def broken(at: Any) -> None:
        raise ValueError("a fault of its own")

    schedule.regularly(broken)
    try:
        call_command("run_schedule")
    finally:
        schedule._jobs.popitem()
    assert "broken failed" in caplog.text
    assert len(checks()) == 1


def beside(work: Any) -> threading.Thread:
    """Start work on a connection of its own, as another process would."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_engines
def test_day_off_recorded_while_another_process_counts_finds_the_clock_that_was_counted():
    play = zone_builders.a_noticed()
    officer, counted, go_on = ministry(), threading.Event(), threading.Event()
    application = zone_builders.an_application()

    def apply() -> None:
        with transaction.atomic():
            pretend_durable()
            zone_builders.apply_for_designation(
                actor=play.applicant, designation=play.designation, application=application,
                at=zone_builders.noon(zone_builders.APPLY),
            )  # fmt: skip
            counted.set()
            go_on.wait(30)

    first = beside(apply)
    assert counted.wait(30)
    second = beside(lambda: add_holiday(actor=officer, holiday=a_day_off(), at=NOW))
    wait_for_a_lock()
    assert not Event.objects.filter(name="law.holiday_added").exists()
    go_on.set()
    first.join(30)
    second.join(30)
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY
    assert clock_of(play.designation, is_clock=False).due_on == DECISION_DUE + DAY
    assert len(moved_events()) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_engines
def test_clock_started_while_a_day_off_is_being_recorded_is_counted_with_it():
    play = zone_builders.a_noticed()
    officer, changed, go_on = ministry(), threading.Event(), threading.Event()
    application = zone_builders.an_application()

    def record() -> None:
        with transaction.atomic():
            pretend_durable()
            add_holiday(actor=officer, holiday=a_day_off(), at=NOW)
            changed.set()
            go_on.wait(30)

    first = beside(record)
    assert changed.wait(30)
    second = beside(
        lambda: zone_builders.apply_for_designation(
            actor=play.applicant, designation=play.designation, application=application,
            at=zone_builders.noon(zone_builders.APPLY),
        )
    )  # fmt: skip
    wait_for_a_lock()
    go_on.set()
    first.join(30)
    second.join(30)
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY
    assert moved_events() == []


def pretend_durable() -> None:
    """Let an act begin its transaction inside this one, so that the test holds it open; nothing else differs."""
    connection.atomic_blocks[-1]._from_testcase = True


def wait_for_a_lock() -> None:
    """Return when another connection waits for a lock of ours."""
    for _ in range(3000):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), pg_sleep(0.01) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waits: both go on beside each other")


@pytest.mark.django_db(transaction=True)
def test_scratch_database_of_the_replay_stands_on_the_shipped_table_alone():
    recorded()
    clock.now()
    with scratch_database():
        clock.now()
        assert national_table() is shipped_table()
    clock.now()
    assert national_table().holiday_on(DECISION_DUE) is not None
