"""Many starts at once: each equals the single count, and what one count refuses the whole call refuses."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.clocks.bulk import CHUNK, MissingDay, NotDays, days_after, months_after, working_days
from madang.kernel.clocks.holidays import HolidayTable, UnknownCalendar, national_table, shipped_table
from madang.kernel.clocks.lengths import NoLength
from madang.kernel.words import Words
from tests.kernel.walking import DAYS_OFF, ONE_DAY, months_end, period_end, rolled, working_day

EVERY_DAY = np.arange("2015-01-01", "2027-01-01", dtype="datetime64[D]")
steady = settings(derandomize=True, deadline=None, max_examples=60)
starts = st.lists(st.dates(date(2015, 1, 1), date(2025, 12, 31)), min_size=1, max_size=20)


def array(days):
    return np.array(days, dtype="datetime64[D]")


@given(starts, st.integers(1, 400))
@steady
def test_many_starts_with_one_length_end_where_walking_ends(days, n):
    assert days_after(array(days), n).tolist() == [period_end(day + ONE_DAY, n) for day in days]
    assert working_days(array(days), n).tolist() == [working_day(day, n) for day in days]


@given(starts, st.integers(1, 24))
@steady
def test_many_starts_with_months_end_where_walking_ends(days, n):
    assert months_after(array(days), n).tolist() == [rolled(months_end(day + ONE_DAY, n)) for day in days]


@pytest.mark.parametrize("n", [1, 3, 13, 24])
def test_the_ends_of_short_months_are_walked_to_as_well(n):
    days = [day for day in EVERY_DAY.tolist() if day.day >= 26 and day.year in (2023, 2024)]
    assert months_after(array(days), n).tolist() == [rolled(months_end(day + ONE_DAY, n)) for day in days]


@given(starts, st.integers(1, 90))
@steady
def test_many_starts_with_lengths_of_their_own_end_where_walking_ends(days, n):
    lengths = np.arange(n, n + len(days))
    each = list(zip(days, lengths.tolist(), strict=True))
    assert days_after(array(days), lengths).tolist() == [period_end(d + ONE_DAY, m) for d, m in each]
    assert working_days(array(days), lengths).tolist() == [working_day(d, m) for d, m in each]


@pytest.mark.parametrize("n", [1, 14, 90])
def test_every_day_of_the_table_agrees_with_the_array_calendar_of_numpy(n):
    calendar = np.busdaycalendar(holidays=array(sorted(DAYS_OFF)))
    by_numpy = np.busday_offset(EVERY_DAY, n - 1, roll="forward", busdaycal=calendar)
    assert (working_days(EVERY_DAY, n) == by_numpy).all()
    by_numpy = np.busday_offset(EVERY_DAY + n, 0, roll="forward", busdaycal=calendar)
    assert (days_after(EVERY_DAY, n) == by_numpy).all()


def test_more_starts_than_fit_in_one_chunk_are_all_counted():
    many = np.resize(EVERY_DAY, 2 * CHUNK + 3)
    lengths = np.resize(np.arange(1, 12), many.size)
    assert (days_after(many, 30) == np.resize(days_after(EVERY_DAY, 30), many.size)).all()
    assert (working_days(many, lengths)[-3:] == working_days(many[-3:], lengths[-3:])).all()
    assert (days_after(many, lengths)[CHUNK:][:3] == days_after(many[CHUNK:][:3], lengths[CHUNK:][:3])).all()


def test_an_array_may_be_filled_and_may_be_the_starts_themselves():
    expected = working_days(EVERY_DAY, 14)
    out = np.empty_like(EVERY_DAY)
    assert working_days(EVERY_DAY, 14, out=out) is out
    assert (out == expected).all()
    in_place = EVERY_DAY.copy()
    assert working_days(in_place, 14, out=in_place) is in_place
    assert (in_place == expected).all()
    assert EVERY_DAY[0] == np.datetime64("2015-01-01")
    lengths = np.resize(np.arange(1, 12), EVERY_DAY.size)
    for counted in (days_after, working_days):
        assert counted(EVERY_DAY, lengths, out=out) is out
        assert (out == counted(EVERY_DAY, lengths)).all()
    assert months_after(EVERY_DAY, 2, out=out) is out


def test_any_shape_of_array_keeps_its_shape():
    square = EVERY_DAY[:400].reshape(20, 20)
    assert (days_after(square, 30).reshape(-1) == days_after(EVERY_DAY[:400], 30)).all()
    assert (days_after(square.T, 30) == days_after(square, 30).T).all()
    assert working_days(EVERY_DAY[:0], 3).size == 0
    lengths = np.arange(1, 401).reshape(20, 20)
    row = lengths.reshape(-1)
    assert (days_after(square, lengths).reshape(-1) == days_after(EVERY_DAY[:400], row)).all()
    assert days_after(EVERY_DAY[:0], row[:0]).size == 0
    assert (working_days(square, lengths[:1])[1] == working_days(EVERY_DAY[20:40], row[:20])).all()


def test_another_table_is_counted_with_when_given():
    later = shipped_table().with_entry(
        on=date(2026, 10, 2), name=Words("임시", "Ad hoc"), source="국무회의 의결"
    )
    start = array([date(2026, 9, 2)])
    assert days_after(start, 30).tolist() == [date(2026, 10, 2)]
    assert days_after(start, 30, table=later).tolist() == [date(2026, 10, 6)]
    assert months_after(start, 1, table=later).tolist() == [date(2026, 10, 6)]
    assert working_days(array([date(2026, 10, 1)]), 2, table=later).tolist() == [date(2026, 10, 6)]


@pytest.mark.parametrize("counted", [days_after, working_days, months_after])
@pytest.mark.parametrize("day", ["2014-12-31", "2028-01-01", "1600-01-01", "9999-01-01"])
def test_one_start_outside_the_table_refuses_them_all_and_is_named(counted, day):
    assert counted(array(["2015-01-01"]), 6).size == 1
    with pytest.raises(UnknownCalendar) as refusal:
        counted(array(["2020-01-01", day]), 6)
    assert refusal.value.day == date.fromisoformat(day)
    assert refusal.value.known_until == national_table().known_until


@pytest.mark.parametrize("day", ["2014-12-31", "2028-01-01", "0001-01-01"])
def test_the_start_that_is_named_is_the_one_outside_not_the_edge_of_the_table(day):
    with pytest.raises(UnknownCalendar) as refusal:
        working_days(array(["2015-01-01", "2027-12-31", day]), 1)
    assert refusal.value.day == date.fromisoformat(day)
    assert refusal.value.known_from == date(2015, 1, 1)


@pytest.mark.parametrize(
    ("counted", "last", "n"),
    [(days_after, "2027-12-25", 6), (working_days, "2027-12-30", 2), (months_after, "2027-11-30", 1)],
)
def test_one_end_outside_the_table_refuses_them_all(counted, last, n):
    final = array([last])
    assert counted(final, n).tolist() == [date(2027, 12, 31)]
    with pytest.raises(UnknownCalendar) as refusal:
        counted(array(["2020-01-01", str(final[0] + 1)]), n)
    assert refusal.value.day == date(2028, 1, 1)


@pytest.mark.parametrize("counted", [days_after, working_days])
def test_one_end_of_its_own_length_outside_the_table_refuses_them_all(counted):
    with pytest.raises(UnknownCalendar):
        counted(array(["2020-01-01", "2027-12-30"]), np.array([1, 9]))
    with pytest.raises(UnknownCalendar):
        counted(array(["2020-01-01", "2020-01-01"]), np.array([1, 90_000]))


@pytest.mark.parametrize(("counted", "n"), [(days_after, 1), (working_days, 2)])
def test_the_first_end_behind_the_table_is_refused_with_a_length_of_its_own(counted, n):
    last = array(["2027-12-30"])
    assert counted(last, np.array([n])).tolist() == [date(2027, 12, 31)]
    with pytest.raises(UnknownCalendar) as refusal:
        counted(last, np.array([n + 1]))
    assert refusal.value.day == date(2028, 1, 1)


def test_a_missing_start_is_refused_with_a_sentence():
    with pytest.raises(MissingDay) as refusal:
        days_after(array(["2020-01-01", "NaT"]), 6)
    assert "비어 있는" in refusal.value.sentence.ko


@pytest.mark.parametrize("counted", [days_after, working_days, months_after])
@pytest.mark.parametrize("n", [0, -1])
def test_a_length_of_nothing_is_refused_with_a_sentence(counted, n):
    with pytest.raises(NoLength) as refusal:
        counted(EVERY_DAY, n)
    assert "1" in refusal.value.sentence.ko


def test_one_length_of_nothing_among_many_is_refused():
    with pytest.raises(NoLength):
        days_after(EVERY_DAY[:2], np.array([3, 0]))


def test_arrays_that_hold_no_whole_days_are_refused():
    for wrong in (np.array([1, 2]), EVERY_DAY.astype("datetime64[s]")):
        with pytest.raises(NotDays) as refusal:
            days_after(wrong, 6)
        assert "datetime64[D]" in refusal.value.sentence.ko
    for out in (np.empty(2), np.empty((2, 2), "datetime64[D]").T[:1]):
        with pytest.raises(NotDays):
            days_after(EVERY_DAY[:2], 6, out=out)


def test_an_answer_of_another_size_is_refused():
    with pytest.raises(NotDays):
        days_after(EVERY_DAY[:5], 6, out=np.empty(4, "datetime64[D]"))


@pytest.mark.parametrize("counted", [days_after, working_days])
def test_a_length_that_no_number_holds_is_refused_and_not_wrapped_around(counted):
    most = np.iinfo(np.int64).max
    for n in (most, np.array([most]), np.array([most - 1, 1])):
        with pytest.raises(UnknownCalendar, match="2028-01-01"):
            counted(array(["2020-01-01"] * np.size(n)), n)


@pytest.mark.parametrize("n", [14, np.array([14, 14])])
def test_a_table_that_begins_before_1970_counts_its_early_days_too(n):
    table = HolidayTable(list(shipped_table()), date(1960, 1, 2), shipped_table().known_until)
    days = array(["1960-01-02", "2025-04-30"])
    assert days_after(days, n, table=table).tolist() == [date(1960, 1, 18), date(2025, 5, 14)]
    assert working_days(days, n, table=table).tolist() == [date(1960, 1, 21), date(2025, 5, 21)]
    with pytest.raises(UnknownCalendar, match="1960-01-01"):
        days_after(days - 1, n, table=table)


def test_months_from_a_table_that_begins_before_1970_end_as_walking_ends():
    table = HolidayTable(list(shipped_table()), date(1960, 1, 2), shipped_table().known_until)
    days = array(["1960-01-30", "2024-01-30"])
    assert months_after(days, 1, table=table).tolist() == [date(1960, 2, 29), date(2024, 2, 29)]
