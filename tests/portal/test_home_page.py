"""The home page: open calls, public deadlines, the map, the latest events, and what may not be seen there yet."""

from datetime import date, timedelta

import pytest

from madang.apps.selection.acts.designation import Candidate, open_designation
from madang.apps.zones.acts import end_zone
from madang.core import keeping
from madang.core.audit.events import kinds
from madang.core.authority import OfficeKind
from madang.portal import home
from tests.apps.selection.builders import CLOSES, EMBARGO, OPENS, a_call
from tests.apps.selection.zone_builders import NOTICE_ENDS, a_noticed, an_applied, noon, organisation_of
from tests.apps.zones.builders import MINISTER, NOON, RECORD, a_zone, three_zones
from tests.people import an_actor
from tests.portal.readers import at, html

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_home_counts_the_zones_and_links_each_region_of_the_map():
    three_zones()
    page = html("/")
    assert 'href="/zones/?region=busan"' in page
    assert page.count("<h1") == 1
    for said in ("누적 지정 수", "최근 소식", "이 화면을 볼 수 있는 근거"):
        assert said in page


def test_home_in_english_has_no_korean_sentence():
    three_zones()
    a_call()
    a_noticed()
    page = html("/en/")
    assert "Open calls" in page
    assert 'href="/en/zones/?region=busan"' in page
    assert "습니다" not in page
    assert "십시오" not in page


def test_empty_platform_still_has_a_home_without_dead_ends():
    page = html("/")
    for said in ("지금 접수 중인 공모가 없습니다.", "아직 기록된 소식이 없습니다.", "특구 찾기"):
        assert said in page


def test_call_is_coming_then_open_then_past_as_the_clock_moves():
    a_call()
    at(OPENS - MINUTE)
    assert "곧 열릴 공모" in html("/")
    at(OPENS)
    assert "접수 마감" in html("/")
    at(CLOSES + MINUTE)
    page = html("/")
    assert "지금 접수 중인 공모가 없습니다." in page
    assert "최근 공모" in page


def test_decision_that_is_due_shows_the_sum_behind_its_day():
    an_applied()
    at(noon(date(2025, 3, 3)))
    page = html("/")
    assert "지정 여부 결정" in page
    assert "계산 근거" in page
    assert "2025-05-12" in page


def test_plan_on_public_notice_says_until_when_opinions_are_taken():
    a_noticed()
    at(noon(NOTICE_ENDS))
    assert "의견 제출 2025. 2. 10.(월)까지" in html("/")
    at(noon(NOTICE_ENDS + timedelta(days=1)))
    assert "의견 제출" not in html("/")


def test_latest_events_link_to_the_page_of_what_they_happened_to():
    end_zone(actor=MINISTER, zone=a_zone(), note="", sources=(), at=NOON)
    at(NOON + MINUTE)
    page = html("/")
    assert "‘블록체인’ 특구가 종료되었습니다." in page
    assert 'href="/zones/rfz-01-busan-blockchain/"' in page


def test_event_of_later_than_now_is_not_news_yet():
    end_zone(actor=MINISTER, zone=a_zone(), note="", sources=(), at=NOON)
    at(NOON - MINUTE)
    assert "종료되었습니다" not in html("/")


def test_candidate_of_a_call_under_embargo_is_no_news_before_the_embargo_is_over():
    organisation = organisation_of(an_actor(OfficeKind.PROVINCE, "daegu", "daegu"))
    candidate = Candidate(call=a_call(), organisation=organisation, kind="giz", name_ko="비밀 후보")
    open_designation(actor=RECORD, candidate=candidate, at=EMBARGO - 2 * MINUTE)
    at(EMBARGO - MINUTE)
    assert "비밀 후보" not in html("/")
    at(EMBARGO + MINUTE)
    assert "비밀 후보" in html("/")


def test_every_public_event_ends_the_kept_home_page():
    topics = set(home.TOPICS)
    silent = [name for name, kind in kinds().items() if kind.public and not topics & set(kind.topics)]
    assert silent == []


def test_home_costs_the_same_queries_for_one_zone_and_for_three(django_assert_num_queries):
    a_zone()
    with django_assert_num_queries(11):
        html("/")
    keeping.forget()
    for slug in ("rfz-02-a", "rfz-02-b"):
        a_zone(slug)
    with django_assert_num_queries(11):
        html("/")
