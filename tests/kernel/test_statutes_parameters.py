"""Statutory numbers: the right one the day before, on and after each day on which the law changed."""

from datetime import date, timedelta

import pytest

from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.laws import cite, laws
from madang.kernel.statutes.parameters import parameter, parameter_names
from madang.kernel.statutes.refusals import NoSuchParameter, NotInForce, NotVerified

ONE_DAY = timedelta(days=1)
WIDER, SHORTER = date(2021, 7, 21), date(2024, 8, 7)

CHANGES = [
    ("zone_committee.members", WIDER, 30, 40),
    ("deliberation_committee.members", WIDER, 40, 45),
    ("change.notice_days", SHORTER, 30, 15),
    ("change.reply_days", SHORTER, 30, 15),
]


@pytest.mark.parametrize(("name", "on", "before", "after"), CHANGES)
def test_a_number_changes_on_its_day_and_not_before(name, on, before, after):
    values = [parameter(name, on + shift * ONE_DAY).value for shift in (-1, 0, 1)]
    assert values == [before, after, after]
    assert parameter(name, on - ONE_DAY).in_force_until == on - ONE_DAY
    assert parameter(name, on).in_force_until is None


@pytest.mark.parametrize(
    ("law", "on", "before", "after"),
    [
        ("act", "2021-07-21", "15852", "18102"),
        ("act", "2023-07-10", "18102", "19430"),
        ("act", "2024-08-07", "19430", "20236"),
        ("act", "2026-07-01", "20236", "21285"),
        ("decree", "2021-07-21", "29693", "31901"),
        ("decree", "2023-12-19", "31901", "34012"),
        ("decree", "2024-08-07", "34012", "34778"),
        ("decree", "2026-04-28", "34778", "36281"),
        ("ministry_rule", "2024-08-07", "60", "90"),
    ],
)
def test_a_citation_names_the_version_of_its_day(law, on, before, after):
    day = date.fromisoformat(on)
    numbers = [cite(law, "제1조", day + shift * ONE_DAY).version.split("@")[0] for shift in (-1, 0, 1)]
    assert numbers == [before, after, after]


def test_no_number_of_the_zone_act_exists_before_its_first_day():
    assert parameter("designation.decision_days", date(2019, 4, 17)).value == 90
    with pytest.raises(NotInForce) as refusal:
        parameter("designation.decision_days", date(2019, 4, 16))
    assert refusal.value.since == date(2019, 4, 17)


def test_an_unverified_number_is_refused_with_its_article():
    with pytest.raises(NotVerified) as refusal:
        parameter("after_end.report_days", date(2026, 7, 1))
    assert "제84조제2항" in refusal.value.sentence.ko
    with pytest.raises(NotInForce):
        parameter("after_end.report_days", date(2026, 6, 30))


def test_an_unknown_name_is_refused_in_both_languages():
    with pytest.raises(NoSuchParameter) as refusal:
        parameter("no.such_number", date(2025, 1, 1))
    assert refusal.value.sentence.ko
    assert refusal.value.sentence.en


def read_names():
    """The numbers that were read in some source; the unverified ones are refused, as tested above."""
    table = data("parameters")
    return [
        name
        for name in parameter_names()
        if not any(e.get("confidence") == "U" for e in editions(table[name]))
    ]


def editions(row):
    return [row, *row.get("editions", [])]


@pytest.mark.parametrize("name", read_names())
def test_every_number_is_positive_and_has_a_place_and_a_unit(name):
    last_day = data("parameters")[name].get("until", date(2026, 7, 2))
    found = parameter(name, last_day)
    assert found.value > 0
    assert found.unit
    assert found.confidence in {"T", "S", "inference"}
    assert found.citation.article.startswith("제") or found.confidence == "S"
    assert found.citation.article


def test_every_law_lists_its_editions_in_order():
    for law in laws().values():
        days = [edition.in_force_from for edition in law.editions]
        assert days == sorted(set(days))
        assert law.name.ko != law.name.en
