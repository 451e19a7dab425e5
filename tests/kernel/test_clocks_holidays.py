"""The table of holidays: against a second source, at each day on which the rule changed, and at its edges."""

from datetime import date, timedelta

import holidays as second_source
import pytest

from madang.kernel.clocks.holiday_entries import entries_of
from madang.kernel.clocks.holidays import UnknownCalendar, national_table
from madang.kernel.clocks.substitutes import NamedDay, SubstituteRule, entitled_since, substitute_days
from madang.kernel.package_data import toml_table
from madang.kernel.words import Words

TABLE = national_table()
GROUPS = frozenset(["national", "children"])
RULE = SubstituteRule(date(2021, 8, 4), GROUPS, GROUPS, GROUPS)

#: Days on which the two sources differ, each with the reason. None is known.
EXPLAINED_DIFFERENCES: dict[date, str] = {}


def test_the_table_differs_from_the_second_source_only_where_explained():
    other = set(second_source.KR(years=range(2015, 2028)))
    mine = {entry.on for entry in TABLE}
    assert len(mine) == 244
    assert mine ^ other == set(EXPLAINED_DIFFERENCES)


def test_substitute_days_agree_with_the_second_source_year_by_year():
    other = second_source.KR(years=range(2015, 2028), language="ko")
    named = {on for on, name in other.items() if "대체" in name}
    assert {entry.on for entry in TABLE if entry.kind == "substitute"} == named


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        *(("2025-05-01", False), ("2026-05-01", True), ("2027-05-01", True)),
        *(("2025-07-17", False), ("2026-07-17", True), ("2027-07-19", True)),
        *(("2027-02-06", True), ("2027-02-07", True), ("2027-02-08", True), ("2027-02-09", True)),
        *(("2027-02-10", False), ("2021-12-27", False), ("2023-05-29", True), ("2022-05-09", False)),
        *(("2023-01-02", False), ("2022-06-06", True), ("2021-06-07", False)),
    ],
)
def test_a_day_is_off_only_since_the_rule_made_it_so(day, is_off):
    assert TABLE.is_day_off(date.fromisoformat(day)) is is_off


def test_a_saturday_moves_an_end_but_is_no_public_holiday():
    saturday, sunday = date(2026, 8, 22), date(2026, 8, 23)
    assert TABLE.is_day_off(saturday)
    assert not TABLE.is_public_holiday(saturday)
    assert TABLE.is_public_holiday(sunday)
    assert TABLE.reason_off(saturday).ko == "토요일"
    assert TABLE.reason_off(date(2026, 8, 24)) is None


def test_two_holidays_on_one_day_are_told_together():
    holiday = TABLE.holiday_on(date(2025, 5, 5))
    assert holiday.name == Words("어린이날 · 부처님오신날", "Children's Day and Buddha's Birthday")
    assert (holiday.on, holiday.kind) == (date(2025, 5, 5), "fixed")
    fixed, lunar = TABLE.entries_on(date(2025, 5, 5))
    assert holiday.source == f"{fixed.source}; {lunar.source}"
    assert TABLE.holiday_on(date(2017, 10, 3)).source.count("제2조") == 2


def test_every_entry_has_a_name_in_both_languages_and_a_source():
    kinds = {entry.kind for entry in TABLE}
    assert kinds == {"fixed", "lunar", "substitute", "cabinet", "election"}
    assert all(entry.name.ko and entry.name.en and entry.source for entry in TABLE)


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2028, 1, 1)])
def test_days_outside_the_table_are_refused_not_guessed(day):
    assert TABLE.is_day_off(TABLE.known_from)
    with pytest.raises(UnknownCalendar):
        TABLE.is_day_off(day)
    with pytest.raises(UnknownCalendar):
        TABLE.holiday_on(day)


def test_two_substitutes_for_one_day_take_the_next_day_too():
    saturday = date(2026, 8, 15)
    named = [NamedDay(saturday, "national"), NamedDay(saturday + timedelta(days=1), "national")]
    assert list(substitute_days(named, [RULE])) == [date(2026, 8, 17), date(2026, 8, 18)]


def test_a_substitute_steps_over_days_that_are_off_already():
    friday = date(2026, 8, 14)
    named = [NamedDay(friday, "national"), NamedDay(friday, "children")]
    assert list(substitute_days(named, [RULE], [date(2026, 8, 17)])) == [date(2026, 8, 18)]


def test_nothing_gets_a_substitute_before_the_first_rule():
    assert substitute_days([NamedDay(date(2021, 8, 1), "national")], [RULE]) == {}
    sunday = date(2021, 8, 1)
    from_that_day = SubstituteRule(sunday, GROUPS, GROUPS, GROUPS)
    assert substitute_days([NamedDay(sunday, "national")], [from_that_day]) == {date(2021, 8, 2): sunday}


def test_the_rule_that_grants_a_substitute_is_the_first_of_those_without_a_break():
    saturday, none = date(2026, 8, 15), frozenset()
    old = SubstituteRule(date(2013, 11, 5), GROUPS, none, none)
    gap = SubstituteRule(date(2015, 1, 1), none, none, none)
    new = SubstituteRule(saturday, GROUPS, none, none)
    later = SubstituteRule(date(2026, 8, 16), none, none, none)
    assert entitled_since(saturday, ["national"], [old, gap, RULE, new, later]) is RULE
    assert entitled_since(saturday, ["national"], [old, gap, new, later]) is new
    assert entitled_since(saturday, ["children"], [old, RULE]) is old


def test_a_substitute_of_the_table_steps_over_a_day_that_the_cabinet_set():
    raw = toml_table("madang.kernel.clocks", "holidays.toml")
    monday = {"on": date(2026, 8, 17), "ko": "임시공휴일", "en": "Ad hoc holiday", "source": "국무회의"}
    entries = entries_of({**raw, "cabinet": [*raw["cabinet"], monday]})
    substitutes = {h.on for h in entries if h.kind == "substitute" and h.on.year == 2026}
    assert date(2026, 8, 18) in substitutes
    assert date(2026, 8, 17) not in substitutes
