"""Values as people read them, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from madang.core.ui import texts
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

NIGHT = datetime(2026, 11, 21, 16, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (date(2026, 11, 22), "2026. 11. 22.(일)", "22 Nov 2026 (Sun)"),
        (NIGHT, "2026. 11. 22.(일)", "22 Nov 2026 (Sun)"),
        (PartialDate.parse("2024-09-04"), "2024. 9. 4.(수)", "4 Sep 2024 (Wed)"),
        (PartialDate.parse("2024-09"), "2024년 9월", "Sep 2024"),
        (PartialDate.parse("2024"), "2024년", "2024"),
        (PartialDate.parse(""), "일자 미상", "date not known"),
        (None, "일자 미상", "date not known"),
    ],
)
def test_a_day_is_shown_with_no_more_precision_than_is_known(value, korean, english):
    with translation.override("ko"):
        assert texts.day(value) == korean
    with translation.override("en"):
        assert texts.day(value) == english


def test_an_instant_is_shown_on_the_korean_clock_of_its_korean_day():
    with translation.override("ko"):
        assert texts.moment(NIGHT) == "2026. 11. 22.(일) 01:30"
    with translation.override("en"):
        assert texts.moment(NIGHT, seconds=True) == "22 Nov 2026 (Sun) 01:30:05 KST"


def test_an_instant_without_a_time_zone_is_refused_in_words():
    with pytest.raises(ValueError, match="without a time zone"):
        texts.moment(datetime(2026, 11, 22, 1, 30))  # noqa: DTZ001 -- the point of the test


def test_words_and_what_carries_words_follow_the_language_of_the_page():
    class Carrier:
        words = Words("지정", "Designated")

    with translation.override("en"):
        assert texts.text(Words("지정", "Designated")) == texts.text(Carrier()) == "Designated"
        assert texts.text(None) == ""
    with translation.override("ko"):
        assert texts.text(Carrier()) == "지정"


def test_money_is_exact_and_an_unknown_amount_says_so():
    with translation.override("ko"):
        assert texts.won(1_598_000_000) == "1,598,000,000원"
        assert texts.won_short(1_598_000_000) == "16.0억 원"
        assert texts.won(None) == "금액 미상"
    with translation.override("en"):
        assert texts.won(0) == "KRW 0"
        assert texts.won_short(1_598_000_000) == "KRW 1.6 billion"


def test_the_machine_form_of_a_date_exists_only_when_something_is_known():
    assert texts.iso(NIGHT) == "2026-11-22T01:30:05+09:00"
    assert texts.iso(PartialDate.parse("2024-09")) == "2024-09"
    assert texts.iso(PartialDate.parse("")) == texts.iso(None) == ""
