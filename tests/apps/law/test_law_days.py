"""Days and times as people write them are understood, kept as coarse as they are, or refused with the reason."""

from datetime import time

import pytest

from madang.kernel.written_days import CannotBeRead, read_day, read_day_and_time, read_time


@pytest.mark.parametrize("written", [
    "2026-11-03", "2026. 11. 3.", "2026.11.3", "20261103", "2026년 11월 3일", "２０２６．１１．３．", "2026/11/3",
    " 2026. 11. 3.(화) ", "2026년 11월 3일(화)까지", "3 Nov 2026 (Tue)", "Tue 3 November 2026", "November 3, 2026",
])  # fmt: skip
def test_a_day_is_understood_however_people_write_it(written):
    assert read_day(written).text == "2026-11-03"


@pytest.mark.parametrize(("written", "known"), [
    ("2020-08", "2020-08"), ("2020. 8.", "2020-08"), ("2020년 8월", "2020-08"), ("Aug 2020", "2020-08"), ("2020년", "2020"),
])  # fmt: skip
def test_a_day_known_to_the_month_or_year_is_not_completed(written, known):
    assert read_day(written).text == known


@pytest.mark.parametrize(("written", "why"), [
    ("2026-02-30", "2026년 2월은 28일까지입니다. 30일은 없는 날입니다."),
    ("2023-02-29", "2023년 2월은 28일까지입니다."),
    ("2026-01-00", "0일은 없는 날입니다."),
    ("2026-13-01", "13월은 없는 달입니다."),
    ("3000-01-01", "1900년부터 2100년 사이의 날짜"),
    ("202611", "날짜로 읽을 수 없습니다: 202611"),
    ("내일", "날짜로 읽을 수 없습니다: 내일"),
    ("(화)", "날짜로 읽을 수 없습니다"),
    ("3 Foo 2026", "날짜로 읽을 수 없습니다"),
])  # fmt: skip
def test_what_is_no_day_is_refused_with_the_reason(written, why):
    with pytest.raises(CannotBeRead) as refused:
        read_day(written)
    assert why in refused.value.sentence.ko
    assert refused.value.sentence.en.isascii() or written in refused.value.sentence.en


def test_the_leap_day_exists_in_leap_years_only():
    assert read_day("2024. 2. 29.").text == "2024-02-29"
    with pytest.raises(CannotBeRead):
        read_day("2100-02-29")


@pytest.mark.parametrize(("written", "at"), [
    ("09:00", time(9)), ("9시", time(9)), ("0930", time(9, 30)), ("오후 3시 30분", time(15, 30)), ("3:30 pm", time(15, 30)),
    ("오전 12시", time(0)), ("오후 12시", time(12)), ("９：００", time(9)),
])  # fmt: skip
def test_a_time_is_understood_however_people_write_it(written, at):
    assert read_time(written) == at


@pytest.mark.parametrize("written", ["25:00", "24:00", "09:60", "정오쯤", "-1"])
def test_what_is_no_time_of_day_is_refused(written):
    with pytest.raises(CannotBeRead):
        read_time(written)


def test_a_day_with_its_time_needs_both():
    day, at = read_day_and_time("2026. 9. 25. 오후 3시")
    assert (day.text, at) == ("2026-09-25", time(15))
    assert read_day_and_time("2026-09-25T09:00")[1] == time(9)
    for written in ("2026-09-25", "09:00", "", "2026-09-25 25:00"):
        with pytest.raises(CannotBeRead):
            read_day_and_time(written)
