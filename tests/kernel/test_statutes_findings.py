"""What a finding keeps of the count behind it, and counters of lengths that no clock has today."""

from dataclasses import replace
from datetime import date

import pytest

from madang.kernel.clocks.holidays import shipped_table
from madang.kernel.statutes.answers import Status, TraceStep
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import (
    count_of,
    done_by,
    either,
    fails,
    holds,
    period_over,
    steps_of,
    timely,
)
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.prepared import counter_of
from madang.kernel.words import Words

DUE = due_date("DES-02", start=date(2020, 5, 26))
COUNT = [(step.words, step.last, step.citation, "DES-02") for step in DUE.steps]
YES, NO = Words("예", "yes"), Words("아니요", "no")


def kept(trace):
    return [(step.words, step.value, step.citation, step.rule_id) for step in trace]


def test_each_step_of_a_count_keeps_its_last_day_its_provision_and_its_rule():
    assert kept(steps_of(DUE.steps, DUE.rule_id)) == COUNT
    assert kept(count_of(DUE)) == COUNT
    assert {step.rule_id for step in steps_of(DUE.steps)} == {""}


@pytest.mark.parametrize(
    ("find", "status"),
    [
        (lambda: timely(date(2020, 6, 25), DUE), Status.SATISFIED),
        (lambda: timely(date(2020, 6, 26), DUE), Status.BREACHED),
        (lambda: period_over(date(2020, 6, 26), DUE), Status.SATISFIED),
        (lambda: period_over(date(2020, 6, 25), DUE), Status.BREACHED),
        (lambda: done_by(Facts({}, date(2020, 6, 1), date(2020, 6, 26)), DUE, "replied_on"), Status.BREACHED),
    ],
)
def test_a_finding_about_a_due_date_carries_that_day_and_the_count(find, status):
    found = find()
    assert (found.status, found.value, kept(found.trace)) == (status, date(2020, 6, 25), COUNT)


@pytest.mark.parametrize(
    "find",
    [
        lambda trace: holds(*YES, trace=trace),
        lambda trace: fails(*NO, trace=trace),
        lambda trace: either(True, YES, NO, trace=trace),
        lambda trace: either(False, YES, NO, trace=trace),
    ],
)
def test_steps_that_can_be_read_only_once_are_kept_for_every_reader(find):
    step = TraceStep(YES, 1)
    found = find(iter([step]))
    assert [*found.trace, *found.trace] == [step, step]


def test_a_counter_back_by_weeks_and_one_of_five_working_days_count_as_their_ways_do():
    table, seven = shipped_table(), parameter("petition.grievance_days", date(2026, 7, 1))
    before = parameter("hearing.announcement_days", date(2026, 7, 1))
    by_weeks = counter_of("PLN-08", replace(before, value=2, unit="weeks"), table)
    assert by_weeks(date(2026, 7, 31)) == date(2026, 7, 17)
    explained = due_date("PET-02.grievance", start=date(2026, 7, 1)).due_on
    six = counter_of("PET-02.grievance", replace(seven, value=6), table)
    five = counter_of("PET-02.grievance", replace(seven, value=5), table)
    assert six(date(2026, 7, 1)) == date(2026, 7, 8)
    # five would be counted in hours, which is left to the explained count of the clock
    assert five(date(2026, 7, 1)) == explained == date(2026, 7, 9)
