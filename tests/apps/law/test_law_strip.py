"""The calendar of a sum marks exactly the days that count, and says the same in lines of text."""

from datetime import date, timedelta

import pytest

from madang.apps.law.strip import MOST_MONTHS, strip_of
from madang.kernel.clocks.holidays import shipped_table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter

TABLE = shipped_table()


def kinds(strip):
    """Day → kind, of every day drawn within the period."""
    return {c.day: c.kind for m in strip.months for week in m.weeks for c in week if c and c.kind}


def drawn(rule_id, start, **given):
    """The due date and its calendar."""
    due = due_date(rule_id, start=start, **given)
    return due, strip_of(due, TABLE, in_days=True)


@pytest.mark.parametrize(("rule_id", "number"), [
    ("DES-03", "designation.decision_days"), ("PLN-05", "plan.notice_days"), ("PLN-08", "hearing.announcement_days"),
    ("FOI-01", "disclosure.decision_days"), ("PET-02.suggestion", "petition.suggestion_days"),
])  # fmt: skip
def test_the_marked_days_are_as_many_as_the_law_says(rule_id, number):
    for offset in range(0, 370, 7):
        start = date(2024, 12, 1) + timedelta(days=offset)
        _due, strip = drawn(rule_id, start)
        numbers = [c.n for m in strip.months for week in m.weeks for c in week if c and c.n]
        assert sorted(numbers) == list(range(1, parameter(number, start).value + 1)), start


def test_days_of_a_supplement_carry_no_number_and_move_the_end():
    pause = Pause(date(2020, 6, 3), date(2020, 6, 10))
    due, strip = drawn("DES-03", date(2020, 5, 26), pauses=[pause])
    found = kinds(strip)
    assert [day for day, kind in found.items() if kind == "pause"] == [date(2020, 6, n) for n in range(3, 11)]
    assert found[date(2020, 5, 26)] == "start"
    assert found[due.due_on] == "due"


def test_an_end_on_a_holiday_is_marked_as_moved_with_its_name():
    due, strip = drawn("DES-02", date(2026, 6, 17))
    assert due.due_on == date(2026, 7, 20)
    assert [kinds(strip)[date(2026, 7, n)] for n in (16, 17, 18, 19, 20)] == [
        "counted",
        *["rolled"] * 3,
        "due",
    ]
    assert "말일이 쉬는 날이라 넘어감 (제헌절, 토요일, 일요일)" in "\n".join(line.ko for line in strip.lines)
    assert (date(2026, 7, 17), "Constitution Day") in [(day, name.en) for day, name in strip.holidays]


def test_working_days_leave_weekends_and_holidays_out():
    _due, strip = drawn("FOI-01", date(2025, 4, 30))
    found = kinds(strip)
    assert found[date(2025, 4, 30)] == "counted"
    assert [found[date(2025, 5, n)] for n in (1, 2, 3, 4, 5, 6, 7)] == [
        "counted",
        "counted",
        *["off"] * 4,
        "counted",
    ]


def test_a_count_backward_begins_before_the_event():
    due, strip = drawn("PLN-08", date(2020, 4, 29))
    found = kinds(strip)
    assert (found[due.due_on], found[date(2020, 4, 28)], found[date(2020, 4, 29)]) == (
        "due",
        "counted",
        "event",
    )


def test_a_report_due_on_a_fixed_day_counts_nothing():
    _due, strip = drawn("EVA-05", date(2023, 5, 1))
    assert set(kinds(strip).values()) == {"rolled", "due"}


def test_a_term_of_years_leaves_out_the_months_in_between():
    due = due_date("EX-14", start=date(2025, 1, 2))
    strip = strip_of(due, TABLE, in_days=False)
    assert len(strip.months) <= MOST_MONTHS
    assert strip.months[0].title.en == "January 2025"
    assert sum(month.gap for month in strip.months) > 40
    assert all(cell.n == 0 for m in strip.months for week in m.weeks for cell in week if cell)


def test_the_lines_of_text_name_every_day_of_the_period_once():
    due, strip = drawn("DES-03", date(2020, 5, 26), pauses=[Pause(date(2020, 6, 3), date(2020, 6, 10))])
    assert [line.ko.rsplit(": ", 1)[1] for line in strip.lines] == [
        "시작한 날(세지 않음)", "세는 날, 1일째부터 7일째", "보완 기간이라 세지 않음, 8일", "세는 날, 8일째부터 89일째", "기한, 90일째",
    ]  # fmt: skip
    assert due.due_on == date(2020, 9, 1)
