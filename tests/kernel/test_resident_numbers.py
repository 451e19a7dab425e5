"""Resident registration numbers are found in every way of writing them, and ordinary numbers are left alone."""

import pytest

from madang.kernel.resident_numbers import resident_numbers

VALID = ("900101", "1234568")


@pytest.mark.parametrize(
    "between",
    [
        "",
        "-",
        " ",
        " - ",
        "–",
        "—",
        "−",
        "－",
        "‐",
        ".",
        "·",
        "\u3000",
        "\u00a0-\u00a0",
        "_",
        "\u200b",
        "\u00ad-\ufeff",
    ],
)
def test_number_is_found_however_its_halves_are_joined(between):
    text = f"대표 {between.join(VALID)} 귀하"
    assert [(one.start, one.length) for one in resident_numbers(text)] == [(3, 13 + len(between))]


def test_signs_without_width_between_the_figures_hide_nothing_and_the_place_counts_them():
    found = resident_numbers("첫째 줄\n대표\u200b 9\u200b00101-123\u00ad4568 귀하")
    assert [(one.start, one.length, one.line, one.before) for one in found] == [(9, 16, 2, "대표\u200b ")]
    assert len(resident_numbers("900101-1234568" + "\u200b" * 50_000)) == 1


def test_full_width_figures_are_figures():
    assert len(resident_numbers("９００１０１－１２３４５６８")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "900101-1234567",  # the check figure does not fit
        "901301-1234568",  # no thirteenth month
        "900101-9234568",  # no such sex and century
        "1900101-1234568",  # a longer number
        "900101-12345689",
        "900101-123456",
        "접수번호 RC260831-12345678",
        "02-2100-1234",
        "2026-09-01 1000000",
        "251101_3000001.pdf",  # a day and a count in the name of a file
    ],
)
def test_other_numbers_are_left_alone(text):
    assert resident_numbers(text) == []


def test_numbers_without_a_check_figure_are_known_by_birthday_and_hyphen():
    assert len(resident_numbers("201001-3000000")) == 1
    assert resident_numbers("200930-3000000") == []
    assert resident_numbers("2010013000001") == []


def test_numbers_of_foreigners_have_a_check_figure_of_their_own():
    found = [n for n in range(10) if resident_numbers(f"900101-512345{n}")]
    assert found == [2]


def test_place_tells_line_and_what_stands_before_and_nothing_of_the_number():
    first, second = resident_numbers("이름\n대표 900101-1234568\n감사 900101-1234568")
    assert [(one.line, one.before) for one in (first, second)] == [(2, "대표 "), (3, "감사 ")]
