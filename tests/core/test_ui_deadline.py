"""The deadline: never a bare date, and every state in words."""

from datetime import date, timedelta

import pytest
from django.template import Context, engines
from django.utils import translation

from madang.core.ui.tags.time import ui_deadline
from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.due import due_date

DUE = due_date("DES-03", start=date(2020, 5, 26))


def shown(source: str, **context: object) -> str:
    return engines["django"].engine.from_string(source).render(Context(context))


@pytest.mark.parametrize(
    ("today", "state", "distance"),
    [
        (date(2020, 5, 26), "far", "90일 남음"),
        (date(2020, 8, 16), "far", "8일 남음"),
        (date(2020, 8, 17), "soon", "7일 남음"),
        (date(2020, 8, 23), "soon", "1일 남음"),
        (date(2020, 8, 24), "today", "오늘까지"),
        (date(2020, 8, 25), "overdue", "1일 지남"),
        (None, "dated", ""),
    ],
)
def test_a_deadline_says_how_far_it_is_from_the_day_given(today, state, distance):
    told = ui_deadline(DUE, today=today)
    assert (told["state"], told["distance"]) == (state, distance)


def test_a_deadline_shows_each_step_of_its_sum_with_article_and_counting_mode():
    page = shown("{% ui_deadline due today=today %}", due=DUE, today=date(2020, 8, 1))
    assert "2020. 8. 24.(월)" in page
    assert "제44조제1항" in page
    assert page.count("<li>") == len(DUE.steps) >= 3
    assert "「민법」 제157조" in page
    assert "말일이 토요일이나 공휴일이면 다음 날까지" in page
    assert "CAL-A" not in page


def test_a_supplement_appears_among_the_steps_of_the_sum():
    paused = due_date("DES-03", start=date(2026, 8, 27), pauses=[Pause(date(2026, 9, 1), date(2026, 9, 10))])
    assert shown("{% ui_deadline due %}", due=paused).count("<li>") > len(DUE.steps)


def test_a_deadline_that_nobody_verified_shows_no_date_at_all():
    page = shown("{% ui_deadline nothing today=today %}", today=date(2020, 8, 1), nothing=None)
    assert "확인되지 않음" in page
    assert "<time" not in page
    assert "<details" not in page


def test_a_stopped_clock_gives_its_reason_and_counts_no_days():
    page = shown('{% ui_deadline due today=today stopped="보완 기간" %}', due=DUE, today=date(2020, 8, 30))
    assert "보완 기간" in page
    assert "기간 정지" in page
    assert "지남" not in page


def test_a_thing_that_was_done_in_time_is_never_called_overdue():
    told = ui_deadline(DUE, today=date(2021, 1, 1), met_on=date(2020, 8, 20))
    assert (told["state"], told["distance"]) == ("met", "처리됨")


def test_a_thing_that_was_done_late_keeps_the_days_by_which_it_was_late():
    told = ui_deadline(DUE, today=date(2021, 1, 1), met_on=DUE.due_on + timedelta(days=6))
    assert (told["state"], told["distance"]) == ("late", "6일 늦게 처리됨")


def test_one_day_and_many_days_are_counted_properly_in_english():
    with translation.override("en"):
        assert ui_deadline(DUE, today=date(2020, 8, 23))["distance"] == "1 day left"
        assert ui_deadline(DUE, today=date(2020, 8, 26))["distance"] == "2 days overdue"
        assert "Art. 44(1)" in shown("{% ui_deadline due %}", due=DUE)
