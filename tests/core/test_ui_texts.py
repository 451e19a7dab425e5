"""Values as people read them, in both languages."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
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


class EveryField(forms.Form):
    """One field of every kind that pages ask."""

    name = forms.CharField(max_length=3)
    broken = forms.CharField()
    short = forms.CharField(min_length=3)
    count = forms.IntegerField(min_value=1, max_value=5)
    least = forms.IntegerField(min_value=1)
    most = forms.IntegerField(max_value=5)
    share = forms.DecimalField(max_digits=4, decimal_places=2)
    long_share = forms.DecimalField(max_digits=4, decimal_places=2)
    on = forms.DateField()
    at = forms.DateTimeField()
    kind = forms.ChoiceField(choices=[("a", "가")])
    kinds = forms.MultipleChoiceField(choices=[("a", "가")])
    email = forms.EmailField()
    key = forms.RegexField("[a-z]+")
    file = forms.FileField()


def test_wrong_input_is_answered_politely_by_the_framework_too() -> None:
    given = {
        "name": "가나다라", "broken": "\0", "short": "가", "count": "하나", "least": "0", "most": "9", "share": "1.234",
        "long_share": "12345.1", "on": "2024-02-30", "at": "내일", "kind": "z", "kinds": ["z"], "email": "x", "key": "1",
    }  # fmt: skip
    with translation.override("ko"):
        found = [EveryField(sent).errors.get_json_data() for sent in (given, {})]
    told = [error["message"] for errors in found for of_field in errors.values() for error in of_field]
    assert len(told) >= 2 * len(EveryField.base_fields)
    assert [sentence for sentence in told if not re.search(r"(십시오|습니다|입니다)[.(]", sentence)] == []
    assert [sentence for sentence in told if re.search(r"세요|주세요|이/가|null", sentence)] == []
