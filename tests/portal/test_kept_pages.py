"""Kept public pages: given again while nothing changes, and never a moment longer."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from madang.apps.zones.acts import end_zone
from madang.core import clock
from tests.apps.selection.builders import CLOSES, OPENS, a_call
from tests.apps.zones.builders import MINISTER, NOON, a_zone
from tests.portal.readers import at, html

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def time_passes(by):
    """Move the clock as time does: nobody is told, no topic ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_epoch SET number = number + %s WHERE topic = %s",
            [int(by.total_seconds()), clock.OFFSET],
        )


@pytest.mark.parametrize("address", ["/", "/en/", "/zones/", "/zones/rfz-01-busan-blockchain/"])
def test_page_that_nothing_has_changed_costs_one_query(address, django_assert_num_queries):
    a_zone()
    first = html(address)
    with django_assert_num_queries(1):
        assert html(address) == first


@pytest.mark.both_engines
@pytest.mark.parametrize(("address", "said"), [
    ("/", "특구가 종료되었습니다"), ("/zones/", "종료"), ("/en/zones/", "Ended"),
    ("/zones/rfz-01-busan-blockchain/", "특구가 종료되었습니다"),
])  # fmt: skip
def test_event_ends_the_kept_page_at_the_next_request(address, said):
    zone = a_zone()
    at(NOON + MINUTE)
    before = html(address)
    assert html(address) == before
    end_zone(actor=MINISTER, zone=zone, note="", sources=(), at=NOON)
    after = html(address)
    assert after.count(said) > before.count(said)


def test_kept_home_turns_with_the_window_although_nothing_was_recorded():
    a_call()
    at(OPENS - MINUTE)
    assert "곧 열릴 공모" in html("/")
    time_passes(2 * MINUTE)
    assert "접수 마감" in html("/")


def test_kept_home_turns_at_the_close_of_a_window_to_the_second():
    a_call()
    at(CLOSES - MINUTE)
    assert "접수 마감" in html("/")
    time_passes(MINUTE)
    assert "지금 접수 중인 공모가 없습니다." in html("/")


def test_demo_clock_that_is_moved_ends_the_kept_page():
    a_call()
    at(OPENS + MINUTE)
    assert "접수 마감" in html("/")
    at(OPENS - MINUTE)
    assert "곧 열릴 공모" in html("/")


def test_kept_page_ends_at_midnight_even_when_a_window_turns_later():
    a_call()
    at(OPENS.replace(day=2, hour=23, minute=59))
    html("/")
    time_passes(2 * MINUTE)
    with pytest.raises(AssertionError, match="queries"):
        count_one_query()


def count_one_query():
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        html("/")
    assert len(asked) == 1, "more queries than a kept page needs"


def test_reader_who_signed_in_never_gets_a_kept_page(django_user_model):
    a_zone()
    html("/zones/")
    client = Client()
    person = django_user_model.objects.create_user("someone@example.org", name="사람")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert "로그아웃" in html("/zones/", client)
    assert "로그아웃" not in html("/zones/")


def test_kept_pages_differ_by_look_and_by_query():
    a_zone()
    plain = html("/zones/")
    dark = Client()
    dark.cookies["look"] = "dark"
    assert 'data-look="dark"' in html("/zones/", dark)
    assert 'data-look="dark"' not in plain
    assert html("/zones/?kind=giz") != plain
