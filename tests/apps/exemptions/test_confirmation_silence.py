"""Silence becomes an answer on the day after the due day: once, on that day, however the worker comes to it."""

import threading
from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from madang.apps.exemptions.acts.replying import ask_confirmation_supplement, file_confirmation_supplement
from madang.apps.exemptions.acts.silence import NothingSilent, close_replies, deem_silent_replies
from madang.apps.exemptions.jobs import record_silence
from madang.apps.exemptions.models import ConfirmationReply
from madang.apps.exemptions.queries.confirmations import lapsed_days
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import DUE, NOTIFIED, Play, midnight, noon, with_ministries
from tests.apps.selection.web import at

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FIRST = DUE + DAY


def deemings() -> list[tuple[str, datetime]]:
    """Every legal event of silence: whose it is, and when it happened."""
    return list(Event.objects.filter(name="exemptions.reply_deemed").values_list("subject_id", "at"))


def one_silent() -> Play:
    play = with_ministries("molit", "npa")
    play.replies("molit", "not_needed", on=date(2026, 9, 20))
    return play


def test_silence_is_recorded_on_the_day_after_the_due_day_and_closes_the_round() -> None:
    play = one_silent()
    assert play.days_pass(DUE).state == "consulting"
    assert deemings() == []
    row, silent = play.days_pass(FIRST), play.reply("npa")
    assert (row.state, row.outcome) == ("agreed", "not_needed")
    assert deemings() == [(str(silent.pk), midnight(FIRST))]
    assert (silent.state, silent.closed_on, silent.due_on, silent.answer) == ("deemed", FIRST, DUE, "")
    assert silent.entered_at == midnight(FIRST)
    finding = Finding.objects.get(case_id=silent.pk, rule_id="RC-06")
    assert (finding.status, finding.move) == ("satisfied", "deem")
    assert not Duty.objects.filter(case_id=silent.pk, is_open=True).exists()
    assert Duty.objects.get(case_id=row.pk, is_open=True).office_kind == "ministry"


def test_event_of_silence_proves_the_day_of_the_notice() -> None:
    one_silent().days_pass(FIRST)
    event = Event.objects.get(name="exemptions.reply_deemed")
    assert (event.facts["notified_on"], event.facts["due_on"]) == ("2026-09-01", "2026-10-01")
    assert (event.office_kind, event.channel, event.provision) == ("system", "system", "RC-06")


def test_worker_that_was_down_for_weeks_dates_each_silence_on_its_own_day() -> None:
    early, late = with_ministries("molit"), with_ministries("npa", on=date(2026, 9, 8))
    early.days_pass(date(2026, 11, 20))
    assert sorted(day for _, day in deemings()) == [midnight(FIRST), midnight(date(2026, 10, 9))]
    assert {early.fresh().state, late.fresh().state} == {"agreed"}
    assert early.fresh().entered_at == midnight(FIRST)


def test_worker_that_comes_again_records_nothing_more() -> None:
    play = one_silent()
    for _ in range(3):
        play.days_pass(FIRST)
    assert len(deemings()) == 1
    with pytest.raises(NothingSilent):
        deem_silent_replies(actor=SYSTEM, due_on=DUE, at=midnight(FIRST))
    with pytest.raises(NotLawful):
        close_replies(actor=SYSTEM, confirmation=play.fresh(), at=midnight(FIRST))


def test_database_refuses_a_second_event_of_the_same_silence() -> None:
    one_silent().days_pass(FIRST)
    columns = "name, at, at_text, office_kind, office_ko, office_en, channel, subject_kind, subject_id, region, before, facts, provision, sources"
    copy = f"INSERT INTO core_event (id, {columns}) SELECT gen_random_uuid(), {columns} FROM core_event"
    with pytest.raises(IntegrityError, match="one_silence_a_reply"), transaction.atomic():
        connection.cursor().execute(f"{copy} WHERE name = 'exemptions.reply_deemed'")


def test_silence_is_never_recorded_before_the_day_after() -> None:
    one_silent()
    for moment in (noon(DUE), midnight(DUE), noon(NOTIFIED)):
        with pytest.raises(Invalid, match="not overdue yet"):
            deem_silent_replies(actor=SYSTEM, due_on=DUE, at=moment)
    assert lapsed_days(DUE) == []
    assert lapsed_days(FIRST) == [DUE]


def test_nobody_but_the_system_records_silence() -> None:
    play = one_silent()
    for who in (play.ministry, play.firm, play.province):
        with pytest.raises(Refused):
            deem_silent_replies(actor=who, due_on=DUE, at=midnight(FIRST))


def test_clock_that_stands_still_for_a_supplement_is_no_silence() -> None:
    play = with_ministries("molit")
    reply = play.reply("molit")
    ask_confirmation_supplement(
        actor=play.ministries["molit"], reply=reply, what="자료", at=noon(date(2026, 9, 10))
    )
    assert play.days_pass(date(2026, 12, 1)).state == "consulting"
    file_confirmation_supplement(actor=play.firm, reply=reply, answer="자료", at=noon(date(2026, 12, 1)))
    due = Duty.objects.get(case_id=reply.pk, is_clock=True).due_on
    assert due == date(2026, 12, 23)
    assert play.days_pass(due).state == "consulting"
    assert play.days_pass(due + DAY).state == "agreed"
    assert deemings() == [(str(reply.pk), midnight(due + DAY))]


def test_due_day_on_a_new_holiday_rolls_before_silence_speaks() -> None:
    play = with_ministries("molit", on=date(2026, 6, 17))
    assert play.days_pass(date(2026, 7, 20)).state == "consulting"
    assert play.days_pass(date(2026, 7, 21)).state == "agreed"


def test_clock_whose_stored_day_the_calendar_no_longer_bears_is_left_alone() -> None:
    play = with_ministries("molit", on=date(2026, 6, 17))
    # counted by an older table of holidays, which did not know 17 July
    Duty.objects.filter(case_id=play.reply("molit").pk).update(due_on=date(2026, 7, 17))
    assert play.days_pass(date(2026, 7, 18)).state == "consulting"
    assert deemings() == []


def test_silence_against_a_reply_that_needs_a_permit_is_no_conflict() -> None:
    play = with_ministries("molit", "npa")
    play.replies("molit", "needed", on=DUE)
    assert (play.days_pass(FIRST).state, play.fresh().outcome) == ("agreed", "needed")


def test_committee_counts_from_the_end_of_the_period_of_the_silent_one() -> None:
    play = with_ministries("molit", "npa", "me")
    play.replies("molit", "needed", on=date(2026, 9, 10))
    play.replies("npa", "not_needed", on=date(2026, 9, 20))
    row = play.days_pass(FIRST)
    clock = Duty.objects.get(case_id=row.pk, is_clock=True)
    assert (row.state, clock.started_on, clock.due_on) == ("reviewing", DUE, date(2026, 11, 2))


def test_worker_asks_for_it_by_the_schedule() -> None:
    one_silent()
    at(noon(FIRST))
    call_command("run_schedule")
    assert len(deemings()) == 1


def test_many_replies_of_one_day_are_recorded_together() -> None:
    plays = [with_ministries("molit", "npa") for _ in range(3)]
    plays[0].days_pass(FIRST)
    assert len(deemings()) == 6
    assert not ConfirmationReply.objects.exclude(state="deemed").exists()
    told = Event.objects.get(name="exemptions.silence_checked")
    assert told.facts["count"] == 6


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_record_one_silence() -> None:
    one_silent()
    started = threading.Barrier(2)

    def worker() -> None:
        started.wait()
        try:
            record_silence(noon(FIRST))
        finally:
            connection.close()

    workers = [threading.Thread(target=worker) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(deemings()) == 1
    assert Event.objects.filter(name="exemptions.replies_closed").count() == 1
