"""Counting: the fast sums agree with a slow counter that walks from day to day, and explain every step."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from madang.kernel.clocks.counting import (
    Conditions,
    Pause,
    backward,
    duty,
    effective,
    local_holiday,
    period,
    roll,
)
from madang.kernel.clocks.holidays import UnknownCalendar, national_table
from madang.kernel.clocks.lengths import (
    Length,
    Unit,
    calendar_months,
    days,
    end_of,
    months,
    shift_months,
    weeks,
    years,
)
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import NotVerified
from madang.kernel.words import Words

ONE_DAY = timedelta(days=1)
starts = st.dates(date(2019, 1, 1), date(2026, 6, 1))
countings = st.sampled_from(["between", "both_ends"])


@st.composite
def starts_with_pauses(draw):
    start = draw(starts)
    pairs = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 25)), max_size=3))
    return start, [Pause(start + a * ONE_DAY, start + (a + long) * ONE_DAY) for a, long in pairs]


def slow_raw_end(start, n, pauses, counting):
    """Walk day by day; only a day that no supplement takes uses up one of n."""
    out = set()
    for pause in pauses:
        day = pause.asked if counting == "both_ends" else pause.asked + ONE_DAY
        while day <= pause.received:
            out.add(day)
            day += ONE_DAY
    day = start
    while n:
        day += ONE_DAY
        n -= day not in out
    return day


def slow_roll(day):
    names = {holiday.on for holiday in national_table()}
    while day.weekday() >= 5 or day in names:
        day += ONE_DAY
    return day


@given(starts, st.integers(1, 400))
def test_a_plain_period_agrees_with_walking_day_by_day(start, n):
    assert period(start, days(n)).due_on == slow_roll(slow_raw_end(start, n, [], "between"))


@given(starts_with_pauses(), st.integers(1, 90), countings)
def test_a_period_with_supplements_agrees_with_walking_day_by_day(start_and_pauses, n, counting):
    start, pauses = start_and_pauses
    for index, pause in enumerate(sorted(pauses, key=lambda p: p.asked)):
        earlier = sorted(pauses, key=lambda p: p.asked)[:index]
        assume(pause.asked < slow_raw_end(start, n, earlier, counting))
    counted = period(start, days(n), Conditions(pauses=pauses, pause_counting=counting))
    assert counted.due_on == slow_roll(slow_raw_end(start, n, pauses, counting))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_a_period_of_months_ends_before_the_corresponding_day(first, n):
    end = end_of(first, months(n))
    month_index = first.year * 12 + first.month - 1 + n
    following = end + ONE_DAY
    if following.day == first.day:
        assert following.year * 12 + following.month - 1 == month_index
    else:
        # No such day in the last month: the period fills that month.
        assert end.year * 12 + end.month - 1 == month_index
        assert following.day == 1
        assert end.day < first.day


@given(starts, st.integers(1, 40))
def test_going_back_and_counting_forward_meet_again(event, n):
    latest = backward(event, days(n)).due_on
    assert slow_raw_end(latest, n, [], "between") == event


def test_lengths_of_weeks_and_years_follow_the_calendar():
    assert end_of(date(2026, 3, 2), weeks(2)) == date(2026, 3, 15)
    assert end_of(date(2024, 2, 29), years(1)) == date(2025, 2, 28)
    assert shift_months(date(2024, 3, 31), -1) == (date(2024, 2, 29), False)


def test_a_length_of_nothing_is_no_period():
    with pytest.raises(ValueError, match="at least one"):
        Length(0, Unit.DAY)


@pytest.mark.parametrize(
    ("asked", "received", "counting", "due"),
    [
        # Thirty days from Thursday 2025-01-02 end on Saturday 2025-02-01 and roll to Monday 2025-02-03.
        ("2025-02-01", "2025-02-06", "between", "2025-02-06"),
        ("2025-02-01", "2025-02-06", "both_ends", "2025-02-07"),
        ("2025-02-03", "2025-02-06", "between", "2025-02-06"),
        ("2025-02-03", "2025-02-06", "both_ends", "2025-02-07"),
        ("2025-02-04", "2025-02-06", "both_ends", "2025-02-03"),
        ("2024-12-20", "2025-01-02", "both_ends", "2025-02-03"),
    ],
)
def test_a_supplement_asked_at_the_very_end_still_stops_the_clock(asked, received, counting, due):
    pause = Pause(date.fromisoformat(asked), date.fromisoformat(received))
    given_ = Conditions(pauses=[pause], pause_counting=counting)
    assert period(date(2025, 1, 2), days(30), given_).due_on == date.fromisoformat(due)


def test_the_hard_stop_holds_whatever_the_supplements_took():
    pause = Pause(date(2026, 1, 10), date(2026, 6, 10))
    counted = period(date(2026, 1, 5), days(30), Conditions(pauses=[pause], hard_stop_days=90))
    assert counted.due_on == date(2026, 4, 6)
    assert counted.steps[-1].last == date(2026, 4, 6)


def test_a_period_that_begins_at_midnight_counts_its_first_day():
    plain = period(date(2020, 4, 13), days(30))
    midnight = period(date(2020, 4, 13), days(30), Conditions(starts_at_midnight=True))
    assert plain.due_on - midnight.due_on == ONE_DAY
    assert "0시" in midnight.steps[0].words.ko


def test_a_supplement_cannot_come_before_it_was_asked_for():
    with pytest.raises(ValueError, match="asked for later"):
        Pause(date(2025, 1, 2), date(2025, 1, 1))


def test_supplements_are_refused_for_periods_in_months():
    with pytest.raises(ValueError, match="counted in days"):
        period(date(2025, 1, 2), months(2), Conditions(pauses=[Pause(date(2025, 1, 3), date(2025, 1, 4))]))


def test_a_duty_counts_its_first_day_and_does_not_roll():
    counted = duty(date(2026, 1, 1), years(2))
    assert counted.due_on == date(2027, 12, 31)
    assert duty(date(2026, 9, 21), days(5)).due_on == date(2026, 9, 25)


def test_a_duty_that_would_harm_the_person_is_counted_the_other_way():
    counted = duty(date(2026, 9, 21), days(5), worse_for_the_person=True)
    assert (counted.mode, counted.due_on) == ("CAL-A", date(2026, 9, 28))


def test_a_text_takes_effect_even_on_a_sunday():
    counted = effective(date(2026, 2, 10), months(3))
    assert counted.raw_due_on.weekday() == 6
    assert counted.due_on == date(2026, 5, 11)


def test_going_back_by_months_stops_at_the_end_of_a_short_month():
    assert backward(date(2026, 4, 30), months(2)).due_on == date(2026, 2, 28)


def test_every_day_off_that_moved_an_end_is_a_step_of_its_own():
    due, steps = roll(date(2026, 9, 24))
    assert due == date(2026, 9, 28)
    assert [step.first.day for step in steps] == [24, 25, 26, 27]
    assert all(step.citation.article == "제161조" for step in steps)


def test_an_end_beyond_the_known_holidays_is_refused_with_the_limit():
    with pytest.raises(UnknownCalendar) as refusal:
        period(date(2027, 12, 20), days(30))
    assert refusal.value.known_until == date(2027, 12, 31)
    assert "2027-12-31" in refusal.value.sentence.ko


def test_a_local_holiday_is_refused_because_it_is_not_verified():
    with pytest.raises(NotVerified, match="CAL-M"):
        local_holiday(date(2026, 4, 3))


def test_an_ad_hoc_holiday_entered_later_moves_an_end():
    table = national_table().with_entry(
        on=date(2026, 10, 2), name=Words("임시공휴일", "Ad hoc holiday"), source="국무회의 의결"
    )
    assert period(date(2026, 9, 2), days(30)).due_on == date(2026, 10, 2)
    assert period(date(2026, 9, 2), days(30), Conditions(table=table)).due_on == date(2026, 10, 6)


def test_months_between_months_need_months_to_be_known():
    month, year = PartialDate.parse("2019-07"), PartialDate.parse("2023")
    assert calendar_months(month, year) is None
    assert calendar_months(month, PartialDate.parse("")) is None
