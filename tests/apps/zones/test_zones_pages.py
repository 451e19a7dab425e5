"""Pages of the register and of zones, in both languages, with odd input and literal query counts."""

import pytest
from django.test import Client

from madang.apps.zones.acts import OtherName, StatedClaim, end_zone, note_standing, rename_zone, state_claims
from madang.core import keeping
from madang.kernel.words import Words
from tests.apps.zones.builders import MINISTER, NOON, RECORD, SOURCE, a_zone, an_other_zone, day, three_zones

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    keeping.forget()


def page(address, client=None):
    response = (client or Client()).get(address)
    return response.status_code, response.content.decode()


def test_register_shows_zones_tabs_and_map_in_korean():
    three_zones()
    status, html = page("/zones/")
    assert status == 200
    assert "<h1>특구</h1>" in html
    assert 'href="/zones/rfz-01-busan-blockchain/"' in html
    assert html.count('<td data-label="지역">') == 3
    assert "data-tiles" in html


def test_register_in_english_has_no_korean_sentence_and_links_to_english_pages():
    three_zones()
    _, html = page("/en/zones/")
    assert "<h1>Zones</h1>" in html
    assert 'href="/en/zones/giz-2-two/">AI robots</a>' in html
    assert "합니다" not in html
    assert "입니다" not in html


def test_list_costs_the_same_queries_for_one_zone_and_for_three(django_assert_num_queries):
    a_zone()
    with django_assert_num_queries(4):
        page("/zones/")
    keeping.forget()
    for slug in ("rfz-02-a", "rfz-02-b"):
        a_zone(slug)
    with django_assert_num_queries(4):
        page("/zones/")


def test_zone_page_costs_the_same_queries_for_one_fact_and_for_three(django_assert_num_queries):
    zone = a_zone(regions=("busan", "ulsan", "gyeongnam"))
    with django_assert_num_queries(13):
        page(f"/zones/{zone.slug}/")
    keeping.forget()
    stated = [
        StatedClaim(name, "2024-12", sources=(SOURCE,)) for name in ("starts_on", "ends_on", "gazetted_on")
    ]
    state_claims(actor=MINISTER, subject_kind="zones.zone", subject_id=str(zone.pk), claims=stated, at=NOON)
    end_zone(actor=MINISTER, zone=zone, note="", sources=(), at=NOON)
    with django_assert_num_queries(13):
        page(f"/zones/{zone.slug}/")


@pytest.mark.parametrize("query", [
    "kind=nonsense", "region=atlantis", "round=99", "sort=-nothing", "page=999999", "page=abc", "standing=%00",
    "q=%00", "q=" + "a" * 500, "q=%27%3B--", "region=busan&region=ulsan", "kind=rfz&scheme=x", "q=%ED%A0%80",
])  # fmt: skip
def test_odd_filters_answer_with_a_page_and_never_break(query):
    three_zones()
    status, html = page(f"/zones/?{query}")
    assert status == 200
    assert "<h1>특구</h1>" in html


def test_endless_query_does_not_swell_the_page_nor_the_kept_pages():
    three_zones()
    _, plain = page("/zones/?q=zzz")
    for query in ("q=" + "a" * 6000, "region=" + "b" * 6000, "strange=" + "c" * 6000):
        _, html = page(f"/zones/?{query}")
        assert len(html) < len(plain) + 5 * len(query)
        assert not any(len(kept[1]) > 1000 for kept in keeping._pages)


def test_choice_that_is_not_in_the_list_says_so_at_its_field():
    three_zones()
    _, html = page("/zones/?region=atlantis")
    assert "목록에 없는 값입니다" in html


def test_search_without_a_hit_says_what_to_do():
    three_zones()
    _, html = page("/zones/?q=없는말")
    assert "조건에 맞는 특구가 없습니다" in html


def test_sorting_by_name_turns_round_with_the_minus():
    three_zones()
    _, up = page("/zones/?sort=name")
    _, down = page("/zones/?sort=-name")
    assert up.index("AI로봇") < up.index(">블록체인<")
    assert down.index("AI로봇") > down.index(">블록체인<")


def test_markup_in_a_search_word_is_shown_as_text():
    _, html = page("/zones/?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in html


def test_zone_page_tells_what_it_is_with_sources_conflicts_and_course():
    zone = a_zone(ends_on=day("2024-12"))
    stated = [
        StatedClaim("ends_on", "2024-12", sources=(SOURCE,), confidence="high"),
        StatedClaim("ends_on", "2024-11", note="끝이 보도마다 다릅니다.", sources=("https://www.other.kr/2",), is_shown=False),
    ]  # fmt: skip
    state_claims(
        actor=RECORD, subject_kind="zones.zone", subject_id=str(zone.pk), claims=stated, at=day("2024-12")
    )
    note_standing(
        actor=RECORD,
        zone=zone,
        standing="unknown",
        on_text="2023-08-02",
        note="",
        sources=(),
        at=day("2023-08-02"),
    )
    rename_zone(
        actor=RECORD,
        zone=zone,
        name=OtherName("분산원장", Words("후보", "Candidate"), "2019-04"),
        sources=(),
        at=day("2019-04"),
    )
    status, html = page(f"/zones/{zone.slug}/")
    assert status == 200
    for said in (
        "블록체인",
        "부산광역시",
        "2024년 12월",
        "2024년 11월",
        "other.kr",
        "이후 확인되지 않음",
        "분산원장",
        "알려지지 않음",
    ):
        assert said in html
    assert html.index("‘블록체인’ 특구가 지정되었습니다.") > html.index("다른 이름을 썼습니다")


def test_zone_page_in_english_reads_english_around_korean_names():
    zone = a_zone()
    _, html = page(f"/en/zones/{zone.slug}/")
    for said in ("Facts on record", "Not known", "Designated", "was designated.", "Busan Metropolitan City"):
        assert said in html
    assert "습니다" not in html


def test_page_of_another_ministrys_zone_shows_its_ministry_and_no_form_to_change_it():
    an_other_zone()
    _, html = page("/zones/others/fez-incheon/")
    assert "산업통상자원부" in html
    assert 'method="post"' not in html


@pytest.mark.parametrize(
    "address", ["/zones/nothing/", "/zones/others/nothing/", "/en/zones/nothing/", "/zones/Ü/"]
)
def test_zone_that_does_not_exist_answers_404_in_the_readers_language(address):
    status, html = page(address)
    assert status == 404
    assert ("There is no such page" if address.startswith("/en/") else "찾는 화면이 없습니다") in html


def test_fifty_first_zone_stands_on_the_second_page_with_the_filters_kept():
    for number in range(51):
        a_zone(f"rfz-x-{number:02}", regions=("busan",))
    _, html = page("/zones/?region=busan")
    assert html.count('data-label="지역"') == 50
    assert "?region=busan&amp;page=2" in html


@pytest.mark.parametrize(("address", "said"), [("/zones/{}/", "운영 중"), ("/en/zones/{}/", "Operating")])
def test_standing_reads_in_the_language_of_the_address(address, said):
    assert said in page(address.format(a_zone().slug))[1]


def test_zone_of_the_same_ministry_under_another_scheme_is_not_called_another_ministrys():
    an_other_zone(scheme="지역특화발전특구", ministry="중소벤처기업부")
    for address in ("/zones/?kind=other", "/zones/?kind=all", "/"):
        _, html = page(address)
        assert "다른 제도" in html
        assert "다른 부처" not in html
    _, english = page("/en/zones/?kind=other")
    assert "other ministr" not in english.lower()
