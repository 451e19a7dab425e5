"""Working days and hours of petitions and disclosure, and hours that run through everything."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.clocks.counting import Conditions, Pause
from madang.kernel.clocks.holidays import UnknownCalendar, national_table
from madang.kernel.clocks.lengths import BeyondTheCalendar, NoLength
from madang.kernel.clocks.office_hours import NoOfficeHours
from madang.kernel.clocks.pauses import PauseLeavesPeriod
from madang.kernel.clocks.working_time import (
    OtherWayOfCounting,
    WorkingDay,
    disclosure_days,
    hours,
    petition_days,
    petition_hours,
    petition_working_hours,
)

SEOUL = ZoneInfo("Asia/Seoul")
at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("received", "n_hours", "due"),
    [
        ("2025-04-30T09:00", 3, "2025-04-30T12:00"),
        ("2025-04-30T09:00", 4, "2025-04-30T14:00"),
        ("2025-04-30T12:30", 1, "2025-04-30T14:00"),
        ("2025-04-30T16:00", 3, "2025-05-01T10:00"),
        ("2025-04-30T19:00", 8, "2025-05-01T18:00"),
        ("2025-05-03T11:00", 1, "2025-05-07T10:00"),
        ("2025-05-02T17:59", 8, "2025-05-07T17:59"),
    ],
)
def test_working_hours_run_only_while_the_office_is_open(received, n_hours, due):
    counted = petition_working_hours(datetime.fromisoformat(received), n_hours)
    assert counted.due_at == datetime.fromisoformat(due)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(
    st.datetimes(at("2025-01-01"), at("2025-12-01")).map(lambda t: t.replace(second=0, microsecond=0)),
    st.integers(1, 5),
)
def test_hours_agree_with_walking_minute_by_minute(received, n_days):
    left, minute, table = n_days * 480, received, national_table()
    while left:
        hour = minute.time()
        open_now = time(9) <= hour < time(12) or time(13) <= hour < time(18)
        left -= open_now and not table.is_day_off(minute.date())
        minute += timedelta(minutes=1)
    assert petition_hours(received, n_days).due_at == minute


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(6, 40))
def test_working_days_agree_with_counting_each_day(received, n):
    table, day, left = national_table(), received.toordinal() - 1, n
    while left:
        day += 1
        left -= not table.is_day_off(date.fromordinal(day))
    assert petition_days(received, n).due_on == date.fromordinal(day)
    assert disclosure_days(received, n).due_on == date.fromordinal(day)


def test_each_day_off_in_between_is_told_with_its_name():
    steps = petition_days(date(2025, 4, 30), 14).steps
    told = " ".join(step.words.ko for step in steps)
    assert "어린이날" in told
    assert "2025년 5월 1일" not in told


def test_an_office_without_a_break_works_through():
    office = WorkingDay(time(8), time(16), time(12), time(12))
    assert petition_hours(at("2025-04-30T08:00"), 1, office).due_at == at("2025-04-30T16:00")


def test_hours_keep_the_time_zone_of_their_start():
    start = datetime(2026, 9, 25, 9, tzinfo=SEOUL)
    assert hours(start, 72).due_at == datetime(2026, 9, 28, 9, tzinfo=SEOUL)
    assert petition_working_hours(start, 1).due_at == datetime(2026, 9, 28, 10, tzinfo=SEOUL)


@pytest.mark.parametrize("n", [1, 5])
def test_short_petition_periods_are_not_counted_in_days(n):
    with pytest.raises(OtherWayOfCounting, match="working hours") as refusal:
        petition_days(date(2025, 4, 30), n)
    assert "근무시간으로 셉니다" in refusal.value.sentence.ko


def test_long_petition_periods_are_not_counted_in_hours():
    assert petition_hours(at("2025-04-30T09:00"), 5)
    with pytest.raises(OtherWayOfCounting, match="not counted in working hours") as refusal:
        petition_hours(at("2025-04-30T09:00"), 6)
    assert "일로 셉니다" in refusal.value.sentence.ko


@pytest.mark.parametrize(
    "count",
    [
        lambda: petition_hours(at("2025-04-30T09:00"), 0),
        lambda: petition_working_hours(at("2025-04-30T09:00"), 0),
        lambda: petition_working_hours(at("2025-04-30T09:00"), -1),
        lambda: disclosure_days(date(2025, 4, 30), 0),
        lambda: hours(at("2025-04-30T09:00"), 0),
    ],
)
def test_a_count_of_nothing_is_refused_with_a_sentence(count):
    with pytest.raises(NoLength) as refusal:
        count()
    assert "기간은 1" in refusal.value.sentence.ko


def test_hours_beyond_the_calendar_are_refused_with_a_sentence():
    assert hours(at("9999-12-31T09:00"), 1).due_at == at("9999-12-31T10:00")
    with pytest.raises(BeyondTheCalendar, match="9999-12-31"):
        hours(at("9999-12-31T09:00"), 72)


def test_working_days_beyond_the_table_are_refused_with_its_end():
    assert disclosure_days(date(2027, 12, 31), 1).due_on == date(2027, 12, 31)
    with pytest.raises(UnknownCalendar, match="2027-12-31"):
        disclosure_days(date(2027, 12, 31), 2)
    with pytest.raises(UnknownCalendar, match="2014-12-31"):
        disclosure_days(date(2014, 12, 31), 2)
    with pytest.raises(UnknownCalendar, match="2027-12-31"):
        petition_working_hours(at("2027-12-31T17:00"), 2)


def test_an_instant_is_read_by_the_clock_of_seoul():
    utc = at("2026-09-28T00:30+00:00")
    counted = petition_working_hours(utc, 3)
    assert counted.due_at == at("2026-09-28T13:30+09:00")
    assert counted.due_at.utcoffset() == timedelta(0)
    late = at("2026-09-27T16:30+00:00")
    assert petition_working_hours(late, 1).due_at == at("2026-09-28T10:00+09:00")
    assert hours(late, 72).steps[0].first == date(2026, 9, 28)


def test_hours_run_on_where_a_zone_turns_its_clocks_back():
    berlin = datetime(2026, 10, 24, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert hours(berlin, 24).due_at.astimezone(UTC) == berlin.astimezone(UTC) + timedelta(hours=24)
    assert hours(berlin, 24).due_at.hour == 11


@pytest.mark.parametrize(
    ("office", "spans"),
    [
        (WorkingDay(time(13), time(18)), [(13, 18)]),
        (WorkingDay(time(9), time(12)), [(9, 12)]),
        (WorkingDay(time(9), time(11)), [(9, 11)]),
        (WorkingDay(time(12), time(18)), [(13, 18)]),
        (WorkingDay(time(14), time(18)), [(14, 18)]),
        (WorkingDay(time(8), time(17), time(12), time(12)), [(8, 17)]),
    ],
)
def test_a_break_outside_the_office_hours_takes_nothing_from_them(office, spans):
    stretches = office.stretches(date(2025, 4, 30))
    assert [(begin.hour, end.hour) for begin, end in stretches] == spans


@pytest.mark.parametrize("given", [(time(18), time(9)), (time(9), time(9)), (time(12), time(13))])
def test_an_office_that_is_never_open_is_refused(given):
    with pytest.raises(NoOfficeHours) as refusal:
        WorkingDay(*given)
    assert f"{given[1]:%H:%M}" in refusal.value.sentence.ko
    assert "after it opens" in refusal.value.sentence.en


def supplement(asked, received, **more):
    return Pause(date.fromisoformat(asked), date.fromisoformat(received), **more)


def test_the_working_days_of_a_supplement_are_taken_out():
    one = supplement("2025-05-07", "2025-05-08")
    counted = petition_days(date(2025, 4, 30), 14, Conditions([one]))
    assert counted.due_on == date(2025, 5, 23)
    assert "2일을 뺌" in counted.steps[2].words.ko
    weekend = petition_days(date(2025, 4, 30), 14, Conditions([supplement("2025-05-03", "2025-05-06")]))
    assert weekend.due_on == date(2025, 5, 21)
    assert "빠지는 날이 없음" in weekend.steps[2].words.ko


def test_a_supplement_outside_a_period_of_working_days_is_refused():
    late, early = supplement("2025-05-22", "2025-05-23"), supplement("2025-04-29", "2025-04-30")
    for pause, limit in ((late, date(2025, 5, 21)), (early, date(2025, 4, 30))):
        with pytest.raises(PauseLeavesPeriod) as refusal:
            petition_days(date(2025, 4, 30), 14, Conditions([pause]))
        assert refusal.value.limit == limit
    recorded = Conditions([supplement("2025-05-22", "2025-05-23", of_record=True)])
    counted = petition_days(date(2025, 4, 30), 14, recorded)
    assert counted.due_on == date(2025, 5, 21)
    assert "빠지는 날이 없음" in counted.steps[2].words.ko
    on_the_day = Conditions([supplement("2025-05-21", "2025-05-21")], "both_ends")
    assert "1일을 뺌" in petition_days(date(2025, 4, 30), 14, on_the_day).steps[2].words.ko


def test_a_supplement_may_be_asked_on_the_last_working_day_itself():
    at_once = Conditions([supplement("2025-05-21", "2025-05-21")], "between")
    assert petition_days(date(2025, 4, 30), 14, at_once).due_on == date(2025, 5, 21)
    later = Conditions([supplement("2025-05-21", "2025-05-24")], "between")
    counted = petition_days(date(2025, 4, 30), 14, later)
    assert counted.due_on == date(2025, 5, 26)
    assert "2일을 뺌" in counted.steps[2].words.ko
    within = Conditions([supplement("2025-04-30", "2025-04-30")], "between")
    assert petition_working_hours(at("2025-04-30T10:00"), 1, given=within).due_at == at("2025-04-30T11:00")


def test_a_short_petition_stands_still_for_supplements_too():
    asked = Conditions([supplement("2025-05-01", "2025-05-02")])
    assert petition_hours(at("2025-04-30T16:00"), 1, given=asked).due_at == at("2025-05-07T16:00")


def test_hours_stand_still_on_the_days_of_a_supplement():
    asked = Conditions([supplement("2025-05-01", "2025-05-02")])
    counted = petition_working_hours(at("2025-04-30T16:00"), 3, given=asked)
    assert counted.due_at == at("2025-05-07T10:00")
    assert "2일을 뺌" in counted.steps[1].words.ko
    with pytest.raises(PauseLeavesPeriod):
        petition_working_hours(at("2025-04-30T09:00"), 3, given=asked)
