"""Partial dates: their precision stays, their order is told only as far as it is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.partial_dates import NotADate, PartialDate

TEXTS = ["2024-09-04", "2024-09", "2024", ""]


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024-09-04", "day", date(2024, 9, 4), date(2024, 9, 4)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
        ("", "unknown", None, None),
        ("  2024-09  ", "month", date(2024, 9, 1), date(2024, 9, 30)),
    ],
)
def test_a_text_is_read_with_the_precision_it_has(text, precision, first, last):
    found = PartialDate.parse(text)
    assert (found.precision, found.first, found.last, str(found)) == (precision, first, last, text.strip())


@pytest.mark.parametrize(
    "text",
    ["2024-9", "2024-13", "2023-02-29", "24", "2024-09-4", "2024/09", "２０２４", "0000", "2024-00", "soon"],
)
def test_any_other_text_is_refused(text):
    with pytest.raises(NotADate):
        PartialDate.parse(text)


@given(st.dates(date(1, 1, 1)))
def test_a_day_comes_back_from_its_text(day):
    found = PartialDate.of(day)
    assert PartialDate.parse(str(found)) == found
    assert found.is_exact
    assert list(found.days()) == [day]


def test_only_an_exact_date_is_exact_and_only_a_known_one_known():
    dates = [PartialDate.parse(text) for text in TEXTS]
    assert [d.is_exact for d in dates] == [True, False, False, False]
    assert [d.is_known for d in dates] == [True, True, True, False]
    assert [len(list(d.days())) for d in dates] == [1, 30, 366, 0]


@given(st.dates(date(2020, 1, 1), date(2022, 12, 31)), st.dates(date(2020, 1, 1), date(2022, 12, 31)))
def test_what_months_say_of_their_order_holds_for_their_days(one, other):
    months = PartialDate.parse(one.isoformat()[:7]), PartialDate.parse(other.isoformat()[:7])
    said = months[0].before(months[1])
    if said is not None:
        assert (one < other) is said
    else:
        assert months[0] == months[1]


def test_an_order_that_the_precision_does_not_give_is_not_told():
    year, month, unknown = (PartialDate.parse(text) for text in ("2024", "2024-05", ""))
    assert year.before(month) is None
    assert unknown.before(year) is None
    assert PartialDate.parse("2024-01-01").before(PartialDate.parse("2024-01-01")) is False


def test_a_list_of_dates_sorts_with_the_unknown_at_the_end():
    mixed = [PartialDate.parse(text) for text in ("", "2024-09", "2024", "2023-12-31", "2024-01-01")]
    in_order = sorted(mixed, key=lambda d: d.sort_key)
    assert [str(d) for d in in_order] == ["2023-12-31", "2024", "2024-01-01", "2024-09", ""]
