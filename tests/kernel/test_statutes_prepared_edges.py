"""Prepared counters at their edges, in every kind of clock: the first and last day of a version and of the table."""

from datetime import date, datetime, timedelta

import pytest

from madang.kernel.clocks.holidays import Holiday, shipped_table
from madang.kernel.clocks.lengths import shift_months
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.prepared import counter_of, plain_due
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words
from tests.kernel.test_statutes_due_told import one_of_each_kind

DAY = timedelta(days=1)
#: in the middle of what is known, and around the first and the last day of the table
STARTS = [date(2026, 7, 3), date(2025, 9, 29), date(2026, 1, 31), date(2024, 2, 29)]
STARTS += [
    date(year, month, day) for year in (2015, 2027, 2028) for month, day in ((1, 1), (12, 1), (12, 31))
]


def outcome(count, *args, **more):
    try:
        return count(*args, **more)
    except Refusal as refusal:
        return type(refusal)


def explained(rule_id, start, **more):
    return outcome(lambda: due_date(rule_id, start=start, **more).due_on)


def edges(rule_id):
    """The days around the versions of a number, and around the last days that a table still counts."""
    found = set(STARTS)
    for number in parameter_editions(clock(rule_id).parameter):
        for day in (number.in_force_from, number.in_force_until or date(2027, 6, 1)):
            found |= {day - DAY, day, day + DAY}
    for back in (1, 2, 3, 6, 12, 24, 36, 60):
        found |= {shift_months(date(2028, 1, 1), -back)[0] + n * DAY for n in (-2, -1, 0, 1)}
    last, most = date(2028, 1, 31), 120
    found |= {last - n * DAY for n in range(0, most, 7)}
    return sorted(found)


@pytest.mark.parametrize("rule_id", one_of_each_kind())
def test_a_prepared_counter_agrees_at_its_edges_with_any_table(rule_id):
    off = [date(2026, 8, 3), date(2026, 9, 1), date(2026, 10, 1), date(2026, 7, 14)]
    entries = [Holiday(d, Words("쉬는 날", "Day off"), "cabinet", "의결", decided_on=d - DAY) for d in off]
    for table in (shipped_table(), shipped_table().with_entries(entries)):
        counters = [
            (number, counter_of(rule_id, number, table))
            for number in parameter_editions(clock(rule_id).parameter)
        ]
        plain = plain_due(rule_id, table)
        for start in (*edges(rule_id), datetime.fromisoformat("2026-07-03T10:00+09:00")):
            assert outcome(plain, start) == explained(rule_id, start, table=table)
            for number, counter in counters:
                expected = explained(rule_id, start, on=number.in_force_from, table=table)
                assert outcome(counter, start) == expected
