"""Clocks at the edges of their tables: the first day behind the known ones, arrays that share memory, days off."""

from datetime import date, timedelta

import numpy as np
import pytest

from madang.kernel.clocks import bulk
from madang.kernel.clocks.holidays import UnknownCalendar, shipped_table

UNTIL = shipped_table().known_until
NUMBERS = np.array([1, 1])


def array(*days):
    return np.array(days, "M8[D]")


@pytest.mark.parametrize("behind", [1, 2, 3, 400])
@pytest.mark.parametrize("count", [bulk.days_after, bulk.working_days])
@pytest.mark.parametrize("n", [1, NUMBERS])
def test_a_start_behind_the_table_is_refused_by_its_own_day(behind, count, n):
    starts = array("2026-01-02", UNTIL + timedelta(days=behind))
    with pytest.raises(UnknownCalendar) as refusal:
        count(starts, n)
    assert str(UNTIL + timedelta(days=behind)) in refusal.value.sentence.en


@pytest.mark.parametrize("count", [bulk.days_after, bulk.working_days])
def test_the_last_known_working_day_is_found_and_the_next_is_refused(count):
    last = UNTIL if not shipped_table().is_day_off(UNTIL) else shipped_table().known_until
    assert bulk.working_days(array(last), 1).tolist() == [last]
    with pytest.raises(UnknownCalendar, match=str(UNTIL + timedelta(days=1))):
        count(array(last), 2 if count is bulk.working_days else 1)


@pytest.mark.parametrize("size", [10, 3 * bulk.CHUNK + 7])
@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_an_answer_may_lie_in_the_memory_of_its_starts(size, shift):
    first = np.datetime64("2025-01-02")
    memory = first + (np.arange(size + 2) % 300).astype("m8[D]")
    starts, out = memory[1:-1], memory[1 + shift : size + 1 + shift]
    for count, n in ((bulk.days_after, 6), (bulk.working_days, 6), (bulk.days_after, np.full(size, 6))):
        memory[:] = first + (np.arange(size + 2) % 300).astype("m8[D]")
        wanted = count(starts.copy(), n)
        assert np.array_equal(count(starts, n, out=out), wanted)


def test_a_day_without_a_name_has_no_holiday():
    assert shipped_table().holiday_on(date(2026, 1, 2)) is None
    assert shipped_table().holiday_on(date(2026, 1, 1)) is not None
