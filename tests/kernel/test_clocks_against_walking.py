"""Every counting mode against a slow counter that walks from day to day over another source's holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.clocks.counting import Conditions, Pause, backward, duty, effective, period
from madang.kernel.clocks.holidays import national_table
from madang.kernel.clocks.lengths import Length, Unit, days, months, weeks, years
from madang.kernel.clocks.pauses import PauseLeavesPeriod
from madang.kernel.clocks.working_time import disclosure_days, petition_days
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from tests.kernel.walking import ONE_DAY, months_before, months_end, period_end, rolled, working_day

steady = settings(derandomize=True, deadline=None, max_examples=200)
starts = st.dates(date(2015, 1, 2), date(2025, 12, 31))
countings = st.sampled_from(["between", "both_ends"])
#: for each supplement: days until it is asked for, after the one before was received, and how long it takes
gaps = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 25)), max_size=4)


def pauses_from(start, gaps_):
    found, day = [], start
    for wait, long in gaps_:
        asked = day + wait * ONE_DAY
        day = asked + long * ONE_DAY
        found.append((asked, day))
    return found


def in_time(start, n, pauses, counting, limit=None):
    """The supplements up to the first that was asked too late, and whether there was one."""
    for index, (asked, _) in enumerate(pauses):
        if asked > period_end(start + ONE_DAY, n, pauses[:index], counting, limit):
            return pauses[:index], True
    return pauses, False


@given(starts, st.integers(1, 400), st.booleans())
@steady
def test_a_plain_period_ends_where_walking_ends(start, n, midnight):
    first = start if midnight else start + ONE_DAY
    counted = period(start, days(n), Conditions(starts_at_midnight=midnight))
    assert counted.due_on == period_end(first, n)


@given(starts, st.integers(1, 60), gaps, countings)
@steady
def test_a_period_with_supplements_ends_where_walking_ends(start, n, gaps_, counting):
    pauses, is_late = in_time(start, n, pauses_from(start, gaps_), counting)
    given_ = Conditions(pauses=[Pause(*p) for p in reversed(pauses)], pause_counting=counting)
    assert period(start, days(n), given_).due_on == period_end(start + ONE_DAY, n, pauses, counting)
    if is_late:
        whole = [Pause(*p) for p in pauses_from(start, gaps_)]
        with pytest.raises(PauseLeavesPeriod):
            period(start, days(n), Conditions(pauses=whole, pause_counting=counting))


@given(starts, st.integers(1, 60), gaps, countings)
@steady
def test_a_late_supplement_of_record_takes_nothing_out(start, n, gaps_, counting):
    all_pauses = pauses_from(start, gaps_)
    pauses, _ = in_time(start, n, all_pauses, counting)
    recorded = [Pause(*p, of_record=True) for p in all_pauses]
    counted = period(start, days(n), Conditions(pauses=recorded, pause_counting=counting))
    assert counted.due_on == period_end(start + ONE_DAY, n, pauses, counting)


@given(starts, st.integers(1, 60), gaps, st.tuples(countings, st.integers(0, 60)))
@steady
def test_a_hard_stop_ends_where_walking_ends(start, n, gaps_, counting_and_more):
    counting, more = counting_and_more
    limit = start + (n + more) * ONE_DAY
    pauses, _ = in_time(start, n, pauses_from(start, gaps_), counting, limit)
    given_ = Conditions([Pause(*p) for p in pauses], counting, hard_stop_days=n + more)
    counted = period(start, days(n), given_)
    assert counted.due_on == period_end(start + ONE_DAY, n, pauses, counting, limit)
    assert counted.raw_due_on <= limit


@given(starts, st.integers(1, 24))
@steady
def test_periods_of_months_end_where_walking_ends(start, n):
    assert period(start, months(n)).raw_due_on == months_end(start + ONE_DAY, n)
    assert period(start, months(n)).due_on == rolled(months_end(start + ONE_DAY, n))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 30), st.sampled_from(Unit))
@steady
def test_duties_and_effective_days_follow_walking_and_never_roll(start, n, unit):
    ends = {
        Unit.DAY: lambda first: first + (n - 1) * ONE_DAY,
        Unit.WEEK: lambda first: first + (7 * n - 1) * ONE_DAY,
        Unit.MONTH: lambda first: months_end(first, n),
        Unit.YEAR: lambda first: months_end(first, 12 * n),
    }
    assert duty(start, Length(n, unit)).due_on == ends[unit](start)
    assert effective(start, Length(n, unit)).due_on == ends[unit](start + ONE_DAY) + ONE_DAY


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 30))
@steady
def test_going_back_arrives_where_walking_back_does(event, n):
    assert backward(event, days(n)).due_on == event - timedelta(days=n)
    assert backward(event, weeks(n)).due_on == event - timedelta(days=7 * n)
    assert backward(event, months(n)).due_on == months_before(event, n)
    assert backward(event, years(n)).due_on == months_before(event, 12 * n)


@given(starts, st.integers(6, 60), gaps, countings)
@steady
def test_working_days_with_supplements_end_where_walking_ends(start, n, gaps_, counting):
    pauses, day = [], start
    for asked, received in pauses_from(start, gaps_):
        if asked <= working_day(start, n, pauses, counting):
            pauses.append((asked, received))
    given_ = Conditions([Pause(*p) for p in pauses], counting)
    day = working_day(start, n, pauses, counting)
    assert petition_days(start, n, given_).due_on == day
    assert disclosure_days(start, n, given_).due_on == day


@given(starts, st.integers(1, 250))
@steady
def test_the_nth_working_day_is_found_by_walking_too(start, n):
    assert national_table().working_day(start, n) == working_day(start, n)


@given(
    st.sampled_from(["EX-04", "EX-06", "EX-19", "IP-03"]),
    st.dates(date(2024, 8, 7), date(2026, 12, 1)),
    st.tuples(st.integers(0, 1), gaps, countings),
)
@settings(derandomize=True, deadline=None, max_examples=150)
def test_clocks_with_extensions_and_supplements_end_where_walking_ends(rule_id, start, bends):
    extensions, gaps_, counting = bends
    asked = clock(rule_id)
    n = parameter(asked.parameter, start).value
    n += extensions * parameter(asked.extension, start).value
    stop = parameter(asked.hard_stop, start).value if asked.hard_stop else None
    limit = start + stop * ONE_DAY if stop else None
    pauses, _ = in_time(start, n, pauses_from(start, gaps_ if asked.may_pause else []), counting, limit)
    expected = period_end(start + ONE_DAY, n, pauses, counting, limit)
    found = due_date(
        rule_id,
        start=start,
        pauses=[Pause(*p) for p in pauses],
        pause_counting=counting,
        extensions=extensions,
    )
    assert found.due_on == expected
