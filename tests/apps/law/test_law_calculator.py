"""The calculator answers by an address alone, shows its sum, and says what is wrong with what was entered."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client
from icalendar import Calendar

from madang.apps.law.forms.deadline import MOST_PAUSES
from madang.apps.law.worked import cases
from madang.kernel.statutes.clocks import clock_rule_ids
from tests.portal.readers import html

pytestmark = pytest.mark.django_db
DECISION = "/law/deadlines/DES-03/"


def asked(path: str, **query: str) -> str:
    """The page that answers a query."""
    return html(f"{path}?{urlencode(query)}")


def big_day(page: str) -> str:
    """The day that the page shows large, as machines read it; nothing when there is none."""
    found = re.search(r'class="law-day"><time datetime="([^"]+)"', page)
    return found[1] if found else ""


@pytest.mark.parametrize(("clock", "query", "due"), [
    ("PLN-05", {"start": "2020. 4. 13."}, "2020-05-13"),
    ("PLN-08", {"start": "2020년 4월 29일"}, "2020-04-15"),
    ("DES-03", {"start": "20200526"}, "2020-08-24"),
    ("DES-02", {"start": "2020-05-26"}, "2020-06-25"),
    ("DES-03", {"start": "2020-05-26", "asked_1": "2020-06-03", "received_1": "2020-06-10"}, "2020-09-01"),
    ("EVA-05", {"start": "2020-12-31"}, "2021-03-31"),
    ("RC-04", {"start": "2026-09-01"}, "2026-10-01"),
    ("PET-02.suggestion", {"start": "2025-04-30"}, "2025-05-21"),
    ("FOI-01", {"start": "2025-04-30", "extensions": "1"}, "2025-05-29"),
    ("PRV-07", {"start": "2026-09-25", "time": "09:00"}, "2026-09-28T09:00:00+09:00"),
])  # fmt: skip
def test_the_calculator_shows_the_day_of_known_cases(clock, query, due):
    assert big_day(asked(f"/law/deadlines/{clock}/", **query)) == due


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.clock_id}-{case.due_on}-{len(case.query)}")
def test_every_worked_case_opens_the_calculator_with_its_day(case):
    assert big_day(html(case.href))[:10] == case.due_on.isoformat()


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_deadline_of_the_register_can_be_asked_in_both_languages(language):
    for clock in clock_rule_ids():
        page = asked(f"{language}/law/deadlines/{clock}/", start="2026-03-10", time="10:00", on="2026-03-10")
        assert big_day(page) or "law-form" not in page or "notice danger" in page, clock


def test_the_answer_shows_article_sum_calendar_and_sentence():
    page = asked(DECISION, start="2020-05-26", asked_1="2020-06-03", received_1="2020-06-10")
    for told in (
        "제44조제1항", "첫날 2020년 5월 26일(화)은 세지 않음", "8일을 뺌", "첫날은 세지 않고, 말일이 토요일이나 공휴일이면",
        "2020년 8월</caption>", "현충일", "90일째", "고른 방법에 따라 세었습니다",
        "승인과 지정 여부의 결정: 2020년 9월 1일(화)까지. 근거:", "2020년 6월 3일(수) 요구", "법령과 담당 공무원의 결정이 우선합니다",
    ):  # fmt: skip
        assert told in page, told
    assert 'href="https://www.law.go.kr/' in page
    assert page.count('rel="noopener external"') >= 3


def test_the_address_on_the_page_asks_the_same_question_again():
    page = asked(
        DECISION,
        start="2020. 5. 26.",
        asked_2="20200603",
        received_2="20200610",
        known="2020-07-01",
        rows_="x",
    )
    address = re.search(r'id="law-address" readonly value="http://testserver([^"]+)"', page)[1].replace(
        "&amp;", "&"
    )
    assert "asked_1=2020-06-03" in address
    assert "known=2020-07-01" in address
    assert big_day(html(address)) == big_day(page) == "2020-09-01"


def test_the_calendar_file_can_be_read_and_names_the_day():
    response = Client().get(f"{DECISION}deadline.ics?start=2020-05-26")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DES-03-2020-08-24.ics" in response.headers["Content-Disposition"]
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event.decoded("dtstart") == date(2020, 8, 24)
    assert "제44조제1항" in str(event["description"])
    assert str(event["url"]).endswith("/law/deadlines/DES-03/?start=2020-05-26")


def test_the_calendar_file_of_an_hour_clock_names_the_instant():
    response = Client().get("/law/deadlines/PRV-07/deadline.ics?start=2026-09-25&time=09:00")
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event.decoded("dtstart").isoformat() == "2026-09-28T00:00:00+00:00"


@pytest.mark.parametrize("query", ["", "?start=2026-02-30", "?start=2020-08"])
def test_a_calendar_file_without_one_sound_day_leads_back_to_the_form(query):
    response = Client().get(f"{DECISION}deadline.ics{query}")
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, DECISION)


@pytest.mark.parametrize(("query", "told"), [
    ({"start": ""}, "날짜를 적어 주십시오."),
    ({"start": "2026-02-30"}, "2026년 2월은 28일까지입니다."),
    ({"start": "2018-01-01"}, "확인된 조문은 2019. 4. 17.(수)부터이므로 그날에는 적용하지 않습니다."),
    ({"start": "2099-01-01"}, "까지만 확정되어 있습니다."),
    ({"start": "2020-05-26", "asked_1": "2020-06-10", "received_1": "2020-06-03"}, "요구한 날보다 앞섭니다."),
    ({"start": "2020-05-26", "asked_1": "2020-05-20", "received_1": "2020-06-03"}, "기간이 시작된 2020년 5월 26일(화)보다 먼저 요구되었습니다."),
    ({"start": "2020-05-26", "asked_1": "2020-06-03"}, "보완을 받은 날을 함께 적어 주십시오."),
    ({"start": "2020-05-26", "received_1": "2020-06-03"}, "보완을 요구한 날을 함께 적어 주십시오."),
    ({"start": "2020-05-26", "asked_1": "2020-06", "received_1": "2020-06-03"}, "연월일을 모두 적어 주십시오."),
    ({"start": "2020-05-26", "asked_1": "2020-06-03", "received_1": "2020-06-10",
      "asked_2": "2020-06-08", "received_2": "2020-06-20"}, "두 보완 기간이 겹칩니다."),
    ({"start": "2020-05-26", "asked_1": "2021-06-03", "received_1": "2021-06-10"}, "notice danger"),
    ({"start": "2020-05-26", "pause_counting": "sideways"}, "notice danger"),
])  # fmt: skip
def test_what_is_wrong_with_the_dates_is_said_and_no_day_is_shown(query, told):
    page = asked(DECISION, **query)
    assert told in page
    assert big_day(page) == ""


def test_a_change_whose_version_is_open_asks_for_the_day_of_the_application():
    page = asked("/law/deadlines/CHG-02/", start="2024-08-01")
    assert "변경신청일이 필요합니다" in page
    assert big_day(asked("/law/deadlines/CHG-02/", start="2024-08-01", on="2024-08-20")) == "2024-08-16"


def test_a_clock_in_hours_asks_for_the_time_it_starts():
    page = asked("/law/deadlines/PRV-07/", start="2026-09-25")
    assert "시각을 적어 주십시오." in page


def test_a_start_known_to_the_month_gives_the_range_and_no_single_day():
    page = asked(DECISION, start="2020-08")
    assert 'datetime="2020-10-30"' in page
    assert 'datetime="2020-11-30"' in page
    assert "시작한 날이 정확하지 않아" in page
    assert "deadline.ics" not in page


def test_one_more_supplement_keeps_what_was_written_and_judges_nothing():
    page = asked(DECISION, start="2026-02-30", asked_1="2020-06-03", rows="3")
    assert 'value="2026-02-30"' in page
    assert 'value="2020-06-03"' in page
    assert 'name="asked_3"' in page
    assert 'name="asked_4"' not in page
    assert "notice danger" not in page


def test_fifty_supplements_are_counted_and_no_more_are_offered():
    query = {"start": "2020-05-26"}
    for n in range(1, MOST_PAUSES + 1):
        query |= {
            f"asked_{n}": f"2020-{6 + n // 28:02}-{1 + n % 28:02}",
            f"received_{n}": f"2020-{6 + n // 28:02}-{1 + n % 28:02}",
        }
    page = asked(DECISION, **query)
    assert big_day(page) == "2020-10-13"
    assert 'name="rows"' not in page
    assert 'name="asked_51"' not in asked(DECISION, rows="999", start="")


@pytest.mark.parametrize("rows", ["-1", "abc", "9" * 500, "²"])
def test_a_strange_number_of_rows_shows_one(rows):
    page = asked(DECISION, rows=rows)
    assert 'name="asked_1"' in page
    assert 'name="asked_2"' not in page


def test_a_very_long_query_is_answered_calmly():
    page = asked(DECISION, start="2" * 20_000)
    assert f"날짜로 읽을 수 없습니다: {'2' * 40}. " in page
    assert html(f"/law/?q={'가' * 3000}").count("가" * 61) == 0


def test_hundreds_of_parameters_that_mean_nothing_change_nothing_and_thousands_are_refused():
    many = "&".join(f"a{n}=1" for n in range(3000))
    assert big_day(html(f"{DECISION}?start=2020-05-26&{many[:3000]}")) == "2020-08-24"
    assert Client().get(f"{DECISION}?start=2020-05-26&{many}").status_code == 400


def test_an_unknown_deadline_is_not_found_but_offers_the_search():
    for path in (
        "/law/deadlines/XXX-99/",
        "/law/deadlines/XXX-99/deadline.ics",
        "/law/rules/XXX-99/",
        "/law/rules/XXX-99/check/",
    ):
        response = Client().get(path)
        assert response.status_code == 404
        assert "XXX-99" in response.content.decode()
        assert 'role="search"' in response.content.decode()


def test_a_question_to_the_calculator_is_never_kept():
    from madang.core import keeping

    asked(DECISION, start="2020-05-26")
    html("/law/?q=공청회")
    assert not keeping._pages
    html("/law/deadlines/")
    assert len(keeping._pages) == 1


def test_what_a_reader_writes_is_never_markup():
    page = asked(DECISION, start="<script>x</script>")
    assert "<script>x" not in page
    assert "<script>x" not in html("/law/?q=%3Cscript%3Ex")
    assert "<b>" not in Client().get("/law/rules/%3Cb%3E/").content.decode()


def test_a_date_beyond_the_texts_that_were_seen_says_so():
    assert "그 뒤의 개정은 반영하지 않았습니다" in asked(DECISION, start="2026-08-03")
    assert "그 뒤의 개정은 반영하지 않았습니다" not in asked(DECISION, start="2020-05-26")


@pytest.mark.parametrize(("clock", "query", "told"), [
    ("EX-14", {"start": "2025-01-02"}, "첫날 0시부터 세고, 말일이 쉬는 날이어도 그날까지"),
    ("EVA-05", {"start": "2020-12-31"}, "법이 정한 날까지"),
    ("PET-05.receipt", {"start": "2026-03-10", "time": "10:00"}, "근무시간만 세고"),
    ("PLN-05", {"start": "2020-04-13", "midnight": "on"}, "0시에 시작하여 첫날부터 세고"),
    ("DES-03", {"start": "2020-05-26"}, "첫날은 세지 않고"),
])  # fmt: skip
def test_the_way_of_counting_is_said_as_the_clock_counts(clock, query, told):
    assert told in asked(f"/law/deadlines/{clock}/", **query).split("<dl")[1]


def test_an_article_is_named_once_for_the_steps_that_share_it():
    page = asked("/law/deadlines/FOI-01/", start="2025-04-30")
    steps = page[page.index('class="law-sum"') : page.index('class="strip"')]
    assert steps.count("<li>") > 6
    assert steps.count("제29조제2항") == 1
    assert "법에 없는 해석" not in steps


def test_the_limit_with_supplements_names_its_article_and_is_no_interpretation():
    page = asked("/law/deadlines/EX-04/", start="2026-01-05", asked_1="2026-01-20", received_1="2026-05-20")
    steps = page[page.index('class="law-sum"') : page.index('class="strip"')]
    assert "90일째" in steps
    assert "법에 없는 해석" not in steps
