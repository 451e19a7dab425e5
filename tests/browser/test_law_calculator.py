"""Ten questions of the practice, asked of the calculator by somebody new to it who uses the keyboard alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Comes
from tests.browser.person import Person

pytestmark = pytest.mark.browser
MOST_STEPS = 200
ACTIVE = """() => {
  const e = document.activeElement;
  const labelled = e.labels?.length ? [...e.labels].map((l) => l.innerText).join(" ") : "";
  return {tag: e.tagName, text: (labelled || e.getAttribute("aria-label") || e.innerText || "").trim().replace(/\\s+/g, " ")};
}"""


class Question(NamedTuple):
    """What is looked for, the link that is followed, what is typed where, and the day that comes out."""

    search: str
    link: str
    typed: Sequence[tuple[str, str]]
    day: str


QUESTIONS = {
    "B-01 end of the notice": Question("공고 기간", "계획 공고 기간의 끝", [("계획을 공고한 날", "2020. 4. 13.")], "2020. 5. 13.(수)"),
    "B-02 announcing a hearing": Question("공청회", "공청회 공고", [("공청회를 여는 날", "20200429")], "2020. 4. 15.(수)"),
    "C-01 decision": Question("지정", "승인과 지정 여부의 결정", [("지정을 신청한 날", "2020-05-26")], "2020. 8. 24.(월)"),
    "C-02 replies": Question(
        "회신", "관계 중앙행정기관과 지방시대위원회의 의견 회신", [("통보받은 날", "2020년 5월 26일")], "2020. 6. 25.(목)"
    ),
    "E-01 report": Question("보고서", "운영성과보고서 제출", [("보고할 해의 아무 날", "2020-12-31")], "2021. 3. 31.(수)"),
    "F-01 rapid confirmation": Question(
        "신속확인", "신속확인에 대한 관계 중앙행정기관의 회신", [("그 기관이 통보받은 날", "2026.9.1")], "2026. 10. 1.(목)"
    ),
    "F-02 an end on Constitution Day": Question(
        "제75조제2항", "관계 중앙행정기관과 지방시대위원회의 의견 회신", [("통보받은 날", "2026-06-17")], "2026. 7. 20.(월)"
    ),
    "G-04 suggestion": Question("건의", "건의민원의 처리", [("민원을 접수한 날", "2025. 4. 30.")], "2025. 5. 21.(수)"),
    "G-06 leak of personal data": Question(
        "유출", "유출의 신고", [("유출을 안 일시", "2026-09-25"), ("시작한 시각", "09:00")], "2026. 9. 28.(월) 09:00"
    ),
    "with two supplements": Question(
        "지정", "승인과 지정 여부의 결정",
        [("지정을 신청한 날", "2020-05-26"), ("보완을 요구한 날 (1)", "2020-06-03"), ("보완을 받은 날 (1)", "2020-06-10"),
         ("보완 한 번 더 적기", ""), ("보완을 요구한 날 (2)", "2020-07-01"), ("보완을 받은 날 (2)", "2020-07-02")],
        "2020. 9. 3.(목)",
    ),
}  # fmt: skip


def tabs_to(person: Person, name: str, tag: str = "") -> None:
    """Press Tab until what has the focus bears this name."""
    for _ in range(MOST_STEPS):
        here = person.page.evaluate(ACTIVE)
        if re.fullmatch(rf"{re.escape(name)}( 필수)?", here["text"]) and tag in ("", here["tag"]):
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not lead to “{name}”")


def enters(person: Person) -> None:
    """Press Enter and wait for the page that it leads to."""
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def looks_for(person: Person, question: Question) -> None:
    """Come from the home page over the navigation to the form of the deadline."""
    person.opens("/")
    tabs_to(person, "법령·기한")
    enters(person)
    tabs_to(person, "기한 계산하기")
    enters(person)
    tabs_to(person, "기한 찾기", "INPUT")
    person.page.keyboard.type(question.search)
    enters(person)
    tabs_to(person, question.link, "A")
    enters(person)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_new_user_finds_the_day_with_the_keyboard_alone(comes: Comes, question: Question) -> None:
    officer = comes()
    looks_for(officer, question)
    for name, text in question.typed:
        tabs_to(officer, name)
        if text:
            officer.page.keyboard.type(text)
        else:
            enters(officer)
    enters(officer)
    expect(officer.page.locator(".law-day")).to_contain_text(question.day)
    officer.sees("이렇게 셌습니다", "달력으로 보기", "법령과 담당 공무원의 결정이 우선합니다")


def test_the_sum_is_there_without_any_script_in_english_on_a_phone(comes: Comes) -> None:
    reader = comes(java_script_enabled=False, viewport={"width": 360, "height": 740})
    reader.opens("/en/law/deadlines/DES-03/")
    reader.writes(
        {"Day of the application required": "26 May 2020", "Supplement asked for on (1)": "3 Jun 2020"}
    )
    reader.writes({"Supplement received on (1)": "10 Jun 2020"})
    reader.presses("Calculate a deadline")
    reader.sees("1 Sep 2020 (Tue)", "How it was counted", "8 days of supplement")
    reader.page.get_by_text("Read the calendar as text").click()
    reader.sees("counted, day 1 to day 7")


def test_a_slip_of_the_pen_is_put_right_by_keyboard(comes: Comes) -> None:
    officer = comes()
    officer.opens("/law/deadlines/DES-03/")
    tabs_to(officer, "지정을 신청한 날")
    officer.page.keyboard.type("2026-02-30")
    enters(officer)
    alert = officer.page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert).to_contain_text("2026년 2월은 28일까지입니다.")
    tabs_to(officer, "지정을 신청한 날", "A")
    officer.page.keyboard.press("Enter")
    field = officer.field("지정을 신청한 날")
    expect(field).to_be_focused()
    officer.page.keyboard.press("Control+a")
    officer.page.keyboard.type("2026-02-27")
    enters(officer)
    expect(officer.page.locator(".law-day")).to_contain_text("2026. 5. 28.(목)")


def test_the_calendar_file_is_downloaded_from_the_answer(comes: Comes) -> None:
    officer = comes()
    officer.opens("/law/deadlines/DES-03/?start=2020-05-26")
    with officer.page.expect_download() as download:
        tabs_to(officer, "달력 파일 받기 (.ics)")
        officer.page.keyboard.press("Enter")
    assert download.value.suggested_filename == "DES-03-2020-08-24.ics"
