"""The pages of the calendar: what everybody reads, and how the ministry records and withdraws a day off."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from madang.apps.law.acts import withdraw_holiday
from madang.apps.law.models import RecordedHoliday
from madang.core import calendar
from madang.core.authority import OfficeKind
from madang.kernel.clocks.holidays import shipped_table
from tests.apps.law.holiday_builders import DECISION_DUE, NOW, REPLY_DUE, clock_of, ministry, recorded
from tests.apps.selection import zone_builders
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db
NEW, YEAR = "/law/holidays/new/", "/law/holidays/?year=2025"
DAY = timedelta(days=1)
GIVEN = {
    "falls_on": "2025-05-12", "kind": "cabinet", "name_ko": "임시공휴일", "name_en": "Ad hoc holiday",
    "decided_on": "2025-02-28", "source": "국무회의 의결, 관보 제20100호", "source_url": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _now():
    at(NOW)


def page(path, client=None):
    response = (client or Client()).get(path)
    assert response.status_code == 200
    return text_of(response)


def test_year_shows_every_day_off_with_its_kind_source_and_decision():
    shown = page(YEAR)
    assert "3ㆍ1절" in shown
    assert "대체공휴일(어린이날)" in shown
    assert "제21대 대통령선거일(궐위)" in shown
    assert "관공서의 공휴일에 관한 규정」 제4조" in shown
    assert "확인되지 않음" in shown
    assert 'aria-current="page">2025' in shown


def test_english_page_says_names_and_kinds_in_english():
    shown = page("/en/law/holidays/?year=2026")
    assert "Constitution Day" in shown
    assert "Substitute holiday" in shown
    assert "10 Feb 2026" in shown
    assert "Regulations on Holidays of Public Agencies" in shown
    assert "the official almanac was not read" in shown


def test_page_without_a_year_shows_the_present_one_and_an_unknown_year_is_no_page():
    assert "2025년 쉬는 날" in page("/law/holidays/")
    for year in ("1990", "2090", "abc", "２０２５", "-1"):
        assert Client().get("/law/holidays/", {"year": year}).status_code == 404


def test_kept_calendar_ends_when_a_day_off_is_recorded_or_withdrawn():
    assert "바람의 날" not in page(YEAR)
    row = recorded(name_ko="바람의 날")
    shown = page(YEAR)
    assert "바람의 날" in shown
    assert "국무회의 의결(2025-02-28), 관보 제20100호" in shown
    withdraw_holiday(actor=ministry(), holiday=row, reason="의결이 취소됨", at=NOW)
    assert "의결이 취소됨" in page(YEAR)


def test_kept_page_of_the_case_ends_when_its_deadline_moves():
    play = zone_builders.an_applied()
    path = f"/designations/{play.designation.pk}/"
    before = page(path)
    recorded()
    after = page(path)
    assert "2025. 5. 13." in after
    assert "2025. 5. 13." not in before
    assert "기한을 다시 계산했습니다" in after


def test_home_tells_of_the_day_off_once_and_not_of_each_deadline():
    zone_builders.an_applied()
    recorded(name_ko="바람의 날")
    shown = page("/")
    assert shown.count("바람의 날") >= 1
    assert "기한을 다시 계산했습니다" not in shown


def test_calendar_file_of_a_year_has_an_entry_for_every_day_off():
    recorded(name_ko="바람의 날")
    response = Client().get("/law/holidays/years/2025.ics")
    assert response["Content-Type"].startswith("text/calendar")
    text = response.content.decode()
    assert text.count("BEGIN:VEVENT") == sum(day.on.year == 2025 for day in shipped_table()) + 1
    assert "DTSTART;VALUE=DATE:20250512" in text
    assert "바람의 날" in text
    assert Client().get("/law/holidays/years/1990.ics").status_code == 404


def test_calculator_and_api_of_a_process_that_has_not_heard_of_it_count_with_the_new_day_off():
    question = "/law/deadlines/DES-03/?start=2025-02-11"
    sent = json.dumps({"rule": "DES-03", "from": "2025-02-11"})
    assert "2025. 5. 12." in page(question)
    recorded()
    calendar.forget()
    assert "2025. 5. 13." in page(question)
    calendar.forget()
    api = Client().post("/api/v1/law/due", sent, content_type="application/json")
    assert json.loads(api.content)["due_on"] == "2025-05-13"
    calendar.forget()
    file = Client().get("/law/deadlines/DES-03/deadline.ics?start=2025-02-11")
    assert b"20250513" in file.content


def test_form_first_shows_what_will_change_and_saves_nothing():
    play = zone_builders.a_consulted()
    client = signed_in(ministry())
    shown = text_of(send(client, NEW, **GIVEN | {"falls_on": REPLY_DUE.isoformat()}))
    assert "진행 중인 기한 2건이 바뀝니다." in shown
    assert "2025. 3. 17." in shown
    assert "2025. 3. 18." in shown
    assert play.designation.name_ko in shown
    assert not RecordedHoliday.objects.exists()
    assert "바뀌는 기한이 없습니다." in text_of(send(client, NEW, **GIVEN | {"falls_on": "2025-05-09"}))


def test_confirmed_day_off_is_recorded_and_its_page_lists_what_moved():
    play = zone_builders.an_applied()
    response = send(signed_in(ministry()), NEW, **GIVEN, confirm="1")
    row = RecordedHoliday.objects.get()
    assert response.redirect_chain == [(f"/law/holidays/{row.pk}/", 302)]
    shown = text_of(response)
    assert "쉬는 날을 기록하고 기한을 다시 계산했습니다." in shown
    assert play.designation.name_ko in shown
    assert "2025. 5. 13." in shown
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


def test_public_reads_the_recorded_day_without_the_list_of_cases():
    play = zone_builders.an_applied()
    row = recorded()
    shown = page(f"/law/holidays/{row.pk}/")
    assert "1건" in shown
    assert play.designation.name_ko not in shown
    assert play.designation.name_ko in page(f"/law/holidays/{row.pk}/", signed_in(ministry()))


def test_same_form_confirmed_twice_records_one_day():
    client, key = signed_in(ministry()), str(uuid4())
    for _ in range(2):
        assert client.post(NEW, {**GIVEN, "confirm": "1", "once": key}, follow=True).status_code == 200
    assert RecordedHoliday.objects.count() == 1


def test_past_day_is_shown_with_a_warning_before_it_is_taken():
    play = zone_builders.an_applied()
    at(zone_builders.noon(DECISION_DUE + 7 * DAY))
    client = signed_in(ministry())
    shown = text_of(send(client, NEW, **GIVEN))
    assert "이미 지난 날입니다." in shown
    assert clock_of(play.designation).due_on == DECISION_DUE
    send(client, NEW, **GIVEN, confirm="1")
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY


@pytest.mark.parametrize(("wrong", "said"), [
    ({"falls_on": "2025-02-30"}, "날짜로 읽을 수 없습니다"),
    ({"falls_on": "2090-01-05"}, "까지만 확정되어 있습니다"),
    ({"falls_on": "2025-05-05"}, "이미 쉬는 날입니다"),
    ({"falls_on": ""}, "필수"),
    ({"source": ""}, "필수"),
    ({"decided_on": "2025-05-13"}, "쉬는 날보다 뒤입니다"),
    ({"source_url": "ftp://x"}, "https://로 시작하는"),
    ({"kind": "lunar"}, "목록에 없는 값입니다"),
])  # fmt: skip
@pytest.mark.parametrize("more", [{}, {"confirm": "1"}])
def test_bad_input_comes_back_with_a_sentence_and_nothing_is_kept(wrong, said, more):
    response = send(signed_in(ministry()), NEW, **GIVEN | wrong, **more)
    assert response.status_code == 422
    assert said in text_of(response)
    assert not RecordedHoliday.objects.exists()


def test_going_back_keeps_what_was_entered():
    response = send(signed_in(ministry()), NEW, **GIVEN, back="1")
    assert response.status_code == 200
    assert 'value="2025-05-12"' in text_of(response)
    assert "국무회의 의결, 관보 제20100호" in text_of(response)


def test_withdrawal_shows_what_comes_back_asks_for_a_reason_and_is_listed():
    play = zone_builders.an_applied()
    row = recorded()
    client, path = signed_in(ministry()), f"/law/holidays/{row.pk}/withdraw/"
    shown = page(path, client)
    assert "진행 중인 기한 1건이 바뀝니다." in shown
    assert send(client, path, reason="", seen="1").status_code == 422
    assert clock_of(play.designation).due_on == DECISION_DUE + DAY
    after = text_of(send(client, path, reason="의결이 취소됨", seen="1"))
    assert "취소된 기록" in after
    assert "의결이 취소됨" in after
    assert clock_of(play.designation).due_on == DECISION_DUE
    again = send(client, path, reason="또", seen="2")
    assert "이미 취소한 기록입니다." in text_of(again)


@pytest.mark.parametrize("kind", [OfficeKind.PROVINCE, OfficeKind.SECRETARY, OfficeKind.OTHER_MINISTRY, None])
def test_pages_of_recording_do_not_exist_for_other_offices(kind):
    row = recorded()
    client = signed_in(an_actor(kind, "another")) if kind else Client()
    for path in (NEW, f"/law/holidays/{row.pk}/withdraw/"):
        assert client.get(path).status_code == 404
        assert send(client, path, **GIVEN, confirm="1", reason="까닭").status_code == 404
    assert "쉬는 날 기록" not in page(YEAR, client)
    assert RecordedHoliday.objects.get().withdrawn_at is None
