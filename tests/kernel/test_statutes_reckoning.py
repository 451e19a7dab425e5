"""One question, one answer: exact, a range, or a refusal that names the part of the question it is about."""

from datetime import date, time

import pytest

from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.reckoning import (
    Question,
    TooRough,
    is_verified,
    may_pause,
    needs_time,
    place_of,
    reckon,
)
from madang.kernel.statutes.refusals import Refusal

d, coarse = date.fromisoformat, PartialDate.parse


def test_an_hour_is_taken_as_the_hour_of_seoul_and_told_with_its_zone():
    found = reckon(Question("PRV-07", coarse("2026-09-25"), time(9)))
    assert found.is_exact
    assert found.earliest.due_at.isoformat() == "2026-09-28T09:00:00+09:00"


def test_the_same_day_at_another_hour_is_no_exact_answer():
    found = reckon(Question("PET-05.transfer", coarse("2025-05"), time(10)))
    assert not found.is_exact


def test_a_rough_day_of_the_case_spans_both_versions_and_names_itself():
    found = reckon(Question("CHG-02.reply", coarse("2024-08-06"), on=coarse("2024-08")))
    assert (found.earliest.due_on, found.latest.due_on) == (d("2024-08-21"), d("2024-09-05"))
    assert "적용할 법령을 정하는 날(2024-08)을 날까지 알 수 없음" in found.sentence.ko
    assert "the version of the law (2024-08) is not known" in found.sentence.en


def test_two_days_known_only_to_the_year_are_too_rough_for_a_range():
    question = Question("CHG-02.reply", coarse("2024"), on=coarse("2024"))
    with pytest.raises(TooRough) as refusal:
        reckon(question)
    assert place_of(refusal.value, question) == "on"
    assert "2024" in refusal.value.sentence.en


def test_the_day_of_knowledge_decides_about_the_holidays():
    question = Question("DES-02", coarse("2026-06-17"))
    assert reckon(question).earliest.due_on == d("2026-07-20")
    known = Question("DES-02", coarse("2026-06-17"), known_on=d("2026-01-02"))
    assert reckon(known).earliest.due_on == d("2026-07-17")


PAUSE = Pause(d("2020-06-01"), d("2020-06-10"))


@pytest.mark.parametrize(("question", "place"), [
    (Question("DES-03", coarse("2019-04-16")), "start"),
    (Question("DES-03", coarse("2020-05-26"), on=coarse("2019-04-16")), "on"),
    (Question("DES-03", coarse("2031-01-01")), "start"),
    (Question("DES-03", coarse("")), "start"),
    (Question("CHG-02", coarse("2024-08-01")), "on"),
    (Question("PRV-07", coarse("2026-09-25")), "at"),
    (Question("DES-03", coarse("2020-06-02"), pauses=(PAUSE,)), "pauses"),
    (Question("PLN-05", coarse("2020-05-26"), pauses=(PAUSE,)), "pauses"),
    (Question("DES-03", coarse("2020-05-26"), extensions=1), "extensions"),
    (Question("PRV-07", coarse("2026-09-25"), time(9), starts_at_midnight=True), "starts_at_midnight"),
    (Question("DES-99", coarse("2020-05-26")), "rule"),
])  # fmt: skip
def test_a_refusal_names_the_part_of_the_question_it_is_about(question, place):
    with pytest.raises(Refusal) as refusal:
        reckon(question)
    assert place_of(refusal.value, question) == place
    assert refusal.value.sentence.ko != refusal.value.sentence.en


def test_what_a_clock_asks_for_is_read_off_the_clock():
    assert (needs_time(clock("PRV-07")), needs_time(clock("DES-03"))) == (True, False)
    assert (may_pause(clock("DES-03")), may_pause(clock("PLN-05"))) == (True, False)
    assert is_verified(clock("DES-03"))
