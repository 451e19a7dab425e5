"""Working days and hours of petitions and disclosure, and hours that run through everything."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.holidays import national_table
from madang.kernel.clocks.working_time import (
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
    with pytest.raises(ValueError, match="working hours"):
        petition_days(date(2025, 4, 30), n)


@pytest.mark.parametrize("n", [0, 6])
def test_long_petition_periods_are_not_counted_in_hours(n):
    with pytest.raises(ValueError, match="not counted in working hours"):
        petition_hours(at("2025-04-30T09:00"), n)
