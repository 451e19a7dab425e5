"""Counting: each mode explains every step, and refuses with a sentence what cannot be counted.

That the sums are right is looked at in ``test_clocks_against_walking``.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.counting import (
    Conditions,
    Pause,
    PausesNeedDays,
    backward,
    duty,
    effective,
    local_holiday,
    period,
    roll,
)
from madang.kernel.clocks.holidays import UnknownCalendar, national_table
from madang.kernel.clocks.lengths import (
    BeyondTheCalendar,
    NoLength,
    NotInMonths,
    calendar_months,
    days,
    end_of,
    months,
    shift_months,
    weeks,
    years,
)
from madang.kernel.clocks.pauses import PauseLeavesPeriod, PausesOverlap, ReceivedBeforeAsked
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import NotVerified
from madang.kernel.words import Words

ONE_DAY = timedelta(days=1)
starts = st.dates(date(2019, 1, 1), date(2026, 6, 1))


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


def test_lengths_of_weeks_and_years_follow_the_calendar():
    assert end_of(date(2026, 3, 2), weeks(2)) == date(2026, 3, 15)
    assert end_of(date(2024, 2, 29), years(1)) == date(2025, 2, 28)
    assert shift_months(date(2024, 3, 31), -1) == (date(2024, 2, 29), False)


@pytest.mark.parametrize(
    ("asked", "received", "counting", "due"),
    [
        # Thirty days from Thursday 2025-01-02 end on Saturday 2025-02-01 and roll to Monday 2025-02-03.
        ("2025-02-01", "2025-02-06", "between", "2025-02-06"),
        ("2025-02-01", "2025-02-06", "both_ends", "2025-02-07"),
        ("2025-02-03", "2025-02-06", "between", "2025-02-06"),
        ("2025-02-03", "2025-02-06", "both_ends", "2025-02-07"),
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
    assert counted.raw_due_on == date(2026, 4, 5)
    assert "90일째" in counted.steps[-2].words.ko
    assert counted.steps[-1].citation.article == "제161조"


def test_a_hard_stop_that_is_not_reached_asks_for_no_holidays_of_its_day():
    counted = period(date(2027, 11, 20), days(30), Conditions(hard_stop_days=90))
    assert counted.due_on == date(2027, 12, 20)
    far = Pause(date(2027, 9, 10), date(2028, 3, 1))
    assert period(date(2027, 9, 1), days(30), Conditions([far], hard_stop_days=90)).due_on == date(
        2027, 11, 30
    )


def test_a_period_that_begins_at_midnight_counts_its_first_day():
    plain = period(date(2020, 4, 13), days(30))
    midnight = period(date(2020, 4, 13), days(30), Conditions(starts_at_midnight=True))
    assert plain.due_on - midnight.due_on == ONE_DAY
    assert "0시" in midnight.steps[0].words.ko


SUPPLEMENTS = [("2025-01-05", "2025-01-08"), ("2025-01-08", "2025-01-10"), ("2025-01-20", "2025-01-20")]


def refused(kind, *pauses, start="2025-01-02", n=30):
    """Count with these supplements and return the refusal."""
    given_ = Conditions(pauses=[Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in pauses])
    with pytest.raises(kind) as caught:
        period(date.fromisoformat(start), days(n), given_)
    return caught.value


def test_a_supplement_cannot_come_before_it_was_asked_for():
    assert Pause(date(2025, 1, 2), date(2025, 1, 2))
    with pytest.raises(ReceivedBeforeAsked) as refusal:
        Pause(date(2025, 1, 2), date(2025, 1, 1))
    assert "2025년 1월 2일(목)에 요구하고 2025년 1월 1일(수)에 접수한 보완" in refusal.value.sentence.ko
    assert "앞섭니다" in refusal.value.sentence.ko
    assert "asked for later than it was received" in refusal.value.sentence.en


def test_supplements_that_overlap_are_refused_and_the_later_one_is_named():
    assert period(date(2025, 1, 2), days(30), Conditions([Pause(date(2025, 1, 5), date(2025, 1, 8))]))
    found = refused(PausesOverlap, ("2025-01-05", "2025-01-08"), ("2025-01-07", "2025-01-20"))
    assert found.pause.asked == date(2025, 1, 7)
    assert "2025년 1월 8일(수)보다 먼저 요구되어" in found.sentence.ko
    assert "received only on Wed 8 January 2025" in found.sentence.en


def test_a_supplement_may_be_asked_on_the_day_the_one_before_came():
    given_ = Conditions([Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in SUPPLEMENTS])
    counted = period(date(2025, 1, 2), days(30), given_)
    taken = [step.words.en.split(" ")[0] for step in counted.steps[2:5]]
    assert taken == ["4", "2", "1"]
    assert counted.raw_due_on == date(2025, 2, 8)


def test_a_supplement_asked_before_the_start_is_refused():
    assert period(date(2025, 1, 2), days(30), Conditions([Pause(date(2025, 1, 2), date(2025, 1, 3))]))
    found = refused(PauseLeavesPeriod, ("2025-01-01", "2025-01-03"))
    assert (found.limit, found.pause.asked) == (date(2025, 1, 2), date(2025, 1, 1))
    assert "기간이 시작된 2025년 1월 2일(목)보다 먼저" in found.sentence.ko
    assert "before the period began on Thu 2 January 2025" in found.sentence.en


def test_a_supplement_asked_after_the_end_is_refused_and_the_end_is_told():
    assert refused(PauseLeavesPeriod, ("2025-02-04", "2025-02-06")).limit == date(2025, 2, 3)
    found = refused(PauseLeavesPeriod, ("2025-01-05", "2025-01-08"), ("2025-02-06", "2025-02-08"))
    assert found.limit == date(2025, 2, 5)
    assert "기간이 2025년 2월 5일(수)에 끝난 뒤에 요구되었습니다" in found.sentence.ko
    assert "the period had ended on Wed 5 February 2025" in found.sentence.en


def test_a_supplement_asked_after_the_hard_stop_is_refused_with_its_day():
    long, later = Pause(date(2026, 1, 10), date(2026, 3, 30)), Pause(date(2026, 4, 7), date(2026, 4, 8))
    assert period(date(2026, 1, 5), days(30), Conditions([long], hard_stop_days=90)).due_on == date(
        2026, 4, 6
    )
    with pytest.raises(PauseLeavesPeriod) as refusal:
        period(date(2026, 1, 5), days(30), Conditions([long, later], hard_stop_days=90))
    assert refusal.value.limit == date(2026, 4, 6)
    assert period(date(2026, 1, 5), days(30), Conditions([long, later])).due_on == date(2026, 4, 27)


def test_the_last_day_for_a_supplement_follows_the_holidays_of_the_count():
    asked = Pause(date(2026, 10, 6), date(2026, 10, 7))
    with pytest.raises(PauseLeavesPeriod):
        period(date(2026, 9, 2), days(30), Conditions([asked]))
    table = national_table().with_entry(
        on=date(2026, 10, 2), name=Words("임시공휴일", "Ad hoc holiday"), source="국무회의 의결"
    )
    assert period(date(2026, 9, 2), days(30), Conditions([asked], table=table)).due_on == date(2026, 10, 8)


def test_a_supplement_of_record_outside_its_period_takes_no_day_out_and_says_so():
    late = Pause(date(2025, 2, 4), date(2025, 2, 6), of_record=True)
    early = Pause(date(2024, 12, 20), date(2025, 1, 2), of_record=True)
    counted = period(date(2025, 1, 2), days(30), Conditions([late, early]))
    assert counted.due_on == date(2025, 2, 3)
    assert ["빠지는 날이 없음" in step.words.ko for step in counted.steps[2:4]] == [True, True]
    assert [step.citation for step in counted.steps[2:4]] == [None, None]


def test_supplements_of_record_that_overlap_take_each_day_out_once():
    first = Pause(date(2025, 1, 6), date(2025, 1, 10), of_record=True)
    inside = Pause(date(2025, 1, 7), date(2025, 1, 8), of_record=True)
    across = Pause(date(2025, 1, 9), date(2025, 1, 13), of_record=True)
    counted = period(date(2025, 1, 2), days(30), Conditions([across, inside, first]))
    assert counted.raw_due_on == date(2025, 2, 9)
    assert [step.words.en.split(" ")[0] for step in counted.steps[2:5]] == ["5", "the", "3"]


def test_a_supplement_asked_on_the_last_day_says_that_this_is_an_interpretation():
    def told(asked):
        given_ = Conditions([Pause(date.fromisoformat(asked), date(2025, 2, 6))])
        return " ".join(step.words.en for step in period(date(2025, 1, 2), days(30), given_).steps)

    assert "last day still stops" not in told("2025-01-31")
    assert "last day still stops the clock (interpretation)" in told("2025-02-01")


def test_supplements_are_refused_for_periods_in_months():
    given_ = Conditions(pauses=[Pause(date(2025, 1, 3), date(2025, 1, 4))])
    with pytest.raises(PausesNeedDays, match="counted in days") as refusal:
        period(date(2025, 1, 2), months(2), given_)
    assert "월이나 연으로 정한 기간" in refusal.value.sentence.ko
    assert period(date(2025, 1, 2), weeks(2), given_).raw_due_on == date(2025, 1, 18)


@pytest.mark.parametrize("n", [0, -3])
def test_a_period_of_nothing_is_refused_in_both_languages(n):
    with pytest.raises(NoLength) as refusal:
        days(n)
    assert "1일 이상" in refusal.value.sentence.ko
    assert f"at least one day, not {n}" in refusal.value.sentence.en


@pytest.mark.parametrize(
    "count",
    [
        lambda: period(date(9999, 12, 30), days(30)),
        lambda: period(date(9999, 12, 30), months(30)),
        lambda: duty(date(9999, 12, 30), weeks(30)),
        lambda: backward(date(1, 1, 5), days(30)),
        lambda: backward(date(1, 1, 5), months(1)),
        lambda: effective(date(9999, 12, 31), days(1)),
    ],
)
def test_a_count_that_leaves_the_calendar_is_refused_with_a_sentence(count):
    with pytest.raises(BeyondTheCalendar) as refusal:
        count()
    assert "달력의 범위" in refusal.value.sentence.ko
    assert "years 1 to 9999" in refusal.value.sentence.en


def test_the_last_days_of_the_calendar_still_count():
    assert duty(date(9999, 12, 30), days(2)).due_on == date(9999, 12, 31)
    assert backward(date(1, 2, 1), months(1)).due_on == date(1, 1, 1)
    assert shift_months(date(9998, 12, 31), 12) == (date(9999, 12, 31), True)


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        # what starts on 29 February is counted from 1 March, what is counted from 29 February ends on the 28th
        ("2024-02-29", years(1), "2025-02-28"),
        ("2024-02-28", years(1), "2025-02-28"),
        ("2023-02-28", years(1), "2024-02-29"),
        ("2024-01-29", months(1), "2024-02-29"),
        ("2023-01-29", months(1), "2023-02-28"),
        ("2020-02-28", years(4), "2024-02-28"),
    ],
)
def test_the_twenty_ninth_of_february_starts_and_ends_periods(start, length, due):
    assert period(date.fromisoformat(start), length).raw_due_on == date.fromisoformat(due)


def test_days_and_weeks_cannot_be_written_in_months():
    assert (months(3).in_months, years(2).in_months) == (3, 24)
    with pytest.raises(NotInMonths) as refusal:
        _ = weeks(2).in_months
    assert refusal.value.sentence.ko == "2주는 월로 나타낼 수 없습니다."


def test_a_duty_counts_its_first_day_and_does_not_roll():
    counted = duty(date(2026, 1, 1), years(2))
    assert counted.due_on == date(2027, 12, 31)
    assert duty(date(2026, 9, 21), days(5)).due_on == date(2026, 9, 25)


def test_a_duty_that_would_harm_the_person_is_counted_the_other_way():
    counted = duty(date(2026, 9, 21), days(5), worse_for_the_person=True)
    assert (counted.mode, counted.due_on) == ("CAL-A", date(2026, 9, 28))
    assert "불리하므로" in counted.steps[0].words.ko
    assert counted.steps[0].citation.article == "제6조제2항"


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
