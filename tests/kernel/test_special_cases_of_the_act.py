"""The catalogue of special cases of the Act, the words of a business, and registration numbers of firms."""

from datetime import date

import pytest

from madang.kernel.business_numbers import business_number, written
from madang.kernel.keywords import MOST, keywords
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.rules import rule_ids, rule_info
from madang.kernel.statutes.special_cases import UNSORTED, special_case, special_case_keys, special_cases

EVE, FIRST = date(2019, 4, 16), date(2019, 4, 17)


def test_every_special_case_stands_where_its_rule_stands() -> None:
    for key in special_case_keys():
        case = special_case(key)
        articles = " ".join(provision.article for provision in rule_info(case.rule_id).provisions)
        assert case.article in articles, key
        assert rule_info(case.rule_id).provisions[0].first_on == case.first_on, key
        assert set(case.clocks) <= set(clock_rule_ids()), key
        assert (case.eases == UNSORTED) is not case.is_sorted, key


def test_every_menu_rule_and_menu_clock_of_the_register_is_in_the_catalogue() -> None:
    cases = [special_case(key) for key in special_case_keys()]
    assert {case.rule_id for case in cases} == {name for name in rule_ids() if name.startswith("MNU-")}
    menu_clocks = {name for name in clock_rule_ids() if name.startswith("MNU-")}
    assert {name for case in cases for name in case.clocks} == menu_clocks


def test_catalogue_begins_on_the_day_of_the_act_and_cites_its_version() -> None:
    assert special_cases(EVE) == ()
    assert len(special_cases(FIRST)) == len(special_case_keys()) == 20
    case = special_case("natural_park")
    assert case.citation_on(FIRST).version == "15852@2019-04-17"
    assert case.citation_on(date(2026, 7, 1)).version == "21285@2026-07-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("보도에서 배달로봇을 운행하려는 사업", ("보도", "배달로봇", "운행")),
        ("도로교통법, 도로교통법 제2조", ("도로교통법", "제2조")),
        ("Delivery robots for the city", ("Delivery", "robots", "city")),
        ("가 나 및 !!!", ()),
        ("", ()),
    ],
)
def test_words_of_a_business_lose_their_particles(text: str, found: tuple[str, ...]) -> None:
    assert keywords(text) == found


def test_no_more_than_forty_words_are_looked_for() -> None:
    assert len(keywords(" ".join(f"낱말{number}" for number in range(500)))) == MOST


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("123-45-67891", "1234567891"),
        ("１２３４５６７８９１", "1234567891"),
        ("123-45-67890", None),
        ("123-45-6789", None),
        ("123-45-678911", None),
        ("12a-45-67891", None),
        ("", None),
    ],
)
def test_registration_number_is_taken_with_its_check_figure_only(text: str, figures: str | None) -> None:
    assert business_number(text) == figures
    assert written("1234567891") == "123-45-67891"
